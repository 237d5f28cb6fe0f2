/** The daily history of what a goal may be set on: captured or entered, never guessed. */
import { dayIn, localTime } from '../../history/clock';
import type { OutcomeName } from '../../history/outcome';
import type { AccountReading } from '../../model/reading';
import type { Goal, MoneyEntry, WorkspaceScope } from '../../model/workspace/objects';
import type { Missing } from '../../model/workspace/view';
import type { Look, PostFacts } from '../mix/facts';
import { type Day, FEWEST_DAYS, type FigureShape, WINDOW_DAYS } from './forecast';
import { interactionSum } from './interactions';

/** Posts of one account with the age at which they are compared. */
export interface AccountFacts {
  platform: string;
  account: string;
  horizonHours: number;
  /** What `value` of its posts counts. */
  outcome: OutcomeName | null;
  posts: readonly PostFacts[];
}
export interface GoalFacts {
  accounts: readonly AccountFacts[];
  accountReadings: readonly AccountReading[];
  money: readonly MoneyEntry[];
  /** Milliseconds since the epoch. */
  now: number;
  zone: string;
  /** What festivals and sales are called. */
  seasonNames?: Record<string, string>;
}

export interface Series {
  current: number | null;
  /** Local day (days since the epoch) of the newest figure. */
  end: number | null;
  /** Oldest first. */
  trajectory: { day: number; value: number }[];
  /** What a forecast is drawn from; null where there is none, for the reason in `missing`. */
  draws: { days: Day[]; shape: FigureShape } | null;
  missing: Missing | null;
}

type Subject = WorkspaceScope & Pick<Goal, 'measure' | 'entries' | 'currency'>;

const DAY_MS = 86_400_000;
/** Looks further apart than this leave too much unknown between them. */
const LONGEST_GAP = 10;
const FEWEST_LOOKS = 6;
const FEWEST_POSTS = 6;
const MONEY_DAYS = 90;

const unknown = (missing: Missing): Series => ({ current: null, end: null, trajectory: [], draws: null, missing });
const epochDay = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const inScope = (scope: WorkspaceScope, one: { platform: string; account: string | null }) =>
  (scope.platform === null || scope.platform === one.platform) &&
  (scope.account === null || scope.account === (one.account ?? ''));

export function seriesOf(subject: Subject, facts: GoalFacts): Series {
  switch (subject.measure) {
    case 'followers':
      return followers(subject, facts);
    case 'entered':
      return levels(
        subject.entries.map(({ day, value }) => ({ day: epochDay(day), value })),
        'entries',
      );
    case 'revenue':
    case 'revenueScenes':
    case 'roi':
      return money(subject, facts);
    default:
      return ofPosts(subject, facts);
  }
}

function followers(subject: Subject, { accountReadings, zone }: GoalFacts): Series {
  if (subject.platform === null || subject.account === null) return unknown({ code: 'noAccount' });
  const looks = accountReadings
    .filter((reading) => inScope(subject, reading) && reading.metrics.followers)
    .sort((a, b) => Date.parse(a.seenAt) - Date.parse(b.seenAt))
    .map(({ seenAt, metrics }) => ({
      day: localTime(Date.parse(seenAt), zone).day,
      value: metrics.followers?.value ?? 0,
    }));
  return levels(looks, 'looks');
}

/** A level that was looked at now and then; between two looks the change is spread evenly. The newest look of a day counts. */
function levels(looks: readonly { day: number; value: number }[], code: 'looks' | 'entries'): Series {
  const trajectory = [...new Map(looks.map((look) => [look.day, look])).values()].sort((a, b) => a.day - b.day);
  const last = trajectory.at(-1);
  if (!last) return unknown({ code: code === 'looks' ? 'noLooks' : 'entries', have: 0, need: FEWEST_LOOKS });
  const known: Series = { current: last.value, end: last.day, trajectory, draws: null, missing: null };
  const days: Day[] = [];
  let used = 1;
  for (let i = trajectory.length - 1; i > 0; i--) {
    const [before, after] = [trajectory[i - 1], trajectory[i]];
    if (!before || !after || after.day - before.day > LONGEST_GAP) break;
    const perDay = (after.value - before.value) / (after.day - before.day);
    for (let day = after.day; day > before.day; day--) days.push({ sum: perDay, count: 1 });
    used++;
  }
  if (days.length < FEWEST_DAYS) {
    const gap = trajectory.length > used;
    return { ...known, missing: { code: gap ? 'lookGap' : code, have: days.length, need: FEWEST_DAYS } };
  }
  if (used < FEWEST_LOOKS) return { ...known, missing: { code, have: used, need: FEWEST_LOOKS } };
  return { ...known, draws: { days: days.reverse(), shape: { kind: 'level', level: last.value } } };
}

/** The figure of one post old enough to be compared; null where no page showed it. `sum` adds up interactions. */
function figureOf(post: PostFacts, measure: Goal['measure'], sum: (metrics: Look['metrics']) => number | null): number | null {
  const metrics = post.mature?.metrics;
  if (measure === 'posts') return 1;
  if (!metrics) return null;
  if (measure === 'completionRate') return metrics.completionRate ?? null;
  if (measure === 'views') return metrics.views ?? metrics.reach ?? metrics.impressions ?? null;
  return sum(metrics);
}

/** What one account's posts give: the day and figure of each that counts, and how far its history reaches. */
interface Counted {
  values: { day: number; value: number }[];
  /** Local days: when its posts were last looked at, and the last one whose posts are old enough to compare. */
  seen: number;
  end: number;
}

function countedOf(units: readonly AccountFacts[], measure: Goal['measure'], zone: string): Counted {
  const posts = units.flatMap(({ posts: own }) => own.filter(({ posted, publishedAt }) => posted && publishedAt !== null));
  // Each account by the parts its own pages show: another platform's are not missing here.
  const sum = interactionSum(posts.flatMap(({ mature }) => mature ?? []));
  const values = posts.flatMap((post) => {
    const value = figureOf(post, measure, sum);
    return value === null ? [] : [{ day: localTime(post.publishedAt ?? 0, zone).day, value }];
  });
  const seen = localTime(Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt), 0), zone).day;
  // Posts younger than the horizon have no comparable figure yet: the history ends before them.
  const waitDays = measure === 'posts' ? 0 : Math.ceil(Math.max(...units.map(({ horizonHours }) => horizonHours)) / 24);
  return { values, seen, end: Math.max(...values.map(({ day }) => day), seen - waitDays) };
}

function ofPosts(subject: Subject, { accounts, zone }: GoalFacts): Series {
  const { measure } = subject;
  const mine = Map.groupBy(
    accounts.filter((account) => inScope(subject, account)),
    ({ platform, account }) => `${platform}|${account}`,
  );
  const each = [...mine.values()].map((units) => countedOf(units, measure, zone)).filter(({ values }) => values.length > 0);
  if (each.length === 0) return unknown({ code: 'maturePosts', have: 0, need: FEWEST_POSTS });
  const seen = each.map((one) => one.seen);
  const unseen = Math.max(...seen) - Math.min(...seen);
  if (unseen > WINDOW_DAYS) return unknown({ code: 'accountUnseen', have: unseen, need: WINDOW_DAYS });
  // The sum of several accounts ends where the first of them does: what is not known of one is not nothing.
  const end = Math.min(...each.map((one) => one.end));
  const counted = each.flatMap(({ values }) => values.filter(({ day }) => day <= end));
  if (counted.length === 0) return unknown({ code: 'maturePosts', have: 0, need: FEWEST_POSTS });
  const first = Math.min(...counted.map(({ day }) => day));
  const days: Day[] = Array.from({ length: end - first + 1 }, () => ({ sum: 0, count: measure === 'completionRate' ? 0 : 1 }));
  for (const { day, value } of counted) {
    const at = days[day - first];
    if (!at) continue;
    at.sum += value;
    if (measure === 'completionRate') at.count++;
  }
  const shape: FigureShape = measure === 'completionRate' ? { kind: 'mean', most: 1 } : { kind: 'total' };
  const series = windows(days, first, shape);
  if (counted.length < FEWEST_POSTS)
    return { ...series, draws: null, missing: { code: 'maturePosts', have: counted.length, need: FEWEST_POSTS } };
  return series;
}

/** The figure over 28 days at the end of each day, from the first day that has 28 behind it. */
function windows(days: Day[], first: number, shape: FigureShape): Series {
  const trajectory: Series['trajectory'] = [];
  let sum = 0;
  let count = 0;
  days.forEach((day, i) => {
    sum += day.sum - (days[i - WINDOW_DAYS]?.sum ?? 0);
    count += day.count - (days[i - WINDOW_DAYS]?.count ?? 0);
    if (i + 1 < WINDOW_DAYS || count === 0) return;
    trajectory.push({ day: first + i, value: shape.kind === 'mean' ? sum / count : sum });
  });
  const last = trajectory.at(-1);
  if (!last) return unknown({ code: 'maturePosts', have: days.length, need: WINDOW_DAYS });
  return { current: last.value, end: last.day, trajectory, draws: { days, shape }, missing: null };
}

function money(subject: Subject, { money: entries, now, zone }: GoalFacts): Series {
  const currency = subject.currency;
  if (!currency) return unknown({ code: 'noCurrency' });
  const own = entries.filter((entry) => entry.currency === currency);
  const revenue = own.filter(({ flow }) => flow === 'revenue');
  if (revenue.length === 0) return unknown({ code: 'revenue' });
  const end = epochDay(revenue.reduce((latest, { day }) => (day > latest ? day : latest), ''));
  const today = epochDay(dayIn(now, zone));
  const recent = own.filter(({ day }) => epochDay(day) > end - MONEY_DAYS && epochDay(day) <= today);
  if (subject.measure === 'revenueScenes') {
    const scenes = new Set(recent.flatMap((entry) => (entry.flow === 'revenue' ? [entry.scene] : [])));
    return { current: scenes.size, end, trajectory: [], draws: null, missing: { code: 'counted' } };
  }
  if (subject.measure === 'roi') {
    const sum = (flow: MoneyEntry['flow']) =>
      recent.filter((entry) => entry.flow === flow).reduce((total, { amount }) => total + amount, 0);
    const cost = sum('cost');
    if (cost === 0) return unknown({ code: 'cost' });
    return { current: (sum('revenue') - cost) / cost, end, trajectory: [], draws: null, missing: { code: 'counted' } };
  }
  const first = Math.min(...revenue.map(({ day }) => epochDay(day)));
  const days: Day[] = Array.from({ length: end - first + 1 }, () => ({ sum: 0, count: 1 }));
  for (const { day, amount } of revenue) {
    const at = days[epochDay(day) - first];
    if (at) at.sum += amount;
  }
  return windows(days, first, { kind: 'total' });
}
