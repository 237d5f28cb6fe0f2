/** The compliance part of the report: findings per post and the patterns of the account. */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import { SOURCES } from '../../../assets/rules/sources';
import type { KnownPost } from '../../model/post';
import type { AccountPattern, ComplianceReport, Finding } from '../../model/report';
import type { DayTone } from '../../model/tone';
import { DEFAULT_PLAN, type Plan } from '../../plan/plan';
import { groupPosts } from '../units';
import { ruleOf } from './all';
import { worst } from './check';
import { recentSigns } from './opinion';
import { bursts, placeOf, shareVerdict } from './patterns';
import { type Dismissal, undismissed } from './review';
import { type DuplicateGroup, groupTitles, type PreparedTitle } from './similarity';
import { type CheckedWith, type UnitCompliance, unitComplianceOf } from './unit-compliance';

export interface ComplianceContext extends CheckedWith {
  /** Milliseconds since the epoch. */
  now: number;
  /** The creator's IANA zone. */
  zone: string;
  plan?: Plan | undefined;
  /** What the creator called "not an issue". */
  suppressed?: readonly Dismissal[] | undefined;
  /** Times (ms) of complaints that the creator entered. */
  complaints?: readonly number[] | undefined;
  /** Counts of visible comments by day, oldest first. */
  tone?: readonly DayTone[] | undefined;
}

/** A pattern before its texts and sources are put to it. */
type Pattern = Pick<AccountPattern, 'rule' | 'level' | 'message' | 'text'>;
interface Flags {
  at: number;
  commercial: boolean;
  sensitive: boolean;
}
const DAY = 86_400_000;
const COMPLAINT_DAYS = 7;

/** `units`: the parts of all units these posts fall into, in the order of their first posts. */
export function complianceOf(
  posts: readonly KnownPost[],
  context: ComplianceContext,
  units: readonly UnitCompliance[] = [...groupPosts(posts).values()].map((unit) => unitComplianceOf(unit, context)),
): ComplianceReport {
  const standing = undismissed(context.suppressed ?? []);
  const found = new Map<string, Finding[]>();
  for (const { findings } of units) {
    for (const [key, all] of findings) {
      const left = standing(all);
      if (left.length > 0) found.set(key, left);
    }
  }
  const listed: ComplianceReport['posts'] = [];
  for (const { key } of found.size > 0 ? posts : []) {
    const findings = found.get(key);
    if (findings) listed.push({ post: key, level: worst(findings), findings });
  }
  const flags = new Map<string, Flags[]>();
  for (const { platform, account, dated } of units) {
    const place = placeOf(platform, account);
    const list = flags.get(place) ?? [];
    flags.set(place, list);
    for (const { key, at, commercial, sensitive } of dated)
      list.push({ at, commercial, sensitive: sensitive ?? found.get(key)?.some(isSensitive) ?? false });
  }
  const patterns = standing([
    ...shares(flags, context),
    ...burstPatterns(flags, context),
    ...duplicatePatterns(units, context),
    ...opinionPatterns(units, context),
  ]).map((pattern) => told(pattern, context));
  return { level: worst([...listed, ...patterns]), posts: listed, patterns };
}

/** Whether it is told is the creator's figures' doing; why it matters and the way out stand with the rule. */
function told(pattern: Pattern, { locale }: ComplianceContext): AccountPattern {
  const texts = locale === 'zh-CN' ? zhCN : en;
  const rule = ruleOf(pattern.rule);
  if (!rule) return { ...pattern, wayOut: texts.opinion[pattern.rule as keyof typeof texts.opinion], basis: texts.ownFigures };
  const { wayOut } = texts.rules[rule.id as keyof typeof texts.rules];
  const { reviewBy } = rule;
  if (rule.source === 'house') return { ...pattern, wayOut, basis: texts.ownTarget, reviewBy };
  return { ...pattern, wayOut, source: SOURCES[rule.source], reviewBy };
}

/** A mere likeness is no ground to count a post. */
const isSensitive = ({ level, rule, alike }: Finding) =>
  level !== 'green' && alike === undefined && ruleOf(rule)?.category === 'content';

function shares(flags: ReadonlyMap<string, Flags[]>, context: ComplianceContext): Pattern[] {
  const { content } = context.plan ?? DEFAULT_PLAN;
  const texts = textsOf(context);
  const found: Pattern[] = [];
  for (const [place, list] of flags) {
    list.sort((a, b) => a.at - b.at);
    const target = content.commercial.high;
    const paid = shareVerdict(
      list.map(({ commercial }) => commercial),
      target,
      true,
    );
    if (paid && paid.level !== 'green') {
      found.push({
        rule: 'TECH-RATIO-COMM',
        level: paid.level,
        message: texts.commercial(paid.counted, paid.posts, target),
        text: `${place} ${paid.level} ${target}`,
      });
    }
    const limit = content.largestSensitiveShare;
    const sensitive = shareVerdict(
      list.map((one) => one.sensitive),
      limit,
      false,
    );
    if (sensitive && sensitive.level !== 'green') {
      found.push({
        rule: 'TECH-RATIO-SENS',
        level: sensitive.level,
        message: texts.sensitive(sensitive.counted, sensitive.posts, limit),
        text: `${place} ${sensitive.level} ${limit}`,
      });
    }
  }
  return found;
}

function burstPatterns(flags: ReadonlyMap<string, { at: number }[]>, context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  return [...flags].flatMap(([place, list]): Pattern[] => {
    const days = bursts(
      list.map(({ at }) => at),
      context.zone,
      context.now,
    );
    const last = days[days.length - 1];
    return last
      ? [{ rule: 'TECH-BURST', level: 'yellow', message: texts.burst(last.posts, last.usual), text: `${place} ${last.day}` }]
      : [];
  });
}

const IDENTICAL_IS_RED = 5;
const MOST_GROUPS = 20;

/** Duplicates of each place as last found, and the titles they were found among. */
const searched = new Map<string, { titles: readonly (readonly PreparedTitle[])[]; groups: DuplicateGroup[] }>();

function duplicatesOf(units: readonly UnitCompliance[]): DuplicateGroup[] {
  const places = Map.groupBy(units, ({ platform }) => platform);
  for (const place of searched.keys()) if (![...places.keys()].some((platform) => platform === place)) searched.delete(place);
  return [...places].flatMap(([place, own]) => {
    const titles = own.map(({ titled }) => titled);
    const before = searched.get(place);
    if (before?.titles.length === titles.length && titles.every((list, i) => list === before.titles[i])) return before.groups;
    const groups = groupTitles(titles.flat());
    searched.set(place, { titles, groups });
    return groups;
  });
}

function duplicatePatterns(units: readonly UnitCompliance[], context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  return duplicatesOf(units)
    .toSorted((a, b) => b.identical - a.identical || b.keys.length - a.keys.length)
    .slice(0, MOST_GROUPS)
    .map(({ keys, title, identical }): Pattern => {
      const about = { rule: 'TECH-DUP', text: title };
      return identical >= IDENTICAL_IS_RED
        ? { ...about, level: 'red', message: texts.identical(identical, title) }
        : { ...about, level: 'yellow', message: texts.duplicates(keys.length, title) };
    });
}

function opinionPatterns(units: readonly UnitCompliance[], context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  const signs = units.flatMap((unit) => recentSigns(unit.signs, context.now));
  const found: Pattern[] = signs.map(({ kind, post, title, times }) =>
    kind === 'comments'
      ? { rule: 'OPINION-COMMENTS', level: 'yellow', message: texts.commentSurge(title, times), text: post }
      : { rule: 'OPINION-LIKES', level: 'yellow', message: texts.likeDrop(title), text: post },
  );
  const recent = (context.complaints ?? []).filter((at) => at <= context.now && context.now - at <= COMPLAINT_DAYS * DAY);
  if (recent.length > 0) {
    const level = recent.length >= 3 ? 'red' : 'yellow';
    const message = texts.complaints(recent.length);
    found.push({ rule: 'OPINION-COMPLAINTS', level, message, text: `${level} ${Math.max(...recent)}` });
  }
  const tone = tonePattern(context);
  if (tone) found.push(tone);
  return found;
}

const FEWEST_TONE_DAYS = 7;
const FEWEST_TONE_COMMENTS = 20;
const TONE_STAYS_DAYS = 7;

/** The last day against the days before it: its negative share is at least twice the usual one, beyond chance. */
function tonePattern(context: ComplianceContext): Pattern | null {
  const days = context.tone ?? [];
  const last = days[days.length - 1];
  if (last && context.now - Date.parse(last.day) > TONE_STAYS_DAYS * DAY) return null;
  const before = days.slice(0, -1);
  if (!last || before.length < FEWEST_TONE_DAYS || last.comments < FEWEST_TONE_COMMENTS) return null;
  const comments = before.reduce((sum, day) => sum + day.comments, 0);
  const usual = (before.reduce((sum, day) => sum + day.negative, 0) + 1) / (comments + 2);
  const share = last.negative / last.comments;
  const spread = Math.sqrt((usual * (1 - usual)) / last.comments);
  if (share < 2 * usual || share - usual < 3 * spread) return null;
  return { rule: 'OPINION-TONE', level: 'yellow', message: textsOf(context).toneDrop(share, usual), text: last.day };
}

const textsOf = ({ locale }: ComplianceContext) => (locale === 'zh-CN' ? zhCN : en).patterns;
