/**
 * When posts were published: what a file prints, settled by the moments that ids carry where it can be read in more than one way. What
 * spreadsheet programs make of dates is undone: `25-Mar-23`, `16-Jul`, a year that the file never had.
 */
import { clean } from '../text/clean';
import { type DateContext, type DateRead, isoIn, readDate } from '../text/dates';

export type Order = 'dmy' | 'mdy';

/** A printed date and the moment in milliseconds that the post's id or link carries; null where it carries none. */
export interface Printed {
  printed: string;
  idTime: number | null;
}

const DAY = 86_400_000;
/** Further than any platform lets people schedule, also seen from the end of the file's own period. */
const FAR = 2 * 366 * DAY;

/** `25-Mar-23`, `16-Jul` are what spreadsheet programs print of `Mar 25, 2023` and `July 16`. */
export const asWritten = (printed: string): string =>
  printed.replace(/^(\d{1,2})-(\p{L}{3,10})\.?(?:-(\d{2}|\d{4}))?(?=$| )/u, (_, day: string, month: string, year?: string) =>
    [day, month, ...(year ? [year.padStart(4, '20')] : [])].join(' '),
  );

/** How far a read day is from a moment: nothing when the moment falls into its middle. */
const off = (read: DateRead, moment: number) => Math.abs(Date.parse(read.at) + DAY / 2 - moment);

/** Whether the dates of a column prove the order of day and month, by a number above 12 or by the moments of their ids. */
export function orderOf(dates: readonly Printed[], zone: string): Order | undefined {
  const proofs = { dmy: 0, mdy: 0 };
  const agreeing = { dmy: 0, mdy: 0 };
  for (const { printed, idTime } of dates) {
    const [, first, second] = /^\D*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(clean(printed)) ?? [];
    if (first === undefined || Number(first) === Number(second)) continue;
    if (Number(first) > 12) proofs.dmy += 1;
    else if (Number(second) > 12) proofs.mdy += 1;
    else if (idTime !== null)
      for (const order of ['dmy', 'mdy'] as const) {
        const read = readDate(printed, { now: idTime, zone, order });
        if (read && off(read, idTime) < 2 * DAY) agreeing[order] += 1;
      }
  }
  for (const { dmy, mdy } of [proofs, agreeing]) {
    if (dmy > 0 && mdy > 0) return undefined;
    if (dmy + mdy > 0) return dmy > 0 ? 'dmy' : 'mdy';
  }
  return undefined;
}

/** A day in the year nearest to the id's moment. Ids that are days off say nothing. */
function inYearOf(raw: string, idTime: number, context: DateContext): DateRead | null {
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const now = Date.UTC(new Date(idTime).getUTCFullYear() + shift, 11, 31, 12);
    return readDate(raw, { ...context, now }) ?? [];
  });
  const [nearest] = candidates.sort((a, b) => off(a, idTime) - off(b, idTime));
  return nearest && off(nearest, idTime) < 3 * DAY ? nearest : null;
}

const hasYear = (raw: string) => /\d{4}/.test(raw);

/** A date with its day and month changed places; null where there is no such day. */
function swapped({ at, precision }: DateRead, context: DateContext): DateRead | null {
  const [year, month, day] = [at.slice(0, 4), at.slice(5, 7), at.slice(8, 10)];
  if (Number(day) > 12 || day === month) return null;
  const time = precision === 'day' ? '' : ` ${at.slice(11, precision === 'minute' ? 16 : 19)}`;
  return readDate(`${year}-${day}-${month}${time}`, context);
}

/**
 * A full date beside the moment its post was made: a post may be published later, never before. Where day and month were changed by a
 * spreadsheet program the moment proves it; where the two cannot both be true the printed day stays, and that is said.
 */
function besideMoment(read: DateRead, moment: number, context: DateContext): Published {
  if (off(read, moment) < 2 * DAY) return { date: read };
  const other = swapped(read, context);
  if (other && off(other, moment) < 2 * DAY)
    return { date: other, problem: 'has day and month in the wrong order, as its id shows' };
  return Date.parse(read.at) > moment ? { date: read } : { date: read, problem: 'is before the day its id was made' };
}

/** When a post was published, null where nothing says it; `problem`: what is wrong with the printed date. */
export interface Published {
  date: DateRead | null;
  problem?: string;
}

const ofMoment = (moment: number, { zone }: DateContext): DateRead => ({ at: isoIn(moment, zone), precision: 'second' });

/**
 * The publish time of a row; null where the file says none; with why it cannot be read or is not what is printed. `yearless`: this format prints no year,
 * so that one is what a spreadsheet program made up.
 */
export function readPublished(
  { printed, idTime }: Printed,
  context: DateContext,
  { yearless = false }: { yearless?: boolean } = {},
): Published {
  // A printed day stays a day (`core/model/id-time.ts`).
  if (printed === '') return { date: idTime === null ? null : ofMoment(idTime, context) };
  const written = asWritten(printed);
  const read = readDate(written, context);
  if (!read) return { date: null, problem: 'is no date that can be read in one way' };
  if (Date.parse(read.at) > context.now + FAR) return { date: null, problem: 'lies further ahead than anything is scheduled' };
  if (idTime === null) return { date: read };
  if (hasYear(written) && !yearless) return besideMoment(read, idTime, context);
  const day = hasYear(written) ? `${MONTHS[Number(read.at.slice(5, 7)) - 1]} ${Number(read.at.slice(8, 10))}` : written;
  const near = inYearOf(day, idTime, context);
  if (near) return { date: near };
  return hasYear(written) && off(read, idTime) > 60 * DAY
    ? { date: null, problem: 'has a year that is not the post’s' }
    : { date: read };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
