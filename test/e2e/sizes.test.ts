/**
 * What a user downloads and what each context loads, as built. No size may grow past its ceiling; those that stand above
 * what they should reach (`LIMITS`) are named in `docs/performance.md`.
 */
import { describe, expect, it } from 'vitest';
import { LIMITS, measureSizes, PARTS, partSize, type SizeId } from '../bench/sizes';
import { BUILDS } from './browsers';

/** kB, for sizes that do not reach their limit yet. Lower a ceiling whenever the size falls. */
const CEILINGS: Partial<Record<SizeId, number>> = {
  'size-content': 32.3,
  'size-package': 909,
};

/** kB that a dashboard loads where it needs them: the overlay is on unless it was switched off. */
const PART_CEILINGS: Record<(typeof PARTS)[number], number> = {
  overlay: 14,
  words: 6,
  table: 3,
  text: 3,
  pairs: 1.5,
  columns: 1.8,
  audience: 3,
};

describe.each(Object.entries(BUILDS))('sizes for %s', (_, build) => {
  it.each(Object.entries(measureSizes(build)))('%s keeps to its ceiling', (id, kB) => {
    const ceiling = CEILINGS[id as SizeId] ?? LIMITS[id as SizeId].kB;
    expect(kB).toBeGreaterThan(1);
    expect(kB, `${kB} kB of at most ${ceiling}`).toBeLessThanOrEqual(ceiling);
  });

  it.each(PARTS)('%s, beside what every dashboard loads, keeps to its ceiling', (part) => {
    const kB = partSize(part, build);
    expect(kB).toBeGreaterThan(1);
    expect(kB, `${kB} kB of at most ${PART_CEILINGS[part]}`).toBeLessThanOrEqual(PART_CEILINGS[part]);
  });
});
