/** The dictionary against itself: one label, one meaning. */
import { expect, test } from 'vitest';
import { isMetricName } from '../../../core/model/metrics';
import { fieldOfLabel, metricOfLabel } from '../../../core/text/labels';
import { OTHER_LANGUAGES } from '../../../core/text/languages';
import { CHINESE_AND_ENGLISH } from '../../../core/text/words';

const BOOKS = [CHINESE_AND_ENGLISH, OTHER_LANGUAGES];
const lists = (part: 'metrics' | 'fields') =>
  BOOKS.flatMap((book) => Object.entries(book[part]).map(([name, words]) => ({ name, words: words.split('|').filter(Boolean) })));

test('every common word stands for the metric it is listed under', () => {
  const common = lists('metrics');
  expect(common.length).toBeGreaterThan(25);
  for (const { name, words } of common) {
    expect(isMetricName(name)).toBe(true);
    for (const word of words) expect(`${word}: ${metricOfLabel(word, null)}`).toBe(`${word}: ${name}`);
  }
});

test('no word that is to be ignored is read as a metric anywhere', () => {
  const ignored = BOOKS.flatMap((book) => book.ignored.split('|'));
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
  for (const { words } of lists('fields'))
    for (const word of words) expect(`${word}: ${metricOfLabel(word, null)}`).toBe(`${word}: null`);
});

test('words stand in the form in which labels are compared', () => {
  for (const { name, words } of lists('fields'))
    for (const word of words) expect(`${word}: ${fieldOfLabel(word)}`).toBe(`${word}: ${name}`);
});
