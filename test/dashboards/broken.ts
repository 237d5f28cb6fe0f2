/** Breaks a page definition, one declared part at a time. */
import type { PageDefinition } from '../../core/dashboards/types';

export interface Break {
  /** Where the part stands: `layouts.0.fields.title`. */
  part: string;
  page: PageDefinition;
}

/** Says what a page is, not how it is read. */
const NAMES = new Set(['id', 'platform', 'kind', 'experimental', 'shared']);
/** Matches nothing on any page. */
const NOTHING = 'nothing-of-this-name';
const NEVER = /(?!)/;

/** What a broken function answers: as if what it looks for were not there. */
const ABSENT: Readonly<Record<string, (...given: never[]) => unknown>> = {
  finish: (post: never) => post,
  period: () => false,
  isPost: () => true,
  accountReadings: () => [],
  audienceCurves: () => [],
  fields: () => ({}),
};
/** Broken by being left out: without `climb` every match is a card. */
const DROPPED = new Set(['climb', 'defaults', 'order', 'min', 'plain', 'onlyWords']);

/** Words and keys with their meanings. */
const WORDS = new Set(['words', 'names']);

type Tree = Record<string, unknown>;

/** Every break of a definition: a selector that matches nothing, a function that finds nothing, a word or a layout that is missing. */
export function* breaksOf(page: PageDefinition): Generator<Break> {
  for (const place of partsOf(page as unknown as Tree, [])) yield { part: place.join('.'), page: without(page, place) };
}

function* partsOf(tree: Tree, path: string[]): Generator<string[]> {
  for (const [name, value] of Object.entries(tree)) {
    const here = [...path, name];
    if (NAMES.has(name) || value === undefined) continue;
    // Words of one meaning are one part: a page is in one language.
    if (WORDS.has(name)) for (const meaning of new Set(Object.values(value as Tree))) yield [...here, String(meaning)];
    else if (typeof value !== 'object' || value === null || value instanceof RegExp) yield here;
    else {
      if (Array.isArray(tree) || name === 'order') yield here;
      if (name !== 'order') yield* partsOf(value as Tree, here);
    }
  }
}

function without(page: PageDefinition, path: readonly string[]): PageDefinition {
  const copy = (tree: unknown, [name = '', ...rest]: readonly string[]): unknown => {
    const same = (Array.isArray(tree) ? [...tree] : { ...(tree as Tree) }) as Tree;
    if (WORDS.has(name)) {
      const kept = Object.entries(same[name] as Tree).filter(([, meaning]) => meaning !== rest[0]);
      same[name] = Object.fromEntries(kept);
    } else if (rest.length > 0) same[name] = copy(same[name], rest);
    else if (Array.isArray(same)) same.splice(Number(name), 1);
    else {
      const broken = brokenPart(name, same[name]);
      if (broken === undefined) delete same[name];
      else same[name] = broken;
    }
    return same;
  };
  return copy(page, path) as PageDefinition;
}

function brokenPart(name: string, value: unknown): unknown {
  if (value instanceof RegExp) return NEVER;
  if (name === 'figures') return [];
  if (DROPPED.has(name)) return undefined;
  if (typeof value === 'function') return ABSENT[name] ?? (() => null);
  if (typeof value === 'string') return NOTHING;
  return undefined;
}
