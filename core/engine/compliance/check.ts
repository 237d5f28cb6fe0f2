/**
 * Checks one text against every rule that applies to it: fold → unmask → find words → match patterns → weigh conditions.
 * Suggestions, not legal advice: nothing is blocked, nothing is edited, no wording is proposed that would merely hide.
 */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import { RULES } from '../../../assets/rules';
import { SOURCES } from '../../../assets/rules/sources';
import type { Find, LevelChoice, Rule } from '../../../assets/rules/types';
import type { Platform } from '../../model/platforms';
import type { Finding, Level } from '../../model/report';
import { type CheckContext, type Market, TextFacts } from './facts';
import { fold, isDisguised, originalRange, type View } from './fold';
import {
  type Asked,
  type Condition,
  compileCondition,
  compilePattern,
  matchAt,
  type Pattern,
  type Words,
  wordsIn,
} from './grammar';
import { classId, type Hit, scan } from './lexicon';
import { type Shape, shapesIn } from './shapes';
import { unmask } from './unmask';

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

interface Case {
  when: Condition | null;
  level: Level | 'none';
}
interface CompiledFind {
  rule: CompiledRule;
  pattern: Pattern;
  when: Condition | null;
  cases: Case[];
}
interface CompiledRule {
  rule: Rule;
  when: Condition | null;
  exempt: { when: Condition; reason: string }[];
}

/** Compiled finds by the class that their pattern begins with; those that need no word apart. */
const byFirst: CompiledFind[][] = [];
const wordless: CompiledFind[] = [];
const byId = new Map<string, Rule>();
for (const rule of RULES) compileRule(rule);

function compileRule(rule: Rule): void {
  byId.set(rule.id, rule);
  const compiled: CompiledRule = {
    rule,
    when: rule.when ? compileCondition(rule.when) : null,
    exempt: (rule.exempt ?? []).map(([condition, reason]) => ({ when: compileCondition(condition), reason })),
  };
  for (const entry of rule.find) {
    const find: Find = typeof entry === 'string' ? { p: entry } : entry;
    const pattern = compilePattern(find.p);
    const one: CompiledFind = {
      rule: compiled,
      pattern,
      when: find.when ? compileCondition(find.when) : null,
      cases: casesOf(find.level ?? rule.level),
    };
    const classes = pattern.elements[0]?.classes ?? [];
    if (classes.length === 0) wordless.push(one);
    for (const cls of classes) {
      byFirst[cls] ??= [];
      byFirst[cls].push(one);
    }
  }
}

function casesOf(choice: LevelChoice): Case[] {
  if (typeof choice === 'string') return [{ when: null, level: choice }];
  return choice.map((entry) =>
    typeof entry === 'string' ? { when: null, level: entry } : { when: compileCondition(entry[0]), level: entry[1] },
  );
}

/** What is known of a rule beside its findings: category, review date, questions. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
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

const isChinese = (platform: Platform | undefined) => platform !== undefined && CHINESE_PLATFORMS.includes(platform);

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

/** More findings of one rule in one text say nothing new. */
const MOST_PER_RULE = 20;
/** A finding shows the words themselves. */
const LONGEST_SPAN = 36;

interface Raw {
  rule: string;
  level: Level;
  start: number;
  end: number;
  exemption?: string;
  disguised: boolean;
}

export function checkText(input: CheckInput): CheckResult {
  const folded = fold(input.text);
  const view = unmask(folded);
  const { hits } = scan(view.text);
  const shapes = shapesIn(view.text);
  addCapitals(input.text, view, shapes);
  const words = wordsIn(view.text, merge(hits, shapes));
  const raws = match(words, view, shapes, input);
  technical(input.text, view, raws, scopeOf(input));
  return finish(raws, view, input);
}

function merge(hits: Hit[], shapes: Shape[]): Hit[] {
  if (shapes.length === 0) return hits;
  return [...hits, ...shapes].sort((a, b) => a.start - b.start || b.end - a.end);
}

function match(words: Words, view: View, shapes: readonly Shape[], input: CheckInput): Raw[] {
  const raws: Raw[] = [];
  const scope = scopeOf(input);
  const facts = new TextFacts(words, input.ctx ?? {}, input.platform);
  const fact = (name: string, start: number, end: number) => facts.has(name, start, end);
  const counts = new Map<string, number>();
  const consider = (find: CompiledFind, start: number, end: number) => {
    const { rule } = find.rule;
    const asked: Asked = { words, start, end, fact };
    if (find.when && !find.when(asked)) return;
    if (find.rule.when && !find.rule.when(asked)) return;
    const exemption = find.rule.exempt.find((one) => one.when(asked))?.reason;
    const level = exemption === undefined ? find.cases.find((one) => one.when === null || one.when(asked))?.level : 'green';
    if (level === undefined || level === 'none') return;
    counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    const disguised =
      isDisguised(view, start, end) ||
      shapes.some((shape) => shape.disguised && shape.start >= start && shape.end <= end) ||
      hidden(words, start, end);
    raws.push({ rule: rule.id, level, start, end, disguised, ...(exemption === undefined ? {} : { exemption }) });
  };
  for (const hit of words.hits) {
    for (const find of byFirst[hit.cls] ?? []) {
      if (!applies(find.rule.rule, scope, input.platform)) continue;
      if ((counts.get(find.rule.rule.id) ?? 0) >= MOST_PER_RULE) continue;
      const span = matchAt(find.pattern, hit, words);
      if (span) consider(find, span[0], span[1]);
    }
  }
  if (input.ctx && words.text.length > 0) {
    const end = leadEnd(words.text);
    for (const find of wordless) {
      if (applies(find.rule.rule, scope, input.platform)) consider(find, 0, end);
    }
  }
  return raws;
}

const hiddenClass = classId('chatHidden');
/** Contact words that are only ever written so to hide. */
function hidden(words: Words, start: number, end: number): boolean {
  return (words.byClass[hiddenClass] ?? []).some((hit) => hit.start >= start && hit.end <= end);
}

/** Where a finding about the whole text points: its first words. */
function leadEnd(text: string): number {
  const limit = Math.min(text.length, 12);
  for (let i = 2; i < limit; i++) if (/[\s，,。.!！?？:：、]/.test(text.charAt(i))) return i;
  return limit;
}

const capsClass = classId('#caps');
const alarmClass = classId('#alarm');
/** Three shouted words, or one with exclamation marks. Found in the original: the view is lower case. */
function addCapitals(original: string, view: View, shapes: Shape[]): void {
  if (!/[A-Z]{4}/.test(original)) return;
  const at = (offset: number) => (view.starts ? indexOf(view.starts, offset) : offset);
  for (const found of original.matchAll(/\b[A-Z]{3,}(?:['’][A-Z]+)?(?:[ ,!]{1,3}[A-Z]{2,}(?:['’][A-Z]+)?){2,12}/g)) {
    shapes.push({ cls: capsClass, start: at(found.index), end: at(found.index + found[0].length) });
  }
  for (const found of original.matchAll(/!{2,}|\b[A-Z]{4,}!|[🚨⚠‼]/gu)) {
    shapes.push({ cls: alarmClass, start: at(found.index), end: at(found.index + found[0].length) });
  }
}

function indexOf(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const TAG = /[#＃][^\s#＃@，。！？、,!?]{1,40}/gu;
const MOST_TAGS = 10;

function technical(original: string, view: View, raws: Raw[], scope: Scope): void {
  if (scope.cn) {
    const known = new Set<string>();
    for (const raw of [...raws]) {
      const key = `${raw.start}:${raw.end}`;
      if (!raw.disguised || raw.level === 'green' || known.has(key)) continue;
      known.add(key);
      raws.push({ rule: 'CN-HOMO', level: 'yellow', start: raw.start, end: raw.end, disguised: false });
    }
  }
  const inView = (offset: number) => (view.starts ? indexOf(view.starts, offset) : offset);
  for (const [start, end] of view.invisible.slice(0, MOST_PER_RULE)) {
    raws.push({ rule: 'TECH-ZW', level: 'yellow', start: -1 - start, end: -1 - end, disguised: false });
  }
  if (original.includes('#') || original.includes('＃')) {
    const tags = [...original.matchAll(TAG)];
    const names = tags.map((tag) => tag[0].slice(1).toLowerCase());
    const again = names.findIndex((name, i) => names.indexOf(name) !== i);
    const which = tags.length > MOST_TAGS ? MOST_TAGS : again;
    const tag = which >= 0 ? tags[which] : undefined;
    if (tag && !/^\d/.test(tag[0].slice(1))) {
      raws.push({
        rule: 'TECH-TAGSPAM',
        level: 'yellow',
        start: inView(tag.index),
        end: inView(tag.index + tag[0].length),
        disguised: false,
      });
    }
  }
}

const RANK: Record<Level, number> = { green: 0, yellow: 1, red: 2 };

/** Original offsets, messages, one finding per rule and place. */
function finish(raws: Raw[], view: View, input: CheckInput): CheckResult {
  const texts = input.locale === 'zh-CN' ? zhCN : en;
  const findings: Finding[] = [];
  for (const raw of raws) {
    const placed = place(raw, view, input.text);
    if (!placed) continue;
    const [start, end] = placed;
    const rule = byId.get(raw.rule);
    if (!rule) continue;
    const rival = findings.find((other) => other.rule === raw.rule && other.start < end && start < other.end);
    if (rival && RANK[rival.level] >= RANK[raw.level]) continue;
    const words = texts.rules[rule.id as keyof typeof texts.rules];
    const finding: Finding = {
      rule: rule.id,
      level: raw.level,
      start,
      end,
      text: input.text.slice(start, end),
      message: words.message,
      wayOut: words.wayOut,
      ...(raw.exemption === undefined ? {} : { exemption: texts.exemptions[raw.exemption as keyof typeof texts.exemptions] }),
      source: SOURCES[rule.source],
    };
    if (rival) findings[findings.indexOf(rival)] = finding;
    else findings.push(finding);
  }
  // A rule that is broken somewhere needs no green remark elsewhere.
  const broken = new Set(findings.filter((finding) => finding.level !== 'green').map((finding) => finding.rule));
  const shown = findings.filter((finding) => finding.level !== 'green' || !broken.has(finding.rule));
  shown.sort((a, b) => a.start - b.start || RANK[b.level] - RANK[a.level] || (a.rule < b.rule ? -1 : 1));
  return { level: worst(shown), findings: shown };
}

export function worst(findings: readonly { level: Level }[]): Level {
  return findings.reduce<Level>((level, finding) => (RANK[finding.level] > RANK[level] ? finding.level : level), 'green');
}

/** Offsets into the original. Invisible characters are given in original offsets already (negative). */
function place(raw: Raw, view: View, original: string): [number, number] | null {
  const [start, end] = raw.start < 0 ? [-1 - raw.start, -1 - raw.end] : originalRange(view, raw.start, raw.end);
  if (end <= start) return null;
  if (end - start <= LONGEST_SPAN) return [start, end];
  let cut = start + LONGEST_SPAN;
  // Never between the halves of a character.
  if (/[\uDC00-\uDFFF]/.test(original.charAt(cut))) cut--;
  return [start, cut];
}
