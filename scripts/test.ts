/**
 * `npm test`: every check in stages, each saying in plain words what it does and what failed. Goes through all stages, so that one
 * run shows everything that is wrong, and ends with one line `N passed, N failed` over all tests and stages. What could not be
 * checked is named before it and counts as neither.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { advisories } from './advisories';
import { nodeForTools, ROOT } from './setup.mjs';

const BIN = join(ROOT, 'node_modules', '.bin');
const RESULTS = join(ROOT, '.cache', 'results');
const env = { ...process.env, PATH: `${BIN}:${process.env.PATH ?? ''}` };

interface Stage {
  name: string;
  /** What to do when it fails. */
  remedy: string;
  command: string[];
  /** A vitest run counts its tests; any other stage counts as one. */
  tests?: boolean;
}

const vitest = (name: string, ...args: string[]): string[] => [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${join(RESULTS, `${name}.json`)}`,
  ...args,
];

const STAGES: Stage[] = [
  { name: 'types', command: ['tsc', '--noEmit'], remedy: 'A type does not fit: see the lines above.' },
  { name: 'lint', command: ['biome', 'check', '.'], remedy: 'Run `npx biome check --write .` and look at what is left.' },
  {
    name: 'imports',
    command: [
      'depcruise',
      'core',
      'entrypoints',
      'components',
      'assets',
      'scripts',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
    ],
    remedy: 'A room imports one it may not know: see docs and `.dependency-cruiser.cjs`.',
  },
  { name: 'dead code', command: ['knip'], remedy: 'Something is exported or installed that nobody uses.' },
  { name: 'unit', command: vitest('unit'), tests: true, remedy: 'A test failed: see above.' },
  {
    // From one seed, so that a failure is of the change that is tested; `npm run fuzz -- --seed any` looks further.
    name: 'changed at random',
    command: ['npm', 'run', '--silent', 'fuzz', '--', '--seeds', '800'],
    remedy:
      'A changed page or file is read wrong or ends in a crash: `npm run fuzz -- --seed N` with the seed above makes it again.',
  },
  { name: 'build for Chromium', command: ['wxt', 'build'], remedy: 'The extension does not build.' },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'], remedy: 'The extension does not build for Firefox.' },
  {
    // An error fails; warnings are listed and counted in its summary, and pass (`docs/security.md` says which there are).
    name: 'Firefox store check',
    command: ['web-ext', 'lint', '--no-config-discovery', '--source-dir', join('.output', 'firefox-mv2')],
    remedy: 'Mozilla’s own check (`web-ext lint`) finds an error in the build for Firefox: see the lines above.',
  },
  {
    name: 'end to end',
    command: vitest('e2e', '--config', 'vitest.e2e.config.ts'),
    tests: true,
    remedy: 'The built extension fails in a real browser: see above.',
  },
  {
    name: 'packages',
    command: ['npm', 'run', '--silent', 'package', '--', '--check'],
    remedy: 'The zips for the stores are refused, do not build, or two builds of the same sources differ: see above.',
  },
];

const wanted = process.argv.slice(2);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const began = performance.now();
let passed = 0;
const failures: string[] = [];
let failed = 0;
for (const { name, command, tests, remedy } of STAGES) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n— ${name}`);
  const [program = '', ...args] = command;
  const started = performance.now();
  const { status } = spawnSync(program === 'npm' ? program : join(BIN, program), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...env, NODE: nodeForTools() },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counted = tests ? results(command) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  passed += counted.passed;
  failed += counted.failed;
  // A run that ended badly without a failed test (a crash, an unhandled rejection) is a failure all the same.
  if (status !== 0 && counted.failed === 0) failed += 1;
  if (status !== 0) failures.push(`${name}: ${remedy}`);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
}
let unchecked = '';
if (!wanted.length || wanted.includes('advisories')) {
  console.log('\n— advisories');
  const known = advisories();
  if (known.state === 'none') passed += 1;
  if (known.state === 'found') {
    failed += 1;
    failures.push(`advisories: Something is known against a library that is shipped: ${known.said}. Take its mended version.`);
  }
  if (known.state === 'unanswered')
    unchecked = `advisories: the registry that npm asks does not say what is known (${known.said}). Before a release, ask one that does: npm audit --omit=dev`;
  console.log(known.state === 'none' ? 'ok: nothing is known against what is shipped' : unchecked ? 'not checked' : known.said);
}
if (failures.length) console.log(`\nWhat failed:\n${failures.map((line) => `- ${line}`).join('\n')}`);
if (unchecked) console.log(`\nNot checked:\n- ${unchecked}`);
console.log(`\nAll of it took ${((performance.now() - began) / 60_000).toFixed(1)} min.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function results(command: string[]): { passed: number; failed: number } {
  const file = command.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length) ?? '';
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
