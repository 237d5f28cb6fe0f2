/**
 * The four parts of the score (operating plan D1) as percentiles among posts of one age. A measure counts only where the post shows
 * it and enough of the others do: a figure that no page showed takes no part, it is not a zero.
 */
import type { MetricName } from '../../model/metrics';
import type { ScorePart } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import type { Look } from '../mix/facts';
import { percentileOn, type Scale, scaleOf } from './percentile';
import { type RatePrior, ratePrior, weightedRate } from './rates';

/** A post at the age of the reference. */
export interface Entry {
  look: Look;
  /** Order of publishing. */
  place: number;
  /** Days since the post before; null for the first. */
  gapDays: number | null;
}

/** A value and how far it may be off (sd, same unit). */
interface Value {
  value: number;
  sd: number;
}

interface Measure {
  name: string;
  part: ScorePart;
  scale: Scale;
  /** Less is better. */
  inverted: boolean;
  of(entry: Entry): Value | null;
}

/** Metrics that posts are compared by only where this share of them shows it. */
const ENOUGH = 0.8;
export const EXPOSURES = ['views', 'reach', 'impressions'] as const satisfies readonly MetricName[];
const ACTIONS = ['likes', 'saves', 'comments', 'shares', 'followersGained'] as const satisfies readonly (MetricName &
  keyof Plan['indicator']['actionWeights'])[];
/** The first that is shown stands for how much of the post was watched. */
const WATCHED = [
  'completionRate',
  'averageViewedShare',
  'stayedToWatchRate',
  'completionRate5s',
] as const satisfies readonly MetricName[];
/** The first that is shown stands for being turned away from. */
const AVERSION = ['swipeAwayRate', 'exitRate3s', 'exitRate2s'] as const satisfies readonly MetricName[];
const AVERSION_COUNTS = ['dislikes', 'followersLost'] as const satisfies readonly MetricName[];
const HALF_WIDTH_80 = 1.2816;

export interface Parts {
  parts: Record<ScorePart, number | null>;
  /** Half the 80 % interval of each part. */
  halfWidths: Record<ScorePart, number>;
  /** Percentile of each measure. */
  measures: Record<string, number>;
}

export class Reference {
  private readonly measures: Measure[] = [];
  readonly targetGapDays: number;

  constructor(
    entries: readonly Entry[],
    private readonly plan: Plan,
  ) {
    const fewest = plan.score.fewestPosts;
    const exposure = EXPOSURES.find((name) => shownBy(entries, name) >= ENOUGH * entries.length) ?? null;
    const add = (name: string, part: ScorePart, of: Measure['of'], inverted = false) => {
      const known = entries.flatMap((entry) => {
        const own = of(entry);
        return own ? { value: own.value, place: entry.place } : [];
      });
      if (known.length < fewest) return;
      const scale = scaleOf(
        known.map(({ value }) => value),
        known.map(({ place }) => place),
      );
      this.measures.push({ name, part, scale, inverted, of });
    };
    const plain = (name: MetricName) => (entry: Entry) => {
      const value = entry.look.metrics[name];
      return value === undefined ? null : { value, sd: 0 };
    };
    add('engagementRate', 'engagement', this.engagement(entries, exposure));
    const watched = firstShown(entries, WATCHED, fewest);
    if (watched) add(watched, 'quality', plain(watched));
    add('clickThroughRate', 'quality', plain('clickThroughRate'));
    add('saveRate', 'quality', rateOf(entries, 'saves', exposure));
    const aversion = firstShown(entries, AVERSION, fewest);
    const aversionCount = firstShown(entries, AVERSION_COUNTS, fewest);
    if (aversion) add(aversion, 'quality', plain(aversion), true);
    else if (aversionCount) add(`${aversionCount}Rate`, 'quality', rateOf(entries, aversionCount, exposure), true);
    add('followRate', 'audience', rateOf(entries, 'followersGained', exposure));
    add('newViewerShare', 'audience', newViewerShare);
    const planned = 7 / plan.cadence.postsPerWeek;
    const gaps = entries.flatMap(({ gapDays }) => (gapDays === null ? [] : gapDays)).sort((a, b) => a - b);
    // Who posts more often than planned is measured by the own rhythm, not punished for it.
    this.targetGapDays = Math.min(planned, Math.max(gaps[gaps.length >> 1] ?? planned, 1 / 24));
  }

  /** Names of the measures that are known at all, per part. */
  known(part: ScorePart): string[] {
    return this.measures.filter((measure) => measure.part === part).map(({ name }) => name);
  }

  partsOf(entry: Entry): Parts {
    const measures: Record<string, number> = {};
    const collected: Record<ScorePart, { score: number; half: number }[]> = {
      engagement: [],
      quality: [],
      audience: [],
      frequency: [],
    };
    for (const { name, part, scale, inverted, of } of this.measures) {
      const own = of(entry);
      if (!own) continue;
      const at = (value: number) => percentileOn(scale, value, entry.place);
      const score = inverted ? 100 - at(own.value) : at(own.value);
      const reach = HALF_WIDTH_80 * own.sd;
      const half = reach > 0 ? (at(own.value + reach) - at(own.value - reach)) / 2 : 0;
      measures[name] = Math.round(score);
      collected[part].push({ score, half });
    }
    const rhythm = this.rhythm(entry.gapDays);
    if (rhythm !== null) collected.frequency.push({ score: rhythm, half: 0 });
    const mean = (part: ScorePart) => {
      const list = collected[part];
      return list.length === 0 ? null : list.reduce((sum, { score }) => sum + score, 0) / list.length;
    };
    const half = (part: ScorePart) =>
      Math.sqrt(collected[part].reduce((sum, one) => sum + one.half ** 2, 0)) / Math.max(1, collected[part].length);
    return {
      parts: {
        engagement: mean('engagement'),
        quality: mean('quality'),
        audience: mean('audience'),
        frequency: mean('frequency'),
      },
      halfWidths: {
        engagement: half('engagement'),
        quality: half('quality'),
        audience: half('audience'),
        frequency: half('frequency'),
      },
      measures,
    };
  }

  /** 100 at the target pause, 0 at a quarter or four times of it. */
  private rhythm(gapDays: number | null): number | null {
    if (gapDays === null) return null;
    return 100 * Math.max(0, 1 - Math.abs(Math.log(Math.max(gapDays, 1e-3) / this.targetGapDays)) / Math.log(4));
  }

  /** ln of the weighted actions per view; per post where no page shows views. A post that lacks one of the actions has none. */
  private engagement(entries: readonly Entry[], exposure: MetricName | null): Measure['of'] {
    const actions = ACTIONS.filter((name) => shownBy(entries, name) >= ENOUGH * entries.length);
    if (actions.length === 0) return () => null;
    const weightOf = (name: (typeof ACTIONS)[number]) => this.plan.indicator.actionWeights[name];
    if (!exposure) {
      return ({ look }) => {
        let total = 0;
        for (const name of actions) {
          const count = look.metrics[name];
          if (count === undefined) return null;
          total += weightOf(name) * count;
        }
        return { value: Math.log1p(total), sd: 0 };
      };
    }
    const priors = actions.map((name) => priorOf(entries, name, exposure));
    return ({ look }) => {
      const views = look.metrics[exposure];
      if (views === undefined || !(views > 0)) return null;
      const list: { count: number; weight: number; prior: RatePrior }[] = [];
      for (const [i, name] of actions.entries()) {
        const count = look.metrics[name];
        const prior = priors[i];
        if (count === undefined || !prior) return null;
        list.push({ count, weight: weightOf(name), prior });
      }
      const { log, sd } = weightedRate(list, views);
      return { value: log, sd };
    };
  }
}

const shownBy = (entries: readonly Entry[], name: MetricName) =>
  entries.filter(({ look }) => look.metrics[name] !== undefined).length;

function firstShown<N extends MetricName>(entries: readonly Entry[], names: readonly N[], fewest: number): N | null {
  return names.find((name) => shownBy(entries, name) >= fewest) ?? null;
}

function priorOf(entries: readonly Entry[], name: MetricName, exposure: MetricName): RatePrior | null {
  const known = entries.flatMap(({ look }) => {
    const count = look.metrics[name];
    const views = look.metrics[exposure];
    return count !== undefined && views !== undefined && views > 0 ? { count, views } : [];
  });
  return ratePrior(
    known.map(({ count }) => count),
    known.map(({ views }) => views),
  );
}

function rateOf(entries: readonly Entry[], name: MetricName, exposure: MetricName | null): Measure['of'] {
  const prior = exposure && priorOf(entries, name, exposure);
  if (!exposure || !prior) return () => null;
  return ({ look }) => {
    const count = look.metrics[name];
    const views = look.metrics[exposure];
    if (count === undefined || views === undefined || !(views > 0)) return null;
    const { log, sd } = weightedRate([{ count, weight: 1, prior }], views);
    return { value: log, sd };
  };
}

function newViewerShare({ look }: Entry): Value | null {
  const { newViewers, returningViewers } = look.metrics;
  if (newViewers === undefined || returningViewers === undefined || newViewers + returningViewers <= 0) return null;
  return { value: newViewers / (newViewers + returningViewers), sd: 0 };
}
