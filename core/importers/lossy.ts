/**
 * Letters that were lost before: a spreadsheet program that saves Chinese or emoji in a western code writes a question mark for each.
 * Such a title names no post, and such a name no account.
 */
import { labelsByKey, toSightings } from '../model/identity';
import type { Labels } from '../model/labels';
import type { Reading } from '../model/reading';
import type { Sheet } from './sheet';
import type { ImportResult } from './types';

/** Question marks that end no sentence. */
const LOST = /(?<![\w?!.,)"'])\?{2,}/;
const isLost = (text: string) => LOST.test(text);
const isPlain = (text: string) => !/\P{ASCII}/u.test(text);

/** Without the texts that lost their letters. Only a file without any letter of its own, and not marked as Unicode, is suspected. */
export function withoutLost(result: ImportResult, sheets: readonly Sheet[]): ImportResult {
  const suspected = sheets.every(
    ({ kind, marked, rows }) => kind === 'text' && !marked && rows.every(({ cells }) => cells.every(isPlain)),
  );
  if (!suspected) return result;
  const said = new Map<Reading, Labels>();
  const readings = toSightings(result.readings).flatMap(({ reading, key }) => {
    const { post } = reading;
    const title = isLost(post.title) ? '' : post.title;
    const account = reading.account !== null && isLost(reading.account) ? null : reading.account;
    if (title !== post.title)
      result.skipped.push({
        line: 0,
        reason: `"${post.title.slice(0, 40)}" lost its letters when the file was saved anew: ${post.id ? 'the title is not taken' : 'the post cannot be told'}; save it as "CSV UTF-8"`,
      });
    if (title === '' && post.title !== '' && !post.id) return [];
    const kept = { ...reading, account, post: { ...post, title } };
    const own = Object.entries(result.labels.get(key) ?? {}).filter(
      ([, value]) => ![value].flat().some((one) => isLost(String(one))),
    );
    if (own.length > 0) said.set(kept, Object.fromEntries(own));
    return kept;
  });
  return { ...result, readings, labels: labelsByKey(readings, said) };
}
