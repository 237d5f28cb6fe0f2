/** "Not an issue" as the store keeps it: one id per rule and wording. */
import type { Dismissal } from '../../core/engine/compliance';
import { type NotAnIssue, notAnIssue } from '../../core/model/not-an-issue';
import type { RuleSettings } from '../../core/model/rule-settings';

const PREFIX = 'finding:';

const idOf = ({ rule, words }: NotAnIssue) => `${PREFIX}${rule}:${words}`;
export const dismissalId = (finding: Parameters<typeof notAnIssue>[0]) => idOf(notAnIssue(finding));

/** As the store's `setAside` takes it. */
export const asideOf = (about: readonly NotAnIssue[]) => about.map((one) => ({ rule: one.rule, id: idOf(one) }));

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
