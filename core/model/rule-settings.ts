/** What a creator sets for the rules: the market they publish for, what their account is certified in, rules they do not want to see. */
import { MARKETS, type Market } from './report-parts';

export const CERTIFIED_IN = ['medical', 'finance', 'legal', 'education'] as const;
export type CertifiedIn = (typeof CERTIFIED_IN)[number];

export interface MutedRule {
  rule: string;
  /** What the rule said when it was muted: how it is recognised in the list. */
  about: string;
}
export interface RuleSettings {
  /** Null: told by the platform and the language. */
  market: Market | null;
  certified: CertifiedIn[];
  muted: MutedRule[];
}
export const NO_RULE_SETTINGS: RuleSettings = { market: null, certified: [], muted: [] };

/** Forbidden goods, fraud, other people's data and labels of artificial images: never muted. */
const NEVER_MUTED: readonly string[] = [
  'CN-PRIV',
  'CN-CONT-ILLEGAL',
  'CN-CONT-FRAUD',
  'CN-AD-RX',
  'CN-AD-TOBACCO',
  'CN-AI-LABEL',
  'CN-AI-STRIP',
];
export const mayBeMuted = (rule: string) => !NEVER_MUTED.includes(rule);

/** What was stored, whoever wrote it. */
export function ruleSettingsOf(stored: unknown): RuleSettings {
  if (typeof stored !== 'object' || stored === null) return NO_RULE_SETTINGS;
  const { market, certified, muted } = stored as Partial<Record<keyof RuleSettings, unknown>>;
  return {
    market: MARKETS.find((name) => name === market) ?? null,
    certified: Array.isArray(certified) ? CERTIFIED_IN.filter((name) => certified.includes(name)) : [],
    muted: Array.isArray(muted) ? muted.filter(isMuted) : [],
  };
}
const isMuted = (one: unknown): one is MutedRule => {
  const { rule, about } = (one ?? {}) as Partial<MutedRule>;
  return typeof rule === 'string' && typeof about === 'string' && mayBeMuted(rule);
};
