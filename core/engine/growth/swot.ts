/** D7: a positioning board filled in from the findings. A start, to be edited; each entry says which finding it comes from. */
import type { ComplianceReport } from '../../model/report';
import type { GrowthReport, MixReport, ScoreReport, SwotItem } from '../../model/report-parts';
import { effectSentence } from '../mix/effectiveness';
import { mixTexts } from '../mix/texts';
import { weakestPart } from '../score/account-score';
import { scoreTexts } from '../score/texts';
import type { Locale } from '../texts';
import { growthTexts } from './texts';

const SEASON_AHEAD_DAYS = 60;
const MOST_SEASONS = 2;
const MOST_TRYING = 3;
/** P(better) below which a topic is not offered as worth a try. */
const WORTH_TRYING = 0.35;
const DAY_MS = 86_400_000;

export interface SwotInput {
  growth: Omit<GrowthReport, 'swot'>;
  mix: readonly MixReport[];
  score: readonly ScoreReport[];
  compliance: ComplianceReport;
  /** Keys of all of the account's posts. */
  keys: ReadonlySet<string>;
  now: number;
  locale: Locale;
}

export function swotOf({ growth, mix, score, compliance, keys, now, locale }: SwotInput): SwotItem[] {
  const words = growthTexts(locale);
  const mixWords = mixTexts(locale);
  const items: SwotItem[] = [];
  const worse = new Set<string>();
  const told = new Set<string>();
  const add = (quadrant: SwotItem['quadrant'], text: string, from: string) => items.push({ quadrant, text, from });
  for (const { unit, effectiveness } of mix) {
    for (const { factor, against, effects } of effectiveness.factors) {
      for (const effect of effects) {
        if (!effect.advice) continue;
        // A series and its topic, a tag and its word: the same posts are told once.
        const posts = effect.why.posts.join();
        if (told.has(posts)) continue;
        told.add(posts);
        if (effect.advice === 'less' && factor === 'pillar') worse.add(effect.level);
        const text = `${effectSentence(effect, against, mixWords)}${locale === 'en' ? '.' : '。'}`;
        add(effect.advice === 'more' ? 'strength' : 'weakness', text, `effect:${unit}:${factor}:${effect.level}`);
      }
    }
  }
  const adherence = mix[0]?.adherence;
  if (adherence?.kinds.inPlan) add('strength', words.swot.inPlan, 'mix.kinds');
  if (adherence?.kinds.inPlan === false) add('weakness', adherence.kinds.statement, 'mix.kinds');
  if (adherence?.commercial.value?.band === 'above') add('threat', adherence.commercial.statement, 'mix.commercial');
  const trying =
    adherence?.zones.topics
      .filter(
        ({ zone, of, topic, usual, probabilityBetter: { value } }) =>
          zone === 'experiment' && of === 'pillar' && !usual && !worse.has(topic) && (value === null || value >= WORTH_TRYING),
      )
      .slice(0, MOST_TRYING) ?? [];
  if (trying.length > 0) add('opportunity', words.swot.trying(trying.map(({ topic }) => topic)), 'mix.zones');
  for (const { unit, account } of score) {
    const weakest = weakestPart(account.parts);
    const value = weakest && account.parts[weakest].value;
    if (weakest && value !== null) {
      const text = scoreTexts(locale).suggestWeakest(scoreTexts(locale).parts[weakest], value ?? 0, 50).title;
      add('weakness', `${text}${locale === 'en' ? '.' : '。'}`, `score:${unit}:${weakest}`);
    }
  }
  if (growth.stages.weakest) add('weakness', growth.stages.statement, 'growth.stages');
  const net = growth.followers.net28.value?.net ?? null;
  const natural = growth.natural.value;
  // Of followers that leave in the end, no share is a strength.
  if (natural && natural.low >= natural.target && !(net !== null && net < 0))
    add('strength', words.swot.natural(natural.share, natural.method), 'growth.natural');
  if (natural?.below) add('threat', growth.natural.statement, 'growth.natural');
  if (growth.diagnosis.some(({ id, state }) => id === 'concentration' && state === 'attention'))
    add('threat', words.swot.concentration(growth.concentration.value?.topShare ?? 0), 'growth.concentration');
  if (net !== null && net < 0) add('weakness', growth.followers.statement, 'growth.followers');
  for (const { kind, statement } of growth.anomalies) {
    if (kind === 'levelUp') add('strength', statement, 'growth.level');
    if (kind === 'levelDown') add('threat', statement, 'growth.level');
  }
  const today = new Date(now).toISOString().slice(0, 10);
  const soon = new Date(now + SEASON_AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);
  const ahead = growth.seasons.filter(({ from }) => from > today && from <= soon).slice(0, MOST_SEASONS);
  for (const { id, label, from } of ahead) {
    const days = Math.round((Date.parse(from) - Date.parse(today)) / DAY_MS);
    add('opportunity', words.swot.season(label, from, days), `season:${id}:${from}`);
  }
  const levels = compliance.posts.filter(({ post }) => keys.has(post)).map(({ level }) => level);
  const red = levels.filter((level) => level === 'red').length;
  const yellow = levels.filter((level) => level === 'yellow').length;
  if (red > 0) add('threat', words.swot.red(red), 'compliance.red');
  if (yellow > 0) add('threat', words.swot.yellow(yellow), 'compliance.yellow');
  return items;
}
