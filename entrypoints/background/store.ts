import { type BackgroundStore, openForBackground } from '../../core/store/for-background';
import { StoreProblem, type StoreProblemKey } from '../../core/store/types';

let opening: Promise<BackgroundStore> | null = null;

/** Rejects when a window of ours keeps the database from being opened: whoever waits is told so, and may ask again. */
let blocked = unblocked();
function unblocked(): PromiseWithResolvers<never> {
  const waiting = Promise.withResolvers<never>();
  waiting.promise.catch(() => {});
  return waiting;
}
function hear(problem: StoreProblemKey | null): void {
  if (problem === 'blocked') blocked.reject(new StoreProblem('blocked', true));
  else if (problem === null) blocked = unblocked();
}

/** Runs `work` on the one store of this worker, opened when first needed. A store that did not open is tried anew next time. */
export async function withStore<T>(work: (store: BackgroundStore) => Promise<T>): Promise<T> {
  opening ??= openForBackground({ onProblem: hear });
  const mine = opening;
  // While it is blocked it goes on waiting by itself, and does its work as soon as it may.
  const working = mine.then(work);
  working.catch(() => {});
  try {
    return await Promise.race([working, blocked.promise]);
  } catch (error) {
    if (error instanceof StoreProblem && error.key === 'blocked') throw error;
    if (opening === mine) opening = null;
    void mine.then(
      (store) => store.close(),
      () => undefined,
    );
    throw error;
  }
}
