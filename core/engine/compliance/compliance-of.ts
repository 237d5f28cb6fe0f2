/** The compliance part of the report: findings per post and the patterns of the account. */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import type { KnownPost } from '../../model/post';
import type { ComplianceReport, Finding, Level } from '../../model/report';
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

type Pattern = ComplianceReport['patterns'][number];
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
  const patterns = [
    ...shares(flags, context),
    ...burstPatterns(flags, context),
    ...duplicatePatterns(units, context),
    ...opinionPatterns(units, context),
  ];
  return { level: worst([...listed, ...patterns]), posts: listed, patterns };
}

const isSensitive = ({ level, rule }: Finding) => level !== 'green' && ruleOf(rule)?.category === 'content';

function shares(flags: ReadonlyMap<string, Flags[]>, context: ComplianceContext): Pattern[] {
  const { content } = context.plan ?? DEFAULT_PLAN;
  const texts = textsOf(context);
  const found: Pattern[] = [];
  for (const list of flags.values()) {
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
        message: texts.commercial(paid.counted, paid.posts, paid.low, target),
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
        message: texts.sensitive(sensitive.counted, sensitive.posts, sensitive.low, limit),
      });
    }
  }
  return found;
}

function burstPatterns(flags: ReadonlyMap<string, { at: number }[]>, context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  return [...flags.values()].flatMap((list) => {
    const days = bursts(
      list.map(({ at }) => at),
      context.zone,
      context.now,
    );
    const last = days[days.length - 1];
    return last ? [{ rule: 'TECH-BURST', level: 'yellow' as Level, message: texts.burst(last.posts, last.usual) }] : [];
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
    .map(({ keys, title, identical }) =>
      identical >= IDENTICAL_IS_RED
        ? { rule: 'TECH-DUP', level: 'red' as Level, message: texts.identical(identical, title) }
        : { rule: 'TECH-DUP', level: 'yellow' as Level, message: texts.duplicates(keys.length, title) },
    );
}

function opinionPatterns(units: readonly UnitCompliance[], context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  const signs = units.flatMap((unit) => recentSigns(unit.signs, context.now));
  const found: Pattern[] = signs.map(({ kind, title, times }) =>
    kind === 'comments'
      ? { rule: 'OPINION-COMMENTS', level: 'yellow', message: texts.commentSurge(title, times) }
      : { rule: 'OPINION-LIKES', level: 'yellow', message: texts.likeDrop(title) },
  );
  const recent = (context.complaints ?? []).filter((at) => at <= context.now && context.now - at <= COMPLAINT_DAYS * DAY).length;
  if (recent > 0)
    found.push({ rule: 'OPINION-COMPLAINTS', level: recent >= 3 ? 'red' : 'yellow', message: texts.complaints(recent) });
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
  return { rule: 'OPINION-TONE', level: 'yellow', message: textsOf(context).toneDrop(share, usual) };
}

const textsOf = ({ locale }: ComplianceContext) => (locale === 'zh-CN' ? zhCN : en).patterns;
