/** Made-up accounts for tests: posts with known effects, or none, among the troubles of real ones. Deterministic by seed. */
import { mixReportsOf } from '../../../../core/engine/mix/mix';
import { mixTexts } from '../../../../core/engine/mix/texts';
import type { Labels } from '../../../../core/model/labels';
import type { MetricName } from '../../../../core/model/metrics';
import type { Platform } from '../../../../core/model/platforms';
import type { KnownPost, Snapshot } from '../../../../core/model/post';
import type { Format } from '../../../../core/model/reading';
import type { MixReport } from '../../../../core/model/report';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { normalDraw, type Random, seeded } from '../../../../core/stats/random';

export const NOW = Date.parse('2026-06-28T12:00:00Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export interface Made {
  key?: string;
  platform?: Platform;
  account?: string;
  id?: string;
  title?: string;
  tags?: string[];
  format?: Format | null;
  publishedAt: number;
  precision?: 'second' | 'day';
  durationSeconds?: number | null;
  status?: KnownPost['post']['status'];
  labels?: Labels;
  /** Figures by the time they were seen; a plain object is one look at `NOW`. */
  looks: { seenAt: number; metrics: Partial<Record<MetricName, number>>; page?: string }[];
}

export function figure(value: number) {
  return { value, low: value, high: value, raw: String(value) };
}

export function known(made: Made): KnownPost {
  const platform = made.platform ?? 'douyin';
  const account = made.account ?? 'test';
  const id = made.id ?? `p${made.publishedAt}`;
  const snapshots: Snapshot[] = made.looks.map(({ seenAt, metrics, page }) => ({
    seenAt,
    page: page ?? `${platform}/content-list`,
    metrics: Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, figure(value)])),
  }));
  const seen = snapshots.map(({ seenAt }) => seenAt);
  return {
    key: made.key ?? `${platform}|${account}|#${id}`,
    platform,
    account,
    post: {
      id,
      title: made.title ?? '',
      url: null,
      publishedAt: new Date(made.publishedAt).toISOString(),
      publishedPrecision: made.precision ?? 'second',
      format: made.format === undefined ? 'video' : made.format,
      durationSeconds: made.durationSeconds ?? null,
      status: made.status === undefined ? 'published' : made.status,
      statusText: null,
      tags: made.tags ?? [],
    },
    labels: made.labels ?? {},
    snapshots,
    firstSeenAt: Math.min(...seen, NOW),
    lastSeenAt: seen.length > 0 ? Math.max(...seen) : NOW,
  };
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

const WORDS =
  '咖啡 早餐 通勤 跑步 面试 租房 阳台 收纳 烘焙 徒步 相机 剪辑 简历 存钱 旅行 火锅 周末 猫咪 键盘 露营 护肤 书单 学习 健身 城市 夜市 雨天 手冲 复盘 计划'.split(
    ' ',
  );
const FRAMES: readonly ((a: string, b: string, n: number) => string)[] = [
  (a, b) => `${a}和${b}的一天`,
  (a, b, n) => `${n}个${a}技巧，${b}也能用`,
  (a, b) => `为什么${a}比${b}难？`,
  (a, b) => `【${a}】我的${b}记录`,
  (a, b) => `别再这样${a}了！${b}会后悔`,
  (a, b) => `${a}｜${b}实测 🎬`,
  (a, b) => `How I plan ${a} and ${b}`,
  (a, b) => `你的${a}真的适合${b}吗`,
];

/** What troubles the account: the shapes that fool raw averages. */
export const SHAPES = ['plain', 'drift', 'shift', 'bursty', 'hits', 'confounded'] as const;

export interface World {
  posts: number;
  seed: number;
  /** Residual sd of the log outcome. */
  sigma?: number;
  shape?: (typeof SHAPES)[number];
  /** True effects (log) by level id; none by default. */
  pillarEffects?: readonly number[];
  wordEffect?: { word: string; effect: number };
  questionEffect?: number;
}
export const PILLARS = ['cooking', 'travel', 'work', 'home'];

/** One account of `posts` mature posts. */
export function world({
  posts,
  seed,
  sigma = 0.8,
  shape = 'plain',
  pillarEffects = [],
  wordEffect,
  questionEffect = 0,
}: World): KnownPost[] {
  const random = seeded(seed);
  const first = NOW - 40 * DAY_MS - posts * 1.2 * DAY_MS;
  let drift = 0;
  let at = first;
  return Array.from({ length: posts }, (_, i) => {
    const place = i / posts;
    at += shape === 'bursty' ? (random() < 0.8 ? 2 * HOUR_MS : 5.2 * DAY_MS) : (0.6 + 1.2 * random()) * DAY_MS;
    drift = 0.9 * drift + 0.12 * normalDraw(random);
    const pillar = shape === 'confounded' && random() < 0.8 ? (place > 0.5 ? 0 : 1) : Math.floor(random() * PILLARS.length);
    const level =
      (shape === 'drift' || shape === 'confounded' ? drift * 2 + 1.4 * place : drift) +
      (shape === 'shift' && place > 0.6 ? 1.2 : 0);
    const noise =
      shape === 'hits' && random() < 0.06
        ? Math.abs(normalDraw(random)) * 2.5
        : (normalDraw(random) * sigma) / Math.sqrt((1.2 + 0.4 * random()) / 1.4);
    const [a, b] = [pick(WORDS, random), pick(WORDS, random)];
    const title = pick(FRAMES, random)(a, b, 2 + Math.floor(random() * 8));
    const tags = random() < 0.6 ? [`#${pick(WORDS, random)}`] : [];
    const effect =
      (pillarEffects[pillar] ?? 0) +
      (wordEffect && (a === wordEffect.word || b === wordEffect.word || tags.includes(`#${wordEffect.word}`))
        ? wordEffect.effect
        : 0) +
      (/[?？]|为什么|吗$/.test(title) ? questionEffect : 0);
    const views = Math.round(Math.expm1(Math.max(0, 7 + level + noise + effect)));
    return known({
      id: `w${seed}-${String(i).padStart(4, '0')}`,
      title,
      tags,
      publishedAt: Math.round(at + ((pillar * 3 + random() * 10) % 24) * HOUR_MS * 0.1),
      labels: { pillar: PILLARS[pillar] ?? 'cooking' },
      looks: [{ seenAt: NOW, metrics: { views, likes: Math.round(views * 0.05), comments: Math.round(views * 0.004) } }],
    });
  });
}

/** The content parts of a report without posts: for samples of other parts. */
export function withoutPosts(locale: 'en' | 'zh-CN'): Pick<MixReport, 'adherence' | 'effectiveness'> {
  const words = mixTexts(locale);
  const effectiveness: MixReport['effectiveness'] = {
    keys: [],
    outcome: null,
    posts: 0,
    weeks: 0,
    spread: null,
    labelCoverage: 0,
    adjustedFor: [],
    factors: [],
    retention: [],
    terms: {
      terms: [],
      shares: { value: null, why: { formula: 'mix.portfolio', inputs: {}, posts: [], have: 0, need: 20, missing: [] } },
      statement: '',
    },
    caveat: words.caveat,
    missing: [words.missingOutcome],
  };
  const parts = [
    { unit: '', facts: [], mix: { effectiveness, topics: [], kindsDid: [], patterns: new Map(), kinds: [], posts: 0 } },
  ];
  const [report] = mixReportsOf(parts, { plan: DEFAULT_PLAN, zone: 'UTC', now: NOW, seed: 1, locale });
  if (!report) throw new Error('one part gives one report');
  return { adherence: report.adherence, effectiveness };
}
