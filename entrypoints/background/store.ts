import { StoreProblem } from '../../core/store';
import { type BackgroundStore, openForBackground } from '../../core/store/for-background';

let opening: Promise<BackgroundStore> | null = null;
/** Rejects when a window of ours keeps the database from being upgraded: whoever waits is told so, and may ask again. */
let blocked: Promise<never> | null = null;

function open(): Promise<BackgroundStore> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  blocked = promise;
  return openForBackground({
    onProblem: (problem) => {
      if (problem === 'blocked') reject(new StoreProblem('blocked', true));
    },
  });
}

/** Runs `work` on the one store of this worker, opened when first needed. A store that did not open is tried anew next time. */
export async function withStore<T>(work: (store: BackgroundStore) => Promise<T>): Promise<T> {
  opening ??= open();
  const mine = opening;
  try {
    return await work(await Promise.race([mine, ...(blocked ? [blocked] : [])]));
  } catch (error) {
    // While it is blocked it goes on waiting by itself, and opens as soon as it may.
    if (error instanceof StoreProblem && error.key === 'blocked') {
      void mine.then(
        () => {
          blocked = null;
        },
        () => undefined,
      );
      throw error;
    }
    if (opening === mine) opening = null;
    void mine.then(
      (store) => store.close(),
      () => undefined,
    );
    throw error;
  }
}
