/** "Not an issue" as the store keeps it: one id per rule and wording. */
import type { Dismissal } from '../../core/engine/compliance';
import type { NotAnIssue } from '../../core/model/not-an-issue';
import type { Finding } from '../../core/model/report';
import type { RuleSettings } from '../../core/model/rule-settings';

const PREFIX = 'finding:';

export const dismissalId = ({ rule, text, whole, alike }: Pick<Finding, 'rule' | 'text' | 'whole' | 'alike'>) =>
  `${PREFIX}${rule}:${whole ?? alike ?? text}`;

/** As the store's `setAside` takes it. */
export const asideOf = (about: readonly NotAnIssue[]) =>
  about.map(({ rule, words }) => ({ rule, id: dismissalId({ rule, text: words }) }));

/** Ids of other kinds are left out. */
export function dismissalsOf(ids: readonly string[]): Dismissal[] {
  return ids
    .filter((id) => id.startsWith(PREFIX))
    .map((id) => {
      const rest = id.slice(PREFIX.length);
      const colon = rest.indexOf(':');
      return { rule: rest.slice(0, colon), phrase: rest.slice(colon + 1) || null };
    });
}

/** A muted rule is silent whatever the words. */
export const mutedOf = (settings: RuleSettings | undefined): Dismissal[] =>
  (settings?.muted ?? []).map(({ rule }) => ({ rule, phrase: null }));
