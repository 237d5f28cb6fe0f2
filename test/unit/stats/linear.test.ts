import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../core/stats/eigen';
import { cholesky, inverseFrom, logDeterminant, NotPositiveDefinite, quadratic, solveCholesky } from '../../../core/stats/linear';

const numbers = (size: number) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size * size, maxLength: size * size });
const square = fc.integer({ min: 1, max: 12 }).chain((size) => numbers(size).map((list) => ({ size, list })));

/** B·Bᵀ + I: symmetric, positive definite. */
function positive({ size, list }: { size: number; list: number[] }): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let total = i === j ? 1 : 0;
      for (let k = 0; k < size; k++) total += (list[i * size + k] ?? 0) * (list[j * size + k] ?? 0);
      matrix[i * size + j] = total;
    }
  }
  return matrix;
}

describe('symmetric systems', () => {
  it('solve gives back the vector that was multiplied', () => {
    fc.assert(
      fc.property(square, (input) => {
        const matrix = positive(input);
        const truth = Float64Array.from({ length: input.size }, (_, i) => i - 2);
        const right = truth.map((_, i) => truth.reduce((sum, value, j) => sum + value * (matrix[i * input.size + j] ?? 0), 0));
        const found = solveCholesky(cholesky(matrix, input.size), input.size, right);
        for (let i = 0; i < input.size; i++) expect(found[i]).toBeCloseTo(truth[i] ?? 0, 5);
      }),
    );
  });

  it('the inverse measures what the system measures', () => {
    fc.assert(
      fc.property(square, (input) => {
        const factor = cholesky(positive(input), input.size);
        const x = Float64Array.from({ length: input.size }, (_, i) => Math.cos(i));
        const solved = solveCholesky(factor, input.size, x);
        const direct = x.reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0);
        expect(quadratic(x, inverseFrom(factor, input.size), input.size)).toBeCloseTo(direct, 8);
      }),
    );
  });

  it('refuses what is not positive definite', () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow(NotPositiveDefinite);
  });
});

describe('eigenvalues', () => {
  it('put a symmetric matrix together again, with orthonormal vectors', () => {
    fc.assert(
      fc.property(square, ({ size, list }) => {
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) matrix[i * size + j] = (list[i * size + j] ?? 0) + (list[j * size + i] ?? 0);
        const { values, vectors } = symmetricEigen(matrix, size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let again = 0;
            let product = 0;
            for (let k = 0; k < size; k++) {
              again += (values[k] ?? 0) * (vectors[k * size + i] ?? 0) * (vectors[k * size + j] ?? 0);
              product += (vectors[i * size + k] ?? 0) * (vectors[j * size + k] ?? 0);
            }
            expect(again).toBeCloseTo(matrix[i * size + j] ?? 0, 8);
            expect(product).toBeCloseTo(i === j ? 1 : 0, 8);
          }
        }
      }),
    );
  });

  it('keep the determinant', () => {
    fc.assert(
      fc.property(square, (input) => {
        const matrix = positive(input);
        const { values } = symmetricEigen(matrix, input.size);
        const log = values.reduce((sum, value) => sum + Math.log(value), 0);
        expect(log).toBeCloseTo(logDeterminant(cholesky(matrix, input.size), input.size), 5);
      }),
    );
  });

  it('of a diagonal and of a zero matrix are what stands there', () => {
    expect([...symmetricEigen(Float64Array.of(3, 0, 0, 0, 1, 0, 0, 0, 2), 3).values].sort()).toEqual([1, 2, 3]);
    expect([...symmetricEigen(new Float64Array(16), 4).values]).toEqual([0, 0, 0, 0]);
  });
});
