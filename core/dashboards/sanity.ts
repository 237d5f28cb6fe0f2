/**
 * What one batch of readings says about itself. Nothing is corrected: a figure is kept, kept with a note, or refused.
 */
import { METRIC_NAMES, METRICS, type MetricName } from '../model/metrics';
import type { Reading, Refusal } from '../model/reading';
import { excerpt } from './assemble';
import type { Reason } from './types';

/** Each is one person's act on a post they saw; more of them than views is possible for few views only (counts lag). */
const AT_MOST_VIEWS: readonly MetricName[] = ['likes', 'saves', 'coins', 'recommends'];
/** From so many rows on, an equal column or a contradiction is a matter of the page, not of a post. */
const ENOUGH_ROWS = 5;
const DAY = 86_400_000;
const COUNTS = METRIC_NAMES.filter((name) => METRICS[name].unit === 'count');

export interface Item {
  reading: Reading;
  byOrder: boolean;
}

/** Removes figures that cannot be (the readings given stay as they are) and flags unlikely ones. */
export function check(items: readonly Item[], now: number): { readings: Reading[]; refused: Refusal[]; flagged: Refusal[] } {
  const refused: Refusal[] = [];
  const flagged: Refusal[] = [];
  const contradicting = items.filter(({ reading }) => contradiction(reading) !== null);
  const systematic = contradicting.length >= ENOUGH_ROWS && contradicting.length * 2 > items.length;
  const equal = equalColumns(items);
  for (const [one, other] of equal) refused.push({ reason: 'equal-columns', excerpt: `${one} = ${other}` });
  const readings = items.map(({ reading, byOrder }) => {
    const { publishedAt, status, title } = reading.post;
    if (publishedAt && status !== 'scheduled' && Date.parse(publishedAt) > now + DAY) {
      flagged.push({ reason: 'date-in-the-future', excerpt: excerpt(`${publishedAt}: ${title}`) });
    }
    const text = contradiction(reading);
    if (text !== null) {
      const note = (reason: Reason) => ({ reason, excerpt: excerpt(`${text}: ${title}`) });
      // Where only the order says what the numbers are, a contradiction says that the order is another one.
      if (byOrder || systematic) {
        refused.push(note(systematic ? 'contradicts-views' : 'order-in-doubt'));
        return { ...reading, metrics: {} };
      }
      flagged.push(note('contradicts-views'));
    }
    if (equal.length === 0) return reading;
    const metrics = { ...reading.metrics };
    for (const name of equal.flat()) delete metrics[name];
    return { ...reading, metrics };
  });
  return { readings, refused, flagged };
}

function contradiction({ metrics }: Reading): string | null {
  const views = metrics.views;
  if (!views) return null;
  for (const name of AT_MOST_VIEWS) {
    const figure = metrics[name];
    if (figure && figure.low > views.high) return `${name} ${figure.raw} > views ${views.raw}`;
  }
  return null;
}

/** Pairs of counts that are the same, and not small, on every row: one column was read twice. */
function equalColumns(items: readonly Item[]): [MetricName, MetricName][] {
  const value = ({ reading }: Item, name: MetricName) => reading.metrics[name]?.value;
  const telling = (name: MetricName) => {
    const known = items.flatMap((item) => value(item, name) ?? []);
    return known.length >= ENOUGH_ROWS && new Set(known).size >= 3 && known.filter((each) => each >= 10).length >= ENOUGH_ROWS;
  };
  const pairs: [MetricName, MetricName][] = [];
  const counts = COUNTS.filter((name) => items.some(({ reading }) => reading.metrics[name]));
  counts.forEach((name, at) => {
    for (const other of counts.slice(at + 1))
      if (items.every((item) => value(item, name) === value(item, other)) && telling(name)) pairs.push([name, other]);
  });
  return pairs;
}
