import type { Plugin } from 'vite';
import { packList } from '../core/engine/compliance/word-list';

/** Packs the lists of words of the rules for the package; they are most of it. */
export const packWords = (): Plugin => ({
  name: 'pack-words',
  enforce: 'pre',
  transform: (code, id) =>
    /assets\/rules\/words\/(?:abroad|china-\w+)\.ts$/.test(id)
      ? {
          code: code.replace(/(\w: )`([^`]*)`/g, (_, name: string, list: string) => name + JSON.stringify(packList(list))),
          map: null,
        }
      : null,
});
