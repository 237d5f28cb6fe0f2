/**
 * The shape of an effect over the week: 24 local hours × {weekday, weekend}, and seven weekdays. Written in harmonics, because a
 * stationary smoothness prior is diagonal there; this is a Gaussian process on the clock.
 */

export const HOURS = 24;
/** Hour cells: weekday hours 0–23, then weekend hours 0–23. */
export const CELLS = 2 * HOURS;
/** Then Monday … Sunday. */
export const FEATURES = CELLS + 7;

/** Cell of a local hour; `weekday` 0 Monday … 6 Sunday. */
export function cellOf(weekday: number, hour: number): number {
  return (weekday >= 5 ? HOURS : 0) + (Math.floor(hour) % HOURS);
}

/** Row i: the i-th harmonic of the day, common to all days (first 24 rows) or opposite on weekends (next 24), as weights of the 48 cells. Orthonormal. The last seven rows are the weekdays themselves. */
export const BASIS: readonly Float64Array[] = buildBasis();
/** The frequency (cycles a day) of each harmonic row. */
const FREQUENCY = Array.from({ length: HOURS }, (_, i) => Math.ceil(i / 2));

function buildBasis(): Float64Array[] {
  const rows: Float64Array[] = [];
  for (const side of [1, -1]) {
    for (let i = 0; i < HOURS; i++) {
      const row = new Float64Array(FEATURES);
      for (let hour = 0; hour < HOURS; hour++) {
        const value = harmonic(i, hour) / Math.SQRT2;
        row[hour] = value;
        row[HOURS + hour] = side * value;
      }
      rows.push(row);
    }
  }
  for (let day = 0; day < 7; day++) {
    const row = new Float64Array(FEATURES);
    row[CELLS + day] = 1;
    rows.push(row);
  }
  return rows;
}

function harmonic(index: number, hour: number): number {
  const frequency = Math.ceil(index / 2);
  if (frequency === 0) return 1 / Math.sqrt(HOURS);
  const angle = (2 * Math.PI * frequency * hour) / HOURS;
  if (frequency === HOURS / 2) return Math.cos(angle) / Math.sqrt(HOURS);
  return (index % 2 === 1 ? Math.cos(angle) : Math.sin(angle)) * Math.sqrt(2 / HOURS);
}

/** A prior belief about the shape, of unit variance in every hour. */
export interface Shape {
  /** Share of the variance that neighbouring hours have in common; the rest is each hour's own. */
  smoothShare: number;
  /** Length scale in hours of the common part. */
  lengthHours: number;
  /** Correlation between weekday and weekend. */
  weekendCorrelation: number;
}

/** Against the hours, a weekday on its own matters less. */
const WEEKDAY_SD = 0.4;

/** Shapes are few and the same for all units. */
const known = new WeakMap<Shape, Map<boolean, Float64Array>>();

/** Prior variance of each basis row under `shape`. `withWeekdays` false leaves the seven weekdays out. Not to be changed. */
export function priorVariances(shape: Shape, withWeekdays: boolean): Float64Array {
  let own = known.get(shape);
  if (!own) {
    own = new Map();
    known.set(shape, own);
  }
  const before = own.get(withWeekdays);
  if (before) return before;
  const made = variancesOf(shape, withWeekdays);
  own.set(withWeekdays, made);
  return made;
}

function variancesOf(shape: Shape, withWeekdays: boolean): Float64Array {
  const smooth = spectrum(shape.lengthHours);
  const result = new Float64Array(FEATURES);
  for (let i = 0; i < HOURS; i++) {
    const variance = shape.smoothShare * (smooth[FREQUENCY[i] ?? 0] ?? 0) + (1 - shape.smoothShare);
    result[i] = variance * (1 + shape.weekendCorrelation);
    result[HOURS + i] = variance * (1 - shape.weekendCorrelation);
  }
  if (withWeekdays) result.fill(WEEKDAY_SD * WEEKDAY_SD, CELLS);
  return result;
}

/** Eigenvalues, by frequency, of the periodic squared-exponential kernel exp(−2·sin²(πd/24) / (2πℓ/24)²). */
function spectrum(lengthHours: number): Float64Array {
  const width = (2 * Math.PI * lengthHours) / HOURS;
  return Float64Array.from({ length: HOURS / 2 + 1 }, (_, frequency) => {
    let total = 0;
    for (let lag = 0; lag < HOURS; lag++) {
      const kernel = Math.exp((-2 * Math.sin((Math.PI * lag) / HOURS) ** 2) / (width * width));
      total += kernel * Math.cos((2 * Math.PI * frequency * lag) / HOURS);
    }
    return Math.max(0, total);
  });
}
