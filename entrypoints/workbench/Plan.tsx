import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Loaded, useAnnounce } from '../../components/kit';
import { CalendarView } from '../../components/plan/CalendarView';
import {
  PLAN_SECTIONS,
  type PlanActions,
  type PlanData,
  PlanProvider,
  type PlanSection,
  type PlanTexts,
} from '../../components/plan/context';
import { ExperimentsView } from '../../components/plan/ExperimentsView';
import { planFormats } from '../../components/plan/formats';
import { GoalsView } from '../../components/plan/GoalsView';
import { IncidentsView } from '../../components/plan/IncidentsView';
import { MoneyView } from '../../components/plan/MoneyView';
import { OutsideView } from '../../components/plan/OutsideView';
import { PlanView } from '../../components/plan/PlanView';
import { ReviewsView } from '../../components/plan/ReviewsView';
import { TeamView } from '../../components/plan/TeamView';
import { stillWritten, type Written, withWritten, writtenKey } from '../../components/plan/written';
import { useWords } from '../../components/words';
import type { WorkspaceKind } from '../../core/model/workspace/objects';
import type { Workspace } from '../../core/model/workspace/view';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { download } from '../lib/browser';
import { dayNow, wallClock } from '../lib/clock';
import { useReport } from '../lib/hooks';
import { incidentAsked } from '../lib/incident-address';
import { addedCalendar, addedMoney, calendarText } from '../lib/plan-files';
import { setAside } from '../lib/set-aside';
import type { PageProps } from './page';

const VIEWS: Record<Exclude<PlanSection, 'incidents'>, () => preact.VNode> = {
  calendar: () => <CalendarView />,
  goals: () => <GoalsView />,
  experiments: () => <ExperimentsView />,
  reviews: () => <ReviewsView />,
  money: () => <MoneyView />,
  team: () => <TeamView />,
  outside: () => <OutsideView />,
};

/** The plan, with its words; `#plan/goals` opens a part. */
export function Plan({ rest, words }: PageProps & { words: PlanTexts }) {
  const { locale, settings } = useApp();
  // Findings, windows and suggestions come from the report: it is brought up to date while the plan is open.
  useReport();
  const workspace = useAnswer('workspace', { locale, zone: settings.zone });
  const overview = useAnswer('overview', null);
  const section = PLAN_SECTIONS.find((id) => id === rest[0]) ?? 'calendar';
  const accounts = overview.state.state === 'ready' ? overview.state.value.accounts : [];
  return (
    <Loaded of={workspace.state} onRetry={workspace.retry}>
      {(value) => <Parts words={words} workspace={value} accounts={accounts} section={section} rest={rest} />}
    </Loaded>
  );
}

interface PartsProps extends Pick<PageProps, 'rest'> {
  words: PlanTexts;
  workspace: Workspace;
  accounts: PlanData['accounts'];
  section: PlanSection;
}
function Parts({ words, workspace: known, accounts, section, rest }: PartsProps) {
  const { t } = useWords();
  const { ask, settings } = useApp();
  const announce = useAnnounce();
  const { zone } = settings;
  const clock = useMemo(() => wallClock(zone), [zone]);
  const failed = (error: unknown) => {
    const { key, detail } = problemOf(error);
    return detail ?? t.problems[key].title;
  };
  const written = useRef<Written>(new Map());
  const [, show] = useState(0);
  const remember = (next: Written) => {
    written.current = next;
    show((times) => times + 1);
  };
  const forget = (kind: WorkspaceKind, id: string) =>
    remember(new Map([...written.current].filter(([key]) => key !== writtenKey(kind, id))));
  // A shown plan that holds what was written has caught up.
  useEffect(() => {
    written.current = stillWritten(written.current, known.records);
  }, [known]);
  const workspace = withWritten(known, written.current);
  const act: PlanActions = {
    put: (kind, value) => {
      remember(new Map([...written.current, [writtenKey(kind, value.id), { kind, value }]]));
      ask('putDocument', { kind, value } as never).catch((error: unknown) => {
        forget(kind, value.id);
        announce(failed(error));
      });
    },
    remove: (kind, id) => {
      forget(kind, id);
      ask('removeDocument', { kind, id }).catch((error: unknown) => announce(failed(error)));
    },
    newId: () => crypto.randomUUID(),
    coin: () => ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) < 128 ? 'a' : 'b'),
    addRule: (id, contains) =>
      void ask('putRule', { id, when: { field: 'title', contains }, set: { sensitive: true } }).catch((error: unknown) =>
        announce(failed(error)),
      ),
    setAside: (told) => {
      Promise.all(told.map((finding) => setAside(ask, finding))).then(
        () => announce(t.compliance.dismissed),
        (error: unknown) => announce(failed(error)),
      );
    },
    saveCalendar: () =>
      download(
        'post-almanac-plan.ics',
        new Blob([calendarText(workspace.records.calendar)], { type: 'text/calendar;charset=utf-8' }),
      ),
    saveText: (name, text) => download(name, new Blob([text], { type: 'text/markdown;charset=utf-8' })),
    print: () => print(),
    readCalendar: (file) => addedCalendar(ask, file, zone, words).catch(failed),
    readMoney: (file, currency) => addedMoney(ask, file, currency, words).catch(failed),
  };
  const now = new Date().toISOString();
  const data: PlanData = {
    p: words,
    d: planFormats(t.language),
    workspace,
    accounts,
    today: dayNow(zone),
    now,
    zone,
    clock,
    act,
  };
  return (
    <PlanProvider data={data}>
      <PlanView section={section}>
        {section === 'incidents' ? (
          <IncidentsView asked={incidentAsked(rest)} onTaken={() => location.replace('#plan/incidents')} />
        ) : (
          VIEWS[section]()
        )}
      </PlanView>
    </PlanProvider>
  );
}
