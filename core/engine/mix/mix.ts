/**
 * Content mix (operating plan C). Per unit: what the posts did (`unitMixOf`). Per account: what was posted against the plan
 * (`adherenceOf`), put together from the facts of its units. Two statements, never mixed.
 */
import type { Report } from '../../model/report';
import type { Adherence, Effectiveness, MixReport, SeriesFound } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import type { Locale } from '../texts';
import type { Unit } from '../units';
import { kindsOf } from './adherence/kinds';
import { focusOf, pillarsOf } from './adherence/pillars';
import { appointmentsOf, consistencyOf } from './adherence/rhythm';
import { commercialOf, sensitiveOf } from './adherence/shares';
import { type KindEvidence, kindEvidence, shiftOf } from './adherence/shift';
import { trustOf } from './adherence/trust';
import { type Posted, postedOf, recent } from './adherence/window';
import { type TopicEvidence, topicEvidence, zonesOf } from './adherence/zones';
import { effectivenessOf } from './effectiveness';
import { inferenceOf } from './effects/unit-effects';
import { byTime, type PostFacts } from './facts';
import { mixTexts } from './texts';

export interface MixContext {
  plan: Plan;
  previous?: Report | null;
  zone: string;
  now: number;
  seed: number;
  locale: Locale;
}

/** What is kept of one unit for the account's report. Plain data. */
export interface UnitMix {
  effectiveness: Effectiveness;
  topics: TopicEvidence[];
  /** What it says of each kind of C2. */
  kindsDid: KindEvidence[];
  /** Title pattern of each post by key, where several share it. */
  patterns: Map<string, string>;
  kinds: MixReport['kinds'];
  posts: number;
}

export function unitMixOf(unit: Unit, facts: readonly PostFacts[], context: MixContext): UnitMix {
  const inference = inferenceOf(unit, facts, context);
  const labels = { pillar: new Set<string>(), series: new Set<string>() };
  for (const { labels: own } of facts) {
    if (own.pillar) labels.pillar.add(own.pillar);
    if (own.series) labels.series.add(own.series);
  }
  return {
    effectiveness: effectivenessOf(unit, facts, inference, mixTexts(context.locale)),
    topics: topicEvidence(inference.effects, (of, topic) => labels[of].has(topic)),
    kindsDid: kindEvidence(inference.effects),
    patterns: new Map(
      inference.patterns.flatMap((pattern, i) => (pattern === null ? [] : [[facts[i]?.key ?? '', pattern] as const])),
    ),
    kinds: kindCounts(facts),
    posts: facts.length,
  };
}

/** Every post of the unit, whatever its state. */
function kindCounts(facts: readonly PostFacts[]): MixReport['kinds'] {
  const kinds = new Map<string, number>();
  for (const { labels } of facts) {
    const kind = labels.kind ?? 'unlabelled';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, posts]) => ({ kind, posts })).sort((a, b) => b.posts - a.posts || (a.kind < b.kind ? -1 : 1));
}

export interface MixPart {
  unit: string;
  facts: readonly PostFacts[];
  mix: UnitMix;
}

/** The reports of all units of one account. */
export function mixReportsOf(parts: readonly MixPart[], context: MixContext): MixReport[] {
  const adherence = adherenceOf(parts, context);
  return parts.map(({ unit, mix }) => ({
    unit,
    posts: mix.posts,
    kinds: mix.kinds,
    adherence,
    effectiveness: mix.effectiveness,
  }));
}

function adherenceOf(parts: readonly MixPart[], context: MixContext): Adherence {
  const words = mixTexts(context.locale);
  const { plan, seed } = context;
  const { posts, end } = postedOf(parts.flatMap(({ facts }) => facts).sort(byTime));
  const window = recent(posts, end, plan.content.window);
  const kinds = kindsOf(window, plan, seed, words);
  const units = new Set(parts.map(({ unit }) => unit));
  const previous = context.previous?.mix.find(({ unit }) => units.has(unit))?.adherence;
  const zones = zonesOf(
    posts,
    parts.flatMap(({ mix }) => mix.topics),
    { plan, now: context.now, seed, end, previous: previous?.zones?.topics ?? [], nextKinds: kinds.next, words },
  );
  const resting = new Set(zones.topics.flatMap(({ topic, of, zone }) => (of === 'pillar' && zone === 'retire' ? topic : [])));
  return {
    keys: posts.map(({ key }) => key),
    window: window[0] ? { from: isoDay(window[0].day), to: isoDay(window.at(-1)?.day ?? end), posts: window.length } : null,
    kinds: {
      ...kinds,
      shift: shiftOf(
        [...parts].sort((a, b) => b.mix.posts - a.mix.posts).map(({ unit, mix }) => ({ unit, kinds: mix.kindsDid })),
        plan,
        context.now,
        words,
      ),
    },
    pillars: pillarsOf(posts, end, resting, plan, words),
    focus: focusOf(posts, plan, words),
    commercial: commercialOf(posts, end, plan, words),
    sensitive: sensitiveOf(posts, end, plan, words),
    zones,
    trust: trustOf(posts, end, words),
    series: seriesFound(posts, parts),
    appointments: appointmentsOf(posts, end, plan, words),
    consistency: consistencyOf(posts, end, words),
  };
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function seriesFound(posts: readonly Posted[], parts: readonly MixPart[]): SeriesFound[] {
  const found = new Map<string, Posted[]>();
  for (const post of posts) {
    const pattern = parts.map(({ mix }) => mix.patterns.get(post.key)).find((one) => one !== undefined);
    if (pattern === undefined) continue;
    const list = found.get(pattern);
    if (list) list.push(post);
    else found.set(pattern, [post]);
  }
  return [...found]
    .map(([pattern, list]) => ({
      pattern,
      posts: list.map(({ index }) => index),
      unlabelled: list.filter(({ labels }) => labels.series === undefined && labels.pillar === undefined).length,
    }))
    .sort((a, b) => b.posts.length - a.posts.length || (a.pattern < b.pattern ? -1 : 1));
}
