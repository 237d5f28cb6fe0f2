/** Rows of the store that this worker wrote last, all under one prefix: what still says the same is not written again. */
import type { Store, StoredReport } from '../../core/store/types';

export type Row = StoredReport & { name: string };

/** Plain JSON that says the same. Parts that are one object are not looked into. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(own);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && sameJson(own[name], other[name]));
}

export class KeptRows {
  private last: { edition: string; reports: ReadonlyMap<string, unknown> } | null = null;

  constructor(private readonly prefix: string) {}

  /** Puts these rows in place of all under the prefix, in one transaction. The row named as the prefix itself is always written. */
  async replace(open: Store, rows: readonly Row[]): Promise<void> {
    const { last } = this;
    this.last = null;
    const same = new Set(
      rows.flatMap(({ name, report }) =>
        name !== this.prefix && last?.reports.has(name) && sameJson(last.reports.get(name), report) ? [name] : [],
      ),
    );
    const edition = await open.replaceReports(this.prefix, rows, last ? { edition: last.edition, same } : undefined);
    this.last = { edition, reports: new Map(rows.map(({ name, report }) => [name, report])) };
  }

  /** What was written last, by name, where it is what the store holds. */
  async held(open: Store): Promise<ReadonlyMap<string, unknown> | null> {
    const { last } = this;
    return last && (await open.reportsEdition(this.prefix)) === last.edition ? last.reports : null;
  }
}
