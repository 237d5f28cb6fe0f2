/**
 * The record of one rule. Rules are data: what to look for is written in the small pattern language below, over the word classes
 * of `words/`; `core/engine/compliance/` runs it and `test/unit/engine/compliance/lint.ts` refuses a record that is incomplete.
 *
 * **Pattern** – elements with gaps between them, in reading order:
 * `cure ~6 disease`  a word of class `cure`, then one of `disease` at most 6 characters later in the same sentence
 * `a -6 b`  as `~`, but in the same clause (no comma between)
 * `a <6> b`  at most 6 characters apart, either order, same sentence
 * `a + b`   directly one after the other (a space may stand between)
 * `a & b`   anywhere in the text
 * `a|b`     a word of either class; `=x,y` the words x or y themselves (`_` for a space)
 * `a!`      look for this one first: it is rarer than the words of the other elements
 * `*`       the beginning of the text, for rules that only the creator's own answers decide
 * The finding spans the pattern's first to last element up to the first `&`.
 *
 * **Condition** – space separated tests that must all hold; `a/b` either; `!` not:
 * `^c:6` a word of class c at most 6 characters before the match in its clause; `$c:6` after it; `=c` inside it;
 * `@c:40` within 40 characters either side, whatever stands between; `%c` the same within 240, the whole of most texts;
 * a bare name is a fact of text and context, see `core/engine/compliance/facts.ts`.
 */
import type { Level } from '../../core/model/report';

export type Jurisdiction = 'CN' | 'US' | 'US-NY' | 'UK' | 'EU' | 'any';
export type Category = 'content' | 'policy' | 'commercial' | 'technical';
export type RulePlatform = 'all' | 'all-cn' | 'all-intl' | 'youtube' | 'tiktok' | 'instagram' | 'x';

/** A pattern with its own conditions or level. A plain string is a pattern without any. */
export interface Find {
  p: string;
  when?: string;
  level?: LevelChoice;
}

/** The first case whose condition holds decides; the last is a level alone. `none`: say nothing. */
export type LevelChoice = Level | readonly (readonly [condition: string, level: Level | 'none'] | Level)[];

export interface Rule {
  id: string;
  jur: Jurisdiction;
  platform: RulePlatform;
  category: Category;
  level: LevelChoice;
  find: readonly (string | Find)[];
  /** Condition for every pattern of the rule. */
  when?: string;
  /** Recognised exemptions: condition and the reason's key in the locale (`exemptions`). The finding is shown green. */
  exempt?: readonly (readonly [condition: string, reason: string])[];
  /** It is about what is sold: where nothing seems to be, far more likeness is asked for. */
  sells?: true;
  /** Answers of the creator that would decide; asked only beside a finding of this rule. */
  asks?: readonly ContextKey[];
  source: SourceKey;
  /** ISO date after which the rule may be out of date. */
  reviewBy: string;
}

export type ContextKey =
  | 'commercial'
  | 'hasLink'
  | 'adLabel'
  | 'gifted'
  | 'paid'
  | 'aiUsed'
  | 'staged'
  | 'declared'
  | 'certified'
  | 'isRepost';

export type SourceKey = keyof typeof import('./sources')['SOURCES'];

/** What `npm run learn` learnt from the labelled sentences (`core/engine/compliance/likeness.ts`), one record for each pack. */
export interface Learnt {
  /** A number for the sentences and all else that was learnt from: a test says when others stand there. */
  sentences: string;
  /** Vectors in the table, a power of two, and numbers in each. */
  buckets: number;
  dims: number;
  /** A letter a number, `e` to `k` for −3 to 3, times `step`. */
  table: string;
  step: number;
  rules: readonly string[];
  /** `dims` weights for each rule, one rule after the other. */
  weights: readonly number[];
  bias: readonly number[];
  /** Log odds of each rule from which a text is called alike. */
  from: readonly number[];
  /** Of sentences that were not learnt from, a fourth at a time: those that break a rule that was learnt, those found; innocent and ordinary ones, those flagged. */
  unseen: Readonly<Record<'broken' | 'found' | 'innocent' | 'flagged' | 'ordinary' | 'ordinaryFlagged', number>>;
}
