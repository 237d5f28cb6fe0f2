/** Review pages: what changed, what was tried, what was learnt, what is next. */
import type { Platform } from '../../../core/model/platforms';
import { partsOfUnit } from '../../../core/model/unit-name';
import { daysIn } from '../days';
import { panel } from './panel';
import { ui } from './ui';

const { day, month } = daysIn('en');
const whole = (value: number) => Math.round(value).toLocaleString('en');
const figure = (value: number) =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? whole(value) : value.toLocaleString('en', { maximumFractionDigits: 2 });
const percent = (share: number) => `${Math.round(share * 100)}%`;
const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(share * 100))}%`;
const plus = (value: number) => `${value < 0 ? '−' : '+'}${whole(Math.abs(value))}`;
const money = (value: number, currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).format(value);
const posts = (n: number) => `${whole(n)} ${n === 1 ? 'post' : 'posts'}`;
const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
const account = (platform: string, name: string) => {
  const place = ui.platforms[platform as Platform] ?? platform;
  return name === '' ? place : `${place}, ${name}`;
};
interface Span {
  low: number;
  median: number;
  high: number;
}
interface Hours {
  days: 'weekday' | 'weekend' | 'all';
  startHour: number;
  endHour: number;
}
interface Change {
  net: number;
  level: number;
  from: string;
  to: string;
  between: readonly (readonly [string, string])[];
}
interface Typical {
  value: number;
  posts: number;
}
type Outcome = 'views' | 'reach' | 'impressions' | 'interactions';
const OUTCOMES: Record<Outcome, string> = {
  views: 'views',
  reach: 'people reached',
  impressions: 'impressions',
  interactions: 'interactions',
};
const BOARDS = { content: 'content', business: 'partnerships', team: 'team', tools: 'tools' };
type Refusal =
  | { why: 'weeks'; have: number; need: number }
  | { why: 'boards' | 'revenue' }
  | { why: 'constant' | 'parallel'; boards: readonly (keyof typeof BOARDS)[] };
const DAYS = { weekday: 'on weekdays', weekend: 'at weekends', all: 'every day' };
const FORMATS: Record<string, string> = { ...panel.formats, all: 'all formats' };

const unseen = 'Follower change is not known: your follower count was not seen around the start or the end of the period.';

/** What a goal's figures count. */
const goalUnits: Record<string, string> = {
  followers: ' followers',
  views: ' views',
  interactions: ' interactions',
  posts: ' posts',
  revenueScenes: ' sources',
};

export const review = {
  titles: {
    daily: 'Daily glance',
    weekly: 'Weekly review',
    monthly: 'Monthly review',
    quarterly: 'Quarterly assessment',
    yearly: 'Yearly adjustment',
  },
  headings: {
    changed: 'What changed',
    rhythm: 'Planned and kept',
    tried: 'What was tried',
    learnt: 'What was learnt',
    risk: 'Risk',
    goals: 'Goals',
    money: 'Money',
    content: 'Mix and consistency',
    positioning: 'Positioning',
    outside: 'Outside view and trends',
    registers: 'Training, audits, insurance',
    next: 'Next',
  },
  period: (from: string, to: string) => `${day(from)} to ${day(to)}`,
  nothing: 'Nothing was recorded.',
  account,
  unit: (unit: string): string => {
    const { platform, account: name, format } = partsOfUnit(unit);
    return `${account(platform, name)} (${FORMATS[format] ?? format})`;
  },
  of: (name: string, line: string) => `${name}: ${line}`,

  posts: (now: number, before: number | null) =>
    `${posts(now)} published${before === null ? '' : `; ${whole(before)} in the period before`}.`,
  views: (_platform: string, now: number, before: number | null) =>
    `${whole(now)} views so far on the posts of this period${before === null ? '' : `; ${whole(before)} on those of the period before, which are older`}.`,
  viewsUnknown: (_platform: string) => 'Their views are not known. Open the page that lists views for each post.',
  interactions: (now: number, before: number | null) =>
    `${whole(now)} interactions so far${before === null ? '' : `; ${whole(before)} on those of the period before`}.`,
  biggest: (_platform: string, title: string, share: number) =>
    `${percent(share)} of these views come from one post${title === '' ? '' : `, “${title}”`}: the sum says little about the others.`,
  typical: (_platform: string, now: Typical, outcome: Outcome, before: Typical | null) =>
    `Of the ${whole(now.posts)} posts old enough to compare, a typical one had ${whole(now.value)} ${OUTCOMES[outcome]}${before === null ? '' : `; ${whole(before.value)} at the same age in the period before (${posts(before.posts)})`}.`,
  tooFew: (mature: number) =>
    mature === 0
      ? 'None of the posts is old enough to compare.'
      : `Only ${posts(mature)} ${mature === 1 ? 'is' : 'are'} old enough to compare: too few to call anything typical.`,
  knownFrom: (from: string) =>
    `No post from before ${day(from)} is known, so the sums of the period before are left out. Scroll further down your post list once if there are older ones.`,
  followers: (name: string, { net, level, from, to, between }: Change) => {
    const worked = between.map(([before, after]) => `${day(before)} and ${day(after)}`).join(', and on ');
    return `${name}: ${worked === '' ? '' : 'about '}${plus(net)} followers, from ${whole(level - net)} on ${day(from)} to ${whole(level)} on ${day(to)}${worked === '' ? '' : ` (worked out between the counts seen on ${worked})`}.`;
  },
  followersUnknown: {
    daily: `${unseen} Open the page that shows it once a day.`,
    weekly: `${unseen} Open the page that shows it once every few days, best on Sunday or Monday.`,
    monthly: `${unseen} Open the page that shows it once a week.`,
    quarterly: `${unseen} Open the page that shows it once a week.`,
    yearly: `${unseen} Open the page that shows it once a week.`,
  },
  rating: (mean: number, rated: number, of: number) =>
    `Your own rating: ${mean.toFixed(1)} of 5 on ${whole(rated)} of ${posts(of)}.`,
  unrated: 'No ratings of your own on these posts yet. You can add them in the posts list.',

  planned: (planned: number, kept: number) => `${whole(kept)} of ${whole(planned)} planned posts went out.`,
  missed: (titles: readonly string[]) => `Not recognised among what was captured: ${list(titles)}.`,
  nothingPlanned: 'Nothing was planned in the calendar.',

  experiment: (question: string, drawn: number, pairs: number, verdict: string) =>
    `“${question}”: ${posts(drawn)} in this period, ${whole(pairs)} complete ${pairs === 1 ? 'pair' : 'pairs'} so far; ${verdict}.`,
  trial: (question: string, design: 'swap' | 'platform', verdict: string) =>
    `“${question}”: ${design === 'swap' ? 'title or cover of one post swapped' : 'the platform’s own test'}; ${verdict}.`,
  experimentPosts: (n: number) => `${posts(n)} planned as an experiment went out.`,
  verdicts: {
    planned: 'not begun',
    running: 'still running',
    aBetter: 'A did better',
    bBetter: 'B did better',
    aHint: 'a hint for A',
    bHint: 'a hint for B',
    same: 'no difference that matters',
    undecided: 'ended undecided',
  },
  decided: (question: string, verdict: string, lift: Span | null, bLeads: boolean, own: string): string =>
    [
      `“${question}”: ${verdict}.`,
      lift
        ? `${bLeads ? 'B compared with A' : 'A compared with B'}: ${lift.low === lift.high ? signed(lift.low) : `between ${signed(lift.low)} and ${signed(lift.high)}`}.`
        : '',
      own.trim() === '' ? '' : `Your note: ${own.trim()}`,
    ]
      .filter(Boolean)
      .join(' '),
  lesson: (title: string, text: string) => `From “${title}”: ${text}`,
  timing: (unit: string, state: string, windows: readonly Hours[]): string => {
    const named = windows.map(({ days, startHour, endHour }) => `${DAYS[days]} ${startHour}:00–${endHour}:00`).join(' or ');
    if (named !== '' && state === 'hint') return `${unit}: a weak sign for posting ${named}.`;
    if (named !== '') return `${unit}: posting ${named} does better.`;
    if (state === 'no_effect_seen') return `${unit}: the hour makes no clear difference.`;
    return `${unit}: not enough evidence about posting times yet.`;
  },
  effect: (unit: string, statement: string) => `${unit}: ${statement}`,

  findings: (red: number, yellow: number) =>
    red + yellow === 0
      ? 'No post of this period breaks a known rule.'
      : `Posts of this period with findings: ${whole(red)} red, ${whole(yellow)} yellow.`,
  incident: (title: string, state: string, drill: boolean, late: boolean) =>
    `${drill ? 'Practice run' : 'Problem'} “${title}”: ${state}${late ? ', a deadline was missed' : ''}.`,
  incidentStates: { open: 'open', solved: 'solved, not yet looked back on', closed: 'closed' },

  measures: {
    followers: 'Followers',
    views: 'Views of 28 days',
    interactions: 'Interactions of 28 days',
    posts: 'Posts in 28 days',
    completionRate: 'Average completion rate of 28 days',
    revenue: 'Revenue of 28 days',
    revenueScenes: 'Revenue sources',
    roi: 'Return on cost',
    entered: 'Own figure',
  },
  goal: (
    goal: {
      name: string;
      measure: string;
      current: number | null;
      target: number;
      due: string;
      shape: 'count' | 'share' | 'figure';
    },
    state: string,
    forecast: (Span & { reach: number }) | null,
    daysLeft: number,
  ): string => {
    const show = { share: percent, figure, count: whole }[goal.shape];
    const now = goal.current === null ? 'not known yet' : `now ${show(goal.current)}`;
    const ahead = forecast
      ? ` Likely between ${show(forecast.low)} and ${show(forecast.high)} by then; ${whole(100 * forecast.reach)} of 100 forecasts reach it.`
      : '';
    const left = daysLeft < 0 ? 'the date has passed' : `${whole(daysLeft)} days left`;
    return `${goal.name}: ${now}; goal ${show(goal.target)}${goalUnits[goal.measure] ?? ''} by ${day(goal.due)} (${left}); ${state}.${ahead}`;
  },
  goalStates: {
    met: 'reached',
    onTrack: 'on track',
    atRisk: 'at risk',
    unlikely: 'unlikely to be reached',
    tooEarly: 'too early to say',
    open: 'not reached yet',
    ended: 'not reached',
    closed: 'laid aside',
  },

  money: (currency: string, revenue: number | null, cost: number | null) =>
    `${revenue === null ? `No revenue entered in ${currency}` : `${money(revenue, currency)} in`}, ${cost === null ? 'no cost entered' : `${money(cost, currency)} out`}.`,
  scenes: (currency: string, scenes: readonly { name: string; amount: number }[], band: { low: number; high: number }) =>
    `Revenue from ${whole(scenes.length)} ${scenes.length === 1 ? 'source' : 'sources'} (plan: ${band.low}–${band.high}): ${scenes.map(({ name, amount }) => `${name} ${money(amount, currency)}`).join(', ')}.`,
  boardNames: BOARDS,
  boards: (boards: readonly { name: string; share: number; target: number }[]) =>
    `Of the spending entered, against the plan: ${boards.map(({ name, share, target }) => `${name} ${percent(share)} (plan ${percent(target)})`).join(', ')}.`,
  rpm: (currency: string, value: number) => `${money(value, currency)} per thousand views of this month’s posts.`,
  roi: (value: number, range: Span | null, weeks: number) =>
    `Return on cost over ${whole(weeks)} ${weeks === 1 ? 'week' : 'weeks'}: ${signed(value)}${range ? `, likely between ${signed(range.low)} and ${signed(range.high)}` : '; too few weeks for a range'}.`,
  regressionShown: 'The spending varied enough to be compared by category: see the money page.',
  regressionRefused: (refusals: readonly Refusal[]) =>
    `Which category the return goes with cannot be told: ${refusals
      .map((refusal) => {
        const boards = 'boards' in refusal ? refusal.boards.map((board) => BOARDS[board]).join(', ') : '';
        if (refusal.why === 'weeks') return `it takes ${whole(refusal.need)} weeks of entries, there are ${whole(refusal.have)}`;
        if (refusal.why === 'constant') return `spending on ${boards} was too even`;
        if (refusal.why === 'parallel') return `spending on ${boards} rose and fell together`;
        return refusal.why === 'revenue' ? 'no revenue is entered' : 'no cost is entered';
      })
      .join('; ')}.`,
  noMoney: 'No money was entered for this period.',

  indicatorEarlier: (of: string) =>
    `The indicator of ${month(of)} is not there yet because nothing was looked at after the month had ended. Open the dashboard once to bring it up to date.`,
  monthRated: (of: string, mean: number | null, items: number, note: string): string =>
    [
      mean === null
        ? `${month(of)}: not rated by you.`
        : `You rated ${month(of)} ${mean.toFixed(1)} of 5 (${items} ${items === 1 ? 'item' : 'items'}).`,
      note.trim() === '' ? '' : `Your note: ${note.trim()}`,
    ]
      .filter(Boolean)
      .join(' '),

  quadrants: { strength: 'Strength', weakness: 'Weakness', opportunity: 'Opportunity', threat: 'Threat' },
  swot: (quadrant: string, text: string) => `${quadrant}. ${text}`,
  noteKinds: {
    competitor: 'Competitor',
    positioning: 'Positioning',
    userResearch: 'User research',
    complaint: 'Complaint',
    technology: 'Technology',
    users: 'Users',
    policy: 'Policy',
    competition: 'Competition',
  },
  note: (kind: string, at: string, text: string, where: string, times: number | null) =>
    `${kind}, ${day(at)}: ${text}${where === '' && times === null ? '' : ` (${[where, times === null ? '' : `seen ${whole(times)} ${times === 1 ? 'time' : 'times'}`].filter(Boolean).join(', ')})`}`,
  channelNames: { comments: 'Comments', messages: 'Messages', community: 'Community', live: 'Live' },
  channel: (name: string, received: number | null, answered: number | null, perHour: number | null): string =>
    `${name}, by your own count of the last three months entered: ${[
      received === null ? 'received not counted' : `${whole(received)} received`,
      answered === null ? '' : `${percent(answered)} answered`,
      perHour === null ? '' : `${figure(perHour)} results per hour`,
    ]
      .filter(Boolean)
      .join(', ')}`,
  registerKinds: { training: 'Training', audit: 'Audit', insurance: 'Insurance' },
  register: (kind: string, title: string, at: string, renew: string | null) =>
    `${kind} “${title}”, ${day(at)}${renew === null ? '' : `; again by ${day(renew)}`}.`,
  suggestion: (title: string, action: string) => `${title.replace(/[.。]$/, '')}. ${action}`,
};
