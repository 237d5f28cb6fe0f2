/** How often made-up accounts without any effect are told of one: under such a null every recommendation is false. */
import { inferenceOf } from '../../../../core/engine/mix/effects/unit-effects';
import { factsOf } from '../../../../core/engine/mix/facts';
import { unitOf } from '../../../../core/engine/units';
import type { FactorName } from '../../../../core/model/report-parts';
import { NOW, SHAPES, type World, world } from './world';

/** Asked of each account beside "any of them". */
export const ASKED = ['pillar', 'titleFeature', 'term'] as const satisfies readonly FactorName[];
export type Rates = Record<(typeof ASKED)[number] | 'any', number>;

/** Share of `accounts` accounts of one shape that are told of at least one effect, by what they are told of. */
export function nullRates(shape: NonNullable<World['shape']>, posts: number, accounts: number): Rates {
  const told: Rates = { pillar: 0, titleFeature: 0, term: 0, any: 0 };
  for (let k = 0; k < accounts; k++) {
    const seed = 31_000 + 1000 * SHAPES.indexOf(shape) + k + posts;
    const unit = unitOf(world({ posts, seed, shape }), { accountReadings: [], zone: 'UTC', now: NOW });
    const { effects } = inferenceOf(unit, factsOf(unit), { zone: 'UTC', seed: 1 });
    const found = new Set(
      (effects?.factors ?? []).flatMap(({ factor, levels }) => (levels.some(({ advice }) => advice !== null) ? [factor] : [])),
    );
    for (const factor of ASKED) if (found.has(factor)) told[factor]++;
    if (found.size > 0) told.any++;
  }
  for (const name of [...ASKED, 'any'] as const) told[name] /= accounts;
  return told;
}
