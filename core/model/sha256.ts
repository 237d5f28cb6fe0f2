/**
 * SHA-256 (FIPS 180-4) that takes its input piece by piece: the browser's own digest wants a file whole, and a backup is read and
 * written in pieces.
 */

/** First 32 bits of the fractional parts of the square (initial state) and cube roots (round constants) of the first primes. */
const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate += 1) {
  if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
}
const fraction = (root: number) => ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const K = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

export class Sha256 {
  private readonly state = Int32Array.from(START);
  private readonly block = new Uint8Array(64);
  private readonly view = new DataView(this.block.buffer);
  private readonly words = new Int32Array(64);
  private filled = 0;
  private length = 0;

  update(bytes: Uint8Array): this {
    this.length += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const size = Math.min(64 - this.filled, bytes.length - at);
      this.block.set(bytes.subarray(at, at + size), this.filled);
      this.filled += size;
      at += size;
      if (this.filled === 64) {
        this.round();
        this.filled = 0;
      }
    }
    return this;
  }

  /** The digest in hexadecimal. Nothing may be added after it. */
  hex(): string {
    const bits = this.length * 8;
    this.block.fill(0, this.filled);
    this.block[this.filled] = 0x80;
    if (this.filled >= 56) {
      this.round();
      this.block.fill(0);
    }
    this.view.setUint32(56, Math.floor(bits / 0x1_0000_0000));
    this.view.setUint32(60, bits >>> 0);
    this.round();
    return [...this.state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private round(): void {
    const { words, view, state } = this;
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(i * 4);
    const at = (i: number) => words[i] ?? 0;
    for (let i = 16; i < 64; i += 1) {
      const a = at(i - 15);
      const b = at(i - 2);
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
      words[i] = (at(i - 16) + s0 + at(i - 7) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + at(i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      state[i] = ((state[i] ?? 0) + word) | 0;
    });
  }
}
