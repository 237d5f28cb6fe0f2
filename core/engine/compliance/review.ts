/**
 * What people do with findings: dismissals that are remembered, how often a rule was right for this creator, the three-step
 * review (E4), deadlines of an incident (E6) and rules that are due for review.
 */
import { RULES } from '../../../assets/rules';
import type { Rule } from '../../../assets/rules/types';
import type { Finding } from '../../model/report';

/** What can be set aside: findings and patterns of the account. */
type Told = Pick<Finding, 'rule' | 'text' | 'whole'>;

/** "Not an issue": this rule for these words (of a finding without words: for this text), or with `phrase` null for every text. Kept on the creator's device only. */
export interface Dismissal {
  rule: string;
  phrase: string | null;
}

const phraseKey = (phrase: string) => phrase.trim().toLowerCase();

/** Of findings those that were not dismissed. */
export function undismissed(dismissed: readonly Dismissal[]): <T extends Told>(findings: readonly T[]) => T[] {
  if (dismissed.length === 0) return (findings) => [...findings];
  const known = new Set(dismissed.map(({ rule, phrase }) => `${rule}\n${phrase === null ? '' : phraseKey(phrase)}`));
  return (findings) =>
    findings.filter(({ rule, text, whole }) => !known.has(`${rule}\n`) && !known.has(`${rule}\n${phraseKey(whole ?? text)}`));
}
export const withoutDismissed = (findings: readonly Finding[], dismissed: readonly Dismissal[]): Finding[] =>
  undismissed(dismissed)(findings);

/** Rules whose review date has passed at `now` (ms). */
export function rulesPastReview(now: number): { id: string; reviewBy: string }[] {
  return RULES.filter((rule) => isPastReview(rule, now)).map(({ id, reviewBy }) => ({ id, reviewBy }));
}
export const isPastReview = (rule: Rule, now: number): boolean => now > Date.parse(`${rule.reviewBy}T23:59:59Z`);
