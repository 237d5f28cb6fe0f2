/** The mutation run in small: the ordinary fixture of every page. `npm run mutate-pages` does all of them and prints a table. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../core/dashboards';
import { casesUnder, type Golden, type Meta, openPage, readJson } from './harness';
import { judge, MUTATIONS, randomFrom } from './mutations';

const root = import.meta.dirname;
const cases = casesUnder(root).filter((folder) => folder.endsWith('/normal'));

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('%s: nothing wrong comes out', (_, mutation) => {
  const wrong: string[] = [];
  let posts = 0;
  let right = 0;
  for (const [index, folder] of cases.entries()) {
    const golden = readJson<Golden>(join(folder, 'expected.json'));
    const meta = readJson<Meta>(join(folder, 'meta.json'));
    const document = openPage(readFileSync(join(folder, 'page.html'), 'utf8'), meta.url);
    if (!mutation.apply(document, randomFrom(index))) continue;
    const context = { now: Date.parse(meta.now ?? '2026-06-30T12:00:00+08:00'), zone: meta.zone ?? 'Asia/Shanghai' };
    const outcome = judge(readPage(document, meta.url, context), golden);
    for (const each of outcome.wrong) wrong.push(`${relative(root, folder)}: ${each}`);
    posts += golden.readings.length;
    right += outcome.right;
  }
  expect(posts).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
  if (mutation.keepsEvidence) expect(right / posts).toBeGreaterThanOrEqual(0.95);
});
