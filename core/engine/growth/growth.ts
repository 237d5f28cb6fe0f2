/**
 * Growth (operating plan A2–A4, D2–D7) of one account, put together from the facts of its units and what its pages said of it.
 */
import type { OutcomeName } from '../../history/outcome';
import type { AccountNotes } from '../../model/documents/account-notes';
import type { MonthlyRating } from '../../model/documents/monthly-rating';
import type { Platform } from '../../model/platforms';
import type { AccountReading } from '../../model/reading';
import type { ComplianceReport } from '../../model/report';
import type { Anomaly, GrowthReport, MixReport, ScoreReport } from '../../model/report-parts';
import type { Revenue } from '../../model/workspace/objects';
import type { Plan } from '../../plan/plan';
import { whyOf } from '../mix/adherence/window';
import type { PostFacts } from '../mix/facts';
import { marketsOf, seasonEvents } from '../season/calendar';
import type { Locale } from '../texts';
import type { Unit } from '../units';
import { type Account, accountOf, DAY_MS } from './account';
import { anomaliesOf, type UnitAnomaly } from './anomalies';
import { audienceOf } from './audience';
import { followerContrast, levelContrast, reachContrast } from './contrast';
import { diagnosisOf } from './diagnosis';
import { followersOf, naturalOf } from './followers';
import { concentrationOf, depthOf, elasticityOf, type FirstDay, firstDaysOf } from './interactions';
import { kpiOf } from './kpi';
import { recentAndBefore, stagesOf } from './stages';
import { swotOf } from './swot';
import { type GrowthTexts, growthTexts, inSentence } from './texts';
import { layersOf, trafficOf } from './traffic';

const SEASON_DAYS = 90;
/** A last look older than this leaves a gap. */
const GAP_DAYS = 7;
const FEWEST_PEERS = 8;

export interface GrowthContext {
  plan: Plan;
  accountReadings: readonly AccountReading[];
  accountNotes?: readonly AccountNotes[];
  monthlyRatings?: readonly MonthlyRating[];
  revenue?: readonly Revenue[];
  zone: string;
  now: number;
  seed: number;
  locale: Locale;
}

/** What is kept of one unit for the account's report. Plain data. */
export interface UnitGrowth {
  anomalies: UnitAnomaly[];
  firstDays: FirstDay[];
  /** What its posts are compared by. */
  outcome: OutcomeName | null;
}

export function unitGrowthOf(unit: Unit, facts: readonly PostFacts[]): UnitGrowth {
  return {
    anomalies: anomaliesOf(unit, facts),
    firstDays: unit.comparable.outcome?.name === 'views' ? firstDaysOf(unit.posts, facts) : [],
    outcome: unit.comparable.outcome?.name ?? null,
  };
}

export interface GrowthPart {
  unit: string;
  facts: readonly PostFacts[];
  growth: UnitGrowth;
  score: ScoreReport | null;
}

/** The report of one account from all its units. */
export function growthOf(
  platform: Platform,
  accountName: string,
  parts: readonly GrowthPart[],
  others: { mix: readonly MixReport[]; compliance: ComplianceReport },
  context: GrowthContext,
): GrowthReport {
  const { plan, now, seed, locale } = context;
  const words = growthTexts(locale);
  const account = accountOf(
    parts,
    context.accountReadings.filter((reading) => reading.platform === platform && (reading.account ?? '') === accountName),
  );
  const own = <T extends { platform?: Platform | undefined; account?: string | undefined }>(list: readonly T[] = []) =>
    list.filter((one) => one.platform === platform && one.account === accountName);
  const [notes] = own(context.accountNotes);
  const main = account.main[0]?.unit;
  const today = Math.floor(now / DAY_MS);
  const natural = naturalOf(account, plan, seed, words);
  const concentration = concentrationOf(account, outcomeOf(parts), words);
  const elasticity = elasticityOf(account, parts.find(({ unit }) => unit === main)?.growth.firstDays ?? [], plan, words);
  const stages = stagesOf(account, plan, words);
  const followers = followersOf(account, words);
  const anomalies = anomalyReports(account, parts, now, words);
  const report: Omit<GrowthReport, 'swot'> = {
    platform,
    account: accountName,
    keys: account.keys,
    stages,
    followers,
    natural,
    depth: depthOf(account, words),
    elasticity,
    traffic: trafficOf(account, plan, words),
    layers: layersOf(account, words),
    audience: audienceOf(account.readings, notes?.audience, words),
    concentration,
    anomalies,
    contrasts: contrastsOf(account, { stages, followers, anomalies }, plan, locale, words),
    diagnosis: diagnosisOf(account, { natural, elasticity, concentration }, notes?.stepsToConvert ?? null, plan, words),
    kpi: kpiOf(account, plan, { rated: own(context.monthlyRatings), revenue: own(context.revenue) }, { now, seed }, words),
    seasons: seasonEvents(today - SEASON_DAYS, today + SEASON_DAYS, marketsOf(platform, context.zone), words.seasons),
  };
  const score = parts.flatMap((part) => part.score ?? []);
  const keys = new Set(account.all.map(({ key }) => key));
  return {
    ...report,
    swot: swotOf({ growth: report, mix: others.mix, score, compliance: others.compliance, keys, now, locale }),
  };
}

/** The one figure that the posts of all units are compared by; null where units differ. */
function outcomeOf(parts: readonly GrowthPart[]): OutcomeName | null {
  const names = new Set(parts.flatMap(({ growth }) => growth.outcome ?? []));
  const [name] = names;
  return name !== undefined && names.size === 1 ? name : null;
}

function contrastsOf(
  account: Account,
  { stages, followers, anomalies }: Pick<GrowthReport, 'stages' | 'followers' | 'anomalies'>,
  plan: Plan,
  locale: Locale,
  words: GrowthTexts,
): GrowthReport['contrasts'] {
  const shift = anomalies.find(({ kind }) => kind === 'levelUp' || kind === 'levelDown');
  const { recent, before } = recentAndBefore(account, plan);
  return {
    followers: (followers.net28.value?.net ?? 0) < 0 ? followerContrast(account, locale, words) : null,
    level: shift ? levelContrast(account, shift.kind === 'levelUp', locale, words) : null,
    reach: stages.weakest === 'distribution' ? reachContrast(recent, before, locale, words) : null,
  };
}

function anomalyReports(account: Account, parts: readonly GrowthPart[], now: number, words: GrowthTexts): Anomaly[] {
  const indexOf = new Map(account.keys.map((key, index) => [key, index]));
  const indices = (keys: readonly string[]) => keys.flatMap((key) => indexOf.get(key) ?? []);
  const found = parts
    .flatMap(({ growth }) => growth.anomalies)
    .map((one): Anomaly => {
      const post = one.key === null ? null : (indexOf.get(one.key) ?? null);
      const title = one.title.trim() === '' ? words.untitled : inSentence(one.title.trim());
      const peers = indices(one.peers);
      const formula = one.kind === 'levelUp' || one.kind === 'levelDown' ? 'growth.level' : 'growth.anomaly';
      const statements = {
        surge: () => words.surge(title, one.factor),
        slump: () => words.slump(title, one.factor),
        correction: () => words.correction(title),
        levelUp: () => words.levelUp,
        levelDown: () => words.levelDown,
      };
      return {
        kind: one.kind,
        post,
        title: post === null ? null : title,
        metric: one.metric,
        at: new Date(one.at).toISOString(),
        size: one.size,
        statement: statements[one.kind](),
        why: whyOf(formula, {
          inputs: {
            metric: one.metric,
            size: one.size,
            ...(one.kind === 'surge' || one.kind === 'slump' ? { times: one.factor } : {}),
          },
          posts: post === null ? peers : [post, ...peers],
          have: one.peers.length,
          need: one.kind === 'correction' ? 0 : FEWEST_PEERS,
        }),
      };
    });
  const gap = account.seenAt === null ? 0 : Math.floor((now - account.seenAt) / DAY_MS);
  if (account.seenAt !== null && gap >= GAP_DAYS) {
    found.unshift({
      kind: 'gap',
      post: null,
      title: null,
      metric: '',
      at: new Date(account.seenAt).toISOString(),
      size: null,
      statement: words.gap(gap),
      why: whyOf('growth.gap', { inputs: { days: gap }, have: gap, need: GAP_DAYS }),
    });
  }
  return found;
}
