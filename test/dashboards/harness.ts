/** Opens a saved page in Node and compares what was read with its golden file. */
import '../../core/dashboards/parts';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Window } from 'happy-dom';
import type { MetricName } from '../../core/model/metrics';
import type { AccountReading, PageRead, PageStatus } from '../../core/model/reading';

export interface Meta {
  url: string;
  now?: string;
  zone?: string;
  statusAnyOf?: PageStatus[];
}
export interface GoldenReading {
  title: string;
  platform?: string;
  account?: string | null;
  publishedAt?: string | null;
  publishedPrecision?: string | null;
  id?: string | null;
  url?: string | null;
  status?: string | null;
  statusText?: string | null;
  durationSeconds?: number | null;
  format?: string | null;
  pinned?: boolean;
  crossPosted?: boolean;
  /** Every figure of the reading; `null` for one that must be absent. */
  metrics: Partial<Record<MetricName, number | null>>;
}
export interface Golden {
  page?: string | null;
  status?: PageStatus;
  /** The figures are those of a period. */
  period?: boolean;
  expectedTotal?: number | null;
  /** Without its class names the page says something else. */
  byClassAlone?: boolean;
  readings: GoldenReading[];
  /** Reasons that must be among the refusals, and no others. */
  refused?: string[];
  flagged?: string[];
  accountReadings?: { metrics: Record<string, number>; breakdowns?: AccountReading['breakdowns'] }[];
  /** The audience curves by their first day's 24 hours. */
  curves?: (number | null)[][];
}

/** Pages that are nothing but malice, emptiness, contradiction or one class name say nothing about a mutation. */
export function tellsOfMutations(folder: string, golden: Golden): boolean {
  const odd = golden.refused?.some((reason) => /still-loading|wrong-count|same-figure-twice|equal-columns|doubt/.test(reason));
  return golden.readings.length > 0 && !odd && !golden.byClassAlone && !/hostile|still-loading/.test(folder);
}

/** Folders under `root` that hold a `page.html`. */
export function casesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.html'))
    .map((file) => dirname(join(root, file)))
    .sort();
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** A document as the browser would have parsed it, without running any script. */
export function openPage(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
  window.document.write(html);
  const document = window.document as unknown as Document;
  attachShadowRoots(document);
  return document;
}

/** Declarative shadow roots, which the parser here leaves as templates. */
function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (!host) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(template.content.cloneNode(true));
    template.remove();
    attachShadowRoots(shadow);
  }
}

const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
const sameTime = (a: string | null | undefined, b: string | null | undefined) =>
  a && b ? Date.parse(a) === Date.parse(b) : (a ?? null) === (b ?? null);

/** What differs, one line each. Every figure counts, both ways: a missing one and an invented one. */
export function differences(got: PageRead, golden: Golden, meta: Meta): string[] {
  const faults: string[] = [];
  const allowed = golden.status ? [golden.status] : (meta.statusAnyOf ?? []);
  if (allowed.length > 0 && !allowed.includes(got.status)) faults.push(`status ${got.status}, expected ${allowed.join(' or ')}`);
  if (golden.page !== undefined && got.page !== golden.page) faults.push(`page ${got.page}, expected ${golden.page}`);
  if (golden.expectedTotal != null && got.expectedTotal !== golden.expectedTotal)
    faults.push(`expectedTotal ${got.expectedTotal}, expected ${golden.expectedTotal}`);
  if (golden.period !== undefined && (got.period ?? false) !== golden.period) faults.push(`period ${got.period}`);
  const left = [...got.readings];
  for (const want of golden.readings) {
    const name = want.title.slice(0, 24);
    const at = left.findIndex(
      (have) =>
        have.post.title === want.title &&
        sameTime(have.post.publishedAt, want.publishedAt) &&
        (want.id == null || have.post.id === want.id),
    );
    const [have] = at < 0 ? [] : left.splice(at, 1);
    if (!have) {
      faults.push(`missing: ${name} (${want.publishedAt})`);
      continue;
    }
    if (want.platform !== undefined && have.platform !== want.platform) faults.push(`${name}: platform ${have.platform}`);
    if (want.account !== undefined && have.account !== want.account)
      faults.push(`${name}: account ${have.account}, expected ${want.account}`);
    for (const key of [
      'publishedPrecision',
      'id',
      'url',
      'status',
      'statusText',
      'durationSeconds',
      'format',
      'pinned',
      'crossPosted',
    ] as const) {
      const value = want[key];
      if (value !== undefined && (have.post[key] ?? null) !== value)
        faults.push(`${name}: ${key} ${have.post[key]}, expected ${value}`);
    }
    for (const [metric, value] of Object.entries(want.metrics)) {
      const figure = have.metrics[metric as MetricName];
      if (value === null ? figure !== undefined : !near(figure?.value, value))
        faults.push(`${name}: ${metric} ${figure?.value}, expected ${value}`);
    }
    for (const metric of Object.keys(have.metrics)) {
      if (!(metric in want.metrics)) faults.push(`${name}: ${metric} invented (${have.metrics[metric as MetricName]?.value})`);
    }
  }
  for (const have of left)
    faults.push(`not a post of this page, or twice: ${have.post.title.slice(0, 40)} (${have.post.publishedAt})`);
  for (const list of ['refused', 'flagged'] as const) {
    const want = golden[list];
    const have = [...new Set((got[list] ?? []).map(({ reason }) => reason))].sort();
    if (want && have.join() !== [...new Set(want)].sort().join())
      faults.push(`${list} ${have.join() || 'nothing'}, expected ${want.join() || 'nothing'}`);
  }
  const curves = got.audienceCurves?.map(({ hours }) => hours.slice(0, 24)) ?? [];
  if (golden.curves && JSON.stringify(curves) !== JSON.stringify(golden.curves)) faults.push(`curves ${JSON.stringify(curves)}`);
  const accounts = got.accountReadings?.length ?? 0;
  if (golden.accountReadings && accounts !== golden.accountReadings.length) faults.push(`${accounts} account readings`);
  golden.accountReadings?.forEach((want, index) => {
    const shares = got.accountReadings?.[index]?.breakdowns;
    if (JSON.stringify(shares) !== JSON.stringify(want.breakdowns)) faults.push(`breakdowns ${JSON.stringify(shares)}`);
    const have = got.accountReadings?.[index]?.metrics ?? {};
    const values = Object.fromEntries(Object.entries(have).map(([name, figure]) => [name, figure?.value]));
    if (JSON.stringify(values) !== JSON.stringify(want.metrics))
      faults.push(`account ${JSON.stringify(values)}, expected ${JSON.stringify(want.metrics)}`);
  });
  return faults;
}
