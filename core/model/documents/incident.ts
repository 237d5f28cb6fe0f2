/** Apart from the other kinds: the background reads incidents, for its reminders, and carries no other kind. */
import * as z from 'zod/mini';
import { INCIDENT_CLASSES, INCIDENT_LEVELS, type Incident } from '../workspace/objects';
import { documentId as id, text, time } from './fields';
import type { DocumentKind } from './kind';

const short = text(500);
const long = text(20_000);

export const incident: DocumentKind<Incident> = {
  version: 1,
  schema: z.strictObject({
    id,
    class: z.enum(INCIDENT_CLASSES),
    level: z.enum(INCIDENT_LEVELS),
    title: long,
    openedAt: time,
    source: z.strictObject({
      from: z.enum(['hand', 'finding', 'anomaly', 'drill']),
      post: z.optional(text(2000)),
      rule: z.optional(short),
    }),
    evidence: z.array(long).check(z.maxLength(1000)),
    steps: z.array(z.strictObject({ text: long, doneAt: z.nullable(time) })).check(z.maxLength(1000)),
    feedbackAt: z.nullable(time),
    solvedAt: z.nullable(time),
    closing: z.nullable(z.strictObject({ at: time, cause: long, learnt: long, rule: z.nullable(short) })),
    owner: z.optional(short),
  }),
};
