/** The check with every rule: what the report, the screens and the command line use. A compose page takes one pack (`checkWith`). */
import type { Rule } from '../../../assets/rules/types';
import { abroad } from './abroad';
import { type CheckInput, type CheckResult, checkWith, technicalRule } from './check';
import { china } from './china';

const PACKS = { china, abroad };

export function checkText(input: CheckInput): CheckResult {
  return checkWith(PACKS, input);
}

/** What is known of a rule beside its findings: category, review date, questions. */
export function ruleOf(id: string): Rule | undefined {
  return china.byId.get(id) ?? abroad.byId.get(id) ?? technicalRule(id);
}
