/**
 * What the content mix, the score and the growth report need of each post, taken from its history once: labels, and its figures at
 * one comparable age. Small enough to be kept per unit, so that the account's parts can be put together from the units' facts.
 */

import { localTime } from '../../history/clock';
import type { ComparablePost } from '../../history/comparable';
import { ageHours } from '../../history/horizon';
import type { Labels } from '../../model/labels';
import { METRICS, type MetricName } from '../../model/metrics';
import type { KnownPost, Snapshot } from '../../model/post';
import type { Format, PostStatus } from '../../model/reading';
import type { Unit } from '../units';

/** The figures of one post at one age. A metric that no page showed near that age is absent. */
export interface Look {
  ageHours: number;
  metrics: Partial<Record<MetricName, number>>;
}

export interface PostFacts {
  key: string;
  /** Milliseconds since the epoch; null when no page showed a date. */
  publishedAt: number | null;
  /** Local day in the unit's zone (days since the epoch); null with `publishedAt`. */
  day: number | null;
  format: Format | null;
  durationSeconds: number | null;
  title: string;
  tags: readonly string[];
  labels: Labels;
  status: PostStatus | null;
  /** Public, dated, not a repost: counts for the mix. */
  posted: boolean;
  /** At the horizon or as near after it as was seen; null for younger posts. */
  mature: Look | null;
  /** Of posts younger than the horizon: the newest figures. */
  young: Look | null;
  /** ln(1 + outcome) where the post can be compared. */
  value: number | null;
  lastSeenAt: number;
}

/** A look is taken to be of the horizon from this share of its age on, as in `core/history/growth.ts`. */
const NEAR = 0.15;
const DAY_HOURS = 24;

/**
 * The figures nearest to `age` hours. Counts come from looks within a day (or 15 % of the age) of each other, so that a rate has its
 * numerator and its denominator from one moment; figures that do not add up over time (ratios, seconds, stars) may come from any
 * look old enough. Null when every look is younger than 85 % of `age`.
 */
export function lookAt(snapshots: readonly Snapshot[], publishedAt: number, age: number): Look | null {
  const least = age * (1 - NEAR);
  let base: { age: number; far: number } | null = null;
  for (const snapshot of snapshots) {
    const seen = ageHours(publishedAt, snapshot.seenAt);
    if (seen < least) continue;
    const far = Math.abs(Math.log(seen / age));
    if (!base || far < base.far) base = { age: seen, far };
  }
  if (!base) return null;
  return gather(snapshots, publishedAt, base.age, least);
}

/** Looks of two posts are of one age within this factor. */
export const SAME_AGE = Math.log(1.25);

/** The figures among the looks of that age alone; null without any. */
export function lookOfAge(snapshots: readonly Snapshot[], publishedAt: number, age: number): Look | null {
  const near = snapshots.filter(({ seenAt }) => {
    const ratio = Math.max(1e-3, ageHours(publishedAt, seenAt)) / age;
    // Most looks are far off, which needs no logarithm.
    return ratio < 2 && ratio > 0.5 && Math.abs(Math.log(ratio)) <= SAME_AGE;
  });
  return near.length === 0 ? null : lookAt(near, publishedAt, age);
}

/** The newest figures, with those of other pages seen within a day before. */
export function newestLook(snapshots: readonly Snapshot[], publishedAt: number): Look | null {
  const last = snapshots.at(-1);
  if (!last) return null;
  const age = ageHours(publishedAt, last.seenAt);
  return age > 0 ? gather(snapshots, publishedAt, age, 0) : null;
}

function gather(snapshots: readonly Snapshot[], publishedAt: number, age: number, least: number): Look {
  const reach = Math.max(DAY_HOURS, NEAR * age);
  const metrics: Look['metrics'] = {};
  const distance: Partial<Record<MetricName, number>> = {};
  for (const snapshot of snapshots) {
    const seen = ageHours(publishedAt, snapshot.seenAt);
    if (seen < least || seen <= 0) continue;
    const far = Math.abs(seen - age);
    for (const key in snapshot.metrics) {
      const name = key as MetricName;
      if (METRICS[name].cumulative && far > reach) continue;
      const known = distance[name];
      const figure = snapshot.metrics[name];
      if (!figure || (known !== undefined && known <= far)) continue;
      metrics[name] = figure.value;
      distance[name] = far;
    }
  }
  return { ageHours: age, metrics };
}

/** Facts of every post of a unit, oldest first, undated ones last. */
export function factsOf(unit: Unit): PostFacts[] {
  const comparable = new Map(unit.comparable.posts.map((post) => [post.key, post]));
  const seen = new Set<string>();
  const facts: PostFacts[] = [];
  for (const post of unit.posts) {
    if (seen.has(post.key)) continue;
    seen.add(post.key);
    facts.push(factOf(post, unit, comparable.get(post.key) ?? null));
  }
  return facts.sort(byTime);
}

export function byTime(a: PostFacts, b: PostFacts): number {
  return (a.publishedAt ?? Infinity) - (b.publishedAt ?? Infinity) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || 0;
}

function factOf(known: KnownPost, unit: Unit, comparable: ComparablePost | null): PostFacts {
  const { post, labels, snapshots } = known;
  const parsed = post.publishedAt === null ? Number.NaN : Date.parse(post.publishedAt);
  const publishedAt = Number.isNaN(parsed) ? null : parsed;
  const published = post.status === null || post.status === 'published';
  const mature = publishedAt === null || !published ? null : lookAt(snapshots, publishedAt, unit.horizonHours);
  return {
    key: known.key,
    publishedAt,
    day: publishedAt === null ? null : localTime(publishedAt, unit.zone).day,
    format: post.format,
    durationSeconds: post.durationSeconds,
    title: post.title,
    tags: post.tags,
    labels,
    status: post.status,
    posted: published && publishedAt !== null && !labels.repost && publishedAt <= known.lastSeenAt,
    mature,
    young: mature === null && publishedAt !== null && published ? newestLook(snapshots, publishedAt) : null,
    value: comparable?.value ?? null,
    lastSeenAt: known.lastSeenAt,
  };
}
