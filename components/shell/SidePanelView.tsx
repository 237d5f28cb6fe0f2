import { CalendarClock, ChartPie, ClipboardCheck, LayoutList, Sprout, Sun } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { AccountView, Problem, Scope, TabState } from '../data';
import { Button, Empty, Note, ProblemCard, type Tab, TabPanel, Tabs } from '../kit';
import { CoverageLine, StaleNote } from '../kit/coverage';
import { type TextsOf, useWords } from '../words';
import { AccountBar } from './AccountBar';

export const PANEL_TABS = ['today', 'timing', 'mix', 'compliance', 'posts'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];
const ICONS = { today: Sun, timing: CalendarClock, mix: ChartPie, compliance: ClipboardCheck, posts: LayoutList };

export interface SidePanelProps {
  accounts: AccountView[];
  current: AccountView | null;
  tabState: TabState;
  tab: PanelTab;
  /** Number beside a section, e.g. red findings. */
  counts: Partial<Record<PanelTab, number>>;
  stale: boolean;
  problem: Problem | null;
  now: number;
  /** The view of the chosen section. */
  children: ComponentChildren;
  onTab: (tab: PanelTab) => void;
  onAccount: (scope: Scope) => void;
  onWorkbench: (section?: string) => void;
  onRetry: () => void;
}

export function SidePanelView(props: SidePanelProps) {
  const { t } = useWords('panel');
  const { accounts, current, tabState, tab, counts, stale, problem, now, children, onTab, onAccount, onWorkbench, onRetry } =
    props;
  const tabs: Tab<PanelTab>[] = PANEL_TABS.map((id) => ({
    id,
    label: t.panel.tabs[id],
    icon: ICONS[id],
    ...(counts[id] ? { count: counts[id] } : {}),
  }));
  return (
    <div class="panel">
      <header class="panel-head">
        <AccountBar accounts={accounts} current={current} onChoose={onAccount} onWorkbench={() => onWorkbench()} />
        {current && <CoverageLine account={current} now={now} />}
        <TabNote state={tabState} onWorkbench={onWorkbench} />
      </header>
      <main>
        {current && !problem && (
          <div class="panel-tabs">
            <Tabs label={t.panel.tabsLabel} tabs={tabs} current={tab} onChange={onTab} />
          </div>
        )}
        <div class="panel-main">
          {problem && (
            <>
              <h1 class="sr-only">{t.name}</h1>
              <ProblemCard problem={problem} onRetry={onRetry} />
            </>
          )}
          {!problem && !current && (
            <Empty icon={Sprout} title={t.panel.first.title} text={t.panel.first.text}>
              <Button kind="primary" onClick={() => onWorkbench('welcome')}>
                {t.panel.first.action}
              </Button>
              <Button onClick={() => onWorkbench('import')}>{t.start.files}</Button>
            </Empty>
          )}
          {!problem && current && (
            <>
              <h1 class="sr-only">{t.panel.tabs[tab]}</h1>
              <StaleNote stale={stale} />
              <TabPanel id={tab}>{children}</TabPanel>
            </>
          )}
        </div>
      </main>
    </div>
  );
}

/** Says why the page in the tab is not being read. Nothing is said when all is well or the tab is some other site. */
export function TabNote({ state, onWorkbench }: { state: TabState; onWorkbench: (section?: string) => void }) {
  const { t, f } = useWords('panel');
  if (state.kind === 'off') {
    return (
      <Note>
        <div class="row-apart">
          <span>{t.tab.off(t.platforms[state.platform])}</span>
          <Button small onClick={() => onWorkbench('welcome')}>
            {t.popup.switchOn(t.platforms[state.platform])}
          </Button>
        </div>
      </Note>
    );
  }
  const text = tabNoteText(state, t);
  if (!text) return null;
  return (
    <Note kind={state.kind === 'not-a-dashboard' ? 'info' : 'warn'}>
      {f.sentences(text, state.kind === 'unsupported-layout' && t.panel.readAnyway)}
    </Note>
  );
}

function tabNoteText(state: TabState, t: TextsOf['every']): string | null {
  switch (state.kind) {
    case 'not-a-dashboard':
      return t.tab.notDashboard(t.platforms[state.platform]);
    case 'unsupported-layout':
      return t.tab.unsupportedLayout;
    case 'paused':
      return t.tab.paused;
    case 'refresh':
      return t.tab.refresh;
    default:
      return null;
  }
}
