/** Names of an object's prototype in files: as columns, properties, sheets, cells. They are names like any other, or are not known. */
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../core/importers';
import { readMoney } from '../../../core/importers/money';
import { figures, reading } from '../store/sample';
import { csv, NOW, read, short, utf8, xlsx } from './make';
import { sampleFiles } from './samples';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__proto___low',
  'constructor_high',
];
const untouched = Object.getOwnPropertyNames(Object.prototype).sort();
function expectUnpolluted(): void {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

describe.each(NAMES)('%s', (name) => {
  it('as a column of our own table and of a platform’s is unknown, and all else is read', async () => {
    const own = [
      ['platform', 'title', 'published_at', name, 'views'],
      ['douyin', 'One', '2026-05-25', '5', '7'],
    ];
    const kuaishou = [
      ['作品', '发布时间', name, '播放量', '点赞量', '评论量', '收藏量', '涨粉量'],
      ['浇水', '2026-05-28 09:03:19', '9', '2940', '3', '41', '0', '0'],
    ];
    for (const [file, views] of [
      [csv(own), 7],
      [xlsx({ [name]: own }), 7],
      [csv(kuaishou), 2940],
      [xlsx({ [name]: kuaishou }), 2940],
    ] as const) {
      const result = await read('file', file);
      expect(short(result)).toMatchObject([{ views }]);
      expect(result.unknownColumns).toEqual([name]);
    }
    expectUnpolluted();
  });

  it('as a cell of each kind is a text, or refused', async () => {
    const columns = ['platform', 'account', 'post_id', 'title', 'format', 'status', 'pillar', 'labels', 'published_at', 'views'];
    const good = ['douyin', 'A', '1', 'One', 'video', 'published', 'p', 'l', '2026-05-25', '7'];
    for (const [at, column] of columns.entries()) {
      const cells = good.with(at, name);
      const result = await read('a.csv', csv([columns, cells]));
      const [one] = result.readings;
      if (column === 'platform' || column === 'published_at') expect(result.readings).toEqual([]);
      else if (column === 'views') expect(one?.metrics).toEqual({});
      else if (column === 'format' || column === 'status') expect(one?.post[column]).toBeNull();
      else expect(JSON.stringify([one, [...result.labels]])).toContain(name);
    }
    expectUnpolluted();
  });

  it('as a property of a line of JSON is refused or passed over; as its texts it is a text', async () => {
    const line = JSON.stringify(reading({ title: 'One' }, { views: 7 }));
    const deeper = [
      line.indexOf('{'),
      line.indexOf('"post":{') + 7,
      line.indexOf('"metrics":{') + 10,
      line.indexOf('"views":{') + 8,
    ];
    for (const at of deeper) {
      const hostile = `${line.slice(0, at + 1)}"${name}":{"polluted":true},${line.slice(at + 1)}`;
      const result = await read('a.jsonl', `${line}\n${hostile}\n`);
      // `__proto__` among the metrics is passed over, everything else that does not belong there is refused.
      const passedOver = name === '__proto__' && at === deeper[2];
      expect(result.skipped).toHaveLength(passedOver ? 0 : 1);
      for (const { post, metrics } of result.readings) expect([post.title, Object.keys(metrics)]).toEqual(['One', ['views']]);
    }
    const named = { ...reading({ title: name, id: name, tags: [name] }, {}), account: name, metrics: figures({ views: 1 }) };
    expect((await read('a.jsonl', `${JSON.stringify(named)}\n`)).readings).toEqual([named]);
    expectUnpolluted();
  });

  it('as a column of a money table changes nothing', () => {
    const table = `date,type,source,amount,currency,${name}\n2026-05-25,revenue,${name},12.5,EUR,5\n`;
    const { entries } = readMoney(utf8(table), { now: NOW, currency: null });
    expect(entries).toMatchObject([{ amount: 12.5, scene: name }]);
    const words = readMoney(utf8(`date,type,source,category,amount\n2026-05-25,${name},,${name},12.5\n`), {
      now: NOW,
      currency: 'EUR',
    });
    expect(words).toMatchObject({ entries: [], skipped: [{ reason: 'type' }] });
    expectUnpolluted();
  });
});

it('one of them in place of any column of any platform’s file is a column nobody knows, or the file is refused', async () => {
  for (const { name, bytes } of await sampleFiles()) {
    if (!name.endsWith('.csv') || bytes[0] === 0xff) continue;
    const text = new TextDecoder().decode(bytes);
    for (const column of new Set(
      text
        .split(/\r?\n/)
        .slice(0, 2)
        .join(',')
        .split(/[,;\t]/),
    )) {
      if (column.trim().length < 2) continue;
      const result = await read(name, text.replace(column, '__proto__')).catch((error: unknown) => error);
      if (!(result instanceof ImportError)) expect(result, `${name} ${column}`).toHaveProperty('readings');
    }
  }
  expectUnpolluted();
});
