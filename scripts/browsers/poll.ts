/** Waits until `look` gives something other than null, undefined or false. Milliseconds; the limit is generous: it only ends what hangs. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  limit = 60_000,
  every = 50,
): Promise<T> {
  const end = Date.now() + limit;
  let problem: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain for ${what}`, { cause: problem });
    await new Promise((done) => setTimeout(done, every));
  }
}
