/** B3 (appointments kept) and C11 (consistency month over month). What `core/engine/cadence.ts` counts is not repeated here. */
import { weekOf } from '../../../history/clock';
import type { Appointments, Consistency, Shown } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import { mean, variance } from '../../../stats/robust';
import { titleFeatures, titleLengths } from '../text/title-features';
import type { MixTexts } from '../texts';
import { countBy, indices, type Posted, whyOf } from './window';

const FEWEST_WEEKS = 4;
const FEWEST_GAPS = 6;
const MONTH_DAYS = 28;
const FEWEST_A_MONTH = 5;

/** Whole weeks, without the one the history begins in and the one that is not over. */
export function appointmentsOf(posts: readonly Posted[], end: number, plan: Plan, words: MixTexts): Appointments {
  const first = posts[0];
  const thisWeek = weekOf(end);
  const from = first ? Math.max(weekOf(first.day) + 1, thisWeek - plan.cadence.lookBackWeeks) : thisWeek;
  const weeks = Math.max(0, thisWeek - from);
  const inside = posts.filter(({ day }) => weekOf(day) >= from && weekOf(day) < thisWeek);
  const counts = countBy(inside, ({ day }) => String(weekOf(day)));
  const kept = [...counts.values()].filter((count) => count >= plan.cadence.postsPerWeek).length;
  const weeksWhy = whyOf('mix.appointments', {
    inputs: { kept, weeks, postsPerWeek: plan.cadence.postsPerWeek },
    posts: indices(inside),
    have: weeks,
    need: FEWEST_WEEKS,
  });
  if (weeks < FEWEST_WEEKS) weeksWhy.missing.push(words.missingWeeks(weeks, FEWEST_WEEKS));
  const gaps = inside.slice(1).map((post, i) => post.publishedAt - (inside[i]?.publishedAt ?? 0));
  const gapsWhy = whyOf('mix.unevenness', {
    inputs: { gaps: gaps.length },
    posts: indices(inside),
    have: gaps.length,
    need: FEWEST_GAPS,
  });
  if (gaps.length < FEWEST_GAPS) gapsWhy.missing.push(words.missingPosts(inside.length, FEWEST_GAPS + 1));
  const unevenness = gaps.length < FEWEST_GAPS || mean(gaps) <= 0 ? null : Math.sqrt(variance(gaps)) / mean(gaps);
  return {
    weeksKept: { value: weeks < FEWEST_WEEKS ? null : kept / weeks, why: weeksWhy },
    unevenness: { value: unevenness, why: gapsWhy },
    statement:
      weeks < FEWEST_WEEKS
        ? words.appointmentsUnknown(weeks, FEWEST_WEEKS)
        : words.appointments(kept, weeks, plan.cadence.postsPerWeek),
  };
}

export function consistencyOf(posts: readonly Posted[], end: number, words: MixTexts): Consistency {
  const now = posts.filter(({ day }) => day > end - MONTH_DAYS);
  const before = posts.filter(({ day }) => day <= end - MONTH_DAYS && day > end - 2 * MONTH_DAYS);
  const compare = (a: readonly Posted[], b: readonly Posted[], formula: string, of: () => number, missing: string): Shown => {
    const have = Math.min(a.length, b.length);
    const enough = have >= FEWEST_A_MONTH;
    const why = whyOf(formula, {
      inputs: { now: a.length, before: b.length },
      posts: indices([...b, ...a]),
      have,
      need: FEWEST_A_MONTH,
      missing: enough ? [] : [missing],
    });
    return { value: enough ? of() : null, why };
  };
  const labelled = (list: readonly Posted[]) => list.filter(({ labels }) => labels.pillar !== undefined);
  const few = words.missingMonths(now.length, before.length, FEWEST_A_MONTH);
  const topics = compare(
    labelled(now),
    labelled(before),
    'mix.topicConsistency',
    () => overlap(now, before),
    words.missingMonthLabels(labelled(now).length, labelled(before).length, FEWEST_A_MONTH),
  );
  const titled = (list: readonly Posted[]) => list.filter(({ title }) => title.trim() !== '');
  const titleStyle = compare(
    titled(now),
    titled(before),
    'mix.styleConsistency',
    () => likeness(titled(now), titled(before)),
    few,
  );
  const cadenceRatio = compare(now, before, 'mix.cadenceRatio', () => now.length / before.length, few);
  return { topics, titleStyle, cadenceRatio, statement: words.consistency(topics.value, titleStyle.value, cadenceRatio.value) };
}

/** 1 − half the sum of absolute differences of the topic shares. */
function overlap(a: readonly Posted[], b: readonly Posted[]): number {
  const [one, other] = [a, b].map((list) => countBy(list, ({ labels }) => labels.pillar));
  const sum = (counts: Map<string, number> | undefined) => [...(counts?.values() ?? [])].reduce((x, y) => x + y, 0) || 1;
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  let apart = 0;
  for (const name of names) apart += Math.abs((one?.get(name) ?? 0) / sum(one) - (other?.get(name) ?? 0) / sum(other));
  return 1 - apart / 2;
}

/** 1 − mean absolute difference of how often each property of titles occurs, over the properties that occur at all. */
function likeness(a: readonly Posted[], b: readonly Posted[]): number {
  const lengths = titleLengths([...a, ...b].map(({ title }) => title));
  const rates = (list: readonly Posted[]) => {
    const counts = new Map<string, number>();
    for (const { title } of list)
      for (const name of titleFeatures(title, lengths)) counts.set(name, (counts.get(name) ?? 0) + 1 / list.length);
    return counts;
  };
  const [one, other] = [rates(a), rates(b)];
  const names = new Set([...one.keys(), ...other.keys()]);
  if (names.size === 0) return 1;
  let apart = 0;
  for (const name of names) apart += Math.abs((one.get(name) ?? 0) - (other.get(name) ?? 0));
  return 1 - apart / names.size;
}
