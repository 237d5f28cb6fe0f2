import type * as z from 'zod/mini';
import { parseWith } from '../schemas';

/**
 * One kind of document: what the creator makes in Post Almanac itself (a goal, a slot test, a page definition of their own).
 * `id` is its name within the kind. A change of shape that old documents do not fit raises `version` and says in `upgrade` how
 * they become new ones; a field that may be absent needs neither.
 */
export interface DocumentKind<T extends { id: string }> {
  version: number;
  schema: z.ZodMiniType<T>;
  /** What was written under `from` < `version`, in the present shape. It is checked against `schema` afterwards. */
  upgrade?: (value: unknown, from: number) => unknown;
  /** What is kept when `next` is put where `before` stands. Throws `TypeError` for a change that is not allowed. Without it: `next`. */
  onto?(before: T, next: T): T;
}

type Read<T> = { ok: true; value: T } | { ok: false; problem: string };

/** What was stored, in the present shape. */
export function readAs<T extends { id: string }>(
  { schema, version, upgrade }: DocumentKind<T>,
  stored: { version: number; value: unknown },
): Read<T> {
  if (stored.version > version) return { ok: false, problem: 'written by a newer version' };
  if (stored.version < version && !upgrade) return { ok: false, problem: `no way from version ${stored.version}` };
  try {
    return parseWith(schema, stored.version < version ? upgrade?.(stored.value, stored.version) : stored.value);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
