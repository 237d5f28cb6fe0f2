/** Content mix → what to do next. Counting against the plan and what the posts did give separate suggestions. */
import type { Evidence, Report, Suggestion, SuggestionPlace } from '../../model/report';
import type { Adherence, EffectReport, FactorReport, MixReport } from '../../model/report-parts';
import { partsOfUnit } from '../../model/unit-name';
import type { Plan } from '../../plan/plan';
import type { Locale } from '../texts';
import { LABELS_NEEDED } from './effects/effects';
import { TOGETHER } from './effects/factors';
import { type MixTexts, mixTexts } from './texts';

const MOST_MORE = 3;
const MOST_LESS = 2;
const FEWEST_UNLABELLED = 4;
const MOST_SERIES = 2;
/** Two properties that share this much of their posts are one finding. */
const SAME_POSTS = 0.8;
/** What is made at present is counted over so many posts. */
const NEWEST = 20;
const DAY_MS = 86_400_000;
/** What is carried out elsewhere than where the mix is shown. */
const PLACES: Readonly<Record<string, SuggestionPlace>> = {
  'mix-sensitive': 'check',
  'mix-labels': 'labels',
  'mix-series': 'labelRules',
};

export function mixSuggestions(report: Report, plan: Plan, locale: Locale): Suggestion[] {
  const words = mixTexts(locale);
  const accounts = new Map<string, MixReport[]>();
  for (const mix of report.mix) {
    const account = mix.unit.slice(0, mix.unit.lastIndexOf('|'));
    accounts.set(account, [...(accounts.get(account) ?? []), mix]);
  }
  return [...accounts].flatMap(([account, units]) => {
    const [first] = units;
    if (!first) return [];
    const told = units.flatMap(toldEffects);
    const about = aboutOf(first.unit);
    return [
      ...adherenceSuggestions(first.adherence, told, broughtBack(report, about), about, account, plan, words),
      ...units.flatMap((mix) => effectSuggestions(mix, words)),
    ];
  });
}

type About = Pick<Suggestion, 'platform' | 'account' | 'unit'>;

export function aboutOf(unit: string): About {
  const { platform, account } = partsOfUnit(unit);
  return { platform, account, unit };
}

interface Told {
  effect: EffectReport;
  against: FactorReport['against'];
}

const toldEffects = ({ effectiveness }: MixReport): Told[] =>
  effectiveness.factors.flatMap(({ against, effects }) =>
    effects.flatMap((effect) => (effect.advice && effect.lift ? { effect, against } : [])),
  );

const worse = (told: readonly Told[], factor: EffectReport['factor']) =>
  new Map(
    told.flatMap(({ effect }) => (effect.factor === factor && effect.advice === 'less' ? [[effect.level, effect] as const] : [])),
  );

/** Topics that the advice after a loss asks for already. */
function broughtBack({ growth }: Report, { platform, account }: About): Set<string> {
  const own = growth.find((one) => one.platform === platform && one.account === account)?.contrasts;
  return new Set([own?.followers?.back, own?.level?.back, own?.reach?.back].filter((topic) => typeof topic === 'string'));
}

function adherenceSuggestions(
  adherence: Adherence,
  told: readonly Told[],
  asked: ReadonlySet<string>,
  about: About,
  account: string,
  plan: Plan,
  words: MixTexts,
): Suggestion[] {
  const { window, kinds, pillars, focus, commercial, sensitive, zones, series } = adherence;
  if (!window) return [];
  const weeks = Math.max(1, Math.round((Date.parse(window.to) - Date.parse(window.from)) / DAY_MS / 7));
  const list: Suggestion[] = [];
  const add = (
    id: string,
    priority: Suggestion['priority'],
    text: { title: string; why: string; action: string },
    posts: number,
    // Weeks these posts lie in.
    over = weeks,
    more: Pick<Evidence, 'caveats' | 'interval'> = {},
  ) =>
    list.push({
      ...about,
      id: `${id}:${account}`,
      kind: 'mix',
      place: PLACES[id.split(':')[0] ?? id] ?? 'mix',
      priority,
      ...text,
      evidence: { posts, weeks: over, ...more },
      strength: 'rule',
    });
  if (sensitive.value?.alarm)
    add('mix-sensitive', 1, words.suggestSensitive(sensitive.statement), sensitive.value.share.total, sensitive.why.weeks);
  if (commercial.value?.band === 'above') {
    const { organicBeforeNext, share } = commercial.value;
    add('mix-commercial', 2, words.suggestCommercial(organicBeforeNext, commercial.statement), share.total, commercial.why.weeks);
  }
  const unlabelled = [...kinds.kinds.why.missing, ...pillars.pillars.why.missing];
  // With too few posts for any share there is nothing that labels would tell yet.
  if (unlabelled.length > 0 && window.posts >= kinds.kinds.why.need)
    add('mix-labels', 3, words.suggestLabels(unlabelled), window.posts);
  if (kinds.inPlan === false) {
    const worseKinds = worse(told, 'kind');
    const asked = kinds.next.slice(0, 3).find((kind) => worseKinds.has(kind));
    const against = asked && worseKinds.get(asked);
    add(
      'mix-kinds',
      3,
      words.suggestKinds(kinds.next, kinds.statement),
      kinds.kinds.why.have,
      kinds.kinds.why.weeks,
      against ? { caveats: [words.caveats.conflict(against.label)] } : {},
    );
  }
  if (kinds.shift) add('mix-shift', 4, words.suggestShift(kinds.shift.to, kinds.shift.statement), window.posts);
  const worsePillars = worse(told, 'pillar');
  const resting = new Set(zones.topics.filter(({ zone }) => zone === 'retire').map(({ topic }) => topic));
  // Nobody is asked for more of what does worse.
  const silent = (pillars.checklist.find(({ id, met }) => id === 'everyPillar' && met === false)?.topics ?? []).filter(
    (topic) => !resting.has(topic) && !worsePillars.has(topic),
  );
  if (silent.length > 0) add('mix-silent', 4, words.suggestSilent(silent, plan.content.window.days), pillars.pillars.why.have);
  const open = pillars.checklist.filter(
    ({ met, id, topics }) =>
      met === false && id !== 'everyPillar' && !(id === 'supporting' && topics[0] !== undefined && asked.has(topics[0])),
  );
  if (open.length > 0) {
    add('mix-pillars', 4, words.suggestCheck(open), pillars.pillars.why.have, pillars.pillars.why.weeks);
  }
  // With a flagship in place the narrower focus is the creator's choice: told, not asked for.
  const noFlagship = open.some(({ id }) => id === 'flagship');
  if (focus.value?.habit === 'below' && noFlagship)
    add('mix-focus', 5, words.suggestFocus(focus.value.topic, focus.statement), focus.value.share.total, focus.why.weeks);
  for (const { topic, of, zone, posts, retestFrom } of zones.topics) {
    if (zone !== 'retire') continue;
    const did = told.find(({ effect }) => effect.factor === of && effect.level === topic)?.effect;
    const own = did?.lift ? { caveats: [words.caveats.observational], interval: did.lift } : {};
    add(`mix-retire:${of}:${topic}`, 3, words.suggestRetire(topic, retestFrom), did?.posts ?? posts, did?.weeks, own);
  }
  for (const one of series.filter((found) => found.unlabelled >= FEWEST_UNLABELLED).slice(0, MOST_SERIES)) {
    add(`mix-series:${one.pattern}`, 4, words.suggestSeries(one.pattern.replace('{n}', '…'), one.posts.length), one.unlabelled);
  }
  return list;
}

const sizeOf = ({ lift }: EffectReport) => Math.abs(Math.log1p(lift?.median ?? 0));
const rankOf = ({ strength }: EffectReport) => (strength === 'supported' ? 1 : 0);

function effectSuggestions(mix: MixReport, words: MixTexts): Suggestion[] {
  const resting = new Set(
    mix.adherence.zones.topics.filter(({ zone }) => zone === 'retire').map(({ of, topic }) => `${of}:${topic}`),
  );
  const told = toldEffects(mix).sort(
    (a, b) =>
      rankOf(b.effect) - rankOf(a.effect) || sizeOf(b.effect) - sizeOf(a.effect) || (a.effect.level < b.effect.level ? -1 : 1),
  );
  const chosen: { told: Told; together: string[] }[] = [];
  const count = { more: 0, less: 0 };
  for (const one of told) {
    const { effect } = one;
    const twin = chosen.find(({ told: other }) => sameFinding(other.effect, effect, mix.effectiveness.posts));
    if (twin) twin.together.push(effect.label);
    else if (effect.advice && count[effect.advice]++ < (effect.advice === 'more' ? MOST_MORE : MOST_LESS))
      chosen.push({ told: one, together: [] });
  }
  return (
    chosen
      // That it should rest is said already.
      .filter(({ told: { effect } }) => !(effect.advice === 'less' && resting.has(`${effect.factor}:${effect.level}`)))
      .map(({ told: one, together }) => effectSuggestion(one, together, mix, words))
  );
}

/** Nearly the same posts, or nearly the posts that the other leaves: then the advice would be the same said twice. */
function sameFinding(a: EffectReport, b: EffectReport, posts: number): boolean {
  const has = new Set(b.why.posts);
  const rest = Array.from({ length: posts }, (_, index) => index).filter((index) => !has.has(index));
  const same = a.advice === b.advice ? b.why.posts : rest;
  return overlap(a.why.posts, same) >= SAME_POSTS;
}

/** Posts in both over posts in either. Indices ascending or not. */
function overlap(a: readonly number[], b: readonly number[]): number {
  const set = new Set(a);
  const both = b.filter((index) => set.has(index)).length;
  return both / Math.max(1, a.length + b.length - both);
}

function effectSuggestion({ effect, against }: Told, together: readonly string[], mix: MixReport, words: MixTexts): Suggestion {
  const { unit, effectiveness } = mix;
  const { labelCoverage, adjustedFor } = effectiveness;
  const lift = effect.lift ?? { low: 0, median: 0, high: 0 };
  const sure = effect.strength === 'supported';
  const text = effect.advice === 'more' ? words.suggestMore : words.suggestLess;
  // The keys are oldest first: how many of the newest are like that already.
  const newest = Math.min(NEWEST, effectiveness.posts);
  const made = effect.why.posts.filter((index) => index >= effectiveness.posts - newest).length;
  const share = { made, of: newest };
  // What is asked about is not adjusted for.
  const adjusted = adjustedFor.filter((name) => effect.factor !== 'commercial' || name !== words.circumstances.paid);
  const caveats = [words.caveats.observational];
  if (labelCoverage < LABELS_NEEDED) caveats.push(words.caveats.labels(labelCoverage));
  if (effect.simpson) caveats.push(effect.simpson.reason);
  if (isMerged(effect)) caveats.push(words.caveats.merged);
  if (together.length > 0) caveats.push(words.caveats.together(together.join(', ')));
  return {
    ...aboutOf(unit),
    id: `mix-effect:${unit}:${effect.factor}:${effect.level}`,
    kind: 'mix',
    place: 'mix',
    priority: sure ? 2 : 3,
    ...text(effect.label, lift.low, lift.high, against, sure, share),
    // How many of them to make the plan says; here it is how.
    ...(effect.factor === 'commercial' && effect.advice === 'less' && { action: words.paidAction(bestTopic(mix)) }),
    evidence: { posts: effect.posts, weeks: effect.weeks, interval: lift, adjustedFor: adjusted, caveats },
    strength: sure ? 'supported' : 'hint',
  };
}

/** The topic that is told to do better, by the most; null where none is: then no topic is named as a good one. */
function bestTopic(mix: MixReport): string | null {
  const resting = new Set(
    mix.adherence.zones.topics.flatMap(({ of, topic, zone }) => (of === 'pillar' && zone === 'retire' ? [topic] : [])),
  );
  const better = toldEffects(mix).flatMap(({ effect }) =>
    effect.factor === 'pillar' && effect.advice === 'more' && !resting.has(effect.level) ? [effect] : [],
  );
  return better.sort((a, b) => rankOf(b) - rankOf(a) || sizeOf(b) - sizeOf(a))[0]?.level ?? null;
}

/** Several properties that the very same posts have. */
const isMerged = ({ factor, level, frame }: EffectReport) =>
  (factor === 'titleFeature' && level.includes('+')) || (factor === 'term' && level.includes(TOGETHER) && frame === undefined);

/**
 * What comes first: by priority, then the larger expected effect. What to post usually matters more than when: where a content effect
 * of a unit is larger than its timing effect, it comes before it.
 */
export function rankSuggestions(suggestions: readonly Suggestion[]): Suggestion[] {
  const size = ({ evidence: { interval } }: Suggestion) =>
    interval ? Math.abs(Math.log1p(Math.max(-0.99, interval.median))) : 0;
  const timing = new Map<string, { priority: Suggestion['priority']; size: number }>();
  for (const one of suggestions) {
    if (one.kind !== 'timing' || !one.evidence.interval) continue;
    const before = timing.get(one.unit ?? '');
    timing.set(one.unit ?? '', {
      priority: before && before.priority < one.priority ? before.priority : one.priority,
      size: Math.max(before?.size ?? 0, size(one)),
    });
  }
  const raised = suggestions.map((one) => {
    const other = one.kind === 'mix' && one.evidence.interval ? timing.get(one.unit ?? '') : undefined;
    return other && size(one) > other.size && one.priority > other.priority ? { ...one, priority: other.priority } : one;
  });
  return raised.sort((a, b) => a.priority - b.priority || size(b) - size(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
