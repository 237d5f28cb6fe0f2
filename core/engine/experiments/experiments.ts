/** Experiments (F6): randomised pairs of similar posts, read at any time, never called early (`engine.md` 2.7). */
import type { KnownPost } from '../../model/post';
import type { Experiment } from '../../model/workspace/objects';
import type { ExperimentView } from '../../model/workspace/view';
import { differencesOf, forcedArm, readPairs } from '../../stats/paired-trial';
import { robustSd } from '../../stats/robust';
import { postsPerArm } from '../../stats/sequential';
import { titleLikeness } from '../calendar/match';
import { interactionSum } from '../goals/interactions';
import type { AccountFacts } from '../goals/series';
import type { PostFacts } from '../mix/facts';
import { ratePrior, weightedRate } from '../score/rates';
import { nextPeriodArm, readSwap } from './swap';

const DAY = 86_400_000;
/** A post is looked for this long after its arm was drawn. */
const LATEST = 21 * DAY;
const FEWEST_FOR_SPREAD = 10;
const SHOWN_LIFTS = [0.2, 0.5, 1];

/** Nothing above the assignments may change any more. */
export const isFrozen = ({ assignments, periods = [], result }: Experiment): boolean =>
  assignments.length > 0 || periods.length > 0 || result !== undefined;

export function experimentView(
  experiment: Experiment,
  accounts: readonly AccountFacts[],
  posts: readonly KnownPost[],
): ExperimentView {
  const { design = 'pairs' } = experiment;
  if (design !== 'pairs') return { ...apart(experiment), design };
  const mine = accounts.filter(({ platform, account }) => platform === experiment.platform && account === experiment.account);
  const facts = new Map(mine.flatMap(({ posts: own }) => own.map((post) => [post.key, post] as const)));
  const own = posts.filter(({ platform, account }) => platform === experiment.platform && account === experiment.account);
  const real = matchAssignments(experiment, own);
  const values = outcomesOf(experiment, [...facts.values()]);
  const rows = experiment.assignments.map(({ arm, at, title }, i) => {
    const post = real[i];
    return {
      arm,
      at,
      title,
      real: post ? { key: post.key, title: post.post.title } : null,
      counted: post !== undefined && values.has(post.key),
    };
  });
  const differences = differencesOf(rows, ({ real: post }) => values.get(post?.key ?? ''));
  const reading = readPairs(differences, { largestPosts: experiment.largestPosts, ended: experiment.endedAt !== undefined });
  const spread = robustSd([...values.values()]);
  return {
    experiment,
    design,
    frozen: isFrozen(experiment),
    posts: rows,
    nextArm: forcedArm(experiment.assignments),
    needed:
      values.size >= FEWEST_FOR_SPREAD && spread > 0
        ? SHOWN_LIFTS.map((lift) => ({ lift, posts: postsPerArm(spread, lift) }))
        : null,
    ...reading,
    verdict: reading.verdict === 'running' && !isFrozen(experiment) ? 'planned' : reading.verdict,
  };
}

/** A swap on one post, and the platform's own test: neither is made of pairs. */
function apart(experiment: Experiment): Omit<ExperimentView, 'design'> {
  const { periods = [], result, largestPosts, endedAt, design } = experiment;
  const none = { experiment, frozen: isFrozen(experiment), posts: [], pairs: 0, eValue: 1, needed: null };
  if (design === 'swap')
    return {
      ...none,
      nextArm: nextPeriodArm(periods),
      ...readSwap(periods, { largest: largestPosts, ended: endedAt !== undefined }),
    };
  const verdicts = { a: 'aBetter', b: 'bBetter', none: 'undecided' } as const;
  const { a = null, b = null } = result ?? {};
  const lift = a !== null && b !== null && b > 0 ? a / b - 1 : null;
  return {
    ...none,
    nextArm: null,
    // The platform gives no range: a point, where it gives figures.
    lift: lift === null ? null : { low: lift, median: lift, high: lift },
    verdict: result ? verdicts[result.winner] : endedAt === undefined ? 'planned' : 'undecided',
  };
}

/**
 * The real post of each assignment, in their order: what the creator said; else the first post of the account published after the
 * draw and before the next one's, preferring a title like the planned one; each post once.
 */
function matchAssignments(experiment: Experiment, posts: readonly KnownPost[]): (KnownPost | undefined)[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const taken = new Set(experiment.assignments.flatMap(({ post }) => post ?? []));
  const public_ = posts
    .filter(({ post }) => post.publishedAt !== null && (post.status === null || post.status === 'published'))
    .map((post) => ({ post, at: Date.parse(post.post.publishedAt ?? '') }))
    .sort((a, b) => a.at - b.at || (a.post.key < b.post.key ? -1 : 1));
  return experiment.assignments.map((assignment) => {
    if (assignment.post) return byKey.get(assignment.post);
    if (assignment.post === null) return undefined;
    const drawn = Date.parse(assignment.at);
    const near = public_.filter(({ post, at }) => at >= drawn && at <= drawn + LATEST && !taken.has(post.key));
    const titled =
      assignment.title.trim() === '' ? near : near.filter(({ post }) => titleLikeness(assignment.title, post.post.title) >= 0.5);
    const inPillar = experiment.pillar
      ? titled.filter(({ post }) => (post.labels.pillar ?? experiment.pillar) === experiment.pillar)
      : titled;
    const found = inPillar[0]?.post;
    if (found) taken.add(found.key);
    return found;
  });
}

/** Log outcome by post: ln(1 + reach) at the horizon, or the log of a rate held towards the account's own (log-odds for completion). */
export function outcomesOf({ outcome }: Pick<Experiment, 'outcome'>, posts: readonly PostFacts[]): Map<string, number> {
  if (outcome === 'reach') return new Map(posts.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])));
  if (outcome === 'completionRate') {
    return new Map(
      posts.flatMap(({ key, mature }) => {
        const rate = mature?.metrics.completionRate;
        if (rate === undefined) return [];
        // Half a per cent from the edges: a printed 0 % or 100 % is rounded.
        const held = Math.min(0.995, Math.max(0.005, rate));
        return [[key, Math.log(held / (1 - held))] as const];
      }),
    );
  }
  const interactions = interactionSum(posts.flatMap(({ mature }) => mature ?? []));
  const counted = posts.flatMap(({ key, mature }) => {
    const metrics = mature?.metrics;
    const exposure = metrics?.views ?? metrics?.reach ?? metrics?.impressions;
    if (!metrics || !exposure) return [];
    const count = outcome === 'saveRate' ? metrics.saves : (interactions(metrics) ?? undefined);
    return count === undefined ? [] : [{ key, count, exposure }];
  });
  const prior = ratePrior(
    counted.map(({ count }) => count),
    counted.map(({ exposure }) => exposure),
  );
  if (!prior) return new Map();
  return new Map(counted.map(({ key, count, exposure }) => [key, weightedRate([{ count, weight: 1, prior }], exposure).log]));
}
