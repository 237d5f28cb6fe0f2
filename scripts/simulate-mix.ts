/**
 * Measures how often the content mix tells of an effect where there is none. Usage: npm run simulate:mix [-- --accounts N]
 * What the accounts are: `test/unit/engine/mix/world.ts`; what the figures mean: `docs/content-mix.md`.
 */
import { ASKED, nullRates, type Rates } from '../test/unit/engine/mix/null-rates';
import { SHAPES } from '../test/unit/engine/mix/world';

const at = process.argv.indexOf('--accounts');
const accounts = at < 0 ? 200 : Number(process.argv[at + 1]);
if (!(accounts > 0)) throw new Error('usage: npm run simulate:mix -- --accounts N');

const NAMES = [...ASKED, 'any'] as const;
const row = (name: string, rates: Rates) =>
  console.log(`  ${name.padEnd(12)} ${NAMES.map((one) => `${one} ${(100 * rates[one]).toFixed(1).padStart(4)} %`).join('  ')}`);
for (const posts of [60, 120, 250]) {
  console.log(`${posts} posts, ${accounts} accounts a shape`);
  const all = SHAPES.map((shape) => ({ shape, rates: nullRates(shape, posts, accounts) }));
  for (const { shape, rates } of all) row(shape, rates);
  const mean = (name: (typeof NAMES)[number]) => all.reduce((sum, { rates }) => sum + rates[name], 0) / all.length;
  row('all', { pillar: mean('pillar'), titleFeature: mean('titleFeature'), term: mean('term'), any: mean('any') });
}
