/** Keeping what a page gave that its creator declared, inside the data worker. */
import { slicesOf } from '../../core/model/identity';
import { parseReading } from '../../core/model/schemas';
import { announceChange, store } from './held';
import type { Answerers } from './protocol';

/** Readings written at once. */
const SLICE = 500;

/** Remembers the page and keeps its readings. What comes out of a page is checked like everything from outside. */
export const keepOwnPage: Answerers['keepOwnPage'] = async ({ page, read }) => {
  const readings = read.readings.map((reading) => {
    const checked = parseReading(reading);
    if (!checked.ok) throw new TypeError(checked.problem);
    return checked.value;
  });
  const open = await store();
  await open.putDocument('ownPage', page);
  const sum = { kept: 0, newPosts: 0 };
  for (const part of slicesOf(readings, SLICE)) {
    const kept = await open.keep({
      id: crypto.randomUUID(),
      // Readings without an account name that come from one declared page belong together.
      session: `page:${page.id}`,
      page: readings[0]?.page ?? 'other/page',
      readings: part,
      coverage: { expectedTotal: read.expectedTotal, captured: readings.length },
    });
    sum.kept += kept.kept;
    sum.newPosts += kept.newPosts;
  }
  announceChange();
  return sum;
};
