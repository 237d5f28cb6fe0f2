/** Content mix, score and growth: what the report takes of each unit, and of all units together. */
import type { Report, Suggestion } from '../model/report';
import type { Contrast, GrowthReport, MixReport, PlannedPost, ScoreReport } from '../model/report-parts';
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
  const checks = new Map(compliance.posts.map((check) => [check.post, check]));
  const common = JSON.stringify([
    Math.floor(context.now / HOLDS_MS),
    context.locale,
    context.zone,
    context.seed,
    context.plan,
    context.accountNotes,
    context.monthlyRatings,
    context.revenue,
  ]);
  for (const parts of accounts.values()) {
    const account = accountContent(parts, compliance, { common, checks }, context);
    if (!account) continue;
    for (const report of account.mix) mix.set(report.unit, report);
    growth.push(account.growth);
  }
  return { mix: contents.flatMap(({ unit }) => mix.get(unit) ?? []), score: contents.map(({ score }) => score), growth };
}

interface AccountContent {
  mix: MixReport[];
  growth: GrowthReport;
}
/** By the first unit of an account: what all of its units gave together, and what that was worked out from. */
const kept = new WeakMap<UnitContent, { parts: readonly UnitContent[]; basis: string; result: AccountContent }>();
/** Ages and days since move on while nothing is stored: an answer holds for this long. */
const HOLDS_MS = 6 * 3_600_000;

/**
 * One account, worked out anew when one of its units was, when its findings changed, or when time went on. `common`: what all accounts
 * rest on, as text; `checks`: findings by post.
 */
function accountContent(
  parts: readonly UnitContent[],
  compliance: Report['compliance'],
  { common, checks }: { common: string; checks: ReadonlyMap<string, Report['compliance']['posts'][number]> },
  context: ContentContext,
): AccountContent | null {
  const [first] = parts;
  if (!first) return null;
  const { platform, account } = first;
  const basis =
    common +
    JSON.stringify([
      context.accountReadings.filter((reading) => reading.platform === platform && (reading.account ?? '') === account),
      parts.flatMap(({ facts }) => facts.flatMap(({ key }) => checks.get(key) ?? [])),
    ]);
  const known = kept.get(first);
  if (known?.basis === basis && known.parts.length === parts.length && known.parts.every((part, i) => part === parts[i]))
    return known.result;
  const mix = mixReportsOf(parts, context);
  const growth = growthOf(platform, account, parts, { mix, compliance }, context);
  const result = { mix: inLine(mix, growth.contrasts), growth };
  kept.set(first, { parts, basis, result });
  return result;
}

/** What the advice after a loss asks of the next five posts: so many of what it brings back, at most so many of what it rests. */
const ASKED = { followers: { back: 2, rest: 0 }, shift: { back: 3, rest: 1 } };

/**
 * The next posts say nothing else than the advice after a loss: what it rests comes once in five (after a loss of followers not in the
 * first five), and what it brings back stands in its place, in the first five as often as the advice says. It is no experiment then.
 */
function inLine(mix: MixReport[], { followers, level, reach }: GrowthReport['contrasts']): MixReport[] {
  const told = [followers, level, reach].find((one) => one?.rest || one?.back);
  if (!told) return mix;
  const asked = told === followers ? ASKED.followers : ASKED.shift;
  return mix.map((report) => {
    const { zones } = report.adherence;
    return { ...report, adherence: { ...report.adherence, zones: { ...zones, next: nextInLine(zones.next, told, asked) } } };
  });
}

export function nextInLine(
  planned: readonly PlannedPost[],
  { back, rest }: Pick<Contrast, 'back' | 'rest'>,
  asked: { back: number; rest: number },
): PlannedPost[] {
  const made = [0, 0];
  const next = planned.map((post, at): PlannedPost => {
    const trial = post.zone === 'experiment';
    if (trial && back !== null && post.topic === back) return { ...post, topic: null };
    if (rest === null || post.topic !== rest) return post;
    const five = Math.floor(at / 5);
    made[five] = (made[five] ?? 0) + 1;
    return made[five] <= (five === 0 ? asked.rest : 1) ? post : { ...post, topic: trial ? null : back };
  });
  if (back === null) return next;
  let open = asked.back - next.slice(0, 5).filter(({ topic }) => topic === back).length;
  for (let at = Math.min(5, next.length) - 1; at >= 0 && open > 0; at--) {
    const post = next[at];
    if (post?.zone !== 'stable' || post.topic === back || post.topic === rest) continue;
    next[at] = { ...post, topic: back };
    open--;
  }
  return next;
}

export function contentSuggestions(report: Report, context: ContentContext): Suggestion[] {
  const { plan, locale, now } = context;
  return [
    ...mixSuggestions(report, plan, locale),
    ...scoreSuggestions(report, locale),
    ...growthSuggestions(report, now, locale),
  ];
}
