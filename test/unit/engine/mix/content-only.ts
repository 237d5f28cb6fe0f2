import { contentReports, contentSuggestions, unitContentOf } from '../../../../core/engine/content';
import { rankSuggestions } from '../../../../core/engine/mix/suggest';
import { contextOf, type EvaluateInput, evaluate } from '../../../../core/engine/report';
import { groupPosts, unitOf } from '../../../../core/engine/units';
import type { KnownPost } from '../../../../core/model/post';
import type { AccountReading } from '../../../../core/model/reading';
import type { Report } from '../../../../core/model/report';
import { NOW } from './world';

/** The content parts alone: what other rooms add to a report may change without these pages being read again. */
export function contentOnly(
  {
    posts,
    accountReadings = [],
    zone,
    ...said
  }: {
    posts: readonly KnownPost[];
    accountReadings?: readonly AccountReading[];
    zone: string;
  } & Pick<EvaluateInput, 'accountNotes' | 'monthlyRatings' | 'revenue' | 'plan'>,
  locale: 'en' | 'zh-CN',
  previous: Report | null = null,
  now = NOW,
): Report {
  const context = contextOf({ ...said, posts, accountReadings, audienceCurves: [], zone, now, seed: 1, locale, previous });
  const units = [...groupPosts(posts).values()].map((group) => unitOf(group, context)).sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const compliance: Report['compliance'] = { level: 'green', posts: [], patterns: [] };
  const content = contentReports(
    units.map((unit) => unitContentOf(unit, context)),
    compliance,
    context,
  );
  const report = evaluate({ posts: [], accountReadings: [], audienceCurves: [], zone, now, seed: 1, locale });
  const full = { ...report, ...content, compliance };
  return { ...full, suggestions: rankSuggestions(contentSuggestions(full, context)) };
}
