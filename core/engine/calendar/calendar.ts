/** Planned posts beside what was published: what became of each, and what they would make of the mix. */
import { dayIn, localTime } from '../../history/clock';
import { KINDS } from '../../model/labels';
import { printedZone } from '../../model/platforms';
import type { KnownPost } from '../../model/post';
import type { Finding, Level, Report, TimingWindow } from '../../model/report';
import { reviewState } from '../../model/review';
import { belongsTo } from '../../model/unit-name';
import type { CalendarPost } from '../../model/workspace/objects';
import type { CalendarBalance, CalendarEntry, CalendarWarning } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { largestRemainder } from '../../stats/proportions';
import { matchPosts, wantedOf } from './match';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After so long without a real post, a planned one counts as missed. */
const MISSED_AFTER = 3 * DAY;
/** The commercial share is counted over this many days or posts, whichever is more (`engine.md` 5.5). */
const COMMERCIAL = { days: 90, posts: 50 };

export interface CalendarFacts {
  posts: readonly KnownPost[];
  /** The newest report: windows, and the light of published posts. */
  report: Report | null;
  plan: Plan;
  zone: string;
  now: number;
  check: (post: CalendarPost) => { level: Level; findings: readonly Finding[] };
}

export function calendarEntries(planned: readonly CalendarPost[], facts: CalendarFacts): CalendarEntry[] {
  const byKey = new Map(facts.posts.map((post) => [post.key, post]));
  const real = matchPosts(planned.map(wantedOf), facts.posts);
  const sorted = [...planned].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  const open = sorted.filter(({ id }) => !real.has(id));
  const balances = balancesOf(planned, real, facts);
  return sorted.map((post) => {
    const at = Date.parse(post.at);
    const key = real.get(post.id);
    const known = key === undefined ? undefined : byKey.get(key);
    const published = key !== undefined;
    const checked = published || (post.text === '' && post.title === '') ? null : facts.check(post);
    const near = published ? NO_OTHERS : othersOf(post, open);
    const warnings = published ? [] : warningsOf(post, near, balanceFor(post, balances), checked?.level ?? null, facts);
    return {
      post,
      day: dayIn(at, facts.zone),
      state: published ? 'published' : at + MISSED_AFTER < facts.now ? 'missed' : 'planned',
      real: known
        ? {
            key: known.key,
            title: known.post.title,
            publishedAt: known.post.publishedAt ?? post.at,
            said: typeof post.post === 'string',
          }
        : null,
      level: checked?.level ?? null,
      findings: (checked?.findings ?? []).filter(({ level, exemption }) => level !== 'green' && !exemption),
      warnings,
      others: [...near.sameHour, ...near.experiments].map(({ id }) => id),
      inWindow: inWindow(post, facts.report),
    };
  });
}

interface Others {
  sameHour: CalendarPost[];
  /** The experiment right before this one. */
  experiments: CalendarPost[];
}
const NO_OTHERS: Others = { sameHour: [], experiments: [] };

/** Planned posts of the same account that stand too near. `open`: by time. */
function othersOf(post: CalendarPost, open: readonly CalendarPost[]): Others {
  const at = Date.parse(post.at);
  const own = open.filter(
    ({ id, platform, account }) => id !== post.id && platform === post.platform && account === post.account,
  );
  const before = own.filter((other) => Date.parse(other.at) < at).at(-1);
  return {
    sameHour: own.filter((other) => Math.abs(Date.parse(other.at) - at) < HOUR),
    experiments: post.zone === 'experiment' && before?.zone === 'experiment' ? [before] : [],
  };
}

function warningsOf(
  post: CalendarPost,
  { sameHour, experiments }: Others,
  balance: CalendarBalance | null,
  level: Level | null,
  { plan }: CalendarFacts,
): CalendarWarning[] {
  const warnings: CalendarWarning[] = [];
  if (sameHour.length > 0) warnings.push('sameHour');
  const commercial = balance?.commercial;
  if (post.commercial && commercial && commercial.paid > plan.content.commercial.high * commercial.total + 1e-9)
    warnings.push('commercialTooMany');
  const kind = balance?.kinds.find((one) => one.kind === post.kind);
  // One too many is no conflict: posts come whole.
  if (kind && kind.planned > kind.target + 1) warnings.push('kindTooMany');
  if (experiments.length > 0) warnings.push('twoExperiments');
  if (post.commercial && post.adChecks.length < 4) warnings.push('missingAdChecks');
  if (level === 'red' || level === 'yellow') warnings.push('findings');
  if (reviewState(post.reviews.map(({ at: when, ...mark }) => ({ ...mark, when: Date.parse(when) }))).state === 'refused')
    warnings.push('reviewRefused');
  return warnings;
}

/** A post not yet given to an account counts for the only one there is, and for none where there are several. */
const balanceFor = (post: CalendarPost, balances: readonly CalendarBalance[]): CalendarBalance | null =>
  (post.account === null
    ? balances.length === 1 && balances[0]
    : balances.find(({ platform, account }) => platform === post.platform && account === post.account)) || null;

/** Of each account: published posts of the plan's windows together with the planned ones that are still to come. */
export function balancesOf(
  planned: readonly CalendarPost[],
  real: ReadonlyMap<string, string>,
  facts: CalendarFacts,
): CalendarBalance[] {
  const open = planned.filter(({ id, at }) => !real.has(id) && Date.parse(at) + MISSED_AFTER >= facts.now);
  const accounts = new Map<string, Pick<CalendarBalance, 'platform' | 'account'>>();
  for (const { platform, account } of [...facts.posts, ...open])
    if (platform !== null && account !== null) accounts.set(`${platform}|${account}`, { platform, account });
  return [...accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const mine = (one: { platform: string | null; account: string | null }) =>
        (one.platform === own.platform && one.account === own.account) || (one.account === null && accounts.size === 1);
      return { ...own, ...balanceOf(open.filter(mine), { ...facts, posts: facts.posts.filter(mine) }) };
    });
}

function balanceOf(
  open: readonly CalendarPost[],
  { posts, plan, now }: CalendarFacts,
): Pick<CalendarBalance, 'kinds' | 'commercial'> {
  const published = posts
    .filter(({ post }) => post.publishedAt !== null && (post.status === null || post.status === 'published'))
    .sort((a, b) => Date.parse(a.post.publishedAt ?? '') - Date.parse(b.post.publishedAt ?? ''));
  const recent = (days: number, fewest: number) => {
    const from = published.findIndex(({ post }) => Date.parse(post.publishedAt ?? '') > now - days * DAY);
    return published.slice(Math.min(from < 0 ? published.length : from, Math.max(0, published.length - fewest)));
  };
  const { window, kinds: targets } = plan.content;
  const labelled = recent(window.days, window.posts).filter(({ labels }) => labels.kind !== undefined);
  const withKind = open.filter(({ kind }) => kind !== undefined);
  const total = labelled.length + withKind.length;
  const wanted = largestRemainder(
    KINDS.map((kind) => targets[kind]),
    total,
  );
  const kinds = KINDS.map((kind, i) => {
    const planned =
      labelled.filter(({ labels }) => labels.kind === kind).length + withKind.filter((one) => one.kind === kind).length;
    return { kind, planned, target: wanted[i] ?? 0, share: total > 0 ? planned / total : 0 };
  });
  const base = recent(COMMERCIAL.days, COMMERCIAL.posts);
  const isPaid = ({ labels }: KnownPost) => labels.commercial === true || (labels.sponsor ?? '') !== '';
  // As in the mix: where no post was ever marked, the share of the published ones is unknown.
  const marked = base.some((post) => post.labels.commercial !== undefined || isPaid(post));
  const { low, high } = plan.content.commercial;
  return {
    kinds: total > 0 ? kinds : [],
    commercial: marked
      ? {
          paid: base.filter(isPaid).length + open.filter(({ commercial }) => commercial).length,
          total: base.length + open.length,
          low,
          high,
        }
      : null,
  };
}

function inWindow({ at, platform, account }: CalendarPost, report: Report | null): boolean | null {
  if (platform === null || account === null) return null;
  const own = report?.timing.filter(({ unit }) => belongsTo(unit, platform, account)) ?? [];
  const windows = own.flatMap(({ windows: found, lean, zone }) => {
    const named = found.filter(({ recommended }) => recommended);
    return (named.length > 0 ? named : (lean?.windows ?? [])).map((window) => ({ window, zone }));
  });
  if (windows.length === 0) return null;
  return windows.some(({ window, zone }) => within(window, Date.parse(at), printedZone(platform, zone)));
}

function within({ days, startHour, endHour }: TimingWindow, at: number, zone: string): boolean {
  const { weekday, hour } = localTime(at, zone);
  const crosses = endHour <= startHour;
  const inside = crosses ? hour >= startHour || hour < endHour : hour >= startHour && hour < endHour;
  if (!inside) return false;
  // After midnight the window still belongs to the day it began on.
  const day = crosses && hour < endHour ? (weekday + 6) % 7 : weekday;
  return days === 'all' || (days === 'weekend') === day >= 5;
}
