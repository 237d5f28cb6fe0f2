/** What the background asks of the place where the rules are run. Apart from the rules: the background carries none. */
import type { DraftContext } from '../../core/model/draft';
import type { Platform } from '../../core/model/platforms';
import type { RuleSettings } from '../../core/model/rule-settings';

export const CHECK_DRAFT = 'check-draft';

export interface CheckAsk {
  text: string;
  platform: Platform | null;
  context: DraftContext;
  locale: 'en' | 'zh-CN';
  /** Ids of what the creator called "not an issue" (`dismissals.ts`). */
  suppressed?: readonly string[];
  rules?: RuleSettings;
}
