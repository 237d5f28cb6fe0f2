/** Words of the test of two posting times. */
const s = (n: number, one: string, more = `${one}s`) => (n === 1 ? one : more);

export const slotTest = {
  title: 'Settle it by a test',
  /** Where a test has decided already. */
  settled: 'Your tests',
  again: 'It is settled for now. Audiences change: test again after a year, or when your topics change.',
  text: 'A coin decides which of two times your next post gets. Because it was the coin and not you, nothing else can be the reason for a difference.',
  plan: 'Plan a test',
  a: 'This time',
  b: 'against this time',
  length: 'Posts at most',
  lengthOption: (posts: string) => `${posts} posts`,
  sees: (posts: string, lift: string) => `With ${posts} posts a difference of about ${lift} or more would show.`,
  spread: (factor: string) => `Your posts vary by ×${factor} for other reasons: that is what the test must outweigh.`,
  same: 'Choose two different times.',
  overlap: 'These times overlap. Choose two that do not.',
  fixed:
    'Once it has started, the times and the number of posts stay as they are, and what is decided stays decided: a test that is changed on the way proves nothing.',
  start: 'Start the test',
  cancel: 'Not now',
  running: (a: string, b: string) => `Running: ${a} against ${b}`,
  progress: (pairs: string, posts: string) =>
    `${pairs} pairs compared; the test ends at ${posts} posts, two to a pair. A pair counts when both posts are old enough.`,
  toss: 'Toss the coin for the next post',
  tossed: (window: string) => `The coin says: ${window}. Make your next post then.`,
  turn: (window: string) => `The other half of the pair: ${window}. Make your next post then.`,
  which: 'When it is out, say which one it was:',
  was: (title: string) => `It was “${title}”`,
  wasUntitled: (when: string) => (when ? `It was the one without a title, ${when}` : 'It was the one without a title'),
  noPost: 'Your newest posts appear here once Post Almanac has seen them on your dashboard.',
  end: 'End the test',
  endText: 'It is kept with what it found so far and cannot be taken up again.',
  earlier: 'Earlier tests',
  verdicts: {
    aBetter: (a: string, _b: string) => `Decided: ${a} is better.`,
    bBetter: (_a: string, b: string) => `Decided: ${b} is better.`,
    same: 'Decided: no difference that matters.',
    undecided: 'Ended without a decision.',
  },
  decidedAt: (date: string) => `Decided on ${date}.`,
  decidedBy: (value: string) => `Evidence when it was decided: ${value}.`,
  lift: (a: string, b: string, range: string) => `${a} against ${b}: ${range}.`,
  stillOpen: 'Still open: more pairs are needed.',
  pairs: (n: number, text: string) => `${text} ${s(n, 'pair')}`,
  saved: 'Saved.',
  notSaved: 'Not saved. If this test was changed on another screen meanwhile, it is shown here as it stands now.',
};

export type SlotTestTexts = typeof slotTest;
