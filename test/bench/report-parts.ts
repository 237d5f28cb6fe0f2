/**
 * `BENCH_PROFILE=1 npm run bench -- report`: where the time of a report goes. Each figure is the median of rounds, in a worker of its
 * own, beside `JSON.parse` of the same 10,000 posts; the profile is taken in a page.
 */
import { median } from './bench';
import { heaviest, profiled, spent } from './extension';
import { openLab } from './lab';

const ROUNDS = 3;
const POSTS = 10_000;
const LOOKS = 10;
/** So few that only what does not grow with posts is left. */
const FEW = 400;
const STEPS = {
  looks: 'every figure of every look read once',
  words: "all titles cut by the system's segmenter",
  phrases: 'all titles searched once for as many phrases, by a library',
  shuffles: 'one permutation test per account, its statistic free',
} as const;

/** Parts by the function that makes them and the one that asks for it. */
const PARTS: readonly [what: string, caller: string, name: string][] = [
  ['comparable outcomes', 'evaluateGroup', 'unitOf'],
  ['posting times', 'evaluateUnit', 'timingOf'],
  ['mix: words of titles', 'inferenceOf', 'termsOf'],
  ['mix: series in titles', 'inferenceOf', 'detectSeries'],
  ['mix: effects', 'inferenceOf', 'effectsOf'],
  ['mix, all of it', 'unitContentOf', 'unitMixOf'],
  ['score', 'unitContentOf', 'scoreOf'],
  ['growth of units', 'unitContentOf', 'unitGrowthOf'],
  ['compliance of units', 'evaluateGroup', 'unitComplianceOf'],
  ['compliance together (near-duplicates)', 'evaluateAll', 'sharedParts'],
  ['putting together (plan, growth of accounts, suggestions)', 'evaluateAll', 'mergeReport'],
];

const line = (ms: number, of: number, what: string) =>
  console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${(ms / of).toFixed(2).padStart(6)}  ${what}`);

export async function printReportParts(units: number): Promise<void> {
  const times = new Map<string, number[]>();
  const put = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  for (let round = 0; round < ROUNDS; round++) {
    const lab = await openLab('evaluate.ts', { inWorker: true });
    try {
      await lab.call('make', POSTS, LOOKS, units);
      put('parse', await lab.call<number>('parse'));
      put('the full report, code cold', await lab.call<number>('evaluate'));
      put('making the objects of the report, from its text', await lab.call<number>('objects'));
      // Other posts of the same accounts: nothing is taken from the report before.
      await lab.call('make', POSTS + units, LOOKS, units);
      put('the full report of other posts, code warm', await lab.call<number>('evaluate'));
      for (const [step, what] of Object.entries(STEPS)) {
        await lab.fresh();
        await lab.call('make', POSTS, LOOKS, units);
        put(what, await lab.call<number>('step', step));
      }
      await lab.fresh();
      await lab.call('make', FEW, LOOKS, units);
      put(`the full report of ${FEW} posts in as many accounts, code cold`, await lab.call<number>('evaluate'));
    } finally {
      await lab.close();
    }
  }
  const parse = median(times.get('parse') ?? []);
  console.log(`\n  of ${POSTS} posts in ${units} accounts, medians of ${ROUNDS} rounds, and over JSON.parse:`);
  for (const [what, list] of times) line(median(list), parse, what);
  await printProfile(units);
}

async function printProfile(units: number): Promise<void> {
  const lab = await openLab('evaluate.ts');
  try {
    await lab.call('make', POSTS, LOOKS, units);
    const profile = await profiled(await lab.profiler(), () => lab.call('evaluate'), 500);
    const ours = (url: string) => url.endsWith('/script.js');
    const total = spent(profile, ours);
    console.log(
      `\n  by the profiler, code cold: ${total.toFixed(0)} ms with the garbage collected in them; in parts of a hundred`,
    );
    for (const [what, caller, name] of PARTS) {
      const share = (100 * spent(profile, ours, { caller, name })) / total;
      console.log(`  ${share.toFixed(1).padStart(6)}  ${what}`);
    }
    console.log('\n  single functions, ms');
    for (const [name, ms] of heaviest(profile, ours).slice(0, 40)) console.log(`  ${ms.toFixed(1).padStart(6)}  ${name}`);
  } finally {
    await lab.close();
  }
}
