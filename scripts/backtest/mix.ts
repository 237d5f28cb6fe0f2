/**
 * Backtests advice on what to post: the engine sees 200 posts of an account and says which format to make more of; the next 100
 * judge it. Usage: npm run backtest:mix -- FOLDER [--windows N]
 * FOLDER holds CSV files in the product's own columns, one account each, oldest post first. Printed per platform: how often advice is
 * given, what it promised and what came true (log lift against the account's own posts), the ratio of both, and how often advice is
 * given on a placebo (figures shuffled inside blocks of 30 posts, so that no format has any effect).
 */
import { mixtureQuantile } from '../../core/engine/mix/effects/model';
import { inferenceOf } from '../../core/engine/mix/effects/unit-effects';
import { factsOf } from '../../core/engine/mix/facts';
import { groupPosts, type Unit, unitOf } from '../../core/engine/units';
import type { KnownPost } from '../../core/model/post';
import { partsOfUnit } from '../../core/model/unit-name';
import { seeded } from '../../core/stats/random';
import { mean, median, quantile } from '../../core/stats/robust';
import { folderAndMost, placebo, residuals, stretches } from './accounts';

const USAGE = 'npm run backtest:mix -- FOLDER [--windows N]';
const FEWEST_JUDGED = 3;
const FEWEST_IN_UNIT = 15;

interface Advice {
  unit: string;
  format: string;
  direction: 'more' | 'less';
  promised: number;
}

function adviceOn(posts: readonly KnownPost[], now: number, zone: string): Advice[] {
  const context = { accountReadings: [], zone, now };
  return [...groupPosts(posts).values()].flatMap((group) => {
    const unit: Unit = unitOf(group, context);
    const facts = factsOf(unit);
    // With everything else that is asked of these posts: advice on formats pays for the other questions too.
    const { effects } = inferenceOf(unit, facts, { zone, seed: 1 });
    const formats = effects?.factors.filter(({ factor }) => factor === 'format') ?? [];
    return formats.flatMap(({ levels }) =>
      levels.flatMap(({ id, advice, effect }) =>
        advice && effect ? [{ unit: unit.unit, format: id, direction: advice, promised: mixtureQuantile(effect, 0.5) }] : [],
      ),
    );
  });
}

interface Result {
  account: string;
  platform: string;
  claims: boolean;
  placebo: boolean;
  judged: { promised: number; realised: number; direction: 'more' | 'less' }[];
  formats: number;
}

function main(args: string[]): void {
  const { folder, most } = folderAndMost(args, USAGE);
  const random = seeded(20260628);
  const results: Result[] = [];
  for (const { account, platform, zone, now, seen, judged } of stretches(folder, most)) {
    const advice = adviceOn(seen, now, zone);
    const counts = new Map<string, number>();
    for (const { post } of seen) counts.set(post.format ?? '', (counts.get(post.format ?? '') ?? 0) + 1);
    results.push({
      account,
      platform,
      formats: [...counts.values()].filter((count) => count >= 8).length,
      claims: advice.length > 0,
      placebo: adviceOn(placebo(seen, random), now, zone).length > 0,
      judged: advice.flatMap(({ unit, format, direction, promised }) => {
        const family = partsOfUnit(unit).format;
        const inUnit = judged.filter(({ post }) => (family === 'all' ? true : post.format === family));
        const own = residuals(inUnit);
        const inside = own.filter((_, i) => inUnit[i]?.post.format === format);
        if (inUnit.length < FEWEST_IN_UNIT || inside.length < FEWEST_JUDGED) return [];
        return [{ promised, realised: mean(inside) - mean(own), direction }];
      }),
    });
  }
  const percent = (log: number) => `${log >= 0 ? '+' : ''}${Math.round(Math.expm1(log) * 100)} %`;
  /** 80 % interval of the share of windows with a claim, accounts drawn with replacement: windows of one account are no strangers. */
  const byAccounts = (list: readonly Result[]) => {
    const accounts = [...Map.groupBy(list, ({ account }) => account).values()];
    const shares = Array.from({ length: 1000 }, () => {
      const drawn = accounts.flatMap(() => accounts[Math.floor(random() * accounts.length)] ?? []);
      return drawn.filter(({ claims }) => claims).length / Math.max(1, drawn.length);
    });
    return `${(100 * quantile(shares, 0.1)).toFixed(0)}–${(100 * quantile(shares, 0.9)).toFixed(0)}`;
  };
  const share = (list: readonly boolean[]) => `${((100 * list.filter(Boolean).length) / Math.max(1, list.length)).toFixed(1)} %`;
  for (const platform of [...new Set(results.map((result) => result.platform)), 'all']) {
    const own = results.filter((result) => platform === 'all' || result.platform === platform);
    const judged = own.flatMap((result) => result.judged);
    const line = (list: typeof judged) =>
      list.length === 0
        ? '–'
        : `promised ${percent(median(list.map(({ promised }) => promised)))} realised ${percent(median(list.map(({ realised }) => realised)))} ratio ${(mean(list.map(({ realised }) => realised)) / mean(list.map(({ promised }) => promised))).toFixed(2)} came true ${share(list.map(({ promised, realised }) => promised * realised > 0))} of ${list.length}`;
    console.log(
      [
        `${platform.padEnd(9)} windows ${own.length}`,
        `with two formats ${share(own.map(({ formats }) => formats > 1))}`,
        `claims ${share(own.map(({ claims }) => claims))} (${byAccounts(own)})`,
        `placebo ${share(own.map((result) => result.placebo))}`,
        `more: ${line(judged.filter(({ direction }) => direction === 'more'))}`,
        `less: ${line(judged.filter(({ direction }) => direction === 'less'))}`,
      ].join('  '),
    );
  }
}

main(process.argv.slice(2));
