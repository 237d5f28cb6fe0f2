/** What a report says of one account, for the screens that show one account at a time. */
import { type AccountView, type Scope, sameScope, type TabState } from '../../components/data';
import type { Report, TimingReport, UnitSummary } from '../../core/model/report';
import { unitsOf } from './units';

/** The one chosen, else the tab's, else the one seen last. */
export function currentAccount(accounts: AccountView[], chosen: Scope | null, tab: TabState): AccountView | null {
  const newest = accounts.toSorted((a, b) => (b.seenAt ?? 0) - (a.seenAt ?? 0));
  const picked = chosen && accounts.find((account) => sameScope(account, chosen));
  const inTab = 'platform' in tab ? newest.find(({ platform }) => platform === tab.platform) : undefined;
  return picked ?? inTab ?? newest[0] ?? null;
}

/** Of the unit with the most posts: it speaks for the account where one answer is wanted. */
export function leadingTiming(report: Pick<Report, 'units' | 'timing'>): { summary: UnitSummary; timing: TimingReport } | null {
  return unitsOf(report).toSorted((a, b) => b.summary.posts - a.summary.posts)[0] ?? null;
}
