/**
 * `npm run mutation -- core/stats core/text/figures.ts`: changes the code of these files or folders in small ways, one at a time, and
 * lists the changes that no test of their room notices (Stryker). What was found is kept in `.cache`: the next run tries only what has
 * changed since. Minutes for a file.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeForTools, ROOT } from './setup.mjs';

const wanted = process.argv.slice(2).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
const unknown = wanted.find((path) => !path.startsWith('core/') || !existsSync(join(ROOT, path)));
if (wanted.length === 0 || unknown) {
  console.error(`${unknown ? `There is no ${unknown} in core. ` : ''}Use: npm run mutation -- core/stats core/text/figures.ts`);
  process.exit(2);
}

const isFolder = (path: string) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() === true;

/** The tests that lie beside a file of the core: the nearest folder under `test/unit` of the same name. */
function testsOf(path: string): string {
  let folder = (isFolder(path) ? path : dirname(path)).replace(/^core/, 'test/unit');
  while (!isFolder(folder)) folder = dirname(folder);
  return `${folder}/**/*.test.{ts,tsx}`;
}

const { status } = spawnSync(
  join(ROOT, 'node_modules', '.bin', 'stryker'),
  ['run', '--mutate', wanted.map((path) => (isFolder(path) ? `${path}/**/*.ts` : path)).join(',')],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE: nodeForTools(), TESTS: [...new Set(wanted.map(testsOf))].join(';') },
  },
);
process.exit(status ?? 1);
