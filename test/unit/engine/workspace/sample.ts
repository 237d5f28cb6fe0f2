/** Two made-up accounts with a plan each, as their creators would have filled it in. Deterministic; everything is invented. */
import { workspaceOf } from '../../../../core/engine/workspace';
import type { AccountReading } from '../../../../core/model/reading';
import type { Report } from '../../../../core/model/report';
import {
  WORKSPACE_KINDS,
  type WorkspaceKind,
  type WorkspaceObjects,
  type WorkspaceRecords,
} from '../../../../core/model/workspace/objects';
import type { Workspace } from '../../../../core/model/workspace/view';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { goldenAccounts } from '../mix/golden-accounts';

export type Locale = 'en' | 'zh-CN';
/** Thursday, four days after the accounts were last looked at. */
export const NOW = Date.parse('2026-07-02T09:00:00+08:00');
export const ZONE = 'Asia/Shanghai';
export const SAMPLES = ['coffee', 'runner'] as const;
export type Sample = (typeof SAMPLES)[number];
export const GOLDEN: Record<Sample, string> = { coffee: 'steady', runner: 'four-platforms' };

export const noRecords = (): WorkspaceRecords =>
  Object.fromEntries(WORKSPACE_KINDS.map((kind) => [kind, []])) as unknown as WorkspaceRecords;

const say = (locale: Locale, en: string, zh: string) => (locale === 'en' ? en : zh);

/** Sentences of the report that other rooms write and test; here they only have to arrive. */
export function fixedReport(locale: Locale, account: { platform: string; account: string }): Report {
  const line = (en: string, zh: string) => ({ statement: say(locale, en, zh) });
  return {
    schema: 1,
    zone: ZONE,
    timing: [
      {
        unit: `${account.platform}|${account.account}|video`,
        state: 'hint',
        zone: ZONE,
        windows: [{ days: 'weekday', startHour: 18, endHour: 21, recommended: true }],
        lean: null,
      },
    ],
    mix: [
      {
        unit: `${account.platform}|${account.account}|video`,
        adherence: {
          kinds: line('The four kinds keep to the plan.', '四类内容与计划相符。'),
          commercial: line('Commercial posts: 5 of 50, inside the band.', '商业内容：50 条中 5 条，在区间内。'),
          consistency: line('Topics and titles are much like the month before.', '主题和标题与上个月相近。'),
        },
        effectiveness: {
          factors: [
            { state: 'supported', ...line('Topics: equipment does better.', '主题：器具测评更好。') },
            { state: 'inconclusive', ...line('never shown', '不会出现') },
          ],
        },
      },
    ],
    growth: [
      {
        ...account,
        keys: [],
        anomalies: [],
        followers: { history: [{ value: 23_525 }], net28: { value: { net: 1260, share: 0.057 } } },
        kpi: { ...line('June: 72 of 100.', '6 月：100 分中 72 分。'), month: '2026-06', score: { value: 0.72 }, missing: [] },
        swot: [
          {
            quadrant: 'strength',
            text: say(locale, 'Equipment tests do better than the rest.', '器具测评比其他更好。'),
            from: 'x',
          },
          { quadrant: 'threat', text: say(locale, 'Growth hangs on few posts.', '增长靠少数几条。'), from: 'y' },
        ],
      },
    ],
    compliance: { level: 'yellow', posts: [], patterns: [] },
    suggestions: [
      {
        title: say(locale, 'Make more equipment tests.', '多做器具测评。'),
        action: say(locale, 'Two of the next ten posts.', '接下来十条里做两条。'),
      },
    ],
  } as unknown as Report;
}

function coffee(locale: Locale, keys: { key: string; title: string; publishedAt: string }[]): WorkspaceRecords {
  const t = (en: string, zh: string) => say(locale, en, zh);
  const records = noRecords();
  const scope = { platform: 'douyin', account: '阿树咖啡' } as const;
  const last = keys.at(-1);
  const before = keys.at(-6);
  const post = (id: string, at: string, more: Partial<WorkspaceObjects['calendar']> = {}): WorkspaceObjects['calendar'] => ({
    id,
    ...scope,
    title: id,
    at,
    text: '',
    commercial: false,
    reviews: [],
    adChecks: [],
    ...more,
  });
  records.calendar = [
    post('kept', before?.publishedAt ?? '', { title: before?.title ?? '' }),
    post('kept-2', last?.publishedAt ?? '', { title: last?.title ?? '', zone: 'experiment' }),
    post('missed', '2026-06-26T18:00:00+08:00', { title: t('Water hardness explained', '水质怎么影响一杯咖啡') }),
    post('today', '2026-07-02T18:30:00+08:00', {
      title: t('Which grinder for beginners', '新手磨豆机怎么挑'),
      kind: 'knowledge',
      pillar: '器具测评',
    }),
    post('next', '2026-07-04T18:30:00+08:00', {
      title: t('A week behind the bar', '开店第一周'),
      kind: 'experience',
      zone: 'experiment',
    }),
    post('ad', '2026-07-07T18:30:00+08:00', {
      title: t('The best kettle of the whole net', '全网最好的手冲壶'),
      kind: 'knowledge',
      commercial: true,
      adChecks: ['quality'],
      zone: 'experiment',
    }),
  ];
  records.goal = [
    {
      id: 'g1',
      ...scope,
      measure: 'followers',
      name: '',
      baseline: 18_400,
      target: 26_000,
      startedAt: '2026-06-01T08:00:00+08:00',
      due: '2026-09-01',
      entries: [],
    },
    {
      id: 'g2',
      platform: null,
      account: null,
      measure: 'completionRate',
      name: t('People watch to the end', '让人看到最后'),
      baseline: 0.55,
      target: 0.75,
      startedAt: '2026-06-01T08:00:00+08:00',
      due: '2026-12-01',
      entries: [],
    },
    {
      id: 'g3',
      platform: null,
      account: null,
      measure: 'revenueScenes',
      currency: 'CNY',
      name: t('Three ways to earn', '三个收入场景'),
      baseline: 1,
      target: 3,
      startedAt: '2026-06-01T08:00:00+08:00',
      due: '2027-06-01',
      entries: [],
    },
  ];
  const assignments = keys.slice(-24, -8).map(({ key, title, publishedAt }, i) => ({
    arm: (i % 4 === 0 || i % 4 === 3 ? 'a' : 'b') as 'a' | 'b',
    at: new Date(Date.parse(publishedAt) - 3_600_000).toISOString(),
    title,
    post: key,
  }));
  records.experiment = [
    {
      id: 'e1',
      question: t('Does a first sentence under eight words reach more people?', '第一句话不超过十个字，能触达更多人吗？'),
      ...scope,
      arms: { a: t('a short first sentence', '第一句话短'), b: t('as usual', '和平时一样') },
      outcome: 'reach',
      largestPosts: 16,
      createdAt: '2026-04-01T08:00:00+08:00',
      assignments,
      learnt: t('No large difference; say it as it comes.', '差别不大，怎么顺口怎么说。'),
      tags: [t('openings', '开头')],
    },
    {
      id: 'e2',
      question: t('Do covers with a hand do better?', '封面出现手会更好吗？'),
      ...scope,
      arms: { a: t('hand on the cover', '封面有手'), b: t('object only', '只有器具') },
      outcome: 'saveRate',
      largestPosts: 40,
      createdAt: '2026-06-20T08:00:00+08:00',
      assignments: keys.slice(-3).map(({ key, title, publishedAt }, i) => ({
        arm: (i === 1 ? 'b' : 'a') as 'a' | 'b',
        at: new Date(Date.parse(publishedAt) - 3_600_000).toISOString(),
        title,
        post: key,
      })),
      learnt: '',
      tags: [],
    },
    {
      id: 'e3',
      question: t('Which title for the grinder test?', '磨豆机测评用哪个标题？'),
      ...scope,
      arms: { a: t('Ten grinders, one winner', '十台磨豆机，只有一台值得买'), b: t('I bought ten grinders', '我买了十台磨豆机') },
      outcome: 'reach',
      design: 'swap',
      largestPosts: 8,
      createdAt: '2026-06-10T08:00:00+08:00',
      assignments: [],
      periods: [
        { arm: 'a', day: '2026-06-12', shown: 812, clicked: 61 },
        { arm: 'b', day: '2026-06-14', shown: 760, clicked: 49 },
        { arm: 'b', day: '2026-06-16', shown: 695, clicked: 40 },
      ],
      learnt: '',
      tags: [],
    },
    {
      id: 'e4',
      question: t('Face or cup on the cover?', '封面放人还是放杯子？'),
      ...scope,
      arms: { a: t('face', '人'), b: t('cup', '杯子') },
      outcome: 'reach',
      design: 'platform',
      largestPosts: 40,
      createdAt: '2026-06-01T08:00:00+08:00',
      assignments: [],
      result: { winner: 'b', a: 0.46, b: 0.54, day: '2026-06-24' },
      learnt: t('The cup says what it is about.', '杯子一眼说明主题。'),
      tags: [t('covers', '封面')],
    },
  ];
  const months = ['2026-04', '2026-05', '2026-06'];
  records.money = months.flatMap((month, i): WorkspaceObjects['money'][] => [
    {
      id: `r${i}a`,
      flow: 'revenue',
      day: `${month}-05`,
      amount: 3000 + 400 * i,
      currency: 'CNY',
      scene: t('Advertising', '广告'),
      returns: 'direct',
      note: '',
    },
    {
      id: `r${i}b`,
      flow: 'revenue',
      day: `${month}-20`,
      amount: 900,
      currency: 'CNY',
      scene: t('Shop', '橱窗'),
      returns: 'indirect',
      note: '',
    },
    {
      id: `c${i}a`,
      flow: 'cost',
      day: `${month}-08`,
      amount: 1600,
      currency: 'CNY',
      board: 'content',
      contentPart: 'production',
      experiment: false,
      people: false,
      note: '',
    },
    {
      id: `c${i}b`,
      flow: 'cost',
      day: `${month}-09`,
      amount: 300,
      currency: 'CNY',
      board: 'content',
      contentPart: 'editing',
      experiment: true,
      people: true,
      note: '',
    },
    {
      id: `c${i}c`,
      flow: 'cost',
      day: `${month}-15`,
      amount: 500,
      currency: 'CNY',
      board: 'business',
      experiment: false,
      people: false,
      note: '',
    },
    {
      id: `c${i}d`,
      flow: 'cost',
      day: `${month}-25`,
      amount: 400,
      currency: 'CNY',
      board: 'tools',
      experiment: false,
      people: false,
      note: '',
    },
  ]);
  records.scene = [{ id: t('Advertising', '广告'), rank: 'main' }];
  records.incident = [
    {
      id: 'i1',
      class: 'contentViolation',
      level: 'yellow',
      title: t('An absolute word in a title', '标题用了绝对化用语'),
      openedAt: '2026-06-10T10:00:00+08:00',
      source: { from: 'finding', post: keys[0]?.key, rule: 'CN-AD-ABS' },
      evidence: [t('The words: the best kettle', '原文：最好的手冲壶')],
      steps: [{ text: t('Take the post down', '下架'), doneAt: '2026-06-10T10:10:00+08:00' }],
      feedbackAt: '2026-06-10T12:00:00+08:00',
      solvedAt: '2026-06-11T09:00:00+08:00',
      closing: {
        at: '2026-06-12T09:00:00+08:00',
        cause: t('Habit', '习惯用语'),
        learnt: t('Say what was compared.', '写清和什么比。'),
        rule: t('the best', '最好'),
      },
    },
    {
      id: 'i2',
      class: 'commercialDispute',
      level: 'red',
      title: t('Partner does not pay', '合作方没有付款'),
      openedAt: '2026-06-29T10:00:00+08:00',
      source: { from: 'hand' },
      evidence: [t('Invoice of 1 June', '6 月 1 日的账单')],
      steps: [
        { text: t('Gather the agreement', '收齐协议'), doneAt: '2026-06-29T10:20:00+08:00' },
        { text: t('Write down what each side says', '写下双方说法'), doneAt: null },
      ],
      feedbackAt: null,
      solvedAt: null,
      closing: null,
    },
  ];
  records.register = [
    {
      id: 'reg1',
      kind: 'training',
      title: t('Advertising law course', '广告法课程'),
      day: '2026-04-12',
      renew: '2026-07-10',
      note: '',
    },
  ];
  records.note = [
    {
      id: 'n1',
      kind: 'competitor',
      day: '2026-05-20',
      text: t('Two new accounts test grinders every week.', '两个新账号每周测评磨豆机。'),
      where: t('Douyin', '抖音'),
      times: 2,
    },
    {
      id: 'n2',
      kind: 'policy',
      day: '2026-06-02',
      text: t('New rule for health claims.', '健康类说法有新规。'),
      where: '',
      times: null,
    },
  ];
  records.channel = [
    { id: '2026-06:comments', month: '2026-06', channel: 'comments', received: 420, answered: 168, minutes: 300, results: 12 },
    { id: '2026-06:live', month: '2026-06', channel: 'live', received: null, answered: null, minutes: 240, results: 30 },
  ];
  return records;
}

/** One creator on four platforms who has only begun: little is filled in, and the pages must say so. */
function runner(locale: Locale): WorkspaceRecords {
  const t = (en: string, zh: string) => say(locale, en, zh);
  const records = noRecords();
  records.goal = [
    {
      id: 'g1',
      platform: 'douyin',
      account: '跑步的小林',
      measure: 'followers',
      name: t('Followers on Douyin', '抖音粉丝'),
      baseline: null,
      target: 10_000,
      startedAt: '2026-06-01T08:00:00+08:00',
      due: '2026-12-31',
      entries: [],
    },
    {
      id: 'g2',
      platform: null,
      account: null,
      measure: 'posts',
      name: '',
      baseline: 40,
      target: 60,
      startedAt: '2026-06-01T08:00:00+08:00',
      due: '2026-08-31',
      entries: [],
    },
  ];
  records.money = [
    {
      id: 'm1',
      flow: 'cost',
      day: '2026-06-03',
      amount: 399,
      currency: 'CNY',
      board: 'tools',
      experiment: false,
      people: false,
      note: '',
    },
  ];
  return records;
}

/** What the creator wrote on the pages of the account. */
const said = (locale: Locale) => {
  const account = { platform: 'douyin' as const, account: '阿树咖啡' };
  return {
    accountNotes: [
      {
        id: 'douyin|阿树咖啡',
        ...account,
        positioning: {
          own: [{ id: 'own-1', quadrant: 'opportunity' as const, text: say(locale, 'Nobody explains water.', '没有人讲水。') }],
          hidden: ['y'],
        },
      },
    ],
    monthlyRatings: [
      {
        id: 'douyin|阿树咖啡|2026-06',
        ...account,
        month: '2026-06',
        ratings: { useful: 4, crafted: 5 },
        note: say(locale, 'Calmer than May.', '比五月从容。'),
      },
    ],
  };
};

/** Follower counts that do not grow like a ruler. */
function restless(readings: readonly AccountReading[]): AccountReading[] {
  const random = seeded(7);
  return readings.map((reading) => {
    const followers = reading.metrics.followers;
    if (!followers) return reading;
    const value = Math.round(followers.value + 60 * normalDraw(random));
    return { ...reading, metrics: { ...reading.metrics, followers: { value, low: value, high: value, raw: String(value) } } };
  });
}

export function sampleWorkspace(
  sample: Sample,
  locale: Locale,
  records?: Partial<{ [K in WorkspaceKind]: WorkspaceObjects[K][] }>,
  report?: Report,
): Workspace {
  const account = goldenAccounts().find(({ name }) => name === GOLDEN[sample]);
  if (!account) throw new Error(sample);
  const [first] = account.posts;
  const keys = account.posts.map(({ key, post }) => ({ key, title: post.title, publishedAt: post.publishedAt ?? '' }));
  const own = sample === 'coffee' ? coffee(locale, keys) : runner(locale);
  return workspaceOf({
    records: { ...own, ...records },
    unreadable: [],
    posts: account.posts,
    accountReadings: restless(account.accountReadings),
    ...(sample === 'coffee' ? said(locale) : {}),
    report: report ?? fixedReport(locale, { platform: first?.platform ?? 'douyin', account: first?.account ?? '' }),
    check: ({ title }) => {
      const found = /最好|best/.exec(title);
      return found
        ? {
            level: 'red',
            findings: [
              {
                rule: 'CN-AD-ABS',
                level: 'red',
                start: found.index,
                end: found.index + found[0].length,
                text: found[0],
                message: say(locale, 'An absolute claim in an advertisement.', '广告里的绝对化用语。'),
                wayOut: say(locale, 'Say what is special about it, and how you know.', '写清好在哪里、依据是什么。'),
                source: { title: '中华人民共和国广告法', article: '第九条', grade: 'A', asOf: '2025-09-30' },
              },
            ],
          }
        : { level: 'green', findings: [] };
    },
    locale,
    zone: ZONE,
    now: NOW,
  });
}
