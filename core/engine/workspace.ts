/** The plan workspace as a whole: the creator's records, weighed with what was captured. Deterministic; clock and zone passed in. */
import { dayIn } from '../history/clock';
import type { AccountNotes } from '../model/documents/account-notes';
import type { MonthlyRating } from '../model/documents/monthly-rating';
import type { KnownPost } from '../model/post';
import type { AccountReading } from '../model/reading';
import type { Finding, Level, Report } from '../model/report';
import { type CalendarPost, REVIEW_KINDS, type WorkspaceRecords } from '../model/workspace/objects';
import type { ReviewDue, Workspace } from '../model/workspace/view';
import { DEFAULT_PLAN, type Plan } from '../plan/plan';
import { balancesOf, calendarEntries } from './calendar/calendar';
import { matchPosts, wantedOf } from './calendar/match';
import { channelViews } from './due/channels';
import { dueItems } from './due/due';
import { workloadOf } from './due/workload';
import { experimentView } from './experiments/experiments';
import { goalTemplates, goalView, measuresNow } from './goals/goals';
import type { AccountFacts, GoalFacts } from './goals/series';
import { growthTexts } from './growth/texts';
import { drillDue, incidentCandidates, incidentView } from './incidents/incidents';
import { factsOf } from './mix/facts';
import { moneyMonths, moneyYears } from './money/summary';
import { type ReviewInput, reviewPage } from './reviews/page';
import { lastPeriod } from './reviews/periods';
import { reviewTexts } from './reviews/texts';
import type { Locale } from './texts';
import { groupPosts, unitOf } from './units';

export interface WorkspaceInput {
  records: WorkspaceRecords;
  unreadable: Workspace['unreadable'];
  posts: readonly KnownPost[];
  accountReadings: readonly AccountReading[];
  /** What the creator wrote on the account pages: positioning, ratings of months. */
  accountNotes?: readonly AccountNotes[];
  monthlyRatings?: readonly MonthlyRating[];
  /** The newest report, in the same language. */
  report: Report | null;
  plan?: Plan;
  check: (post: CalendarPost) => { level: Level; findings: readonly Finding[] };
  locale: Locale;
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Posts with their comparable figures, by account. */
export function accountFacts(
  posts: readonly KnownPost[],
  context: { accountReadings: readonly AccountReading[]; zone: string; now: number },
): AccountFacts[] {
  return [...groupPosts(posts).values()].map((group) => {
    const unit = unitOf(group, context);
    return {
      platform: unit.platform,
      account: unit.account,
      horizonHours: unit.horizonHours,
      outcome: unit.comparable.outcome?.name ?? null,
      posts: factsOf(unit),
    };
  });
}

export function workspaceOf(input: WorkspaceInput): Workspace {
  const { records, unreadable, posts, accountReadings, report, check, locale, zone, now, plan = DEFAULT_PLAN } = input;
  const { accountNotes = [], monthlyRatings = [] } = input;
  const accounts = accountFacts(posts, { accountReadings, zone, now });
  const calendarFacts = { posts, report, plan, zone, now, check };
  const calendar = calendarEntries(records.calendar, calendarFacts);
  const facts: GoalFacts = {
    accounts,
    accountReadings,
    money: records.money,
    now,
    zone,
    seasonNames: growthTexts(locale).seasons,
  };
  const goals = records.goal.map((goal) => goalView(goal, facts));
  const experiments = records.experiment.map((experiment) => experimentView(experiment, accounts, posts));
  const months = moneyMonths({ entries: records.money, accounts, plan, zone });
  const years = moneyYears({ entries: records.money, plan }, monthlyGrowth(report));
  const incidents = records.incident.map((incident) => incidentView(incident, plan, now));
  const channels = channelViews(records.channel);
  const words = reviewTexts(locale);
  const reviews = reviewsDue(
    {
      records,
      report,
      calendar,
      goals,
      experiments,
      months,
      years,
      incidents,
      channels,
      plan,
      words,
      accounts,
      posts,
      accountReadings,
      accountNotes,
      monthlyRatings,
      zone,
    },
    now,
  );
  return {
    plan: { scenes: plan.revenueScenes, experiments: plan.money.experiments, people: plan.money.people },
    records,
    unreadable,
    calendar,
    balances: balancesOf(records.calendar, matchPosts(records.calendar.map(wantedOf), posts), calendarFacts),
    goals,
    templates: goalTemplates(plan),
    measures: measuresNow(facts),
    experiments,
    quota: quotaOf(calendar, experiments, plan, dayIn(now, zone).slice(0, 7), zone),
    months,
    years,
    incidents,
    nextDrill: drillDue(records.incident, plan, now, zone),
    candidates: incidentCandidates(records.incident, report, posts, now),
    reviews,
    workload: workloadOf(records, incidents, calendar),
    channels,
    due: dueItems({ calendar, reviews, incidents, goals, records, plan, zone, now }),
  };
}

function reviewsDue(input: ReviewInput, now: number): ReviewDue[] {
  const today = dayIn(now, input.zone);
  const firstPost = input.posts.reduce(
    (first, { post }) => Math.min(first, post.publishedAt ? Date.parse(post.publishedAt) : Infinity),
    Infinity,
  );
  return REVIEW_KINDS.map((kind) => {
    const period = lastPeriod(kind, today);
    const done = input.records.review.find(({ id }) => id === period.id) ?? null;
    // Of a period in which the account did not exist yet, nothing is late. The daily glance is never late.
    const known = Number.isFinite(firstPost) && dayIn(firstPost, input.zone) <= period.to;
    const overdue = done === null && kind !== 'daily' && known && today > period.due;
    return {
      kind,
      from: period.from,
      to: period.to,
      id: period.id,
      done,
      due: period.due,
      overdue,
      page: reviewPage(period, input),
    };
  });
}

/** C8 and B2: what was tried this month, and how much of all planned posts is trying. */
function quotaOf(
  calendar: Workspace['calendar'],
  experiments: Workspace['experiments'],
  plan: Plan,
  month: string,
  zone: string,
): Workspace['quota'] {
  const { low, high } = plan.content.experimentsPerMonth;
  const inMonth = calendar.filter(({ day }) => day.startsWith(month));
  const trying = inMonth.filter(({ post }) => post.zone === 'experiment' || post.experiment !== undefined).length;
  const drawn = experiments
    .flatMap(({ posts }) => posts)
    .filter(({ at, real }) => real && dayIn(Date.parse(at), zone).startsWith(month)).length;
  return {
    thisMonth: Math.max(trying, drawn),
    low,
    high,
    // Draws that are not in the calendar are no part of what is planned there.
    share: inMonth.length > 0 && trying >= drawn ? trying / inMonth.length : null,
    largestShare: plan.exploration.largestShare,
  };
}

/** Followers' growth over 28 days of the account that is known best (the largest). */
function monthlyGrowth(report: Report | null): number | null {
  const known = (report?.growth ?? []).flatMap(({ followers }) => {
    const level = followers.history.at(-1)?.value ?? 0;
    return followers.net28.value === null ? [] : [{ level, share: followers.net28.value.share }];
  });
  return known.sort((a, b) => b.level - a.level)[0]?.share ?? null;
}
