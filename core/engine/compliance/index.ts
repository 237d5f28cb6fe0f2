/** Compliance: what a text or an account's posts run into, why, and the way out. See `docs/compliance.md`. */
export { type CheckInput, type CheckResult, checkText, ruleOf, worst } from './check';
export type { CheckContext, Market } from './facts';
