/** "Capture this page": what is proposed for pages nobody declared, and how a confirmed definition reads them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose, readAs } from '../../../core/dashboards/generic';
import { documentProblem, documentRow } from '../../../core/model/documents';
import '../../../core/text/languages';
import { COLUMN_MEANINGS, fitsAddress, type OwnPage, ownPageFrom } from '../../../core/model/own-page';
import { openPage } from '../harness';

const context = { now: Date.parse('2026-09-14T10:00:00Z'), zone: 'UTC' };
const url = 'https://stats.example.com/me/123456789/posts?page=2';
const page = (body: string, lang = 'en') => openPage(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`, url);

const table = (heads: string[], rows: string[][]) =>
  `<nav><a>Home</a></nav><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
   <tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
const HEADS = ['Story', 'Published', 'Presentations', 'Views', 'Reads', 'Earnings'];
const ROWS = [
  ['On mint', 'Sep 1, 2026', '1,200', '533', '301', '--'],
  ['On thyme', 'Aug 1, 2026', '90', '1.2K', '7', '--'],
];

describe('a table of a page nobody declared', () => {
  it('is proposed with what the dictionary knows, and samples', () => {
    const [proposal] = propose(page(table(HEADS, ROWS)), url, context);
    expect(proposal?.kind).toBe('table');
    expect(proposal?.rows).toBe(2);
    expect(proposal?.columns.map(({ label, meaning }) => [label, meaning])).toEqual([
      ['Story', null],
      ['Published', 'publishedAt'],
      ['Presentations', null],
      ['Views', 'views'],
      ['Reads', null],
      ['Earnings', 'revenue'],
    ]);
    expect(proposal?.columns[2]?.samples).toEqual(['1,200', '90']);
  });

  it('is read as the user confirmed it, and only that', () => {
    const document = page(table(HEADS, ROWS));
    const [proposal] = propose(document, url, context);
    if (!proposal) throw new Error('nothing proposed');
    const definition = ownPageFrom(proposal, { Story: 'title', Presentations: 'impressions', Earnings: 'ignored' }, url);
    expect(definition.path).toBe('/me/*/posts');
    const got = readAs(document, url, definition, context);
    expect(got.status).toBe('read');
    expect(got.page).toBe('other/stats.example.com');
    expect(
      got.readings.map(({ platform, post, metrics }) => [
        platform,
        post.title,
        post.publishedAt,
        Object.entries(metrics).map(([name, figure]) => [name, figure.value]),
      ]),
    ).toEqual([
      [
        'other',
        'On mint',
        '2026-09-01T00:00:00+00:00',
        [
          ['impressions', 1200],
          ['views', 533],
        ],
      ],
      [
        'other',
        'On thyme',
        '2026-08-01T00:00:00+00:00',
        [
          ['impressions', 90],
          ['views', 1200],
        ],
      ],
    ]);
  });

  it('tells columns of one name apart by the header over them', () => {
    const head =
      '<tr><th rowspan="2">Story</th><th colspan="2">Organic</th><th colspan="2">Paid</th></tr><tr><th>Views</th><th>Likes</th><th>Views</th><th>Likes</th></tr>';
    const document = page(
      `<table><thead>${head}</thead><tbody><tr>${['On mint', '533', '9', '70', '1'].map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`,
    );
    const [proposal] = propose(document, url, context);
    expect(proposal?.columns.map(({ label, samples }) => [label, samples[0]])).toEqual([
      ['Story', 'On mint'],
      ['Organic / Views', '533'],
      ['Organic / Likes', '9'],
      ['Paid / Views', '70'],
      ['Paid / Likes', '1'],
    ]);
    if (!proposal) throw new Error('nothing proposed');
    const definition = ownPageFrom(proposal, { Story: 'title', 'Organic / Views': 'views', 'Organic / Likes': 'likes' }, url);
    const [reading] = readAs(document, url, definition, context).readings;
    expect(Object.entries(reading?.metrics ?? {}).map(([name, { value }]) => [name, value])).toEqual([
      ['views', 533],
      ['likes', 9],
    ]);
  });

  it('counts columns of one name where nothing stands over them, and reads none when there are more of them', () => {
    const heads = ['Story', 'Rate', 'Views', 'Rate'];
    const rows = [['On mint', '5%', '533', '70%']];
    const [proposal] = propose(page(table(heads, rows)), url, context);
    expect(proposal?.columns.map(({ label }) => label)).toEqual(['Story', 'Rate (1/2)', 'Views', 'Rate (2/2)']);
    if (!proposal) throw new Error('nothing proposed');
    const definition = ownPageFrom(proposal, { Story: 'title', 'Rate (2/2)': 'completionRate' }, url);
    const valuesOf = (document: Document) =>
      Object.entries(readAs(document, url, definition, context).readings[0]?.metrics ?? {}).map(([name, { value }]) => [
        name,
        value,
      ]);
    expect(valuesOf(page(table(heads, rows)))).toEqual([
      ['views', 533],
      ['completionRate', 0.7],
    ]);
    expect(valuesOf(page(table([...heads, 'Rate'], [['On mint', '5%', '533', '6%', '70%']])))).toEqual([['views', 533]]);
  });

  it('keeps its meaning when columns move, and reads nothing where a label is gone', () => {
    const definition = ownPageFrom(
      propose(page(table(HEADS, ROWS)), url, context)[0] ?? { kind: 'table', columns: [], rows: 0 },
      { Story: 'title', Earnings: 'ignored', Reads: 'engagedViews' },
      url,
    );
    const moved = readAs(
      page(table(['Reads', 'Likes', 'Story', 'Views'], [['301', '9', 'On mint', '533']])),
      url,
      definition,
      context,
    );
    expect(moved.readings.map(({ metrics }) => Object.entries(metrics).map(([name, { value }]) => [name, value]))).toEqual([
      [
        ['engagedViews', 301],
        ['views', 533],
      ],
    ]);
    expect(readAs(page(table(['A', 'B'], [['1', '2']])), url, definition, context).readings).toEqual([]);
    expect(readAs(page(table(HEADS, ROWS)), 'https://stats.example.com/other', definition, context).status).toBe(
      'not-a-dashboard',
    );
  });
});

describe('one post and repeated cards', () => {
  it('proposes the numbers of one post with the words beside them', () => {
    const document = page(
      '<main><h1>On mint</h1><dl><div><dt>Lesezeit</dt><dd>4:12</dd></div><div><dt>Aufrufe</dt><dd>1.234</dd></div><div><dt>Klatscher</dt><dd>12</dd></div></dl></main>',
      'de',
    );
    const proposal = propose(document, url, context).find(({ kind }) => kind === 'post');
    expect(proposal?.columns.map(({ label, meaning }) => [label, meaning])).toEqual([
      ['Lesezeit', null],
      ['Aufrufe', 'views'],
      ['Klatscher', null],
    ]);
  });

  it('reads cards of label and number around their dates', () => {
    const card = (title: string, date: string, views: number) =>
      `<div class="c"><div>${title}</div><div>${date}</div><div><span>浏览</span><span>${views}</span></div><div><span>点赞</span><span>3</span></div><div><span>评论</span><span>0</span></div></div>`;
    const document = page(
      `<main><div>${card('薄荷', '2026-09-01 08:00', 12)}${card('百里香', '2026-09-02 08:00', 15)}</div></main>`,
      'zh-CN',
    );
    const proposal = propose(document, url, context).find(({ kind }) => kind === 'cards');
    if (!proposal) throw new Error('nothing proposed');
    const got = readAs(document, url, ownPageFrom(proposal, { 点赞: 'saves' }, url), context);
    expect(
      got.readings.map(({ post, metrics }) => [post.title, metrics.views?.value, metrics.saves?.value, metrics.likes]),
    ).toEqual([
      ['薄荷', 12, 3, undefined],
      ['百里香', 15, 3, undefined],
    ]);
  });
});

describe('one post', () => {
  it('is kept with its heading as title, its date and its address', () => {
    const document = page(
      '<main><h1>On mint</h1><p>Published Sep 1, 2026</p><dl><div><dt>Views</dt><dd>1,234</dd></div><div><dt>Claps</dt><dd>12</dd></div></dl></main>',
    );
    const proposal = propose(document, url, context).find(({ kind }) => kind === 'post');
    if (!proposal) throw new Error('nothing proposed');
    const own = ownPageFrom(proposal, { Claps: 'likes' }, url, { account: 'Lena' });
    const [reading] = readAs(document, url, own, context).readings;
    expect(reading?.post).toMatchObject({ title: 'On mint', url });
    expect([reading?.account, reading?.metrics.views?.value, reading?.metrics.likes?.value]).toEqual(['Lena', 1234, 12]);
  });
});

describe('a table of plain elements', () => {
  it('is proposed and read where its header names at least three figures', () => {
    const row = (cells: string[]) => `<div class="r">${cells.map((cell) => `<div>${cell}</div>`).join('')}</div>`;
    const document = page(
      `<main>${row(['Title', 'Views', 'Likes', 'Comments'])}${row(['On mint', '12', '3', '0'])}${row(['On thyme', '1.2K', '4', '-'])}</main>`,
    );
    const proposal = propose(document, url, context).find(({ kind }) => kind === 'table');
    if (!proposal) throw new Error('nothing proposed');
    const got = readAs(document, url, ownPageFrom(proposal, {}, url), context);
    expect(got.readings.map(({ post, metrics }) => [post.title, metrics.views?.value, metrics.comments?.value])).toEqual([
      ['On mint', 12, 0],
      ['On thyme', 1200, undefined],
    ]);
  });
});

describe('a declared page as a document', () => {
  const good: OwnPage = {
    id: 'a.example/x/*',
    host: 'a.example',
    path: '/x/*',
    platform: 'other',
    account: null,
    kind: 'table',
    columns: { Views: 'views' },
  };
  const stored = (value: unknown) => ({ kind: 'ownPage', id: good.id, version: 1, value });
  it('is taken when it is one', () => {
    expect(documentProblem(documentRow('ownPage', good))).toBeNull();
    expect(fitsAddress(good, 'https://a.example/x/abc?y=1')).toBe(true);
  });
  it.each([
    null,
    'x',
    { ...good, platform: 'myspace' },
    { ...good, kind: 'script' },
    { ...good, columns: { Views: 'constructor' } },
    { ...good, columns: { Views: '__proto__' } },
    { ...good, host: '' },
    { ...good, more: 1 },
    { ...good, id: 'another' },
  ])('is refused when it is not: %j', (value) => expect(documentProblem(stored(value))).toEqual(expect.any(String)));
  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => documentProblem(stored(value)) !== undefined));
  });
  it('offers every metric', () => expect(COLUMN_MEANINGS).toContain('averageWatchSeconds'));
});
