/** Records from outside, checked before anything is written. A file is as hostile as a page. */
import * as z from 'zod/mini';
import { documentProblem, type StoredDocument } from '../model/documents';
import { identityKey, twinKey } from '../model/identity';
import type { LabelRule } from '../model/labels';
import { PLATFORMS, type Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve } from '../model/reading';
import { labelsSchema, parseAccountReading, parseAudienceCurve, parseReading } from '../model/schemas';
import { isSetting } from '../model/settings.schema';
import { canonical } from './canonical';
import type { AccountValue } from './dump';
import { fingerprint, type PackedReading, pack } from './pack';
import type { AccountRow, ImportRow, LabelRow, ObservedRow, Seen } from './schema';
import { accountOfScope, seenAccount } from './scopes';
import { Shelf } from './shelf';
import type { DumpRecord } from './types';

const text = z.string().check(z.maxLength(20_000));
const time = text.check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time'));
const scope = text.check(z.regex(/^(@|\?[1-9]\d*$)/));
const platform = z.enum(PLATFORMS);
const amount = z.int().check(z.nonnegative());
const labelFields = z.array(z.keyof(labelsSchema));

const accountSchema = z.strictObject({
  platform,
  scope,
  name: z.optional(text),
  sameAs: z.optional(scope),
  sessions: z.array(text),
  firstSeenAt: z.optional(time),
  lastSeenAt: z.optional(time),
  coverage: z.optional(z.record(text, z.strictObject({ expectedTotal: z.nullable(amount), captured: amount, seenAt: time }))),
});
const labelRowSchema = z.strictObject({ key: text, labels: labelsSchema, cleared: labelFields });
const ruleSchema = z.strictObject({
  id: text,
  platforms: z.optional(z.array(platform)),
  accounts: z.optional(z.array(text)),
  when: z.union([
    z.strictObject({ field: z.literal('title'), contains: text }),
    z.strictObject({ field: z.literal('tag'), is: text }),
    z.strictObject({ field: z.literal('title'), pattern: text }),
  ]),
  set: labelsSchema,
});
const settingSchema = z.strictObject({ key: text, value: z.unknown() });
const documentSchema = z.strictObject({ kind: text, id: text, version: z.int().check(z.minimum(1)), value: z.unknown() });
const suppressedSchema = z.strictObject({ id: text });
const importSchema = z.strictObject({
  name: text,
  checksum: text,
  format: text,
  skipped: z.array(z.strictObject({ line: z.number(), reason: text })),
  unknownColumns: z.array(text),
  importedAt: time,
  readings: amount,
  batches: z.array(text),
  platforms: z.array(platform),
});
const postValueSchema = z.strictObject({
  platform,
  scope,
  twin: z.optional(z.int().check(z.minimum(2))),
  readings: z.array(z.unknown()),
});
const observedSchema = z.strictObject({ scope, value: z.unknown() });

/** What a record becomes in the store. */
export type Restored =
  | { kind: 'account'; row: AccountRow; seen: Seen | null }
  | { kind: 'post'; platform: Platform; scope: string; readings: PackedReading[] }
  | { kind: 'accountReading'; row: ObservedRow<AccountReading> }
  | { kind: 'audienceCurve'; row: ObservedRow<AudienceCurve> }
  | { kind: 'labels'; row: LabelRow }
  | { kind: 'rule'; row: LabelRule }
  | { kind: 'setting'; row: { key: string; value: unknown } }
  | { kind: 'document'; row: StoredDocument }
  | { kind: 'suppressed'; row: { id: string } }
  | { kind: 'import'; row: ImportRow };

function checked<T>(schema: z.ZodMiniType, value: unknown): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as T;
  const issue = result.error.issues[0];
  throw new TypeError(`${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'invalid'}`);
}

function taken<T>(answer: { ok: true; value: T } | { ok: false; problem: string }): T {
  if (answer.ok) return answer.value;
  throw new TypeError(answer.problem);
}

function observedRow<T extends { platform: Platform; page: string; seenAt: string }>(rowScope: string, value: T): ObservedRow<T> {
  const { seenAt, ...content } = value;
  return {
    platform: value.platform,
    scope: rowScope,
    page: value.page,
    at: Date.parse(seenAt),
    print: fingerprint(JSON.stringify(canonical(content))),
    value,
  };
}

function document(row: StoredDocument): StoredDocument {
  const problem = documentProblem(row);
  if (problem !== null) throw new TypeError(problem);
  return row;
}

function accountRecord({ firstSeenAt, lastSeenAt, coverage, ...row }: AccountValue): Restored {
  const seen =
    firstSeenAt !== undefined && lastSeenAt !== undefined ? { firstSeenAt, lastSeenAt, keys: 0, coverage: coverage ?? {} } : null;
  return { kind: 'account', row, seen };
}

/** Checks one record from outside. Throws with the reason. */
function restored({ kind, value }: DumpRecord): Restored {
  switch (kind) {
    case 'account':
      return accountRecord(checked<AccountValue>(accountSchema, value));
    case 'post': {
      const post = checked<{ platform: Platform; scope: string; twin?: number; readings: unknown[] }>(postValueSchema, value);
      const readings = post.readings.map((one) => {
        const reading = taken(parseReading(one));
        if (reading.platform !== post.platform || (reading.account ?? null) !== seenAccount(post.scope)) {
          throw new TypeError('readings: of another account than the post');
        }
        return pack(reading, twinKey(identityKey(reading, accountOfScope(post.scope)), post.twin ?? 1));
      });
      return { kind, platform: post.platform, scope: post.scope, readings };
    }
    case 'accountReading': {
      const { scope: rowScope, value: inner } = checked<{ scope: string; value: unknown }>(observedSchema, value);
      return { kind, row: observedRow(rowScope, taken(parseAccountReading(inner))) };
    }
    case 'audienceCurve': {
      const { scope: rowScope, value: inner } = checked<{ scope: string; value: unknown }>(observedSchema, value);
      return { kind, row: observedRow(rowScope, taken(parseAudienceCurve(inner))) };
    }
    case 'labels':
      return { kind, row: checked(labelRowSchema, value) };
    case 'rule':
      return { kind, row: checked(ruleSchema, value) };
    case 'setting':
      return { kind, row: checked(settingSchema, value) };
    case 'document':
      return { kind, row: document(checked(documentSchema, value)) };
    case 'suppressed':
      return { kind, row: checked(suppressedSchema, value) };
    case 'import':
      return { kind, row: checked(importSchema, value) };
    default:
      throw new TypeError(`unknown kind of record: ${String(kind).slice(0, 40)}`);
  }
}

export interface Incoming {
  records: Shelf<Restored>;
  refused: { line: number; reason: string }[];
  /** Settings left out, by key: a version of tomorrow may have others, and what is left out is set again with a click. */
  settings: string[];
}

/** Reads and checks everything before anything is written. */
export async function receive(records: AsyncIterable<DumpRecord[]>, signal?: AbortSignal): Promise<Incoming> {
  const incoming: Incoming = { records: await Shelf.empty<Restored>(), refused: [], settings: [] };
  let line = 0;
  for await (const page of records) {
    signal?.throwIfAborted();
    for (const record of page) {
      line += 1;
      try {
        const row = restored(record);
        if (row.kind === 'setting' && !isSetting(row.row.key, row.row.value)) incoming.settings.push(row.row.key);
        else incoming.records.push(row);
      } catch (error) {
        incoming.refused.push({ line, reason: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return incoming;
}
