/** How what the creator said of a mere likeness is told from what they said of words. Apart from the rest: the popup needs none of it. */

/** Begins the name of a passage that only resembled what breaks a rule (`core/engine/compliance/passage.ts`): no words begin so. */
export const PASSAGE = '\u2248';
/** Whether the creator spoke of a likeness: that says nothing of how often the rule's words are right. */
export const isOfLikeness = (verdict: string, rule: string) => verdict.includes(`:${rule}:${PASSAGE}`);
