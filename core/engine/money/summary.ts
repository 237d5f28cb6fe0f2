/** A month of money against the plan (F2, F3), per currency: nothing is converted. */
import { dayIn } from '../../history/clock';
import type { Cost, MoneyEntry, Revenue } from '../../model/workspace/objects';
import type { MoneyShare, MoneySummary, MoneyYear } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { hashText } from '../../stats/random';
import type { AccountFacts } from '../goals/series';
import { roiOf, roiRegression, weeksOf } from './roi';

/** Views are shown when at least this share of the month's posts has them. */
const ENOUGH_VIEWS = 0.8;
/** Growth of followers a month above which an account is growing, and below which it is settled (F4; defaults of the product). */
const GROWING = 0.05;
const SETTLED = 0.01;
/** A stage is named from so many months with cost. */
const FEWEST_MONTHS = 3;

const total = (entries: readonly MoneyEntry[]) => entries.reduce((sum, { amount }) => sum + amount, 0);

/** Sums by name, largest first; with targets, every name of the plan has its line. */
function shares<T extends MoneyEntry>(
  entries: readonly T[],
  nameOf: (entry: T) => string | undefined,
  targets: Readonly<Record<string, number>> | null = null,
): MoneyShare[] {
  const sums = new Map<string, number>(Object.keys(targets ?? {}).map((name) => [name, 0]));
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + entry.amount);
  }
  const all = [...sums.values()].reduce((a, b) => a + b, 0);
  if (all === 0) return [];
  const weights = Object.values(targets ?? {}).reduce((a, b) => a + b, 0);
  return [...sums]
    .map(([name, amount]) => {
      const target = targets?.[name] === undefined ? null : targets[name] / weights;
      return { name, amount, share: amount / all, target, deviation: target === null ? null : amount - target * all };
    })
    .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1));
}

export interface MoneyFacts {
  entries: readonly MoneyEntry[];
  accounts: readonly AccountFacts[];
  plan: Plan;
  zone: string;
}

/** Every month with an entry, newest first, one line per currency. */
export function moneyMonths(facts: MoneyFacts): MoneySummary[] {
  const keys = new Set(facts.entries.map(({ day, currency }) => `${day.slice(0, 7)} ${currency}`));
  return [...keys]
    .sort((a, b) => (a.slice(0, 7) === b.slice(0, 7) ? (a < b ? -1 : 1) : a < b ? 1 : -1))
    .map((key) => monthOf(key.slice(0, 7), key.slice(8), facts));
}

function monthOf(month: string, currency: string, { entries, accounts, plan, zone }: MoneyFacts): MoneySummary {
  const own = entries.filter((entry) => entry.currency === currency && entry.day.startsWith(month));
  const revenue = own.filter((entry): entry is Revenue => entry.flow === 'revenue');
  const cost = own.filter((entry): entry is Cost => entry.flow === 'cost');
  const earned = total(revenue);
  const spent = total(cost);
  const scenes = shares(revenue, ({ scene }) => scene);
  const boards = shares(cost, ({ board }) => board, plan.money.budget);
  const part = (test: (entry: Cost) => boolean) => (spent > 0 ? total(cost.filter(test)) / spent : null);
  const views = viewsOf(month, accounts, zone);
  return {
    currency,
    month,
    revenue: earned,
    cost: spent,
    scenes,
    boards,
    contentParts: shares(
      cost.filter(({ board }) => board === 'content'),
      ({ contentPart }) => contentPart,
      plan.money.contentBudget,
    ),
    returns: shares(revenue, ({ returns }) => returns),
    distance: spent > 0 ? boards.reduce((sum, { share, target }) => sum + Math.abs(share - (target ?? 0)), 0) / 2 : null,
    experiments: part(({ experiment }) => experiment),
    people: part(({ people }) => people),
    largestScene: scenes[0]?.share ?? null,
    concentration: scenes.length > 0 ? scenes.reduce((sum, { share }) => sum + share ** 2, 0) : null,
    season: seasonOf(month, plan),
    views,
    rpm: views !== null && views > 0 && revenue.length > 0 ? (1000 * earned) / views : null,
  };
}

/** Views to date of the posts published in the month; null when fewer than 80 % of them show any. */
function viewsOf(month: string, accounts: readonly AccountFacts[], zone: string): number | null {
  const posts = accounts
    .flatMap(({ posts: own }) => own)
    .filter(({ posted, publishedAt }) => posted && publishedAt !== null && dayIn(publishedAt, zone).startsWith(month));
  const shown = posts.flatMap(({ mature, young }) => {
    const metrics = (mature ?? young)?.metrics;
    return metrics?.views ?? metrics?.reach ?? metrics?.impressions ?? [];
  });
  return posts.length > 0 && shown.length >= ENOUGH_VIEWS * posts.length ? shown.reduce((a, b) => a + b, 0) : null;
}

/** B4: the plan's season that touches the month. */
export function seasonOf(month: string, plan: Plan): MoneySummary['season'] {
  const of = month.slice(5);
  const found = plan.seasons.find(({ from, to }) => from.slice(0, 2) <= of && of <= to.slice(0, 2));
  return found ? { name: found.name, factor: found.budgetFactor } : null;
}

/** All months of each currency, oldest first, with what the whole book says. `monthlyGrowth`: of followers, null when unknown. */
export function moneyYears({ entries, plan }: Pick<MoneyFacts, 'entries' | 'plan'>, monthlyGrowth: number | null): MoneyYear[] {
  return [...new Set(entries.map(({ currency }) => currency))].sort().map((currency) => {
    const own = entries.filter((entry) => entry.currency === currency);
    const months = [...new Set(own.map(({ day }) => day.slice(0, 7)))].sort().map((month) => {
      const inMonth = own.filter(({ day }) => day.startsWith(month));
      const sum = (flow: MoneyEntry['flow']) => total(inMonth.filter((entry) => entry.flow === flow));
      return { month, revenue: sum('revenue'), cost: sum('cost') };
    });
    const weeks = weeksOf(own, plan);
    const spending = months.filter(({ cost }) => cost > 0).length;
    return {
      currency,
      months,
      // Nothing entered is not nothing earned.
      roi: own.some(({ flow }) => flow === 'revenue') ? roiOf(weeks, hashText(currency)) : null,
      regression: roiRegression(weeks),
      stage: monthlyGrowth === null || spending < FEWEST_MONTHS ? null : { stage: stageOf(monthlyGrowth), growth: monthlyGrowth },
    };
  });
}

/** F4: light spending while growth only starts, heavy while the account grows, balanced when it is settled. */
const stageOf = (growth: number) => (growth >= GROWING ? 'heavy' : growth >= SETTLED ? 'light' : 'balanced');
