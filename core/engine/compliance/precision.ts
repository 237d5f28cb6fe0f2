/** How often a rule was right for this creator. Apart from the rules themselves: the side panel carries none. */
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
