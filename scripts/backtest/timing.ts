/**
 * Backtests posting times: the engine sees 200 posts of an account and names hours; the next 100 judge them.
 * Usage: npm run backtest:timing -- FOLDER [--windows N]
 * FOLDER holds CSV files in the product's own columns, one account each, oldest post first. Printed per platform, with 95 % ranges over
 * accounts drawn anew: how often hours are named (a hint or more), what was promised and what came true (log lift against the
 * account's own posts), the gain (mean of what came true over all stretches, silence counted as nothing), the same for the lean, and
 * how often hours are named on a placebo.
 */
import { timingOf } from '../../core/engine/timing/timing';
import { contains } from '../../core/engine/timing/windows';
import { groupPosts, unitOf } from '../../core/engine/units';
import { type LocalTime, localTime } from '../../core/history/clock';
import type { KnownPost } from '../../core/model/post';
import type { TimingReport, TimingWindow } from '../../core/model/report';
import { partsOfUnit } from '../../core/model/unit-name';
import { type Random, seeded } from '../../core/stats/random';
import { mean, median, quantile } from '../../core/stats/robust';
import { folderAndMost, placebo, residuals, type Stretch, stretches } from './accounts';

const FEWEST_JUDGED = 3;
const FEWEST_IN_UNIT = 15;
const DRAWS = 2000;

/** One set of hours: what it promised and what came true (log lifts), and the share of the judged posts that its unit makes. */
interface Judged {
  promised: number;
  realised: number;
  share: number;
}

interface Result {
  account: string;
  platform: string;
  /** Per unit: what was named on the real posts, and on the placebo. */
  real: TimingReport[];
  placebo: TimingReport[];
  claims: Judged[];
  leans: Judged[];
}

function reportsOn(posts: readonly KnownPost[], { zone, now }: Stretch): TimingReport[] {
  // Labels: all that is known of the posts of these accounts is their format.
  const labelled = posts.map((post) => ({ ...post, labels: { pillar: post.post.format ?? '' } }));
  return [...groupPosts(labelled).values()].map((group) =>
    timingOf(unitOf(group, { accountReadings: [], zone, now }), { locale: 'en', seed: 1, now }),
  );
}

const isNamed = ({ state, windows }: TimingReport) =>
  (state === 'hint' || state === 'supported') && windows.some(({ recommended }) => recommended);
const namedIn = (report: TimingReport) => (isNamed(report) ? report.windows.filter(({ recommended }) => recommended) : []);

function judge({ unit }: TimingReport, windows: readonly TimingWindow[], { judged, zone }: Stretch): Judged[] {
  const { format } = partsOfUnit(unit);
  const inUnit = judged.filter(({ post }) => format === 'all' || post.format === format);
  if (windows.length === 0 || inUnit.length < FEWEST_IN_UNIT) return [];
  const own = residuals(inUnit);
  const times = inUnit.map(({ post }): LocalTime => localTime(Date.parse(post.publishedAt ?? ''), zone));
  const inside = own.filter((_, i) => windows.some((window) => contains(window, times[i] as LocalTime)));
  if (inside.length < FEWEST_JUDGED) return [];
  const promised = mean(windows.map(({ lift, withTopics }) => Math.log1p((withTopics ?? lift).median)));
  return [{ promised, realised: mean(inside) - mean(own), share: inUnit.length / judged.length }];
}

function resultOf(stretch: Stretch, random: Random): Result {
  const real = reportsOn(stretch.seen, stretch);
  return {
    account: stretch.account,
    platform: stretch.platform,
    real,
    placebo: reportsOn(placebo(stretch.seen, random), stretch),
    claims: real.flatMap((report) => judge(report, namedIn(report), stretch)),
    leans: real.flatMap((report) => judge(report, report.lean?.windows ?? [], stretch)),
  };
}

const gainOf = (list: readonly Judged[]) => {
  const weight = list.reduce((sum, { share }) => sum + share, 0);
  return list.reduce((sum, { share, realised }) => sum + share * realised, 0) / Math.max(1, weight);
};
const ratioOf = (list: readonly Judged[]) =>
  mean(list.map(({ realised }) => realised)) / mean(list.map(({ promised }) => promised));
const shareOf = (list: readonly TimingReport[], test: (report: TimingReport) => boolean) =>
  list.filter(test).length / Math.max(1, list.length);

function main(args: string[]): void {
  const { folder, most } = folderAndMost(args, 'npm run backtest:timing -- FOLDER [--windows N]');
  const random = seeded(20260628);
  const results: Result[] = [];
  for (const stretch of stretches(folder, most))
    if (stretch.seen.every(({ post }) => post.publishedPrecision !== 'day')) results.push(resultOf(stretch, random));

  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lift = (log: number) => `${log >= 0 ? '+' : ''}${percent(Math.expm1(log))}`;
  for (const [platform, own] of Map.groupBy(results, (result) => result.platform)) {
    const accounts = [...Map.groupBy(own, ({ account }) => account).values()];
    /** A figure with the range in which 95 % of its values lie when accounts are drawn anew: stretches of one account are no strangers. */
    const ranged = (figure: (list: readonly Result[]) => number) => {
      const drawn = Array.from({ length: DRAWS }, () =>
        figure(accounts.flatMap(() => accounts[Math.floor(random() * accounts.length)] ?? [])),
      );
      return `${figure(own).toFixed(3)} (${quantile(drawn, 0.025).toFixed(3)} to ${quantile(drawn, 0.975).toFixed(3)})`;
    };
    const supported = (report: TimingReport) => isNamed(report) && report.state === 'supported';
    const claims = own.flatMap((result) => result.claims);
    const promises = own.flatMap(({ real }) => real.flatMap(namedIn)).map(({ withTopics, lift }) => (withTopics ?? lift).median);
    console.log(`${platform}: ${own.length} stretches of ${accounts.length} accounts`);
    console.log(
      `  hours named on ${percent(own.filter(({ real }) => real.some(isNamed)).length / own.length)} (supported ${percent(own.filter(({ real }) => real.some(supported)).length / own.length)}); on the placebo ${percent(
        shareOf(
          own.flatMap((result) => result.placebo),
          isNamed,
        ),
      )} of units (supported ${percent(
        shareOf(
          own.flatMap((result) => result.placebo),
          supported,
        ),
      )}); largest promise ${promises.length > 0 ? lift(Math.log1p(Math.max(...promises))) : '–'}`,
    );
    if (claims.length > 0)
      console.log(
        `  promised ${lift(median(claims.map(({ promised }) => promised)))}, came true ${lift(median(claims.map(({ realised }) => realised)))} (medians of ${claims.length}); gain ${ranged((list) => mean(list.map((result) => gainOf(result.claims))))}`,
      );
    console.log(
      `  lean: gain ${ranged((list) => mean(list.map(({ leans }) => gainOf(leans))))}, realised / promised ${ranged((list) => ratioOf(list.flatMap(({ leans }) => leans)))}`,
    );
  }
}

main(process.argv.slice(2));
