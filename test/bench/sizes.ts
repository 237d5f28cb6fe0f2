/** What a user downloads and what each context loads, from the built extension. The same figures are a gate of `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { SITES } from '../../core/dashboards';
import { HOSTS, type Host, pageScript, readingScripts } from '../../core/dashboards/hosts';
import { READING_PARTS } from '../../core/messages';
import { ROOT } from '../../scripts/setup.mjs';
import type { Family, Row } from './bench';

export const BUILT = join(ROOT, '.output', 'chrome-mv3');

/** kB (1,000 bytes) after gzip; of the package after zip. */
export const LIMITS = {
  'size-content': { what: 'what the largest platform loads into a page with a list of posts', kB: 25 },
  'size-compose': { what: 'the script of compose pages; the rules are in the data worker, which checks its drafts', kB: 60 },
  'size-background': { what: 'the background', kB: 25 },
  'size-popup': { what: 'everything the popup loads to show itself', kB: 35 },
  'size-panel': { what: 'everything the side panel loads to show itself', kB: 70 },
  'size-package': { what: 'the whole package', kB: 450 },
} as const;
export type SizeId = keyof typeof LIMITS;

const zipped = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
const kB = (files: readonly string[]) => (files.length ? zipped(files) : null);

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** `import … from "./a.js"`, `import "./a.js"`, `export … from "./a.js"`. */
const IMPORTS = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;'"]*?from\s*)?["']([^"']+)["']/g;
const LATER = /\bimport\(\s*["'`]([^"'`]+)["'`]/g;

/** Loaded later and waited for all the same: the texts, in one language (the larger one is counted). */
const TEXTS = ['ui', 'panel', 'dashboards'];

/** What a script imports: at once, and later. Files that do not exist are no imports of ours. */
function importsOf(file: string, root: string): { now: string[]; later: string[] } {
  if (!file.endsWith('.js')) return { now: [], later: [] };
  const source = readFileSync(file, 'utf8');
  const found = (pattern: RegExp) =>
    [...source.matchAll(pattern)]
      .map(([, from = '']) => (from.startsWith('/') ? join(root, from) : join(dirname(file), from)))
      .filter((each) => existsSync(each));
  return { now: found(IMPORTS), later: found(LATER) };
}

const namedBy = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => join(dirname(page), url));

/** Every script that a page can come to load. */
export function reachableFrom(page: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const { now, later } = importsOf(file, dirname(page));
    for (const each of [...now, ...later]) visit(each);
  };
  for (const file of namedBy(page)) visit(file);
  return seen;
}

/**
 * A page, and all that it loads before it shows anything: scripts, style sheets, what those import, and its texts. Not counted: groups
 * and dialogs that are loaded when they are opened, and the worker, which loads beside the page.
 */
function loadedBy(page: string, build: string): string[] {
  const seen = new Set<string>([page]);
  const texts = new Map<string, string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const { now, later } = importsOf(file, build);
    for (const each of now) visit(each);
    for (const each of later) {
      const name = basename(each, '.js').replace(/\d+$/, '');
      const known = texts.get(name);
      if (TEXTS.includes(name) && (!known || zipped([each]) > zipped([known]))) texts.set(name, each);
    }
  };
  for (const file of namedBy(page)) visit(file);
  for (const file of texts.values()) visit(file);
  return [...seen];
}

/** kB of a build's zip, as `npm run package` makes it: each file by itself, and its name and place twice. */
function packageSize(build: string): number {
  const entry = (file: string) =>
    76 + 2 * (file.length - build.length - 1) + deflateRawSync(readFileSync(file), { level: 9 }).length;
  return filesIn(build).reduce((sum, file) => sum + entry(file), 22) / 1000;
}

/** Loaded into a dashboard where it is needed: the overlay where it is on, words of other languages, walkers, the readers of an audience. */
export const PARTS = ['overlay', 'words', ...READING_PARTS] as const;
export const partSize = (part: (typeof PARTS)[number], build = BUILT) => kB([join(build, pageScript(part))]);

/** The scripts of each list of a host's posts: what stands in all its pages, and the walker that the list's first layout asks. */
function listScripts(host: Host): string[][] {
  const pages = SITES.find(({ platform }) => platform === host.platform)?.pages ?? [];
  const kinds = new Set(pages.flatMap(({ layouts }) => layouts[0]?.kind ?? []));
  return [...kinds].map((kind) => [...readingScripts(host), ...(kind === 'table' || kind === 'text' ? [pageScript(kind)] : [])]);
}

/** kB by row; null for what does not exist. */
export function measureSizes(build = BUILT): Record<SizeId, number | null> {
  const built = (files: readonly string[]) => files.map((file) => join(build, file)).filter((file) => existsSync(file));
  const dashboards = HOSTS.flatMap(listScripts).map((scripts) => zipped(built(scripts)));
  return {
    'size-content': Math.max(...dashboards) || null,
    'size-compose': kB(built([pageScript('compose')])),
    'size-background': kB(filesIn(build).filter((file) => file.endsWith('background.js'))),
    'size-popup': kB(loadedBy(join(build, 'popup.html'), build)),
    'size-panel': kB(loadedBy(join(build, 'sidepanel.html'), build)),
    'size-package': packageSize(build),
  };
}

const row = (id: SizeId): Row => ({
  id,
  what: `kB of ${LIMITS[id].what}`,
  baseline: 'gzip (the package: zip), in kB',
  reach: LIMITS[id].kB,
  better: 'lower',
});

export const sizes: Family = {
  rows: (Object.keys(LIMITS) as SizeId[]).map(row),
  async measure() {
    const more = `; where they are needed ${PARTS.map((part) => `${part} ${partSize(part)?.toFixed(1)}`).join(', ')} more`;
    const found = Object.entries(measureSizes()).map(([id, size]) => [
      id,
      size === null
        ? { why: 'it does not exist yet' }
        : { ratio: size, spread: [size, size], detail: `${size.toFixed(1)} kB${id === 'size-content' ? more : ''}` },
    ]);
    return Object.fromEntries(found);
  },
};
