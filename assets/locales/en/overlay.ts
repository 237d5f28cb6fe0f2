/** The pill on a dashboard: short, since it stands on somebody else's page. */
export const overlay = {
  name: 'Post Almanac',
  captured: (captured: string, expected: string) => `${captured} of ${expected} captured`,
  capturedOnly: (captured: string) => `${captured} captured`,
  fresh: (posts: string) => `${posts} new`,
  looking: 'Looking for posts …',
  empty: 'No posts on this page yet',
  unsupported: 'Layout not recognised: nothing is read here',
  saving: (readings: string) => `saving ${readings}`,
  problem: 'Not saved yet, trying again',
  refusedRows: (rows: string) => `${rows} not understood and left out`,
  scrollForMore: 'Scroll or page on to capture the rest.',
  open: 'Open Post Almanac beside this page',
  useToolbar: 'Click the Post Almanac button in the toolbar to see what it says.',
  contextLost: 'Post Almanac was updated. Refresh this tab to go on.',
  details: 'Details',
  close: 'Close',
};
