/** Growth → what to do next. */
import type { Report, Suggestion } from '../../model/report';
import type { GrowthReport } from '../../model/report-parts';
import { belongsTo } from '../../model/unit-name';
import type { Locale } from '../texts';
import { growthTexts, inSentence } from './texts';

const DAY_MS = 86_400_000;
/** Seasons are told so long ahead, and not closer than can still be planned for. */
const SEASON_AHEAD_DAYS = { most: 21, least: 3 };
/** Events small enough not to be told unasked. */
const TOLD_SEASONS: ReadonlySet<string> = new Set([
  'springFestival',
  'sale618',
  'nationalDay',
  'double11',
  'blackFriday',
  'christmas',
]);

export function growthSuggestions(report: Report, now: number, locale: Locale): Suggestion[] {
  return report.growth.flatMap((growth) => accountSuggestions(growth, report, now, locale));
}

function accountSuggestions(growth: GrowthReport, report: Report, now: number, locale: Locale): Suggestion[] {
  const words = growthTexts(locale);
  const { platform, account, stages, natural, concentration, anomalies, contrasts, diagnosis, keys } = growth;
  const weeks = Math.max(
    0,
    ...report.mix.filter(({ unit }) => belongsTo(unit, platform, account)).map(({ effectiveness }) => effectiveness.weeks),
  );
  const list: Suggestion[] = [];
  const add = (
    id: string,
    kind: Suggestion['kind'],
    priority: Suggestion['priority'],
    text: { title: string; why: string; action: string },
    posts: number,
    strength: Suggestion['strength'],
    // Weeks these posts lie in.
    over = weeks,
    more: Partial<Pick<Suggestion, 'place' | 'post'>> = {},
  ) =>
    list.push({
      platform,
      account,
      id: `${id}:${platform}|${account}`,
      kind,
      place: 'growth',
      ...more,
      priority,
      ...text,
      evidence: { posts, weeks: over },
      strength,
    });
  for (const { kind, statement, why, post, title, at } of anomalies) {
    const key = post === null ? undefined : keys[post];
    const id = post === null ? '' : `:${key ?? ''}`;
    const named = inSentence(title ?? words.untitled);
    const about = key === undefined ? {} : { post: key };
    if (kind === 'gap')
      add('growth-gap', 'capture', 2, words.suggestGap(statement), keys.length, 'rule', weeks, { place: 'lists' });
    if (kind === 'surge')
      add(`growth-surge${id}`, 'growth', 1, words.suggestSurge(statement, named), why.have, 'hint', weeks, about);
    if (kind === 'slump')
      add(`growth-slump${id}`, 'growth', 4, words.suggestSlump(statement, named), why.have, 'hint', weeks, about);
    if (kind === 'levelUp' || kind === 'levelDown')
      add(
        `growth-level:${at.slice(0, 10)}`,
        'growth',
        3,
        words.suggestLevel(kind === 'levelUp', statement, contrasts.level),
        why.have,
        'hint',
      );
  }
  if (stages.weakest) {
    const metrics = stages.stages.find(({ stage }) => stage === stages.weakest)?.metrics ?? [];
    const most = metrics.toSorted((a, b) => b.recent.why.have - a.recent.why.have)[0]?.recent.why;
    add(
      'growth-stage',
      'growth',
      3,
      words.suggestStage(stages.statement, stages.weakest, contrasts.reach),
      most?.have ?? 0,
      'hint',
      most?.weeks,
    );
  }
  const net = growth.followers.net28.value;
  if (net && net.net < 0)
    add(
      'growth-followers',
      'growth',
      3,
      words.suggestFollowers(growth.followers.statement, contrasts.followers),
      keys.length,
      'rule',
    );
  if (natural.value?.below)
    add('growth-natural', 'growth', 3, words.suggestNatural(natural.statement), natural.why.posts.length, 'hint');
  if (diagnosis.some(({ id, state }) => id === 'concentration' && state === 'attention'))
    add(
      'growth-concentration',
      'growth',
      3,
      words.suggestConcentration(concentration.statement, inSentence(concentration.value?.topTitle ?? words.untitled)),
      concentration.why.have,
      'rule',
      concentration.why.weeks,
    );
  const today = Math.floor(now / DAY_MS);
  const season = growth.seasons
    .map((event) => ({ event, days: Date.parse(`${event.from}T00:00:00Z`) / DAY_MS - today }))
    .find(({ event, days }) => TOLD_SEASONS.has(event.id) && days >= SEASON_AHEAD_DAYS.least && days <= SEASON_AHEAD_DAYS.most);
  if (season)
    add(
      `growth-season:${season.event.id}:${season.event.from}`,
      'growth',
      5,
      words.suggestSeason(season.event.label, season.event.from, season.days),
      keys.length,
      'rule',
      weeks,
      { place: 'calendar' },
    );
  return list;
}
