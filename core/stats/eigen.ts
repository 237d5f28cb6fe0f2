/** Eigenvalues and eigenvectors of small symmetric matrices. */

export interface Eigen {
  /** In no particular order. */
  values: Float64Array;
  /** Row i (of `size` numbers) is the unit eigenvector of `values[i]`. */
  vectors: Float64Array;
}

const MOST_STEPS = 60;
/** Beside entries of at most 1. */
const NOTHING = 1e-30;

/**
 * Householder reduction to tridiagonal form, then QL with implicit shifts (Golub and Van Loan, chapter 8). About 9·size³
 * operations. `matrix` is row-major, its upper triangle is read, and it is not changed.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const diagonal = new Float64Array(size);
  const off = new Float64Array(size);
  // Entries are brought to at most 1, so that what is negligible can be told by size.
  let largest = 0;
  for (let i = 0; i < matrix.length; i++) largest = Math.max(largest, Math.abs(matrix[i] as number));
  const scaled = new Float64Array(matrix.length);
  if (largest > 0) for (let i = 0; i < matrix.length; i++) scaled[i] = (matrix[i] as number) / largest;
  const vectors = tridiagonalise(scaled, size, diagonal, off);
  for (let l = 0; l < size; l++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      let m = l;
      while (m < size - 1 && !negligible(off[m] as number, diagonal[m] as number, diagonal[m + 1] as number)) m++;
      if (m === l) break;
      implicitStep(diagonal, off, vectors, size, l, m);
    }
  }
  return { values: diagonal.map((value) => value * largest), vectors };
}

function negligible(off: number, a: number, b: number): boolean {
  return Math.abs(off) <= 1e-15 * (Math.abs(a) + Math.abs(b)) || Math.abs(off) < NOTHING;
}

/** √(a² + b²) to the last digit, as `Math.hypot`, which makes a list of its arguments first. */
function length(a: number, b: number): number {
  const x = Math.abs(a);
  const y = Math.abs(b);
  const most = x > y ? x : y;
  if (most === 0) return 0;
  return Math.sqrt((x / most) ** 2 + (y / most) ** 2) * most;
}

/** One QL step with Wilkinson's shift on rows l … m. */
function implicitStep(d: Float64Array, e: Float64Array, vectors: Float64Array, size: number, l: number, m: number): void {
  const dl = d[l] as number;
  const el = e[l] as number;
  let g = ((d[l + 1] as number) - dl) / (2 * el);
  let r = length(g, 1);
  g = (d[m] as number) - dl + el / (g + (g >= 0 ? r : -r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    r = length(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    const upper = i * size;
    const lower = upper + size;
    for (let k = 0; k < size; k++) {
      const low = vectors[lower + k] as number;
      const high = vectors[upper + k] as number;
      vectors[lower + k] = s * high + c * low;
      vectors[upper + k] = c * high - s * low;
    }
  }
  d[l] = (d[l] as number) - p;
  e[l] = g;
  e[m] = 0;
}

/** A = Qᵀ·T·Q, overwriting A: fills T's diagonal and off-diagonal (e[i] couples i and i + 1) and returns Q by rows. */
function tridiagonalise(matrix: Float64Array, size: number, d: Float64Array, e: Float64Array): Float64Array {
  const a = matrix;
  const q = new Float64Array(size * size);
  for (let i = 0; i < size; i++) q[i * size + i] = 1;
  const v = new Float64Array(size);
  const w = new Float64Array(size);
  for (let k = 0; k < size - 2; k++) {
    let norm = 0;
    for (let i = k + 1; i < size; i++) norm = length(norm, a[k * size + i] as number);
    if (norm < NOTHING) {
      a[k * size + k + 1] = 0;
      continue;
    }
    const first = a[k * size + k + 1] as number;
    const alpha = first > 0 ? -norm : norm;
    let squares = 0;
    for (let i = k + 1; i < size; i++) {
      v[i] = (a[k * size + i] as number) - (i === k + 1 ? alpha : 0);
      squares += (v[i] as number) ** 2;
    }
    const scale = 2 / squares;
    // A ← H·A·H with H = I − scale·v·vᵀ on the trailing rows.
    let vw = 0;
    for (let i = k + 1; i < size; i++) {
      let sum = 0;
      for (let j = k + 1; j < size; j++) sum += (a[i * size + j] as number) * (v[j] as number);
      w[i] = scale * sum;
      vw += (w[i] as number) * (v[i] as number);
    }
    for (let i = k + 1; i < size; i++) w[i] = (w[i] as number) - 0.5 * scale * vw * (v[i] as number);
    for (let i = k + 1; i < size; i++) {
      const vi = v[i] as number;
      const wi = w[i] as number;
      const row = i * size;
      for (let j = k + 1; j < size; j++) a[row + j] = (a[row + j] as number) - vi * (w[j] as number) - wi * (v[j] as number);
    }
    a[k * size + k + 1] = alpha;
    // Q ← H·Q, whose first row and column stay those of the identity.
    w.fill(0);
    for (let i = k + 1; i < size; i++) {
      const vi = v[i] as number;
      const row = i * size;
      for (let j = 1; j < size; j++) w[j] = (w[j] as number) + vi * (q[row + j] as number);
    }
    for (let i = k + 1; i < size; i++) {
      const vi = scale * (v[i] as number);
      const row = i * size;
      for (let j = 1; j < size; j++) q[row + j] = (q[row + j] as number) - vi * (w[j] as number);
    }
  }
  for (let i = 0; i < size; i++) {
    d[i] = a[i * size + i] as number;
    e[i] = i + 1 < size ? (a[i * size + i + 1] as number) : 0;
  }
  return q;
}
