/**
 * Text as rules read it: lower case, half-width, simplified characters, without invisible ones, and an index map back to the
 * original (`facts/compliance-rules.md`, section 4, steps 1–5). Most texts need nothing of it and keep the identity map.
 */

import { LOOK_ALIKES, SYMBOL_DIGITS, SYMBOL_WORDS } from '../../../assets/rules/disguises';
import { SIMPLIFIED, TRADITIONAL } from '../../../assets/rules/traditional';

/** What was done to a character of the view. */
export const MARK = { plain: 0, disguised: 1, traditional: 2 } as const;

export interface View {
  /** What the rules read. */
  text: string;
  /** Original offset where view character i begins; one entry more than characters. Null: same offsets. */
  starts: Int32Array | null;
  /** Original offset after view character i. */
  ends: Int32Array | null;
  /** `MARK` per view character; null where nothing was done. */
  marks: Uint8Array | null;
  /** Original ranges of invisible characters that stand inside a word (rule TECH-ZW). */
  invisible: [number, number][];
}

const traditional = new Map<number, string>();
for (let i = 0; i < TRADITIONAL.length; i++) traditional.set(TRADITIONAL.charCodeAt(i), SIMPLIFIED.charAt(i));
const simplifiedOnly = new Set(SIMPLIFIED);
for (const shared of '后里干系面只台余云松斗谷范准制征于伙么几表别冲丑发复回家据卷克困累了签舍适术松涂团咸向须叶郁御症致钟周朱筑') {
  simplifiedOnly.delete(shared);
}

/** Code units that the fast path may meet: nothing to fold, nothing to hide behind. Bit 1: has to be folded. Bit 2: upper case. */
const KIND = new Uint8Array(65536).fill(1);
for (let code = 0x20; code < 0x7f; code++) KIND[code] = 0;
for (let code = 0x41; code <= 0x5a; code++) KIND[code] = 2;
for (let code = 0x4e00; code <= 0x9fff; code++) KIND[code] = 0;
for (const code of traditional.keys()) KIND[code] = 1;
KIND['著'.charCodeAt(0)] = 1;
for (const symbol of Object.keys(SYMBOL_WORDS)) if (symbol.length === 1) KIND[symbol.charCodeAt(0)] = 1;
for (const plain of '\n。，、：；！？“”《》（）…—【】「」『』～·￥–') KIND[plain.charCodeAt(0)] = 0;

export function fold(original: string): View {
  let kinds = 0;
  for (let i = 0; i < original.length; i++) kinds |= KIND[original.charCodeAt(i)] ?? 1;
  if (kinds === 0) return { text: original, starts: null, ends: null, marks: null, invisible: [] };
  if (kinds === 2) return { text: original.toLowerCase(), starts: null, ends: null, marks: null, invisible: [] };
  return foldSlowly(original);
}

/** Punctuation whose full-width form is ordinary Chinese: kept, so that sentence ends stay visible. */
const KEPT = new Set('。，、：；！？“”《》（）…—【】「」『』～·￥–');
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u3164\uFFA0\u{E0000}-\u{E007F}]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]$/u;
const WORD = /^[\p{L}\p{N}]$/u;

function foldSlowly(original: string): View {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: number[] = [];
  const invisible: [number, number][] = [];
  const put = (piece: string, start: number, end: number, mark: number) => {
    for (let i = 0; i < piece.length; i++) {
      text.push(piece.charAt(i));
      // A surrogate pair keeps its halves together: both map to the whole character.
      starts.push(start);
      ends.push(end);
      marks.push(mark);
    }
  };
  let simplified = 0;
  let twins = false;
  let toned = false;
  let char = '';
  let before = '';
  for (let at = 0, end = 0; at < original.length; at = end) {
    before = char;
    char = pointAt(original, at);
    end = at + char.length;
    const code = char.charCodeAt(0);
    const kind = char.length === 1 ? KIND[code] : 1;
    if (kind === 0) {
      // Runs of blanks count as one.
      if (char === ' ' && text[text.length - 1] === ' ') continue;
      if (code >= 0x4e00 && simplifiedOnly.has(char)) simplified++;
      text.push(char);
      starts.push(at);
      ends.push(end);
      marks.push(0);
      continue;
    }
    if (kind === 2) {
      put(char.toLowerCase(), at, end, MARK.plain);
      continue;
    }
    // Keycap: digit, perhaps a variation selector, and the enclosing mark.
    if (char === '\u20E3' || char === '\uFE0F' || char === '\uFE0E') {
      if (char === '\u20E3' && marks.length > 0 && /[0-9#*]/.test(text[text.length - 1] ?? '')) {
        marks[marks.length - 1] = MARK.disguised;
        ends[ends.length - 1] = end;
      }
      continue;
    }
    if (char === '\u200D' && isEmoji(before) && isEmoji(pointAt(original, end))) {
      put(char, at, end, MARK.plain);
      continue;
    }
    if (/^[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r]$/u.test(char)) {
      if (text[text.length - 1] !== ' ') put(' ', at, end, MARK.plain);
      continue;
    }
    if (INVISIBLE.test(char)) {
      // A whole run at once.
      const from = at;
      for (let more = pointAt(original, end); INVISIBLE.test(more); more = pointAt(original, end)) end += more.length;
      const after = pointAt(original, end);
      if (!isFlagTag(before, original.slice(from, end)) && !isSpelling(original, from, end, before, after))
        if (isWordLike(before) && isWordLike(after)) invisible.push([from, end]);
      continue;
    }
    if (code >= 0x249c && code <= 0x24b5) {
      // Letters in brackets, ⒱.
      put(String.fromCharCode(0x61 + code - 0x249c), at, end, MARK.disguised);
      continue;
    }
    const digit = SYMBOL_DIGITS[char];
    if (digit !== undefined) {
      put(digit, at, end, MARK.disguised);
      continue;
    }
    const word = SYMBOL_WORDS[char];
    if (word !== undefined) {
      put(word, at, end, MARK.disguised);
      continue;
    }
    const simple = char === '著' && !isBook(before, pointAt(original, end)) ? '着' : traditional.get(code);
    if (simple !== undefined) {
      put(simple, at, end, MARK.traditional);
      continue;
    }
    if (LOOK_ALIKES[char.toLowerCase()] !== undefined) {
      put(char.toLowerCase(), at, end, MARK.plain);
      twins = true;
      continue;
    }
    if (KEPT.has(char)) {
      put(char, at, end, MARK.plain);
      continue;
    }
    if (char === '’' || char === '‘') {
      put("'", at, end, MARK.plain);
      continue;
    }
    const folded = char.normalize('NFKC').toLowerCase();
    let piece = '';
    for (const part of folded) {
      if (INVISIBLE.test(part)) continue;
      piece += part.length === 1 ? (traditional.get(part.charCodeAt(0)) ?? part) : part;
    }
    if (piece) put(piece, at, end, MARK.plain);
    if (TONES.has(piece)) toned = true;
    // A letter of a mathematical alphabet may be a look-alike too.
    if ([...piece].some((part) => LOOK_ALIKES[part] !== undefined)) twins = true;
  }
  // Either reading can be what the other waits for: a vowel that lost its tone makes its word Latin, a look-alike that became Latin
  // brings a vowel with a tone up to a Chinese character.
  if (toned) readTones(text, marks);
  if (twins) readTwins(text, marks);
  if (toned && twins) readTones(text, marks);
  const traditionalCount = marks.reduce((sum, mark) => sum + (mark === MARK.traditional ? 1 : 0), 0);
  // A text in traditional characters is nobody's disguise; a traditional character in a simplified text may be one.
  const mixed = simplified >= 2 && simplified > 2 * traditionalCount;
  const flat = Uint8Array.from(marks, (mark) => (mark === MARK.traditional ? (mixed ? MARK.disguised : MARK.plain) : mark));
  return { text: text.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends), marks: flat, invisible };
}

/** The whole character at an offset; nothing after the end. */
const pointAt = (text: string, at: number) =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at);
/** 著 is 着 in traditional spelling (閉著眼) and a character of its own in both (显著, 著名). */
const isBook = (before: string, after: string) =>
  /[显顯名原编編专專卓昭土论論巨译譯合]/.test(before) || /[名作称稱述书書录錄]/.test(after);
const isEmoji = (char: string) => EMOJI.test(char) || char === '\uFE0F';
const isWordLike = (char: string) => WORD.test(char) || EMOJI.test(char);

/** Scripts in which the joiner and the non-joiner are letters of the orthography, and those written without blanks. */
const JOINED =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Syriac}\p{Script=Mongolian}]\p{M}*$/u;
const UNSPACED = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A word long enough to be broken at the end of a line. */
const LONG = 12;
const LONG_WORD = /(?=\p{L}*\u00AD\p{L})(?:\p{Script=Latin}|\u00AD){10}/u;

/**
 * Invisible characters that belong to ordinary spelling: joiners in Persian and the scripts of India, vowel signs and accents
 * written as marks, the break of scripts without blanks, the soft hyphen of Latin words, anything beside an emoji.
 */
function isSpelling(original: string, from: number, to: number, before: string, after: string): boolean {
  const run = original.slice(from, to);
  const signs = run.replace(/\p{M}+/gu, '');
  if (signs === '') return !(/[\u0334-\u0338\u20D0-\u20FF]/.test(run) || run.length > 2 || isHan(before));
  if (/^[\u200C\u200D]+$/.test(signs)) return JOINED.test(before) || JOINED.test(after) || (isEmoji(before) && isEmoji(after));
  if (signs === '\u200B') return UNSPACED.test(before) || UNSPACED.test(after) || isEmoji(before) || isEmoji(after);
  if (signs === '\u00AD') return LONG_WORD.test(original.slice(Math.max(0, from - LONG), to + LONG));
  return signs === '\u2060' && (isEmoji(before) || isEmoji(after));
}

/** Flags of England, Scotland and Wales are a black flag and tag characters. */
function isFlagTag(before: string, tags: string): boolean {
  return before === '\u{1F3F4}' && tags.length <= 2 * LONGEST_FLAG_TAG && /^[\u{E0020}-\u{E007F}]+$/u.test(tags);
}
const LONGEST_FLAG_TAG = 6;

/**
 * Look-alike letters become Latin ones in a word that has Latin letters or digits too. Among its own kind a Cyrillic or Greek
 * letter is a letter of that language; Lisu capitals by themselves are Latin ones in disguise.
 */
function readTwins(text: string[], marks: number[]): void {
  for (let from = 0; from < text.length; from++) {
    let to = from;
    let plain = false;
    let foreign = false;
    for (; to < text.length && /[\p{L}\p{N}]/u.test(text[to] ?? '') && !/\p{Script=Han}/u.test(text[to] ?? ''); to++) {
      if (/[a-z0-9]/.test(text[to] ?? '')) plain = true;
      else if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text[to] ?? '')) foreign = true;
    }
    if (plain || (!foreign && to - from > 1)) {
      for (let i = from; i < to; i++) {
        const twin = LOOK_ALIKES[text[i] ?? ''];
        if (twin === undefined) continue;
        text[i] = twin;
        marks[i] = MARK.disguised;
      }
    }
    from = to;
  }
}

/** Vowels with the tone marks of pinyin. */
const TONES = new Map(
  ['aāáǎà', 'eēéěè', 'iīíǐì', 'oōóǒò', 'uūúǔù', 'vǖǘǚǜü'].flatMap(([plain = '', ...marked]) =>
    marked.map((vowel) => [vowel, plain] as const),
  ),
);

/** Letters with tone marks that touch a Chinese character are pinyin; elsewhere they belong to another language. */
function readTones(text: string[], marks: number[]): void {
  for (let from = 0; from < text.length; from++) {
    let to = from;
    while (to < text.length && /[a-z]/.test(TONES.get(text[to] ?? '') ?? text[to] ?? '')) to++;
    if (to > from && (isHan(text[from - 1]) || isHan(text[to]))) {
      for (let i = from; i < to; i++) {
        const plain = TONES.get(text[i] ?? '');
        if (plain === undefined) continue;
        text[i] = plain;
        marks[i] = MARK.disguised;
      }
    }
    from = to;
  }
}
const isHan = (char: string | undefined) => char !== undefined && /\p{Script=Han}/u.test(char);

/** Makes a view out of pieces of another one. */
export class Rewriting {
  private readonly pieces: string[] = [];
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly marks: Uint8Array;
  private length = 0;

  /** `longer`: characters that may come in addition. */
  constructor(
    private readonly view: View,
    longer = 0,
  ) {
    const size = view.text.length + longer;
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.marks = new Uint8Array(size);
  }

  /** Characters [from, to) as they are, with a mark of their own if one is given. */
  keep(from: number, to: number, mark?: number): void {
    const { view, length } = this;
    this.pieces.push(view.text.slice(from, to));
    for (let i = from; i < to; i++) {
      this.starts[length + i - from] = view.starts?.[i] ?? i;
      this.ends[length + i - from] = view.ends?.[i] ?? i + 1;
      this.marks[length + i - from] = mark ?? view.marks?.[i] ?? MARK.plain;
    }
    this.length += to - from;
  }

  /** One character in the place of [from, to). */
  put(char: string, from: number, to: number): void {
    this.pieces.push(char);
    this.starts[this.length] = this.view.starts?.[from] ?? from;
    this.ends[this.length] = this.view.ends?.[to - 1] ?? to;
    this.marks[this.length] = MARK.disguised;
    this.length++;
  }

  done(): View {
    const { length } = this;
    return {
      text: this.pieces.join(''),
      starts: this.starts.subarray(0, length),
      ends: this.ends.subarray(0, length),
      marks: this.marks.subarray(0, length),
      invisible: this.view.invisible,
    };
  }
}

/** Where view characters [from, to) stand in the original. */
export function originalRange(view: View, from: number, to: number): [number, number] {
  if (!view.starts || !view.ends) return [from, to];
  const first = view.starts[from] ?? 0;
  const last = view.ends[Math.max(from, to - 1)] ?? first;
  return [first, Math.max(first, last)];
}

export function isDisguised(view: View, from: number, to: number): boolean {
  if (!view.marks) return false;
  for (let i = from; i < to; i++) if (view.marks[i] === MARK.disguised) return true;
  return false;
}
