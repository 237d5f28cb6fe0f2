/** C2: knowledge, experience, emotion, interaction against the plan, counted in posts. */
import { KINDS, type Kind } from '../../../model/labels';
import type { KindsAdherence } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import { largestRemainder } from '../../../stats/proportions';
import { seeded } from '../../../stats/random';
import type { MixTexts } from '../texts';
import { countBy, indices, labelsNeeded, type Posted, weeksOf, whyOf } from './window';

/** In plan: no kind off by more than a post, or the shares off by no more than this together. */
const NEAR = 0.1;
const HABIT = { p: 0.1, distance: 0.15, draws: 2000 };
const NEXT_POSTS = 10;

export function kindsOf(window: readonly Posted[], plan: Plan, seed: number, words: MixTexts): Omit<KindsAdherence, 'shift'> {
  const labelled = window.filter(({ labels }) => labels.kind !== undefined);
  const need = labelsNeeded(window.length);
  const counts = countBy(labelled, ({ labels }) => labels.kind);
  const targets = KINDS.map((kind) => plan.content.kinds[kind]);
  const n = labelled.length;
  const wanted = largestRemainder(targets, n);
  const why = whyOf('mix.kinds', {
    inputs: { ...Object.fromEntries(KINDS.map((kind) => [kind, counts.get(kind) ?? 0])), window: window.length },
    posts: indices(labelled),
    weeks: weeksOf(labelled),
    have: n,
    need,
  });
  const none = { distance: null, inPlan: null, habitDiffers: null, next: [], unlabelled: window.length - n };
  if (n < need) {
    why.missing.push(words.missingKinds(n, need, window.length));
    return { kinds: { value: null, why }, ...none, statement: words.kindsUnknown(n, need) };
  }
  const kinds = KINDS.map((kind, i) => {
    const posts = counts.get(kind) ?? 0;
    const targetPosts = wanted[i] ?? 0;
    return { kind, posts, share: posts / n, target: targets[i] ?? 0, targetPosts, deviation: posts - targetPosts };
  });
  const total = targets.reduce((a, b) => a + b, 0);
  const distance = kinds.reduce((sum, { share, target }) => sum + Math.abs(share - target / total), 0) / 2;
  const inPlan = kinds.every(({ deviation }) => Math.abs(deviation) <= 1) || distance <= NEAR;
  const habitDiffers =
    distance >= HABIT.distance &&
    chanceOf(
      kinds.map(({ posts }) => posts),
      targets,
      seed,
    ) < HABIT.p;
  const next = nextKinds(
    labelled.map(({ labels }) => labels.kind),
    targets,
    NEXT_POSTS,
  );
  return {
    kinds: { value: kinds, why },
    distance,
    inPlan,
    habitDiffers,
    next,
    unlabelled: window.length - n,
    statement: inPlan
      ? words.kindsInPlan(n)
      : words.kindsOff(
          kinds.filter(({ deviation }) => Math.abs(deviation) > 1),
          n,
        ),
  };
}

/**
 * The kinds of the next posts: each time the one that lacks most in the window as it will then be (the oldest post leaves as a new
 * one comes). `window`: oldest first.
 */
export function nextKinds(window: readonly (Kind | undefined)[], targets: readonly number[], posts: number): Kind[] {
  const sliding = window.filter((kind) => kind !== undefined);
  const total = targets.reduce((a, b) => a + b, 0);
  const next: Kind[] = [];
  for (let k = 0; k < posts && total > 0; k++) {
    sliding.shift();
    const size = sliding.length + 1;
    const lacks = KINDS.map((kind, i) => ({
      kind,
      lack: (size * (targets[i] ?? 0)) / total - sliding.filter((one) => one === kind).length,
    }));
    const [last, before] = [next.at(-1), next.at(-2)];
    const open = lacks.filter(({ kind }) => !(kind === last && kind === before));
    const most = open.reduce((best, one) => (one.lack > best.lack + 1e-9 ? one : best));
    next.push(most.kind);
    sliding.push(most.kind);
  }
  return next;
}

/** P(counts at least as far from the targets by chance), Monte Carlo over the multinomial, by the likelihood ratio. */
function chanceOf(counts: readonly number[], targets: readonly number[], seed: number): number {
  const n = counts.reduce((a, b) => a + b, 0);
  const own = ratioOf(counts, partsOf(n, targets)) - 1e-9;
  let reached = 0;
  for (const ratio of chanceRatios(n, targets, seed)) if (ratio >= own) reached++;
  return (reached + 1) / (HABIT.draws + 1);
}

/** What each kind adds to the likelihood ratio, by how many of `n` posts are of it. */
function partsOf(n: number, targets: readonly number[]): Float64Array[] {
  const total = targets.reduce((a, b) => a + b, 0);
  return targets.map((target) => {
    const expected = (n * target) / total || 1e-9;
    return Float64Array.from({ length: n + 1 }, (_, count) => (count > 0 ? count * Math.log(count / expected) : 0));
  });
}

function ratioOf(counts: ArrayLike<number>, parts: readonly Float64Array[]): number {
  let sum = 0;
  for (let i = 0; i < parts.length; i++) sum += parts[i]?.[counts[i] ?? 0] ?? 0;
  return sum;
}

/** Ratios of as many draws as the habit is held against: the same for all accounts with so many labelled posts. */
const drawnRatios = new Map<string, Float64Array>();
const MOST_DRAWN = 100;

function chanceRatios(n: number, targets: readonly number[], seed: number): Float64Array {
  const name = JSON.stringify([n, targets, seed]);
  const before = drawnRatios.get(name);
  if (before) return before;
  const parts = partsOf(n, targets);
  const total = targets.reduce((a, b) => a + b, 0);
  const random = seeded(seed);
  const drawn = new Int32Array(targets.length);
  const ratios = new Float64Array(HABIT.draws);
  for (let draw = 0; draw < ratios.length; draw++) {
    drawn.fill(0);
    for (let post = 0; post < n; post++) {
      let at = random() * total;
      let kind = 0;
      while (kind < targets.length - 1 && at >= (targets[kind] ?? 0)) at -= targets[kind++] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    ratios[draw] = ratioOf(drawn, parts);
  }
  if (drawnRatios.size >= MOST_DRAWN) drawnRatios.clear();
  drawnRatios.set(name, ratios);
  return ratios;
}
