import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insight as en } from '../../../assets/locales/en/insight';
import { insight as zhCN } from '../../../assets/locales/zh-CN/insight';

const root = new URL('../../..', import.meta.url).pathname;
const code = ['components', 'entrypoints']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

describe('words of content mix, score and growth', () => {
  it('are all used', () => {
    const unused = Object.keys(en).filter(
      (name) => !code.includes(`words.${name}`) && !new RegExp(`[{,] ${name}[,: ]`).test(code),
    );
    expect(unused).toEqual([]);
  });
  it('name the same things in both languages, and are Chinese', () => {
    const same: string[] = [];
    const walk = (a: unknown, b: unknown, path: string) => {
      if (a !== null && typeof a === 'object') {
        expect([path, Object.keys(b as object).sort()]).toEqual([path, Object.keys(a).sort()]);
        for (const [key, value] of Object.entries(a)) walk(value, (b as Record<string, unknown>)[key], `${path}.${key}`);
      } else if (typeof a === 'string' && /[a-z]{3}/.test(a) && a === b) same.push(path);
    };
    walk(en, zhCN, '');
    expect(same).toEqual([]);
  });
});
