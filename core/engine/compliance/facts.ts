/**
 * What holds for a text as a whole and what the creator said about it: the bare names in conditions (`assets/rules/types.ts`).
 * The ad gate is here: absolute terms and most claims are nothing without a sign of selling (`facts/compliance-rules.md` 0.2).
 */
import type { Platform } from '../../model/platforms';
import type { Hit } from './found-words';
import { matchAt, type Pattern, type Words } from './grammar';
import type { Classes } from './lexicon';

/** The creator's answers; an absent one is unknown. */
export interface CheckContext {
  commercial?: boolean | undefined;
  hasLink?: boolean | undefined;
  adLabel?: boolean | undefined;
  gifted?: boolean | undefined;
  paid?: boolean | undefined;
  aiUsed?: boolean | undefined;
  staged?: boolean | undefined;
  declared?: readonly string[] | undefined;
  certified?: readonly string[] | undefined;
  isRepost?: boolean | undefined;
}
export type Market = 'CN' | 'US' | 'UK' | 'EU';
/** Where a text is published, as far as it is known. */
export interface Place {
  platform?: Platform | undefined;
  market?: Market | undefined;
  /** BCP 47. */
  lang?: string | undefined;
}

/** Bare names that conditions may ask. */
export const FACTS: ReadonlySet<string> = new Set([
  ...[
    'paid',
    'gifted',
    'commercial',
    'linked',
    'aiUsed',
    'staged',
    'repost',
    'adLabel',
    'labelled',
    'declaredAi',
    'declaredFiction',
  ],
  ...[
    'declaredAd',
    'declaredRepost',
    'doctor',
    'financier',
    'lawyer',
    'teacher',
    'deal',
    'gate',
    'hard',
    'noAd',
    'scope',
    'ranked',
  ],
  ...[
    'thanksFree',
    'disclosedX',
    'inBook',
    'inQuote',
    'inTopic',
    'foreignUrl',
    'native',
    'adFirst',
    'tagFirst',
    'buried',
    'asked',
    'closes',
    'leads',
    'ours',
  ],
  ...['channels', 'american', 'british', 'european'],
]);

/** What a declaration says, whatever platform's words it is in (section 5). Short words stand alone: `paid` is no `ai`. */
const DECLARED = {
  ai: /(?<![a-z])ai(?![a-z])|aigc|人工智能|生成|合成|synthetic|altered|(?:修改|更改)过?的?内容/i,
  fiction: /虚构|演绎|剧情|fiction|staged|scripted|entertain/i,
  ad: /广告|营销|推广|付费|合作|赞助|商业内容|品牌|promotion|commercial|paid|partnership|sponsor|brand|\bad\b|marketing/i,
  repost: /转载|转自|来源|素材|repost|source|reprint/i,
} as const;

const CERTIFIED = {
  medical: /\bmedic|\bdoctor|\bhealth|医/i,
  finance: /\bfinanc|\binvestment|财|金融|证券|基金/i,
  legal: /\blaw|\blegal|律师|法律/i,
  education: /\beducat|\bteach|教/i,
} as const;

export class TextFacts {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly words: Words,
    private readonly context: CheckContext,
    private readonly place: Place,
    private readonly classes: Classes,
    private readonly adSigns: readonly Pattern[],
  ) {}

  has(name: string, start: number, end: number): boolean {
    const placed = this.placed(name, start, end);
    if (placed !== null) return placed;
    return this.holds(name);
  }

  private holds(name: string): boolean {
    let value = this.known.get(name);
    if (value === undefined) {
      value = this.find(name);
      this.known.set(name, value);
    }
    return value;
  }

  private hits(name: string) {
    return this.words.of(this.classes.id(name));
  }

  private count(name: string): number {
    return this.hits(name)?.length ?? 0;
  }

  private declared(kind: keyof typeof DECLARED): boolean {
    return (this.context.declared ?? []).some((label) => DECLARED[kind].test(label));
  }

  private certified(kind: keyof typeof CERTIFIED): boolean {
    return (this.context.certified ?? []).some((label) => CERTIFIED[kind].test(label));
  }

  private find(name: string): boolean {
    const { context } = this;
    switch (name) {
      case 'paid':
        return context.paid === true;
      case 'gifted':
        return context.gifted === true;
      case 'commercial':
        return context.commercial === true;
      case 'linked':
        return context.hasLink === true;
      case 'aiUsed':
        return context.aiUsed === true;
      case 'staged':
        return context.staged === true;
      case 'repost':
        return context.isRepost === true;
      case 'adLabel':
        return context.adLabel === true || this.count('adLabel') > 0;
      case 'labelled':
        return context.adLabel === true || this.declared('ad');
      case 'declaredAi':
        return this.declared('ai');
      case 'declaredFiction':
        return this.declared('fiction');
      case 'declaredAd':
        return this.declared('ad');
      case 'declaredRepost':
        return this.declared('repost');
      case 'doctor':
        return this.certified('medical');
      case 'financier':
        return this.certified('finance');
      case 'lawyer':
        return this.certified('legal');
      case 'teacher':
        return this.certified('education');
      case 'deal':
        return context.paid === true || context.gifted === true || context.commercial === true;
      case 'gate':
        return this.gate();
      case 'hard':
        return context.hasLink === true || ((this.count('cueHard') > 0 || this.offers()) && !this.holds('noAd'));
      case 'noAd':
        return this.count('noAd') > 0 && !this.holds('deal') && context.hasLink !== true;
      case 'scope':
        return this.count('#date') + this.count('dateWord') + this.count('saleDay') > 0 && this.count('region') > 0;
      case 'ranked':
        return this.count('#date') + this.count('saleDay') > 0 && this.count('namedSource') > 0 && this.count('region') > 0;
      case 'thanksFree':
        return this.firstStart('freeFirst') <= 3 && this.count('freeProduct') > 0;
      case 'disclosedX':
        return this.count('adTag') + this.count('adWord') > 0 || this.holds('labelled');
      case 'american':
        return (marketOf(this.place) ?? 'US') === 'US';
      case 'british':
        return (marketOf(this.place) ?? 'UK') === 'UK';
      case 'european':
        return (marketOf(this.place) ?? 'EU') === 'EU';
      case 'channels':
        return this.place.platform === 'channels';
      default:
        throw new Error(`unknown fact ${name}`);
    }
  }

  /** Facts about the place of a match; null for the others. */
  private placed(name: string, start: number, end: number): boolean | null {
    const { text } = this.words;
    switch (name) {
      case 'inBook':
        return enclosed(text, start, end, '《〈', '》〉');
      case 'inQuote':
        return enclosed(text, start, end, '“「『', '”」』') || between(text, start, end, '"');
      case 'inTopic':
        return between(text, start, end, '#');
      case 'foreignUrl':
        return isForeign(text.slice(start, end), this.place.platform);
      case 'native':
        return this.place.platform === 'channels' && /小程序|公众号/.test(text.slice(start, end));
      case 'adFirst': {
        const label = Math.min(this.firstStart('adTag'), this.firstStart('adWord'));
        return label <= AD_UPFRONT;
      }
      case 'tagFirst':
        return (
          /^\W{0,3}(?:#?ad\b|#sponsored|#paidpartnership|#?advert|#?anzeige|#?werbung|#?publi|#?pubbli|#?pub\b|#?adv\b|#?reklam|#?annon[cs]e|#?reclame|#?anuncio|广告)/.test(
            text,
          ) && !/^ad(?:ding|s)/.test(text)
        );
      case 'buried':
        return isBuried(text, start, end);
      case 'asked':
        return isAsked(text, end);
      case 'leads':
        return start <= 1;
      case 'closes':
        return end >= text.length || /[\s，。！!？?、,.;；~～…)）】"”#|｜:：]/.test(text.charAt(end));
      default:
        return null;
    }
  }

  /** Soft cues with a word of the class about them: in a long story they say nothing of goods elsewhere. */
  private near(name: string): readonly Hit[] {
    const others = this.hits(name) ?? [];
    return (this.hits('cueSoft') ?? []).filter((cue) => others.some((other) => Math.abs(other.start - cue.start) <= NEAR));
  }

  private firstStart(name: string): number {
    return this.hits(name)?.[0]?.start ?? Number.POSITIVE_INFINITY;
  }

  private offers(): boolean {
    return this.adSigns.some((sign) =>
      (sign.elements[sign.anchor]?.classes ?? []).some((cls) =>
        this.words.of(cls)?.some((hit) => matchAt(sign, hit, this.words) !== null),
      ),
    );
  }

  /** Whether the text is an advertisement, as far as text and answers show. */
  private gate(): boolean {
    const { context } = this;
    if (this.holds('deal') || context.hasLink === true || context.adLabel === true) return true;
    if (this.holds('noAd')) return false;
    if (context.commercial === false && context.paid !== true) return this.count('cueHard') > 1;
    if (this.count('cueHard') > 0 || this.count('adLabel') > 0 || this.offers()) return true;
    if (this.count('news') > 0) return false;
    if (this.count('strongShop') > 0) return true;
    const soft = distinct(this.near('goods'), this.words.text);
    if (soft >= 1 && (this.count('pointing') > 0 || this.count('sellHead') > 0 || this.count('#price') > 0)) return true;
    return soft >= 2 && this.words.text.length >= 14;
  }
}

/** The market, or what the language says of it: German is read in the EU, plain English everywhere. */
function marketOf({ market, lang }: Place): Market | undefined {
  if (market || !lang) return market;
  if (/^en-us\b/i.test(lang)) return 'US';
  if (/^en-gb\b/i.test(lang)) return 'UK';
  return LANGUAGES_OF_EU.test(lang) ? 'EU' : undefined;
}
const LANGUAGES_OF_EU = /^(?:bg|cs|da|de|el|es|et|fi|fr|ga|hr|hu|it|lt|lv|mt|nl|pl|pt|ro|sk|sl|sv)\b/i;

function distinct(hits: readonly Hit[] | undefined, text: string): number {
  return hits ? new Set(hits.map(({ start, end }) => text.slice(start, end))).size : 0;
}

/** Whether the sentence goes on to be a question. */
function isAsked(text: string, from: number): boolean {
  for (let i = from; i < Math.min(text.length, from + 40); i++) {
    const char = text.charAt(i);
    if (char === '?' || char === '？') return true;
    if (char === '。' || char === '！' || char === '!' || char === '\n' || char === '；') return false;
    if (char === '吗') return true;
  }
  return false;
}

/** Characters: one or two sentences. */
const NEAR = 80;
/** Characters within which a label counts as standing first. */
const AD_UPFRONT = 15;
/** Characters shown before "more" on Instagram. */
const FOLD = 125;
/** A label that ends a text at least this long is easily missed. */
const LONG_LEAD = 60;

function isBuried(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2000), start);
  if (start > FOLD || /#[^\s#]/.test(before)) return true;
  return start >= LONG_LEAD && text.slice(end).trim().length < 3;
}

const REACH = 60;
function enclosed(text: string, start: number, end: number, open: string, close: string): boolean {
  let opened = false;
  for (let i = start - 1; i >= Math.max(0, start - REACH); i--) {
    const char = text.charAt(i);
    if (close.includes(char)) return false;
    if (open.includes(char)) {
      opened = true;
      break;
    }
  }
  if (!opened) return false;
  for (let i = end; i < Math.min(text.length, end + REACH); i++) if (close.includes(text.charAt(i))) return true;
  return false;
}

/** Between two of the same sign, an odd number of them before in the same unbroken run. */
function between(text: string, start: number, end: number, sign: string): boolean {
  let before = 0;
  for (let i = start - 1; i >= Math.max(0, start - REACH); i--) {
    const char = text.charAt(i);
    if (char === '\n' || (sign === '#' && char === ' ')) break;
    if (char === sign) before++;
  }
  if (before % 2 === 0) return false;
  for (let i = end; i < Math.min(text.length, end + REACH); i++) {
    const char = text.charAt(i);
    if (char === '\n' || (sign === '#' && char === ' ')) return false;
    if (char === sign) return true;
  }
  return false;
}

/** Domains of each platform's own group: a link to them leads nowhere else. */
const OWN_DOMAINS: Partial<Record<Platform, RegExp>> = {
  douyin: /douyin\.com|iesdouyin|jinritemai|toutiao|ixigua/,
  xiaohongshu: /xiaohongshu\.com|xhslink/,
  kuaishou: /kuaishou\.com|chenzhongtech|gifshow|kwai/,
  bilibili: /bilibili\.com|b23\.tv|biligame/,
  channels: /weixin\.qq|mp\.weixin|qq\.com|tencent/,
  weibo: /weibo\.c|t\.cn|sina/,
};
/** Shops, messengers, other networks, drives, short links. */
const FOREIGN =
  /taobao|tmall|tb\.cn|jd\.com|3\.cn|pinduoduo|yangkeduo|weidian|youzan|1688|goofish|xianyu|douyin|kuaishou|xiaohongshu|xhslink|bilibili|b23|weibo|zhihu|weixin|qq\.com|wx|t\.me|telegram|wa\.me|whatsapp|line\.me|pan\.baidu|pan\.quark|aliyundrive|lanzou|youtube|youtu\.be|tiktok|instagram|facebook|discord|shop|vip|xyz|top|club|t\.cn|dwz|url\.cn|suo\.im|bit\.ly|amazon|shopee/;
const REFERENCE = /\.gov\b|\.edu\b|wikipedia|github|gitee|arxiv|doi\.org|nature\.com|who\.int/;

function isForeign(url: string, platform: Platform | undefined): boolean {
  const own = platform ? OWN_DOMAINS[platform] : undefined;
  if (own?.test(url) || REFERENCE.test(url)) return false;
  if (FOREIGN.test(url)) return true;
  return platform === 'douyin' || platform === 'xiaohongshu' || platform === 'kuaishou' || platform === 'channels';
}
