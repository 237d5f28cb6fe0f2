/** Score → what to do next. */
import type { Report, Suggestion } from '../../model/report';
import { SCORE_PARTS } from '../../model/report-parts';
import { aboutOf } from '../mix/suggest';
import type { Locale } from '../texts';
import { weakestPart } from './account-score';
import { scoreTexts } from './texts';

export function scoreSuggestions(report: Report, locale: Locale): Suggestion[] {
  const words = scoreTexts(locale);
  return report.score.flatMap(({ unit, state, account, missing, honesty }): Suggestion[] => {
    if (state === 'baseline') return [];
    const evidence = {
      posts: account.score.why.posts.length,
      weeks: report.mix.find((one) => one.unit === unit)?.effectiveness.weeks ?? 0,
    };
    const about = aboutOf(unit);
    if (state === 'partial')
      return missing.length === 0
        ? []
        : [
            {
              ...about,
              id: `score-missing:${unit}`,
              kind: 'score',
              place: 'lists',
              priority: 4,
              ...words.suggestCapture(missing),
              evidence,
              strength: 'rule',
            },
          ];
    const weakest = weakestPart(account.parts);
    const value = weakest && account.parts[weakest].value;
    // A score that has predicted nothing here advises nothing.
    if (!weakest || value === null || honesty.predictive === false) return [];
    const others = SCORE_PARTS.filter((part) => part !== weakest).flatMap((part) => account.parts[part].value ?? []);
    const mean = others.reduce((sum, one) => sum + one, 0) / Math.max(1, others.length);
    return [
      {
        ...about,
        id: `score-weakest:${unit}`,
        kind: 'score',
        place: 'score',
        priority: 4,
        ...words.suggestWeakest(words.parts[weakest], value, mean),
        evidence,
        strength: 'hint',
      },
    ];
  });
}
