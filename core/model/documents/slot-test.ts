import * as z from 'zod/mini';
import { documentId, text, time } from './fields';
import type { DocumentKind } from './kind';

const hour = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const window = z.strictObject({ days: z.enum(['weekday', 'weekend', 'all']), startHour: hour(0, 23), endHour: hour(1, 24) });
const figure = z.number();
const schema = z.strictObject({
  id: documentId,
  unit: text(500),
  windows: z.strictObject({ a: window, b: window }),
  startedAt: time,
  endedAt: z.optional(time),
  largestPosts: z.int().check(z.minimum(2)),
  decided: z.optional(
    z.strictObject({
      at: time,
      verdict: z.enum(['aBetter', 'bBetter', 'same']),
      pairs: z.int().check(z.minimum(1)),
      eValue: figure.check(z.minimum(0)),
      lift: z.strictObject({ low: figure, median: figure, high: figure }),
    }),
  ),
  assignments: z.array(z.strictObject({ arm: z.enum(['a', 'b']), post: z.nullable(text(2000)), at: z.optional(time) })),
});

type SlotTest = z.infer<typeof schema>;

/** What is fixed before the first post. */
const planOf = ({ unit, windows: { a, b }, startedAt, largestPosts }: SlotTest) =>
  JSON.stringify([unit, ...[a, b].map(({ days, startHour, endHour }) => [days, startHour, endHour]), startedAt, largestPosts]);

/**
 * A test that was changed on the way proves nothing: its plan stays, draws and posts are only added, and a decision or an end stands. A
 * copy that is behind (another screen added a post meanwhile) takes nothing away.
 */
function onto(before: SlotTest, next: SlotTest): SlotTest {
  if (planOf(before) !== planOf(next))
    throw new TypeError('slotTest: a test keeps its times and its number of posts. End it and plan another.');
  const length = Math.max(before.assignments.length, next.assignments.length);
  const assignments = Array.from({ length }, (_, i) => {
    const [old, fresh] = [before.assignments[i], next.assignments[i]];
    if (!old || !fresh) return (old ?? fresh) as SlotTest['assignments'][number];
    if (old.arm !== fresh.arm || (old.post !== null && fresh.post !== null && old.post !== fresh.post)) {
      throw new TypeError('slotTest: a draw of the coin and the post that was made for it stay as they are.');
    }
    return { ...old, post: old.post ?? fresh.post };
  });
  const endedAt = before.endedAt ?? next.endedAt;
  const decided = before.decided ?? next.decided;
  return { ...next, assignments, ...(endedAt && { endedAt }), ...(decided && { decided }) };
}

/** A randomised test of two posting windows: `core/engine/timing/slot-test.ts`. */
export const slotTest: DocumentKind<SlotTest> = { version: 1, schema, onto };
