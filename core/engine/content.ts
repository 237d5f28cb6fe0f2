/** Content mix, score and growth: what the report takes of each unit, and of all units together. */
import type { Report, Suggestion } from '../model/report';
import type { GrowthReport, MixReport, ScoreReport } from '../model/report-parts';
import { type GrowthContext, growthOf, type UnitGrowth, unitGrowthOf } from './growth/growth';
import { growthSuggestions } from './growth/suggest';
import { factsOf, type PostFacts } from './mix/facts';
import { type MixContext, mixReportsOf, type UnitMix, unitMixOf } from './mix/mix';
import { mixSuggestions } from './mix/suggest';
import { scoreOf } from './score/score';
import { scoreSuggestions } from './score/suggest';
import type { Unit } from './units';

export type ContentContext = MixContext & GrowthContext;

/** Everything of one unit that costs more than adding up. Kept until one of its posts changes. */
export interface UnitContent {
  platform: Unit['platform'];
  account: string;
  unit: string;
  facts: PostFacts[];
  mix: UnitMix;
  score: ScoreReport;
  growth: UnitGrowth;
}

export function unitContentOf(unit: Unit, context: ContentContext): UnitContent {
  const facts = factsOf(unit);
  return {
    platform: unit.platform,
    account: unit.account,
    unit: unit.unit,
    facts,
    mix: unitMixOf(unit, facts, context),
    score: scoreOf(unit, facts, context),
    growth: unitGrowthOf(unit, facts),
  };
}

/** The accounts' parts, from the units' parts. `contents` in the order of the report's units. */
export function contentReports(
  contents: readonly UnitContent[],
  compliance: Report['compliance'],
  context: ContentContext,
): { mix: MixReport[]; score: ScoreReport[]; growth: GrowthReport[] } {
  const accounts = new Map<string, UnitContent[]>();
  for (const content of contents) {
    const key = `${content.platform}|${content.account}`;
    const list = accounts.get(key);
    if (list) list.push(content);
    else accounts.set(key, [content]);
  }
  const mix = new Map<string, MixReport>();
  const growth: GrowthReport[] = [];
  for (const parts of accounts.values()) {
    const [first] = parts;
    if (!first) continue;
    const own = mixReportsOf(parts, context);
    for (const report of own) mix.set(report.unit, report);
    growth.push(growthOf(first.platform, first.account, parts, { mix: own, compliance }, context));
  }
  return { mix: contents.flatMap(({ unit }) => mix.get(unit) ?? []), score: contents.map(({ score }) => score), growth };
}

export function contentSuggestions(report: Report, context: ContentContext): Suggestion[] {
  const { plan, locale, now } = context;
  return [
    ...mixSuggestions(report, plan, locale),
    ...scoreSuggestions(report, locale),
    ...growthSuggestions(report, now, locale),
  ];
}
