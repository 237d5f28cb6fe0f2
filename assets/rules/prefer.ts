type Where = 'words' | 'text';

/**
 * Which rule speaks where several would about one matter: the most specific. A creator who reads three cards about one sentence
 * reads none of them. `[speaks, silent, where]`: `words` – about the same words; `text` – anywhere in the same text. A rule is only
 * silenced by one at least as severe, and words and the creator's answers do not silence each other. Rules that stand beside each
 * other (the label a law asks for and the box of a platform) are all told: `core/model/matters.ts` puts them on one card.
 */
export const PREFER: readonly (readonly [speaks: string, silent: string, where: Where])[] = [
  // The special law before the general clause against misleading claims.
  ...['CN-AD-EDU', 'CN-AD-FIN', 'CN-AD-ALCOHOL', 'CN-AD-INFANT'].map((special) => [special, 'CN-AD-FALSE', 'words'] as const),
  ['CN-AD-MEDBEAUTY', 'CN-AD-COSSPEC', 'text'],
  ['CN-AD-MEDBEAUTY', 'CN-AD-LABEL', 'words'],
  ['CN-AD-MEDGUAR', 'CN-AD-DATA', 'words'],
  ['CN-AD-ALCOHOL', 'CN-AD-MEDCLAIM', 'words'],
  ['CN-AD-MEDCLAIM', 'CN-AD-RX', 'words'],
  ['CN-QUAL', 'CN-AD-RX', 'words'],
  ['CN-AD-REALTY', 'CN-AD-FIN', 'words'],
  ['CN-AD-FIN', 'CN-CONT-FRAUD', 'words'],
  ['CN-AD-STATE', 'CN-AD-ABS', 'words'],
  ['CN-PROMO-LOTTERY', 'CN-ENG-BAIT', 'words'],
  ['CN-AI-STRIP', 'CN-AI-LABEL', 'text'],
  ['CN-CONT-DISCRIM', 'CN-CONT-ABUSE', 'words'],
  // Another person's number is no way to the creator.
  ['CN-PRIV', 'CN-DIV-CONTACT', 'words'],
  // How to get it is part of an offer that is forbidden as a whole.
  ...['CN-CONT-FRAUD', 'CN-CONT-ILLEGAL', 'CN-AD-RX', 'CN-AD-TOBACCO', 'CN-FAKE', 'CN-AI-STRIP'].map(
    (offer) => [offer, 'CN-DIV-HINT', 'text'] as const,
  ),
  ['CN-CONT-FRAUD', 'CN-DIV-CONTACT', 'text'],
  // A label that is there but hidden or vague: the rule that names it.
  ...['US-DISC-MISSING', 'US-DISC-VAGUE', 'UK-DISC', 'EU-DISC'].map((other) => ['US-DISC-BURIED', other, 'text'] as const),
  ['US-DISC-VAGUE', 'US-DISC-MISSING', 'words'],
  ['US-FAKE', 'US-DISC-MISSING', 'text'],
  ['US-FAKE', 'X-PAID', 'text'],
  ['YT-SPAM', 'US-FAKE', 'words'],
  ['IG-PROMO', 'IG-BAIT', 'text'],
];
