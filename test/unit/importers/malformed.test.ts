import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError, type ImportResult } from '../../../core/importers';
import type { Reading } from '../../../core/model/reading';
import { csv, read, short, utf8, utf16, values, xlsx } from './make';

/** Small files of every text format, each with several posts. */
const FILES: Record<string, string> = {
  'own.csv':
    'platform,post_id,title,published_at,views,likes\r\ndouyin,1,One,2026-05-25T14:43:00+08:00,1200,34\r\ndouyin,2,"Two, again",2026-05-26T14:43:00+08:00,5600,78\r\n',
  'youtube.csv':
    'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Impressions click-through rate (%)\nTotal,,,,8290,251.3464,6.98\ndQw4w9WgXcQ,"Mint, one","Mar 25, 2023",613,8000,250.25,7.01\nAbCdEfGhI_1,Two,"Apr 2, 2024",61,290,1.0964,5.5\n',
  'tiktok.csv':
    '"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"\n"November 18","One","https://www.tiktok.com/@someone/video/7527623000473079054","July 16","533","32","16","191265"\n"November 18","Two","https://www.tiktok.com/@someone/video/7530000000473079054","July 22","5","3","1","1912"\n',
  'x.csv':
    'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks\n1950000000000000001,"Wed, Jul 30, 2026",One,https://x.com/a/status/1950000000000000001,1000,10,25,3\n1950000000000000002,"Wed, Jul 30, 2026",Two,https://x.com/a/status/1950000000000000002,2000,20,35,4\n',
  'meta.csv':
    'Post ID,Account username,Description,Publish time,Permalink,Post type,Date,Views,Likes,Reach\n17888,mint.home,One,09/22/2026 23:48,https://www.instagram.com/reel/x/,IG reel,Lifetime,105375,448,70894\n17889,mint.home,Two,09/13/2026 03:08,https://www.instagram.com/p/y/,IG image,Lifetime,1053,44,708\n',
  'bilibili.csv':
    '视频标题,发布时间,播放量,封标点击率,3秒跳出率,点赞量,投币量,弹幕量\n一,2026年06月03日 16:41:25,12345,3.5星,21.5%,456,45,90\n二,2026年06月04日 16:41:25,345,4.5星,1.5%,56,5,9\n',
  'channels.csv':
    '视频描述,视频ID,发布时间,完播率,平均播放时长,播放量,推荐,喜欢\n一,export/a,2026/07/24,20%,12秒,598,3,10\n二,export/b,2026/07/25,30%,2秒,59,1,1\n',
  'xiaohongshu.csv':
    '笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享,人均观看时长,弹幕\n一,2026年06月25日12时01分35秒,图文,2920,320,0.106,41,10,12,3,21,36.5,11\n二,2026年06月26日13时01分35秒,视频,29200,3200,0.206,42,20,22,4,22,46.5,12\n',
  'douyin.csv':
    '作品名称,发布时间,体裁,审核状态,播放量,完播率,5s完播率,封面点击率,2s跳出率,平均播放时长,点赞量,分享量,评论量,收藏量,主页访问量,粉丝增量\n一,2026-05-01 10:00:00,视频,已发布,12000,12.5%,35.1%,5.2%,20.1%,12.5,31,32,33,34,35,36\n二,2026-05-02 10:00:00,视频,审核中,1200,2.5%,5.1%,1.2%,0.1%,2.5,41,42,43,44,45,46\n',
  'linkedin.csv':
    'Post title,Post link,Post type,Created date,Impressions,Clicks,Click through rate (CTR),Likes,Comments,Reposts,Follows,Engagement rate,Content Type\nOne,https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000000,Organic,10/13/2026,1000,55,0.055,10,21,31,41,0.068,Image\nTwo,https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000001,Organic,10/14/2026,2000,56,0.065,11,22,32,42,0.078,Video\n',
  'meta-ja.csv':
    '投稿ID,アカウントのユーザーネーム,説明,公開時間,リンク,投稿タイプ,日時,ビュー,リーチ,いいね！の数,シェア数,フォロー数,コメント数,保存数\n1788,user,一,09/22/2026 23:48,https://www.instagram.com/reel/x/,IGリール動画,通算,105375,70894,448,47,122,136,149\n1789,user,二,09/13/2026 23:48,https://www.instagram.com/reel/y/,IGリール動画,通算,1053,708,44,4,12,13,14\n',
  'youtube-ja.csv':
    'コンテンツ,動画のタイトル,動画公開時刻,長さ,エンゲージ ビュー,平均視聴時間,平均視聴率 (%),視聴回数,総再生時間（単位: 時間）,インプレッションのクリック率 (%)\n合計,,,,190,0:01:00,40.5,8290,251.3464,6.98\ndQw4w9WgXcQ,一,"Mar 25, 2023",613,90,0:01:10,45.5,8000,250.25,7.01\nAbCdEfGhI_1,二,"Apr 2, 2024",61,10,0:00:34,35.5,290,1.0964,5.5\n',
  'tweets.csv':
    '"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate","retweets","replies","likes"\n"812369724175286272","https://twitter.com/bob/status/812369724175286272","One","2016-12-23 18:50 +0000","1938.0","25.0","0.0129","3.0","1.0","10.0"\n"812369724175286273","https://twitter.com/bob/status/812369724175286273","Two","2016-12-23 18:51 +0000","938.0","5.0","0.0053","4.0","2.0","11.0"\n',
};

const keyOf = (reading: Reading) => `${reading.post.id}|${reading.post.title}`;

/** Every reading of `result` says what the whole file says of that post, or less. */
function expectNothingWrong(result: ImportResult, whole: ImportResult, exceptLastCell: boolean): void {
  const truth = new Map(whole.readings.map((reading) => [keyOf(reading), reading]));
  for (const [index, reading] of result.readings.entries()) {
    const real = truth.get(keyOf(reading));
    expect(real, `${keyOf(reading)} is in the whole file`).toBeDefined();
    if (reading.post.publishedAt) expect(reading.post.publishedAt).toBe(real?.post.publishedAt);
    const entries = Object.entries(reading.metrics);
    for (const [name, figure] of entries) {
      // A cell that ends where the file ends may have lost digits; nothing tells.
      const last = exceptLastCell && index === result.readings.length - 1 && name === entries.at(-1)?.[0];
      if (!last) expect(figure, name).toEqual(real?.metrics[name as keyof typeof real.metrics]);
    }
  }
}

describe.each(Object.entries(FILES))('%s', (name, text) => {
  it('cut anywhere is refused or gives nothing wrong', async () => {
    const whole = await read(name, text);
    expect(whole.readings).toHaveLength(2);
    const bytes = utf8(text);
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.slice(0, length);
      const result = await read(name, cut).catch((error: unknown) => error);
      if (result instanceof ImportError) continue;
      expectNothingWrong(result as ImportResult, whole, true);
    }
  });

  it('gives the same with columns in any order, and less with columns missing', async () => {
    const whole = await read(name, text);
    const rows = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
    const width = rows[0]?.length ?? 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: width }, (_, at) => at),
          { minLength: 1 },
        ),
        async (order) => {
          const table = csv(rows.map((row) => order.map((at) => row[at] ?? '')));
          const result = await read(name, table).catch((error: unknown) => error);
          if (result instanceof ImportError) return;
          if (order.length === width) {
            expect((result as ImportResult).readings).toEqual(whole.readings);
            return;
          }
          const byTime = new Map(whole.readings.map((reading) => [reading.post.publishedAt, reading]));
          const byTitle = new Map(whole.readings.map((reading) => [reading.post.title, reading]));
          const byId = new Map(whole.readings.map((reading) => [reading.post.id, reading]));
          for (const reading of (result as ImportResult).readings) {
            if (name !== 'own.csv') expect(reading.platform).toBe(whole.readings[0]?.platform);
            const real = byTitle.get(reading.post.title) ?? byId.get(reading.post.id) ?? byTime.get(reading.post.publishedAt);
            for (const [metric, figure] of Object.entries(values(reading.metrics)))
              expect(figure, metric).toBe(real && values(real.metrics)[metric]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same in UTF-16, with semicolons or tabs, with a column nobody knows', async () => {
    const whole = await read(name, text);
    expect((await read(name, utf16(text))).readings).toEqual(whole.readings);
    const rows = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
    for (const delimiter of [';', '\t']) expect((await read(name, csv(rows, delimiter))).readings).toEqual(whole.readings);
    const more = await read(name, csv(rows.map((row, at) => [row[0] ?? '', at === 0 ? 'Karma points' : '7', ...row.slice(1)])));
    expect(more.readings).toEqual(whole.readings);
    expect(more.unknownColumns).toEqual(['Karma points']);
  });
});

describe('encodings', () => {
  const header = '视频标题,发布时间,播放量,投币量,弹幕量\n';
  it('undoes UTF-8 that was read as windows-1252 and saved again', async () => {
    const text = `${header}春天的薄荷,2026年06月03日 16:41:25,10,1,2\n`;
    const spoiled = new TextDecoder('windows-1252').decode(utf8(text));
    expect(short(await read('a.csv', spoiled))).toEqual(short(await read('a.csv', text)));
    const latin = 'title,published_at,views\n“Café” – naïve,2026-05-25,7\n';
    expect((await read('a.csv', new TextDecoder('windows-1252').decode(utf8(latin)))).readings[0]?.post.title).toBe(
      '“Café” – naïve',
    );
    expect((await read('a.csv', latin)).readings[0]?.post.title).toBe('“Café” – naïve');
  });

  it('reads what western and Japanese spreadsheet programs save, and refuses what could be anything', async () => {
    const western = Uint8Array.from('title,published_at,views\nCaf\xe9 M\xfcller,2026-05-25,7\n', (char) => char.charCodeAt(0));
    expect((await read('a.csv', western)).readings[0]?.post.title).toBe('Café Müller');
    // 動画のタイトル → title of a Japanese table, Shift_JIS: ベランダのミント
    const japanese = Uint8Array.from([
      ...utf8('title,published_at,views\n'),
      0x83,
      0x78,
      0x83,
      0x89,
      0x83,
      0x93,
      0x83,
      0x5f,
      0x82,
      0xcc,
      0x83,
      0x7e,
      0x83,
      0x93,
      0x83,
      0x67,
      ...utf8(',2026-05-25,7\n'),
    ]);
    expect((await read('a.csv', japanese)).readings[0]?.post.title).toBe('ベランダのミント');
    const noise = Uint8Array.from([
      ...utf8('title,published_at,views\n'),
      0xff,
      0xc0,
      0x81,
      0xfe,
      0x80,
      ...utf8(',2026-05-25,7\n'),
    ]);
    await expect(read('a.csv', noise)).rejects.toThrow(/encoding/);
  });
});

describe('numbers', () => {
  const table = (delimiter: string, ...rows: string[][]) =>
    csv([['Post id', 'Date', 'Post text', 'Impressions', 'Likes'], ...rows], delimiter);
  it('with grouped thousands are read where the grouping is proved, and refused where it is not', async () => {
    const proved = await read(
      'x.csv',
      table(';', ['1', '2026-07-30', 'a', '1.234.567', '1.234'], ['2', '2026-07-30', 'b', '12', '5']),
    );
    expect(proved.readings.map((one) => values(one.metrics))).toEqual([
      { impressions: 1_234_567, likes: 1234 },
      { impressions: 12, likes: 5 },
    ]);
    const english = await read('x.csv', table(',', ['1', '2026-07-30', 'a', '1,234', '5']));
    expect(values(english.readings[0]?.metrics ?? {})).toEqual({ impressions: 1234, likes: 5 });
  });

  it('a share in bare numbers is a percentage when one of the file is above 1', async () => {
    const rows = (a: string, b: string) =>
      csv([
        ['作品名称', '发布时间', '播放量', '完播率', '5s完播率', '2s跳出率'],
        ['a', '2026-05-25 14:43:09', '10', a, b, ''],
      ]);
    expect(values((await read('d.csv', rows('7.69', '0.5'))).readings[0]?.metrics ?? {})).toEqual({
      views: 10,
      completionRate: 0.0769,
      completionRate5s: 0.005,
    });
    expect(values((await read('d.csv', rows('0.0769', '0.5'))).readings[0]?.metrics ?? {})).toEqual({
      views: 10,
      completionRate: 0.0769,
      completionRate5s: 0.5,
    });
  });

  it('under a metric that stands twice are taken only where both agree', async () => {
    const result = await read(
      'x.csv',
      csv([
        ['Post id', 'Date', 'Post text', 'Impressions', 'Likes', 'Likes'],
        ['1', '2026-07-30', 'a', '5', '2', '2'],
        ['2', '2026-07-30', 'b', '5', '2', '3'],
      ]),
    );
    expect(result.readings.map((one) => values(one.metrics))).toEqual([{ impressions: 5, likes: 2 }, { impressions: 5 }]);
    expect(result.skipped[0]?.reason).toMatch(/disagree/);
  });
});

describe('dates', () => {
  it('of which nobody can say what is the day are left out, unless the file proves it', async () => {
    const other = (...dates: string[]) =>
      csv([
        ['title', 'link', 'published', 'views'],
        ...dates.map((date, at) => [`t${at}`, 'https://youtu.be/AbCdEfGhI_1', date, '5']),
      ]);
    const unclear = await read('o.csv', other('7/8/2026'));
    expect(unclear.readings[0]?.post.publishedAt).toBeNull();
    expect(unclear.skipped[0]?.reason).toMatch(/one way/);
    const proved = await read('o.csv', other('7/8/2026', '23/8/2026'));
    expect(proved.readings.map((one) => one.post.publishedAt?.slice(0, 10))).toEqual(['2026-08-07', '2026-08-23']);
  });
});

describe('files', () => {
  it.each([
    ['an archive without a table', zipSync({ 'readme.md': utf8('hello') }), /no table/],
    ['a damaged workbook', xlsx({ Sheet1: [['作品名称', '播放量']] }).slice(0, 300), /damaged/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /workbook is damaged/],
    ['a web page', utf8('<!DOCTYPE html><table><tr><td>1</td></tr></table>'), /web page/],
    ['a table of something else', utf8('name,price\napple,3\n'), /not a file this version understands/],
    ['a table of posts of nobody knows which platform', utf8('title,published,views\na,2026-05-25,3\n'), /choose the platform/],
  ])('%s is refused in words', async (_, bytes, message) => {
    await expect(read('file', bytes)).rejects.toThrow(message);
  });

  it('a table of posts is read when the user says its platform', async () => {
    const result = await read('a.csv', 'title,published,views,saves\na,2026-05-25,3,1\n', { platform: 'weibo' });
    expect(result.readings[0]).toMatchObject({
      platform: 'weibo',
      page: 'import/table',
      post: { title: 'a', publishedAt: '2026-05-25T00:00:00+08:00' },
    });
  });

  it('any bytes are refused or read, never a crash of another kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\u0003\u0004', '\u001f\u008b\u0008', '{"a":', 'title,published_at,views\n', '\ufeffsep=,\n'),
        async (noise, start) => {
          const bytes = new Uint8Array([...Uint8Array.from(start, (char) => char.charCodeAt(0)), ...noise]);
          const result = await read('file', bytes).catch((error: unknown) => error);
          if (!(result instanceof ImportError)) expect(result).toHaveProperty('readings');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a title longer than any platform allows is not taken', async () => {
    const result = await read('a.csv', `title,published_at,views\n${'x'.repeat(30_000)},2026-05-25,3\nb,2026-05-25,4\n`);
    expect(result.readings.map((one) => one.post.title)).toEqual(['b']);
    expect(result.skipped).toHaveLength(1);
  });
});
