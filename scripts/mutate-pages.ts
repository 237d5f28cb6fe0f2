/**
 * `npm run mutate-pages [-- FOLDER] [--seed N]`: reads every page fixture under every mutation and prints what came out of it. A wrong
 * value anywhere, or less than 95 % read where the evidence is kept, ends with status 1.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readPage } from '../core/dashboards';
import { casesUnder, type Golden, type Meta, openPage, readJson, tellsOfMutations } from '../test/dashboards/harness';
import { judge, MUTATIONS, randomFrom } from '../test/dashboards/mutations';

const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const [, seedText] = seedAt < 0 ? [] : args.splice(seedAt, 2);
const seed = Number(seedText ?? 1);
const root = args[0] ?? join(process.cwd(), 'test', 'dashboards');

const cases = casesUnder(root).flatMap((folder) => {
  const golden = readJson<Golden>(join(folder, 'expected.json'));
  return tellsOfMutations(folder, golden) ? [{ folder, golden }] : [];
});

let wrong = 0;
let kept = 0;
let keptRight = 0;
const lines: string[] = [];
for (const mutation of MUTATIONS) {
  const sum = { pages: 0, posts: 0, right: 0, refused: 0, wrong: 0 };
  for (const { folder, golden } of cases) {
    const meta = readJson<Meta>(join(folder, 'meta.json'));
    const context = { now: Date.parse(meta.now ?? '2026-06-30T12:00:00+08:00'), zone: meta.zone ?? 'Asia/Shanghai' };
    const document = openPage(readFileSync(join(folder, 'page.html'), 'utf8'), meta.url);
    if (!mutation.apply(document, randomFrom(seed + cases.findIndex((each) => each.folder === folder)))) continue;
    const outcome = judge(readPage(document, meta.url, context), golden);
    sum.pages++;
    sum.posts += golden.readings.length;
    sum.right += outcome.right;
    sum.refused += outcome.refused;
    sum.wrong += outcome.wrong.length;
    for (const each of outcome.wrong) lines.push(`WRONG ${mutation.name} · ${relative(root, folder)} · ${each}`);
    if (mutation.keepsEvidence && outcome.right < golden.readings.length) {
      lines.push(
        `refused ${golden.readings.length - outcome.right} of ${golden.readings.length} · ${mutation.name} · ${relative(root, folder)}`,
      );
    }
  }
  wrong += sum.wrong;
  if (mutation.keepsEvidence) {
    kept += sum.posts;
    keptRight += sum.right;
  }
  const share = sum.posts > 0 ? `${((100 * sum.right) / sum.posts).toFixed(1)} %` : '–';
  const note = mutation.keepsEvidence ? 'evidence kept' : 'evidence lost';
  console.log(
    `${mutation.name.padEnd(52)} ${note.padEnd(14)} pages ${String(sum.pages).padStart(3)}  posts ${String(sum.posts).padStart(4)}  right ${share.padStart(7)}  refused ${String(sum.refused).padStart(4)}  wrong ${sum.wrong}`,
  );
}
for (const line of lines) console.log(line);
const share = kept > 0 ? (100 * keptRight) / kept : 100;
console.log(`${wrong} wrong values; ${share.toFixed(1)} % right where the evidence is kept (${keptRight} of ${kept} posts).`);
process.exitCode = wrong > 0 || share < 95 ? 1 : 0;
