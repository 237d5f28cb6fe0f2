/** Goals (F1): where a figure stands, where it may go, and what pace it takes. */
import { localTime } from '../../history/clock';
import { isPlatform } from '../../model/platforms';
import type { Market } from '../../model/report-parts';
import type { Goal, GoalMeasure, WorkspaceScope } from '../../model/workspace/objects';
import type { GoalTemplate, GoalView, MeasureNow } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { hashText } from '../../stats/random';
import { marketsOf, seasonEvents } from '../season/calendar';
import { FEWEST_DAYS, type Forecast, forecast, HISTORY_DAYS } from './forecast';
import { type GoalFacts, type Series, seriesOf } from './series';

const DAY_MS = 86_400_000;
const ON_TRACK = 0.7;
const UNLIKELY = 0.3;
/** Eight weeks say nothing about a day further away than this. */
const FURTHEST = 400;
const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

export function goalView(goal: Goal, facts: GoalFacts): GoalView {
  const series = seriesOf(goal, facts);
  const today = localTime(facts.now, facts.zone).day;
  const due = Math.floor(Date.parse(`${goal.due}T00:00:00Z`) / DAY_MS);
  const { current, end } = series;
  const horizon = end === null ? 0 : due - end;
  const far = horizon > FURTHEST;
  const enough = series.draws !== null && series.draws.days.length >= FEWEST_DAYS && weeksCounted(series) >= 3;
  const ahead: Forecast | null =
    series.draws && enough && horizon > 0 && !far
      ? forecast(series.draws.days, series.draws.shape, horizon, goal.target, hashText(goal.id))
      : null;
  const daysLeft = due - today;
  return {
    goal,
    current,
    asOf: end === null ? null : iso(end),
    trajectory: series.trajectory.map(({ day, value }) => ({ day: iso(day), value })),
    forecast: ahead,
    state: stateOf(goal, series, ahead, daysLeft),
    pace: paceOf(goal, series, horizon, ahead),
    daysLeft,
    seasons: seasonEvents(
      Math.min(today, series.trajectory[0]?.day ?? today),
      due,
      marketsIn(goal, facts),
      facts.seasonNames ?? {},
    ),
    missing: far
      ? { code: 'tooFar', have: horizon, need: FURTHEST }
      : (series.missing ?? (enough ? null : { code: 'maturePosts', have: series.draws?.days.length ?? 0, need: FEWEST_DAYS })),
  };
}

/** Of the account's platform, else of all. */
function marketsIn({ platform }: Goal, { accounts, zone }: GoalFacts): Market[] {
  const platforms = platform === null ? accounts.map((one) => one.platform).filter(isPlatform) : [platform];
  return [...new Set(platforms.flatMap((one) => marketsOf(one, zone)))];
}

function stateOf(goal: Goal, { current, missing }: Series, ahead: Forecast | null, daysLeft: number): GoalView['state'] {
  if (goal.closedAt) return 'closed';
  if (current !== null && current >= goal.target) return 'met';
  if (daysLeft < 0) return 'ended';
  if (missing?.code === 'counted') return 'open';
  if (!ahead) return 'tooEarly';
  return ahead.reach >= ON_TRACK ? 'onTrack' : ahead.reach >= UNLIKELY ? 'atRisk' : 'unlikely';
}

/** Weeks of the days drawn from in which something was counted at all. */
function weeksCounted({ draws }: Series): number {
  const days = draws?.days.slice(-HISTORY_DAYS) ?? [];
  return new Set(days.flatMap(({ count }, i) => (count > 0 ? [Math.floor((days.length - 1 - i) / 7)] : []))).size;
}

/** Change of a level per week. Totals and means have no pace: what counts is the last 28 days before the date. */
function paceOf(goal: Goal, { current, draws }: Series, horizon: number, ahead: Forecast | null): GoalView['pace'] {
  const level = goal.measure === 'followers' || goal.measure === 'entered';
  if (!level || current === null || horizon <= 0 || current >= goal.target) return null;
  const perWeek = (weeks: number) => {
    const last = draws?.days.slice(-7 * weeks) ?? [];
    return last.length === 7 * weeks ? last.reduce((sum, day) => sum + day.sum, 0) / weeks : null;
  };
  const recent = perWeek(4);
  return {
    needed: ((goal.target - current) * 7) / horizon,
    recent,
    newest: perWeek(1),
    forecast: ahead && recent !== null ? sideOf(ahead, current + (recent * horizon) / 7) : null,
  };
}

/** Sums of the same days in another order differ by this share. */
const ROUNDING = 1e-9;

function sideOf({ low, high }: Forecast, end: number): 'above' | 'below' | null {
  const rounding = ROUNDING * Math.abs(end);
  return low > end + rounding ? 'above' : high < end - rounding ? 'below' : null;
}

/** Measures of the plan that dashboards do not show are goals of the creator's own figures. */
const MEASURE_OF: Record<Plan['goals'][number]['measure'], GoalMeasure> = {
  followers: 'followers',
  interactions: 'interactions',
  completionRate: 'completionRate',
  lifetimeValue: 'entered',
  revenueChannels: 'revenueScenes',
  roi: 'roi',
};

export const goalTemplates = (plan: Plan): GoalTemplate[] =>
  plan.goals.map(({ months, measure, target, relative }) => ({
    of: measure,
    months,
    measure: MEASURE_OF[measure],
    target,
    relative,
  }));

const PLAIN: readonly GoalMeasure[] = ['followers', 'views', 'interactions', 'posts', 'completionRate'];
const MONEY: readonly GoalMeasure[] = ['revenue', 'revenueScenes', 'roi'];

/** Where every measure stands, per account and for everything together: baselines of new goals. */
export function measuresNow(facts: GoalFacts): MeasureNow[] {
  const all: WorkspaceScope = { platform: null, account: null };
  const scopes = [all, ...facts.accounts.map(({ platform, account }) => ({ platform, account }) as WorkspaceScope)];
  const distinct = [...new Map(scopes.map((scope) => [`${scope.platform}|${scope.account}`, scope])).values()];
  const now = (scope: WorkspaceScope, measure: GoalMeasure, currency?: string): MeasureNow => {
    const { current, end, missing } = seriesOf({ ...scope, measure, entries: [], currency }, facts);
    const asOf = end === null ? null : iso(end);
    return { scope, measure, current, asOf, missing: current === null ? missing : null, ...(currency ? { currency } : {}) };
  };
  const currencies = [...new Set(facts.money.map(({ currency }) => currency))].sort();
  return [
    ...distinct.flatMap((scope) => PLAIN.map((measure) => now(scope, measure))),
    ...currencies.flatMap((currency) => MONEY.map((measure) => now(all, measure, currency))),
  ];
}
