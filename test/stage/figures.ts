/** Figures as dashboards print them, together with what a reader must make of the printed text. */
import type { MetricName } from '../../core/model/metrics';
import type { Figure } from '../../core/model/reading';

/** How a page writes counts from 10,000 on. */
export type BigNumbers = 'plain' | 'comma' | '万' | 'K';

export interface Printed {
  text: string;
  /** Null where the page prints a dash: absent, not zero. */
  figure: Figure | null;
}

const exact = (value: number, text: string): Printed => ({ text, figure: { value, low: value, high: value, raw: text } });
export const dash = (text = '-'): Printed => ({ text, figure: null });

/** A scaled count such as `1.2万`: the true count lies within half a step of the last digit printed. */
function scaled(count: number, unit: number, suffix: string): Printed {
  const text = `${(count / unit).toFixed(1)}${suffix}`;
  const value = Math.round(Number.parseFloat(text) * unit);
  const half = unit / 20;
  return { text, figure: { value, low: value - half, high: value + half, raw: text } };
}

export function printCount(count: number, style: BigNumbers): Printed {
  if (style === '万' && count >= 10_000) return scaled(count, 10_000, '万');
  if (style === 'K' && count >= 1_000_000) return scaled(count, 1_000_000, 'M');
  if (style === 'K' && count >= 10_000) return scaled(count, 1000, 'K');
  return exact(count, style === 'comma' || style === 'K' ? count.toLocaleString('en-US') : String(count));
}

export function printPercent(share: number): Printed {
  const text = `${(share * 100).toFixed(2)}%`;
  return exact(Math.round(Number.parseFloat(text) * 100) / 10_000, text);
}

export const printSeconds = (seconds: number, suffix: string): Printed => exact(seconds, `${seconds}${suffix}`);

const RATIOS: ReadonlySet<MetricName> = new Set([
  'clickThroughRate',
  'completionRate',
  'completionRate5s',
  'exitRate2s',
  'exitRate3s',
  'averageViewedShare',
  'stayedToWatchRate',
  'engagementRate',
  'swipeAwayRate',
]);
const SECONDS: ReadonlySet<MetricName> = new Set(['averageWatchSeconds', 'watchSeconds']);

/** One figure of a post as a page prints it. `seconds`: what the page writes behind a playing time. */
export function printFigure(
  name: MetricName,
  value: number | undefined,
  style: { big: BigNumbers; seconds: string; dash?: string },
): Printed {
  if (value === undefined) return dash(style.dash);
  if (RATIOS.has(name)) return printPercent(value);
  if (SECONDS.has(name)) return printSeconds(value, style.seconds);
  return printCount(value, style.big);
}
