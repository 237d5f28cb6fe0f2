/** The pill on a dashboard: short, since it stands on somebody else's page. */
export const overlay = {
  name: 'Post Almanac',
  captured: (captured: string, expected: string) => `${captured} of ${expected} captured`,
  capturedOnly: (captured: string) => `${captured} captured`,
  fresh: (posts: string) => `${posts} new`,
  looking: 'Looking for posts …',
  empty: 'No posts on this page yet',
  unsupported: 'Layout not recognised: nothing is read here',
  paused: 'Paused on this page',
  pausedWhy: 'The figures of this page contradict each other, so nothing is kept from it. Open the page anew to try again.',
  saving: (readings: string) => `saving ${readings}`,
  problem: 'Not saved yet, trying again',
  full: 'Not saved: the disk is full. Make room, and what waits is saved by itself.',
  refusedRows: (rows: string) => `${rows} not understood and left out`,
  flagged: (posts: string) => `${posts} with unlikely figures: kept, and left out of advice until another look says the same`,
  scrollForMore: 'Scroll or page on to capture the rest.',
  open: 'Open Post Almanac beside this page',
  useToolbar: 'Click the Post Almanac button in the toolbar to see what it says.',
  contextLost: 'Post Almanac was updated. Refresh this tab to go on.',
  copyDetails: 'Copy details',
  copied: 'Copied',
  saveReport: 'Save a report',
  reportSaved: 'Saved to your downloads',
  failed: 'That did not work',
  anonymous: 'Neither holds a title or a name. The report keeps the numbers of the page.',
  details: 'Details',
  close: 'Close',
  markers: 'Your posts on this page. Arrow keys go from post to post.',
  untitled: 'No title',
  notWeighed: 'Captured, and not weighed yet. Open Post Almanac to have it weighed.',
  noBand: 'Too little is known of this post to place it among yours.',
  bandLine: (band: string) => `Among your own posts of this age: ${band}`,
  bandNote: 'By your own figures only; nobody else’s posts count.',
  bands: {
    bottom: 'the lowest fifth',
    lower: 'below the middle',
    typical: 'the middle',
    upper: 'above the middle',
    top: 'the top fifth',
  },
  bandPairs: {
    bottom: 'the lower part',
    lower: 'the middle or just below',
    typical: 'the middle or just above',
    upper: 'the upper part',
    top: '',
  },
  pace: {
    surge: (times: number) =>
      times > 1
        ? `Growing faster than usual: ${times.toFixed(1)} times your usual figure at this age`
        : 'Growing faster than usual',
    slump: (times: number) =>
      times > 1
        ? `Growing slower than usual: your usual figure at this age is ${times.toFixed(1)} times as high`
        : 'Growing slower than usual',
  },
  levels: { red: 'A rule speaks against its words: change them', yellow: 'A fact to check in its words' },
  trend: (metric: string, first: string, last: string, from: string, to: string) =>
    `${metric}: ${first} (${from}) → ${last} (${to})`,
  metrics: { views: 'Views', impressions: 'Impressions', reach: 'Reach', likes: 'Likes' },
};
