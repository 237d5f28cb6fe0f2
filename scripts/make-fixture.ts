/**
 * `npm run make-fixture -- SAVED.html --url ADDRESS --out test/dashboards/<platform>/<page>/<case> [--now ISO] [--zone IANA]`: makes a
 * page fixture from a page somebody saved. It is stripped of scripts, media and everything personal, and what the reader makes of it is
 * written as a proposed golden file: compare it with the page before you commit it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../core/dashboards';
import { stripPage } from '../core/dashboards/strip';
import type { PageRead } from '../core/model/reading';
import { type Golden, openPage } from '../test/dashboards/harness';

const args = process.argv.slice(2);
function option(name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}
const url = option('--url');
const out = option('--out');
const now = option('--now') ?? new Date().toISOString();
const zone = option('--zone') ?? 'Asia/Shanghai';
const [file] = args;
if (!file || !url || !out || !URL.canParse(url)) {
  console.error('Usage: npm run make-fixture -- SAVED.html --url ADDRESS --out FOLDER [--now ISO] [--zone IANA]');
  process.exit(2);
}

const context = { now: Date.parse(now), zone };
const html = readFileSync(file, 'utf8');
const before = readPage(openPage(html, url), url, context);

// Titles and names are known to be personal, however short; each gets an invented one of its own.
const replacements = new Map<string, string>();
const TITLES = [
  '清晨的豆浆摊',
  '旧伞换新柄',
  '雨天的书店',
  '一锅番茄汤',
  '阳台上的薄荷',
  '修好的木凳',
  '河边的一下午',
  '夜里的面馆',
];
before.readings.forEach(({ post, account }, index) => {
  if (post.title)
    replacements.set(post.title, `${TITLES[index % TITLES.length]} ${index + 1}${/#/.test(post.title) ? ' #日常' : ''}`);
  if (account) replacements.set(account, '某人的账号');
});

const document = openPage(html, url);
const replaced = stripPage(document, { replacements, ...context });
const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`;
const after = readPage(openPage(page, url), url, context);

mkdirSync(out, { recursive: true });
const write = (name: string, text: string) => writeFileSync(join(out, name), text);
write('page.html', page);
write(
  'meta.json',
  `${JSON.stringify({ url: url.replace(/\d{8,}|[0-9a-f]{16,}/g, (id) => '0'.repeat(id.length)), now, zone }, null, 2)}\n`,
);
write('expected.json', `${JSON.stringify(goldenOf(after), null, 2)}\n`);

console.log(`${out}: ${after.status}, ${after.readings.length} posts, total ${after.expectedTotal ?? 'not shown'}`);
for (const { reason, excerpt } of after.refused) console.log(`  refused: ${reason}: ${excerpt}`);
if (figures(before) !== figures(after))
  console.log('  The stripped page reads differently from the saved one: some evidence was lost. Compare before you go on.');
console.log(`  ${replaced.length} texts were blanked out. Look through page.html for anything personal that is left.`);

/** What a golden file holds: everything that is compared, nothing that changes from run to run. */
function goldenOf(read: PageRead): Golden {
  return {
    page: read.page,
    status: read.status,
    expectedTotal: read.expectedTotal,
    refused: [...new Set(read.refused.map(({ reason }) => reason))],
    flagged: [...new Set((read.flagged ?? []).map(({ reason }) => reason))],
    readings: read.readings.map(({ account, post, metrics }) => ({
      title: post.title,
      publishedAt: post.publishedAt,
      publishedPrecision: post.publishedPrecision,
      id: post.id,
      account,
      status: post.status,
      statusText: post.statusText,
      format: post.format,
      durationSeconds: post.durationSeconds,
      metrics: Object.fromEntries(Object.entries(metrics).map(([name, figure]) => [name, figure.value])),
    })),
  };
}

function figures({ readings }: PageRead): string {
  return JSON.stringify(
    readings.map(({ post, metrics }) => [
      post.publishedAt,
      post.durationSeconds,
      Object.entries(metrics).map(([name, { value }]) => [name, value]),
    ]),
  );
}
