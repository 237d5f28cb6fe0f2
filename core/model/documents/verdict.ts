import * as z from 'zod/mini';
import { documentId, text, time } from './fields';
import type { DocumentKind } from './kind';

const schema = z.strictObject({
  /** Rule and words: the latest word of the creator counts. */
  id: documentId,
  rule: text(60),
  right: z.boolean(),
  when: time,
});

/** What the creator said of a finding: right, or no issue. How often a rule is right for them is counted from these. */
export const verdict: DocumentKind<z.infer<typeof schema>> = { version: 1, schema };
