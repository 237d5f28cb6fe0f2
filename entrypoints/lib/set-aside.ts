import { notAnIssue } from '../../core/model/not-an-issue';
import type { AccountPattern, Finding } from '../../core/model/report';
import type { Ask } from './ask';

/** "Not an issue": these words are set aside under this rule, and counted against it. */
export const setAside = (ask: Ask, finding: Finding | AccountPattern): Promise<unknown> => ask('setAside', [notAnIssue(finding)]);
