import type { VNode } from 'preact';
import { plan as en } from '../../../assets/locales/en/plan';
import { plan as zhCN } from '../../../assets/locales/zh-CN/plan';
import { CalendarEditor } from '../../../components/plan/CalendarEditor';
import { CalendarView } from '../../../components/plan/CalendarView';
import { type PlanActions, type PlanData, PlanProvider, type PlanSection } from '../../../components/plan/context';
import { ExperimentsView } from '../../../components/plan/ExperimentsView';
import { planFormats } from '../../../components/plan/formats';
import { GoalEditor } from '../../../components/plan/GoalEditor';
import { GoalsView } from '../../../components/plan/GoalsView';
import { IncidentsView } from '../../../components/plan/IncidentsView';
import { MoneyEditor } from '../../../components/plan/MoneyEditor';
import { MoneyView } from '../../../components/plan/MoneyView';
import { OutsideView } from '../../../components/plan/OutsideView';
import { PlanView } from '../../../components/plan/PlanView';
import { ReviewsView } from '../../../components/plan/ReviewsView';
import { TeamView } from '../../../components/plan/TeamView';
import { wallClock } from '../../../entrypoints/lib/clock';
import { NOW, noRecords, type Sample, sampleWorkspace, ZONE } from '../../unit/engine/workspace/sample';
import { type Locale, nothing, type Screen, type Screens, workbench } from './frame';

const act: PlanActions = {
  put: nothing,
  remove: nothing,
  newId: () => 'new',
  coin: () => 'a',
  addRule: nothing,
  setAside: nothing,
  saveCalendar: nothing,
  saveText: nothing,
  print: nothing,
  readCalendar: async () => '',
  readMoney: async () => '',
};

/** A part of the plan of a workspace. */
export function planned(
  locale: Locale,
  section: PlanSection,
  { workspace, accounts }: Pick<PlanData, 'workspace' | 'accounts'>,
  view: VNode,
): VNode {
  const data = {
    p: locale === 'en' ? en : zhCN,
    d: planFormats(locale),
    workspace,
    accounts,
    today: '2026-07-02',
    now: new Date(NOW).toISOString(),
    zone: ZONE,
    clock: wallClock(ZONE),
    act,
  };
  return workbench(
    'plan',
    <PlanProvider data={data}>
      <PlanView section={section}>{view}</PlanView>
    </PlanProvider>,
  )(locale);
}

type Filled = Sample | 'empty';
/** A part of the plan: filled, hardly filled (the runner has only begun), empty. */
const part =
  (section: PlanSection, view: (filled: ReturnType<typeof sampleWorkspace>) => VNode, filled: Filled): Screen =>
  (locale) => {
    const members = [
      {
        name: locale === 'en' ? 'Editor' : '剪辑',
        role: 'content' as const,
        handOff: locale === 'en' ? 'Templates are in the shared folder.' : '模板在共享文件夹里。',
      },
      { name: locale === 'en' ? 'Lead' : '主理人', role: 'lead' as const, handOff: '' },
    ];
    const workspace =
      filled === 'empty'
        ? sampleWorkspace('runner', locale, noRecords())
        : sampleWorkspace(
            filled,
            locale,
            filled === 'coffee' && section === 'team' ? { team: [{ id: 'team', on: true, members }] } : {},
          );
    const accounts = [{ platform: 'douyin' as const, account: filled === 'coffee' ? '阿树咖啡' : '跑步的小林' }];
    return planned(locale, section, { workspace, accounts }, view(workspace));
  };

const states = (section: PlanSection, view: () => VNode): Record<string, Screen> => ({
  full: part(section, view, 'coffee'),
  thin: part(section, view, 'runner'),
  empty: part(section, view, 'empty'),
});

export const screens: Screens = {
  'plan-calendar': {
    ...states('calendar', () => <CalendarView />),
    editor: part(
      'calendar',
      ({ calendar }) => (
        <CalendarEditor {...(calendar.at(-1) ? { entry: calendar.at(-1) as (typeof calendar)[number] } : {})} onClose={nothing} />
      ),
      'coffee',
    ),
  },
  'plan-goals': {
    ...states('goals', () => <GoalsView />),
    editor: part('goals', () => <GoalEditor onClose={nothing} />, 'coffee'),
  },
  'plan-experiments': states('experiments', () => <ExperimentsView />),
  'plan-reviews': states('reviews', () => <ReviewsView />),
  'plan-money': {
    ...states('money', () => <MoneyView />),
    editor: part('money', () => <MoneyEditor of="cost" currency="CNY" onClose={nothing} />, 'coffee'),
  },
  'plan-incidents': states('incidents', () => <IncidentsView />),
  'plan-team': states('team', () => <TeamView />),
  'plan-outside': states('outside', () => <OutsideView />),
};
