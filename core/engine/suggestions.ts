/** Findings → what to do next, each with its evidence. */
import type { Evidence, Lift, Report, Suggestion, TimingReport, UnitSummary } from '../model/report';
import { joinWindows } from '../model/windows';
import type { Plan } from '../plan/plan';
import { aboutOf } from './mix/suggest';
import type { TimingTexts } from './texts';

export function suggestionsOf(report: Report, plan: Plan, words: TimingTexts): Suggestion[] {
  return report.units.flatMap((summary, i) => {
    const timing = report.timing[i];
    const cadence = report.cadence[i];
    if (!timing || !cadence) return [];
    const about = aboutOf(summary.unit);
    const list: Suggestion[] = [...timingSuggestions(timing, summary, about, words)];
    if (cadence.perWeek !== null && cadence.perWeek < plan.cadence.postsPerWeek) {
      list.push({
        ...about,
        id: `cadence:${summary.unit}`,
        kind: 'cadence',
        place: 'calendar',
        priority: 3,
        ...words.suggestCadence(cadence.perWeek, plan.cadence.postsPerWeek, cadence.longestGapDays ?? 0),
        evidence: { posts: summary.posts, weeks: cadence.weeks },
        strength: 'rule',
      });
    }
    return list;
  });
}

type About = Pick<Suggestion, 'platform' | 'account' | 'unit'>;

/** One suggestion at most per unit: what its state lets be said. */
function timingSuggestions(timing: TimingReport, summary: UnitSummary, about: About, words: TimingTexts): Suggestion[] {
  const { state, why } = timing;
  const adjustedFor =
    why?.adjustedFor.flatMap((name) => (name in words.adjusted ? [words.adjusted[name as keyof typeof words.adjusted]] : [])) ??
    [];
  const base = { ...about, id: `timing:${summary.unit}`, kind: 'timing' as const, place: 'timing' as const };
  const evidence: Evidence = { posts: why?.posts ?? summary.mature, weeks: why?.weeks ?? summary.weeks };
  const zone = words.caveatZone(timing.zone);
  if (state === 'insufficient') {
    return [{ ...base, place: 'lists', priority: 3, ...words.suggestInsufficient(timing.missing), evidence, strength: 'rule' }];
  }
  const named = timing.windows.filter(({ recommended }) => recommended);
  const hours = joinWindows(named);
  const interval = spanOf(
    state === 'confirmed' ? (timing.tested ?? []) : named.map(({ lift, withTopics }) => ({ lift: withTopics ?? lift })),
  );
  if (interval && state === 'confirmed') {
    return [
      {
        ...base,
        priority: 1,
        ...words.suggestConfirmed(hours),
        evidence: { ...evidence, interval, caveats: [words.caveatTested, zone] },
        strength: 'confirmed',
      },
    ];
  }
  if (interval && state === 'supported') {
    const caveats = [words.caveatChosen, zone];
    return [
      {
        ...base,
        priority: 2,
        ...words.suggestSupported(hours),
        evidence: { ...evidence, interval, adjustedFor, caveats },
        strength: 'supported',
      },
    ];
  }
  if (interval && state === 'hint') {
    const caveats = [words.caveatTopics, words.caveatChosen, zone];
    const inside = named.reduce((sum, window) => sum + window.posts, 0);
    return [
      {
        ...base,
        priority: 3,
        ...words.suggestHint(hours, inside),
        evidence: { ...evidence, interval, adjustedFor, caveats },
        strength: 'hint',
      },
    ];
  }
  if (state === 'no_effect_seen') {
    return [{ ...base, priority: 5, ...words.suggestNoEffect(), evidence: { ...evidence, adjustedFor }, strength: 'rule' }];
  }
  if (!timing.lean) return [];
  const { lift, windows } = timing.lean;
  return [
    {
      ...base,
      priority: 5,
      ...words.suggestLean(joinWindows(windows), lift.low, lift.high),
      evidence: { ...evidence, interval: lift, caveats: [words.caveatTopics, zone] },
      strength: 'rule',
    },
  ];
}

/** One range for a set of windows. */
function spanOf(windows: readonly { lift: Lift }[]): Lift | null {
  if (windows.length === 0) return null;
  const medians = windows.map(({ lift }) => lift.median);
  return {
    low: Math.min(...windows.map(({ lift }) => lift.low)),
    median: medians.reduce((a, b) => a + b, 0) / medians.length,
    high: Math.max(...windows.map(({ lift }) => lift.high)),
  };
}
