/** What the creator says of a finding, kept: the rule's own record, and for "not an issue" the silence that follows. */
import type { AccountPattern, Finding } from '../../core/model/report';
import type { Ask } from './ask';
import { dismissalId } from './dismissals';

export const sayRight = (ask: Ask, finding: Finding): Promise<unknown> => say(ask, finding, true);

/** "Not an issue": these words are set aside under this rule. */
export async function setAside(ask: Ask, finding: Finding | AccountPattern): Promise<void> {
  await say(ask, finding, false);
  await ask('dismiss', { id: dismissalId(finding), dismissed: true });
}

const say = (ask: Ask, finding: Finding | AccountPattern, right: boolean) =>
  ask('putDocument', {
    kind: 'verdict',
    value: { id: dismissalId(finding).slice(0, 200), rule: finding.rule, right, when: new Date().toISOString() },
  });
