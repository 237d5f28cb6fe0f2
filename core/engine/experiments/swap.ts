/**
 * Title or cover swapped back and forth on one post (`engine.md` 2.7, design c): stretches in the order A B B A, click-through only.
 * One post and few stretches: whatever they show is a hint at most, read once at the end that was planned.
 */
import type { SwapPeriod } from '../../model/workspace/objects';
import type { ExperimentView } from '../../model/workspace/view';
import { studentCdf } from '../../stats/distributions';
import type { Arm } from '../../stats/paired-trial';
import { mean, variance } from '../../stats/robust';

/** Fewer cannot tell a swap from the post growing older. */
export const FEWEST_PERIODS = 4;

/** Arm of the next stretch; null where the coin decides, which is before the first. A B B A over and over keeps both arms equally old. */
export function nextPeriodArm(periods: readonly { arm: Arm }[]): Arm | null {
  const first = periods[0]?.arm;
  if (!first) return null;
  const second = first === 'a' ? 'b' : 'a';
  return [0, 3].includes(periods.length % 4) ? first : second;
}

/** `largest`: the stretches planned. Below them, and unless the creator ended it, nothing is read. */
export function readSwap(
  periods: readonly SwapPeriod[],
  { largest, ended }: { largest: number; ended: boolean },
): Pick<ExperimentView, 'lift' | 'verdict'> {
  if (periods.length === 0 && !ended) return { lift: null, verdict: 'planned' };
  const over = ended || periods.length >= Math.max(FEWEST_PERIODS, largest);
  if (!over) return { lift: null, verdict: 'running' };
  const known = periods.filter(({ shown }) => shown > 0);
  const logits = (arm: Arm) =>
    known.filter((one) => one.arm === arm).map(({ shown, clicked }) => Math.log((clicked + 0.5) / (shown - clicked + 0.5)));
  const [a, b] = [logits('a'), logits('b')];
  if (a.length < FEWEST_PERIODS / 2 || b.length < FEWEST_PERIODS / 2) return { lift: null, verdict: 'undecided' };
  const freedom = a.length + b.length - 2;
  const between = ((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / freedom;
  // Stretches differ by more than the counts alone would make them; never by less.
  const counting = mean(known.map(({ shown, clicked }) => 1 / (clicked + 0.5) + 1 / (shown - clicked + 0.5)));
  const centre = mean(a) - mean(b);
  const half = quantile975(freedom) * Math.sqrt(Math.max(between, counting) * (1 / a.length + 1 / b.length));
  const lift = { low: Math.expm1(centre - half), median: Math.expm1(centre), high: Math.expm1(centre + half) };
  return { lift, verdict: lift.low > 0 ? 'aHint' : lift.high < 0 ? 'bHint' : 'undecided' };
}

/** Student's t, two-sided 95 %. */
function quantile975(freedom: number): number {
  let [low, high] = [0, 1000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, freedom) < 0.975) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
