/** What the importers say of lines and files, in Chinese. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exports as en } from '../../../assets/locales/en/exports';
import { exports as zh } from '../../../assets/locales/zh-CN/exports';
import { groupsOf, ranges } from '../../../components/workbench/LeftOutLines';

const ROOT = new URL('../../../', import.meta.url).pathname;
const sources = [
  ...readdirSync(join(ROOT, 'core/importers')).map((name) => `core/importers/${name}`),
  'core/text/figures.ts',
].filter((path) => path.endsWith('.ts'));

/** Every sentence that stands in the code as a reason, with something in place of what it fills in. */
const SAID = /(?:skip|refused|ImportError)\(\s*(?:'([^'\n]+)'|`([^`\n]+)`)|reason: (?:'([^'\n]+)'|`([^`\n]+)`)/g;
const sentences = sources.flatMap((path) =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(SAID)].map((found) =>
    (found.slice(1).find(Boolean) ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7'),
  ),
);
/** Those that only pass on what another says. */
/** Codes, and what is filled in with a sentence of its own. */
const CODES = /^(?:date|amount|currency|type|board|scene)$|lost its letters/;
const PASSED_ON = /^(?:"?7"?(?:: 7| 7)?|7 "7": 7|7 "7")$/;

describe('why a line was not taken', () => {
  it('is said in Chinese, whatever the reason', () => {
    const own = sentences.filter((sentence) => !PASSED_ON.test(sentence) && !CODES.test(sentence));
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter((sentence) => !/[一-鿿]/.test(zh.reason(sentence)))).toEqual([]);
  });
  it('keeps what it is about, and writes days in words', () => {
    const reason =
      'Table data.csv: "A day": its figures are those since 2026-04-20, and the post is older: they are left out; export with the whole lifetime as period';
    expect(zh.reason(reason)).toMatch(/^Table data\.csv：.*2026年4月20日/);
    expect(en.reason(reason)).toMatch(/since Apr 20, 2026/);
    expect(zh.reason('Views "abc": not a number')).toBe('Views“abc”：不是数字');
    expect(zh.reason('something new')).toBe('something new');
  });
  it('is said once for all lines that it holds for', () => {
    const older = 'its figures are those since 2026-04-20';
    const lines = [2, 3, 4, 9].map((line) => ({ line, reason: `"Part ${line}": ${older}` }));
    const groups = groupsOf([
      { line: 1, reason: 'the total of all rows' },
      ...lines,
      { line: 0, reason: '"Part 0": not a number' },
    ]);
    expect(groups).toEqual([
      { reason: 'the total of all rows', lines: [1] },
      { reason: older, lines: [2, 3, 4, 9] },
      { reason: '"Part 0": not a number', lines: [] },
    ]);
    expect(ranges(groups[1]?.lines ?? [], String)).toEqual(['2–4', '9']);
  });
});
