/** What is shipped to users, and under which licences: all of them must allow it without conditions beyond naming the author. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];

/** `name licence` of everything that the product's dependencies bring with them. */
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
  return [...seen.values()].sort();
}

test('everything shipped is under a permissive licence', async () => {
  const list = shipped();
  expect(list.length).toBeGreaterThan(8);
  for (const line of list) expect(`${line}: ${ALLOWED.includes(line.split(' ').at(-1) ?? '')}`).toBe(`${line}: true`);
  await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('golden/licences.txt');
});
