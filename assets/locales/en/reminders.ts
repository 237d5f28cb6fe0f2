/** What the browser's notifications say. */
export const reminders = {
  window: (account: string, from: string) => ({
    title: `A good time from ${from}`,
    message: `${account}: your posts support it. Half an hour to go.`,
  }),
  backup: (days: number | null) => ({
    title: 'Time for a backup',
    message: days === null ? 'Your history has no backup yet.' : `The last one is ${days} days old, and there are new posts.`,
  }),
  incident: (title: string, due: string) => ({ title: `Due ${due}: ${title}`, message: 'You noted this in your plan.' }),
};
