/**
 * `npm run package [-- --check]`: the zips for the stores (Chrome, Edge, Firefox, and Firefox's sources), in `.output/`, with their
 * checksums. The same sources give the same bytes: `--check` builds twice and compares. A version that the changelog does not tell of is
 * refused before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForTools, ROOT } from './setup.mjs';
import { changelogFault } from './version';

const OUTPUT = join(ROOT, '.output');
const STORES = ['chrome', 'edge', 'firefox'];

/** `file name → sha-256`. */
function build(): Map<string, string> {
  const zips = () => readdirSync(OUTPUT).filter((name) => name.endsWith('.zip'));
  for (const old of zips()) rmSync(join(OUTPUT, old));
  for (const store of STORES) {
    const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    const built = spawnSync(nodeForTools(), [wxt, 'zip', '-b', store], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The package for ${store} does not build:\n${built.stdout}\n${built.stderr}`);
  }
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(OUTPUT, name)))
      .digest('hex');
  return new Map(zips().map((name) => [name, sum(name)]));
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const fault = changelogFault(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version);
if (fault) {
  console.error(fault);
  process.exit(1);
}
const first = build();
const again = process.argv.includes('--check') ? build() : first;
const lines = [...again].map(([name, sum]) => `${sum}  ${name}`);
writeFileSync(join(OUTPUT, 'SHA256SUMS'), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
const different = [...first].filter(([name, sum]) => again.get(name) !== sum).map(([name]) => name);
if (different.length) {
  console.error(`Two builds of the same sources differ: ${different.join(', ')}`);
  process.exitCode = 1;
} else if (again !== first) console.log('Two builds gave the same bytes.');
