/**
 * The lists of words of `assets/rules/words`: words divided by blanks, `cur{e,es,ed}` for three of them, `_` for a space, first
 * `>a,b` where the list covers the words of other classes. In the package they stand in order, each with what it shares with the one
 * before as a capital letter (`packList`): `Acure Ds Dd` without the blanks. No word has a capital letter of its own.
 */

/** `cur{e,es,ed}` → `cure cures cured`; several brackets multiply. */
function alternatives(word: string): string[] {
  const open = word.indexOf('{');
  if (open < 0) return [word];
  const close = word.indexOf('}', open);
  return word
    .slice(open + 1, close)
    .split(',')
    .flatMap((part) => alternatives(word.slice(0, open) + part + word.slice(close + 1)));
}

export const expandWord = (word: string): string[] => alternatives(word).map((one) => one.replaceAll('_', ' '));

const PACKED = /^[A-Z]/;
const partsOf = (list: string) => list.split(/\s+/).filter(Boolean);

/** The words of a list, packed or not; a head `>a,b` is the first of them. */
export function wordsOf(list: string): string[] {
  return partsOf(list).flatMap((part) => (PACKED.test(part) ? unpack(part) : expandWord(part)));
}

const A = 'A'.charCodeAt(0);
const LONGEST_SHARED = 25;

function unpack(packed: string): string[] {
  let before = '';
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared = 'A', rest = '']) => {
    before = before.slice(0, shared.charCodeAt(0) - A) + rest;
    return before.replaceAll('_', ' ');
  });
}

/** The same list in less. */
export function packList(list: string): string {
  const parts = partsOf(list);
  const heads = parts.filter((part) => part.startsWith('>'));
  const words = [...new Set(parts.filter((part) => !part.startsWith('>')).flatMap(alternatives))].sort();
  let before = '';
  let packed = '';
  for (const word of words) {
    if (/[A-Z]/.test(word)) throw new Error(`a capital letter in ${word}`);
    let shared = 0;
    while (shared < LONGEST_SHARED && shared < before.length && word[shared] === before[shared]) shared++;
    packed += String.fromCharCode(A + shared) + word.slice(shared);
    before = word;
  }
  return [...heads, packed].join(' ');
}
