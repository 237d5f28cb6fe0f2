/** Content mix → what to do next. Counting against the plan and what the posts did give separate suggestions. */
import type { Report, Suggestion } from '../../model/report';
import type { Adherence, EffectReport, FactorReport, MixReport } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import type { Locale } from '../texts';
import { LABELS_NEEDED } from './effects/effects';
import { type MixTexts, mixTexts } from './texts';

const MOST_MORE = 3;
const MOST_LESS = 1;
const FEWEST_UNLABELLED = 4;
const MOST_SERIES = 2;
const DAY_MS = 86_400_000;

export function mixSuggestions(report: Report, plan: Plan, locale: Locale): Suggestion[] {
  const words = mixTexts(locale);
  const seen = new Set<string>();
  return report.mix.flatMap((mix) => {
    const account = mix.unit.split('|').slice(0, 2).join('|');
    const first = !seen.has(account);
    seen.add(account);
    const about = aboutOf(mix.unit);
    return [
      ...(first ? adherenceSuggestions(mix.adherence, about, account, plan, words) : []),
      ...effectSuggestions(mix, about, report, words),
    ];
  });
}

type About = Pick<Suggestion, 'platform' | 'account' | 'unit'>;

export function aboutOf(unit: string): About {
  const [platform, account] = unit.split('|') as [NonNullable<Suggestion['platform']>, string];
  return { platform, account, unit };
}

function adherenceSuggestions(adherence: Adherence, about: About, account: string, plan: Plan, words: MixTexts): Suggestion[] {
  const { window, kinds, pillars, focus, commercial, sensitive, zones, series } = adherence;
  if (!window) return [];
  const weeks = Math.max(1, Math.round((Date.parse(window.to) - Date.parse(window.from)) / DAY_MS / 7));
  const list: Suggestion[] = [];
  const add = (
    id: string,
    priority: Suggestion['priority'],
    text: { title: string; why: string; action: string },
    posts: number,
  ) =>
    list.push({ ...about, id: `${id}:${account}`, kind: 'mix', priority, ...text, evidence: { posts, weeks }, strength: 'rule' });
  if (sensitive.value?.alarm) add('mix-sensitive', 1, words.suggestSensitive(sensitive.statement), sensitive.value.share.total);
  if (commercial.value?.band === 'above') {
    const { organicBeforeNext, share } = commercial.value;
    add('mix-commercial', 2, words.suggestCommercial(organicBeforeNext, commercial.statement), share.total);
  }
  const unlabelled = [...kinds.kinds.why.missing, ...pillars.pillars.why.missing];
  // With too few posts for any share there is nothing that labels would tell yet.
  if (unlabelled.length > 0 && window.posts >= kinds.kinds.why.need)
    add('mix-labels', 3, words.suggestLabels(unlabelled), window.posts);
  if (kinds.inPlan === false) add('mix-kinds', 3, words.suggestKinds(kinds.next, kinds.statement), kinds.kinds.why.have);
  const open = pillars.checklist.filter(({ met, id }) => met === false && id !== 'everyPillar');
  const silent = pillars.checklist.find(({ id, met }) => id === 'everyPillar' && met === false);
  if (silent) add('mix-silent', 4, words.suggestSilent(silent.topics, plan.content.window.days), pillars.pillars.why.have);
  if (open.length > 0) add('mix-pillars', 4, words.suggestCheck(open.map(({ text }) => text)), pillars.pillars.why.have);
  if (focus.value?.habit === 'below')
    add('mix-focus', 5, words.suggestFocus(focus.value.topic, focus.statement), focus.value.share.total);
  for (const { topic, of, zone, posts, retestFrom } of zones.topics) {
    if (zone === 'retire') add(`mix-retire:${of}:${topic}`, 3, words.suggestRetire(topic, retestFrom), posts);
  }
  for (const { pattern, posts, unlabelled: open } of series
    .filter((one) => one.unlabelled >= FEWEST_UNLABELLED)
    .slice(0, MOST_SERIES)) {
    add(`mix-series:${pattern}`, 4, words.suggestSeries(pattern, posts.length), open);
  }
  return list;
}

function effectSuggestions({ unit, effectiveness }: MixReport, about: About, report: Report, words: MixTexts): Suggestion[] {
  const coverage = report.units.find((summary) => summary.unit === unit)?.labelCoverage ?? 0;
  const told = effectiveness.factors.flatMap((factor) =>
    factor.effects.flatMap((effect) => (effect.advice && effect.lift ? { factor, effect } : [])),
  );
  const sizeOf = ({ lift }: EffectReport) => Math.abs(Math.log1p(lift?.median ?? 0));
  const largest = (advice: 'more' | 'less', most: number) =>
    told
      .filter(({ effect }) => effect.advice === advice)
      .sort((a, b) => rankOf(b.effect) - rankOf(a.effect) || sizeOf(b.effect) - sizeOf(a.effect))
      .slice(0, most);
  return [...largest('more', MOST_MORE), ...largest('less', MOST_LESS)].map(({ factor, effect }) =>
    effectSuggestion(factor, effect, about, unit, coverage, effectiveness.adjustedFor, words),
  );
}

const rankOf = ({ strength }: EffectReport) => (strength === 'supported' ? 1 : 0);

function effectSuggestion(
  { against }: FactorReport,
  effect: EffectReport,
  about: About,
  unit: string,
  coverage: number,
  adjustedFor: readonly string[],
  words: MixTexts,
): Suggestion {
  const lift = effect.lift ?? { low: 0, median: 0, high: 0 };
  const text = effect.advice === 'more' ? words.suggestMore : words.suggestLess;
  const caveats = [words.caveats.observational];
  if (coverage < LABELS_NEEDED) caveats.push(words.caveats.labels(coverage));
  if (effect.simpson) caveats.push(effect.simpson.reason);
  return {
    ...about,
    id: `mix-effect:${unit}:${effect.factor}:${effect.level}`,
    kind: 'mix',
    priority: effect.strength === 'supported' ? 2 : 3,
    ...text(effect.label, lift.low, lift.high, against),
    evidence: { posts: effect.posts, weeks: effect.weeks, interval: lift, adjustedFor: [...adjustedFor], caveats },
    strength: effect.strength === 'supported' ? 'supported' : 'hint',
  };
}

/**
 * What comes first: by priority, then the larger expected effect. What to post usually matters more than when: where a content effect
 * of a unit is larger than its timing effect, it comes before it.
 */
export function rankSuggestions(suggestions: readonly Suggestion[]): Suggestion[] {
  const sizeOf = ({ evidence: { interval } }: Suggestion) =>
    interval ? Math.abs(Math.log1p(Math.max(-0.99, interval.median))) : 0;
  const timing = new Map<string, { priority: Suggestion['priority']; size: number }>();
  for (const one of suggestions) {
    if (one.kind !== 'timing' || !one.evidence.interval) continue;
    const before = timing.get(one.unit ?? '');
    timing.set(one.unit ?? '', {
      priority: before && before.priority < one.priority ? before.priority : one.priority,
      size: Math.max(before?.size ?? 0, sizeOf(one)),
    });
  }
  const raised = suggestions.map((one) => {
    const other = one.kind === 'mix' && one.evidence.interval ? timing.get(one.unit ?? '') : undefined;
    return other && sizeOf(one) > other.size && one.priority > other.priority ? { ...one, priority: other.priority } : one;
  });
  return raised.sort((a, b) => a.priority - b.priority || sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
