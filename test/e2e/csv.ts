/** The way out and back: a CSV saved in the workbench, read again by the command line. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reading } from '../../core/model/reading';
import { nodeForTools, ROOT } from '../../scripts/setup.mjs';
import type { Stage } from '../stage/stage';
import type { Opened } from './browsers';

/** Saves the CSV as a user does, and gives what `almanac import` understands of it. */
export async function exportAndImport({ browser }: Pick<Opened, 'browser'>): Promise<Reading[]> {
  const page = await browser.open('workbench.html#export');
  const { name, content } = await browser.saved(page, () => page.locator('main .card button').last().click());
  const folder = mkdtempSync(join(tmpdir(), 'post-almanac-csv-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return almanacImport(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function almanacImport(file: string): Reading[] {
  const printed = execFileSync(nodeForTools(), [join(ROOT, 'scripts', 'run.mjs'), 'scripts/almanac/index.ts', 'import', file], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);
}

const line = (
  platform: string,
  account: string | null,
  post: Pick<Reading['post'], 'id' | 'title' | 'publishedAt'>,
  values: Map<string, number>,
) =>
  [
    platform,
    account || '-',
    post.id ?? '-',
    post.title,
    post.publishedAt && new Date(post.publishedAt).toISOString(),
    ...[...values].map(([name, value]) => `${name} ${value}`).sort(),
  ].join(' | ');

/** What differs between rows that were read back and everything that the pages together showed of each staged post. */
export function differenceOfRows(
  rows: readonly Reading[],
  stage: Stage,
  pages: readonly string[],
): { missing: string[]; unexpected: string[] } {
  const shown = new Map<
    string,
    {
      platform: string;
      account: string | null;
      post: { id: string | null; title: string; publishedAt: string | null };
      values: Map<string, number>;
    }
  >();
  for (const { platform, account, post, metrics } of pages.flatMap((page) => stage.expected(page))) {
    const key = `${platform}|${account}|${post.publishedAt}|${post.title}`;
    const known = shown.get(key) ?? { platform, account, post: { ...post }, values: new Map<string, number>() };
    known.post.id ??= post.id;
    for (const [name, figure] of Object.entries(metrics)) known.values.set(name, figure.value);
    shown.set(key, known);
  }
  const want = [...shown.values()].map((known) => line(known.platform, known.account, known.post, known.values));
  const have = rows.map(({ platform, account, post, metrics }) =>
    line(platform, account, post, new Map(Object.entries(metrics).map(([name, figure]) => [name, figure.value]))),
  );
  return {
    missing: want.filter((one) => !have.includes(one)).slice(0, 5),
    unexpected: have.filter((one, at) => !want.includes(one) || have.indexOf(one) !== at).slice(0, 5),
  };
}
