import * as z from 'zod/mini';
import { PLATFORMS } from '../platforms';
import { documentId, text } from './fields';
import type { DocumentKind } from './kind';

const schema = z.strictObject({
  /** `platform|account|month`. */
  id: documentId,
  platform: z.enum(PLATFORMS),
  account: text(500),
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  /** 1–5 by the id of the rubric's item; an item that was not rated is absent. */
  ratings: z.record(documentId, z.int().check(z.minimum(1), z.maximum(5))),
  note: z.optional(text(5000)),
});

/** A3: the creator's own rating of one month, the qualitative part of the monthly indicator. */
export type MonthlyRating = z.infer<typeof schema>;
export const monthlyRating: DocumentKind<MonthlyRating> = { version: 1, schema };
