/**
 * The words that scale a printed number: `K`, `万`, `mil`, `lakh`. A word belongs to the page's language, whose own words the runtime
 * knows (CLDR, "compact" numbers); what two languages read differently is read in the page's own, or not at all.
 */
const thousand = 'k|tsd|tis|tys|тыс|тис|ألف|nghìn|thousand';
const million = 'm|mio|mln|млн|مليون|triệu|million|millions';
const billion = 'b|bn|mrd|mld|млрд|مليار|tỷ|billion|billions';
const SCALES = new Map<string, number>([
  ...thousand.split('|').map((word) => [word, 1e3] as const),
  ...million.split('|').map((word) => [word, 1e6] as const),
  ...billion.split('|').map((word) => [word, 1e9] as const),
  ['w', 1e4],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);
/** Words that mean something else elsewhere (`mil` is a Czech million, `Mi piace` an Italian like). */
const ONLY_IN: Readonly<Record<string, readonly [languages: string, scale: number]>> = {
  mil: ['es pt ca gl', 1e3],
  mi: ['pt', 1e6],
  bi: ['pt', 1e9],
  mill: ['es nb no nn', 1e6],
  md: ['fr sv', 1e9],
  n: ['vi', 1e3],
  tr: ['vi', 1e6],
  t: ['vi', 1e9],
};
/** Chinese, Japanese and Korean count in ten thousands, and put numerals together: `3百万`, `1.2千万`. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 백: 100, 千: 1e3, 천: 1e3 },
  ...{ 万: 1e4, 萬: 1e4, 만: 1e4, 亿: 1e8, 億: 1e8, 억: 1e8, 兆: 1e12 },
};

const ofLanguages = new Map<string, ReadonlyMap<string, number>>();
/** A language's own words with what they stand for; 0 for one that stands for two things. */
function wordsOfLanguage(lang: string): ReadonlyMap<string, number> {
  let words = ofLanguages.get(lang) as Map<string, number> | undefined;
  if (words) return words;
  words = new Map();
  ofLanguages.set(lang, words);
  try {
    const tag = lang.replaceAll('_', '-');
    if (Intl.NumberFormat.supportedLocalesOf([tag]).length === 0) return words;
    for (const compactDisplay of ['short', 'long'] as const) {
      const format = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay, numberingSystem: 'latn' });
      for (let power = 3; power <= 9; power++)
        // One, few and many take forms of their own in Slavic languages and Arabic.
        for (const times of [1, 2, 5]) {
          const parts = format.formatToParts(times * 10 ** power);
          const word = plain(parts.find(({ type }) => type === 'compact')?.value ?? '');
          const digits = parts.map(({ type, value }) => (type === 'integer' ? value : '')).join('');
          const scale = (times * 10 ** power) / Number(digits);
          if (word && digits && !word.includes(' ')) words.set(word, (words.get(word) ?? scale) === scale ? scale : 0);
        }
    }
  } catch {
    // Not a language tag: no words.
  }
  return words;
}

const plain = (word: string) => word.normalize('NFC').toLowerCase().trim().replace(/[.॰]$/, '');

/** What one whole word after a number multiplies it by; null when it is no such word in the page's language, or not surely. */
export function scaleOf(word: string, lang: string | undefined): number | null {
  const numerals = [...word].map((letter) => NUMERALS[letter]);
  if (numerals.every((scale) => scale !== undefined)) {
    // A lone 百 begins another word; a smaller numeral after a greater one begins another number.
    const grows = numerals.every((scale, at) => at === 0 || scale >= (numerals[at - 1] ?? 0));
    return grows && (numerals.length > 1 || (numerals[0] ?? 0) > 100) ? numerals.reduce((all, scale) => all * scale, 1) : null;
  }
  // `5 m` is five minutes, five metres or five million: a magnitude of one letter is a capital, but for a few.
  if (/^\p{Ll}\.?$/u.test(word) && !/^[kwn]/.test(word)) return null;
  const name = plain(word);
  const [languages, local] = ONLY_IN[name] ?? [];
  const primary = lang?.toLowerCase().split(/[-_]/)[0] ?? '';
  const common = languages?.split(' ').includes(primary) ? local : SCALES.get(name);
  // English is where these come from: the runtime need not be asked.
  if (primary === 'en' && common !== undefined) return common;
  const own = lang === undefined ? undefined : wordsOfLanguage(lang).get(name);
  if (own === 0) return null;
  // A short sign that the language reads otherwise (Turkish `B`, Indonesian `M`) may be the platform's or the language's.
  if (own !== undefined && common !== undefined && own !== common && name.length < 3) return null;
  return own ?? common ?? null;
}

/** Whether a word is a magnitude in some language, if not in the page's. */
export const scalesSomewhere = (word: string): boolean => SCALES.has(plain(word)) || plain(word) in ONLY_IN;

/** A run of numerals of Chinese, Japanese or Korean. */
export const NUMERAL_RUN = new RegExp(`^[${Object.keys(NUMERALS).join('')}]+`, 'u');
