/** The rhythm of reviews (A5): which period is to be looked back on, and when it is late. */
import type { ReviewKind } from '../../model/workspace/objects';

const DAY = 86_400_000;
/** Days after the end of a period before its review is called overdue. */
const GRACE: Record<ReviewKind, number> = { daily: 1, weekly: 3, monthly: 7, quarterly: 14, yearly: 30 };

export interface Period {
  kind: ReviewKind;
  /** First and last day. */
  from: string;
  to: string;
  /** `weekly:2026-06-01` */
  id: string;
  due: string;
}

const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const at = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
const firstOf = (year: number, month: number) => Math.floor(Date.UTC(year, month, 1) / DAY);

/** The last full period of `kind` before `today` (a local day): yesterday, Monday to Sunday, calendar month, quarter, year. */
export function lastPeriod(kind: ReviewKind, today: string): Period {
  const day = at(today);
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  let from = day - 1;
  let end = day;
  if (kind === 'weekly') {
    // 1970-01-01 was a Thursday.
    end = day - ((day + 3) % 7);
    from = end - 7;
  } else if (kind === 'monthly') {
    end = firstOf(year, month);
    from = firstOf(year, month - 1);
  } else if (kind === 'quarterly') {
    const quarter = month - (month % 3);
    end = firstOf(year, quarter);
    from = firstOf(year, quarter - 3);
  } else if (kind === 'yearly') {
    end = firstOf(year, 0);
    from = firstOf(year - 1, 0);
  }
  return { kind, from: iso(from), to: iso(end - 1), id: `${kind}:${iso(from)}`, due: iso(end - 1 + GRACE[kind]) };
}

/** The period of the same kind just before. */
export const periodBefore = (period: Period): Period => lastPeriod(period.kind, period.from);
