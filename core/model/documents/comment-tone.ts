import * as z from 'zod/mini';
import type { PageTone } from '../tone';
import { text, time } from './fields';
import type { DocumentKind } from './kind';

const count = z.number().check(z.int(), z.gte(0), z.lte(1_000_000));

/** How many comments of one day a page showed, and how many sounded negative: numbers only. */
export const commentTone: DocumentKind<PageTone> = {
  version: 1,
  schema: z
    .strictObject({
      id: text(1100).check(z.minLength(1)),
      page: text(1000).check(z.minLength(1)),
      day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      comments: count,
      negative: count,
      seenAt: time,
    })
    .check(z.refine(({ comments, negative }) => negative <= comments, 'more negative than all')),
  // A page that shows fewer of a day's comments than before was scrolled less far.
  onto: (before, next) => (next.comments >= before.comments ? next : before),
};
