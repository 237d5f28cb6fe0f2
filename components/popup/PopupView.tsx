import { CalendarClock, Eye, PanelRight, PanelsTopLeft, Power, ScanText } from 'lucide-preact';
import type { Platform } from '../../core/model/platforms';
import type { Finding, TimingReport, UnitSummary } from '../../core/model/report';
import { DraftChecker } from '../compliance/DraftChecker';
import type { CheckDraft, PlatformSwitch, Problem, TabState } from '../data';
import { Button, Disclosure, Note, ProblemCard, Switch } from '../kit';
import { Brand } from '../kit/brand';
import { useWords } from '../words';

export interface PopupProps {
  tabState: TabState;
  /** Verdict of the unit with most posts of the account in the tab, else of the account last seen. */
  timing: { summary: UnitSummary; timing: TimingReport } | null;
  platforms: PlatformSwitch[];
  problem: Problem | null;
  check: CheckDraft;
  /** These words are no issue under this rule. */
  onDismiss: (finding: Finding) => Promise<unknown>;
  /** The creator has said before how the page in the tab is read. */
  declared: boolean;
  onSwitch: (platform: Platform, on: boolean) => void;
  onPanel: () => void;
  onWorkbench: () => void;
  onRefresh: () => void;
  /** Reads the page in the tab, whatever it is. */
  onReadPage: () => void;
}

export function PopupView(props: PopupProps) {
  const {
    tabState,
    timing,
    platforms,
    problem,
    check,
    onDismiss,
    declared,
    onSwitch,
    onPanel,
    onWorkbench,
    onReadPage,
    onRefresh,
  } = props;
  const { t, f } = useWords();
  const platform = 'platform' in tabState ? tabState.platform : null;
  return (
    <div class="popup">
      <header class="row-apart">
        <h1>
          <Brand />
        </h1>
        <Button kind="plain" icon={PanelsTopLeft} label={t.common.openWorkbench} onClick={onWorkbench} />
      </header>
      <main class="stack">
        {problem && <ProblemCard problem={problem} />}
        <section aria-labelledby="page-title">
          <h2 id="page-title" class="section-title">
            {t.popup.thisPage}
          </h2>
          <div class="stack-tight">
            <ThisPage state={tabState} onSwitch={onSwitch} onRefresh={onRefresh} />
            {UNREAD.has(tabState.kind) && <ReadPage declared={declared} onReadPage={onReadPage} />}
          </div>
        </section>
        <section aria-labelledby="window-title">
          <h2 id="window-title" class="section-title">
            {t.popup.nextWindow}
          </h2>
          <NextWindow timing={timing} />
        </section>
        <section aria-labelledby="draft-title">
          <h2 id="draft-title" class="section-title">
            {t.popup.draft}
          </h2>
          <DraftChecker
            compact
            check={check}
            platform={platform}
            onDismiss={onDismiss}
            placeholder={t.popup.draftPlaceholder}
            more={(hidden) => t.popup.moreFindings(hidden, f.number(hidden))}
          />
        </section>
        <Button kind="primary" icon={PanelRight} onClick={onPanel}>
          {t.popup.openPanel}
        </Button>
        <Disclosure summary={t.popup.platforms} open={platforms.length > 0 && platforms.every(({ on }) => !on)}>
          <ul class="stack-tight">
            {platforms.map((entry) => (
              <li key={entry.platform} class="row-apart">
                <span>{t.platforms[entry.platform]}</span>
                <Switch
                  checked={entry.on}
                  label={t.popup.switchLabel(t.platforms[entry.platform])}
                  onChange={(on) => onSwitch(entry.platform, on)}
                />
              </li>
            ))}
          </ul>
        </Disclosure>
      </main>
    </div>
  );
}

/** Pages that nothing else reads: the creator may say what is on them. */
const UNREAD: ReadonlySet<TabState['kind']> = new Set<TabState['kind']>(['other', 'not-a-dashboard', 'unsupported-layout']);

function ReadPage({ declared, onReadPage }: Pick<PopupProps, 'declared' | 'onReadPage'>) {
  const { t } = useWords();
  return (
    <div class="stack-tight">
      {!declared && <p class="small muted">{t.popup.readText}</p>}
      <div>
        <Button small icon={ScanText} onClick={onReadPage}>
          {declared ? t.popup.readAgain : t.popup.read}
        </Button>
      </div>
    </div>
  );
}

function ThisPage({ state, onSwitch, onRefresh }: { state: TabState } & Pick<PopupProps, 'onSwitch' | 'onRefresh'>) {
  const { t, f } = useWords();
  switch (state.kind) {
    case 'reading': {
      const { captured, expected, fresh } = state;
      if (state.problem) return <ProblemCard problem={state.problem} />;
      return (
        <div class="card stack-tight">
          <div class="row-apart">
            <span class="row strong">
              <Eye size={15} aria-hidden="true" />
              {t.tab.reading}
            </span>
            <span class="small faint">{t.platforms[state.platform]}</span>
          </div>
          <p class="number">
            {expected === null
              ? t.coverage.captured(captured, f.number(captured))
              : t.coverage.of(f.number(captured), f.number(expected))}
            {fresh > 0 && ` · ${t.coverage.fresh(fresh, f.number(fresh))}`}
          </p>
          {expected !== null && expected > 0 && (
            <progress class="progress" max={expected} value={Math.min(captured, expected)} aria-label={t.coverage.label} />
          )}
          {expected === null && <p class="small muted">{t.coverage.noTotal}</p>}
        </div>
      );
    }
    case 'off':
      return (
        <div class="card stack-tight">
          <p>{t.tab.off(t.platforms[state.platform])}</p>
          <div>
            <Button small icon={Power} onClick={() => onSwitch(state.platform, true)}>
              {t.popup.switchOn(t.platforms[state.platform])}
            </Button>
          </div>
        </div>
      );
    case 'not-a-dashboard':
      return <Note>{t.tab.notDashboard(t.platforms[state.platform])}</Note>;
    case 'unsupported-layout':
      return <Note kind="warn">{t.tab.unsupportedLayout}</Note>;
    case 'paused':
      return <Note kind="warn">{t.tab.paused}</Note>;
    case 'refresh':
      return (
        <Note kind="warn">
          <div class="row-apart">
            <span>{t.tab.refresh}</span>
            <Button small onClick={onRefresh}>
              {t.tab.refreshNow}
            </Button>
          </div>
        </Note>
      );
    case 'other':
      return <Note>{t.tab.other}</Note>;
  }
}

/** In words, and no more than the verdict says. */
function NextWindow({ timing }: { timing: PopupProps['timing'] }) {
  const { t, f } = useWords();
  if (!timing) return <Note>{t.popup.noAccount}</Note>;
  const { state, windows, lean, zone } = timing.timing;
  const { mature, weeks } = timing.summary;
  const named = windows.filter(({ recommended }) => recommended);
  const lines = (() => {
    if (named.length > 0 && (state === 'supported' || state === 'confirmed')) {
      const basis = t.popup.windowEvidence(t.common.posts(mature, f.number(mature)), t.common.weeks(weeks, f.number(weeks)));
      return [t.popup.window(f.windows(named)), f.sentences(basis, t.popup.timesIn(f.zone(zone)))];
    }
    if (named.length > 0 && state === 'hint') return [t.common.hint(f.windows(named)), t.popup.timesIn(f.zone(zone))];
    if (state === 'no_effect_seen') return [t.popup.noEffect, null];
    if (lean?.windows.length)
      return [t.popup.lean(f.windows(lean.windows)), f.sentences(t.popup.leanNote, t.popup.timesIn(f.zone(zone)))];
    return [t.popup.tooEarly, null];
  })();
  return (
    <div class="card stack-tight">
      <p class="row strong">
        <CalendarClock size={15} aria-hidden="true" />
        <span class="grow">{lines[0]}</span>
      </p>
      {lines[1] && <p class="small muted">{lines[1]}</p>}
    </div>
  );
}
