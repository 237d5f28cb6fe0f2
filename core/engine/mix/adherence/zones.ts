/**
 * C7 and C8: what to keep making, what to try, what to let go. A topic's zone follows from its evidence, slowly: it changes when two
 * evaluations at least 14 days apart say the same. Nothing retires by itself; a retired topic is worth a re-test once a quarter, for
 * a bad run is partly chance.
 */
import type { Kind } from '../../../model/labels';
import type { PlannedPost, TopicZone, Zone, Zones } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import { largestRemainder } from '../../../stats/proportions';
import { normalDraw, seeded } from '../../../stats/random';
import { FEWEST_EACH_SIDE } from '../effects/effects';
import { mixtureCdf } from '../effects/model';
import type { LevelEffect, UnitEffects } from '../effects/result';
import type { MixTexts } from '../texts';
import { inTurn } from './in-turn';
import { byCount, countBy, indices, type Posted, whyOf } from './window';

/** What one unit's posts say of one topic. Plain data: kept with the unit. */
export interface TopicEvidence {
  topic: string;
  of: 'pillar' | 'series';
  posts: number;
  /** P(better than the account's own average); null below the smallest sample. */
  better: number | null;
  /** P(worse than the average by 15 % or more). */
  muchWorse: number | null;
  monthsBelow: number;
  /** It shows in the older half of its posts only: says nothing of today. */
  fading: boolean;
  /** Mean and sd of the effect (log). */
  mean: number;
  sd: number;
}

const STABLE = { enter: 0.8, stay: 0.65 };
const RETIRE = { probability: 0.9, months: 2 };
const MUCH_WORSE = -Math.log(1.15);
const DAY_MS = 86_400_000;
const WAIT_DAYS = 14;
const RETEST_DAYS = 91;
/** What is thought of a topic nothing is known of: as likely better as worse, by about a third. */
const UNKNOWN_SD = 0.35;
const NEXT_POSTS = 10;
const USUAL_TOPICS = 3;
/** P(better) below which a topic is no mainstay. */
const LIKELY_WORSE = 0.1;
/** A proven topic is made twice as often as it was lately, beside the others. */
const PROVEN_WEIGHT = 2;
const MONTH_DAYS = 30;
const LATELY_DAYS = 90;

export function topicEvidence(
  effects: UnitEffects | null,
  isLabel: (of: TopicEvidence['of'], topic: string) => boolean,
): TopicEvidence[] {
  return (effects?.factors ?? []).flatMap(({ factor, levels }) =>
    factor === 'pillar' || factor === 'series'
      ? levels.filter(({ id }) => isLabel(factor, id)).map((level) => evidenceOf(factor, level))
      : [],
  );
}

function evidenceOf(
  of: TopicEvidence['of'],
  { id, rows, effect, probabilityBetter, monthsBelow, fading }: LevelEffect,
): TopicEvidence {
  const mean = effect?.reduce((sum, part) => sum + part.weight * part.mean, 0) ?? 0;
  const square = effect?.reduce((sum, part) => sum + part.weight * (part.sd ** 2 + part.mean ** 2), 0) ?? UNKNOWN_SD ** 2;
  return {
    topic: id,
    of,
    posts: rows.length,
    better: effect === null ? null : probabilityBetter,
    muchWorse: effect === null ? null : mixtureCdf(effect, MUCH_WORSE),
    monthsBelow,
    fading,
    mean,
    sd: Math.sqrt(Math.max(0, square - mean * mean)),
  };
}

/** The zone that the evidence alone speaks for. A stable topic stays stable on less than it takes to become so. */
export function zoneSaid(evidence: TopicEvidence | undefined, current: Zone | null): Zone {
  if (!evidence || evidence.better === null || evidence.muchWorse === null || evidence.fading) return 'experiment';
  if (evidence.better >= (current === 'stable' ? STABLE.stay : STABLE.enter)) return 'stable';
  if (evidence.muchWorse >= RETIRE.probability && evidence.monthsBelow >= RETIRE.months) return 'retire';
  return 'experiment';
}

function step(said: Zone, before: TopicZone | undefined, now: number): Pick<TopicZone, 'zone' | 'candidate'> {
  // The first evaluation has nothing to change from.
  if (!before) return { zone: said, candidate: null };
  if (said === before.zone) return { zone: before.zone, candidate: null };
  if (before.candidate?.zone !== said)
    return { zone: before.zone, candidate: { zone: said, since: new Date(now).toISOString() } };
  const waited = now - Date.parse(before.candidate.since) >= WAIT_DAYS * DAY_MS;
  return waited ? { zone: said, candidate: null } : { zone: before.zone, candidate: before.candidate };
}

export interface ZoneContext {
  plan: Plan;
  now: number;
  seed: number;
  end: number;
  previous: readonly TopicZone[];
  nextKinds: readonly Kind[];
  words: MixTexts;
}

export function zonesOf(posts: readonly Posted[], evidence: readonly TopicEvidence[], context: ZoneContext): Zones {
  const { plan, now, previous, words } = context;
  // A series that is called like its topic is that topic.
  const topics = (['pillar', 'series'] as const).flatMap((of) =>
    [...countBy(posts, ({ labels }) => (of === 'series' && labels.series === labels.pillar ? null : labels[of]))]
      .sort(byCount)
      .map(([topic, count]): TopicZone => {
        // The unit that knows most of the topic speaks for it.
        const own = evidence
          .filter((one) => one.of === of && one.topic === topic)
          .reduce<TopicEvidence | undefined>((best, one) => (best && best.posts >= one.posts ? best : one), undefined);
        const before = previous.find((one) => one.of === of && one.topic === topic);
        const pinned = plan.content.pinnedZones?.[topic];
        const mine = posts.filter(({ labels }) => labels[of] === topic);
        // What was not made for long is not what carries now, whatever it once did.
        const made = (mine.at(-1)?.day ?? 0) > context.end - LATELY_DAYS;
        const said = zoneSaid(own, before?.zone ?? null);
        const moved = pinned
          ? { zone: pinned, candidate: null }
          : step(said === 'stable' && !made ? 'experiment' : said, before, now);
        const have = own?.posts ?? 0;
        const known = own?.better ?? null;
        return {
          topic,
          of,
          ...moved,
          posts: count,
          probabilityBetter: {
            value: known,
            why: whyOf('mix.zone', {
              inputs: { ...(own && { monthsBelow: own.monthsBelow }), ...(pinned && { decidedBy: 'creator' }) },
              posts: indices(mine),
              have,
              need: FEWEST_EACH_SIDE,
              missing: known === null ? [words.missingEffect(topic, have, FEWEST_EACH_SIDE)] : [],
            }),
          },
          usual: false,
          lately: mine.filter(({ day }) => day > context.end - LATELY_DAYS).length,
          retestFrom: moved.zone === 'retire' ? isoDay((mine.at(-1)?.day ?? context.end) + RETEST_DAYS) : null,
        };
      }),
  );
  const pillarTopics = topics.some(({ of }) => of === 'pillar') ? topics.filter(({ of }) => of === 'pillar') : topics;
  // The topics that are usually made are no experiment, proven or not.
  for (const topic of usualTopics(pillarTopics)) topic.usual = true;
  const experimental = new Set(topics.filter((one) => onTrial(one, plan)).map(({ of, topic }) => `${of}:${topic}`));
  const experimentsThisMonth = posts.filter(
    ({ day, labels }) =>
      day > context.end - MONTH_DAYS &&
      (labels.series !== undefined
        ? experimental.has(`series:${labels.series}`)
        : labels.pillar !== undefined && experimental.has(`pillar:${labels.pillar}`)),
  ).length;
  const stable = topics.filter(({ zone }) => zone === 'stable');
  return {
    topics,
    // Without topics and kinds there is nothing to plan with.
    next: pillarTopics.length === 0 && context.nextKinds.length === 0 ? [] : nextPosts(pillarTopics, evidence, context),
    experimentsThisMonth,
    statement: words.zones(
      stable.filter(provenNow).map(({ topic }) => topic),
      stable.filter((one) => !provenNow(one)).map(({ topic }) => topic),
      topics.filter(({ zone }) => zone === 'retire').map(({ topic }) => topic),
      topics.length,
    ),
  };
}

const provenNow = ({ probabilityBetter: { value } }: TopicZone) => value !== null && value >= STABLE.stay;

/** Something new, or open, or put there by the creator; what was made for long and very likely does worse is no experiment any more. */
const onTrial = ({ zone, usual, topic, probabilityBetter: { value } }: TopicZone, plan: Plan) =>
  zone === 'experiment' &&
  !usual &&
  (value === null || value > LIKELY_WORSE || plan.content.pinnedZones?.[topic] === 'experiment');

const isoDay = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** What is made most lately, but for what very likely does worse: that carries nothing. */
function usualTopics(topics: readonly TopicZone[]): TopicZone[] {
  const open = topics.filter(({ zone }) => zone !== 'retire');
  const sound = open.filter(
    ({ zone, probabilityBetter: { value } }) => zone === 'stable' || value === null || value > LIKELY_WORSE,
  );
  return [...(sound.length > 0 ? sound : open)].sort((a, b) => b.lately - a.lately).slice(0, USUAL_TOPICS);
}

/** Seven of what carries, three to learn from, in an order without two experiments in a row. */
function nextPosts(topics: readonly TopicZone[], evidence: readonly TopicEvidence[], context: ZoneContext): PlannedPost[] {
  const { plan, nextKinds } = context;
  const [stableSlots = 0, experimentSlots = 0] = largestRemainder(
    [plan.content.zones.stable, plan.content.zones.experiment],
    NEXT_POSTS,
  );
  // What is proven carries, and what is usually made beside it: a plan of one topic would be none.
  const carrying = topics.filter(({ zone, usual }) => zone === 'stable' || usual);
  // What is proven but seldom made counts as if it were made as often as the others.
  const fair = carrying.reduce((sum, { lately }) => sum + lately, 0) / Math.max(1, carrying.length);
  const seats = largestRemainder(
    carrying.map(({ lately, zone }) => (zone === 'stable' ? PROVEN_WEIGHT * Math.max(lately, fair) : Math.max(lately, 1))),
    stableSlots,
  );
  const stable = inTurn(carrying.flatMap(({ topic }, i) => Array<string>(seats[i] ?? 0).fill(topic)));
  const open = topics.filter((one) => onTrial(one, plan) && !carrying.some(({ topic }) => topic === one.topic));
  const experiments = thompson(open, evidence, experimentSlots, context.seed);
  const next: PlannedPost[] = [];
  let tried = 0;
  for (let at = 0; at < NEXT_POSTS; at++) {
    // Evenly among the others, never first.
    const due = tried < experimentSlots && Math.floor(((at + 1) * experimentSlots) / NEXT_POSTS + 1e-9) > tried;
    const kind = nextKinds[at] ?? null;
    if (due) next.push({ zone: 'experiment', topic: experiments[tried++] ?? null, kind });
    else next.push({ zone: 'stable', topic: stable.shift() ?? null, kind });
  }
  return next;
}

/** Each slot goes to the topic whose drawn effect is largest, something new among them (null): uncertain topics get their chance. */
function thompson(
  topics: readonly TopicZone[],
  evidence: readonly TopicEvidence[],
  slots: number,
  seed: number,
): (string | null)[] {
  const random = seeded(seed);
  const known = topics.map(({ topic, of }) => {
    const own = evidence.find((one) => one.topic === topic && one.of === of);
    return { topic, mean: own?.mean ?? 0, sd: Math.max(own?.sd ?? UNKNOWN_SD, 0.05) };
  });
  const candidates: { topic: string | null; mean: number; sd: number }[] = [...known, { topic: null, mean: 0, sd: UNKNOWN_SD }];
  return Array.from({ length: slots }, () => {
    const drawn = candidates.map(({ topic, mean, sd }) => ({ topic, value: mean + sd * normalDraw(random) }));
    return drawn.reduce((best, one) => (one.value > best.value ? one : best)).topic;
  });
}
