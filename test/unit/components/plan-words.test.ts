/** Words of the plan: in both languages, used, and promising nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plan as en } from '../../../assets/locales/en/plan';
import { review as reviewEn } from '../../../assets/locales/en/review';
import { plan as zhCN } from '../../../assets/locales/zh-CN/plan';
import { review as reviewZh } from '../../../assets/locales/zh-CN/review';

const root = new URL('../../..', import.meta.url).pathname;
const read = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
const code = read('components/plan') + read('entrypoints') + read('core/engine/reviews') + read('core/engine/due');

function paths(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]));
}
const at = (texts: unknown, path: string[]) =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], texts);

describe('words of the plan', () => {
  it('are all used', () => {
    const unused = [...paths(en), ...paths(reviewEn)].filter((path) => {
      // Some are looked up by a value: then the group is named.
      const last = path.at(-1) ?? '';
      const group = path.at(-2);
      return (
        !code.includes(`.${last}`) &&
        !(group && (code.includes(`.${group}[`) || code.includes(`...p.${path.slice(0, -1).join('.')}`)))
      );
    });
    expect(unused.map((path) => path.join('.'))).toEqual([]);
  });
  it('are all there in Chinese, and are Chinese', () => {
    const same = (english: unknown, chinese: unknown) =>
      paths(english).filter((path) => {
        const [one, other] = [at(english, path), at(chinese, path)];
        return typeof one === 'string' && one === other && /[a-z]{3}/.test(one);
      });
    expect([...same(en, zhCN), ...same(reviewEn, reviewZh)]).toEqual([]);
  });
  it('promise nothing and rank nobody', () => {
    expect(JSON.stringify(en)).not.toMatch(/confidence|guarantee|best time|viral|optimi[sz]e/i);
    expect(JSON.stringify(zhCN)).not.toMatch(/置信|保证|爆款|最佳时间/);
  });
});
