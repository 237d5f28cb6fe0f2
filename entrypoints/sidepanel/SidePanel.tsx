import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type AccountView, type Loadable, type Scope, scopeId } from '../../components/data';
import { Loaded, ProblemCard } from '../../components/kit';
import { BackupReminder } from '../../components/kit/backup';
import { OpenPage } from '../../components/kit/start';
import { lazy } from '../../components/lazy';
import { PANEL_TABS, type PanelTab, SidePanelView } from '../../components/shell/SidePanelView';
import { TodayView } from '../../components/today/TodayView';
import { useWords } from '../../components/words';
import type { SuggestionPlace } from '../../core/model/report';
import { currentAccount, leadingTiming } from '../lib/account';
import { useAnswer } from '../lib/app';
import { useBackupAge } from '../lib/backups';
import { openWorkbench } from '../lib/browser';
import { usePieces, usePlatforms, useReport, useTab } from '../lib/hooks';
import { type Front, frontOf, type OwnFront, type PieceName, type Pieces } from '../lib/pieces';
import { pageOf } from '../lib/places';
import { useReminders } from '../lib/reminders';
import { DueToday } from './DueToday';
import type { MixTabProps } from './Mix';

/** Fetched when first shown: its words are many. */
const Mix = lazy(async (language) => {
  const [{ Mix: View }, { insight }] = await Promise.all([
    import('./Mix'),
    language === 'zh-CN' ? import('../../assets/locales/zh-CN/insight') : import('../../assets/locales/en/insight'),
  ]);
  return (props: Omit<MixTabProps, 'words'>) => <View {...props} words={insight} />;
});

/** What is not Today is fetched when first shown: the panel opens the quicker. */
const Timing = lazy(async () => (await import('./Timing')).Timing);
const Compliance = lazy(async () => (await import('./Compliance')).Compliance);
const Posts = lazy(async () => (await import('./Posts')).Posts);

const firstTab = (): PanelTab => PANEL_TABS.find((tab) => `#${tab}` === location.hash) ?? 'today';

export function SidePanel() {
  const { t } = useWords('panel');
  const platforms = usePlatforms();
  const { state: tabState } = useTab(platforms);
  const overview = useAnswer('overview', null);
  const age = useBackupAge();
  const { reported, failed, stale, retry } = useReport();
  const [chosen, setChosen] = useState<Scope | null>(null);
  const [tab, setTab] = useState<PanelTab>(firstTab);
  const [unlabelled, setUnlabelled] = useState(false);

  const accounts = overview.state.state === 'ready' ? overview.state.value.accounts : [];
  const current = currentAccount(accounts, chosen, tabState);
  const choose = useCallback((scope: Scope) => setChosen(scope), []);
  // Another platform in the tab: its account comes to the front again, whatever was chosen before.
  const platformInTab = 'platform' in tabState ? tabState.platform : null;
  useEffect(() => setChosen(null), [platformInTab]);

  const goTo = (next: PanelTab) => {
    setUnlabelled(false);
    setTab(next);
    history.replaceState(null, '', `#${next}`);
  };
  /** From within a tab: the focus goes along, as what had it is gone. */
  const follow = (next: PanelTab) => {
    goTo(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const label = () => {
    follow('posts');
    setUnlabelled(true);
  };
  const mine = useMemo(() => {
    const part = reported && current ? frontOf(reported.front, current) : null;
    // An older report that does not know the account yet must not say that all is well with it.
    return part && (part.units.length > 0 || !stale) ? part : null;
  }, [reported, current, stale]);
  const problem = overview.state.state === 'failed' ? overview.state.problem : null;
  const loading: Loadable<OwnFront> = mine
    ? { state: 'ready', value: mine }
    : failed
      ? { state: 'failed', problem: failed }
      : { state: 'loading' };

  if (overview.state.state === 'loading') return <Loaded of={overview.state}>{() => null}</Loaded>;
  return (
    <OpenPage.Provider value={(page) => void openWorkbench(page)}>
      <SidePanelView
        accounts={accounts}
        current={current}
        tabState={tabState}
        tab={tab}
        counts={{ compliance: mine?.red ?? 0 }}
        stale={stale && mine !== null}
        problem={problem}
        now={Date.now()}
        onTab={goTo}
        onAccount={choose}
        onWorkbench={(section) => void openWorkbench(section)}
        onRetry={overview.retry}
      >
        {current && tab === 'posts' && (
          <Posts key={`${current.platform}${current.account}`} account={current} unlabelled={unlabelled} />
        )}
        {current && tab !== 'posts' && (
          <Loaded of={loading} waiting={t.panel.weighing} onRetry={retry}>
            {(value) => (
              <>
                {failed && <ProblemCard problem={failed} onRetry={retry} />}
                {tab === 'today' && (
                  <>
                    <DueToday />
                    <Today account={current} front={value} onTab={follow} onLabel={label} />
                    {age && <BackupReminder age={age} now={Date.now()} onBackup={() => void openWorkbench('backup')} />}
                  </>
                )}
                {tab === 'timing' && reported && (
                  <Part of={reported.front} account={current} piece="times">
                    {({ times }) => <Timing front={value} times={times} />}
                  </Part>
                )}
                {tab === 'mix' && reported && (
                  <Part of={reported.front} account={current} piece="mix">
                    {({ mix }) => <Mix account={current} mix={mix} onLabel={label} />}
                  </Part>
                )}
                {tab === 'compliance' && reported && (
                  <Part of={reported.front} account={current} piece="compliance">
                    {({ compliance }) => <Compliance account={current} front={value} {...compliance} />}
                  </Part>
                )}
              </>
            )}
          </Loaded>
        )}
      </SidePanelView>
    </OpenPage.Provider>
  );
}

interface PartProps<P extends PieceName> {
  of: Front;
  account: AccountView;
  piece: P;
  children: (pieces: Pick<Pieces, P>) => ComponentChildren;
}

/** A tab that shows more than the front: what it needs is fetched when it is opened. */
function Part<P extends PieceName>(props: PartProps<P>) {
  return <PartOf key={`${props.piece}|${scopeId(props.account)}`} {...props} />;
}
function PartOf<P extends PieceName>({ of, account, piece, children }: PartProps<P>) {
  const { state, retry } = usePieces(of, account, [piece]);
  return (
    <Loaded of={state} onRetry={retry}>
      {children}
    </Loaded>
  );
}

interface TodayTabProps {
  account: AccountView;
  front: OwnFront;
  onTab: (tab: PanelTab) => void;
  onLabel: () => void;
}
function Today({ account, front, onTab, onLabel }: TodayTabProps) {
  const go = (place: SuggestionPlace) => {
    if (place === 'labels') onLabel();
    else if (place === 'timing' || place === 'mix') onTab(place);
    else if (place === 'check') onTab('compliance');
    else void openWorkbench(pageOf(place, account).map(encodeURIComponent).join('/'));
  };
  const reminders = useReminders();
  return (
    <TodayView
      account={account}
      suggestions={front.suggestions}
      cadence={front.cadence}
      timing={leadingTiming(front)}
      growth={front.growth}
      weeks={front.weeks}
      reminder={{ on: reminders.has('window'), onChange: (on) => void reminders.change('window', on) }}
      now={Date.now()}
      onOpen={(key) => void openWorkbench(`posts/${encodeURIComponent(key)}`)}
      onGo={go}
    />
  );
}
