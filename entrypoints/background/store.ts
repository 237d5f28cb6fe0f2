import { openStore, type Store } from '../../core/store';

let opening: Promise<Store> | null = null;

/** Runs `work` on the one store of this worker, opened when first needed. A store that did not open is tried anew next time. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  opening ??= openStore();
  try {
    return await work(await opening);
  } catch (error) {
    const failed = opening;
    opening = null;
    void failed?.then(
      (store) => store.close(),
      () => undefined,
    );
    throw error;
  }
}
