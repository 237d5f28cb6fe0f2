/** What the posts of one unit did, in words: effects with their evidence, the opening, the words used. */

import { weekOf } from '../../history/clock';
import { horizonName } from '../../history/horizon';
import type { Kind } from '../../model/labels';
import type { Lift } from '../../model/report';
import type { Effectiveness, EffectReport, FactorName, FactorReport, RetentionSlope } from '../../model/report-parts';
import { normalQuantile } from '../../stats/distributions';
import type { Unit } from '../units';
import { whyOf } from './adherence/window';
import { FEWEST_EACH_SIDE, FEWEST_POSTS, LABELS_NEEDED } from './effects/effects';
import { TOGETHER } from './effects/factors';
import { mixtureQuantile } from './effects/model';
import type { FactorEffects, LevelEffect, UnitEffects } from './effects/result';
import { FEWEST_WITH_METRIC, type OpeningSlope, openingSlopes } from './effects/retention';
import type { UnitInference } from './effects/unit-effects';
import type { PostFacts } from './facts';
import { tellingTerms, titleFrame } from './text/frame';
import { portfolioOf } from './text/portfolio';
import type { TitleFeature } from './text/title-features';
import type { MixTexts } from './texts';

/** A level with fewer posts is not listed. */
const FEWEST_LISTED = 3;
const MOST_LISTED = 24;
/** Inside ±this, an 80 % interval is no difference that matters. */
const NO_DIFFERENCE = Math.log(1.15);
const TAIL = 0.1;

export function effectivenessOf(
  unit: Unit,
  facts: readonly PostFacts[],
  inference: UnitInference,
  words: MixTexts,
): Effectiveness {
  const { subjects, effects, terms } = inference;
  const { outcome } = unit.comparable;
  const rowOfKey = new Map(subjects.map(({ post }, row) => [post.key, row]));
  const titles = subjects.map(({ facts: { title } }) => title);
  const missing: string[] = [];
  if (!outcome) missing.push(words.missingOutcome);
  if (subjects.length < FEWEST_POSTS) missing.push(words.missingPosts(subjects.length, FEWEST_POSTS));
  if (effects && effects.labelCoverage < LABELS_NEEDED) missing.push(words.missingLabels(effects.labelCoverage, LABELS_NEEDED));
  return {
    keys: subjects.map(({ post }) => post.key),
    outcome: outcome ? `${outcome.name}@${horizonName(unit.horizonHours)}` : null,
    posts: subjects.length,
    weeks: new Set(subjects.map(({ post }) => weekOf(post.local.day))).size,
    spread: effects ? Math.exp(Math.sqrt(effects.outcomes.variance)) : null,
    labelCoverage: effects?.labelCoverage ?? 0,
    adjustedFor: (effects?.adjustedFor ?? []).map((name) => words.circumstances[name]),
    factors: (effects?.factors ?? []).map((factor) => factorReport(factor, effects, titles, words)),
    retention: openingSlopes(subjects, effects).map((slope) => retentionReport(slope, words)),
    terms: portfolioOf(
      facts.map(({ posted, day }) => (posted ? day : null)),
      terms,
      (row) => rowOfKey.get(facts[row]?.key ?? '') ?? null,
      words,
    ),
    caveat: words.caveat,
    missing,
  };
}

function factorReport(
  { factor, against, bayesFactor, permutationP, levels }: FactorEffects,
  effects: UnitEffects | null,
  titles: readonly string[],
  words: MixTexts,
): FactorReport {
  const listed = levels
    .filter(({ rows, advice }) => rows.length >= FEWEST_LISTED || advice)
    .sort(
      (a, b) => Number(b.advice !== null) - Number(a.advice !== null) || b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_LISTED)
    .sort((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1));
  const reports = listed.map((level) => effectReport(factor, level, effects, titles, words));
  const told = reports.filter(({ advice }) => advice !== null);
  const shown = levels.filter(({ effect }) => effect !== null);
  const flat =
    shown.length > 0 &&
    shown.every(
      ({ effect }) =>
        effect !== null && mixtureQuantile(effect, TAIL) > -NO_DIFFERENCE && mixtureQuantile(effect, 1 - TAIL) < NO_DIFFERENCE,
    );
  const state: FactorReport['state'] =
    shown.length === 0
      ? 'insufficient'
      : told.some(({ strength }) => strength === 'supported')
        ? 'supported'
        : told.length > 0
          ? 'hint'
          : (bayesFactor ?? 1) < 1 / 3 || flat
            ? 'no_effect_seen'
            : 'inconclusive';
  const sentences = [
    ...told.map((effect) => effectSentence(effect, against, words)),
    ...faded(reports).map(({ label }) => words.fading(label)),
  ];
  const plain = { insufficient: words.insufficient, no_effect_seen: words.noEffect, inconclusive: words.inconclusive };
  const statement = sentences.length > 0 || state === 'hint' || state === 'supported' ? words.tells(sentences) : plain[state];
  return { factor, against, state, bayesFactor, permutationP, effects: reports, statement };
}

/** Effects that would have been told, had they lasted. */
const FADED_FALSE_SIGN = 0.05;
const faded = (effects: readonly EffectReport[]) =>
  effects.filter(({ fading, falseSign }) => fading && (falseSign ?? 1) <= FADED_FALSE_SIGN);

export const effectSentence = ({ label, lift, strength }: EffectReport, against: FactorReport['against'], words: MixTexts) =>
  words.effect(label, lift?.low ?? 0, lift?.high ?? 0, against, strength === 'supported');

function effectReport(
  factor: FactorName,
  level: LevelEffect,
  effects: UnitEffects | null,
  titles: readonly string[],
  words: MixTexts,
): EffectReport {
  const { id, rows, others, weeks, effect, simpson } = level;
  const terms = factor === 'term' ? id.split(TOGETHER) : [];
  // Words that always come together are told by what the titles have in common.
  const frame =
    terms.length > 1
      ? titleFrame(
          Array.from(rows, (row) => titles[row] ?? ''),
          terms,
        )
      : null;
  const label = frame === null ? labelOf(factor, id, words) : words.titleFrame(frame);
  const have = Math.min(rows.length, others);
  return {
    factor,
    level: id,
    label,
    ...(frame !== null && { frame }),
    posts: rows.length,
    others,
    weeks,
    lift: effect && liftOf((p) => mixtureQuantile(effect, p)),
    probabilityBetter: level.probabilityBetter,
    falseSign: level.falseSign,
    fading: level.fading,
    advice: level.advice,
    strength: level.strength,
    simpson: simpson && {
      raw: Math.expm1(simpson.raw),
      adjusted: Math.expm1(simpson.adjusted),
      reason: words.simpson(words.circumstances[simpson.because]),
    },
    why: whyOf('mix.effect', {
      inputs: { posts: rows.length, others, weeks, ...(effects && { spread: Math.exp(Math.sqrt(effects.outcomes.variance)) }) },
      posts: [...rows],
      have,
      need: FEWEST_EACH_SIDE,
      missing: effect ? [] : [words.missingEffect(label, have, FEWEST_EACH_SIDE)],
    }),
  };
}

const liftOf = (quantile: (p: number) => number): Lift => ({
  low: Math.expm1(quantile(TAIL)),
  median: Math.expm1(quantile(0.5)),
  high: Math.expm1(quantile(1 - TAIL)),
});

function retentionReport({ metric, rows, slope, told }: OpeningSlope, words: MixTexts): RetentionSlope {
  const name = words.metrics[metric];
  const lift = slope && liftOf((p) => slope.mean + slope.sd * normalQuantile(p));
  return {
    metric,
    lift,
    strength: told ? 'hint' : 'none',
    statement: lift ? words.retention(name, lift.low, lift.high, told) : words.retentionUnknown(name),
    why: whyOf('mix.retention', {
      inputs: { posts: rows.length },
      posts: rows,
      have: rows.length,
      need: FEWEST_WITH_METRIC,
      missing: lift ? [] : [words.missingMetric(name, rows.length, FEWEST_WITH_METRIC)],
    }),
  };
}

/** A property of posts as a creator reads it. */
export function labelOf(factor: FactorName, id: string, words: MixTexts): string {
  const named = (names: Record<string, string>) => names[id] ?? id;
  switch (factor) {
    case 'format':
      return named(words.formats);
    case 'pillar':
      return words.pillarLabel(id);
    case 'kind':
      return words.kindLabel(words.kinds[id as Kind] ?? id);
    case 'series':
      return words.seriesLabel(id);
    case 'duration': {
      const [from = '', to = ''] = id.split('-');
      return words.duration(Number(from), to === '' ? null : Number(to));
    }
    case 'trust':
      return named(words.trust);
    case 'commercial':
      return words.commercialPosts;
    case 'titleFeature':
      return words.titles(id.split('+').map((one) => words.titleFeatures[one as TitleFeature] ?? one));
    case 'term':
      return words.terms(tellingTerms(id.split(TOGETHER)));
  }
}
