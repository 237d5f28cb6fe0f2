/** Posting time, cadence and their suggestions. */
const percent = (share: number) => `${Math.round(share * 100)}%`;
const posts = (n: number) => `${n} ${n === 1 ? 'post' : 'posts'}`;
const PARTS = { night: 'night (0–6)', morning: 'morning (6–12)', afternoon: 'afternoon (12–18)', evening: 'evening (18–24)' };

interface Hours {
  days: 'weekday' | 'weekend' | 'all';
  startHour: number;
  endHour: number;
}
const DAYS = { weekday: 'on weekdays', weekend: 'at weekends', all: '' };
const hours = ({ days, startHour, endHour }: Hours) => `${DAYS[days]} between ${startHour}:00 and ${endHour}:00`.trim();
const either = (windows: readonly Hours[]) => windows.map(hours).join(' or ');
const signed = (lift: number) => `${lift < 0 ? '−' : '+'}${Math.abs(Math.round(lift * 100))}%`;

export const timing = {
  missingFigures: 'No figure is known for enough posts. Open the page that lists views or interactions for each post.',
  missingPosts: (have: number, of: number, waiting: number, dateOnly: number): string =>
    [
      `${have} of ${of} needed posts are old enough and have an exact time.`,
      waiting > 0 ? `${posts(waiting)} still too young.` : '',
      dateOnly > 0 ? `${posts(dateOnly)} show only a date, so their hour is unknown.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  missingWeeks: (have: number, of: number): string =>
    `The posts lie in ${have} different ${have === 1 ? 'week' : 'weeks'}; ${of} are needed.`,
  missingDayParts: (parts: readonly { part: keyof typeof PARTS; more: number }[]): string =>
    `Your posts keep to few hours. To compare, these are missing: ${parts.map(({ part, more }) => `${more} more in the ${PARTS[part]}`).join(', ')}.`,
  missingLabels: (share: number, of: number): string =>
    `${percent(share)} of the posts carry a topic or series label; from ${percent(of)} on an hour can be told apart from a topic.`,
  nextRunning: (pairs: number): string =>
    `Your coin-toss test is running: ${pairs} ${pairs === 1 ? 'pair' : 'pairs'} compared so far. Make the next post when the coin says.`,
  nextConfirmed: 'Your own test settled it: keep to this time.',
  nextProve: (window: Hours): string =>
    `Other things may have differed at those times. A coin-toss test would settle it: half of your next posts ${hours(window)}, half at your other times.`,
  nextNoEffect: 'No more to find out for now. If a difference shows as you post more, it is told here.',
  nextKnown: 'More posts would hardly change what is known. Post when it suits you.',
  nextTooMany: (spread: number, count: number): string =>
    `Your posts vary by ×${spread.toFixed(1)} from one to the next for other reasons. Telling two times apart would take about ${count} more posts at one of them: not worth it. Post when it suits you.`,
  nextPosts: (window: Hours, count: number, trying: { largestShare: number; rest: boolean } | null): string =>
    [
      `Make ${count} more ${count === 1 ? 'post' : 'posts'} ${hours(window)}, with your usual topics mixed: then there may be enough to tell whether that time is better.`,
      trying ? `Try it with at most ${Math.round(trying.largestShare * 10)} of 10 posts, and never twice in a row.` : '',
      trying?.rest ? 'Your newest post was at that time already: make the next one when you usually do.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  suggestHint: (windows: readonly Hours[], posts: number) => ({
    title: `Weak sign for ${either(windows)}`,
    why: `The hour seems to matter for your posts, also after allowing for what else is known of them, and these hours did best. What you usually post then is part of it.`,
    action: `If nothing speaks against it, post ${either(windows)}. Try it for a while: ${posts} posts so far are few.`,
  }),
  suggestSupported: (windows: readonly Hours[]) => ({
    title: `Post ${either(windows)}`,
    why: 'These hours were better than your usual times after allowing for topic, format and growth, in the newer half of your posts too.',
    action: 'Any of these hours: they cannot be told apart.',
  }),
  suggestConfirmed: (windows: readonly Hours[]) => ({
    title: `Post ${either(windows)}`,
    why: 'Your own test by coin was decided for these hours.',
    action: 'Make it a habit.',
  }),
  suggestNoEffect: () => ({
    title: 'Time of day makes no clear difference for you',
    why: 'No hour stands out from what chance would give.',
    action: 'Post when it suits you.',
  }),
  suggestLean: (windows: readonly Hours[], low: number, high: number) => ({
    title: `No preference? Try ${either(windows)}`,
    why: `A default, not a finding: likely worth between ${signed(low)} and ${signed(high)} against your usual times.`,
    action: 'Take it when you have no other reason to choose a time.',
  }),
  caveatChosen: 'You chose these times yourself; something else may go with them.',
  caveatTested: 'The range compares the two times of the test, not your usual ones.',
  caveatTopics: 'Topics that you always post at these hours count with them.',
  caveatZone: (zone: string): string => `Times: ${zone}.`,
  adjusted: {
    toDate: 'older posts seen late',
    trend: 'growth',
    gap: 'pause before the post',
    format: 'format',
    pillar: 'topic',
    series: 'series',
    kindOfContent: 'kind of content',
    commercial: 'commercial posts',
    holiday: 'festivals and sales',
    followers: 'number of followers',
  },
  suggestInsufficient: (missing: readonly string[]) => ({
    title: 'Too early to say which hours suit you',
    why: missing.join(' '),
    action: 'Keep posting as usual; spread a few posts over other times of day when it costs you nothing.',
  }),
  suggestCadence: (perWeek: number, target: number, longestGapDays: number) => ({
    title: `${perWeek} posts a week, the plan says ${target}`,
    why: `The longest pause was ${Math.round(longestGapDays)} days.`,
    action: `Plan ${target === 1 ? 'one fixed post' : `${target} fixed posts`} a week.`,
  }),
};
