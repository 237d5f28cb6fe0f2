/** What is asked of the posts: each factor, its levels, and what else it is adjusted for. */
import type { ComparablePost } from '../../../history/comparable';
import type { Format } from '../../../model/reading';
import type { FactorName } from '../../../model/report-parts';
import type { PostFacts } from '../facts';
import type { Term } from '../text/terms';
import { titleFeatures, titleLengths } from '../text/title-features';
import { type Level, levelsOf, multiLevelsOf } from './design';

/** One comparable post with what its labels and title say. */
export interface Subject {
  post: ComparablePost;
  facts: PostFacts;
  /** The label, else a pattern found in the titles. */
  series: string | null;
}

/** Properties that a factor can be adjusted for, beside the circumstances. */
export const ADJUSTERS = ['format', 'pillar', 'series'] as const;
export type Adjuster = (typeof ADJUSTERS)[number];

export interface Factor {
  name: FactorName;
  /** `one`: each post has at most one level, compared with the account's own mix. `many`: overlapping, compared with posts without. */
  kind: 'one' | 'many';
  adjust: readonly Adjuster[];
  levels: Level[];
}

/** Levels that fewer posts have are too many columns for too little. */
const FEWEST_IN_MODEL = 3;
const MOST_LEVELS = 24;
const MOST_TERMS = 40;
/** Between terms that the very same posts have, in the id of their level. */
export const TOGETHER = ' + ';
/** Posts without the property, where others have it, are a level of their own: they have something else in common. */
export const UNLABELLED = '';

/** Seconds, upper ends exclusive. Short forms are told apart where long ones are all alike. */
const SHORT_BANDS = [15, 30, 60, 180];
const LONG_BANDS = [180, 600, 1200, 2400];

export function durationBand(format: Format | null, seconds: number | null): string | null {
  if (seconds === null || !(seconds > 0) || format === 'live' || format === 'image' || format === 'article' || format === 'text')
    return null;
  const ends = format === 'short' || (format === null && seconds < 180) ? SHORT_BANDS : LONG_BANDS;
  const at = ends.findIndex((end) => seconds < end);
  return at < 0 ? `${ends.at(-1)}-` : `${at === 0 ? 0 : ends[at - 1]}-${ends[at]}`;
}

function labelled(subjects: readonly Subject[], label: (subject: Subject) => string | null): Level[] {
  const levels = levelsOf(subjects, (subject) => label(subject) ?? UNLABELLED);
  if (levels.every(({ id }) => id === UNLABELLED)) return [];
  return levels
    .filter(({ rows }) => rows.length >= FEWEST_IN_MODEL)
    .sort((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LEVELS);
}

export function adjusterLevels(subjects: readonly Subject[]): Record<Adjuster, Level[]> {
  return {
    format: labelled(subjects, ({ post }) => post.format),
    pillar: labelled(subjects, ({ post }) => post.pillar),
    series: labelled(subjects, ({ series }) => series),
  };
}

export function factorsOf(subjects: readonly Subject[], terms: readonly Term[]): Factor[] {
  const { format, pillar, series } = adjusterLevels(subjects);
  const lengths = titleLengths(subjects.map(({ facts }) => facts.title));
  const enough = ({ rows }: Level) => rows.length >= FEWEST_IN_MODEL && subjects.length - rows.length >= FEWEST_IN_MODEL;
  const paid = levelsOf(subjects, ({ post }) => (post.commercial ? 'commercial' : null));
  const factors: Factor[] = [
    { name: 'format', kind: 'one', adjust: [], levels: format },
    { name: 'pillar', kind: 'one', adjust: ['format'], levels: pillar },
    {
      name: 'kind',
      kind: 'one',
      adjust: ['format', 'pillar'],
      levels: labelled(subjects, ({ facts }) => facts.labels.kind ?? null),
    },
    { name: 'series', kind: 'one', adjust: ['format'], levels: series },
    {
      name: 'duration',
      kind: 'one',
      adjust: ['format', 'pillar'],
      levels: labelled(subjects, ({ facts }) => durationBand(facts.format, facts.durationSeconds)),
    },
    {
      name: 'trust',
      kind: 'many',
      adjust: ['format', 'pillar'],
      levels: multiLevelsOf(subjects, ({ facts }) => facts.labels.trust ?? []).filter(enough),
    },
    { name: 'commercial', kind: 'many', adjust: ['format', 'pillar'], levels: paid.filter(enough) },
    {
      name: 'titleFeature',
      kind: 'many',
      adjust: ['format', 'pillar', 'series'],
      levels: merged(
        multiLevelsOf(subjects, ({ facts }) => titleFeatures(facts.title, lengths)).filter(enough),
        '+',
        subjects.length,
      ),
    },
    { name: 'term', kind: 'many', adjust: ['format', 'pillar', 'series'], levels: termLevels(terms, subjects.length) },
  ];
  // One level that all posts share tells nothing.
  return factors.filter(({ kind, levels }) => levels.length > (kind === 'one' ? 1 : 0));
}

/** A number that stands for a set of posts: a sum of one scrambled number per post, so that the rest of the posts has the rest of the sum. */
function fingerprint(rows: Iterable<number>): number {
  let sum = 0;
  for (const row of rows) {
    const mixed = Math.imul(row + 0x9e3779b9, 0x85ebca6b);
    sum += (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0) + 1;
  }
  return sum;
}

/** Levels that the very same posts have are one, and of two that split the posts between them one says it all. */
function merged(levels: readonly Level[], mark: string, posts: number): Level[] {
  const all = fingerprint(Array.from({ length: posts }, (_, row) => row));
  const same = new Map<number, Level>();
  for (const { id, rows } of levels) {
    const print = fingerprint(rows);
    const known = same.get(print);
    if (known) known.id = `${known.id}${mark}${id}`;
    else if (!same.has(all - print)) same.set(print, { id, rows });
  }
  return [...same.values()];
}

function termLevels(terms: readonly Term[], posts: number): Level[] {
  const enough = terms.filter(({ rows }) => rows.length >= FEWEST_IN_MODEL && posts - rows.length >= FEWEST_IN_MODEL);
  const levels = enough.map(({ term, tag, rows }) => ({ id: tag ? `#${term}` : term, rows: Int32Array.from(rows) }));
  return merged(levels, TOGETHER, posts).slice(0, MOST_TERMS);
}
