/** A file that says the same another way is read the same way. */
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../core/importers';
import { randomFrom } from '../../dashboards/mutations';
import { changedTable, misread, ROW_CHANGES, tableOf, WRITINGS } from './alike';
import { read, utf8 } from './make';
import { sampleFiles } from './samples';
import { FILES } from './two-posts';

const files = [...(await sampleFiles()), ...Object.entries(FILES).map(([name, text]) => ({ name, bytes: utf8(text) }))];
const tables = files.flatMap(({ name, bytes }) => {
  const table = tableOf(bytes);
  return table ? [{ name, bytes, table }] : [];
});

describe.each(tables.map((one, index) => ({ ...one, index })))('$name', ({ name, bytes, table, index }) => {
  it('is not read wrong, whatever was moved and however it is written', async () => {
    const whole = await read(name, bytes);
    const random = randomFrom(index);
    for (const [at, change] of ROW_CHANGES.entries()) {
      // Every writing is somewhere among the files.
      const writing = WRITINGS[(index * ROW_CHANGES.length + at * 7) % WRITINGS.length];
      const made = writing ? changedTable(table, change, writing, random) : null;
      if (!writing || !made) continue;
      const got = await read(name, made.bytes).catch((error: unknown) => error as ImportError);
      expect(misread(got, whole, made.promise), `${change.name} · ${writing.name}`).toBeNull();
    }
  });
});

it('is no judge that nods: another value, a reading of nothing and a refusal are told', async () => {
  const sample = tables.find(({ name }) => name === '作品.csv');
  if (!sample) throw new Error('no sample');
  const whole = await read(sample.name, sample.bytes);
  expect(tables.length).toBeGreaterThan(20);
  const [reading] = whole.readings;
  if (!reading) throw new Error('no reading');
  const views = { value: 2941, low: 2941, high: 2941, raw: '2,941' };
  const other = { ...whole, readings: [{ ...reading, metrics: { ...reading.metrics, views } }] };
  for (const promise of ['same', 'fewer', 'twice'] as const) {
    expect(misread(whole, whole, promise)).toBeNull();
    expect(misread(other, whole, promise)).toMatch(/^reads .*2941/);
    expect(misread({ ...whole, readings: [] }, whole, promise) === null).toBe(promise === 'fewer');
    expect(misread(new ImportError('no'), whole, promise) === null).toBe(promise === 'fewer');
  }
  const late = { ...reading, post: { ...reading.post, publishedAt: '2026-05-29T09:03:19+08:00' } };
  expect(misread({ ...whole, readings: [late] }, whole, 'fewer')).toMatch(/^reads/);
});
