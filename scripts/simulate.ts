/**
 * Measures the error rates of the posting-time evaluation in worlds of known truth. Usage: npm run simulate [-- --accounts N]
 * What the worlds are: `test/simulation/worlds.ts`; what the figures mean: `docs/posting-time.md`.
 */
import { bumpCurve, dayCurve, nullRates, powerRates } from '../test/simulation/measure';

const at = process.argv.indexOf('--accounts');
const accounts = at < 0 ? 500 : Number(process.argv[at + 1]);
if (!(accounts > 0)) throw new Error('usage: npm run simulate -- --accounts N');

const percent = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;

const none = nullRates(accounts);
console.log(
  `No effect: ${none.accounts} accounts, ${none.looks} looks. Ever supported ${percent(none.everSupported, none.accounts)}, ever a hint ${percent(none.everHint, none.accounts)}; of single looks: supported ${percent(none.singleSupported, none.looks)}, a hint or more ${percent(none.singleHint, none.looks)}`,
);
for (const [name, rates] of Object.entries(none.byWorld)) {
  console.log(
    `  ${name.padEnd(18)} ever supported ${percent(rates.everSupported, rates.accounts)}, ever a hint ${percent(rates.everHint, rates.accounts)}, single looks ${percent(rates.singleHint, none.looks * (rates.accounts / none.accounts))}`,
  );
}
for (const [shape, curve] of [
  ['one broad peak a day', dayCurve],
  ['one narrow peak a day', bumpCurve],
] as const) {
  for (const posts of [120, 250, 500]) {
    const options = { posts, weeks: Math.round(posts / 6), sigma: 0.8, peak: 0.6 };
    const rates = powerRates(accounts, options, curve);
    console.log(
      `Peak 0.6, ${shape}, ${posts} posts: supported ${percent(rates.supported, rates.accounts)}, a window worse than usual named ${percent(rates.wrongSign, rates.accounts)}; 80 % intervals hold the truth ${percent(rates.covered, rates.windows)} (named windows ${percent(rates.namedCovered, rates.namedWindows)}); named windows promise ${rates.promisedLift.toFixed(2)}, truth ${rates.trueLift.toFixed(2)}`,
    );
  }
}
