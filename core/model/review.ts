/** The three-step review (E4): the check itself, the creator, and a second person if there is one. */
export type ReviewStep = 'system' | 'self' | 'second';

/** One step of the review, kept with the post. */
export interface ReviewRecord {
  step: ReviewStep;
  /** A name the creator gave; never an account. */
  who: string;
  /** Milliseconds since the epoch. */
  when: number;
  passed: boolean;
  why: string;
}
const STEPS: readonly ReviewStep[] = ['system', 'self', 'second'];

/** Where a review stands: the latest word per step counts, and a refused step stops it. The second person is optional. */
export function reviewState(records: readonly ReviewRecord[]): { state: 'open' | 'refused' | 'passed'; next: ReviewStep | null } {
  const latest = new Map<ReviewStep, ReviewRecord>();
  for (const record of [...records].sort((a, b) => a.when - b.when)) latest.set(record.step, record);
  for (const step of STEPS) {
    const record = latest.get(step);
    if (record && !record.passed) return { state: 'refused', next: step };
    if (!record) return step === 'second' ? { state: 'passed', next: 'second' } : { state: 'open', next: step };
  }
  return { state: 'passed', next: null };
}
