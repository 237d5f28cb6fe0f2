/** The plan workspace's kinds of documents: schemas for the shapes of `core/model/workspace/objects.ts`. */
import * as z from 'zod/mini';
import { KINDS } from '../labels';
import { PLATFORMS } from '../platforms';
import { FORMATS } from '../reading';
import {
  AD_CHECKS,
  BOARDS,
  CHANNELS,
  CONTENT_PARTS,
  EXPERIMENT_DESIGNS,
  EXPERIMENT_OUTCOMES,
  GOAL_MEASURES,
  INCIDENT_CLASSES,
  NOTE_KINDS,
  REGISTER_KINDS,
  RETURNS,
  REVIEW_KINDS,
  REVIEW_STEPS,
  SCENE_RANKS,
  TEAM_ROLES,
  type WorkspaceKind,
  type WorkspaceObjects,
} from '../workspace/objects';
import { documentId as id, text, time } from './fields';
import { incident } from './incident';
import type { DocumentKind } from './kind';

const short = text(500);
const long = text(20_000);
const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(Date.parse(value) || 0).toISOString().startsWith(value);
const day = z.string().check(z.refine(isDay, 'not a day (YYYY-MM-DD)'));
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month (YYYY-MM)'));
const finite = z.number().check(z.refine(Number.isFinite, 'not finite'));
const amount = finite.check(z.positive());
const whole = z.int().check(z.nonnegative());
const count = z.nullable(whole);
const shareOf = z.number().check(z.minimum(0), z.maximum(1));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'not a currency (three letters)'));
const arm = z.enum(['a', 'b']);
const post = z.optional(z.nullable(text(2000)));
const scope = { platform: z.nullable(z.enum(PLATFORMS)), account: z.nullable(short) };
const owner = { owner: z.optional(short) };
const money = { id, day, amount, currency, note: long };
const kind = <K extends WorkspaceKind>(schema: z.ZodMiniType<WorkspaceObjects[K]>): DocumentKind<WorkspaceObjects[K]> => ({
  version: 1,
  schema,
});

export const workspaceKinds = {
  calendar: kind<'calendar'>(
    z.strictObject({
      id,
      ...scope,
      title: long,
      at: time,
      text: long,
      pillar: z.optional(short),
      kind: z.optional(z.enum(KINDS)),
      format: z.optional(z.enum(FORMATS)),
      zone: z.optional(z.enum(['stable', 'experiment'])),
      commercial: z.boolean(),
      experiment: z.optional(z.strictObject({ id, arm })),
      reviews: z
        .array(z.strictObject({ step: z.enum(REVIEW_STEPS), who: short, at: time, passed: z.boolean(), why: long }))
        .check(z.maxLength(2000)),
      adChecks: z.array(z.enum(AD_CHECKS)),
      ...owner,
      post,
      uid: z.optional(text(2000)),
    }),
  ),
  goal: kind<'goal'>(
    z.strictObject({
      id,
      ...scope,
      measure: z.enum(GOAL_MEASURES),
      name: short,
      baseline: z.nullable(finite),
      target: finite,
      startedAt: time,
      due: day,
      currency: z.optional(currency),
      entries: z.array(z.strictObject({ day, value: finite })).check(z.maxLength(5000)),
      ...owner,
      closedAt: z.optional(time),
    }),
  ),
  experiment: kind<'experiment'>(
    z.strictObject({
      id,
      question: long,
      platform: z.enum(PLATFORMS),
      account: short,
      arms: z.strictObject({ a: long, b: long }),
      outcome: z.enum(EXPERIMENT_OUTCOMES),
      largestPosts: z.int().check(z.minimum(2), z.maximum(1000)),
      pillar: z.optional(short),
      createdAt: time,
      assignments: z.array(z.strictObject({ arm, at: time, title: long, post })).check(z.maxLength(1000)),
      design: z.optional(z.enum(EXPERIMENT_DESIGNS)),
      periods: z.optional(
        z
          .array(
            z
              .strictObject({ arm, day, shown: whole, clicked: whole })
              .check(z.refine(({ shown, clicked }) => clicked <= shown, 'more clicks than times shown')),
          )
          .check(z.maxLength(200)),
      ),
      result: z.optional(
        z.strictObject({ winner: z.enum(['a', 'b', 'none']), a: z.nullable(shareOf), b: z.nullable(shareOf), day }),
      ),
      endedAt: z.optional(time),
      learnt: long,
      tags: z.array(short),
      ...owner,
    }),
  ),
  money: kind<'money'>(
    z.union([
      z.strictObject({
        ...money,
        flow: z.literal('revenue'),
        scene: short,
        returns: z.enum(RETURNS),
        platform: z.optional(z.enum(PLATFORMS)),
        account: z.optional(short),
      }),
      z.strictObject({
        ...money,
        flow: z.literal('cost'),
        board: z.enum(BOARDS),
        contentPart: z.optional(z.enum(CONTENT_PARTS)),
        experiment: z.boolean(),
        people: z.boolean(),
      }),
    ]),
  ),
  scene: kind<'scene'>(z.strictObject({ id, rank: z.enum(SCENE_RANKS) })),
  playbook: kind<'playbook'>(
    z.strictObject({ id: z.enum(INCIDENT_CLASSES), steps: z.array(long), who: long, say: z.array(long), never: z.array(long) }),
  ),
  incident,
  review: kind<'review'>(
    z.strictObject({
      id,
      kind: z.enum(REVIEW_KINDS),
      from: day,
      doneAt: time,
      changed: long,
      learnt: long,
      next: long,
      page: z.strictObject({
        title: short,
        period: short,
        sections: z.array(z.strictObject({ heading: short, lines: z.array(long).check(z.maxLength(1000)) })),
      }),
      ...owner,
    }),
  ),
  team: kind<'team'>(
    z.strictObject({
      id: z.literal('team'),
      on: z.boolean(),
      members: z.array(z.strictObject({ name: short, role: z.enum(TEAM_ROLES), handOff: long })).check(z.maxLength(200)),
    }),
  ),
  register: kind<'register'>(
    z.strictObject({ id, kind: z.enum(REGISTER_KINDS), title: short, day, renew: z.nullable(day), note: long }),
  ),
  note: kind<'note'>(z.strictObject({ id, kind: z.enum(NOTE_KINDS), day, text: long, where: short, times: count })),
  channel: kind<'channel'>(
    z.strictObject({
      id,
      month,
      channel: z.enum(CHANNELS),
      received: count,
      answered: count,
      minutes: count,
      results: count,
    }),
  ),
} satisfies { [K in WorkspaceKind]: DocumentKind<WorkspaceObjects[K]> };
