/** Properties of a title that a creator can choose freely. Chinese and English; other languages get those that need no words. */

/** Wide characters (Chinese, Japanese, Korean, full-width forms) count two, others one: title lengths of two scripts compare. */
export function titleWidth(title: string): number {
  let width = 0;
  for (const char of title)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/u.test(char) ? 2 : 1;
  return width;
}

/** `han` where most letters are Chinese characters, `latin` where most are Latin, else null. */
export function scriptOf(title: string): 'han' | 'latin' | null {
  const han = title.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = title.match(/\p{Script=Latin}/gu)?.length ?? 0;
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
