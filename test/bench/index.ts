/**
 * `npm run bench [-- ID…]`: measures every row of the table, or those named, in a real browser, and writes the table to the screen and
 * to `bench.json`. A row that cannot be measured says why, the others go on, and the program ends with 1. What each row means:
 * `docs/performance.md`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForTools, ROOT } from '../../scripts/setup.mjs';
import { type Family, type Measured, type Row, settled } from './bench';
import { compliance } from './compliance';
import { csv } from './csv';
import { evaluation } from './evaluation';
import { idle } from './idle';
import { keeping } from './keeping';
import { panel } from './panel';
import { reading } from './reading';
import { sizes } from './sizes';
import { table } from './table';

const FAMILIES: readonly Family[] = [reading, idle, keeping, evaluation, compliance, csv, panel, table, sizes];

const wanted = new Set(process.argv.slice(2).filter((arg) => !arg.startsWith('-')));
const known = new Set(FAMILIES.flatMap(({ rows }) => rows.map(({ id }) => id)));
const unknown = [...wanted].filter((id) => !known.has(id));
if (unknown.length) {
  console.error(`There is no row ${unknown.join(', ')}. Rows: ${[...known].join(' ')}`);
  process.exit(2);
}

if (!process.argv.includes('--no-build')) {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const built = spawnSync(nodeForTools(), [wxt, 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The extension does not build:\n${built.stdout}\n${built.stderr}`);
}

const number = (value: number) => value.toPrecision(3).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
const line = ({ id, reach, better }: Row, result: Measured | { why: string }): string => {
  const bar = `${better === 'lower' ? '≤' : '≥'} ${number(reach)}`;
  if ('why' in result) return `${id.padEnd(18)} ${'–'.padStart(8)}  ${bar.padEnd(9)} not measured: ${result.why}`;
  const reached = better === 'lower' ? result.ratio <= reach : result.ratio >= reach;
  const [low, high] = result.spread.map(number);
  const spread = low === high ? '' : ` (rounds ${low}–${high})`;
  return `${id.padEnd(18)} ${number(result.ratio).padStart(8)}  ${bar.padEnd(9)} ${reached ? 'reached' : 'MISSED '}  ${result.detail}${spread}`;
};

const rows: { id: string; ratio: number | null; reach: number; better: string; spread?: [number, number]; detail?: string }[] =
  [];
console.log(`${'row'.padEnd(18)} ${'ratio'.padStart(8)}  reach`);
for (const family of FAMILIES) {
  const mine = family.rows.filter(({ id }) => wanted.size === 0 || wanted.has(id));
  if (mine.length === 0) continue;
  const results = await settled(family.measure(new Set(mine.map(({ id }) => id)))).catch((error: unknown) => {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return Object.fromEntries(mine.map(({ id }) => [id, { why }]));
  });
  for (const row of mine) {
    const given = results[row.id] ?? { why: 'it gave no figure' };
    const result = 'ratio' in given && !Number.isFinite(given.ratio) ? { why: `no figure in ${given.detail}` } : given;
    console.log(line(row, result));
    const { id, reach, better } = row;
    rows.push('why' in result ? { id, ratio: null, reach, better, detail: result.why } : { id, reach, better, ...result });
  }
}
const file = join(ROOT, 'bench.json');
// Rows that were not asked for stay as they were measured last.
const before = wanted.size > 0 && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { rows: typeof rows }).rows : [];
const measured = new Set(rows.map(({ id }) => id));
const all = [...before.filter(({ id }) => known.has(id) && !measured.has(id)), ...rows];
writeFileSync(file, `${JSON.stringify({ rows: all }, null, 2)}\n`);
console.log('\nWritten to bench.json. What each row means: docs/performance.md');
const missing = rows.filter(({ ratio }) => ratio === null).map(({ id }) => id);
if (missing.length) {
  console.error(`Not measured: ${missing.join(', ')}. The table says why.`);
  process.exit(1);
}
