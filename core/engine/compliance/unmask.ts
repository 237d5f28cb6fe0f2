/**
 * Finds words of the lexicon that are written with sound-alikes, pinyin, emoji, split characters or signs between the characters,
 * and writes them plainly into the view (`facts/compliance-rules.md`, section 4, steps 6 and 7). The walk starts only where
 * something is suspicious (a sign between two characters, letters beside them, a rare substitute) or where two syllables begin a
 * longer word; every step is bounded, so the cost is linear in the text.
 */
import { ORDINARY, PAIRS, SUBSTITUTES } from '../../../assets/rules/disguises';
import { PINYIN } from '../../../assets/rules/pinyin';
import { MARK, type View } from './fold';
import type { Lexicon, Node } from './lexicon';

/** Syllable → characters, and character → its syllable's number. */
const charsOf = new Map<string, number[]>();
const syllableOf = new Uint16Array(65536);
const bySyllable: number[][] = [[]];
for (const line of PINYIN.trim().split(/\s+/)) {
  const [syllable = ''] = /^[a-z]+/.exec(line) ?? [];
  const chars = Array.from(line.slice(syllable.length), (char) => char.charCodeAt(0));
  charsOf.set(syllable, [...(charsOf.get(syllable) ?? []), ...chars]);
  const id = bySyllable.push(chars) - 1;
  for (const code of chars) if (syllableOf[code] === 0) syllableOf[code] = id;
}
const LONGEST_SYLLABLE = 6;

/** What is written for a character: by the first code unit of the substitute. */
const substitutes = new Map<number, { way: string; code: number }[]>();
for (const entry of SUBSTITUTES.trim().split(/\s+/)) {
  const [target = '', ...ways] = Array.from(
    entry.matchAll(/\(([^)]+)\)|\p{Extended_Pictographic}|./gu),
    (match) => match[1] ?? match[0],
  );
  for (const way of ways) {
    const list = substitutes.get(way.charCodeAt(0));
    const one = { way, code: target.charCodeAt(0) };
    if (list) list.push(one);
    else substitutes.set(way.charCodeAt(0), [one]);
  }
}

const pairWords = new Map<string, string>();
for (const entry of PAIRS.trim().split(/\s+/)) {
  const [word = '', others = ''] = entry.split(':');
  for (const other of others.split(',')) if (other) pairWords.set(other, word);
}
const pairBegins = new Uint8Array(65536);
for (const pair of pairWords.keys()) pairBegins[pair.charCodeAt(0)] = 1;
const ordinary = new Set(ORDINARY.trim().split(/\s+/));

/** Reads the words of one lexicon through their disguises. */
export interface Unmasker {
  unmask(view: View): View;
}

interface Unit {
  code: number;
  from: number;
  to: number;
}
interface Trail {
  units: Unit[];
  /** Characters written with a rare substitute, in pinyin, as a sound-alike; gaps with signs between. */
  rare: number;
  letters: number;
  alike: number;
  gaps: number;
}
interface Found {
  units: Unit[];
}

const isLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
/** Signs that are put between characters to split a word. Bit 1: also ordinary punctuation or a blank. */
const SIGN = new Uint8Array(65536);
for (const sign of '.·•*_-/\\|~^`\'"+=<>#&%@$丶丨ヽ。') SIGN[sign.charCodeAt(0)] = 1;
for (const sign of ' ，,、：:（）()【】[]“”') SIGN[sign.charCodeAt(0)] = 2;
const MOST_BETWEEN = 3;
/** How far before a suspicious place a word may begin. */
const REACH = 7;

export function makeUnmasker(lexicon: Lexicon): Unmasker {
  const roots = new RootMap(lexicon);
  /** Pairs of syllables that begin a word of three and more characters. */
  const openings = new Uint8Array(1 << 18);
  const opening = (a: number, b: number) => ((a << 9) ^ b) & 0x3ffff;
  lexicon.first.forEach((node, head) => {
    if (!node?.next || !isHan(head)) return;
    const first = syllableOf[head] ?? 0;
    for (const [code, next] of node.next) {
      if (next.next && isHan(code)) openings[opening(first, syllableOf[code] ?? 0)] = 1;
    }
  });

  function longest(text: string, at: number, mustReach: number): Found | null {
    let best: Unit[] | null = null;
    const walk = (node: Node | undefined, position: number, trail: Trail): void => {
      if (!node) return;
      if (
        node.classes &&
        position > mustReach &&
        trail.units.length > (best?.length ?? 0) &&
        accepted(trail, text, at, position)
      ) {
        best = trail.units;
      }
      if (!node.next || trail.units.length > 11) return;
      let here = position;
      for (let between = 0; between <= MOST_BETWEEN; between++) {
        if (here >= text.length) return;
        step(node.next, here, trail, between > 0 ? 1 : 0);
        const width = signAt(text, here);
        if (width === 0) return;
        here += width;
      }
    };
    const step = (next: Map<number, Node>, here: number, trail: Trail, gap: number): void => {
      const code = text.charCodeAt(here);
      const go = (child: Node | undefined, key: number, width: number, kind: 'exact' | 'rare' | 'letters' | 'alike') => {
        if (!child) return;
        walk(child, here + width, {
          units: [...trail.units, { code: key, from: here, to: here + width }],
          rare: trail.rare + (kind === 'rare' ? 1 : 0),
          letters: trail.letters + (kind === 'letters' ? 1 : 0),
          alike: trail.alike + (kind === 'alike' ? 1 : 0),
          gaps: trail.gaps + gap,
        });
      };
      go(next.get(code), code, 1, 'exact');
      for (const { way, code: target } of substitutes.get(code) ?? []) {
        if (target !== code && text.startsWith(way, here)) go(next.get(target), target, way.length, 'rare');
      }
      if (isLetter(code)) {
        if (!syllableMayBegin(text, here, trail)) return;
        for (let width = 1; width <= LONGEST_SYLLABLE; width++) {
          const chars = charsOf.get(text.slice(here, here + width));
          for (const key of chars ?? []) if (key !== code) go(next.get(key), key, width, 'letters');
        }
      } else if (isHan(code) && trail.alike === 0 && trail.rare + trail.letters + trail.gaps + gap === 0) {
        for (const key of bySyllable[syllableOf[code] ?? 0] ?? []) if (key !== code) go(next.get(key), key, 1, 'alike');
      }
    };
    step(roots, at, { units: [], rare: 0, letters: 0, alike: 0, gaps: 0 }, 0);
    return best ? { units: best } : null;
  }

  return {
    unmask(view) {
      const { text } = view;
      let found: Found[] | null = null;
      let done = 0;
      let checked = 0;
      for (let i = 0; i < text.length; i++) {
        const pair = pairAt(text, i);
        if (pair) {
          found ??= [];
          found.push(pair);
          done = i + 2;
          continue;
        }
        const code = text.charCodeAt(i);
        if (isHan(code) && i >= done && openings[opening(syllableOf[code] ?? 0, syllableOf[text.charCodeAt(i + 1)] ?? 0)] === 1) {
          const match = longest(text, i, i);
          if (match) {
            found ??= [];
            found.push(match);
            done = last(match);
            continue;
          }
        }
        if (!suspicious(text, i)) continue;
        for (let start = Math.max(done, checked, i - REACH); start <= i; start++) {
          const match = longest(text, start, i);
          if (!match) continue;
          found ??= [];
          found.push(match);
          done = last(match);
          break;
        }
        checked = Math.max(checked, Math.min(i - REACH + 1, i));
      }
      return found ? rewrite(view, found) : view;
    },
  };
}

/** Looks like a node's edges, but leads to the first characters. */
class RootMap extends Map<number, Node> {
  constructor(private readonly lexicon: Lexicon) {
    super();
  }
  override get(code: number): Node | undefined {
    return this.lexicon.first[code];
  }
}

const last = ({ units }: Found) => units[units.length - 1]?.to ?? 0;

/** Two characters that stand for a key word. */
function pairAt(text: string, at: number): Found | null {
  if (pairBegins[text.charCodeAt(at)] === 0) return null;
  const word = pairWords.get(text.slice(at, at + 2));
  if (!word) return null;
  return {
    units: [...word].map((char, i) => ({ code: char.charCodeAt(0), from: at + Math.min(i, 1), to: at + Math.min(i, 1) + 1 })),
  };
}

/** Width of a sign or emoji at `at`; 0 when there is none. */
function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (SIGN[code] !== 0) return 1;
  if (code < 0x2190 || isHan(code)) return 0;
  const point = text.codePointAt(at) ?? 0;
  return /\p{Extended_Pictographic}/u.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

function suspicious(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (substitutes.has(code)) return true;
  if (isLetter(code)) return !isLetter(text.charCodeAt(at - 1));
  if (isHan(code) || at === 0) return false;
  if (!isHan(text.charCodeAt(at - 1)) && !isLetter(text.charCodeAt(at - 1))) return false;
  const width = signAt(text, at);
  if (width === 0) return false;
  const next = text.charCodeAt(at + width);
  return isHan(next) || isLetter(next) || SIGN[next] !== 0 || next >= 0x2190;
}

/** Letters are read as pinyin when no other letters touch them, except pinyin of the same word. */
function syllableMayBegin(text: string, at: number, trail: Trail): boolean {
  if (!isLetter(text.charCodeAt(at - 1))) return true;
  const before = trail.units[trail.units.length - 1];
  return before !== undefined && before.to === at && trail.letters > 0;
}

function accepted(trail: Trail, text: string, from: number, to: number): boolean {
  const { units, rare, letters, alike, gaps } = trail;
  const size = units.length;
  if (size < 2 || rare + letters + alike + gaps === 0) return false;
  if (!isHan(units[0]?.code ?? 0) && !isHan(units[size - 1]?.code ?? 0)) return false;
  if (isLetter(text.charCodeAt(to - 1)) && isLetter(text.charCodeAt(to))) return false;
  const written = text.slice(from, to);
  if (ordinary.has(written)) return false;
  if (alike > 0) return size >= 3 && rare + letters + gaps === 0;
  if (gaps > 0 && !splitOnPurpose(units, text, written, gaps)) return false;
  // Pinyin alone: long enough not to be an English word.
  if (letters === size) return to - from - gaps >= 6 && gaps === 0;
  if (letters > 0 && size === 2) return gaps === 0 && to - from >= 3;
  return rare + letters <= Math.max(1, size - 1);
}

/** Signs that divide a word: the same between all characters, or a sign that is no punctuation. */
function splitOnPurpose(units: readonly Unit[], text: string, written: string, gaps: number): boolean {
  const size = units.length;
  const uniform = gaps === size - 1;
  const blanks = /[ ，,、：:（）()【】[\]“”]/.test(written);
  if (!blanks) return true;
  if (/[，,、：:。]/.test(written)) return uniform && size >= 4;
  if (!uniform) return false;
  if (size >= 3) return true;
  // Two characters with a blank: only when both stand alone.
  const from = units[0]?.from ?? 0;
  const to = units[size - 1]?.to ?? 0;
  return !isHan(text.charCodeAt(from - 1)) && !isHan(text.charCodeAt(to));
}

function rewrite(view: View, found: readonly Found[]): View {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: number[] = [];
  const startOf = (i: number) => view.starts?.[i] ?? i;
  const endOf = (i: number) => view.ends?.[i] ?? i + 1;
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      text.push(view.text.charAt(i));
      starts.push(startOf(i));
      ends.push(endOf(i));
      marks.push(view.marks?.[i] ?? MARK.plain);
    }
  };
  let at = 0;
  for (const { units } of found) {
    const [head] = units;
    if (!head || head.from < at) continue;
    copy(at, head.from);
    for (const unit of units) {
      text.push(String.fromCharCode(unit.code));
      starts.push(startOf(unit.from));
      ends.push(endOf(unit.to - 1));
      marks.push(MARK.disguised);
      at = unit.to;
    }
  }
  copy(at, view.text.length);
  return {
    text: text.join(''),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    marks: Uint8Array.from(marks),
    invisible: view.invisible,
  };
}
