/** Content mix: what was posted against the plan, and what it did. Plain words; no figure is rounded to look exact. */
import { daysIn } from '../days';

const { day } = daysIn('en');
const percent = (share: number) => `${Math.round(share * 100)}%`;
/** With a decimal, so that 7.5% does not read as 8%. */
const percent1 = (share: number) => `${Math.round(share * 1000) / 10}%`;
const posts = (n: number) => `${n} ${n === 1 ? 'post' : 'posts'}`;
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const signed = (share: number) => {
  const whole = Math.round(Math.abs(share) * 100);
  return whole === 0 ? '0%' : `${share > 0 ? '+' : '−'}${whole}%`;
};
const range = (low: number, high: number) => `${signed(low)} to ${signed(high)}`;
const quote = (text: string) => `“${text}”`;

const kinds = { knowledge: 'knowledge', experience: 'experience', emotion: 'emotion', interaction: 'interaction' };
const trustNames = { authority: 'authority', expertise: 'expertise', affinity: 'closeness' };
const zones = { stable: 'keep making', experiment: 'try out', retire: 'let rest' };

export const mix = {
  kinds,
  zoneNames: zones,
  formats: {
    video: 'Videos',
    short: 'Short videos',
    image: 'Image posts',
    article: 'Articles',
    live: 'Live streams',
    text: 'Text posts',
  },
  trust: { authority: 'Posts showing authority', expertise: 'Posts showing expertise', affinity: 'Posts showing closeness' },
  titleFeatures: {
    number: 'Titles with a number',
    question: 'Titles that ask a question',
    howTo: 'How-to titles',
    exclamation: 'Titles with an exclamation mark',
    emoji: 'Titles with an emoji',
    brackets: 'Titles with a bracketed keyword',
    quote: 'Titles with a quotation',
    firstPerson: 'Titles that say “I” or “we”',
    secondPerson: 'Titles that say “you”',
    warning: 'Titles that warn',
    hashtag: 'Titles with a hashtag',
    twoParts: 'Titles in two parts (| or :)',
    short: 'Your shorter titles',
    long: 'Your longer titles',
    han: 'Titles in Chinese',
    latin: 'Titles in Latin letters',
  },
  /** Properties of titles that always come together. */
  titles: (names: readonly string[]) =>
    list(names.map((name, at) => (at === 0 ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`))),
  commercialPosts: 'Paid posts',
  /** Hashtags and words of titles, hashtags first. */
  terms: (terms: readonly string[]) => {
    const said = list(terms.map((term) => (term.startsWith('#') ? term : quote(term))));
    if (!terms[0]?.startsWith('#')) return `Titles with ${said}`;
    return terms.at(-1)?.startsWith('#') ? `Posts tagged ${said}` : `Posts with ${said}`;
  },
  /** `…` in it stands for what differs. */
  titleFrame: (frame: string) => `Titles like ${quote(frame)}`,
  pillarLabel: (pillar: string) => `Posts on ${quote(pillar)}`,
  kindLabel: (kind: string) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} posts`,
  seriesLabel: (series: string) => `The series ${quote(series)}`,
  duration: (from: number, to: number | null) => {
    const time = (seconds: number) =>
      seconds < 120 && seconds % 60 !== 0 ? `${seconds} s` : seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
    return to === null
      ? `Videos from ${time(from)}`
      : from === 0
        ? `Videos under ${time(to)}`
        : `Videos of ${time(from)}–${time(to)}`;
  },
  circumstances: {
    trend: 'your growth over time',
    hour: 'hour of day',
    weekday: 'weekend or not',
    pause: 'the pause before a post',
    season: 'festivals and sales',
    paid: 'paid posts',
    backlog: 'when the figures were read',
    format: 'format',
    pillar: 'topic',
    series: 'series',
    kind: 'kind of post',
    level: 'your usual level',
  },

  // Missing
  missingPosts: (have: number, need: number) => `${posts(have)} can be compared so far; ${need} are needed.`,
  missingWeeks: (have: number, need: number) => `${have} full ${have === 1 ? 'week' : 'weeks'} so far; ${need} are needed.`,
  missingKinds: (have: number, need: number, of: number) =>
    `${have} of ${posts(of)} say what kind they are; ${need} are needed. Give them a kind in the post list.`,
  missingPillars: (have: number, need: number, of: number) =>
    `${have} of ${posts(of)} have a topic; ${need} are needed. Give them a topic in the post list.`,
  missingCommercialLabels: 'No post is marked as paid or not paid. Mark your paid posts in the post list.',
  missingSensitiveLabels: 'No post was reviewed as sensitive or not. Answer it where a check found something.',
  missingTrust: 'No post says how it builds trust. Mark the ones that show authority, expertise or closeness in the post list.',
  missingMonths: (now: number, before: number, need: number) =>
    `The last 28 days hold ${posts(now)}, the 28 days before ${posts(before)}; ${need} each are needed.`,
  missingMonthLabels: (now: number, before: number, need: number) =>
    `With a topic: ${posts(now)} in the last 28 days, ${posts(before)} in the 28 days before; ${need} each are needed.`,
  missingEffect: (name: string, have: number, need: number) =>
    `${quote(name)} has ${posts(have)} old enough to compare; ${need} are needed, and as many others.`,
  missingOutcome: 'No figure is known for enough posts. Open the page that lists views or interactions for each post.',
  missingLabels: (share: number, need: number) =>
    `${percent(share)} of the posts carry a topic or series label; below ${percent(need)} nothing here counts as more than a hint.`,
  missingMetric: (metric: string, have: number, need: number) => `${metric} is known for ${posts(have)}; ${need} are needed.`,
  missingHistory: (days: number, need: number) =>
    `The history covers ${days} days; from ${need} days on, words used for a short while can be told from those you use all the time.`,

  // Adherence
  kindsUnknown: (have: number, need: number) => `The kinds of your posts are not known yet (${have} of ${need} needed labels).`,
  kindsInPlan: (n: number) => `Your last ${posts(n)} follow the planned kinds.`,
  kindsOff: (off: readonly { kind: keyof typeof kinds; posts: number; targetPosts: number }[], n: number) =>
    off.length > 0
      ? `Of your last ${posts(n)}, ${list(off.map(({ kind, posts: made, targetPosts }) => `${made} are ${kinds[kind]} (plan: ${targetPosts})`))}.`
      : `Your last ${posts(n)} are a little off the planned kinds.`,
  pillarsUnknown: (have: number, need: number) => `Your topics are not known yet (${have} of ${need} needed labels).`,
  pillarsMet: (n: number) => `Your last ${posts(n)} meet every point of “one flagship topic, four supporting ones, the rest”.`,
  pillarsOpen: (met: number, all: number) =>
    `${met} of ${all} points of “one flagship topic, four supporting ones, the rest” are met.`,
  checkFlagship: (pillar: string, share: number, least: number) =>
    `Flagship: ${quote(pillar)} makes up ${percent(share)} (at least ${percent(least)}).`,
  checkSupporting: (have: number, need: number, least: number) =>
    `${have} of ${need} supporting topics with at least ${percent(least)} each.`,
  checkOther: (share: number, most: number) => `Other topics together: ${percent(share)} (at most ${percent(most)}).`,
  checkEveryPillar: (silent: readonly string[], days: number) =>
    silent.length === 0
      ? `Every main topic had a post in the last ${days} days.`
      : `No post in the last ${days} days on ${list(silent.map(quote))}.`,
  focusUnknown: (have: number, need: number) => `How focused you are is not known yet (${have} of ${need} needed labels).`,
  focus: ({
    topic,
    share,
    target,
    habit,
  }: {
    topic: string;
    share: { count: number; total: number; share: number };
    target: number;
    habit: 'above' | 'below' | 'open';
  }) =>
    `${share.count} of your last ${posts(share.total)} (${percent(share.share)}) are on ${quote(topic)}. A narrow account has more than ${percent(target)}: ` +
    {
      above: 'yours is narrow.',
      below: 'yours is broader.',
      open: 'so few posts leave open which yours is.',
    }[habit] +
    ' Narrower is not always better: your figures decide.',
  commercialUnknown: 'Your share of paid posts is not known.',
  commercialFew: (have: number, need: number) => `Too few posts to speak of a share of paid ones (${have} of ${need}).`,
  commercial: ({
    share,
    band,
    low,
    high,
    organicBeforeNext,
  }: {
    share: { count: number; total: number; share: number };
    band: 'below' | 'inside' | 'above';
    low: number;
    high: number;
    organicBeforeNext: number;
  }) =>
    `${share.count} of your last ${posts(share.total)} are paid (${percent1(share.share)}); ` +
    {
      below: `less than the planned ${percent(low)}–${percent(high)}, which is no fault.`,
      inside: `within the planned ${percent(low)}–${percent(high)}.`,
      above: `more than the planned ${percent(low)}–${percent(high)}.`,
    }[band] +
    (organicBeforeNext === 0
      ? ' The next paid post fits now.'
      : ` The next paid post fits after ${organicBeforeNext} unpaid ${organicBeforeNext === 1 ? 'one' : 'ones'}: older posts leave the count as new ones come.`),
  sensitiveUnknown: 'Your share of sensitive posts is not known.',
  sensitive: ({ share, target, alarm }: { share: { count: number; total: number }; target: number; alarm: boolean }) =>
    `${share.count} of your last ${posts(share.total)} (${percent1(share.count / share.total)}) are marked sensitive; the plan allows ${percent(target)}. ` +
    (alarm
      ? 'That is more than chance would give.'
      : share.count <= target * share.total
        ? 'That is within the plan.'
        : 'That is a little above it, which may be chance.'),
  trustUnknown: 'Which of your posts build trust, and how, is not known.',
  trustShares: (shares: readonly { tag: keyof typeof trustNames; posts: number }[], n: number) =>
    `Of your last ${posts(n)}, ${list(shares.map(({ tag, posts: shown }) => `${shown} show ${trustNames[tag]}`))}.`,
  shift: (to: keyof typeof kinds, before: number, after: number, from: keyof typeof kinds, left: number) =>
    `Your figures speak for more ${kinds[to]}: ${percent(after)} of the plan instead of ${percent(before)}, with ${kinds[from]} at ${percent(left)}.`,
  appointmentsUnknown: (have: number, need: number) => `Too few full weeks to speak of a rhythm (${have} of ${need}).`,
  appointments: (kept: number, weeks: number, perWeek: number) =>
    `In ${kept} of the last ${weeks} full weeks you made at least ${perWeek === 1 ? 'one post' : `${perWeek} posts`}.`,
  consistency: (topics: number | null, style: number | null, cadence: number | null) => {
    const parts = [
      topics === null ? '' : `topics ${percent(topics)} alike`,
      style === null ? '' : `titles ${percent(style)} alike`,
      cadence === null ? '' : cadence > 1.15 ? 'more posts' : cadence < 0.87 ? 'fewer posts' : 'about as many posts',
    ].filter(Boolean);
    return parts.length === 0
      ? 'Too few posts to compare this month with the one before.'
      : `The last 28 days against the 28 before: ${list(parts)}.`;
  },
  /** `better` did better so far; `kept` stay for now, by the creator's choice or until a change is sure. */
  zones: (better: readonly string[], kept: readonly string[], retire: readonly string[], all: number) =>
    all === 0
      ? 'No topic or series is labelled, so none can be kept, tried or rested.'
      : [
          better.length > 0
            ? `${list(better.map(quote))} ${better.length === 1 ? 'does' : 'do'} better so far: keep making.`
            : '',
          kept.length > 0 ? `Keep making for now: ${list(kept.map(quote))}.` : '',
          better.length + kept.length === 0 ? 'No topic has proven itself yet; keep to your usual ones for now.' : '',
          retire.length > 0 ? `Could rest: ${list(retire.map(quote))}.` : '',
        ]
          .filter(Boolean)
          .join(' '),

  // Effectiveness
  caveat: 'Learnt from what you chose to post, not from a trial: something else about these posts may be the reason.',
  insufficient: 'Too few posts on both sides to compare.',
  noEffect: 'No clear difference in your posts.',
  inconclusive: 'Not clear yet whether it makes a difference.',
  tells: (items: readonly string[]) => items.map((item) => `${item}.`).join(' '),
  effect: (label: string, low: number, high: number, against: 'average' | 'without', sure: boolean) =>
    `${label}: ${sure ? 'likely' : 'perhaps'} ${range(low, high)} ${against === 'average' ? 'against your usual posts' : 'against your other posts'}`,
  fading: (label: string) => `${label}: what showed at first no longer does`,
  simpson: (because: string) =>
    `Most of the plain difference comes from ${because}; what remains after allowing for it is shown.`,
  retention: (metric: string, low: number, high: number, told: boolean) =>
    !told || (low <= 0 && high >= 0)
      ? `When ${metric} is ten points higher, results show no clear difference (${range(low, high)}).`
      : `When ${metric} is ten points higher, results tend to be ${low > 0 ? 'better' : 'worse'} (${range(low, high)}). It need not be the cause.`,
  retentionUnknown: (metric: string) => `${metric}: too few posts show it.`,
  portfolio: (shares: { core: number; longTail: number; hot: number }) =>
    `Of your recent posts, ${list(
      [
        shares.core > 0 && `${percent(shares.core)} use words that you use all the time`,
        shares.longTail > 0 && `${percent(shares.longTail)} use words that you use now and then`,
        shares.hot > 0 && `${percent(shares.hot)} use words that you used for a short while`,
      ].filter((part) => part !== false),
    )}.`,
  portfolioUnknown: 'Too few titles or tags to speak of your words.',
  metrics: {
    exitRate2s: 'the share leaving within 2 s',
    exitRate3s: 'the share leaving within 3 s',
    completionRate5s: 'the share still watching at 5 s',
    stayedToWatchRate: 'the share that stayed to watch',
    swipeAwayRate: 'the share that swiped away',
  },

  // Suggestions
  suggestKinds: (next: readonly (keyof typeof kinds)[], statement: string) => ({
    title: `Make next: ${list(counted(next.slice(0, 3)).map(([kind, n]) => `${n} ${kinds[kind]} ${n === 1 ? 'post' : 'posts'}`))}`,
    why: `${statement} This is about your plan, not about what works.`,
    action: `In this order: ${next
      .slice(0, 5)
      .map((kind) => kinds[kind])
      .join(', ')}.`,
  }),
  suggestShift: (to: keyof typeof kinds, statement: string) => ({
    title: `Your plan could hold more ${kinds[to]}`,
    why: `${statement} One small step in four weeks, so that you can see what it does.`,
    action: 'Take the change over on the page “Content mix”, or leave the plan as it is.',
  }),
  suggestLabels: (missing: readonly string[]) => ({
    title: 'Say what your posts are',
    why: missing.join(' '),
    action:
      'Open the post list, choose the unlabelled ones and give them a topic and a kind; rules on the page “Label rules” can do the rest.',
  }),
  suggestCheck: (open: readonly { id: string; text: string; topics: readonly string[] }[]) => ({
    title: 'One flagship topic, four supporting ones: what is open',
    why: open.map(({ text }) => text).join(' '),
    action: `${open.map(({ id, topics }) => checkAction(id, topics)).join(' ')} Or change the plan if you want it so.`,
  }),
  suggestSilent: (pillars: readonly string[], days: number) => ({
    title:
      pillars.length === 1 ? `Make a post on ${list(pillars.map(quote))}` : `Make a post each on ${list(pillars.map(quote))}`,
    why: `No post on ${pillars.length === 1 ? 'it' : 'them'} in the last ${days} days.`,
    action:
      pillars.length === 1
        ? 'Plan one within the next two weeks, or drop the topic from your main ones.'
        : 'Plan them within the next two weeks, or drop the topics from your main ones.',
  }),
  suggestFocus: (topic: string, statement: string) => ({
    title: `Your posts are spread wider than planned around ${quote(topic)}`,
    why: statement,
    action: `If you want the planned focus, make two of the next three posts on ${quote(topic)}.`,
  }),
  suggestCommercial: (organic: number, statement: string) => ({
    title:
      organic === 0
        ? 'Paid posts are above the planned share'
        : `Make ${organic} unpaid ${organic === 1 ? 'post' : 'posts'} before the next paid one`,
    why: statement,
    action:
      organic === 0
        ? 'Hold paid posts until the share is back in the planned band.'
        : `Put the next paid post after ${organic} unpaid ${organic === 1 ? 'one' : 'ones'}.`,
  }),
  suggestSensitive: (statement: string) => ({
    title: 'More sensitive posts than planned',
    why: statement,
    action: 'Read the findings on these posts together and choose safer wording or other topics for the next ten.',
  }),
  suggestMore: (
    label: string,
    low: number,
    high: number,
    against: 'average' | 'without',
    sure: boolean,
    lately: { made: number; of: number },
  ) => ({
    title: sure ? `${label} did better` : `${label} may do better`,
    why: `${sure ? 'Likely' : 'Perhaps'} ${range(low, high)} ${against === 'average' ? 'against your usual posts' : 'against your other posts'}, after allowing for when and how they were posted.`,
    action: `Let ${moreOfFive(lately)} of the next five posts be like that (${lately.made} of the newest ${lately.of} that are old enough to compare were) and see whether it holds.`,
  }),
  suggestLess: (
    label: string,
    low: number,
    high: number,
    against: 'average' | 'without',
    sure: boolean,
    lately: { made: number; of: number },
  ) => ({
    title: sure ? `${label} did worse` : `${label} may do worse`,
    why: `${sure ? 'Likely' : 'Perhaps'} ${range(low, high)} ${against === 'average' ? 'against your usual posts' : 'against your other posts'}, after allowing for when and how they were posted.`,
    action:
      lately.made === 0
        ? `None of the newest ${lately.of} that are old enough to compare was like that: leave it so, unless they serve another purpose.`
        : `Make ${lessOfTen(lately, sure) === 0 ? 'none' : `at most ${lessOfTen(lately, sure)}`} of the next ten like that (${lately.made} of the newest ${lately.of} that are old enough to compare were), unless they serve another purpose.`,
  }),
  paidAction: (topic: string | null) =>
    topic === null
      ? 'Make the next paid post with the topic, kind and length of an unpaid one that did well, and say in the first sentence why you recommend it.'
      : `Make the next paid post on ${quote(topic)}, which has done best so far, and say in the first sentence why you recommend it.`,
  suggestRetire: (topic: string, retestFrom: string | null) => ({
    title: `Let ${quote(topic)} rest`,
    why: 'It did clearly worse than your other posts, in more than one month.',
    action: `Leave it out of the next ten posts${retestFrom ? ` and try it once more from ${day(retestFrom)}` : ''}. You decide; nothing changes by itself.`,
  }),
  suggestSeries: (pattern: string, count: number) => ({
    title: `Name your series ${quote(pattern)}`,
    why: `${posts(count)} share this title pattern and carry neither topic nor series label. Without it a good series can look like a good hour.`,
    action: 'Take the rule over on the page “Label rules”; future posts are labelled by it too.',
  }),
  caveats: {
    observational: 'You chose these posts yourself; a trial would tell for sure.',
    labels: (share: number) => `Only ${percent(share)} of the posts carry a topic or series label.`,
    simpson: (because: string) => `The plain averages say something else; the difference comes from ${because}.`,
    merged: 'These properties always come together; which of them matters cannot be told.',
    together: (label: string) => `Nearly the same posts are: ${label}. Which of the two matters cannot be told.`,
    conflict: (label: string) => `Your figures point the other way: ${label} did worse. You may change the planned share.`,
  },
};

function checkAction(id: string, topics: readonly string[]): string {
  switch (id) {
    case 'flagship':
      return `Make at least three of the next ten posts on ${list(topics.map(quote))}.`;
    case 'supporting':
      return topics[0] !== undefined
        ? `Give ${quote(topics[0])} two of the next twenty posts.`
        : 'Choose a topic that you have not made yet and give it two of the next twenty posts.';
    default:
      return `Leave ${list(topics.slice(0, 3).map(quote))} out of the next five posts.`;
  }
}

/** More than at present, and at least two, so that something can be seen. */
export const moreOfFive = ({ made, of }: { made: number; of: number }) =>
  Math.min(5, Math.max(2, Math.floor((5 * made) / Math.max(1, of)) + 1));
/** Half of the present where it is clear, one fewer where it is not. */
export const lessOfTen = ({ made, of }: { made: number; of: number }, sure: boolean) => {
  const now = Math.max(1, Math.round((10 * made) / Math.max(1, of)));
  return sure ? Math.floor(now / 2) : now - 1;
};

/** Names with how often they occur, in order of first use. */
function counted<T>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}
