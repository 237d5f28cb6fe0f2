/** Every screen in every state worth looking at. */
import type { ComponentChildren, VNode } from 'preact';
import { ComplianceView } from '../../components/compliance/ComplianceView';
import type { AccountView, Problem, TabState } from '../../components/data';
import { Loaded } from '../../components/kit';
import { MixView } from '../../components/mix/MixView';
import { PopupView } from '../../components/popup/PopupView';
import { PostsView } from '../../components/posts/PostsView';
import { type PanelTab, SidePanelView } from '../../components/shell/SidePanelView';
import { TimingView } from '../../components/timing/TimingView';
import { TodayView } from '../../components/today/TodayView';
import type { TimingReport } from '../../core/model/report';
import { accounts, draftCheck, NOW, platforms, samplePosts, sampleReport, sampleTimes, summaryOf, timingOf } from './samples';

type Locale = 'en' | 'zh-CN';
type Screen = (locale: Locale) => VNode;
const nothing = () => {};

interface PanelOptions {
  account?: AccountView | null;
  tabState?: TabState;
  problem?: Problem;
  stale?: boolean;
}
function panel(
  tab: PanelTab,
  children: ComponentChildren,
  { account = accounts.full, tabState = { kind: 'other' }, problem, stale }: PanelOptions = {},
) {
  return (
    <SidePanelView
      accounts={Object.values(accounts)}
      current={account}
      tabState={tabState}
      tab={tab}
      counts={{ compliance: 1 }}
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

const today =
  (kind: 'full' | 'thin' | 'clear', options?: PanelOptions): Screen =>
  (locale) => {
    const report = sampleReport(kind, locale);
    const account = kind === 'thin' ? accounts.thin : accounts.full;
    const suggestions = kind === 'thin' ? [] : report.suggestions;
    return panel('today', <TodayView account={account} suggestions={suggestions} cadence={report.cadence} />, {
      account,
      ...options,
    });
  };

const timing =
  (state: TimingReport['state'], posts: number): Screen =>
  (locale) =>
    panel(
      'timing',
      <TimingView
        units={[{ summary: summaryOf(posts, Math.round(posts * 0.9)), timing: timingOf(state, locale) }]}
        times={() => ({ state: 'ready', value: sampleTimes(posts) })}
        onCalendar={nothing}
      />,
    );

const compliance =
  (kind: 'full' | 'clear' | 'none'): Screen =>
  (locale) =>
    panel(
      'compliance',
      <ComplianceView
        platform="douyin"
        posts={kind === 'none' ? 0 : 96}
        report={sampleReport(kind === 'full' ? 'full' : 'clear', locale).compliance}
        titles={new Map(samplePosts(8).map(({ known }) => [known.key, known.post.title]))}
        check={async () => draftCheck(locale)}
        onDismiss={nothing}
      />,
    );

const posts =
  (count: number, total: number, search = ''): Screen =>
  () =>
    panel(
      'posts',
      <PostsView
        query={{ scope: null, search, filter: 'all', kind: null, sort: 'newest', offset: 0, limit: 30 }}
        slice={{ state: 'ready', value: { rows: samplePosts(count), total, pillars: ['小家日常'], series: [] } }}
        onQuery={nothing}
        onLabel={nothing}
      />,
    );

const popup =
  (tabState: TabState, timingState: TimingReport['state'] | null, problem?: Problem): Screen =>
  (locale) => (
    <PopupView
      tabState={tabState}
      timing={timingState && { summary: summaryOf(96, 86), timing: timingOf(timingState, locale) }}
      platforms={platforms}
      problem={problem ?? null}
      check={async () => draftCheck(locale)}
      onSwitch={nothing}
      onPanel={nothing}
      onWorkbench={nothing}
    />
  );

const reading: TabState = {
  kind: 'reading',
  platform: 'douyin',
  account: '林间小屋',
  page: 'douyin/content-manage',
  expected: 120,
  captured: 32,
  fresh: 5,
};

export const screens: Record<string, Record<string, Screen>> = {
  today: {
    full: today('full'),
    clear: today('clear'),
    thin: today('thin'),
    off: today('full', { tabState: { kind: 'off', platform: 'xiaohongshu' } }),
    unsupported: today('full', { tabState: { kind: 'unsupported-layout', platform: 'douyin', page: null } }),
    first: () => panel('today', null, { account: null }),
    error: () => panel('today', null, { problem: { key: 'quota', detail: 'QuotaExceededError' } }),
    loading: () => panel('today', <Loaded of={{ state: 'loading' }}>{() => null}</Loaded>, { stale: true }),
  },
  timing: {
    supported: timing('supported', 96),
    hint: timing('hint', 64),
    inconclusive: timing('inconclusive', 48),
    no_effect_seen: timing('no_effect_seen', 160),
    insufficient: timing('insufficient', 10),
    confirmed: timing('confirmed', 130),
    none: () => panel('timing', <TimingView units={[]} times={() => ({ state: 'loading' })} onCalendar={nothing} />),
  },
  mix: {
    full: (locale) => panel('mix', <MixView mix={sampleReport('full', locale).mix} onLabel={nothing} />),
    thin: (locale) => panel('mix', <MixView mix={sampleReport('thin', locale).mix} onLabel={nothing} />),
    none: () => panel('mix', <MixView mix={[]} onLabel={nothing} />),
  },
  compliance: { full: compliance('full'), clear: compliance('clear'), none: compliance('none') },
  posts: { full: posts(12, 96), thin: posts(2, 2), none: posts(0, 0), noMatch: posts(0, 0, '火锅') },
  popup: {
    reading: popup(reading, 'supported'),
    off: popup({ kind: 'off', platform: 'kuaishou' }, 'inconclusive'),
    other: popup({ kind: 'other' }, null),
    refresh: popup({ kind: 'refresh', platform: 'douyin' }, 'no_effect_seen'),
    unsupported: popup({ kind: 'unsupported-layout', platform: 'douyin', page: null }, 'insufficient'),
  },
};
