/**
 * What dashboards hide between letters: soft hyphens (29 in the headers of one German export), zero-width and direction marks,
 * no-break and narrow spaces, full-width and Arabic-Indic digits (`facts/dashboards-west.md` 1.8, 2.5, 7.5).
 * For labels, figures and dates only; titles stay verbatim.
 */

/** Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width and direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
/** The zero of each digit block that is read: Arabic-Indic, Persian, Devanagari, Bengali, Thai. */
const ZEROES = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** One UTF-16 unit as it is compared: a digit as ASCII, a full-width form as its narrow one, an invisible one as nothing. */
function plain(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit === '\t' || unit === '\n' || unit === '\r' || unit === '\f' || unit === '\v' ? ' ' : unit;
  if (INVISIBLE.test(unit)) return '';
  if (/\s/.test(unit)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  for (const zero of ZEROES) if (code >= zero && code < zero + 10) return String(code - zero);
  if (unit === '٪') return '%';
  if (unit === '٫') return '.';
  if (unit === '٬') return "'";
  return unit;
}

/** Anything but printable ASCII and what stands from the ideographic comma to the last Hangul syllable. */
const UNCLEAN = /[^ -~\u3001-\ud7ff]/g;

/** The text with invisible characters gone, widths and digits made plain, white space collapsed to single spaces and trimmed. */
export function clean(raw: string): string {
  return raw.replace(UNCLEAN, plain).replace(/ {2,}/g, ' ').trim();
}

/** As `clean`, with the position in `raw` of every unit of the result. */
export function cleanWithPositions(raw: string): { text: string; positions: number[] } {
  let text = '';
  const positions: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const unit = plain(raw.charAt(index));
    if (unit === '' || (unit === ' ' && (text === '' || text.endsWith(' ')))) continue;
    text += unit;
    positions.push(index);
  }
  return { text: text.trimEnd(), positions };
}

const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙０-９]/;
/** A short text whose digits may be of another script, as patterns with `\d` expect it; any other text as it stands. */
export const plainDigits = (text: string): string => (OTHER_DIGITS.test(text) ? clean(text) : text);

/** No-break spaces between digits that can only group thousands: `12 345` printed with U+00A0 or U+202F becomes `12'345`. */
export function keepGroups(raw: string): string {
  return raw.replace(/(\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1'");
}
