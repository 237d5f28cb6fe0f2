#!/usr/bin/env node
// Runs a TypeScript program of this project: `node scripts/run.mjs scripts/start.ts …`. Bundles it first when its sources have
// changed, and does the set-up that is missing, so that a command works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeForTools, ROOT, setUp } from './setup.mjs';

const CACHE = join(ROOT, '.cache', 'run');
/** Everything a program or a bundle may be made of. */
const SOURCES = ['core', 'assets', 'components', 'scripts', 'test', 'entrypoints', 'package-lock.json'];

function* files(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return;
  if (facts.isDirectory()) for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else yield [relative(ROOT, path), facts.size, facts.mtimeMs];
}
function stampOf(entry) {
  const hash = createHash('sha256').update(entry);
  for (const source of SOURCES) for (const file of files(join(ROOT, source))) hash.update(file.join('\0'));
  return hash.digest('hex');
}

/** These two know the project's root by where they lie, so they are imported, not bundled. */
const STAY_IN_PLACE = {
  name: 'stay-in-place',
  enforce: 'pre',
  resolveId: (source) => {
    const name = /\/((?:run|setup)\.mjs)$/.exec(source)?.[1];
    return name ? { id: pathToFileURL(join(ROOT, 'scripts', name)).href, external: true } : null;
  },
};

/** Bundles `entry` for Node, or (`browser`) as one script for a page, unless that was done from the same sources. Returns the file. */
export async function bundle(entry, { browser = false } = {}) {
  const name = `${basename(dirname(entry))}-${basename(entry).replace(/\.[^.]+$/, '')}`;
  const out = join(CACHE, browser ? `${name}.js` : `${name}.mjs`);
  const mark = `${out}.stamp`;
  const stamp = stampOf(entry);
  if (existsSync(out) && existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return out;
  const { build } = await import('vite');
  mkdirSync(CACHE, { recursive: true });
  const output = {
    entryFileNames: basename(out),
    ...(browser ? { format: 'iife' } : { format: 'es' }),
    codeSplitting: false,
  };
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [STAY_IN_PLACE],
    build: {
      outDir: CACHE,
      emptyOutDir: false,
      minify: false,
      target: browser ? 'es2022' : 'node22',
      rolldownOptions: { input: join(ROOT, entry), output },
      ...(browser ? {} : { ssr: true }),
    },
    ...(browser ? {} : { ssr: { noExternal: [/d3-/, 'lucide-preact'], target: 'node' } }),
  });
  writeFileSync(mark, stamp);
  return out;
}

/** What to say of a program that could not say it itself; null when it could. Node ends with 13 when nothing is left that could settle what is awaited. */
function silentEnd({ error, signal, status }) {
  if (error) return `could not be started: ${error.message}`;
  if (signal) return `was ended from outside, by ${signal}, before it was done. Nothing is wrong with what it said until then.`;
  if (status === 13) return 'ended in the middle: something it waited for never came. Run it again; what stands above is whole.';
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [entry, ...rest] = process.argv.slice(2);
  setUp();
  const program = spawnSync(nodeForTools(), ['--enable-source-maps', '--no-warnings', await bundle(entry), ...rest], {
    stdio: 'inherit',
  });
  const why = silentEnd(program);
  if (why) process.stderr.write(`${entry}: ${why}\n`);
  process.exit(program.status ?? 1);
}
