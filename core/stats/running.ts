/** Order statistics of the newest values of a sequence, kept sorted so that none of them is sorted again for each new one. */
import { MAD_TO_SD, quantileSorted } from './robust';

export class RunningOrder {
  private readonly newest: number[] = [];
  private readonly sorted: number[] = [];

  /** Keeps the last `most` values. */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.sorted.length;
  }

  /** Takes in a value (no NaN); the oldest one leaves where there are more than `most`. */
  push(value: number): void {
    this.newest.push(value);
    this.sorted.splice(this.place(value), 0, value);
    if (this.newest.length > this.most) this.sorted.splice(this.place(this.newest.shift() ?? 0), 1);
  }

  median(): number {
    return quantileSorted(this.sorted, 0.5);
  }

  /** As `robustSd` of the values. */
  robustSd(centre: number): number {
    const { sorted } = this;
    const above = (sorted.length - 1) / 2;
    // Distances grow to either side of the centre: the nearer of the two next ones, again and again, up to the middle one.
    let high = this.place(centre);
    let low = high - 1;
    let [before, distance] = [Number.NaN, Number.NaN];
    for (let taken = 0; taken <= above + 0.5 && taken < sorted.length; taken++) {
      const down = low >= 0 ? Math.abs((sorted[low] ?? 0) - centre) : Number.POSITIVE_INFINITY;
      const up = high < sorted.length ? Math.abs((sorted[high] ?? 0) - centre) : Number.POSITIVE_INFINITY;
      before = distance;
      if (down <= up) {
        distance = down;
        low--;
      } else {
        distance = up;
        high++;
      }
    }
    return MAD_TO_SD * (Number.isInteger(above) ? distance : before + (distance - before) * 0.5);
  }

  /** Index of the first value that is not smaller. */
  private place(value: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
