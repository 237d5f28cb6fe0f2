/**
 * What people do with findings: dismissals that are remembered, how often a rule was right for this creator, the three-step
 * review (E4), deadlines of an incident (E6) and rules that are due for review.
 */
import { RULES } from '../../../assets/rules';
import type { Rule } from '../../../assets/rules/types';
import { PASSAGE } from '../../model/passages';
import type { Finding } from '../../model/report';
import { isOfPassage } from './passage';
import { wholeWords } from './whole-words';

/** What can be set aside: findings and patterns of the account. */
type Told = Pick<Finding, 'rule' | 'text' | 'whole' | 'alike'>;

/** "Not an issue": this rule for these words (of a finding without words: for this text; of one that is only alike: for this passage), or with `phrase` null for every text. Kept on the creator's device only. */
export interface Dismissal {
  rule: string;
  phrase: string | null;
}

const phraseKey = (phrase: string) => phrase.trim().toLowerCase();

/** Whether a phrase is these words as they were underlined before findings grew to whole words. Never other words that hold it. */
function isCutOf(phrase: string, words: string): boolean {
  const at = words.indexOf(phrase);
  if (at < 0) return false;
  const [start, end] = wholeWords(words, at, at + phrase.length);
  return start === 0 && end === words.length;
}

/** Of findings those that were not dismissed. */
export function undismissed(dismissed: readonly Dismissal[]): <T extends Told>(findings: readonly T[]) => T[] {
  if (dismissed.length === 0) return (findings) => [...findings];
  const known = new Map<string, Set<string | null>>();
  const passages: { rule: string; name: string }[] = [];
  for (const { rule, phrase } of dismissed) {
    if (phrase?.startsWith(PASSAGE)) passages.push({ rule, name: phrase });
    const phrases = known.get(rule) ?? new Set();
    known.set(rule, phrases.add(phrase && phraseKey(phrase)));
  }
  const isKnown = ({ rule, text, whole, alike }: Told): boolean => {
    const phrases = known.get(rule);
    if (!phrases) return false;
    if (alike && passages.some((one) => one.rule === rule && isOfPassage(text, one.name))) return true;
    const words = phraseKey(whole ?? text);
    return phrases.has(null) || phrases.has(words) || [...phrases].some((phrase) => phrase && isCutOf(phrase, words));
  };
  return (findings) => findings.filter((finding) => !isKnown(finding));
}
export const withoutDismissed = (findings: readonly Finding[], dismissed: readonly Dismissal[]): Finding[] =>
  undismissed(dismissed)(findings);

/** Rules whose review date has passed at `now` (ms). */
export function rulesPastReview(now: number): { id: string; reviewBy: string }[] {
  return RULES.filter((rule) => isPastReview(rule, now)).map(({ id, reviewBy }) => ({ id, reviewBy }));
}
export const isPastReview = (rule: Rule, now: number): boolean => now > Date.parse(`${rule.reviewBy}T23:59:59Z`);
