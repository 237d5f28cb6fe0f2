/**
 * Backtests advice on what to post: the engine sees 200 posts of an account and says which format to make more of; the next 100
 * judge it. Usage: node scripts/run.mjs scripts/backtest-mix.ts FOLDER [--windows N]
 * FOLDER holds CSV files in the product's own columns, one account each, oldest post first. Printed per platform: how often advice is
 * given, what it promised and what came true (log lift against the account's own posts), the ratio of both, and how often advice is
 * given on a placebo (figures shuffled inside blocks of 30 posts, so that no format has any effect).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { mixtureQuantile } from '../core/engine/mix/effects/model';
import { inferenceOf } from '../core/engine/mix/effects/unit-effects';
import { factsOf } from '../core/engine/mix/facts';
import { groupPosts, type Unit, unitOf } from '../core/engine/units';
import type { MetricName } from '../core/model/metrics';
import { isPlatform } from '../core/model/platforms';
import type { KnownPost } from '../core/model/post';
import { FORMATS, type Format } from '../core/model/reading';
import { partsOfUnit } from '../core/model/unit-name';
import { type Random, seeded, shuffle } from '../core/stats/random';
import { mean, median, quantile } from '../core/stats/robust';

const SEEN = 200;
const JUDGED = 100;
const FEWEST_JUDGED = 3;
const FEWEST_IN_UNIT = 15;
const DAY_MS = 86_400_000;
const METRICS = ['views', 'likes', 'comments', 'saves', 'shares'] as const satisfies readonly MetricName[];

type Row = Record<string, string>;

function load(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
}

function postOf(row: Row, index: number, seenAt: number): KnownPost | null {
  const platform = row.platform ?? '';
  if (!isPlatform(platform)) return null;
  const metrics: KnownPost['snapshots'][number]['metrics'] = {};
  for (const name of METRICS) {
    const text = row[name];
    if (text === undefined || text === '') continue;
    const value = Number(text);
    metrics[name] = { value, low: value, high: value, raw: text };
  }
  const format = (FORMATS as readonly string[]).includes(row.format ?? '') ? (row.format as Format) : null;
  return {
    key: `${platform}|${row.account}|#${String(index).padStart(5, '0')}`,
    platform,
    account: row.account ?? '',
    post: {
      id: row.post_id ?? null,
      title: row.title ?? '',
      url: null,
      publishedAt: row.published_at ?? null,
      publishedPrecision: row.published_precision === 'day' ? 'day' : 'second',
      format,
      durationSeconds: row.duration_seconds ? Number(row.duration_seconds) : null,
      status: 'published',
      statusText: null,
      tags: [],
    },
    labels: {},
    snapshots: [{ seenAt, page: 'import/own-csv', metrics }],
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
  };
}

/** Figures shuffled inside blocks of 30 posts. */
function placebo(posts: readonly KnownPost[], random: Random): KnownPost[] {
  const snapshots = posts.map((post) => post.snapshots);
  for (let from = 0; from < posts.length; from += 30) shuffle(snapshots, random, from, Math.min(posts.length, from + 30));
  return posts.map((post, i) => ({ ...post, snapshots: snapshots[i] ?? [] }));
}

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

/** ln(1 + outcome) less the median of the 15 posts on either side. */
function residuals(posts: readonly KnownPost[]): number[] {
  const values = posts.map(({ snapshots: [last] }) => {
    const metrics = last?.metrics ?? {};
    const total = metrics.views?.value ?? METRICS.slice(1).reduce((sum, name) => sum + (metrics[name]?.value ?? 0), 0);
    return Math.log1p(total);
  });
  return values.map((value, i) => value - median(values.slice(Math.max(0, i - 15), i + 16)));
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
  const at = args.indexOf('--windows');
  const most = at < 0 ? 10 : Number(args.splice(at, 2)[1]);
  const [folder] = args;
  if (!folder) throw new Error('usage: backtest-mix.ts FOLDER [--windows N]');
  const random = seeded(20260628);
  const results: Result[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()) {
    const rows = load(join(folder, file));
    const offset = /([+-])(\d\d):\d\d$/.exec(rows[0]?.published_at ?? '');
    const zone = offset ? `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}` : 'UTC';
    for (let from = rows.length - SEEN - JUDGED, taken = 0; from >= 0 && taken < most; from -= JUDGED, taken++) {
      const last = Date.parse(rows[from + SEEN + JUDGED - 1]?.published_at ?? '');
      const seenAt = last + 40 * DAY_MS;
      const posts = rows.slice(from, from + SEEN + JUDGED).flatMap((row, i) => postOf(row, i, seenAt) ?? []);
      const seen = posts.slice(0, SEEN);
      const judged = posts.slice(SEEN);
      const advice = adviceOn(seen, seenAt, zone);
      const counts = new Map<string, number>();
      for (const { post } of seen) counts.set(post.format ?? '', (counts.get(post.format ?? '') ?? 0) + 1);
      results.push({
        account: file,
        platform: seen[0]?.platform ?? '',
        formats: [...counts.values()].filter((count) => count >= 8).length,
        claims: advice.length > 0,
        placebo: adviceOn(placebo(seen, random), seenAt, zone).length > 0,
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
