/** The run-time schemas of `messages.ts`, checked by the receiver. Default: refuse. */
import * as z from 'zod/mini';
import {
  BATCH_LIMIT,
  type DashboardMessage,
  LONGEST_DRAFT,
  MARKS_LIMIT,
  PART_NAMES,
  type PageMessage,
  SET_ASIDE_LIMIT,
} from './messages';
import { PLATFORMS } from './model/platforms';
import { PRECISIONS } from './model/reading';
import { accountReadingSchema, audienceCurveSchema, parseWith, readingSchema } from './model/schemas';

const key = z.string().check(z.regex(/^[\w-]{8,64}$/));
const amount = z.int().check(z.nonnegative());

const captureSchema = z.strictObject({
  type: z.literal('capture'),
  batch: z.strictObject({
    id: key,
    session: key,
    page: z.string().check(z.maxLength(100)),
    readings: z.array(readingSchema).check(z.maxLength(BATCH_LIMIT)),
    accountReadings: z.array(accountReadingSchema).check(z.maxLength(BATCH_LIMIT)),
    audienceCurves: z.array(audienceCurveSchema).check(z.maxLength(10)),
    coverage: z.strictObject({ expectedTotal: z.nullable(amount), captured: amount }),
  }),
});

const yesOrNo = z.optional(z.boolean());
const checkSchema = z.strictObject({
  type: z.literal('check'),
  text: z.string().check(z.maxLength(LONGEST_DRAFT)),
  context: z.strictObject({
    commercial: yesOrNo,
    hasLink: yesOrNo,
    adLabel: yesOrNo,
    gifted: yesOrNo,
    paid: yesOrNo,
    aiUsed: yesOrNo,
    staged: yesOrNo,
    isRepost: yesOrNo,
    declared: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(10))),
  }),
});

/** One schema per message: a message without a schema does not compile. */
const DASHBOARD: Record<DashboardMessage['type'], z.ZodMiniType> = {
  hello: z.strictObject({ type: z.literal('hello') }),
  capture: captureSchema,
  'open-panel': z.strictObject({ type: z.literal('open-panel') }),
  part: z.strictObject({ type: z.literal('part'), name: z.enum(PART_NAMES) }),
  check: checkSchema,
  marks: z.strictObject({
    type: z.literal('marks'),
    posts: z
      .array(
        z.strictObject({
          platform: z.enum(PLATFORMS),
          account: z.nullable(z.string().check(z.maxLength(500))),
          id: z.nullable(z.string().check(z.maxLength(500))),
          title: z.string().check(z.maxLength(20_000)),
          publishedAt: z.nullable(z.string().check(z.maxLength(40))),
          publishedPrecision: z.nullable(z.enum(PRECISIONS)),
        }),
      )
      .check(z.maxLength(MARKS_LIMIT)),
  }),
  'set-aside': z.strictObject({
    type: z.literal('set-aside'),
    about: z
      .array(
        z.strictObject({
          rule: z.string().check(z.regex(/^[A-Z][A-Z0-9-]{1,40}$/)),
          words: z.string().check(z.maxLength(20_000)),
        }),
      )
      .check(z.maxLength(SET_ASIDE_LIMIT)),
  }),
};
const PAGE: Record<PageMessage['type'], z.ZodMiniType> = {
  reconcile: z.strictObject({ type: z.literal('reconcile') }),
  announce: z.strictObject({ type: z.literal('announce') }),
};

function parse<T extends { type: string }>(schemas: Record<string, z.ZodMiniType>, value: unknown) {
  const type = value !== null && typeof value === 'object' && 'type' in value ? value.type : undefined;
  const schema = typeof type === 'string' && Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) return { ok: false as const, problem: 'unknown message' };
  return parseWith<T>(schema as unknown as z.ZodMiniType<T>, value);
}

export const parseDashboardMessage = (value: unknown) => parse<DashboardMessage>(DASHBOARD, value);
export const parsePageMessage = (value: unknown) => parse<PageMessage>(PAGE, value);
