import type * as z from 'zod/mini';

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
}
