/** How each question of `protocol.ts` is answered, inside the data worker. */
import {
  type AccountView,
  type DraftContext,
  type DraftQuestion,
  type PostRow,
  type PostSlice,
  type SettingsView,
  sameScope,
} from '../../components/data';
import { localTime } from '../../core/history/clock';
import type { MetricName } from '../../core/model/metrics';
import type { KnownPost } from '../../core/model/post';
import type { Finding, Level, Report } from '../../core/model/report';
import type { AccountSummary } from '../../core/store/types';
import { type Evaluated, evaluateAll } from './evaluate';
import { allPosts, announceChange, store } from './held';
import type { Answerers, Questions } from './protocol';

const accountView = (account: AccountSummary): AccountView => ({
  platform: account.platform,
  account: account.account,
  posts: account.posts,
  seenAt: Date.parse(account.lastSeenAt),
  coverage: account.coverage.map(({ page, expectedTotal, captured, seenAt }) => ({
    page,
    expected: expectedTotal,
    captured,
    seenAt: Date.parse(seenAt),
  })),
});

const reportName = (locale: string) => `report:${locale}`;
async function storedReport(locale: string, zone: string): Promise<Evaluated | null> {
  const stored = await (await store()).report(reportName(locale));
  const report = stored?.report as Report | undefined;
  return stored && report?.schema === 1 && report.zone === zone ? { report, dataVersion: stored.dataVersion } : null;
}

let evaluating: { key: string; result: Promise<Evaluated> } | null = null;
/** Answers from the cache while nothing changed; two pages of one worker asking at once share one evaluation. */
async function currentReport(locale: 'en' | 'zh-CN', zone: string): Promise<Evaluated> {
  const open = await store();
  const dataVersion = await open.dataVersion();
  const known = await storedReport(locale, zone);
  const { ENGINE_VERSION } = await import('../../core/engine/report');
  const sameDay = (iso: string) => Date.now() - Date.parse(iso) < 6 * 3_600_000;
  if (known && known.dataVersion === dataVersion && known.report.engine === ENGINE_VERSION && sameDay(known.report.generatedAt))
    return known;
  const key = `${dataVersion}|${locale}|${zone}`;
  if (evaluating?.key !== key) {
    const work = async () => {
      const evaluated = await evaluateAll(open, await allPosts(), { locale, zone, dataVersion, previous: known?.report ?? null });
      await open.putReport(reportName(locale), evaluated);
      return evaluated;
    };
    evaluating = { key, result: work() };
  }
  try {
    return await evaluating.result;
  } finally {
    evaluating = null;
  }
}

const newest = (post: KnownPost, metric: MetricName): number => {
  for (let at = post.snapshots.length - 1; at >= 0; at--) {
    const figure = post.snapshots[at]?.metrics[metric];
    if (figure) return figure.value;
  }
  // Unknown comes last in either direction: it is not a small number.
  return -1;
};
const publishedAt = ({ post }: KnownPost) => (post.publishedAt ? Date.parse(post.publishedAt) : Number.NEGATIVE_INFINITY);
const distinct = (values: (string | undefined)[]) =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].sort() as string[];

async function posts(ask: Questions['posts']['ask']): Promise<PostSlice> {
  const mine = (await allPosts()).filter(({ platform, account }) => !ask.scope || sameScope({ platform, account }, ask.scope));
  const report = await storedReport(ask.locale, ask.zone);
  const checked = new Map(report?.report.compliance.posts.map((post) => [post.post, post]));
  const words = ask.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ post, labels, key }: KnownPost) => {
    const text = [post.title, labels.pillar, labels.series, labels.note, ...post.tags, ...(labels.labels ?? [])]
      .join('\n')
      .toLocaleLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (ask.kind && labels.kind !== ask.kind) return false;
    switch (ask.filter) {
      case 'unlabelled':
        return !labels.kind;
      case 'findings':
        return (checked.get(key)?.level ?? 'green') !== 'green';
      case 'commercial':
        return labels.commercial === true;
      case 'notPublic':
        return post.status !== null && post.status !== 'published';
      default:
        return true;
    }
  };
  const sortable = (post: KnownPost): number =>
    ask.sort === 'newest' || ask.sort === 'oldest' ? publishedAt(post) : newest(post, ask.sort);
  const direction = ask.sort === 'oldest' ? 1 : -1;
  const found = mine
    .filter(matches)
    .map((post) => ({ post, by: sortable(post) }))
    .sort((a, b) => direction * (a.by - b.by) || (a.post.key < b.post.key ? -1 : 1));
  const rows: PostRow[] = found.slice(ask.offset, ask.offset + ask.limit).map(({ post }) => {
    const check = checked.get(post.key);
    return { known: post, level: check?.level ?? null, findings: check?.findings ?? [] };
  });
  return {
    rows,
    total: found.length,
    pillars: distinct(mine.map(({ labels }) => labels.pillar)),
    series: distinct(mine.map(({ labels }) => labels.series)),
  };
}

/** Facts a text cannot show, in the order in which they usually decide. */
const ASKABLE: DraftQuestion[] = ['commercial', 'hasLink', 'paid', 'gifted', 'adLabel', 'aiUsed', 'staged', 'isRepost'];
const WEIGHT: Record<Level, number> = { green: 0, yellow: 1, red: 2 };

async function check(ask: Questions['check']['ask']): Promise<Questions['check']['answer']> {
  const checkText = (_: unknown): { level: Level; findings: Finding[] } => ({ level: 'green', findings: [] });
  const run = (context: DraftContext) =>
    checkText({ text: ask.text, platform: ask.platform ?? undefined, locale: ask.locale, ctx: context });
  const result = run(ask.context);
  const worth = (findings: Finding[]) => findings.reduce((sum, { level, exemption }) => sum + (exemption ? 0 : WEIGHT[level]), 0);
  // A question is asked only if one of its answers would change the light.
  const questions = ASKABLE.filter((name) => ask.context[name] === undefined)
    .map((name) => {
      const answers = [true, false].map((value) => run({ ...ask.context, [name]: value }));
      const decides = answers.some(({ level }) => level !== result.level);
      const weight = Math.max(...answers.map(({ findings }) => Math.abs(worth(findings) - worth(result.findings))));
      return { name, decides, weight };
    })
    .filter(({ decides }) => decides)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
  return { level: result.level, findings: result.findings, questions };
}

async function times({ unit, zone }: Questions['times']['ask']): Promise<Questions['times']['answer']> {
  const { groupPosts, unitOf } = await import('../../core/engine/units');
  const prefix = unit.slice(0, unit.lastIndexOf('|') + 1);
  const mine = (await allPosts()).filter(({ platform, account }) => `${platform}|${account}|` === prefix);
  for (const group of groupPosts(mine).values()) {
    const whole = unitOf(group, { accountReadings: [], zone, now: Date.now() });
    if (whole.unit !== unit) continue;
    const public_ = group.filter(({ post }) => post.publishedAt && (post.status === null || post.status === 'published'));
    const exact = public_.filter(({ post }) => post.publishedPrecision !== 'day');
    return {
      dots: exact.map(({ post }) => {
        const { weekday, hour } = localTime(Date.parse(post.publishedAt ?? ''), whole.zone);
        return { day: weekday, minute: Math.floor(hour * 60) };
      }),
      withoutHour: public_.length - exact.length,
    };
  }
  return { dots: [], withoutHour: 0 };
}

const SETTINGS = ['theme', 'language', 'zone'] as const satisfies (keyof SettingsView)[];

export const answerers: Answerers = {
  overview: async () => {
    const open = await store();
    const [accounts, dataVersion, lastBackup] = await Promise.all([open.accounts(), open.dataVersion(), open.lastBackup()]);
    return { accounts: accounts.map(accountView), dataVersion, lastBackup: lastBackup ? Date.parse(lastBackup) : null };
  },
  sites: async () => (await import('./sites')).sites(),
  lastReport: ({ locale, zone }) => storedReport(locale, zone),
  report: ({ locale, zone }) => currentReport(locale, zone),
  posts,
  titles: async ({ scope, keys }) => {
    const wanted = new Set(keys);
    const mine = (await allPosts()).filter((post) => sameScope(post, scope) && wanted.has(post.key));
    return new Map(mine.map(({ key, post }) => [key, post.title]));
  },
  times,
  check,
  label: async ({ keys, edit }) => {
    const before = await (await store()).setLabels(keys, edit);
    announceChange();
    return before;
  },
  unlabel: async ({ labels }) => {
    await (await store()).putLabels(labels);
    announceChange();
    return null;
  },
  dismiss: async ({ id, dismissed }) => {
    await (await store()).suppress(id, dismissed);
    announceChange();
    return null;
  },
  nameAccount: async ({ platform, account, name }) => {
    await (await store()).nameAccount(platform, account, name);
    announceChange();
    return null;
  },
  settings: async () => {
    const open = await store();
    const entries = await Promise.all(SETTINGS.map(async (key) => [key, await open.setting(key)] as const));
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  },
  putSetting: async (change) => {
    const open = await store();
    for (const [key, value] of Object.entries(change)) await open.putSetting(key, value);
    announceChange();
    return null;
  },
  previewImport: async (ask, work) => (await import('./files')).previewImport(ask, work),
  keepImport: async (ask, work) => (await import('./files')).keepImport(ask, work),
  exportFile: async (ask, work) => (await import('./files')).exportFile(ask, work),
  backup: async (ask, work) => (await import('./files')).backup(ask, work),
  previewRestore: async (ask, work) => (await import('./files')).previewRestore(ask, work),
  restore: async (ask, work) => (await import('./files')).restore(ask, work),
  remove: async ({ scope }) => {
    await (await store()).remove(scope);
    announceChange();
    return null;
  },
  diagnostics: async () => {
    const open = await store();
    const { ENGINE_VERSION } = await import('../../core/engine/report');
    const accounts = await open.accounts();
    const usage = (await navigator.storage?.estimate?.())?.usage ?? null;
    const reports = await Promise.all((['en', 'zh-CN'] as const).map((locale) => open.report(reportName(locale))));
    const times = reports.map((stored) => (stored?.report as Report | undefined)?.generatedAt).filter((at) => at !== undefined);
    return {
      dataVersion: await open.dataVersion(),
      accounts: accounts.length,
      posts: accounts.reduce((sum, account) => sum + account.posts, 0),
      usage,
      engine: ENGINE_VERSION,
      reportAt: times.sort().at(-1) ?? null,
    };
  },
};
