/**
 * Remembers what was worked out in this run and the one before it: with one new reading nearly all texts are the same as at the last
 * report. Only for functions of their key; results are shared, so nobody may change them.
 */
export interface Memory<T> {
  /** What `work` gives for `key`, from memory where it is known. */
  of(key: string, work: () => T): T;
  /** A new run begins: what the last one did not ask for is forgotten. */
  turn(): void;
}

export function memory<T>(): Memory<T> {
  let now = new Map<string, T>();
  let before = now;
  return {
    of(key, work) {
      const known = now.get(key) ?? before.get(key);
      const value = known === undefined ? work() : known;
      now.set(key, value);
      return value;
    },
    turn() {
      before = now;
      now = new Map();
    },
  };
}
