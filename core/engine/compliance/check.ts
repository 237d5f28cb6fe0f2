/**
 * Checks one text against every rule that applies to it: fold → unmask → find words → match patterns → weigh conditions.
 * Suggestions, not legal advice: nothing is blocked, nothing is edited, no wording is proposed that would merely hide.
 */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import { SOURCES } from '../../../assets/rules/sources';
import { TECHNICAL } from '../../../assets/rules/technical';
import type { Rule } from '../../../assets/rules/types';
import { SEVERITY, worstFirst } from '../../model/level';
import type { Platform } from '../../model/platforms';
import type { Finding, Level } from '../../model/report';
import { hashText } from '../../stats/random';
import type { CheckContext, Market } from './facts';
import { fold, originalRange, type View } from './fold';
import { matchPack, type Pack, type Raw } from './pack';
import { passageOf } from './passage';
import { mostSpecific } from './prefer';
import { wholeCharacters, wholeWords } from './whole-words';

export interface CheckInput {
  text: string;
  platform?: Platform | undefined;
  /** Decides which law applies, before platform and language. */
  market?: Market | undefined;
  /** BCP 47; only used when neither market nor platform is known. */
  lang?: string | undefined;
  /** Language of the messages. */
  locale?: 'en' | 'zh-CN' | undefined;
  ctx?: CheckContext | undefined;
}
export interface CheckResult {
  level: Level;
  findings: Finding[];
}

const CHINESE_PLATFORMS: readonly Platform[] = ['douyin', 'xiaohongshu', 'kuaishou', 'bilibili', 'channels', 'weibo'];
const HAN = /[\u4e00-\u9fff]/;

interface Scope {
  cn: boolean;
  us: boolean;
  uk: boolean;
  eu: boolean;
  abroad: boolean;
}

/**
 * Which rules apply. The market decides first: China's law with market CN, each other's with its own. Without a market, the
 * platform: Chinese platforms → Chinese rules, others → all rules abroad. Without either, the text's language, so that nothing
 * passes unchecked: Chinese characters → Chinese rules; otherwise the rules abroad. A platform's own rules apply on it always.
 */
function scopeOf({ text, platform, market, lang }: CheckInput): Scope {
  if (market) {
    const abroad = market !== 'CN';
    return { cn: !abroad || isChinese(platform), us: market === 'US', uk: market === 'UK', eu: market === 'EU', abroad };
  }
  const known = platform !== undefined && platform !== 'other';
  const cn = known ? isChinese(platform) : lang?.startsWith('zh') === true || HAN.test(text);
  return { cn, us: !cn, uk: !cn, eu: !cn, abroad: !cn };
}

/** Whether a text is held against China's rules when nothing but its platform is known. */
export const isChinese = (platform: Platform | undefined) => platform !== undefined && CHINESE_PLATFORMS.includes(platform);

function applies(rule: Rule, scope: Scope, platform: Platform | undefined): boolean {
  switch (rule.platform) {
    case 'all':
      return true;
    case 'all-cn':
      return scope.cn;
    case 'all-intl':
      if (rule.jur === 'US' || rule.jur === 'US-NY') return scope.us;
      if (rule.jur === 'UK') return scope.uk;
      if (rule.jur === 'EU') return scope.eu;
      return scope.abroad;
    default:
      return rule.platform === platform;
  }
}

/** Which rules of a pack apply is the same for every text of one platform and market: found once. */
const applying = new WeakMap<Pack, Map<Platform | undefined, (ReadonlySet<Rule> | undefined)[]>>();
function applicable(pack: Pack, scope: Scope, platform: Platform | undefined): ReadonlySet<Rule> {
  let byPlatform = applying.get(pack);
  if (!byPlatform) {
    byPlatform = new Map();
    applying.set(pack, byPlatform);
  }
  let byScope = byPlatform.get(platform);
  if (!byScope) {
    byScope = [];
    byPlatform.set(platform, byScope);
  }
  const { cn, us, uk, eu, abroad } = scope;
  const which = Number(cn) + 2 * Number(us) + 4 * Number(uk) + 8 * Number(eu) + 16 * Number(abroad);
  let rules = byScope[which];
  if (!rules) {
    rules = new Set(pack.rules.filter((rule) => applies(rule, scope, platform)));
    byScope[which] = rules;
  }
  return rules;
}

/** A finding shows the words themselves. */
const LONGEST_SPAN = 36;
const MOST_PER_RULE = 20;

/** The packs a check runs with: all of them in the report, one of them in a compose page's script. */
export interface Packs {
  china?: Pack;
  abroad?: Pack;
}

export function checkWith(packs: Packs, input: CheckInput): CheckResult {
  const scope = scopeOf(input);
  const view = fold(input.text);
  const found: Placed[] = [];
  const run = (pack: Pack | undefined) => {
    const rules = pack && applicable(pack, scope, input.platform);
    if (!pack || !rules?.size) return;
    const result = matchPack(pack, view, input.text, input, rules);
    for (const raw of result.raws) found.push(...placed(raw, result.view, input.text));
  };
  run(packs.china);
  run(packs.abroad);
  found.push(...technical(input.text, view));
  return finish(found, packs, input);
}

interface Placed {
  rule: string;
  level: Level;
  start: number;
  end: number;
  exemption?: string | undefined;
  wordless?: boolean | undefined;
  alike?: string | undefined;
}

/** Offsets into the original; a finding behind a disguise is two findings. */
function placed(raw: Raw, view: View, original: string): Placed[] {
  const [from, until] = originalRange(view, raw.start, raw.end);
  if (until <= from) return [];
  const [start, end] = wholeCharacters(original, ...wholeWords(original, from, Math.min(until, from + LONGEST_SPAN)));
  const { rule, level, exemption, wordless, passage } = raw;
  const one: Placed = { rule, level, start, end, exemption, wordless };
  if (passage) one.alike = passageOf(original.slice(start, end), original.slice(...originalRange(view, ...passage)));
  return raw.disguised && raw.level !== 'green' ? [one, { rule: 'CN-HOMO', level: 'yellow', start, end }] : [one];
}

const TAG = /[#＃][^\s#＃@，。！？、,!?]{1,40}/gu;
const MOST_TAGS = 10;

function technical(original: string, view: View): Placed[] {
  const spot = (rule: string, from: number, to: number): Placed => {
    const [start, end] = wholeCharacters(original, Math.max(0, from), Math.min(original.length, to));
    return { rule, level: 'yellow', start, end };
  };
  // With a neighbour on either side: the characters themselves cannot be seen.
  const found = view.invisible.slice(0, MOST_PER_RULE).map(([start, end]) => spot('TECH-ZW', start - 1, end + 1));
  if (original.includes('#') || original.includes('＃')) {
    const tags: RegExpExecArray[] = [];
    for (const tag of original.matchAll(TAG)) {
      if (/^.\d+$/.test(tag[0])) continue;
      tags.push(tag);
      // One too many is told at once: a long draft may hold hundreds.
      if (tags.length > MOST_TAGS) break;
    }
    const names = tags.map((tag) => tag[0].slice(1).toLowerCase());
    const again = names.findIndex((name, i) => names.indexOf(name) !== i);
    const tag = tags[tags.length > MOST_TAGS ? MOST_TAGS : again];
    if (tag) found.push(spot('TECH-TAGSPAM', tag.index, tag.index + tag[0].length));
  }
  return found;
}

export const technicalRule = (id: string): Rule | undefined => TECHNICAL.find((rule) => rule.id === id);

/** A text in a few characters, apart from any wording. */
const wholeOf = (text: string) => `\u2261${text.trim().length}.${hashText(text.trim().toLowerCase()).toString(36)}`;

/** Messages; one finding per rule and place. */
function finish(raws: readonly Placed[], packs: Packs, input: CheckInput): CheckResult {
  const texts = input.locale === 'zh-CN' ? zhCN : en;
  const findings: Finding[] = [];
  for (const { rule: id, level, start, end, exemption, wordless, alike } of mostSpecific(raws)) {
    const rule = packs.china?.byId.get(id) ?? packs.abroad?.byId.get(id) ?? technicalRule(id);
    if (!rule) continue;
    const rival = findings.find((other) => other.rule === id && other.start < end && start < other.end);
    if (rival && SEVERITY[rival.level] >= SEVERITY[level]) continue;
    const words = texts.rules[rule.id as keyof typeof texts.rules];
    const finding: Finding = {
      rule: rule.id,
      level,
      start,
      end,
      text: input.text.slice(start, end),
      ...(wordless ? { whole: wholeOf(input.text) } : {}),
      ...(alike ? { alike } : {}),
      message: alike ? texts.alike(words.message) : words.message,
      wayOut: words.wayOut,
      ...(exemption === undefined ? {} : { exemption: texts.exemptions[exemption as keyof typeof texts.exemptions] }),
      source: SOURCES[rule.source],
      reviewBy: rule.reviewBy,
    };
    if (rival) findings[findings.indexOf(rival)] = finding;
    else findings.push(finding);
  }
  // A rule that is broken somewhere needs no green remark elsewhere.
  const broken = new Set(findings.filter((finding) => finding.level !== 'green').map((finding) => finding.rule));
  const shown = findings.filter((finding) => finding.level !== 'green' || !broken.has(finding.rule));
  shown.sort((a, b) => a.start - b.start || worstFirst(a, b) || (a.rule < b.rule ? -1 : 1));
  return { level: worst(shown), findings: shown };
}

export function worst(findings: readonly { level: Level }[]): Level {
  return findings.reduce<Level>((level, finding) => (SEVERITY[finding.level] > SEVERITY[level] ? finding.level : level), 'green');
}
