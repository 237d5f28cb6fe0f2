/** What lies in a file is read whole and as it stands, or said to be left out. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, read, short, utf8, values, xlsx } from './make';

const titles = async (...args: Parameters<typeof read>) => (await read(...args)).readings.map(({ post }) => post.title);

describe('letters that look like spoiled ones', () => {
  it.each(['Macht Spaß…', 'MON CAFÉ™', 'AMANHÃ”', 'Úžas', 'Heißer Spaß…", said', 'Le café”…'])('keeps %s', async (title) => {
    const row = ['douyin', '1', title, '2026-05-25', '7'];
    const text = csv([['platform', 'post_id', 'title', 'published_at', 'views'], row]);
    for (const mark of ['', '\ufeff']) expect(await titles('a.csv', mark + text)).toEqual([title]);
    const many = csv([['platform', 'post_id', 'title', 'published_at', 'views'], row, row, row]);
    expect(await titles('a.csv', many)).toEqual([title, title, title]);
    const studio = csv([
      ['Content', 'Video title', 'Video publish time', 'Views'],
      ['dQw4w9WgXcQ', title, 'Mar 25, 2023', 8000],
    ]);
    expect(await titles('Table data.csv', studio)).toEqual([title]);
  });

  it('keeps spoiled words where they are the title, in the product’s own files', async () => {
    const title = 'Why â€™ and Ã© and cafÃ© appear';
    const reading = {
      platform: 'douyin',
      page: 'douyin/content-list',
      account: null,
      post: {
        ...{ id: '1', title, url: null, publishedAt: null, publishedPrecision: null, format: null },
        ...{ durationSeconds: null, status: null, statusText: null, tags: [] },
      },
      metrics: {},
      seenAt: '2026-05-25T00:00:00.000Z',
    };
    expect(await titles('a.jsonl', JSON.stringify(reading))).toEqual([title]);
    const own = csv([
      ['platform', 'title', 'published_at', 'captured_at', 'views'],
      ['douyin', title, '2026-05-25', '2026-05-26', 7],
    ]);
    expect(await titles('a.csv', `\ufeff${own}`)).toEqual([title]);
  });

  it('undoes what was spoiled together with its mark, and titles under English labels', async () => {
    const text = csv([
      ['Content', 'Video title', 'Video publish time', 'Views'],
      ['dQw4w9WgXcQ', 'Un café, déjà', 'Mar 25, 2023', 8000],
    ]);
    for (const mark of ['', '\ufeff'])
      expect(await titles('a.csv', new TextDecoder('windows-1252').decode(utf8(mark + text)))).toEqual(['Un café, déjà']);
  });
});

const studio = (id: string, views: number) =>
  csv([
    ['Content', 'Video title', 'Video publish time', 'Views'],
    ['Total', '', '', views],
    [id, 'Mint', 'Mar 25, 2026', views],
  ]);
const content = csv([
  ['Time', 'Video title', 'Video link', 'Post time', 'Total likes', 'Total comments', 'Total shares', 'Total views'],
  ['November 19', 'Balcony', 'https://www.tiktok.com/@someone/video/7527623000473079054', 'July 16', 533, 32, 16, 191265],
]);

describe('archives', () => {
  it('reads each table, whichever folder it lies in', async () => {
    const zip = zipSync({
      'a/Table data.csv': utf8(studio('dQw4w9WgXcQ', 10)),
      'b/Table data.csv': utf8(studio('eQw4w9WgXcQ', 20)),
      'b/Totals.csv': utf8('Date,Views\n2026-09-01,15\n'),
    });
    const result = await read('export.zip', zip);
    expect(short(result).map(({ id, ...more }) => [id, 'views' in more && more.views])).toEqual([
      ['dQw4w9WgXcQ', 10],
      ['eQw4w9WgXcQ', 20],
    ]);
    expect(result.accountReadings.map(({ metrics }) => values(metrics))).toEqual([{ views: 15 }]);
  });

  it('reads the tables of several platforms', async () => {
    const overview = 'Date,Video views,Profile views,Likes\nNovember 18,5,1,1\nNovember 19,6,1,1\n';
    const zip = zipSync({
      'Table data.csv': utf8(studio('dQw4w9WgXcQ', 10)),
      'Content.csv': utf8(content),
      'Overview.csv': utf8(overview),
      'notes.txt': utf8('nothing here\n'),
    });
    const result = await read('export.zip', zip);
    expect(result.readings.map(({ platform, page }) => [platform, page]).sort()).toEqual([
      ['tiktok', 'import/tiktok-content'],
      ['youtube', 'import/youtube-table'],
    ]);
    expect(new Set(result.accountReadings.map(({ platform }) => platform))).toEqual(new Set(['tiktok']));
    expect(result.skipped.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^notes\.txt: /));
  });
});

const douyin = (title: string, views: number) => [
  ['作品名称', '发布时间', '体裁', '审核状态', '播放量', '主页访问量', '粉丝增量'],
  [title, '2026-05-25 14:43:00', '视频', '通过', views, 3, 1],
];
const meta = (link: string, type: string) => [
  ['Post ID', 'Account ID', 'Description', 'Publish time', 'Permalink', 'Post type', 'Date', 'Views'],
  ['17880001', '9', `Mint ${type}`, '07/25/2026 14:43', link, type, 'Lifetime', 12],
];

describe('workbooks', () => {
  it('read every sheet of posts, of one platform or of several', async () => {
    const months = await read('works.xlsx', xlsx({ 五月: douyin('薄荷', 1), 六月: douyin('迷迭香', 2) }));
    expect(short(months).map(({ title }) => title)).toEqual(['薄荷', '迷迭香']);
    const both = await read(
      'meta.xlsx',
      xlsx({
        Instagram: meta('https://www.instagram.com/p/x/', 'IG image'),
        Facebook: meta('https://www.facebook.com/x/posts/1', 'Photos'),
      }),
    );
    expect(both.readings.map(({ platform }) => platform)).toEqual(['instagram', 'facebook']);
  });

  it('look behind a cover, and say what they do not read', async () => {
    const cover = [['My figures', 'of this year']];
    const rows = content
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const tiktok = await read('a.xlsx', xlsx({ Cover: cover, Posts: rows }));
    expect(tiktok.readings.map(({ page, seenAt }) => [page, seenAt])).toEqual([
      ['import/tiktok-content', '2026-11-19T15:59:59.000Z'],
    ]);
    expect(tiktok.skipped.map(({ reason }) => reason)).toEqual(['Cover: no row has column names this version knows']);
    const x = [
      ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes'],
      ['1', 'Sat, Aug 1, 2026', 'Mint', 'https://x.com/someone/status/1', 10, 1],
    ];
    expect((await read('a.xlsx', xlsx({ Cover: cover, Posts: x }))).format).toBe('import/x-content');
  });
});

describe('figures of a period', () => {
  const table = csv([
    ['Content', 'Video title', 'Video publish time', 'Views'],
    ['dQw4w9WgXcQ', 'Old', 'Jul 25, 2025', 8000],
    ['eQw4w9WgXcQ', 'New', 'Jan 1, 2026', 300],
    ['fQw4w9WgXcQ', 'Undated', '', 5],
  ]);
  it('are not those of a post that is older, and the file says so', async () => {
    for (const name of ['Table data 2026-01-01_2026-03-31 Chan.csv', 'Content 2026-01-01_2026-03-31 Chan/Table data.csv']) {
      const result = await read('x.zip', zipSync({ [name]: utf8(table) }));
      expect(result.readings.map(({ post, metrics }) => [post.title, values(metrics)])).toEqual([
        ['Old', {}],
        ['New', { views: 300 }],
        ['Undated', {}],
      ]);
      expect(result.readings[1]?.seenAt).toBe('2026-03-31T15:59:59.000Z');
      expect(result.skipped.map(({ line, reason }) => [line, reason])).toEqual([
        [2, expect.stringMatching(/^"Old": its figures are those since 2026-01-01, and the post is older/)],
        [4, expect.stringMatching(/^"Undated": .* has no date/)],
      ]);
    }
  });
  it('the same for posts of X', async () => {
    const result = await read(
      'account_analytics_content_2026-08-01_2026-08-31.csv',
      csv([
        ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes'],
        ['', 'Sat, Aug 1, 2026', 'New', 'https://x.com/someone', 10, 1],
        ['', 'Mon, Jul 20, 2026', 'Old', 'https://x.com/someone', 10, 1],
      ]),
    );
    expect(result.readings.map(({ post, metrics }) => [post.title, values(metrics)])).toEqual([
      ['New', { impressions: 10, likes: 1 }],
      ['Old', {}],
    ]);
  });
});

describe('quotation marks that belong to a title', () => {
  const header = 'platform\ttitle\tpublished_at\tviews';
  const row = (title: string, views: number) => `douyin\t${title}\t2026-05-25\t${views}`;
  const posts = async (...lines: string[]) =>
    (await read('a.tsv', [header, ...lines, ''].join('\n'))).readings.map(({ post, metrics }) => [
      post.title,
      metrics.views?.value,
    ]);
  it('swallow no rows', async () => {
    const open = [row('"Best', 1), row('Mint', 2), row('"Worst', 3)];
    expect(await posts(...open)).toEqual([
      ['"Best', 1],
      ['Mint', 2],
      ['"Worst', 3],
    ]);
    expect(await posts(row('Mint', 1), row('"Worst', 3), row('Sage', 4))).toEqual([
      ['Mint', 1],
      ['"Worst', 3],
      ['Sage', 4],
    ]);
    const closed = [row('"Best', 1), row('Mint', 2), row('Worst"', 3)];
    expect(await posts(...closed)).toEqual([
      ['"Best', 1],
      ['Mint', 2],
      ['Worst"', 3],
    ]);
    expect(await posts(row('"Best" day', 1), row('"Best"', 2))).toEqual([
      ['"Best" day', 1],
      ['Best', 2],
    ]);
  });
  it('leave out a row whose cells they make doubtful', async () => {
    const text = 'platform,published_at,title,views,likes\ndouyin,2026-05-25,"A, "B", C",5,6\ndouyin,2026-05-26,"A\nB, C",7,8\n';
    const result = await read('a.csv', text);
    expect(result.readings.map(({ post, metrics }) => [post.title, values(metrics)])).toEqual([
      ['A\nB, C', { views: 7, likes: 8 }],
    ]);
    expect(result.skipped.map(({ line }) => line)).toEqual([2]);
  });
});

describe('a file behind another', () => {
  it('has its columns in its own order', async () => {
    const text = [
      '视频标题,发布时间,播放量,投币量,弹幕量',
      '一,2026年06月03日 16:41:25,10,1,2',
      '播放量,视频标题,发布时间,弹幕量,投币量',
      '20,二,2026年06月04日 16:41:25,4,3',
      '',
    ].join('\n');
    const result = await read('a.csv', text);
    expect(short(result).map(({ at: _, precision: __, id: ___, ...more }) => more)).toEqual([
      { title: '一', views: 10, coins: 1, bulletComments: 2 },
      { title: '二', views: 20, coins: 3, bulletComments: 4 },
    ]);
    expect(result.skipped).toEqual([]);
    const own = await read(
      'a.csv',
      'platform,title,published_at,views\ndouyin,A,2026-05-25,1\nviews,title,published_at,platform\n2,B,2026-05-26,douyin\n',
    );
    expect(own.readings.map(({ post, metrics }) => [post.title, values(metrics)])).toEqual([
      ['A', { views: 1 }],
      ['B', { views: 2 }],
    ]);
  });
});

describe('titles of Meta’s results', () => {
  const block = (title: string) => `"${title}"\r\n"Date","Primary"\r\n"2026-03-29T00:00:00","3"\r\n\r\n`;
  it('are taken whole, and what is another figure is listed', async () => {
    const others = ['Paid reach', 'Organic reach', 'Ads reach on Instagram', 'Net follows', 'Facebook Page new likes'];
    const known = ['Instagram reach', 'Instagram follows', 'Instagram unfollows', 'Instagram profile visits'];
    const result = await read('a.csv', `sep=,\r\n${[...known, ...others].map(block).join('')}`);
    expect(result.accountReadings.map(({ metrics }) => values(metrics))).toEqual([
      { reach: 3 },
      { followersGained: 3 },
      { followersLost: 3 },
      { profileVisits: 3 },
    ]);
    expect(result.unknownColumns).toEqual(others);
  });
});

describe('dates beside ids', () => {
  const idAt = (iso: string) => String((BigInt(Date.parse(iso)) - 1288834974657n) << 22n);
  const posts = (...printed: string[]) =>
    read(
      'x.csv',
      csv([
        ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions'],
        ...printed.map((date) => [idAt('2026-07-08T09:30:00Z'), date, 'Mint', 'https://x.com/i/status/1', 1]),
      ]).replaceAll('https://x.com/i/status/1', `https://x.com/i/status/${idAt('2026-07-08T09:30:00Z')}`),
      { zone: 'UTC' },
    );
  it('are put right where day and month changed places, and doubted where they cannot be', async () => {
    const result = await posts('Wed, Jul 8, 2026', 'Aug 7, 2026', 'Jul 30, 2026', 'Mar 2, 2026');
    expect(result.readings.map(({ post }) => [post.publishedAt, post.publishedPrecision])).toEqual([
      ['2026-07-08T00:00:00+00:00', 'day'],
      ['2026-07-08T00:00:00+00:00', 'day'],
      ['2026-07-30T00:00:00+00:00', 'day'],
      ['2026-03-02T00:00:00+00:00', 'day'],
    ]);
    expect(result.skipped).toEqual([
      { line: 3, reason: expect.stringMatching(/Aug 7, 2026" has day and month in the wrong order/) },
      { line: 5, reason: expect.stringMatching(/Mar 2, 2026" is before the day its id was made/) },
    ]);
  });
});

describe('shares', () => {
  const table = (...rows: [string, string][]) =>
    read(
      'a.csv',
      csv([
        ['作品名称', '发布时间', '播放量', '完播率', '平均播放占比', '主页访问量', '粉丝增量'],
        ...rows.map(([done, seen], at) => [`作品${at}`, '2026-05-25 14:43:00', 10, done, seen, 1, 1]),
      ]),
    );
  it('are no percents because something was watched again and again', async () => {
    const result = await table(['0.8', '1.35'], ['0.5', '0.9']);
    expect(result.readings.map(({ metrics }) => [metrics.completionRate?.value, metrics.averageViewedShare?.value])).toEqual([
      [0.8, 1.35],
      [0.5, 0.9],
    ]);
    const percents = await table(['80', '1.5'], ['50', '90']);
    expect(percents.readings.map(({ metrics }) => metrics.averageViewedShare?.value)).toEqual([0.015, 0.9]);
  });
});

describe('own tables by hand', () => {
  it('keep the row whatever a cell says, and take the words people write', async () => {
    const result = await read(
      'a.csv',
      csv([
        ['platform', 'title', 'published_at', 'views', 'duration_seconds', 'status', 'format', 'commercial'],
        ['douyin', 'A', '2026-05-25', 1, '1:30', '公开', 'Reel', 'yes'],
        ['douyin', 'B', '2026-05-25', 2, 'long', 'odd', 'strange', 'perhaps'],
        ['douyin', 'C', '2026-05-25', 3, '90', 'private', 'video', 'false'],
      ]),
    );
    expect(
      result.readings.map(({ post }) => [post.title, post.durationSeconds, post.status, post.statusText, post.format]),
    ).toEqual([
      ['A', 90, 'published', '公开', 'short'],
      ['B', null, null, 'odd', null],
      ['C', 90, 'private', null, 'video'],
    ]);
    expect([...result.labels.values()]).toEqual([{ commercial: true }, { commercial: false }]);
    expect(result.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'duration_seconds "long" is no length'],
      [3, 'status "odd" is no status that is known'],
      [3, 'format "strange" is no format that is known'],
      [3, 'commercial "perhaps" is no yes or no'],
    ]);
  });
});

describe('a narrow table', () => {
  it('is read although its titles hold more bars than it has columns', async () => {
    const lines = ['A | B | C | D | E | F', 'G | H | I | J | K | L', 'M | N | O | P | Q | R'].map(
      (title) => `douyin,${title},2026-05-25,7`,
    );
    const result = await read('a.csv', ['platform,title,published_at,views', ...lines, ''].join('\n'));
    expect(result.readings.map(({ post, metrics }) => [post.title, values(metrics)])).toEqual([
      ['A | B | C | D | E | F', { views: 7 }],
      ['G | H | I | J | K | L', { views: 7 }],
      ['M | N | O | P | Q | R', { views: 7 }],
    ]);
    const semicolons = lines.map((line) => line.replaceAll(' | ', ', ').replace(/,(?! )/g, ';'));
    const other = await read('a.csv', ['platform;title;published_at;views', ...semicolons, ''].join('\n'));
    expect(other.readings.map(({ post }) => post.title)).toEqual(['A, B, C, D, E, F', 'G, H, I, J, K, L', 'M, N, O, P, Q, R']);
  });
});

describe('odd rows', () => {
  it('a short link keeps the rest of TikTok’s table what it is', async () => {
    const row = (link: string) => ['November 19', 'Balcony', link, 'July 16', 533, 32, 16, 191265].join(',');
    const id = '7527623000473079054';
    const lines = [`https://www.tiktok.com/@a/video/${id}`, `https://www.tiktok.com/@a/photo/${id}`, 'https://vm.tiktok.com/x/'];
    const result = await read('Content.csv', [content.split('\n')[0], ...lines.map(row), ''].join('\n'));
    expect(result.format).toBe('import/tiktok-content');
    expect(result.readings.map(({ post, seenAt }) => [post.id, seenAt.slice(0, 10)])).toEqual([
      [id, '2026-11-19'],
      [id, '2026-11-19'],
      [null, '2026-11-19'],
    ]);
  });

  it('means, far years and links of other platforms are no posts of this one', async () => {
    const bilibili = await read(
      'a.csv',
      '视频标题,发布时间,播放量,投币量,弹幕量\n一,2026年06月03日 16:41:25,10,1,2\n平均值,,10,1,2\n',
    );
    expect(bilibili.readings.map(({ post }) => post.title)).toEqual(['一']);
    const rows = [
      ['A', '2026-05-25', 'https://www.instagram.com/p/a/', 1],
      ['B', '2062-05-25', 'https://www.instagram.com/p/b/', 2],
      ['C', '2026-05-25', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 3],
    ];
    const other = await read('a.csv', csv([['Title', 'Date', 'Link', 'Views'], ...rows]), { platform: 'instagram' });
    expect(other.readings.map(({ post }) => [post.title, post.publishedAt?.slice(0, 10)])).toEqual([
      ['A', '2026-05-25'],
      ['B', undefined],
    ]);
    expect(other.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [3, expect.stringMatching(/2062-05-25" lies further ahead/)],
      [4, 'its link is of another platform (youtube)'],
    ]);
  });
});
