/** Rules of several laws and platforms about one matter: findings about the same words share a card. */
const MATTERS: readonly (readonly string[])[] = [
  ['US-DISC-MISSING', 'US-DISC-VAGUE', 'US-DISC-BURIED', 'UK-DISC', 'EU-DISC', 'YT-PAID', 'TT-COMM', 'IG-PARTNER', 'X-PAID'],
  ['EU-AI', 'NY-AI', 'YT-AI', 'TT-AI'],
  ['CN-AD-MEDCLAIM', 'CN-AD-HEALTHFOOD', 'CN-AD-MEDGUAR', 'CN-AD-COSMED', 'CN-AD-MEDBEAUTY', 'CN-AD-FALSE'],
  ['CN-DIV-CONTACT', 'CN-DIV-HINT', 'CN-DIV-LINK'],
];
const matters = new Map(MATTERS.flatMap((rules, matter) => rules.map((rule) => [rule, matter] as const)));

/** Whether two rules are about one matter: the same rule, or rules of several laws and platforms on one thing. */
export function sameMatter(a: string, b: string): boolean {
  return a === b || (matters.has(a) && matters.get(a) === matters.get(b));
}
