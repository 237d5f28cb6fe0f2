/**
 * What people do with findings: dismissals that are remembered, how often a rule was right for this creator, the three-step
 * review (E4), deadlines of an incident (E6) and rules that are due for review.
 */
import { RULES } from '../../../assets/rules';
import type { Rule } from '../../../assets/rules/types';
import type { Finding } from '../../model/report';
import { type Interval, jeffreys } from '../../stats/proportions';

/** "Not an issue": this rule for these words, or with `phrase` null for every text. Kept on the creator's device only. */
export interface Dismissal {
  rule: string;
  phrase: string | null;
}

const phraseKey = (phrase: string) => phrase.trim().toLowerCase();

/** The findings that were not dismissed. */
export function withoutDismissed(findings: readonly Finding[], dismissed: readonly Dismissal[]): Finding[] {
  if (dismissed.length === 0) return [...findings];
  const known = new Set(dismissed.map(({ rule, phrase }) => `${rule}\n${phrase === null ? '' : phraseKey(phrase)}`));
  return findings.filter(({ rule, text }) => !known.has(`${rule}\n`) && !known.has(`${rule}\n${phraseKey(text)}`));
}

export interface RulePrecision {
  rule: string;
  confirmed: number;
  dismissed: number;
  /** 95 % Jeffreys interval of the share that was right. */
  precision: Interval;
  /** Shown no more by default: after ten reviews it was hardly ever right. Never for rules of advertising and personal data law. */
  mute: boolean;
}
const MUTE_AFTER = 10;
const MUTE_BELOW = 0.2;
const NEVER_MUTED: readonly string[] = [
  'CN-PRIV',
  'CN-CONT-ILLEGAL',
  'CN-CONT-FRAUD',
  'CN-AD-RX',
  'CN-AD-TOBACCO',
  'CN-AI-LABEL',
  'CN-AI-STRIP',
];

/** How often a rule was right for this creator (`engine.md` 5.6). */
export function rulePrecision(rule: string, confirmed: number, dismissed: number): RulePrecision {
  const reviews = confirmed + dismissed;
  const precision = jeffreys(confirmed, reviews);
  const mute = reviews >= MUTE_AFTER && precision.high < MUTE_BELOW && !NEVER_MUTED.includes(rule);
  return { rule, confirmed, dismissed, precision, mute };
}

/** Rules whose review date has passed at `now` (ms). */
export function rulesPastReview(now: number): { id: string; reviewBy: string }[] {
  return RULES.filter((rule) => isPastReview(rule, now)).map(({ id, reviewBy }) => ({ id, reviewBy }));
}
export const isPastReview = (rule: Rule, now: number): boolean => now > Date.parse(`${rule.reviewBy}T23:59:59Z`);
