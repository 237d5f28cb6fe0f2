import * as z from 'zod/mini';
import { PLATFORMS } from '../platforms';
import { documentId, text } from './fields';
import type { DocumentKind } from './kind';

const quadrant = z.enum(['strength', 'weakness', 'opportunity', 'threat']);
const shares = z.record(text(200), z.number().check(z.minimum(0), z.maximum(1)));

const schema = z.strictObject({
  /** `platform|account`. */
  id: documentId,
  platform: z.enum(PLATFORMS),
  account: text(500),
  /** D7: the creator's own entries, and the findings they took off the board (`SwotItem.from`). */
  positioning: z.optional(
    z.strictObject({
      own: z.array(z.strictObject({ id: documentId, quadrant, text: text(1000) })).check(z.maxLength(200)),
      hidden: z.array(text(1000)).check(z.maxLength(500)),
    }),
  ),
  /** D1: the audience wanted, in the words of the dashboard: shares by age, gender, region. */
  audience: z.optional(z.strictObject({ age: z.optional(shares), gender: z.optional(shares), region: z.optional(shares) })),
  /** D2: steps from seeing a post to buying, counted by the creator. */
  stepsToConvert: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});

/** What the creator says about one account. */
export type AccountNotes = z.infer<typeof schema>;
export const accountNotes: DocumentKind<AccountNotes> = { version: 1, schema };
