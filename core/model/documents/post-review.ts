import * as z from 'zod/mini';
import { documentId, text, time } from './fields';
import type { DocumentKind } from './kind';

const schema = z.strictObject({
  id: documentId,
  /** Key of the post. */
  post: text(2000),
  step: z.enum(['self', 'second']),
  who: text(80),
  when: time,
  passed: z.boolean(),
  why: text(1000),
});

/** One step of a post's review (E4). Steps are added, never changed. */
export const postReview: DocumentKind<z.infer<typeof schema>> = { version: 1, schema };
