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
  const points: { at: number; char: string }[] = [];
  for (let at = 0; at < original.length; ) {
    const char = String.fromCodePoint(original.codePointAt(at) ?? 0);
    points.push({ at, char });
    at += char.length;
  }
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
  let latin = false;
  for (let p = 0; p < points.length; p++) {
    const point = points[p];
    if (!point) continue;
    const { at, char } = point;
    const end = at + char.length;
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
      latin = code >= 0x61 && code <= 0x7a;
      continue;
    }
    if (kind === 2) {
      put(char.toLowerCase(), at, end, MARK.plain);
      latin = true;
      continue;
    }
    const next = points[p + 1];
    // Keycap: digit, perhaps a variation selector, and the enclosing mark.
    if (char === '\u20E3' || char === '\uFE0F' || char === '\uFE0E') {
      if (char === '\u20E3' && marks.length > 0 && /[0-9#*]/.test(text[text.length - 1] ?? '')) {
        marks[marks.length - 1] = MARK.disguised;
        ends[ends.length - 1] = end;
      }
      continue;
    }
    if (char === '\u200D' && isEmoji(points[p - 1]?.char) && isEmoji(next?.char)) {
      put(char, at, end, MARK.plain);
      continue;
    }
    if (/^[\u00A0\u2000-\u200A\u202F\u205F\u3000\t\r]$/u.test(char)) {
      if (text[text.length - 1] !== ' ') put(' ', at, end, MARK.plain);
      continue;
    }
    if (INVISIBLE.test(char)) {
      const before = points[p - 1]?.char ?? '';
      let after = p + 1;
      while (INVISIBLE.test(points[after]?.char ?? '')) after++;
      const tag = at > 0 && char >= '\u{E0020}' && char <= '\u{E007F}' && invisible.length === 0 && isEmojiTag(points, p);
      if (!tag && isWordLike(lastVisible(points, p) ?? before) && isWordLike(points[after]?.char ?? '')) {
        const last = invisible[invisible.length - 1];
        if (last && last[1] === at) last[1] = end;
        else invisible.push([at, end]);
      }
      continue;
    }
    if (code >= 0x249c && code <= 0x24b5) {
      // Letters in brackets, ⒱.
      put(String.fromCharCode(0x61 + code - 0x249c), at, end, MARK.disguised);
      latin = true;
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
      latin = /[a-z]$/.test(word);
      continue;
    }
    const simple = char.length === 1 ? traditional.get(code) : undefined;
    if (simple !== undefined) {
      put(simple, at, end, MARK.traditional);
      latin = false;
      continue;
    }
    const twin = LOOK_ALIKES[char.toLowerCase()];
    if (twin !== undefined) {
      const joined: boolean =
        latin || /^[a-zA-Z0-9]$/.test(next?.char ?? '') || LOOK_ALIKES[(next?.char ?? '').toLowerCase()] !== undefined;
      const lower = char.toLowerCase();
      put(
        joined && !inForeignWord(points, p) ? twin : lower,
        at,
        end,
        joined && !inForeignWord(points, p) ? MARK.disguised : MARK.plain,
      );
      latin = joined;
      continue;
    }
    if (KEPT.has(char)) {
      put(char, at, end, MARK.plain);
      latin = false;
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
    latin = /[a-z]$/.test(piece);
  }
  const traditionalCount = marks.reduce((sum, mark) => sum + (mark === MARK.traditional ? 1 : 0), 0);
  // A text in traditional characters is nobody's disguise; a traditional character in a simplified text may be one.
  const mixed = simplified >= 2 && simplified > 2 * traditionalCount;
  const flat = Uint8Array.from(marks, (mark) => (mark === MARK.traditional ? (mixed ? MARK.disguised : MARK.plain) : mark));
  return { text: text.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends), marks: flat, invisible };
}

const isEmoji = (char: string | undefined) => char !== undefined && (EMOJI.test(char) || char === '\uFE0F');
const isWordLike = (char: string) => WORD.test(char) || EMOJI.test(char);

function lastVisible(points: { char: string }[], p: number): string | undefined {
  for (let i = p - 1; i >= 0; i--) {
    const char = points[i]?.char ?? '';
    if (!INVISIBLE.test(char)) return char;
  }
  return undefined;
}

/** Flags of England, Scotland and Wales are a black flag and tag characters. */
function isEmojiTag(points: { char: string }[], p: number): boolean {
  for (let i = p - 1; i >= Math.max(0, p - 7); i--) {
    const char = points[i]?.char ?? '';
    if (char === '\u{1F3F4}') return true;
    if (!(char >= '\u{E0020}' && char <= '\u{E007F}')) return false;
  }
  return false;
}

/** A Cyrillic or Greek letter among its own kind is a word of that language, not a disguise. */
function inForeignWord(points: { char: string }[], p: number): boolean {
  let foreign = 0;
  let plain = 0;
  for (let step = -1; step <= 1; step += 2) {
    for (let i = p + step; i >= 0 && i < points.length && Math.abs(i - p) < 12; i += step) {
      const char = points[i]?.char ?? '';
      if (/[a-zA-Z0-9]/.test(char)) plain++;
      else if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(char)) foreign++;
      else break;
    }
  }
  return foreign > 0 && plain === 0;
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
