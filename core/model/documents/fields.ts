/** Fields that many documents have. Every text has a longest length: a restored file is as hostile as a page. */
import * as z from 'zod/mini';

// The extension's policy forbids code from strings; zod's compiler would probe for it.
z.config({ jitless: true });

export const text = (longest: number) => z.string().check(z.maxLength(longest));
export const documentId = text(200).check(z.minLength(1));
/** ISO 8601. */
export const time = text(40).check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time'));
