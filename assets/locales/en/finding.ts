/** A finding as it is told on somebody else's page: beside a draft, and on the card of a post. */
export const finding = {
  wayOut: 'To do: ',
  source: 'Source: ',
  asOf: (date: string) => `as of ${date}`,
  copy: 'from a copy of the text',
  pastReview: (date: string) => `Due for review on ${date}: it may be out of date.`,
  commonly: 'Commonly reported; the official text was not checked.',
  dismiss: 'Not an issue',
  dismissHint: 'These words are no issue under this rule, here or anywhere.',
  notKept: 'That did not work',
  more: (n: number) => `${n} more in the panel`,
};
