/**
 * How much of a file is read. Far above what any platform gives and what the product writes, and low enough that a file made to fill the
 * memory is refused with a sentence first. Tests take smaller ones.
 */
import { ImportError } from './types';

export interface Limits {
  /** Bytes of what an archive unpacks to, all together. */
  unpacked: number;
  /** How many times its own size a backup may unpack to when that is more: it is read line by line. */
  ratio: number;
  /** Files in an archive. */
  files: number;
  /** Bytes of one text: the longest that browsers hold in one piece are about 500 MB. */
  text: number;
  /** Rows, cells and shared texts of all tables of a file together. */
  rows: number;
  cells: number;
  /** Columns of a table; those after it are left out. */
  columns: number;
}

export const LIMITS: Limits = {
  unpacked: 1_500_000_000,
  ratio: 100,
  files: 2_000,
  text: 400_000_000,
  rows: 5_000_000,
  cells: 100_000_000,
  columns: 2_000,
};

export const tooLarge = () =>
  new ImportError(
    'This file is too large to be read in one piece: export a shorter time or fewer posts at once, and import the files one after the other.',
  );

/** What tables may still take up. */
export class Room {
  private rows: number;
  private cells: number;

  constructor({ rows, cells }: Limits) {
    this.rows = rows;
    this.cells = cells;
  }

  /** For so many more; empty cells count too. Throws `ImportError` when there is none left. */
  take(rows: number, cells: number): void {
    this.rows -= rows;
    this.cells -= cells;
    if (this.rows < 0 || this.cells < 0) throw tooLarge();
  }
}
