/** Review pages (A5, F8): what changed, what was tried, what was learnt, what is next. Made from the report and the records. */

import { dayIn } from '../../history/clock';
import type { AccountNotes } from '../../model/documents/account-notes';
import type { MonthlyRating } from '../../model/documents/monthly-rating';
import type { Report } from '../../model/report';
import { partsOfUnit } from '../../model/unit-name';
import { joinWindows } from '../../model/windows';
import { ledBy } from '../../model/workspace/lead';
import type { ReviewPage, WorkspaceRecords } from '../../model/workspace/objects';
import type {
  CalendarEntry,
  ChannelView,
  ExperimentView,
  GoalView,
  IncidentView,
  MoneySummary,
  MoneyYear,
} from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { type AccountFigures, periodFigures, type ReviewSources } from './figures';
import { type Period, periodBefore } from './periods';
import type { ReviewTexts } from './texts';

export interface ReviewInput extends ReviewSources {
  records: WorkspaceRecords;
  accountNotes: readonly AccountNotes[];
  monthlyRatings: readonly MonthlyRating[];
  report: Report | null;
  calendar: readonly CalendarEntry[];
  goals: readonly GoalView[];
  experiments: readonly ExperimentView[];
  months: readonly MoneySummary[];
  years: readonly MoneyYear[];
  incidents: readonly IncidentView[];
  channels: readonly ChannelView[];
  plan: Plan;
  words: ReviewTexts;
}

type Section = ReviewPage['sections'][number];
const SUGGESTIONS = 3;
/** Of what the indicator lacks, so many lines; the growth page has them all. */
const FEW_MISSING = 2;
/** How a goal's figure is written; the others are counts. */
const SHAPES: Partial<Record<GoalView['goal']['measure'], 'share' | 'figure'>> = {
  completionRate: 'share',
  roi: 'share',
  revenue: 'figure',
  entered: 'figure',
};
const LONG = new Set(['quarterly', 'yearly']);

export function reviewPage(period: Period, input: ReviewInput): ReviewPage {
  const { words } = input;
  const monthly = period.kind !== 'daily' && period.kind !== 'weekly';
  const sections: Section[] = [
    { heading: words.headings.changed, lines: changed(period, input) },
    { heading: words.headings.rhythm, lines: rhythm(period, input) },
    { heading: words.headings.tried, lines: tried(period, input) },
    { heading: words.headings.learnt, lines: learnt(period, input) },
    { heading: words.headings.risk, lines: risk(period, input) },
    { heading: words.headings.goals, lines: goalLines(input) },
    ...(monthly
      ? [
          { heading: words.headings.money, lines: moneyLines(period, input) },
          { heading: words.headings.content, lines: [...contentLines(period, input), ...ownMonths(period, input)] },
        ]
      : []),
    ...(LONG.has(period.kind)
      ? [
          { heading: words.headings.positioning, lines: positioning(input) },
          { heading: words.headings.outside, lines: outside(period, input) },
          { heading: words.headings.registers, lines: registers(period, input) },
        ]
      : []),
    { heading: words.headings.next, lines: next(input) },
  ];
  return {
    title: words.titles[period.kind],
    period: period.from === period.to ? period.from : words.period(period.from, period.to),
    // A daily glance leaves out what has nothing to say; the longer pages say that there was nothing.
    sections:
      period.kind === 'daily'
        ? sections.filter(({ lines }) => lines.length > 0)
        : sections.map((section) => orNothing(section, words)),
  };
}

const orNothing = ({ heading, lines }: Section, words: ReviewTexts): Section => ({
  heading,
  lines: lines.length > 0 ? lines : [words.nothing],
});

function changed(period: Period, input: ReviewInput): string[] {
  const { words } = input;
  const past = periodBefore(period);
  const now = periodFigures(period, input);
  const before = periodFigures(past, input);
  // Where nothing older than the period before is known, its sums may be of a part of it: no comparison.
  const whole = ({ knownFrom }: AccountFigures) => knownFrom !== null && knownFrom < past.from;
  const lines = [words.posts(now.posts, now.accounts.every(whole) ? before.posts : null)];
  for (const own of now.accounts) {
    const last = before.accounts.find(({ platform, account }) => platform === own.platform && account === own.account);
    const summed = whole(own) ? last : undefined;
    const name = words.account(own.platform, own.account);
    lines.push(
      words.of(
        name,
        own.views === null ? words.viewsUnknown(own.platform) : words.views(own.platform, own.views, summed?.views ?? null),
      ),
    );
    if (own.biggest !== null) lines.push(words.of(name, words.biggest(own.platform, own.biggest.title, own.biggest.share)));
    if (own.interactions !== null) lines.push(words.of(name, words.interactions(own.interactions, summed?.interactions ?? null)));
    lines.push(
      words.of(
        name,
        own.typical === null || own.outcome === null
          ? words.tooFew(own.mature)
          : words.typical(
              own.platform,
              { value: own.typical, posts: own.mature },
              own.outcome,
              // Another figure is no comparison.
              last && last.typical !== null && last.outcome === own.outcome ? { value: last.typical, posts: last.mature } : null,
            ),
      ),
    );
    if (!whole(own) && own.knownFrom !== null) lines.push(words.of(name, words.knownFrom(own.knownFrom)));
  }
  if (now.followers.length === 0) lines.push(words.followersUnknown[period.kind]);
  for (const { platform, account, ...change } of now.followers)
    lines.push(words.followers(words.account(platform, account), change));
  if (period.kind !== 'daily' && now.posts > 0)
    lines.push(now.rating === null ? words.unrated : words.rating(now.rating, now.rated, now.posts));
  return lines;
}

function rhythm(period: Period, { calendar, words, zone }: ReviewInput): string[] {
  const planned = calendar.filter(({ post }) => within(dayIn(Date.parse(post.at), zone), period));
  if (planned.length === 0) return [words.nothingPlanned];
  const kept = planned.filter(({ state }) => state === 'published').length;
  const missed = planned.filter(({ state }) => state === 'missed');
  return [
    words.planned(planned.length, kept),
    ...(missed.length > 0 ? [words.missed(missed.map(({ post }) => post.title))] : []),
  ];
}

function tried(period: Period, { experiments, calendar, words, zone }: ReviewInput): string[] {
  const running = experiments.flatMap((view) => {
    const { experiment, design, posts, pairs, verdict } = view;
    if (design !== 'pairs')
      return daysOf(view, zone).some((day) => within(day, period))
        ? [words.trial(experiment.question, design, words.verdicts[verdict])]
        : [];
    const drawn = posts.filter(({ at }) => within(dayIn(Date.parse(at), zone), period)).length;
    return drawn > 0 ? [words.experiment(experiment.question, drawn, pairs, words.verdicts[verdict])] : [];
  });
  const zoned = calendar.filter(
    ({ post, state }) => post.zone === 'experiment' && state === 'published' && within(dayIn(Date.parse(post.at), zone), period),
  );
  return [...running, ...(zoned.length > 0 ? [words.experimentPosts(zoned.length)] : [])];
}

/** Days on which something of it was drawn or noted. */
const daysOf = ({ experiment: { periods = [], result }, posts }: ExperimentView, zone: string): string[] => [
  ...posts.map(({ at }) => dayIn(Date.parse(at), zone)),
  ...periods.map(({ day }) => day),
  ...(result ? [result.day] : []),
];

function learnt(period: Period, { experiments, incidents, report, words, zone }: ReviewInput): string[] {
  const decided = experiments
    .filter(
      (view) => view.verdict !== 'planned' && view.verdict !== 'running' && daysOf(view, zone).some((day) => day >= period.from),
    )
    .map((view) => {
      const { lift, bLeads } = ledBy(view);
      return words.decided(view.experiment.question, words.verdicts[view.verdict], lift, bLeads, view.experiment.learnt);
    });
  const closed = incidents.flatMap(({ incident: { closing, title } }) =>
    closing && within(dayIn(Date.parse(closing.at), zone), period) && closing.learnt !== ''
      ? [words.lesson(title, closing.learnt)]
      : [],
  );
  const timing = (report?.timing ?? []).map(({ unit, state, windows }) =>
    words.timing(words.unit(unit), state, joinWindows(windows.filter(({ recommended }) => recommended))),
  );
  const effects = (report?.mix ?? []).flatMap(({ unit, effectiveness }) =>
    effectiveness.factors
      .filter(({ state }) => state === 'supported' || state === 'hint')
      .map(({ statement }) => words.effect(words.unit(unit), statement)),
  );
  return [...decided, ...closed, ...timing, ...effects];
}

function risk(period: Period, { report, posts, incidents, words, zone }: ReviewInput): string[] {
  const inPeriod = new Set(
    posts
      .filter(({ post }) => post.publishedAt !== null && within(dayIn(Date.parse(post.publishedAt), zone), period))
      .map(({ key }) => key),
  );
  const flagged = (report?.compliance.posts ?? []).filter(({ post, level }) => level !== 'green' && inPeriod.has(post));
  const count = (level: string) => flagged.filter((one) => one.level === level).length;
  const lines = report ? [words.findings(count('red'), count('yellow'))] : [];
  for (const { incident, state, clocks } of incidents) {
    const opened = within(dayIn(Date.parse(incident.openedAt), zone), period);
    const closed = incident.closing !== null && within(dayIn(Date.parse(incident.closing.at), zone), period);
    if (!opened && !closed && state === 'closed') continue;
    if (incident.openedAt.slice(0, 10) > period.to && !opened) continue;
    const late =
      clocks.feedback.state === 'late' ||
      clocks.feedback.state === 'overdue' ||
      clocks.solve.state === 'late' ||
      clocks.solve.state === 'overdue';
    lines.push(words.incident(incident.title, words.incidentStates[state], incident.source.from === 'drill', late));
  }
  return lines;
}

const goalLines = ({ goals, words }: ReviewInput): string[] =>
  goals
    .filter(({ state }) => state !== 'closed')
    .map(({ goal, current, forecast, state, daysLeft }) =>
      words.goal(
        {
          name: goal.name || words.measures[goal.measure],
          measure: goal.measure,
          current,
          target: goal.target,
          due: goal.due,
          shape: SHAPES[goal.measure] ?? 'count',
        },
        words.goalStates[state],
        state === 'met' || state === 'ended' ? null : forecast,
        daysLeft,
      ),
    );

function moneyLines(period: Period, { months, years, plan, words }: ReviewInput): string[] {
  const inside = months.filter(({ month }) => month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7));
  if (inside.length === 0) return [words.noMoney];
  const lines: string[] = [];
  for (const currency of [...new Set(inside.map((one) => one.currency))]) {
    const own = inside.filter((one) => one.currency === currency);
    const sum = (of: (one: MoneySummary) => number) => own.reduce((total, one) => total + of(one), 0);
    const scenes = merged(own.flatMap((one) => one.scenes));
    const costs = sum(({ cost }) => cost);
    // Nothing entered is not nothing earned.
    lines.push(words.money(currency, scenes.length > 0 ? sum(({ revenue }) => revenue) : null, costs > 0 ? costs : null));
    if (scenes.length > 0) lines.push(words.scenes(currency, scenes, plan.revenueScenes));
    const boards = merged(own.flatMap((one) => one.boards));
    const spent = boards.reduce((total, { amount }) => total + amount, 0);
    if (spent > 0)
      lines.push(
        words.boards(
          boards.map(({ name, amount }) => ({
            name: words.boardNames[name as keyof typeof words.boardNames],
            share: amount / spent,
            target: plan.money.budget[name as keyof Plan['money']['budget']],
          })),
        ),
      );
    if (own.length === 1 && own[0]?.rpm != null) lines.push(words.rpm(currency, own[0].rpm));
    const year = years.find((one) => one.currency === currency);
    if (LONG.has(period.kind) && year?.roi) lines.push(words.roi(year.roi.value, year.roi.range, year.roi.weeks));
    if (LONG.has(period.kind) && year?.months.some(({ cost }) => cost > 0))
      lines.push(year.regression.allowed ? words.regressionShown : words.regressionRefused(year.regression.refusals));
  }
  return lines;
}

function merged(shares: readonly { name: string; amount: number }[]): { name: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { name, amount } of shares) sums.set(name, (sums.get(name) ?? 0) + amount);
  return [...sums].map(([name, amount]) => ({ name, amount })).sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1));
}

/** Of every account: how the mix stands, how like the month before it is, and the month's indicator. */
function contentLines(period: Period, { report, words }: ReviewInput): string[] {
  const seen = new Set<string>();
  return [
    ...(report?.mix ?? []).flatMap(({ unit, adherence }) => {
      const { platform, account } = partsOfUnit(unit);
      const name = words.account(platform, account);
      if (seen.has(name)) return [];
      seen.add(name);
      return [adherence.kinds.statement, adherence.commercial.statement, adherence.consistency.statement].map((line) =>
        words.of(name, line),
      );
    }),
    ...(report?.growth ?? []).flatMap(({ platform, account, kpi }) => {
      const month = period.to.slice(0, 7);
      const earlier = kpi.month < month;
      return [
        kpi.statement,
        // It is of the last month that was looked at to its end.
        ...(kpi.score.value === null ? kpi.missing.slice(0, FEW_MISSING) : earlier ? [words.indicatorEarlier(month)] : []),
      ].map((line) => words.of(words.account(platform, account), line));
    }),
  ];
}

/** What the creator said of the period's months: the qualitative part beside the numbers (A3). */
const ownMonths = (period: Period, { monthlyRatings, words }: ReviewInput): string[] =>
  monthlyRatings
    .filter(({ month }) => month >= period.from.slice(0, 7) && month <= period.to.slice(0, 7))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ platform, account, month, ratings, note }) => {
      const given = Object.values(ratings);
      const mean = given.length > 0 ? given.reduce((sum, one) => sum + one, 0) / given.length : null;
      return words.of(words.account(platform, account), words.monthRated(month, mean, given.length, note ?? ''));
    });

/** The board as the creator left it: findings they took off stay off, their own entries follow. */
function positioning({ report, accountNotes, words }: ReviewInput): string[] {
  return (report?.growth ?? []).flatMap(({ platform, account, swot }) => {
    const said = accountNotes.find((notes) => notes.platform === platform && notes.account === account)?.positioning;
    const found = swot.filter(({ from }) => !said?.hidden.includes(from));
    return [...found, ...(said?.own ?? [])].map(({ quadrant, text }) =>
      words.of(words.account(platform, account), words.swot(words.quadrants[quadrant], text)),
    );
  });
}

function outside(period: Period, { records, channels, words }: ReviewInput): string[] {
  const notes = records.note
    .filter(({ day }) => within(day, period))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ kind, day, text, where, times }) => words.note(words.noteKinds[kind], day, text, where, times));
  const counted = channels
    .filter(({ received, answered, results }) => received !== null || answered !== null || results !== null)
    .map(({ channel, received, answeredShare, resultsPerHour }) =>
      words.channel(words.channelNames[channel as keyof typeof words.channelNames], received, answeredShare, resultsPerHour),
    );
  return [...notes, ...counted];
}

function registers(period: Period, { records, words }: ReviewInput): string[] {
  return records.register
    .filter(({ day, renew }) => within(day, period) || (renew !== null && renew <= period.to))
    .map(({ kind, title, day, renew }) => words.register(words.registerKinds[kind], title, day, renew));
}

const next = ({ report, words }: ReviewInput): string[] =>
  (report?.suggestions ?? []).slice(0, SUGGESTIONS).map(({ title, action }) => words.suggestion(title, action));

const within = (day: string, { from, to }: Pick<Period, 'from' | 'to'>) => day >= from && day <= to;
