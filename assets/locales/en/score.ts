/** Score of posts and account: percentiles among the creator's own posts, never a ranking of people. */
const posts = (n: number) => `${n} ${n === 1 ? 'post' : 'posts'}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const score = {
  parts: { engagement: 'response', quality: 'quality', audience: 'right audience', frequency: 'rhythm' },

  missingPosts: (have: number, need: number) => `${posts(have)} old enough to compare; ${need} are needed.`,
  missingOutcome: 'No figure is known for enough posts. Open the page that lists views or interactions for each post.',
  missingPart: {
    engagement: 'Response: likes, comments, saves and shares of your posts are not known. Open the page that lists them.',
    quality:
      'Quality: completion rate, click-through rate or saves are not known. Open the page with the figures of single posts.',
    audience:
      'Right audience: new followers or new viewers per post are not known. Open the page with the figures of single posts.',
    frequency: 'Rhythm: at least two dated posts are needed.',
  },
  missingYoung: (have: number, need: number) =>
    `${posts(have)} were seen on their first day and again later; ${need} are needed. Look at your posts the day after posting.`,

  baseline: (have: number, need: number) => `Building your baseline: ${have} of ${posts(need)} that are old enough.`,
  partial: (coverage: number, parts: readonly string[]) =>
    `No total yet: only ${percent(coverage)} of the score is known (${list(parts)}).`,
  scored: (value: number, n: number, weakest: string | null) =>
    `Your newest ${posts(n)} score ${Math.round(value)} on average.${weakest ? ` Lowest: ${weakest}.` : ''}`,
  honestyUnknown: 'Whether this score predicts anything for you cannot be told yet.',
  honestyGood: (n: number) => `On ${posts(n)} the score after one day went along with the final result.`,
  honestyBad: (n: number) => `On ${posts(n)} this score has not predicted your results so far. Take it as a description.`,

  suggestCapture: (missing: readonly string[]) => ({
    title: 'Some figures for the score are missing',
    why: missing.join(' '),
    action: 'Open that page once for your newest posts; the figures are kept as you look at them.',
  }),
  suggestWeakest: (part: string, value: number, others: number) => ({
    title: `Your newest posts are weakest in ${part}`,
    why: `It stands at ${Math.round(value)}, the other parts at ${Math.round(others)} on average; 50 is your own middle.`,
    action: `Open your three posts with the best ${part} and take one thing from each into the next post.`,
  }),
};
