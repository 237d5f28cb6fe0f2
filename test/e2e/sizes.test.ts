/**
 * What a user downloads and what each context loads, as built. No size may grow past its ceiling; those that stand above
 * what they should reach (`LIMITS`) are named in `docs/performance.md`.
 */
import { describe, expect, it } from 'vitest';
import { LIMITS, measureSizes, packageSize, type SizeId } from '../bench/sizes';
import { FIREFOX_BUILD } from './browsers';

/** kB, for sizes that do not reach their limit yet. Lower a ceiling whenever the size falls. */
const CEILINGS: Partial<Record<SizeId, number>> = {
  'size-content': 37,
  'size-package': 916,
};

describe('sizes', () => {
  const sizes = measureSizes();
  it.each(Object.entries(sizes))('%s keeps to its ceiling', (id, kB) => {
    const ceiling = CEILINGS[id as SizeId] ?? LIMITS[id as SizeId].kB;
    expect(kB).toBeGreaterThan(1);
    expect(kB, `${kB} kB of at most ${ceiling}`).toBeLessThanOrEqual(ceiling);
  });

  it('the package for Firefox keeps to the same ceiling', () => {
    const kB = packageSize(FIREFOX_BUILD);
    expect(kB).toBeGreaterThan(1);
    expect(kB).toBeLessThanOrEqual(CEILINGS['size-package'] ?? LIMITS['size-package'].kB);
  });
});
