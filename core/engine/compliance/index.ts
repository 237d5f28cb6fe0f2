/** Compliance: what a text or an account's posts run into, why, and the way out. See `docs/compliance.md`. */
export { checkText, ruleOf } from './all';
export { type CheckInput, type CheckResult, checkWith, worst } from './check';
export { type ComplianceContext, complianceOf } from './compliance-of';
export { incidentDeadlines } from './deadlines';
export { asksForAdLabel, boxesNeeded, declarationBoxes } from './declarations';
export type { CheckContext, Market } from './facts';
export { type OpinionSign, opinionSigns } from './opinion';
export { type RulePrecision, rulePrecision } from './precision';
export { type Dismissal, rulesPastReview, withoutDismissed } from './review';
export { type DuplicateGroup, duplicateGroups } from './similarity';
