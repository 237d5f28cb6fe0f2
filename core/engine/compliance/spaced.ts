/** Latin words in disguise: a blank or sign between all letters, `c u r e s`, and digits or signs for letters, `canc3r`. */
import { MARK, Rewriting, type View } from './fold';
import { wordsOf } from './word-list';

const SPACED = /(?<![a-z0-9])[a-z](?:[ .*_-]{1,3}[a-z0-9]){2,20}(?![a-z0-9])/g;
const GAPS = /[ .*_-]+/g;
const GAP = /^[ .*_-]+/;
/** Most texts have nothing of the kind. */
const MAY_BE_SPACED = /[a-z][ .*_-]{1,3}[a-z0-9][ .*_-]{1,3}[a-z0-9]/;
const LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a', '!': 'i' };
const SWAPPED = /(?<![a-z0-9@$])[a-z](?=[a-z]{0,12}[013457$@!][a-z])[a-z013457$@!]{3,20}(?![a-z0-9@$])/g;
/** Shorter words are found in codes and handles by chance. */
const SHORTEST = 4;

export function spacedLetters(lists: Readonly<Record<string, string>>): { unmask(view: View): View } {
  const words = new Set(Object.values(lists).flatMap((list) => wordsOf(list).flatMap((word) => word.split(/[^a-z]+/))));
  return { unmask: (view) => readSwapped(closeUp(view), words) };
}

/** Letters spelt one by one. */
export function closeUp(view: View): View {
  if (!MAY_BE_SPACED.test(view.text)) return view;
  const runs = [...view.text.matchAll(SPACED)];
  if (runs.length === 0) return view;
  const written = new Rewriting(view);
  let at = 0;
  for (const run of runs) {
    written.keep(at, run.index);
    at = run.index + run[0].length;
    // A wider gap stands between words: `c u r e s  c a n c e r`.
    const narrow = Math.min(...[...run[0].matchAll(GAPS)].map(([gap]) => gap.length));
    for (let letter = run.index; letter < at; letter++) {
      const gap = GAP.exec(view.text.slice(letter, at))?.[0].length ?? 0;
      if (gap === 0) written.keep(letter, letter + 1, MARK.disguised);
      else if (gap > narrow) written.keep(letter, letter + 1);
      if (gap > 1) letter += gap - 1;
    }
  }
  written.keep(at, view.text.length);
  return written.done();
}

function readSwapped(view: View, words: ReadonlySet<string>): View {
  const { text } = view;
  let read = '';
  let at = 0;
  const swapped: [number, number][] = [];
  for (const run of text.matchAll(SWAPPED)) {
    const word = run[0].replace(/[013457$@!]/g, (sign) => LETTERS[sign] ?? sign);
    if (word.length < SHORTEST || !words.has(word)) continue;
    read += text.slice(at, run.index) + word;
    at = run.index + word.length;
    swapped.push([run.index, at]);
  }
  if (swapped.length === 0) return view;
  const marks = view.marks ? view.marks.slice() : new Uint8Array(text.length);
  for (const [from, to] of swapped) marks.fill(MARK.disguised, from, to);
  return { ...view, text: read + text.slice(at), marks };
}
