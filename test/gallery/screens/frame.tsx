/** What the screens stand in. */
import type { ComponentChildren, VNode } from 'preact';
import { type AccountView, type Problem, sameScope, type TabState } from '../../../components/data';
import { type PanelTab, SidePanelView } from '../../../components/shell/SidePanelView';
import { WorkbenchView } from '../../../components/workbench/WorkbenchView';
import { PAGES } from '../../../entrypoints/workbench/pages';
import { accounts, NOW } from '../samples';

export type Locale = 'en' | 'zh-CN';
export type Screen = (locale: Locale) => VNode;
/** By screen and state. */
export type Screens = Record<string, Record<string, Screen>>;
export const nothing = () => {};

export interface PanelOptions {
  /** What one can choose from. */
  accounts?: AccountView[];
  account?: AccountView | null;
  tabState?: TabState;
  problem?: Problem;
  stale?: boolean;
  /** The number on the tab of checks. */
  flagged?: number;
}
export function panel(
  tab: PanelTab,
  children: ComponentChildren,
  {
    accounts: all = Object.values(accounts),
    account = accounts.full,
    tabState = { kind: 'other' },
    problem,
    stale,
    flagged = account?.posts ? 1 : 0,
  }: PanelOptions = {},
) {
  return (
    <SidePanelView
      accounts={account ? [account, ...all.filter((other) => !sameScope(other, account))] : all}
      current={account}
      tabState={tabState}
      tab={tab}
      counts={flagged > 0 ? { compliance: flagged } : {}}
      stale={stale ?? false}
      problem={problem ?? null}
      now={NOW}
      onTab={nothing}
      onAccount={nothing}
      onWorkbench={nothing}
      onRetry={nothing}
    >
      {children}
    </SidePanelView>
  );
}

export const workbench =
  (section: string, children: ComponentChildren): Screen =>
  () => (
    <WorkbenchView pages={PAGES} current={PAGES.find(({ id }) => id === section) ?? PAGES[0]}>
      {children}
    </WorkbenchView>
  );
