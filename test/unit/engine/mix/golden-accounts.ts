/** Eight made-up accounts whose reports are read line by line (`golden/`). Deterministic; every name and figure is invented. */
import type { Kind, Labels } from '../../../../core/model/labels';
import type { MetricName } from '../../../../core/model/metrics';
import type { Platform } from '../../../../core/model/platforms';
import type { KnownPost } from '../../../../core/model/post';
import type { AccountReading, Format } from '../../../../core/model/reading';
import { normalDraw, type Random, seeded } from '../../../../core/stats/random';
import { DAY_MS, figure, HOUR_MS, known, NOW, pick } from './world';

export interface GoldenAccount {
  name: string;
  zone: string;
  posts: KnownPost[];
  accountReadings: AccountReading[];
}

interface Script {
  platform: Platform;
  account: string;
  seed: number;
  posts: number;
  perWeek: number;
  /** Typical views at the horizon. */
  views: number;
  sigma: number;
  format: Format | ((i: number, random: Random) => Format);
  precision?: 'second' | 'day';
  /** Days before now of the newest post. */
  newestDays?: number;
  /** Looks in days after publishing; those that lie ahead are left out. The last look of every post is now. */
  looks?: readonly number[];
  labels?: (i: number, random: Random) => Labels;
  title: (labels: Labels, i: number, random: Random) => { title: string; tags?: string[] };
  duration?: (random: Random) => number;
  /** Added to the log of the views. */
  effect?: (labels: Labels, i: number, title: string) => number;
  metrics?: readonly MetricName[];
  hour?: (labels: Labels, random: Random) => number;
}

const RATES: Partial<Record<MetricName, number>> = {
  likes: 0.05,
  comments: 0.006,
  saves: 0.012,
  shares: 0.008,
  followersGained: 0.004,
};
const ALL: readonly MetricName[] = [
  'views',
  'likes',
  'comments',
  'saves',
  'shares',
  'followersGained',
  'completionRate',
  'exitRate2s',
];

function make(script: Script): KnownPost[] {
  const random = seeded(script.seed);
  const newest = NOW - (script.newestDays ?? 2) * DAY_MS;
  const step = (7 / script.perWeek) * DAY_MS;
  return Array.from({ length: script.posts }, (_, i) => {
    const labels = script.labels?.(i, random) ?? {};
    const { title, tags = [] } = script.title(labels, i, random);
    const day = Math.floor((newest - (script.posts - 1 - i) * step) / DAY_MS) * DAY_MS;
    const publishedAt = Math.round(day + (script.hour?.(labels, random) ?? 9 + 12 * random()) * HOUR_MS);
    const log = Math.log(script.views) + script.sigma * normalDraw(random) + (script.effect?.(labels, i, title) ?? 0);
    const final = Math.exp(log);
    const spread = Object.fromEntries(Object.keys(RATES).map((name) => [name, Math.exp(0.35 * normalDraw(random))]));
    // How long a post lives differs; what is talked about on its first day lives a little longer.
    const half = 1.1 * Math.exp(0.15 * normalDraw(random) + 0.25 * Math.log(spread.comments ?? 1));
    const watched = Math.min(0.95, Math.max(0.05, 0.55 + 0.12 * normalDraw(random)));
    const ages = [...(script.looks ?? [1, 7]), (NOW - publishedAt) / DAY_MS].filter(
      (age) => age > 0 && publishedAt + age * DAY_MS <= NOW,
    );
    const metrics = (age: number) => {
      const share = 1 - 0.5 ** ((Math.min(age, 40) / half) ** 0.6);
      const views = final * share;
      return Object.fromEntries(
        (script.metrics ?? ALL).map((name) => {
          if (name === 'views') return [name, Math.round(views)];
          if (name === 'clickThroughRate') return [name, Math.round(60 * watched) / 1000];
          if (name === 'completionRate' || name === 'averageViewedShare') return [name, Math.round(watched * 1000) / 1000];
          if (name === 'exitRate2s') return [name, Math.round((0.62 - watched * 0.6) * 1000) / 1000];
          return [name, Math.round(views * (RATES[name] ?? 0.01) * (spread[name] ?? 1))];
        }),
      );
    };
    return known({
      platform: script.platform,
      account: script.account,
      id: `${script.account}-${String(i).padStart(3, '0')}`,
      title,
      tags,
      format: typeof script.format === 'function' ? script.format(i, random) : script.format,
      precision: script.precision ?? 'second',
      durationSeconds: script.duration ? Math.round(script.duration(random)) : null,
      publishedAt: script.precision === 'day' ? day : publishedAt,
      labels,
      looks: [...new Set(ages.map((age) => Math.round(publishedAt + age * DAY_MS)))].map((seenAt) => ({
        seenAt,
        metrics: metrics((seenAt - publishedAt) / DAY_MS),
      })),
    });
  });
}

const KIND_PLAN: readonly Kind[] = [
  'knowledge',
  'experience',
  'knowledge',
  'emotion',
  'experience',
  'knowledge',
  'interaction',
  'experience',
  'emotion',
  'knowledge',
  'experience',
  'knowledge',
  'interaction',
  'knowledge',
  'emotion',
  'experience',
  'knowledge',
  'interaction',
  'experience',
  'emotion',
];

const ZH: Record<string, readonly string[]> = {
  手冲咖啡: ['水温差两度，味道差多少', '新手豆子怎么选', '浅烘为什么偏酸', '家里练拉花的一周', '磨豆机换了之后'],
  咖啡店探店: ['巷子里的小店', '这家店只卖三种豆子', '凌晨开门的咖啡馆', '老板为什么辞职开店'],
  器具测评: ['百元手冲壶横评', '电子秤有必要吗', '滤杯形状的区别', '三款磨豆机实测'],
  开店日记: ['第一个月的账本', '装修踩过的坑', '雨天没有客人', '招到第一个店员'],
  咖啡知识: ['豆子怎么保存', '一张图看懂产区', '冷萃和冰滴的区别', '拼配不是便宜货'],
};

function zhTitle(labels: Labels, i: number, random: Random): { title: string; tags: string[] } {
  const pillar = labels.pillar ?? '手冲咖啡';
  const topic = pick(ZH[pillar] ?? ZH.手冲咖啡 ?? [], random);
  const title =
    labels.series === '开店日记'
      ? `开店日记第${i + 1}天｜${topic}`
      : pick([topic, `${topic}？`, `【${pillar}】${topic}`, `我的${topic}`], random);
  return { title, tags: random() < 0.7 ? [`#${pillar}`, ...(random() < 0.4 ? ['#咖啡'] : [])] : [] };
}

function followerReadings(
  platform: Platform,
  account: string,
  from: number,
  perDay: (day: number) => number,
  days = 120,
): AccountReading[] {
  const readings: AccountReading[] = [];
  let level = from;
  for (let day = days; day >= 0; day--) {
    level += perDay(day);
    if (day % 4 !== 0) continue;
    readings.push({
      platform,
      page: `${platform}/home`,
      account,
      metrics: { followers: figure(Math.round(level)) },
      seenAt: new Date(NOW - day * DAY_MS).toISOString(),
    });
  }
  return readings;
}

export function goldenAccounts(): GoldenAccount[] {
  return [fresh(), steady(), oneHit(), overCommercial(), drifting(), bilingual(), dateOnly(), fourPlatforms()];
}

/** Three weeks old, half of it labelled. */
function fresh(): GoldenAccount {
  const posts = make({
    platform: 'xiaohongshu',
    account: '新手小满',
    seed: 101,
    posts: 9,
    perWeek: 3,
    views: 240,
    sigma: 0.8,
    format: 'image',
    labels: (i) => (i % 2 === 0 ? { pillar: '手冲咖啡', kind: 'experience' } : {}),
    title: zhTitle,
    metrics: ['views', 'likes', 'comments', 'saves', 'shares'],
  });
  return { name: 'new', zone: 'Asia/Shanghai', posts, accountReadings: [] };
}

/** A year of labelled posts in plan; one topic does better, questions do better, one post takes off now. */
function steady(): GoldenAccount {
  const pillars = ['手冲咖啡', '手冲咖啡', '咖啡店探店', '器具测评', '咖啡知识', '开店日记', '手冲咖啡'];
  const posts = make({
    platform: 'douyin',
    account: '阿树咖啡',
    seed: 203,
    posts: 180,
    perWeek: 3.5,
    views: 6000,
    sigma: 0.5,
    format: (_, random) => (random() < 0.75 ? 'video' : 'image'),
    looks: [1, 3, 7],
    labels: (i, random) => {
      const pillar = pick(pillars, random);
      return {
        pillar,
        ...(pillar === '开店日记' && { series: '开店日记' }),
        kind: KIND_PLAN[i % KIND_PLAN.length] ?? 'knowledge',
        commercial: i % 10 === 4,
        rating: { topic: 3 + (i % 3), script: 3 + (i % 2), making: 4 },
      };
    },
    title: zhTitle,
    duration: (random) => 40 + 300 * random(),
    effect: ({ pillar }, i, title) =>
      (pillar === '器具测评' ? 0.6 : pillar === '咖啡店探店' ? -0.6 : 0) +
      (/？|怎么|为什么/.test(title) ? 0.5 : 0) +
      (i === 178 ? 3 : 0),
  });
  const readings = followerReadings('douyin', '阿树咖啡', 18_000, () => 45);
  readings.push({
    platform: 'douyin',
    page: 'douyin/data-center',
    account: '阿树咖啡',
    metrics: { newViewers: figure(52_000), returningViewers: figure(17_000) },
    breakdowns: [{ kind: 'trafficSource', shares: { 推荐: 0.61, 关注: 0.18, 搜索: 0.12, 其他: 0.09 } }],
    seenAt: new Date(NOW - DAY_MS).toISOString(),
  });
  return { name: 'steady', zone: 'Asia/Shanghai', posts, accountReadings: readings };
}

/** One post made nearly everything; nothing is labelled, but the titles count on. */
function oneHit(): GoldenAccount {
  const posts = make({
    platform: 'kuaishou',
    account: '大力修车',
    seed: 303,
    posts: 45,
    perWeek: 4,
    views: 900,
    sigma: 0.6,
    format: 'video',
    looks: [7],
    title: (_, i, random) => ({
      title:
        i === 20
          ? '发动机进水怎么办'
          : `${i % 3 === 0 ? '保养课' : '故障课'}第${i + 1}期 ${pick(['刹车异响', '机油怎么选', '轮胎多久换', '空调不凉'], random)}`,
    }),
    effect: (_, i) => (i === 20 ? 5 : 0),
    metrics: ['views', 'likes', 'comments', 'completionRate'],
  });
  return { name: 'one-hit', zone: 'Asia/Shanghai', posts, accountReadings: [] };
}

/** A quarter of the posts is paid, and they do worse. */
function overCommercial(): GoldenAccount {
  const posts = make({
    platform: 'xiaohongshu',
    account: '悠悠的衣橱',
    seed: 405,
    posts: 90,
    perWeek: 5,
    views: 3500,
    sigma: 0.55,
    format: 'image',
    looks: [2, 7],
    labels: (i, random) => ({
      pillar: pick(['穿搭', '穿搭', '护肤', '收纳'], random),
      kind: pick(['experience', 'experience', 'knowledge', 'emotion'] as const, random),
      commercial: i % 4 === 1,
      ...(i % 4 === 1 && { boosted: i % 16 === 1 }),
      sensitive: i % 30 === 7,
    }),
    title: (labels, _, random) => ({
      title: `${pick(['通勤', '小个子', '夏天', '平价'], random)}${labels.pillar}${labels.commercial ? '好物' : '分享'}`,
      tags: [`#${labels.pillar}`],
    }),
    effect: ({ commercial }) => (commercial ? -0.6 : 0),
    metrics: ['views', 'likes', 'comments', 'saves', 'shares', 'followersGained'],
  });
  return {
    name: 'over-commercial',
    zone: 'Asia/Shanghai',
    posts,
    accountReadings: followerReadings('xiaohongshu', '悠悠的衣橱', 42_000, () => -12),
  };
}

/** What worked stopped working; the topics move; the level falls. */
function drifting(): GoldenAccount {
  const posts = make({
    platform: 'bilibili',
    account: '老周讲历史',
    seed: 505,
    posts: 160,
    perWeek: 2,
    views: 20_000,
    sigma: 0.5,
    format: 'video',
    looks: [7, 28],
    labels: (i, random) => ({
      pillar: i < 110 ? pick(['三国', '三国', '明朝', '人物'], random) : pick(['热点', '热点', '旅行', '明朝'], random),
      kind:
        i < 110
          ? pick(['knowledge', 'knowledge', 'experience', 'emotion'] as const, random)
          : pick(['emotion', 'interaction', 'emotion', 'knowledge'] as const, random),
    }),
    title: (labels, i) => ({ title: `${labels.pillar}里的小事（${(i % 9) + 1}）`, tags: [String(labels.pillar)] }),
    duration: (random) => 400 + 900 * random(),
    effect: ({ pillar }, i) => (pillar === '三国' && i < 60 ? 0.5 : 0) + (i >= 120 ? -0.9 : 0),
  });
  return {
    name: 'drifting',
    zone: 'Asia/Shanghai',
    posts,
    accountReadings: followerReadings('bilibili', '老周讲历史', 90_000, (day) => (day < 40 ? -60 : 30)),
  };
}

const EN = ['knife skills', 'one-pot dinners', 'street food', 'fermenting', 'bread'];

/** Titles in two languages; English ones do better. */
function bilingual(): GoldenAccount {
  const posts = make({
    platform: 'youtube',
    account: 'Two Woks 双锅',
    seed: 606,
    posts: 130,
    perWeek: 2.5,
    views: 4000,
    sigma: 0.6,
    format: 'video',
    looks: [1, 28],
    labels: (i, random) => ({
      pillar: pick(['recipes', 'recipes', 'markets', 'tools'], random),
      kind: KIND_PLAN[i % 20] ?? 'knowledge',
    }),
    title: (labels, i, random) => {
      const topic = pick(EN, random);
      const zh =
        { 'knife skills': '刀工', 'one-pot dinners': '一锅出', 'street food': '街头小吃', fermenting: '发酵', bread: '面包' }[
          topic
        ] ?? '';
      return random() < 0.5
        ? { title: `How I learnt ${topic}${labels.kind === 'interaction' ? '?' : ''}`, tags: ['#cooking'] }
        : { title: `${zh}入门，${(i % 5) + 3}个要点`, tags: ['#美食'] };
    },
    duration: (random) => 300 + 900 * random(),
    effect: (_, __, title) => (/[a-z]/.test(title) ? 0.5 : 0),
    metrics: ['views', 'likes', 'comments', 'clickThroughRate', 'averageViewedShare'] as const,
  });
  return {
    name: 'bilingual',
    zone: 'America/Los_Angeles',
    posts,
    accountReadings: followerReadings('youtube', 'Two Woks 双锅', 8200, () => 14),
  };
}

/** Only dates are known, one look at everything. */
function dateOnly(): GoldenAccount {
  const posts = make({
    platform: 'youtube',
    account: 'Quiet Gardens',
    seed: 707,
    posts: 80,
    perWeek: 1,
    views: 2500,
    sigma: 0.7,
    format: 'video',
    precision: 'day',
    newestDays: 5,
    looks: [],
    labels: (i, random) => ({
      pillar: pick(['pruning', 'soil', 'design', 'plants'], random),
      kind: i % 3 === 0 ? 'experience' : 'knowledge',
    }),
    title: (labels, i, random) => ({
      title: pick(
        [
          `${labels.pillar}: what I would do differently`,
          `Five ${labels.pillar} mistakes`,
          `A year of ${labels.pillar}, part ${i + 1}`,
        ],
        random,
      ),
    }),
    effect: ({ pillar }) => (pillar === 'design' ? 0.7 : 0),
    metrics: ['views', 'likes', 'comments'],
  });
  return { name: 'date-only', zone: 'Europe/London', posts, accountReadings: [] };
}

/** One creator on four platforms; each is its own account. */
function fourPlatforms(): GoldenAccount {
  const platforms: readonly [Platform, Format, readonly MetricName[]][] = [
    ['douyin', 'video', ALL],
    ['xiaohongshu', 'image', ['views', 'likes', 'comments', 'saves', 'shares']],
    ['bilibili', 'video', ['views', 'likes', 'comments', 'saves', 'shares']],
    ['weibo', 'text', ['likes', 'comments', 'reposts']],
  ];
  const posts = platforms.flatMap(([platform, format, metrics], at) =>
    make({
      platform,
      account: '跑步的小林',
      seed: 808 + at,
      posts: [60, 40, 24, 80][at] ?? 40,
      perWeek: [3, 2, 1, 6][at] ?? 2,
      views: [8000, 1500, 3000, 400][at] ?? 1000,
      sigma: 0.65,
      format,
      looks: [1, 7],
      labels: (i, random) => ({
        pillar: pick(['训练', '装备', '比赛'], random),
        kind: KIND_PLAN[(i * 3) % 20] ?? 'knowledge',
        commercial: i % 12 === 5,
      }),
      title: (labels, _, random) => ({
        title: `${labels.pillar}${pick(['笔记', '心得', '避坑', '问答？'], random)}`,
        tags: ['#跑步'],
      }),
      effect: ({ pillar }) => (pillar === '装备' ? 0.5 : 0),
      metrics,
    }),
  );
  return { name: 'four-platforms', zone: 'Asia/Shanghai', posts, accountReadings: [] };
}
