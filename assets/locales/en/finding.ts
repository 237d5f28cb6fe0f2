/** A finding as it is told on somebody else's page: beside a draft, and on the card of a post. */
export const finding = {
  wayOut: 'Instead: ',
  source: 'Source: ',
  asOf: (date: string) => `as of ${date}`,
  copy: 'read through a copy',
  pastReview: (date: string) => `Due for review on ${date}: it may be out of date.`,
  commonly: 'Commonly reported; its wording was not read.',
  dismiss: 'Not an issue',
  more: (n: number) => `${n} more in the panel`,
};
