/** What is shipped to users, and under which licences: all of them must allow it without conditions beyond naming the author. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];

/** Tools that put code of their own into what they build. */
const BUILDING = ['@wxt-dev/browser', 'rolldown', 'vite', 'wxt'];

/** `name licence` of everything that the product's dependencies bring with them, and of the tools that leave something in it. */
function shipped(): string[] {
  const seen = new Map<string, string>();
  const visit = (name: string) => {
    const path = `node_modules/${name}/package.json`;
    if (seen.has(name) || !existsSync(join(ROOT, path))) return;
    const { license, dependencies = {} } = read(path);
    seen.set(name, `${name} ${license}`);
    for (const each of Object.keys(dependencies)) visit(each);
  };
  for (const name of Object.keys(read('package.json').dependencies)) visit(name);
  for (const name of BUILDING) seen.set(name, `${name} ${read(`node_modules/${name}/package.json`).license}`);
  return [...seen.values()].sort();
}

/** Packages that the product's sources name. */
function imported(): string[] {
  const sources = ['core', 'components', 'entrypoints', 'assets'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(ROOT, room, name), 'utf8')),
  );
  const names = sources.flatMap((source) =>
    [...source.matchAll(/(?:\bfrom|\bimport\(?)\s*'((?:@[\w-]+\/)?[a-z][\w.-]*)/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)].sort();
}

test('what the sources import is in the list', () => {
  const names = imported();
  expect(names).toContain('preact');
  const listed = new Set(shipped().map((line) => line.split(' ')[0]));
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
});

test('everything shipped is under a permissive licence', async () => {
  const list = shipped();
  expect(list.length).toBeGreaterThan(8);
  for (const line of list) expect(`${line}: ${ALLOWED.includes(line.split(' ').at(-1) ?? '')}`).toBe(`${line}: true`);
  await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('golden/licences.txt');
});
