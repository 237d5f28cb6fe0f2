/**
 * Finds words of the lexicon that are written with sound-alikes, pinyin, emoji, split characters or signs between the characters,
 * and writes them plainly into the view (`facts/compliance-rules.md`, section 4, steps 6 and 7). The walk starts only where
 * something is suspicious (a sign between two characters, letters beside them, a rare substitute) or where two syllables begin a
 * longer word; every step is bounded, so the cost is linear in the text.
 */
import { HIDDEN_WORDS, HIDEABLE, HIDEABLE_SHORT, ORDINARY, PAIRS, SUBSTITUTES } from '../../../assets/rules/disguises';
import { PINYIN } from '../../../assets/rules/pinyin';
import { MARK, Rewriting, type View } from './fold';
import { Classes, isLetter, Lexicon, type Node, PAIR_BITS, pairKey } from './lexicon';
import { closeUp } from './spaced';
import { wordsOf } from './word-list';

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

/** Han characters that are part of no substitute: they stand for nothing but themselves. */
const ITSELF = new Uint8Array(65536);
ITSELF.fill(1, 0x4e00, 0xa000);
for (const ways of substitutes.values())
  for (const { way } of ways) for (let i = 0; i < way.length; i++) ITSELF[way.charCodeAt(i)] = 0;

/** Code units that a substitute begins with: far fewer than there are, so that the map is hardly asked. */
const substituteBegins = new Uint8Array(65536);
for (const code of substitutes.keys()) substituteBegins[code] = 1;

const pairWords = new Map<string, string>();
for (const entry of PAIRS.trim().split(/\s+/)) {
  const [word = '', others = ''] = entry.split(':');
  for (const other of others.split(',')) if (other) pairWords.set(other, word);
}
const pairBegins = new Uint8Array(65536);
const pairNumber = (first: number, second: number) => first * 65536 + second;
const pairsByNumber = new Map<number, string>();
for (const [pair, word] of pairWords) {
  pairBegins[pair.charCodeAt(0)] = 1;
  if (pair.length === 2) pairsByNumber.set(pairNumber(pair.charCodeAt(0), pair.charCodeAt(1)), word);
}
const ordinary = new Set(ORDINARY.trim().split(/\s+/));

/** Reads the words of one lexicon through their disguises. */
export interface Unmasker {
  unmask(view: View): View;
}

const OPENING_BITS = 19;
/** Place of three syllables. */
function opening(a: number, b: number, c: number): number {
  return Math.imul((a * 449 + b) * 449 + c, 0x9e3779b1) >>> (32 - OPENING_BITS);
}
const soundAt = (text: string, at: number) => (at < text.length ? (syllableOf[text.charCodeAt(at)] ?? 0) : 0);

interface Unit {
  code: number;
  from: number;
  to: number;
}
/** A way through the trie so far, newest character first. */
interface Trail {
  code: number;
  from: number;
  to: number;
  before: Trail | null;
  size: number;
  /** Characters written with a rare substitute; in pinyin; gaps with signs between. */
  rare: number;
  letters: number;
  gaps: number;
}
interface Found {
  units: Unit[];
}

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
/** Signs that are put between characters to split a word. Bit 1: also ordinary punctuation or a blank. */
const SIGN = new Uint8Array(65536);
for (const sign of '.·•*_-/\\|~^`\'"+=<>#&%@$丶丨ヽ。') SIGN[sign.charCodeAt(0)] = 1;
for (const sign of ' ，,、：:（）()【】[]“”') SIGN[sign.charCodeAt(0)] = 2;
/** Characters that are never part of a disguise: neither sign nor letter nor substitute. */
const PLAIN = new Uint8Array(65536);
for (let code = 0x4e00; code <= 0x9fff; code++) if (!substitutes.has(code)) PLAIN[code] = 1;
const MOST_BETWEEN = 3;
/** Characters of one word behind sound-alikes. */
const MOST_ALIKE = 2;
/** How far before a suspicious place a word may begin. */
const REACH = 7;

export function makeUnmasker(words: Readonly<Record<string, string>>, isWord: (written: string) => boolean): Unmasker {
  const hideable = new Classes({
    ...Object.fromEntries(HIDEABLE.split(' ').map((name) => [name, words[name] ?? ''])),
    // What the rules put together from two classes is hidden as one word.
    combined: `${HIDDEN_WORDS} ${wordsOf(words.quality ?? '')
      .map((word) => `最${word}`)
      .join(' ')}`,
  });
  const lexicon = new Lexicon(hideable);
  const short = new Set(HIDEABLE_SHORT.split(' ').map((name) => hideable.id(name)));
  const roots: Edges = { get: (code) => lexicon.head(code) };
  /** Per character: 1 a key pair may begin, 2 something suspicious, 4 a word whose sound begins so. 0: nothing to look at. */
  const look = new Uint8Array(65536).fill(2);
  for (let code = 0x4e00; code <= 0x9fff; code++) look[code] = (PLAIN[code] === 1 ? 0 : 2) + (pairBegins[code] ?? 0);
  for (const code of '0123456789。！？!?\n') look[code.charCodeAt(0)] = 0;
  /** Triples of syllables that begin a word, hashed. */
  const openings = new Uint8Array(1 << OPENING_BITS);
  const heads = new Set<number>();
  lexicon.first.forEach((node, head) => {
    for (const [second, next] of node?.next ?? []) {
      for (const third of next.next?.keys() ?? []) {
        if (isHan(head) && isHan(second) && isHan(third)) {
          const first = syllableOf[head] ?? 0;
          openings[opening(first, syllableOf[second] ?? 0, syllableOf[third] ?? 0)] = 1;
          heads.add(first);
        }
      }
    }
  });

  for (const head of heads) for (const code of bySyllable[head] ?? []) look[code] = (look[code] ?? 0) | 4;

  /** Pairs of neighbours inside a word, hashed. */
  const neighbours = new Uint8Array(1 << PAIR_BITS);
  for (const list of hideable.words)
    for (const word of list)
      for (let i = 1; i < word.length; i++) neighbours[pairKey(word.charCodeAt(i - 1), word.charCodeAt(i))] = 1;

  /** False where a sign stands between two characters that are no neighbours in any word: it splits none. */
  function maySplit(text: string, at: number): boolean {
    const before = text.charCodeAt(at - 1);
    if (ITSELF[before] !== 1 || substituteBegins[text.charCodeAt(at)] === 1) return true;
    const after = text.charCodeAt(at + signAt(text, at));
    return ITSELF[after] !== 1 || neighbours[pairKey(before, after)] === 1;
  }

  /** The longest word from `at` that is written with substitutes, letters or signs and goes beyond `mustReach`. */
  function longest(text: string, at: number, mustReach: number): Found | null {
    let best: Trail | null = null;
    const walk = (node: Node, trail: Trail): void => {
      if (node.classes && trail.to > mustReach && trail.size > (best?.size ?? 0) && accepted(trail, text, at, isWord))
        best = trail;
      if (!node.next || trail.size > 11) return;
      let here = trail.to;
      for (let between = 0; between <= MOST_BETWEEN && here < text.length; between++) {
        step(node.next, here, trail, between > 0 ? 1 : 0);
        const width = signAt(text, here);
        if (width === 0) return;
        here += width;
      }
    };
    const go = (
      child: Node | undefined,
      code: number,
      from: number,
      width: number,
      before: Trail | null,
      kind: number,
      gap: number,
    ) => {
      if (!child) return;
      walk(child, {
        code,
        from,
        to: from + width,
        before,
        size: (before?.size ?? 0) + 1,
        rare: (before?.rare ?? 0) + (kind === 1 ? 1 : 0),
        letters: (before?.letters ?? 0) + (kind === 2 ? 1 : 0),
        gaps: (before?.gaps ?? 0) + gap,
      });
    };
    const step = (next: Edges, here: number, trail: Trail | null, gap: number): void => {
      const code = text.charCodeAt(here);
      go(next.get(code), code, here, 1, trail, 0, gap);
      if (substituteBegins[code] === 1) {
        for (const { way, code: target } of substitutes.get(code) ?? []) {
          if (target !== code && text.startsWith(way, here)) go(next.get(target), target, here, way.length, trail, 1, gap);
        }
      }
      if (!isLetter(code) || !syllableMayBegin(text, here, trail)) return;
      for (let width = 2; width <= LONGEST_SYLLABLE; width++) {
        for (const key of charsOf.get(text.slice(here, here + width)) ?? []) go(next.get(key), key, here, width, trail, 2, gap);
      }
    };
    step(roots, at, null, 0);
    return best ? { units: unitsOf(best) } : null;
  }

  /** The longest word of three and more characters from `at` with one of them, of four and more two, replaced by ones that sound the same. */
  function alike(text: string, at: number): Found | null {
    let bestSize = 0;
    let best: number[] = [];
    const path: number[] = [];
    const walk = (next: Edges, position: number, swapped: number): void => {
      const code = text.charCodeAt(position);
      if (!isHan(code)) return;
      const visit = (child: Node | undefined, key: number, swap: number) => {
        if (!child) return;
        path.push(key);
        const long = path.length > 3 || (path.length === 3 && child.classes?.some((cls) => short.has(cls)));
        if (child.classes && swap > 0 && (swap === 1 || path.length >= 4) && long && path.length > bestSize) {
          bestSize = path.length;
          best = [...path];
        }
        if (child.next) walk(child.next, position + 1, swap);
        path.pop();
      };
      visit(next.get(code), code, swapped);
      if (swapped === MOST_ALIKE) return;
      for (const key of bySyllable[syllableOf[code] ?? 0] ?? []) if (key !== code) visit(next.get(key), key, swapped + 1);
    };
    walk(roots, at, 0);
    const written = text.slice(at, at + bestSize);
    if (bestSize === 0 || isWord(written) || ordinary.has(written)) return null;
    return { units: best.map((code, i) => ({ code, from: at + i, to: at + i + 1 })) };
  }

  /** A word that goes over the suspicious place `at` and begins at or before it. */
  function around(text: string, at: number, done: number): Found | null {
    for (let start = Math.max(done, at - REACH); start <= at; start++) {
      const code = text.charCodeAt(start);
      const next = text.charCodeAt(start + 1);
      // What stands for nothing but itself has to be the beginning of a word as it is.
      const itself = substituteBegins[code] === 0 && !isLetter(code);
      if (itself && !(PLAIN[code] === 1 && PLAIN[next] === 1 ? lexicon.mayBegin(code, next) : lexicon.head(code))) continue;
      const match = longest(text, start, at);
      if (match) return match;
    }
    return null;
  }

  return {
    unmask(spaced) {
      const view = withoutNoise(closeRuns(closeUp(spaced)), lexicon);
      const { text } = view;
      let found: Found[] | null = null;
      let done = 0;
      // The sounds of this character and the next two.
      let sound = 0;
      let second = soundAt(text, 0);
      let third = soundAt(text, 1);
      for (let i = 0; i < text.length; i++) {
        sound = second;
        second = third;
        third = soundAt(text, i + 2);
        const kind = look[text.charCodeAt(i)] ?? 0;
        if (kind === 0 || i < done) continue;
        const match =
          ((kind & 1) !== 0 ? pairAt(text, i) : null) ??
          ((kind & 4) !== 0 && openings[opening(sound, second, third)] === 1 ? alike(text, i) : null) ??
          ((kind & 2) !== 0 && suspicious(text, i) && maySplit(text, i) ? around(text, i, done) : null);
        if (!match) continue;
        found ??= [];
        found.push(match);
        done = last(match);
      }
      return found ? rewrite(view, found) : view;
    },
  };
}

/** What leads on from a node. */
interface Edges {
  get(code: number): Node | undefined;
}

function unitsOf(last: Trail): Unit[] {
  const units: Unit[] = [];
  for (let trail: Trail | null = last; trail; trail = trail.before)
    units.unshift({ code: trail.code, from: trail.from, to: trail.to });
  return units;
}

const last = ({ units }: Found) => units[units.length - 1]?.to ?? 0;

/** Two characters that stand for a key word, a sign or an emoji between them or not. */
function pairAt(text: string, at: number): Found | null {
  const gap = signAt(text, at + 1);
  const second = at + 1 + (SIGN[text.charCodeAt(at + 1)] === 2 ? 0 : gap);
  const word = pairsByNumber.get(pairNumber(text.charCodeAt(at), text.charCodeAt(second)));
  if (!word) return null;
  return {
    units: [...word].map((char, i) => {
      const from = i === 0 ? at : second;
      return { code: char.charCodeAt(0), from, to: from + 1 };
    }),
  };
}

/** Width of a sign or emoji at `at`; 0 when there is none. */
function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (SIGN[code] !== 0) return 1;
  if (code < 0x2190 || isHan(code)) return 0;
  if (isFigure(code)) return 1;
  const point = text.codePointAt(at) ?? 0;
  return /\p{Extended_Pictographic}/u.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

/** Arrows, mathematical and geometric signs, stars; not the circled digits between them. */
const isFigure = (code: number) => (code <= 0x23ff || code >= 0x2500) && code <= 0x2767;

/** After these a character stands alone too: 的顶 级. */
const ENDS_WORD = new Set('的是款和与及');

/** Whether something here may be part of a disguise. */
function suspicious(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const ways = substituteBegins[code] === 1 ? substitutes.get(code) : undefined;
  if (ways?.some(({ way }) => way.length === 1 || text.startsWith(way, at))) return true;
  if (isLetter(code)) return !isLetter(text.charCodeAt(at - 1)) && startsWithSyllable(text, at);
  if (isHan(code) || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  if (!isHan(before) && !isLetter(before)) return false;
  const width = signAt(text, at);
  if (width === 0) return false;
  const next = text.charCodeAt(at + width);
  if (SIGN[code] !== 2) return isHan(next) || isLetter(next) || SIGN[next] !== 0 || next >= 0x2190;
  // A blank or comma divides ordinary words all the time: only beside a character that stands alone.
  return (
    isHan(next) &&
    (at < 2 || !isHan(text.charCodeAt(at - 2)) || !isHan(text.charCodeAt(at + width + 1)) || ENDS_WORD.has(text.charAt(at - 2)))
  );
}

/** Whether the letters from here can be read as pinyin at all. Letters of an address or a handle cannot. */
function startsWithSyllable(text: string, at: number): boolean {
  if (/[./@_:0-9-]/.test(text.charAt(at - 1))) return false;
  return readsAsPinyin(text, at);
}

/** No word of the lists is longer in letters. */
const LONGEST_IN_LETTERS = 60;

function readsAsPinyin(text: string, at: number): boolean {
  let stop = at;
  while (isLetter(text.charCodeAt(stop))) if (++stop - at > LONGEST_IN_LETTERS) return false;
  // From each place that syllables reach, the next ones: every place once, however many readings lead there.
  const reached = new Set([at]);
  for (const from of reached) {
    for (let width = 2; width <= LONGEST_SYLLABLE && from + width <= stop; width++)
      if (charsOf.has(text.slice(from, from + width))) reached.add(from + width);
  }
  return reached.has(stop) && !/[./@_]/.test(text.charAt(stop));
}

/** Letters are read as pinyin when no other letters touch them, except pinyin of the same word. */
function syllableMayBegin(text: string, at: number, trail: Trail | null): boolean {
  return !isLetter(text.charCodeAt(at - 1)) || (trail !== null && trail.to === at && trail.letters > 0);
}

function accepted(trail: Trail, text: string, from: number, isWord: (written: string) => boolean): boolean {
  const { size, rare, letters, gaps, to } = trail;
  if (size < 2 || rare + letters + gaps === 0) return false;
  if (isLetter(text.charCodeAt(to - 1)) && isLetter(text.charCodeAt(to))) return false;
  const written = text.slice(from, to);
  if (ordinary.has(written) || isWord(written)) return false;
  const units = unitsOf(trail);
  if (!isHan(units[0]?.code ?? 0) && !isHan(units[size - 1]?.code ?? 0)) return false;
  if (gaps > 0 && !splitOnPurpose(units, text, written, gaps)) return false;
  // Pinyin alone: long enough not to be an English word.
  if (letters === size)
    return to - from - gaps >= (gaps > 0 ? 6 : isHan(text.charCodeAt(from - 1)) || isHan(text.charCodeAt(to)) ? 4 : 6);
  if (letters > 0 && size === 2) return gaps === 0 && to - from >= 3;
  return rare + letters <= Math.max(1, size - 1);
}

function splitOnPurpose(units: readonly Unit[], text: string, written: string, gaps: number): boolean {
  const size = units.length;
  const uniform = gaps === size - 1;
  if (/[，,、：:。]/.test(written)) return uniform && size >= 4;
  if (!/[ （）()【】[\]“”]/.test(written) || uniform)
    return size >= 3 || !/[ （）()【】[\]“”]/.test(written) || standsAlone(units, text);
  // One blank inside a longer word.
  return size >= 3 && gaps === 1;
}

/** Two characters with a blank between: one of them has to stand alone. */
function standsAlone(units: readonly Unit[], text: string): boolean {
  const from = units[0]?.from ?? 0;
  const to = units[units.length - 1]?.to ?? 0;
  return !isHan(text.charCodeAt(from - 1)) || !isHan(text.charCodeAt(to)) || ENDS_WORD.has(text.charAt(from - 1));
}

/** Single characters with the same sign between all of them, `销 量 第 一`, `最❤好❤用的`: the signs go. */
function closeRuns(view: View): View {
  const { text } = view;
  if (!MAY_BE_SPACED.test(text)) return view;
  const dropped: [number, number][] = [];
  const marked = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    if (!isHan(text.charCodeAt(i)) || signAt(text, i + 1) === 0) continue;
    const gaps: [number, number][] = [];
    let at = i;
    let sign = '';
    for (;;) {
      const width = signAt(text, at + 1) || 0;
      const next = at + 1 + width;
      if (width === 0 || !isHan(text.charCodeAt(next)) || (sign !== '' && text.slice(at + 1, next) !== sign)) break;
      sign = text.slice(at + 1, next);
      gaps.push([at + 1, next]);
      at = next;
      if (isHan(text.charCodeAt(at + 1))) break;
    }
    if (gaps.length >= 2 && !/[，,、：:。]/.test(sign)) {
      dropped.push(...gaps);
      for (let c = i; c <= at; c++) marked.add(c);
      i = at;
    }
  }
  return dropped.length === 0 ? view : without(view, dropped, marked);
}
const MAY_BE_SPACED = /[\u4e00-\u9fff][^\u4e00-\u9fffa-z0-9]{1,2}[\u4e00-\u9fff][^\u4e00-\u9fffa-z0-9]{1,2}[\u4e00-\u9fff]/;

/** Squared words (🈶, 🉑) are read as words by `fold`; put into a word only to split it, they go. */
const NOISE = new Set('有可得满禁秘合营指申割空无月');
function withoutNoise(view: View, lexicon: Lexicon): View {
  const { text, marks } = view;
  if (!marks) return view;
  const dropped: [number, number][] = [];
  const isNoise = (at: number) => marks[at] === MARK.disguised && NOISE.has(text.charAt(at));
  const plain = (from: number, to: number) => {
    let out = '';
    for (let at = from; at < to; at++) if (!isNoise(at)) out += text.charAt(at);
    return out;
  };
  for (let i = 1; i < text.length - 1; i++) {
    if (!isNoise(i)) continue;
    const before = plain(Math.max(0, i - REACH), i);
    const joined = before + plain(i + 1, Math.min(text.length, i + REACH));
    if (
      pairWords.has(joined.slice(Math.max(0, before.length - 1), before.length + 1)) ||
      lexicon.scan(joined).some((start, end) => start < before.length && end > before.length)
    )
      dropped.push([i, i + 1]);
  }
  return dropped.length === 0 ? view : without(view, dropped, new Set(dropped.flatMap(([at]) => [at - 1, at + 1])));
}

function without(view: View, dropped: readonly [number, number][], marked: ReadonlySet<number>): View {
  const written = new Rewriting(view);
  let at = 0;
  const keep = (to: number) => {
    for (; at < to; at++) written.keep(at, at + 1, marked.has(at) ? MARK.disguised : undefined);
  };
  for (const [from, to] of dropped) {
    keep(from);
    at = Math.max(at, to);
  }
  keep(view.text.length);
  return written.done();
}

function rewrite(view: View, found: readonly Found[]): View {
  const written = new Rewriting(
    view,
    found.reduce((sum, { units }) => sum + units.length, 0),
  );
  let at = 0;
  for (const { units } of found) {
    const [head] = units;
    if (!head || head.from < at) continue;
    written.keep(at, head.from);
    for (const { code, from, to } of units) {
      written.put(String.fromCharCode(code), from, to);
      at = to;
    }
  }
  written.keep(at, view.text.length);
  return written.done();
}
