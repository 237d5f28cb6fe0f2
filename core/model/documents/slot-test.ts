import * as z from 'zod/mini';
import { documentId, text, time } from './fields';
import type { DocumentKind } from './kind';

const hour = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const window = z.strictObject({ days: z.enum(['weekday', 'weekend', 'all']), startHour: hour(0, 23), endHour: hour(1, 24) });
const schema = z.strictObject({
  id: documentId,
  unit: text(500),
  windows: z.strictObject({ a: window, b: window }),
  startedAt: time,
  endedAt: z.optional(time),
  largestPosts: z.int().check(z.minimum(2)),
  assignments: z.array(z.strictObject({ arm: z.enum(['a', 'b']), post: z.nullable(text(2000)), at: z.optional(time) })),
});

/** A randomised test of two posting windows: `core/engine/timing/slot-test.ts`. */
export const slotTest: DocumentKind<z.infer<typeof schema>> = { version: 1, schema };
