/**
 * `npm run package [-- --check]`: the zips for the stores (Chrome, Edge, Firefox, and Firefox's sources), in `.output/`, with their
 * checksums. The same sources give the same bytes: `--check` builds twice and compares, for Firefox the second time from its archive of
 * sources, unpacked elsewhere, as Mozilla's reviewers do. A version that the changelog does not tell of is refused before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { nodeForTools, ROOT } from './setup.mjs';
import { changelogFault } from './version';

const OUTPUT = join(ROOT, '.output');
const STORES = ['chrome', 'edge', 'firefox'];

/** Makes the zip of a store in the `.output` of a folder. */
function zip(root: string, store: string): void {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const built = spawnSync(nodeForTools(), [wxt, 'zip', '-b', store], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The package for ${store} does not build:\n${built.stdout}\n${built.stderr}`);
}

const zipsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.zip'));
const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** `file name → sha-256`. */
function build(stores: readonly string[]): Map<string, string> {
  for (const store of stores) zip(ROOT, store);
  return new Map(zipsIn(OUTPUT).map((name) => [name, sumOf(join(OUTPUT, name))]));
}

/** The same of Firefox's zips, made from the archive of sources alone; the libraries are those that are installed here. */
function buildFromSources(archive: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'post-almanac-sources-'));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
      if (path.endsWith('/')) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    zip(folder, 'firefox');
    const output = join(folder, '.output');
    return new Map(zipsIn(output).map((name) => [name, sumOf(join(output, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const fault = changelogFault(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version);
if (fault) {
  console.error(fault);
  process.exit(1);
}
mkdirSync(OUTPUT, { recursive: true });
for (const old of zipsIn(OUTPUT)) rmSync(join(OUTPUT, old));
const made = build(STORES);
const lines = [...made].map(([name, sum]) => `${sum}  ${name}`);
writeFileSync(join(OUTPUT, 'SHA256SUMS'), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
const expected = [...STORES, 'sources'].map((name) => `post-almanac-${version}-${name}.zip`);
if ([...made.keys()].sort().join() !== [...expected].sort().join()) {
  console.error(`There should be ${expected.join(', ')}, and there is ${[...made.keys()].join(', ') || 'nothing'}.`);
  process.exit(1);
}
if (process.argv.includes('--check')) {
  const [, , firefox = '', sources = ''] = expected;
  const fromSources = buildFromSources(join(OUTPUT, sources));
  const again = build(STORES.filter((store) => store !== 'firefox'));
  const different = expected.filter((name) => again.get(name) !== made.get(name));
  const elsewhere = [firefox, sources].filter((name) => fromSources.get(name) !== made.get(name));
  if (different.length) console.error(`Two builds of the same sources differ: ${different.join(', ')}`);
  if (elsewhere.length) console.error(`What the archive of sources gives elsewhere differs: ${elsewhere.join(', ')}`);
  if (different.length || elsewhere.length) process.exitCode = 1;
  else console.log('Two builds gave the same bytes, and the archive of sources, unpacked elsewhere, those of Firefox.');
}
