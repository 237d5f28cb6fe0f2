/** Posting time, cadence and their suggestions. */
const percent = (share: number) => `${Math.round(share * 100)} %`;
const posts = (n: number) => `${n} ${n === 1 ? 'post' : 'posts'}`;
const PARTS = { night: 'night (0–6)', morning: 'morning (6–12)', afternoon: 'afternoon (12–18)', evening: 'evening (18–24)' };

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
