/** Small dense symmetric systems. A matrix is a row-major Float64Array of `size × size`. */

export class NotPositiveDefinite extends Error {}

/** Lower Cholesky factor L with L·Lᵀ = A. Throws `NotPositiveDefinite`. O(size³ / 3). */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) value -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0);
      if (i === j) {
        if (!(value > 0)) throw new NotPositiveDefinite(`pivot ${i} is ${value}`);
        factor[i * size + i] = Math.sqrt(value);
      } else {
        factor[i * size + j] = value / (factor[j * size + j] ?? 1);
      }
    }
  }
  return factor;
}

/** Solves L·x = b. */
export function solveLower(factor: Float64Array, size: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let value = b[i] ?? 0;
    for (let k = 0; k < i; k++) value -= (factor[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = value / (factor[i * size + i] ?? 1);
  }
  return x;
}

/** Solves Lᵀ·x = b. */
export function solveUpper(factor: Float64Array, size: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let value = b[i] ?? 0;
    for (let k = i + 1; k < size; k++) value -= (factor[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = value / (factor[i * size + i] ?? 1);
  }
  return x;
}

/** Solves A·x = b with the Cholesky factor of A. */
export function solveCholesky(factor: Float64Array, size: number, b: ArrayLike<number>): Float64Array {
  return solveUpper(factor, size, solveLower(factor, size, b));
}

/** ln det A from its Cholesky factor. */
export function logDeterminant(factor: Float64Array, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i++) total += Math.log(factor[i * size + i] ?? 1);
  return 2 * total;
}

/** A⁻¹ from its Cholesky factor. */
export function inverseFrom(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = solveCholesky(factor, size, unit);
    for (let i = 0; i < size; i++) inverse[i * size + j] = column[i] ?? 0;
  }
  return inverse;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** xᵀ·A·y. */
export function quadratic(x: ArrayLike<number>, matrix: Float64Array, size: number, y: ArrayLike<number> = x): number {
  let total = 0;
  for (let i = 0; i < size; i++) {
    const xi = x[i] ?? 0;
    if (xi === 0) continue;
    let row = 0;
    for (let j = 0; j < size; j++) row += (matrix[i * size + j] ?? 0) * (y[j] ?? 0);
    total += xi * row;
  }
  return total;
}
