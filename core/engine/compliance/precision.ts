/** How often a rule was right for this creator. Apart from the rules themselves: the side panel carries none. */
import { isOfLikeness } from '../../model/passages';
import { mayBeMuted } from '../../model/rule-settings';
import { type Interval, jeffreys } from '../../stats/proportions';

export interface RulePrecision {
  rule: string;
  confirmed: number;
  dismissed: number;
  /** 95 % Jeffreys interval of the share that was right. */
  precision: Interval;
  /** Muting is offered: after ten reviews it was hardly ever right. Never for rules of advertising and personal data law. */
  mute: boolean;
}
const MUTE_AFTER = 10;
const MUTE_BELOW = 0.2;

/** How often a rule was right for this creator (`engine.md` 5.6). */
export function rulePrecision(rule: string, confirmed: number, dismissed: number): RulePrecision {
  const reviews = confirmed + dismissed;
  const precision = jeffreys(confirmed, reviews);
  const mute = reviews >= MUTE_AFTER && precision.high < MUTE_BELOW && mayBeMuted(rule);
  return { rule, confirmed, dismissed, precision, mute };
}

/** How often each rule's words were right, by the creator's latest word on each wording. What was said of a likeness is no word on the rule. */
export function recordsOf(
  verdicts: readonly { id: string; rule: string; right: boolean }[],
): Map<string, { right: number; of: number }> {
  const records = new Map<string, { right: number; of: number }>();
  for (const { id, rule, right } of verdicts) {
    if (isOfLikeness(id, rule)) continue;
    const before = records.get(rule) ?? { right: 0, of: 0 };
    records.set(rule, { right: before.right + (right ? 1 : 0), of: before.of + 1 });
  }
  return records;
}
