import * as z from 'zod/mini';
import { documentId, text, time } from './fields';
import type { DocumentKind } from './kind';

const share = z.number().check(z.minimum(0), z.maximum(1));
const weight = z.number().check(z.minimum(0), z.maximum(1000));
const count = z.number().check(z.minimum(0), z.maximum(1000));
const hour = z.number().check(z.minimum(0), z.maximum(24));
const band = z.strictObject({ low: z.number().check(z.minimum(0)), high: z.number().check(z.minimum(0), z.maximum(1000)) });

const schema = z.strictObject({
  /** There is one: `plan`. */
  id: documentId,
  /** D1: any scale, they are taken relative to their sum. */
  scoreWeights: z.optional(z.strictObject({ engagement: weight, quality: weight, audience: weight, frequency: weight })),
  /** D1: worth of one action. */
  actionWeights: z.optional(
    z.strictObject({ likes: weight, saves: weight, comments: weight, shares: weight, followersGained: weight }),
  ),
  /** A3. */
  indicatorWeights: z.optional(z.strictObject({ core: weight, auxiliary: weight, qualitative: weight })),
  /** C2, and when they were last moved towards what does well. */
  kinds: z.optional(z.strictObject({ knowledge: share, experience: share, emotion: share, interaction: share })),
  kindsMovedAt: z.optional(time),
  verticality: z.optional(share),
  /** C5. */
  commercial: z.optional(band),
  largestSensitiveShare: z.optional(share),
  /** C7: the rest is for trying out. */
  stableShare: z.optional(share),
  experimentsPerMonth: z.optional(band),
  /** C8. */
  pinnedZones: z.optional(z.record(text(200), z.enum(['stable', 'experiment', 'retire']))),
  postsPerWeek: z.optional(count),
  /** B2: hours of the day in which the creator can post. */
  possibleHours: z.optional(z.strictObject({ from: hour, to: hour })),
  smallestNaturalShare: z.optional(share),
  targetCompletionRate: z.optional(share),
  /** A3: what the creator rates each month, with the meaning of 1 and of 5 in the creator's own words. */
  rubric: z.optional(
    z.array(z.strictObject({ id: documentId, name: text(80), low: text(200), high: text(200) })).check(z.maxLength(5)),
  ),
});

/** The operating plan's figures that the creator changed: `core/plan/figures.ts` lays them over the defaults. */
export type PlanFigures = z.infer<typeof schema>;
/** What the creator may change, as it holds now. */
export type EditableFigures = {
  [K in Exclude<keyof PlanFigures, 'id' | 'kindsMovedAt' | 'rubric'>]-?: NonNullable<PlanFigures[K]>;
};
export const planFigures: DocumentKind<PlanFigures> = { version: 1, schema };
