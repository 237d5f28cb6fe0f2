/** Invented accounts, posts and reports in the states a screen can be in. For pictures and tests of the screens only. */

import { compliance as complianceEn } from '../../assets/locales/en/compliance';
import { compliance as complianceZh } from '../../assets/locales/zh-CN/compliance';
import { SOURCES } from '../../assets/rules/sources';
import type { AccountView, PlatformSwitch, PostRow } from '../../components/data';
import { type WeekTimes, weekTimes } from '../../components/timing/week';
import { growthTexts } from '../../core/engine/growth/texts';
import { texts } from '../../core/engine/texts';
import { missingTexts, nextText } from '../../core/engine/timing/words';
import type { DraftCheck } from '../../core/model/draft';
import type { Labels } from '../../core/model/labels';
import type { Figure } from '../../core/model/reading';
import type {
  AccountPattern,
  Finding,
  GrowthReport,
  Report,
  TimingReport,
  TimingState,
  TimingWindow,
  UnitSummary,
} from '../../core/model/report';
import { BANDS } from '../../core/model/report-parts';
import { withoutPosts } from '../unit/engine/mix/world';

export const NOW = Date.parse('2026-06-15T10:20:00+08:00');
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A small repeatable generator (mulberry32): the same pictures every time. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const exact = (value: number): Figure => ({ value, low: value, high: value, raw: String(value) });
const rounded = (value: number): Figure => ({
  value,
  low: value - 500,
  high: value + 500,
  raw: `${value / 10_000}万`,
});

const TITLES = [
  '阳台种番茄，第三十天长这样了',
  '一锅焖饭解决晚饭，十五分钟上桌',
  '三步把旧毛衣改成收纳袋 #手作',
  '新手养猫最容易忽略的五件小事',
  'Why my sourdough never rises, and the one thing that fixed it',
  '周末去了趟郊外的老茶厂，慢慢喝一下午',
  '大家都怎么收纳遥控器？评论区告诉我',
  '第一次自己刷墙，踩过的坑都在这里了，还有每种工具到底值不值得买的清单',
];

export function samplePosts(count: number): PostRow[] {
  const random = randomOf(7);
  return Array.from({ length: count }, (_, at) => {
    const publishedAt = NOW - (at + 1) * 1.4 * DAY - random() * 10 * HOUR;
    const views = Math.round(400 * Math.exp(random() * 3.6));
    const labels: Labels =
      at % 3 === 0
        ? { kind: (['knowledge', 'experience', 'emotion', 'interaction'] as const)[at % 4] ?? 'knowledge', pillar: '小家日常' }
        : {};
    const dashes = at % 7 === 3;
    const metrics = (share: number) =>
      dashes
        ? { likes: exact(Math.round(views * 0.04 * share)) }
        : {
            views: views > 10_000 ? rounded(Math.round((views * share) / 1000) * 1000) : exact(Math.round(views * share)),
            likes: exact(Math.round(views * 0.04 * share)),
            comments: exact(at % 5 === 0 ? 0 : Math.round(views * 0.006 * share)),
            ...(at % 4 === 2 ? {} : { saves: exact(Math.round(views * 0.02 * share)) }),
            shares: exact(Math.round(views * 0.004 * share)),
            completionRate: { value: 0.31, low: 0.305, high: 0.315, raw: '31%' },
          };
    const looks = at % 2 === 0 ? [0.4, 0.75, 0.9, 1] : [1];
    const title = at === 11 ? '' : (TITLES[at % TITLES.length] ?? '');
    return {
      known: {
        key: `douyin|p${at}`,
        platform: 'douyin',
        account: '林间小屋',
        post: {
          id: null,
          title,
          url: at % 6 === 0 ? 'https://www.douyin.com/' : null,
          publishedAt: `${new Date(publishedAt + 8 * HOUR).toISOString().slice(0, 19)}+08:00`,
          publishedPrecision: 'minute',
          format: 'short',
          durationSeconds: 42,
          status: at === 1 ? 'inReview' : 'published',
          statusText: null,
          tags: [],
        },
        labels,
        snapshots: looks.map((share, look) => ({
          seenAt: publishedAt + (look + 1) * 30 * HOUR,
          page: 'douyin/content-manage',
          metrics: metrics(share),
        })),
        firstSeenAt: publishedAt,
        lastSeenAt: NOW - 2 * HOUR,
      },
      level: at === 2 ? 'red' : at === 5 ? 'yellow' : 'green',
      findings: [],
      // Who is not known to have been seen by anybody has no place among those who were.
      bands: at % 6 === 4 || dashes ? null : at % 5 === 0 ? ['upper', 'top'] : [BANDS[(at * 3) % 5] ?? 'typical'],
    };
  });
}

export function sampleTimes(count: number): WeekTimes {
  const random = randomOf(3);
  const dots = Array.from({ length: count }, () => {
    const evening = random() < 0.6;
    const hour = evening ? 18 + random() * 4.5 : 9 + random() * 9;
    return { day: Math.floor(random() * 7), minute: Math.min(1439, Math.floor(hour * 60)) };
  });
  return weekTimes(dots, count > 30 ? 4 : 0);
}

export const accounts: Record<'full' | 'thin' | 'unknownTotal', AccountView> = {
  full: {
    platform: 'douyin',
    account: '林间小屋',
    posts: 96,
    seenAt: NOW - 2 * HOUR,
    coverage: [
      { page: 'douyin/content-manage', expected: 120, captured: 96, seenAt: NOW - 2 * HOUR },
      { page: 'douyin/content-list', expected: null, captured: 40, seenAt: NOW - 3 * DAY },
    ],
  },
  thin: {
    platform: 'xiaohongshu',
    account: '',
    posts: 8,
    seenAt: NOW - 20 * 60_000,
    coverage: [{ page: 'xiaohongshu/note-manager', expected: 57, captured: 8, seenAt: NOW - 20 * 60_000 }],
  },
  unknownTotal: {
    platform: 'youtube',
    account: 'A Cabin in the Woods',
    posts: 214,
    seenAt: null,
    coverage: [{ page: 'import/youtube-table', expected: null, captured: 214, seenAt: NOW - 40 * DAY }],
  },
};

const WINDOWS: [TimingWindow['days'], number, number, number, number, number][] = [
  ['weekday', 6, 9, -0.34, -0.08, 3],
  ['weekday', 9, 12, -0.22, -0.05, 12],
  ['weekday', 12, 15, -0.18, 0.1, 17],
  ['weekday', 15, 18, -0.1, 0.14, 14],
  ['weekday', 18, 21, 0.12, 0.48, 23],
  ['weekday', 21, 24, 0.08, 0.41, 11],
  ['weekend', 9, 12, -0.12, 0.3, 8],
  ['weekend', 12, 15, -0.24, 0.19, 5],
  ['weekend', 18, 21, -0.08, 0.33, 9],
];
/** The account with so many posts captured: what stands above a screen fits what it says. */
export const accountOf = (posts: number, missing = 24): AccountView => ({
  ...accounts.full,
  posts,
  coverage: accounts.full.coverage.map((page) =>
    page.expected === null ? page : { ...page, expected: posts + missing, captured: posts },
  ),
});

/** What a state found: by how much middles are drawn towards "no difference", and how wide the ranges are. */
const FOUND: Partial<Record<TimingState, { middle: number; width: number }>> = {
  no_effect_seen: { middle: 0.12, width: 0.3 },
  inconclusive: { middle: 0.4, width: 1.1 },
  hint: { middle: 0.7, width: 1.1 },
};
/** How many of the evening windows a state names. A test confirms the one that was tested. */
const NAMES: Partial<Record<TimingState, number>> = { hint: 1, supported: 2, confirmed: 1 };

/** What a weak sign promises: topics add to what its bar shows. */
const HINTED = { low: 0.09, median: 0.3, high: 0.54 };

function windowsOf(state: TimingState): TimingWindow[] {
  const { middle, width } = FOUND[state] ?? { middle: 1, width: 1 };
  const named = NAMES[state] ?? 0;
  return WINDOWS.map(([days, startHour, endHour, least, most, posts], at) => {
    const centre = (middle * (Math.log1p(least) + Math.log1p(most))) / 2;
    const half = (width * (Math.log1p(most) - Math.log1p(least))) / 2;
    return {
      days,
      startHour,
      endHour,
      lift: { low: Math.expm1(centre - half), median: Math.expm1(centre), high: Math.expm1(centre + half) },
      probabilityAtLeast5Percent: 0.5,
      posts,
      weeks: Math.max(1, Math.round(posts / 2)),
      recommended: (named > 0 && at === 4) || (named > 1 && at === 5),
      ...(state === 'hint' && at === 4 && { withTopics: HINTED }),
    };
  });
}

type Locale = 'en' | 'zh-CN';
export const say = (locale: Locale, en: string, zh: string) => (locale === 'en' ? en : zh);

const EVENING = { days: 'weekday', startHour: 18, endHour: 21 } as const;
/** What the product says, in its own words: of a state, never against it. */
export function timingOf(state: TimingState, locale: Locale, unit = 'douyin|林间小屋|short'): TimingReport {
  const words = texts(locale);
  const early = state === 'insufficient';
  const found = windowsOf(state);
  const missing = early
    ? missingTexts(
        [
          { need: 'posts', have: EARLY.mature, of: 20, waiting: EARLY.posts - EARLY.mature, dateOnly: 0 },
          { need: 'weeks', have: 3, of: 6 },
        ],
        words,
      )
    : [];
  const [evening] = found.filter(({ startHour, days }) => days === 'weekday' && startHour === 18);
  const report: TimingReport = {
    unit,
    state,
    outcome: 'views@7d',
    bayesFactor: early ? null : state === 'supported' ? 34 : 1.4,
    permutationP: early ? null : state === 'supported' ? 0.004 : 0.31,
    zone: 'Asia/Shanghai',
    windows: early ? [] : found,
    lean: early || !evening ? null : { windows: [{ ...evening, recommended: false }], lift: evening.withTopics ?? evening.lift },
    missing,
    next: { kind: 'post', text: missing[0] ?? '' },
    why: { posts: 86, weeks: 18, spread: 2.2, adjustedFor: ['trend', 'format', 'pillar'], ceiling: null, audienceCurve: null },
  };
  if (early) return report;
  // What a test confirmed, it also measured.
  if (state === 'confirmed')
    report.tested = [
      { window: EVENING, against: { days: 'weekday', startHour: 9, endHour: 12 }, lift: { low: 0.12, median: 0.5, high: 1 } },
    ];
  return { ...report, next: nextText(report, { window: EVENING, posts: 6, effort: 'few' }, null, words) };
}

/** An account that has only begun. */
export const EARLY = { posts: 10, mature: 8 };

export const summaryOf = (posts: number, mature: number, unit = 'douyin|林间小屋|short'): UnitSummary => ({
  unit,
  posts,
  mature,
  weeks: Math.min(520, Math.ceil(mature / 5)),
  labelCoverage: 0.3,
  horizonHours: 168,
});

export function findingsOf(locale: Locale): Finding[] {
  return [
    {
      rule: 'CN-AD-ABS',
      level: 'red',
      start: 2,
      end: 6,
      text: '全网最好',
      message: say(
        locale,
        'Superlatives about goods on sale are forbidden in advertising.',
        '对在售商品使用最高级用语属于广告禁止情形。',
      ),
      wayOut: say(locale, 'Say what is special about it, and how you know.', '写清好在哪里、依据是什么。'),
      source: { title: '中华人民共和国广告法', article: '第九条', url: 'https://www.gov.cn/', grade: 'A', asOf: '2025-09-30' },
    },
    {
      rule: 'CN-AD-LABEL',
      level: 'yellow',
      start: 10,
      end: 14,
      text: '小黄车见',
      message: say(locale, 'A way to buy, and nowhere the word 广告.', '有购买途径，但没有标明“广告”。'),
      wayOut: say(
        locale,
        'If you are paid or sell it yourself, write “广告” where it is seen first.',
        '如果有报酬或自己在卖，在显眼处写明“广告”。',
      ),
      source: { title: '互联网广告管理办法', article: '第九条', grade: 'C', asOf: '2025-09-30' },
    },
  ];
}

export function sampleReport(kind: 'full' | 'thin' | 'clear', locale: Locale): Report {
  const thin = kind === 'thin';
  const unit = 'douyin|林间小屋|short';
  const timing = timingOf(thin ? 'insufficient' : 'supported', locale);
  const full: Report['suggestions'] = [
    {
      id: 'c',
      kind: 'compliance',
      place: 'check',
      priority: 1,
      title: say(locale, 'One title should change', '有一个标题需要修改'),
      why: say(locale, '“全网最好” is a superlative about goods on sale.', '“全网最好”是对在售商品的最高级用语。'),
      action: say(
        locale,
        'Open Check and reword it: say what is special and how you know.',
        '打开“检查”改写：说清好在哪里、依据是什么。',
      ),
      evidence: { posts: 1, weeks: 1 },
      strength: 'rule',
    },
    {
      id: 't',
      kind: 'timing',
      place: 'timing',
      priority: 2,
      title: say(locale, 'Weekday evenings do better for you', '工作日晚上对你更好'),
      why: say(
        locale,
        '34 posts between 18:00 and 24:00 did better than your usual times, after allowing for topic and growth.',
        '排除选题和增长的影响后，18–24 点的 34 条好于你平常的时间。',
      ),
      action: say(locale, 'Plan your next two posts on weekdays between 18:00 and 24:00.', '下两条安排在工作日 18–24 点。'),
      evidence: {
        posts: 86,
        weeks: 18,
        interval: { low: 0.08, median: 0.26, high: 0.48 },
        adjustedFor: [
          say(locale, 'growth over time', '随时间的增长'),
          say(locale, 'format', '形式'),
          say(locale, 'topic labels', '选题标签'),
        ],
        caveats: [say(locale, 'You chose these times yourself.', '这些时间是你自己选的。')],
      },
      strength: 'supported',
    },
    {
      id: 'l',
      kind: 'capture',
      place: 'lists',
      priority: 3,
      title: say(locale, '24 posts were never seen', '还有 24 条没有看到过'),
      why: say(locale, 'The page says 120, captured are 96.', '页面写着 120 条，已采集 96 条。'),
      action: say(locale, 'Scroll your post list to its end once.', '把作品列表滚动到底一次。'),
      evidence: { posts: 96, weeks: 20 },
      strength: 'rule',
    },
    {
      id: 'm',
      kind: 'mix',
      place: 'labels',
      priority: 4,
      title: say(locale, 'Most posts have no kind', '多数作品还没有类型'),
      why: say(locale, '64 of 96.', '96 条里有 64 条。'),
      action: say(locale, 'Give the last twenty a kind.', '给最近二十条选类型。'),
      evidence: { posts: 96, weeks: 20 },
      strength: 'rule',
    },
  ];
  return {
    schema: 1,
    engine: '1',
    generatedAt: new Date(NOW).toISOString(),
    zone: 'Asia/Shanghai',
    units: [summaryOf(thin ? 10 : 96, thin ? 8 : 86)],
    timing: [timing],
    cadence: [{ unit, perWeek: thin ? null : 4.9, longestGapDays: 6, weeksWithAPost: 18, weeks: 20, daysSinceLast: 1.2 }],
    mix: [
      {
        ...withoutPosts(locale),
        unit,
        posts: thin ? 10 : 96,
        kinds: thin
          ? [{ kind: 'unlabelled', posts: 10 }]
          : [
              { kind: 'knowledge', posts: 14 },
              { kind: 'experience', posts: 9 },
              { kind: 'emotion', posts: 6 },
              { kind: 'interaction', posts: 3 },
              { kind: 'unlabelled', posts: 64 },
            ],
      },
    ],
    score: [],
    growth: [],
    compliance:
      kind === 'full'
        ? {
            level: 'red',
            posts: [
              { post: 'douyin|p2', level: 'red', findings: findingsOf(locale) },
              { post: 'douyin|p5', level: 'yellow', findings: findingsOf(locale).slice(1) },
            ],
            patterns: patternsOf(locale),
          }
        : { level: 'green', posts: [], patterns: [] },
    suggestions: kind === 'clear' ? [] : thin ? full.slice(2, 3) : full,
  };
}

/** The mix as the engine reports it for a year of labelled posts, photo posts doing better than the others. */
export const draftText = '这是全网最好的锅，今晚小黄车见';
export const draftCheck = (locale: Locale): DraftCheck => ({
  level: 'red',
  findings: findingsOf(locale).map((finding) => {
    const start = draftText.indexOf(finding.text);
    return { ...finding, start, end: start + finding.text.length };
  }),
  questions: ['paid'],
  declarations: {
    setting: '自主声明',
    boxes: [
      { label: '内容由AI生成', kind: 'ai' },
      { label: '内容含营销推广信息', kind: 'marketing' },
      { label: '虚构演绎，仅供娱乐', kind: 'fiction' },
      { label: '无需添加自主声明', kind: 'none' },
    ],
    needed: ['内容含营销推广信息'],
  },
  commercial: true,
});

export const platforms: PlatformSwitch[] = [
  { platform: 'douyin', on: true, hosts: ['creator.douyin.com'], start: 'https://creator.douyin.com/' },
  { platform: 'xiaohongshu', on: true, hosts: ['creator.xiaohongshu.com'], start: 'https://creator.xiaohongshu.com/' },
  { platform: 'kuaishou', on: false, hosts: ['cp.kuaishou.com'], start: 'https://cp.kuaishou.com/' },
  { platform: 'bilibili', on: false, hosts: ['member.bilibili.com'], start: 'https://member.bilibili.com/' },
  { platform: 'channels', on: false, hosts: ['channels.weixin.qq.com'], start: 'https://channels.weixin.qq.com/' },
  { platform: 'youtube', on: false, hosts: ['studio.youtube.com'], start: 'https://studio.youtube.com/' },
];

/** One post that grows unlike the others. */
export function movingGrowth(locale: Locale): Pick<GrowthReport, 'keys' | 'anomalies'> {
  const why = { formula: 'growth.anomaly', inputs: {}, posts: [0], have: 40, need: 8, missing: [] };
  const title = say(locale, 'Tomatoes on a balcony, day 30', '阳台种番茄，第三十天长这样了');
  const statement = growthTexts(locale).surge(title, 4.1);
  return {
    keys: ['douyin|p0'],
    anomalies: [
      { kind: 'surge', post: 0, title: null, metric: 'views', at: new Date(NOW - DAY).toISOString(), size: 4.1, statement, why },
    ],
  };
}

/** One pattern with a source, one against the creator's own target, one against the usual figures. */
function patternsOf(locale: Locale): AccountPattern[] {
  const { patterns, rules, opinion, ownTarget, ownFigures } = locale === 'zh-CN' ? complianceZh : complianceEn;
  const sweater = say(locale, 'Three ways to wear a sweater', '一件毛衣三种穿法');
  return [
    {
      rule: 'TECH-DUP',
      level: 'yellow',
      message: patterns.duplicates(3, sweater),
      wayOut: rules['TECH-DUP'].wayOut,
      text: sweater,
      source: SOURCES.techDuplicate,
      reviewBy: '2027-03-31',
    },
    {
      rule: 'TECH-RATIO-COMM',
      level: 'yellow',
      message: patterns.commercial(15, 50, 0.12),
      wayOut: rules['TECH-RATIO-COMM'].wayOut,
      text: 'douyin|me yellow',
      basis: ownTarget,
      reviewBy: '2027-03-31',
    },
    {
      rule: 'OPINION-COMMENTS',
      level: 'yellow',
      message: patterns.commentSurge(sweater, 6.4),
      wayOut: opinion['OPINION-COMMENTS'],
      text: 'douyin|me|p2',
      basis: ownFigures,
    },
  ];
}
