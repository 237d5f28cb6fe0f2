/** What is believed of the effect of the hour before seeing data. */
import type { Shape } from './week-basis';

/** What is believed of the shape and the size of an effect before seeing data. */
export interface Prior {
  shapes: readonly { shape: Shape; weight: number }[];
  /** Standard deviation over the hours in units of the residual spread. */
  sizes: readonly { size: number; weight: number }[];
}

/** Hours on their own, half smooth, smooth at the scale of a posting habit, smooth at the scale of a day-part. */
function shapes(weekendCorrelation: number): Prior['shapes'] {
  return [
    { smoothShare: 0, lengthHours: 1.5 },
    { smoothShare: 0.5, lengthHours: 3 },
    { smoothShare: 1, lengthHours: 1.5 },
    { smoothShare: 1, lengthHours: 4 },
  ].map((shape) => ({ shape: { ...shape, weekendCorrelation }, weight: 1 }));
}

/**
 * For best guesses: what accounts are usually like. The hour explains one or two per cent of the variance of most and a third of a
 * few, and weekends have half of their day in common with weekdays.
 */
export const USUAL: Prior = {
  shapes: shapes(0.5),
  sizes: [
    { size: 0.1, weight: 2 },
    { size: 0.2, weight: 2 },
    { size: 0.4, weight: 0.4 },
    { size: 0.8, weight: 0.1 },
  ],
};

/**
 * For findings: effects worth finding, whose intervals hold where they are strong and where the weekend is a week of its own. Small
 * effects would be found no better with smaller sizes here, and the intervals of larger ones would be too narrow.
 */
export const WIDE: Prior = {
  shapes: shapes(0),
  sizes: [
    { size: 0.3, weight: 2 },
    { size: 0.6, weight: 1 },
  ],
};
