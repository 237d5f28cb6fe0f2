/** Findings → what to do next, each with its evidence. */
import type { Report, Suggestion } from '../model/report';
import type { Plan } from '../plan/plan';
import type { TimingTexts } from './texts';

export function suggestionsOf(report: Report, plan: Plan, words: TimingTexts): Suggestion[] {
  return report.units.flatMap((summary, i) => {
    const timing = report.timing[i];
    const cadence = report.cadence[i];
    if (!timing || !cadence) return [];
    const [platform, account] = summary.unit.split('|') as [NonNullable<Suggestion['platform']>, string];
    const about = { platform, account, unit: summary.unit };
    const evidence = { posts: summary.mature, weeks: summary.weeks };
    const list: Suggestion[] = [];
    if (timing.state === 'insufficient') {
      list.push({
        ...about,
        id: `timing-insufficient:${summary.unit}`,
        kind: 'timing',
        priority: 3,
        ...words.suggestInsufficient(timing.missing),
        evidence,
        strength: 'rule',
      });
    }
    if (cadence.perWeek !== null && cadence.perWeek < plan.cadence.postsPerWeek) {
      list.push({
        ...about,
        id: `cadence:${summary.unit}`,
        kind: 'cadence',
        priority: 3,
        ...words.suggestCadence(cadence.perWeek, plan.cadence.postsPerWeek, cadence.longestGapDays ?? 0),
        evidence: { posts: summary.posts, weeks: cadence.weeks },
        strength: 'rule',
      });
    }
    return list;
  });
}
