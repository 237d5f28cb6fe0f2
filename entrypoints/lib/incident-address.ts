/** The page of the workbench that opens an incident from a finding or an anomaly, and shows it. `post` null: the account as a whole. */
export const incidentParts = (post: string | null, rule: string) => ['incidents', 'open', rule, ...(post === null ? [] : [post])];
export const incidentAddress = (post: string | null, rule: string) =>
  ['plan', ...incidentParts(post, rule)].map(encodeURIComponent).join('/');

/** What such an address asks for; null for any other part of the plan. */
export function incidentAsked([section, verb, rule, post]: readonly string[]): { post: string | null; rule: string } | null {
  return section === 'incidents' && verb === 'open' && rule !== undefined ? { post: post ?? null, rule } : null;
}
