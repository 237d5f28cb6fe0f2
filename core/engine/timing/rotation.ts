/** Data and prior of one shape of the week, rotated so that both are diagonal. */
import { symmetricEigen } from '../../stats/eigen';
import { BASIS, CELLS, FEATURES } from './week-basis';

/** Basis rows whose prior variance is this small a part of the largest are left out. */
const NEGLIGIBLE = 1e-3;
/** Beside the largest, a direction in which the data say nothing: its score is rounding alone. */
const SILENT = 1e-12;

/** One shape, rotated. */
export interface Rotated {
  /** From features of the week to rotated coordinates: one row of `FEATURES` numbers each. */
  map: readonly Float64Array[];
  /** What the data say of each coordinate (eigenvalues), at least 0. */
  values: Float64Array;
  /** Coordinates that the data say something of. */
  telling: readonly number[];
}

/** The week's Gram matrix in harmonics. `used`: features whose rows and columns are not all zero, ascending. */
export function inHarmonics(gram: Float64Array, used: readonly number[]): Float64Array {
  const size = used.length;
  // Only what is not zero, side by side.
  const small = new Float64Array(size * size);
  used.forEach((a, i) => {
    used.forEach((b, j) => {
      small[i * size + j] = gram[a * FEATURES + b] as number;
    });
  });
  const basis = BASIS.map((row) => Float64Array.from(used, (a) => row[a] as number));
  const half = basis.map((row) => times(small, size, row));
  const result = new Float64Array(FEATURES * FEATURES);
  for (let i = 0; i < FEATURES; i++) {
    for (let j = 0; j <= i; j++) {
      const value = inner(half[i] as Float64Array, basis[j] as Float64Array);
      result[i * FEATURES + j] = value;
      result[j * FEATURES + i] = value;
    }
  }
  return result;
}

/** `gram`: in harmonics; `variances`: prior variance of each harmonic. */
export function rotate(gram: Float64Array, variances: Float64Array): Rotated {
  const largest = Math.max(...variances);
  const kept = [...variances.keys()].filter((i) => (variances[i] as number) > NEGLIGIBLE * largest);
  const scale = kept.map((i) => Math.sqrt(variances[i] as number));
  const size = kept.length;
  const scaled = new Float64Array(size * size);
  kept.forEach((a, i) => {
    kept.forEach((b, j) => {
      scaled[i * size + j] = (scale[i] as number) * (gram[a * FEATURES + b] as number) * (scale[j] as number);
    });
  });
  const eigen = symmetricEigen(scaled, size);
  const values = eigen.values.map((value) => Math.max(0, value));
  const most = Math.max(...values);
  const map: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(FEATURES);
    for (let j = 0; j < size; j++) {
      const harmonic = kept[j] as number;
      const weight = (eigen.vectors[i * size + j] as number) * (scale[j] as number);
      const shape = BASIS[harmonic] as Float64Array;
      // A harmonic of the day lies in the hour cells, a weekday in its own place.
      if (harmonic < CELLS) for (let a = 0; a < CELLS; a++) row[a] = (row[a] as number) + weight * (shape[a] as number);
      else row[harmonic] = (row[harmonic] as number) + weight;
    }
    map.push(row);
  }
  return { map, values, telling: [...values.keys()].filter((i) => (values[i] as number) > SILENT * most) };
}

const EVERY = Array.from({ length: FEATURES }, (_, a) => a);

/**
 * A vector over the features of the week in rotated coordinates; where only some are asked for, the others are left at 0. `used`: where
 * the vector is not zero, ascending.
 */
export function turn(
  { map }: Rotated,
  features: Float64Array,
  only: readonly number[] = EVERY,
  used: readonly number[] = EVERY,
): Float64Array {
  const result = new Float64Array(map.length);
  for (let k = 0; k < only.length; k++) {
    const i = only[k] as number;
    if (i >= map.length) break;
    const row = map[i] as Float64Array;
    let total = 0;
    for (let l = 0; l < used.length; l++) {
      const a = used[l] as number;
      total += (row[a] as number) * (features[a] as number);
    }
    result[i] = total;
  }
  return result;
}

export function times(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let total = 0;
    for (let j = 0; j < size; j++) total += (matrix[i * size + j] as number) * (vector[j] as number);
    result[i] = total;
  }
  return result;
}

/** Over the length of `a`. */
export function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
