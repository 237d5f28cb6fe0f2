/** How each question of `protocol.ts` is answered, inside the data worker. */
import { type AccountView, type PostRow, type PostSlice, type Scope, sameScope, scopeId } from '../../components/data';
import { MARKS_CHANNEL } from '../../core/messages';
import { capturedOf } from '../../core/model/backup-age';
import type { DocumentOf } from '../../core/model/documents';
import { latestMetrics } from '../../core/model/latest';
import { marksPrefix } from '../../core/model/marks';
import { METRIC_NAMES, type MetricName } from '../../core/model/metrics';
import type { KnownPost } from '../../core/model/post';
import type { ComplianceReport, Report } from '../../core/model/report';
import type { Band } from '../../core/model/report-parts';
import { ruleSettingsOf } from '../../core/model/rule-settings';
import type { Settings } from '../../core/model/settings';
import type { AccountSummary, Store } from '../../core/store/types';
import { asideOf, dismissalsOf } from './dismissals';
import { allPosts, announceChange, announceMarks, HOLDS, reportName, store } from './held';
import { KeptRows } from './kept-rows';
import { cut } from './pieces';
import type { Answerers, Questions, ReportAsk, Reported } from './protocol';
import { forgetUnwritten, keepReport, storedFront, storedPieces, storedReport } from './stored-report';

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

async function lastReport({ locale, zone, build }: ReportAsk): Promise<Reported | null> {
  const open = await store();
  const [stored, dataVersion] = await Promise.all([storedFront(open, locale), open.dataVersion()]);
  if (stored?.front.zone !== zone) return null;
  // In either direction: what a clock that was ahead has dated would hold until then.
  const made = Date.parse(stored.front.generatedAt);
  return {
    ...stored,
    current: stored.dataVersion === dataVersion && stored.front.build === build && Math.abs(Date.now() - made) < HOLDS,
  };
}

/** While posts come in batch by batch, the next evaluation waits until they settle for as long as the last one took, up to this, in ms. */
const LONGEST_WAIT = 10_000;
let lastTook = 0;

async function settledVersion(open: Store): Promise<number> {
  for (let version = await open.dataVersion(); ; ) {
    if (lastTook < 200) return version;
    await new Promise((resolve) => setTimeout(resolve, Math.min(lastTook, LONGEST_WAIT)));
    const now = await open.dataVersion();
    if (now === version) return version;
    version = now;
  }
}

const keptMarks = { en: new KeptRows(marksPrefix('en')), 'zh-CN': new KeptRows(marksPrefix('zh-CN')) };
/** The overlay's marks, by month of publishing. They can be made again: a failure is no news. */
async function keepMarks(
  open: Store,
  posts: readonly KnownPost[],
  report: Report,
  dataVersion: number,
  locale: ReportAsk['locale'],
): Promise<void> {
  const { marksOf } = await import('../../core/engine/marks');
  // The answer goes out first.
  await new Promise((resolve) => setTimeout(resolve));
  const rows = [...marksOf(posts, report, locale)].map(([name, marks]) => ({ name, dataVersion, report: marks }));
  try {
    await keptMarks[locale].replace(open, rows);
    announceMarks();
  } catch {}
}

/** A randomised test that was decided stays decided. What cannot be written now is decided again at the next look. */
async function keepDecisions(open: Store, tests: readonly DocumentOf<'slotTest'>[], { timing, generatedAt }: Report) {
  if (tests.length === 0) return;
  const { decidedNow } = await import('../../core/engine/timing/slot-test');
  const read = timing.flatMap((unit) => unit.tests ?? []);
  const decided = decidedNow(tests, read, generatedAt);
  try {
    for (const test of decided) await open.putDocument('slotTest', test);
    if (decided.length > 0) announceChange();
  } catch {}
}

/** What a new report asks of the last one, beside its front. */
const SAID_BEFORE = ['mix'] as const;

let evaluating: { key: string; result: Promise<Reported> } | null = null;

/** Answers from the cache while nothing changed; questions asked meanwhile share one evaluation. */
async function currentReport(ask: ReportAsk): Promise<Reported> {
  const { locale, zone, build } = ask;
  const known = await lastReport(ask);
  if (known?.current) return known;
  const open = await store();
  const { evaluateAll } = await import('./evaluate');

  const key = `${locale}|${zone}`;
  if (evaluating?.key === key) return evaluating.result;
  const work = async (): Promise<Reported> => {
    const dataVersion = await settledVersion(open);
    const started = performance.now();
    const [
      previous,
      posts,
      accountReadings,
      audienceCurves,
      suppressed,
      slotTests,
      figures,
      notes,
      ratings,
      money,
      incidents,
      tone,
      rules,
    ] = await Promise.all([
      storedReport(open, locale, SAID_BEFORE),
      allPosts(),
      open.accountReadings(),
      open.audienceCurves(),
      open.suppressed(),
      open.documents('slotTest'),
      open.documents('planFigures'),
      open.documents('accountNotes'),
      open.documents('monthlyRating'),
      open.documents('money'),
      open.documents('incident'),
      open.documents('commentTone'),
      open.setting('rules'),
    ]);
    const result = evaluateAll({
      posts,
      accountReadings,
      audienceCurves,
      slotTests: slotTests.values,
      previous: previous?.zone === zone ? previous : null,
      dismissed: dismissalsOf(suppressed),
      figures: figures.values[0] ?? null,
      accountNotes: notes.values,
      monthlyRatings: ratings.values,
      incidents: incidents.values,
      tone: tone.values,
      rules: ruleSettingsOf(rules),
      revenue: money.values.filter((entry) => entry.flow === 'revenue'),
      locale,
      zone,
      build,
      now: Date.now(),
    });
    lastTook = performance.now() - started;
    const report = cut(result.report, result.beside, posts);
    await keepReport(open, locale, report, dataVersion);
    void keepMarks(open, posts, result.report, dataVersion, locale);
    void keepDecisions(open, slotTests.values, result.report);
    return { front: report.front, dataVersion, current: true };
  };
  const mine = { key, result: work() };
  evaluating = mine;
  try {
    return await mine.result;
  } finally {
    if (evaluating === mine) evaluating = null;
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

/** Pillars and series in use. */
const namesOf = (posts: readonly KnownPost[]) => ({
  pillars: distinct(posts.map(({ labels }) => labels.pillar)),
  series: distinct(posts.map(({ labels }) => labels.series)),
});

/** What the stored report says of single posts, by key. */
interface Verdicts {
  checks: Map<string, ComplianceReport['posts'][number]>;
  bands: Map<string, Band[]>;
  /** When it was made, in milliseconds since the epoch; null where there is none. Posts first seen later were not looked at. */
  madeAt: number | null;
}
let verdicts: { name: string; version: number; found: Promise<Verdicts> } | null = null;
// Made anew in another worker: what is held here is of yesterday then.
new BroadcastChannel(MARKS_CHANNEL).onmessage = () => {
  verdicts = null;
};

/** Read once per report: with many posts it is large, and every block of a table asks for it. */
async function verdictsOf(locale: ReportAsk['locale']): Promise<Verdicts> {
  const open = await store();
  const [name, version] = [reportName(locale), await open.dataVersion()];
  if (verdicts?.name !== name || verdicts.version !== version) {
    const found = storedReport(open, locale, ['score', 'compliance']).then((report): Verdicts => {
      const scored = report?.score.flatMap(({ keys, posts: list }) =>
        list.map(({ post, bands }) => [keys[post], bands] as const),
      );
      return {
        madeAt: report ? Date.parse(report.generatedAt) : null,
        checks: new Map(report?.compliance.posts.map((check) => [check.post, check])),
        bands: new Map(scored?.flatMap(([key, bands]) => (key !== undefined && bands ? [[key, bands] as const] : []))),
      };
    });
    verdicts = { name, version, found };
  }
  return verdicts.found;
}

function rowOf(known: KnownPost, { checks, bands, madeAt }: Verdicts): PostRow {
  const check = checks.get(known.key);
  // The report names only posts with findings: one that it knew and does not name has none.
  const clean = madeAt !== null && known.firstSeenAt <= madeAt;
  return {
    known,
    level: check?.level ?? (clean ? 'green' : null),
    findings: check?.findings ?? [],
    bands: bands.get(known.key) ?? null,
  };
}

/** The same post with one look that shows the newest figures: of a long history it is little to hand over. */
function withoutHistory(known: KnownPost): KnownPost {
  const last = known.snapshots.at(-1);
  return last ? { ...known, snapshots: [{ ...last, metrics: latestMetrics(known) }] } : known;
}

type Wanted = Omit<Questions['posts']['ask'], 'offset' | 'limit' | 'figures'>;
interface Found extends Pick<PostSlice, 'pillars' | 'series' | 'absent'> {
  posts: KnownPost[];
}

/** What posts of each account have, counted once for all questions about the same posts. */
let present: { all: readonly KnownPost[]; by: ReadonlyMap<string, ReadonlySet<string>> } | null = null;
function presentIn(all: readonly KnownPost[]) {
  if (present?.all === all) return present.by;
  const by = new Map<string, Set<string>>();
  for (const post of all) {
    const id = scopeId(post);
    const has = by.get(id) ?? new Set();
    by.set(id, has);
    if (post.labels.kind) has.add('kind');
    for (const { metrics } of post.snapshots) for (const name in metrics) has.add(name);
  }
  present = { all, by };
  return by;
}

function absentFrom(all: readonly KnownPost[], scope: Scope | null): PostSlice['absent'] {
  const by = presentIn(all);
  const has = scope ? [by.get(scopeId(scope))] : [...by.values()];
  return ([...METRIC_NAMES, 'kind'] as const).filter((name) => !has.some((own) => own?.has(name)));
}

/** Posts that a query wants, in its order. */
function find(ask: Wanted, all: readonly KnownPost[], { checks }: Verdicts): Found {
  const mine = all.filter(({ platform, account }) => !ask.scope || sameScope({ platform, account }, ask.scope));
  const stay = new Set(ask.stay);
  const words = ask.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ post, labels }: KnownPost) => {
    if (words.length === 0) return true;
    const text = [post.title, labels.pillar, labels.series, labels.note, ...post.tags, ...(labels.labels ?? [])]
      .join('\n')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  const fits = ({ post, labels, key }: KnownPost) => {
    if (stay.has(key)) return true;
    if (ask.kind && labels.kind !== ask.kind) return false;
    switch (ask.filter) {
      case 'unlabelled':
        return !labels.kind;
      case 'findings':
        return (checks.get(key)?.level ?? 'green') !== 'green';
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
  const posts = mine
    .filter((post) => says(post) && fits(post))
    .map((post) => ({ post, by: sortable(post) }))
    .sort((a, b) => direction * (a.by - b.by) || (a.post.key < b.post.key ? -1 : 1))
    .map(({ post }) => post);
  return { posts, ...namesOf(mine), absent: absentFrom(all, ask.scope) };
}

let found: { query: string; all: readonly KnownPost[]; verdicts: Verdicts; result: Found } | null = null;

/** Found and sorted once: a table asks for the same posts block by block. */
async function posts({ offset, limit, figures, ...wanted }: Questions['posts']['ask']): Promise<PostSlice> {
  const all = await allPosts();
  const verdicts = await verdictsOf(wanted.locale);
  const query = JSON.stringify(wanted);
  if (found?.query !== query || found.all !== all || found.verdicts !== verdicts)
    found = { query, all, verdicts, result: find(wanted, all, verdicts) };
  const { posts: list, ...names } = found.result;
  const rows = list.slice(offset, offset + limit);
  return {
    rows: rows.map((post) => rowOf(figures === 'newest' ? withoutHistory(post) : post, verdicts)),
    total: list.length,
    ...names,
  };
}

async function onePost({ key, locale }: Questions['post']['ask']): Promise<Questions['post']['answer']> {
  const all = await allPosts();
  const known = all.find((post) => post.key === key);
  const mine = known ? all.filter((post) => sameScope(post, known)) : [];
  const verdicts = await verdictsOf(locale);
  const front = known && (await storedFront(await store(), locale))?.front;
  const seasons = (known && front?.accounts.find((account) => sameScope(account, known))?.growth?.seasons) ?? [];
  return { row: known ? rowOf(known, verdicts) : null, seasons, ...namesOf(mine) };
}

const SETTINGS = [
  'theme',
  'language',
  'zone',
  'overlayOff',
  'backupEvery',
  'notify',
  'rules',
] as const satisfies (keyof Settings)[];

export const answerers: Answerers = {
  overview: async () => {
    const open = await store();
    const [accounts, dataVersion, lastBackup] = await Promise.all([open.accounts(), open.dataVersion(), open.lastBackup()]);
    return {
      accounts: accounts.map(accountView),
      dataVersion,
      lastBackup: lastBackup ? Date.parse(lastBackup) : null,
      captured: capturedOf(accounts),
    };
  },
  lastReport,
  report: (ask) => currentReport(ask),
  pieces: async ({ locale, scope, names }) => storedPieces(await store(), locale, scope, names),
  posts,
  post: onePost,
  check: async (ask) => {
    const { check } = await import('./check');
    // A store that does not open keeps nobody from checking a draft.
    const kept = await store().then(
      (open) => Promise.all([open.suppressed(), open.setting('rules')]),
      () => [[], null] as const,
    );
    return check({ ...ask, suppressed: ask.suppressed ?? kept[0], rules: ruleSettingsOf(kept[1]) });
  },
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
  setAside: async (about) => {
    await (await store()).setAside(asideOf(about));
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
  labelsInUse: async () => (await store()).labelsInUse(),
  rules: async () => (await import('./labelling')).rules(),
  tryRule: async (ask, work) => (await import('./labelling')).tryRule(ask, work),
  putRule: async (rule) => {
    await (await store()).putRule(rule);
    announceChange();
    return null;
  },
  removeRule: async ({ id }) => {
    await (await store()).removeRule(id);
    announceChange();
    return null;
  },
  documents: async ({ kind }) => (await store()).documents(kind),
  putDocument: async ({ kind, value }) => {
    await (await store()).putDocument(kind, value);
    announceChange();
    return null;
  },
  removeDocument: async ({ kind, id }) => {
    await (await store()).removeDocument(kind, id);
    announceChange();
    return null;
  },
  keepOwnPage: async (ask, work) => (await import('./own-pages')).keepOwnPage(ask, work),
  workspace: async (ask) => (await import('./workspace')).workspace(ask),
  due: async (ask) => (await import('./workspace')).due(ask),
  addDocuments: async (ask, work) => (await import('./workspace')).addDocuments(ask, work),
  readMoneyFile: async (ask, work) => (await import('./workspace')).readMoneyFile(ask, work),
  readCalendarFile: async (ask, work) => (await import('./workspace')).readCalendarFile(ask, work),
  previewImport: async (ask, work) => (await import('./files')).previewImport(ask, work),
  keepImport: async (ask, work) => (await import('./files')).keepImport(ask, work),
  exportFile: async (ask, work) => (await import('./files')).exportFile(ask, work),
  rawCopy: async () => (await import('./files')).rawCopy(),
  backup: async ({ app }, work) => (await import('./files')).backup(app, work),
  noteBackup: async () => {
    await (await store()).noteBackup(new Date().toISOString());
    announceChange();
    return null;
  },
  previewRestore: async (ask, work) => (await import('./files')).previewRestore(ask, work),
  restore: async (ask, work) => (await import('./files')).restore(ask, work),
  remove: async ({ scope }) => {
    await (await store()).remove(scope);
    forgetUnwritten();
    announceChange();
    return null;
  },
  names: async ({ keys }) => {
    const wanted = new Set(keys);
    const found = (await allPosts()).filter(({ key }) => wanted.has(key));
    return Object.fromEntries(
      found.map(({ key, post: { title, publishedAt, publishedPrecision: precision } }) => [
        key,
        { title, publishedAt, precision },
      ]),
    );
  },
  fillSample: async ({ locale }) => {
    const open = await store();
    if ((await open.accounts()).length === 0) await (await import('./sample')).fillSample(open, locale, Date.now());
    return null;
  },
  diagnostics: async () => {
    const open = await store();
    const { ENGINE_VERSION } = await import('../../core/engine/report');
    const accounts = await open.accounts();
    const usage = (await navigator.storage?.estimate?.())?.usage ?? null;
    const reports = await Promise.all((['en', 'zh-CN'] as const).map((locale) => storedFront(open, locale)));
    const times = reports.flatMap((stored) => (stored ? [stored.front.generatedAt] : []));
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
