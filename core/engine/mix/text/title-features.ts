/** Properties of a title that a creator can choose freely. Chinese and English; other languages get those that need no words. */

/** Wide characters (Chinese, Japanese, Korean, full-width forms) count two, others one: title lengths of two scripts compare. */
export function titleWidth(title: string): number {
  let width = 0;
  for (let at = 0; at < title.length; at++) {
    const code = title.charCodeAt(at);
    width += code < 0x1100 || !isWide(code) ? 1 : 2;
    // Two units of one character count once.
    if (code >= 0xd800 && code < 0xdc00 && (title.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++;
  }
  return width;
}

const isWide = (code: number) =>
  code <= 0x115f ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff01 && code <= 0xff60);

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** `han` where most letters are Chinese characters, `latin` where most are Latin, else null. */
export function scriptOf(title: string): 'han' | 'latin' | null {
  let han = 0;
  let latin = 0;
  for (const char of title) {
    const code = char.charCodeAt(0);
    // The two blocks that most titles are written in, without asking what Unicode says of each character.
    if (code < 0x80) latin += (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 1 : 0;
    else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (HAN.test(char)) han++;
    else if (LATIN.test(char)) latin++;
  }
  // One Chinese character carries about as much as three letters.
  if (han * 3 > latin) return 'han';
  return latin > 0 ? 'latin' : null;
}

const CHINESE_COUNT = '[一二两三四五六七八九十百千]+(?=[个条种招步天年点件款道分本家次类])';
const FEATURES = {
  number: new RegExp(`\\p{Nd}|${CHINESE_COUNT}`, 'u'),
  // "How to …", "Why I …", "What we …" tell; they do not ask.
  question:
    /[?？]|怎么|如何|为什么|为何|怎样|是什么|哪[个些里种]|吗\s*$|^how (?:do|does|did|can|could|should|much|many|long|often|come)\b|^(?:why|what|which|who|when|where)\b(?! (?:i|we|my|our|it|the|this|to)\b)|^(?:is|are|do|does|did|can|could|should|will) (?:i|you|we|it|they|this|that|these|the|my|your)\b/iu,
  howTo:
    /教程|攻略|指南|方法|技巧|步骤|手把手|怎么做|如何做|\bhow to\b|\bguide\b|\btutorial\b|\btips?\b|\bstep[- ]by[- ]step\b/iu,
  exclamation: /[!！]/u,
  emoji: /(?![#*0-9©®™])\p{Extended_Pictographic}/u,
  brackets: /【[^】]+】|\[[^\]]+\]|「[^」]+」|《[^》]+》/u,
  quote: /“[^”]+”|"[^"]+"|『[^』]+』/u,
  firstPerson: /我|咱|俺|本人|\b(?:i|i'm|i’m|i've|i’ve|my|me|we|our|us)\b/iu,
  secondPerson: /你|您|\byou(?:r|'re|’re)?\b/iu,
  warning: /别再|不要|千万|避坑|踩坑|误区|后悔|翻车|失败|\b(?:don't|don’t|never|stop|avoid|mistakes?|wrong|worst|fail\w*)\b/iu,
  hashtag: /[#＃][^\s#＃]/u,
  twoParts: /\S\s*[|｜:：—–]+\s*\S|\S\s-\s\S/u,
} as const;
export type TitleFeature = keyof typeof FEATURES | 'short' | 'long' | 'han' | 'latin';
const NAMES = Object.keys(FEATURES) as (keyof typeof FEATURES)[];

/** Widths at which an account's titles are short or long for it: the outer quarters. Null when its titles are all much alike. */
export interface TitleLengths {
  short: number;
  long: number;
}

export function titleLengths(titles: readonly string[]): TitleLengths | null {
  const widths = titles.map(titleWidth).sort((a, b) => a - b);
  const short = widths[Math.floor(widths.length / 4)] ?? 0;
  const long = widths[Math.floor((3 * widths.length) / 4)] ?? 0;
  return long >= short * 1.3 && long - short >= 4 ? { short, long } : null;
}

export function titleFeatures(title: string, lengths: TitleLengths | null): TitleFeature[] {
  if (title.trim() === '') return [];
  const found: TitleFeature[] = NAMES.filter((name) => FEATURES[name].test(title));
  if (lengths) {
    const width = titleWidth(title);
    if (width <= lengths.short) found.push('short');
    else if (width >= lengths.long) found.push('long');
  }
  const script = scriptOf(title);
  if (script) found.push(script);
  return found;
}
