/**
 * The text of a file whose encoding nobody names. Order of evidence: byte order mark, valid UTF-8, the zero bytes of UTF-16, then
 * what East Asian and western spreadsheet programs save, by how plausible the decoded text is. Two plausible readings are none.
 */
import { ImportError } from './types';

/** The byte order mark. */
export const MARK = '\ufeff';

const startsWith = (bytes: Uint8Array, ...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > head.length / 8) return 'utf-16le';
  if (zeros(0) > head.length / 8) return 'utf-16be';
  return null;
}

/** Valid UTF-8, but for a character that the end of a cut file splits. */
function utf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut === 0 || (cut <= 3 && cut < bytes.length); cut += 1) {
    const text = decodeAs('utf-8', cut === 0 ? bytes : bytes.subarray(0, -cut));
    // Only the lead of an unfinished character may be left out.
    if (text !== null) return cut === 0 || (bytes[bytes.length - cut] ?? 0) >= 0xc2 ? text : null;
  }
  return null;
}

/** Two-byte characters of a text in an East Asian encoding: lead and trail. */
function pairs(bytes: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    found.push([lead, bytes[at + 1] ?? 0]);
    at += 1;
  }
  return found;
}

const share = <T>(list: readonly T[], test: (value: T) => boolean) => list.filter(test).length / Math.max(1, list.length);

/**
 * Chinese: the frequent characters lie at leads B0–D7 in GB 2312 and at A4–C6 in Big5, whose trails also go below A1. Korean
 * (EUC-KR) looks like Chinese, but its syllables end at lead C8: a longer text without any lead above is not taken for Chinese.
 */
function eastAsian(bytes: Uint8Array): string | null {
  const sample = pairs(bytes.subarray(0, 100_000));
  const letters = sample.filter(([lead]) => lead >= 0xaa || lead < 0xa1);
  if (letters.length === 0) return null;
  const kana = share(
    sample,
    ([lead, trail]) => (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96),
  );
  if (kana > 0.15) return 'shift_jis';
  const lowTrails = share(letters, ([, trail]) => trail < 0xa1);
  if (lowTrails < 0.05 && share(letters, ([lead]) => lead >= 0xb0 && lead <= 0xd7) > 0.8) {
    return letters.length < 8 || letters.some(([lead]) => lead > 0xc8) ? 'gb18030' : null;
  }
  if (lowTrails > 0.15 && share(letters, ([lead, trail]) => lead >= 0xa4 && lead <= 0xc6 && trail >= 0x40) > 0.8) return 'big5';
  return null;
}

/** The accented letters of the languages that western programs write, each by itself: a text that mixes them is in another code. */
const WESTERN_ALPHABETS = ['äöüß', 'àâæçéèêëîïôœùûüÿ', 'áéíóúüñ', 'áâãàçéêíóôõúü', 'àèéìòù', 'åäöæøéü', 'éëïóöüè'];
const TYPOGRAPHY = /[€‘’“”–—…«»¿¡°·„\u00a0]/;

/** Accented letters of one language, and typographic marks: what windows-1252 adds. */
function western(bytes: Uint8Array): boolean {
  const text = decodeAs('windows-1252', bytes);
  if (text === null) return false;
  const foreign = (text.match(/[\u0080-\uffff]/g) ?? [])
    .filter((char) => !TYPOGRAPHY.test(char))
    .map((char) => char.toLowerCase());
  const letters = WESTERN_ALPHABETS.some((alphabet) => foreign.every((char) => alphabet.includes(char)));
  return letters && !/[À-ÿ]{4}/.test(text);
}

/** How much of a file is looked at for its labels. */
const HEAD = 50_000;

/** What spreadsheet programs save in, by country and by age. */
const ENCODINGS = [
  ...['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp'],
  ...['windows-1252', 'macintosh', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1258'],
];

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What text may have behind an accented letter by itself: marks, signs, and letters of central Europe. */
const NATURAL = /^[\u00a0-\u00a3\u00a5\u00a7-\u00ab\u00ad\u00ae\u00b0\u00b2-\u00b4\u00b7-\u00bb\u00bf€‚„…‹‘’“”•–—™›ŠŒŽšœžŸ]+$/;
const SEQUENCE =
  /[\u00c2-\u00df][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u00e0-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|[\u00f0-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3}/g;

/**
 * Whether a text holds what no language writes: two sequences at least whose signs do not follow a letter by themselves, or whose
 * capital stands behind a small letter (`cafÃ©`). `Spaß…` and `CAFÉ™` are words with their marks.
 */
function looksSpoiled(text: string): boolean {
  let strange = 0;
  for (const match of text.matchAll(SEQUENCE)) {
    const [sequence] = match;
    const inWord = /[À-Þ]/.test(sequence.charAt(0)) && /[a-z]/.test(text.charAt(match.index - 1));
    if (inWord || sequence.startsWith('â€') || !NATURAL.test(sequence.slice(1))) strange += 1;
    if (strange === 2) return true;
  }
  return false;
}

/** UTF-8 that was once read as windows-1252 and saved again (`â€™`, `è§†é¢‘`): the text it was. Null where it cannot be that. */
function unspoiled(text: string): string | null {
  if (text.search(SEQUENCE) < 0) return null;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : WINDOWS_1252.indexOf(text.charAt(at)) + 0x80;
    if (code >= 0x100 && byte < 0x80) return null;
    bytes[at] = byte;
  }
  return decodeAs('utf-8', bytes);
}

/** Labels in letters of their own. */
const foreign = (labels: readonly string[]) => labels.filter((one) => /\P{ASCII}/u.test(one)).length;

/** The text before it was spoiled, where its mark, its labels or its words prove that it was; else as it stands. */
function withoutSpoil(text: string, known: Known): string {
  const before = unspoiled(text);
  if (before === null || before.startsWith(MARK)) return before ?? text;
  if (known.isOurs(text)) return text;
  return foreign(known.labels(before)) > foreign(known.labels(text)) || looksSpoiled(text) ? before : text;
}

/** What somebody knows of a decoded text. */
interface Known {
  /** The labels with which it begins: the proof for encodings that plausibility alone does not settle. */
  labels: (text: string) => readonly string[];
  /** Whether it is a file of the product itself: its letters stay as they are. */
  isOurs: (text: string) => boolean;
}

/** The text of a file, with its byte order mark. */
export function decode(bytes: Uint8Array, known: Known): string {
  const wide = utf16(bytes);
  if (wide) return new TextDecoder(wide, { ignoreBOM: true }).decode(bytes).replace(/\ufffd$/, '');
  const plain = utf8(bytes);
  if (plain !== null)
    return plain.startsWith(MARK) ? MARK + withoutSpoil(plain.slice(1), known).replace(MARK, '') : withoutSpoil(plain, known);
  // Labels in their own letters that we know by heart prove an encoding, if no other one has as many.
  const head = bytes.subarray(0, bytes.length > HEAD ? bytes.lastIndexOf(10, HEAD) + 1 : bytes.length);
  const whole = (label: string) => decodeAs(label, bytes) ?? decodeAs(label, bytes.subarray(0, -1));
  const read = ENCODINGS.map((label) => {
    const labels = known.labels(decodeAs(label, head) ?? decodeAs(label, head.subarray(0, -1)) ?? '');
    return { label, labels, own: foreign(labels) };
  });
  const most = Math.max(1, ...read.map(({ own }) => own));
  const proved = new Set(read.filter(({ own }) => own === most).flatMap(({ label }) => whole(label) ?? []));
  const [text] = proved;
  if (text !== undefined && proved.size === 1) return text;
  const likely = eastAsian(bytes);
  const plausible = likely === null ? null : whole(likely);
  if (plausible !== null) return plausible;
  const latin = read.some(({ label, labels }) => label === 'windows-1252' && labels.length >= 2) && western(bytes);
  if (latin) return new TextDecoder('windows-1252').decode(bytes);
  throw new ImportError('The encoding of this file is not understood: save it as "CSV UTF-8" and try again.');
}
