/** What the figures of a file cover: the period its name says, the day it names. */
import type { Post } from '../model/reading';
import { type DateRead, readDate } from '../text/dates';

export interface Period {
  /** First day, `2026-08-01`. */
  from: string;
  /** The last moment, ISO 8601; now when its last day is not over. */
  end: string;
}

/** The end of a day, or now when that day is not over. */
export function endOfDay(day: DateRead, now: number): string {
  return new Date(Math.min(Date.parse(day.at) + 86_400_000 - 1000, now)).toISOString();
}

const IN_NAME = /(\d{4})-?(\d\d)-?(\d\d)\s?(?:_|to|-)\s?(\d{4})-?(\d\d)-?(\d\d)/;

/** The days in a file name such as `account_analytics_content_2026-08-01_2026-10-30.csv`; null without them. */
export function periodInName(name: string): { from: string; to: string } | null {
  const match = IN_NAME.exec(name);
  const [, year, month, day, lastYear, lastMonth, lastDay] = match ?? [];
  return match ? { from: `${year}-${month}-${day}`, to: `${lastYear}-${lastMonth}-${lastDay}` } : null;
}

/** The period of a file name, its days in `zone`; null where it has none that lies in the past. */
export function periodOfName(name: string, zone: string, now: number): Period | null {
  const days = periodInName(name);
  const read = days && readDate(days.to, { now, zone });
  return read && Date.parse(read.at) <= now ? { from: days.from, end: endOfDay(read, now) } : null;
}

/**
 * Why figures of a period are not those of a post's life; null where the period began before the post. A post without a date may be
 * older.
 */
export function outlived({ from }: Period, { publishedAt }: Post): string | null {
  if (publishedAt !== null && publishedAt.slice(0, 10) >= from) return null;
  const why = publishedAt === null ? 'the post has no date' : 'the post is older';
  return `its figures are those since ${from}, and ${why}: they are left out; export with the whole lifetime as period`;
}
