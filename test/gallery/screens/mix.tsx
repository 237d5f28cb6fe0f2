/** Content mix, score and growth, drawn from the accounts of the golden reports. */

import type { ComponentChildren, VNode } from 'preact';
import { insight as en } from '../../../assets/locales/en/insight';
import { panel as panelEn } from '../../../assets/locales/en/panel';
import { insight as zhCN } from '../../../assets/locales/zh-CN/insight';
import { panel as panelZh } from '../../../assets/locales/zh-CN/panel';
import { GrowthView } from '../../../components/growth/GrowthView';
import { OverviewView } from '../../../components/growth/OverviewView';
import { FiguresForm } from '../../../components/insight/FiguresForm';
import { InsightProvider } from '../../../components/insight/words';
import { MixView } from '../../../components/mix/MixView';
import { ScoreView } from '../../../components/score/ScoreView';
import type { Report } from '../../../core/model/report';
import { DEFAULT_FIGURES } from '../../../entrypoints/lib/insight';
import { contentOnly } from '../../unit/engine/mix/content-only';
import { goldenAccounts } from '../../unit/engine/mix/golden-accounts';
import { accountOf } from '../samples';
import { type Locale, nothing, panel, type Screen, type Screens, workbench } from './frame';

const wordsOf = (locale: Locale) => (locale === 'zh-CN' ? zhCN : en);
const accounts = new Map(goldenAccounts().map((account) => [account.name, account]));
const made = new Map<string, Report>();
function reportOf(name: string, locale: Locale): Report {
  const account = accounts.get(name);
  if (!account) throw new Error(`no golden account ${name}`);
  const report = made.get(name + locale) ?? contentOnly(account, locale);
  made.set(name + locale, report);
  return report;
}
const inWords = (locale: Locale, children: ComponentChildren) => (
  <InsightProvider
    insight={{
      words: wordsOf(locale),
      namesOf: async (keys) =>
        Object.fromEntries(
          [...accounts.values()]
            .flatMap(({ posts }) => posts)
            .filter(({ key }) => keys.includes(key))
            .map(({ key, post }) => [
              key,
              { title: post.title, publishedAt: post.publishedAt, precision: post.publishedPrecision },
            ]),
        ),
      onPost: nothing,
    }}
  >
    {children}
  </InsightProvider>
);

const mixView = (mix: Report['mix']) => (
  <MixView mix={mix} pinned={{}} plannedExperiments={{ low: 5, high: 8 }} onLabel={nothing} onPin={nothing} onShift={nothing} />
);
const mix =
  (name: string | null): Screen =>
  (locale) =>
    panel('mix', inWords(locale, mixView(name === null ? [] : reportOf(name, locale).mix)), {
      account: accountOf(name === null ? 0 : (accounts.get(name)?.posts.length ?? 0)),
    });
const page =
  (section: keyof typeof panelEn.sections, draw: (locale: Locale) => VNode): Screen =>
  (locale) =>
    workbench(
      section,
      inWords(
        locale,
        <div class="stack">
          <h1>{(locale === 'en' ? panelEn : panelZh).sections[section]}</h1>
          {draw(locale)}
        </div>,
      ),
    )(locale);
const form = (title: string, fields: Parameters<typeof FiguresForm>[0]['fields']) => (
  <FiguresForm
    title={title}
    figures={DEFAULT_FIGURES}
    defaults={DEFAULT_FIGURES}
    fields={fields}
    onChange={nothing}
    onReset={nothing}
  />
);

const score = (name: string | null): Screen =>
  page('score', (locale) => (
    <div class="stack">
      <ScoreView score={name === null ? [] : reportOf(name, locale).score} />
      {form(wordsOf(locale).figuresTitle.score, ['scoreWeights', 'actionWeights'])}
    </div>
  ));
const growth = (name: string | null): Screen =>
  page('growth', (locale) => {
    const report = name === null ? null : reportOf(name, locale);
    return (
      <GrowthView
        growth={report?.growth[0]}
        cadence={report?.cadence ?? []}
        months={['2026-06', '2026-05']}
        rubric={Object.entries(wordsOf(locale).rubric).map(([id, item]) => ({ id, ...item }))}
        ratings={[{ id: 'r', platform: 'douyin', account: 'a', month: '2026-06', ratings: { useful: 4, original: 3 }, note: '' }]}
        positioning={{ own: [{ id: 'o', quadrant: 'opportunity', text: '社区团购找我合作' }], hidden: [] }}
        today="2026-06-28"
        onRate={nothing}
        onRubric={nothing}
        onPositioning={nothing}
        onWant={nothing}
      />
    );
  });
const overview = (name: string | null): Screen =>
  page('overview', (locale) => {
    const report = name === null ? null : reportOf(name, locale);
    return <OverviewView growth={report?.growth[0]} score={report?.score ?? []} steps={null} onSteps={nothing} />;
  });

export const screens: Screens = {
  mix: { full: mix('steady'), bilingual: mix('bilingual'), thin: mix('new'), none: mix(null) },
  mixPage: {
    full: page('mix', (locale) => (
      <div class="stack">
        {mixView(reportOf('over-commercial', locale).mix)}
        {form(wordsOf(locale).figuresTitle.mix, ['kinds', 'verticality', 'commercial', 'stableShare', 'possibleHours'])}
      </div>
    )),
  },
  overview: { full: overview('steady'), thin: overview('new'), none: overview(null) },
  score: { full: score('steady'), partial: score('date-only'), thin: score('new'), none: score(null) },
  growth: { full: growth('steady'), four: growth('four-platforms'), thin: growth('new'), none: growth(null) },
};
