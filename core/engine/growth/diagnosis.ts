/** D2, D3, D4, D6: the plan's benchmarks beside the account's own figures. The benchmarks are a template's, not a study's. */
import type { DiagnosisCard, GrowthReport, Shown } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { wilson } from '../../stats/proportions';
import { median } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { type Account, DAY_MS, newest, reason } from './account';
import type { GrowthTexts } from './texts';

const FEWEST_POSTS = 10;
const MONTH_DAYS = 30.44;
/** Share of all figures made by one post from which the account hangs on it. */
const HANGS_ON_ONE = 0.4;

type Own = DiagnosisCard['own'];
type Parts = Pick<GrowthReport, 'natural' | 'elasticity' | 'concentration'>;

/** `steps`: from seeing a post to buying, counted by the creator; null where they did not. */
export function diagnosisOf(
  account: Account,
  parts: Parts,
  steps: number | null,
  plan: Plan,
  words: GrowthTexts,
): DiagnosisCard[] {
  return [
    ...completion(account, plan, words),
    {
      id: 'stepsToConvert',
      own: {
        value: steps === null ? null : { value: steps, low: null, high: null },
        why: whyOf('growth.stepsToConvert', {
          have: steps === null ? 0 : 1,
          need: 1,
          missing: steps === null ? [words.missingSteps] : [],
        }),
      },
      benchmark: plan.diagnosis.stepsToConvert,
      state: steps === null ? 'unknown' : steps >= plan.diagnosis.stepsToConvert ? 'attention' : 'good',
      statement: words.cards.stepsToConvert(steps, plan.diagnosis.stepsToConvert),
    },
    life(account, plan, words),
    carried(
      'naturalShare',
      parts.natural,
      ({ share, low, high }) => ({ value: share, low, high }),
      plan.smallestNaturalShare,
      (value) => (value.below ? 'attention' : value.low >= value.target ? 'good' : 'open'),
    ),
    carried(
      'commentElasticity',
      parts.elasticity,
      ({ percentPerPercent, low, high }) => ({ value: percentPerPercent, low, high }),
      plan.commentElasticity,
      ({ low, high, claimed }) => (low >= claimed ? 'good' : high < claimed ? 'attention' : 'open'),
    ),
    carried(
      'concentration',
      parts.concentration,
      ({ topShare }) => ({ value: topShare, low: null, high: null }),
      null,
      ({ topShare }) => (topShare >= HANGS_ON_ONE ? 'attention' : 'good'),
    ),
  ];
}

function carried<T>(
  id: DiagnosisCard['id'],
  part: Shown<T> & { statement: string },
  own: (value: T) => NonNullable<Own['value']>,
  benchmark: number | null,
  state: (value: T) => DiagnosisCard['state'],
): DiagnosisCard {
  const { value, why, statement } = part;
  return {
    id,
    own: { value: value === null ? null : own(value), why },
    benchmark,
    state: value === null ? 'unknown' : state(value),
    statement,
  };
}

/** Ranks whose values enclose a median with at least 80 % (normal approximation of the binomial). */
const HALF_WIDTH_80 = 1.2816;

function completion(account: Account, plan: Plan, words: GrowthTexts): DiagnosisCard[] {
  const { diagnosis, content } = plan;
  // The same posts as in the four stages: two typical figures of one name would contradict each other.
  const mature = account.main.filter(({ mature: look }) => look !== null);
  const shown = newest(mature, content.window.days, content.window.posts).flatMap((post) => {
    const rate = post.mature?.metrics.completionRate;
    return rate === undefined ? [] : { post, rate };
  });
  const n = shown.length;
  const posts = shown.map(({ post }) => post);
  const why = (formula: string) => reason(formula, posts, FEWEST_POSTS, words.missingCompletion(n, FEWEST_POSTS));
  const enough = n >= FEWEST_POSTS;
  const good = shown.filter(({ rate }) => rate >= diagnosis.targetCompletionRate).length;
  const share = enough ? { value: good / n, ...wilson(good, n) } : null;
  const sorted = shown.map(({ rate }) => rate).sort((a, b) => a - b);
  const reach = (HALF_WIDTH_80 * Math.sqrt(n)) / 2;
  const typical = enough
    ? {
        value: median(sorted),
        low: sorted[Math.max(0, Math.floor(n / 2 - reach))] ?? null,
        high: sorted[Math.min(n - 1, Math.ceil(n / 2 + reach))] ?? null,
      }
    : null;
  const state = !share
    ? 'unknown'
    : share.low >= diagnosis.qualityShare
      ? 'good'
      : share.high < diagnosis.qualityShare
        ? 'attention'
        : 'open';
  return [
    {
      id: 'qualityShare',
      own: { value: share, why: why('growth.qualityShare') },
      benchmark: diagnosis.qualityShare,
      state,
      statement: words.cards.qualityShare(
        share?.value ?? null,
        n,
        diagnosis.targetCompletionRate,
        diagnosis.qualityShare,
        state === 'open',
      ),
    },
    {
      id: 'completionRate',
      own: { value: typical, why: why('growth.completionRate') },
      benchmark: diagnosis.completionRate,
      state: !typical
        ? 'unknown'
        : (typical.low ?? 0) >= diagnosis.completionRate
          ? 'good'
          : (typical.high ?? 1) < diagnosis.completionRate
            ? 'attention'
            : 'open',
      statement: words.cards.completionRate(typical?.value ?? null, n, diagnosis.completionRate, diagnosis.targetCompletionRate),
    },
  ];
}

function life({ posts, all, seenAt }: Account, plan: Plan, words: GrowthTexts): DiagnosisCard {
  const oldest = all.find(({ posted }) => posted)?.publishedAt ?? null;
  const months = oldest === null || seenAt === null ? null : Math.max(0, (seenAt - oldest) / DAY_MS / MONTH_DAYS);
  const why = whyOf('growth.accountLife', { posts: posts[0] ? [posts[0].index] : [], have: months === null ? 0 : 1, need: 1 });
  if (months === null)
    why.missing.push(words.cards.accountLife(null, plan.diagnosis.lifeMonths.low, plan.diagnosis.lifeMonths.high));
  return {
    id: 'accountLife',
    own: { value: months === null ? null : { value: months, low: null, high: null }, why },
    benchmark: plan.diagnosis.lifeMonths.low,
    state: months === null ? 'unknown' : months >= plan.diagnosis.lifeMonths.high ? 'good' : 'open',
    statement: words.cards.accountLife(months, plan.diagnosis.lifeMonths.low, plan.diagnosis.lifeMonths.high),
  };
}
