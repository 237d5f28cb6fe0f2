/** The dictionary against itself: one label, one meaning. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMetricName } from '../../../core/model/metrics';
import { fieldOfLabel, metricOfLabel } from '../../../core/text/labels';

const source = readFileSync(join(import.meta.dirname, '../../../core/text/labels.ts'), 'utf8');
const block = (from: string, to: string) => source.slice(source.indexOf(from), source.indexOf(to));
/** The lists as they are written: `name: 'word|word'`. */
const lists = (text: string) =>
  [...text.matchAll(/^ {2}(\w+):\s*(['"])(.*?)\2,$/gms)].map(([, name = '', , words = '']) => ({
    name,
    words: words.replaceAll("\\'", "'").split('|'),
  }));

test('every common word stands for the metric it is listed under', () => {
  const common = lists(block('const COMMON', '/** What a word means on one platform'));
  expect(common.length).toBeGreaterThan(25);
  for (const { name, words } of common) {
    expect(isMetricName(name)).toBe(true);
    for (const word of words) expect(`${word}: ${metricOfLabel(word, null)}`).toBe(`${word}: ${name}`);
  }
});

test('no word that is to be ignored is read as a metric anywhere', () => {
  const ignored = /const IGNORED =\s*(['"])(.*?)\1;/s.exec(source)?.[2]?.split('|') ?? [];
  expect(ignored.length).toBeGreaterThan(50);
  for (const word of ignored) {
    for (const platform of [
      null,
      'douyin',
      'xiaohongshu',
      'youtube',
      'tiktok',
      'x',
      'linkedin',
      'facebook',
      'instagram',
    ] as const)
      expect(`${word} on ${platform}: ${metricOfLabel(word, platform)}`).toBe(`${word} on ${platform}: null`);
    expect(`${word}: ${fieldOfLabel(word)}`).toBe(`${word}: ignored`);
  }
});

test('no field is a metric too', () => {
  for (const { words } of lists(block('const FIELDS', '/** Account-level')))
    for (const word of words) expect(`${word}: ${metricOfLabel(word, null)}`).toBe(`${word}: null`);
});

test('words stand in the form in which labels are compared', () => {
  for (const { name, words } of lists(block('const FIELDS', '/** Account-level')))
    for (const word of words) expect(`${word}: ${fieldOfLabel(word)}`).toBe(`${word}: ${name}`);
});
