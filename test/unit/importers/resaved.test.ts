/** Official exports after a spreadsheet program of some country has opened and saved them: read right, or left out with the reason. */
import { describe, expect, it } from 'vitest';
import { read, short, utf8, values, xlsx } from './make';

const STUDIO = 'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Impressions click-through rate (%)';
const TIKTOK = 'Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views';
const LINK = 'https://www.tiktok.com/@someone/video/7527623000473079054';
const X = 'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements';
const X_LINK = 'https://x.com/a/status/1953000000000000000';
const LINKEDIN = 'Post title,Post link,Post type,Created date,Impressions,Clicks,Likes,Comments,Reposts,Content Type';
const ACTIVITY = 'https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000000';
const DOUYIN =
  '作品名称,发布时间,体裁,审核状态,播放量,完播率,5s完播率,封面点击率,2s跳出率,平均播放时长,点赞量,分享量,评论量,收藏量,主页访问量,粉丝增量';
const XHS = '笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享,人均观看时长,弹幕';

const lines = (...rows: string[]) => rows.map((row) => `${row}\n`).join('');
const semicolons = (row: string) => row.replaceAll(',', ';');
/** Bytes of an encoding that the platform only decodes. */
function encoded(label: string, text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder(label);
  for (let one = 0x80; one < 0x100; one += 1) {
    const single = decoder.decode(Uint8Array.of(one));
    if (single.length === 1 && single !== '\ufffd') codes.set(single, [one]);
    for (let two = 0x40; two < 0x100; two += 1) {
      const pair = decoder.decode(Uint8Array.of(one, two));
      if (pair.length === 1 && pair !== '\ufffd' && !codes.has(pair)) codes.set(pair, [one, two]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? char.charCodeAt(0) : (codes.get(char) ?? [0x3f]))));
}

const video = {
  id: 'dQw4w9WgXcQ',
  title: 'Mint',
  at: '2023-03-25T00:00:00+08:00',
  precision: 'day',
  views: 8000,
  watchSeconds: 900_900,
  clickThroughRate: 0.0701,
};
const clip = {
  id: '7527623000473079054',
  title: 'Garden',
  at: '2025-07-16T00:00:00+08:00',
  precision: 'day',
  likes: 533,
  comments: 32,
  shares: 16,
  views: 191_265,
};
const post = {
  id: '1953000000000000000',
  title: 'Hello',
  at: '2025-08-06T00:00:00+08:00',
  precision: 'day',
  impressions: 1000,
  likes: 10,
  interactions: 25,
};
const update = {
  id: '7380000000000000000',
  title: 'One',
  at: '2025-10-04T00:00:00+08:00',
  precision: 'day',
  impressions: 1000,
  likes: 10,
  comments: 21,
  reposts: 31,
};
const work = {
  id: null,
  title: '一',
  at: '2026-05-01T10:00:00+08:00',
  precision: 'minute',
  views: 12_000,
  completionRate: 0.125,
  completionRate5s: 0.351,
  clickThroughRate: 0.052,
  exitRate2s: 0.201,
  averageWatchSeconds: 12.5,
  likes: 31,
  shares: 32,
  comments: 33,
  saves: 34,
  profileVisits: 35,
  followersGained: 36,
};

describe('read right', () => {
  it.each([
    [
      'YouTube by an American program: 25-Mar-23',
      lines(STUDIO, 'Total,,,,8290,251.3464,6.98', 'dQw4w9WgXcQ,Mint,25-Mar-23,613,"8,000",250.25,7.01'),
      video,
    ],
    [
      'YouTube by a French one',
      lines(semicolons(STUDIO), 'Total;;;;8290;251,3464;6,98', 'dQw4w9WgXcQ;Mint;25/03/2023;613;8000;250,25;7,01'),
      video,
    ],
    ['YouTube with German dates', lines(semicolons(STUDIO), 'dQw4w9WgXcQ;Mint;25.03.2023;613;8.000;250,25;7,01'), video],
    [
      'YouTube, the header once more in the middle',
      lines(STUDIO, STUDIO, 'Total,,,,8290,251.3464,6.98', 'dQw4w9WgXcQ,Mint,"Mar 25, 2023",613,8000,250.25,7.01'),
      video,
    ],
    [
      'YouTube as a workbook with real dates',
      xlsx({ S: [STUDIO.split(','), ['dQw4w9WgXcQ', 'Mint', { number: 45010, style: 3 }, 613, 8000, 250.25, 7.01]] }),
      video,
    ],
    [
      'YouTube as a workbook with percentages',
      xlsx({
        S: [
          STUDIO.split(','),
          ['dQw4w9WgXcQ', 'Mint', { number: 45010, style: 3 }, 613, 8000, 250.25, { number: 0.0701, style: 2 }],
        ],
      }),
      video,
    ],
    ['TikTok: 16-Jul', lines(TIKTOK, `18-Nov,Garden,${LINK},16-Jul,533,32,16,191265`), clip],
    ['TikTok: the year of the day it was opened', lines(TIKTOK, `11/18/2026,Garden,${LINK},7/16/2026,533,32,16,191265`), clip],
    ['TikTok by a German program', lines(semicolons(TIKTOK), `18.11.2026;Garden;${LINK};16.07.2026;533;32;16;191265`), clip],
    ['X with a rounded id', lines(X, `1.953E+18,"Wed, Aug 6, 2025",Hello,${X_LINK},1000,10,25`), post],
    ['X with a date in numbers, told by its id', lines(X, `1953000000000000000,6/8/2025,Hello,${X_LINK},1000,10,25`), post],
    [
      'X with an id made safe by a formula',
      lines(X, `"=""1953000000000000123""","Wed, Aug 6, 2025",Hello,,1000,10,25`),
      { ...post, id: '1953000000000000123' },
    ],
    [
      'LinkedIn with the day first, told by its link',
      lines(LINKEDIN, `One,${ACTIVITY},Organic,4/10/2025,1000,55,10,21,31,Image`),
      update,
    ],
    ['LinkedIn with the month first', lines(LINKEDIN, `One,${ACTIVITY},Organic,10/4/2025,1000,55,10,21,31,Image`), update],
    [
      'Douyin, dates with slashes, percentages of two digits',
      lines(DOUYIN, '一,2026/5/1 10:00,视频,已发布,12000,12.50%,35.10%,5.20%,20.10%,12.5,31,32,33,34,35,36'),
      work,
    ],
    [
      'Douyin in GB18030',
      encoded('gb18030', lines(DOUYIN, '一,2026/5/1 10:00,视频,已发布,12000,12.50%,35.10%,5.20%,20.10%,12.5,31,32,33,34,35,36')),
      work,
    ],
    [
      'Douyin with spaces and grouped thousands',
      lines(DOUYIN, '一 ,2026/5/1 10:00 ,视频,已发布,"12,000 ",12.50 %,35.10%,5.20%,20.10%,12.5秒,31,32,33,34,35,36'),
      { ...work, title: '一 ' },
    ],
    [
      'Douyin shortened to 1.2万',
      lines(DOUYIN, '一,2026-05-01 10:00,视频,已发布,1.2万,12.5%,35.1%,5.2%,20.1%,12.5,31,32,33,34,35,36'),
      work,
    ],
  ])('%s', async (_, content, expected) => {
    const result = await read('a.csv', content);
    expect(short(result)).toEqual([expected]);
    expect(result.skipped.map(({ reason }) => reason).filter((reason) => reason !== 'the total of all rows')).toEqual([]);
    expect(result.unknownColumns).toEqual([]);
  });

  it.each([
    [
      'Japanese',
      'shift_jis',
      'コンテンツ,動画のタイトル,動画公開時刻,長さ,視聴回数,総再生時間（単位: 時間）,インプレッションのクリック率 (%)',
      'ベランダのミント',
    ],
    [
      'Japanese, Unix',
      'euc-jp',
      'コンテンツ,動画のタイトル,動画公開時刻,長さ,視聴回数,総再生時間（単位: 時間）,インプレッションのクリック率 (%)',
      'ベランダのミント',
    ],
    [
      'Korean',
      'euc-kr',
      '콘텐츠,동영상 제목,동영상 게시 시간,길이,조회수,시청 시간(단위: 시간),노출 클릭률 (%)',
      '발코니의 민트',
    ],
    ['Taiwanese', 'big5', '內容,影片標題,影片發布時間,時間長度,觀看次數,觀看時間 (小時),曝光點閱率 (%)', '陽台的薄荷'],
    ['Chinese', 'gbk', '内容,视频标题,视频发布时间,时长,观看次数,观看时长（小时）,展示点击率 (%)', '阳台的薄荷'],
    [
      'Russian',
      'windows-1251',
      'Контент,Название видео,Время публикации видео,Продолжительность,Просмотры,Время просмотра (часы),CTR для значков видео (%)',
      'Мята',
    ],
    [
      'German',
      'windows-1252',
      'Video,Videotitel,Veröffentlichungszeitpunkt des Videos,Dauer,Aufrufe,Wiedergabezeit (Stunden),Klickrate der Impressionen (%)',
      'Küche',
    ],
    [
      'German, Mac',
      'macintosh',
      'Video,Videotitel,Veröffentlichungszeitpunkt des Videos,Dauer,Aufrufe,Wiedergabezeit (Stunden),Klickrate der Impressionen (%)',
      'Küche',
    ],
    [
      'Spanish',
      'windows-1252',
      'Contenido,Título del video,Tiempo de publicación del video,Duración,Vistas,Tiempo de reproducción (horas),Tasa de clics de las impresiones (%)',
      'Año de menta',
    ],
    [
      'Vietnamese',
      'utf-16le',
      'Nội dung,Tiêu đề video,Thời gian xuất bản video,Thời lượng,Số lượt xem,Thời gian xem (giờ),Tỷ lệ nhấp của số lượt hiển thị (%)',
      'Bạc hà',
    ],
  ])('YouTube in %s, saved in %s', async (_, label, header, title) => {
    const table = lines(header, `dQw4w9WgXcQ,${title},"Mar 25, 2023",613,8000,250.25,7.01`);
    const bytes = label === 'utf-16le' ? new Uint8Array(Buffer.from(table, 'utf16le')) : encoded(label, table);
    expect(short(await read('a.csv', bytes))).toEqual([{ ...video, title }]);
  });

  it('Xiaohongshu as CSV: the banner in every cell or in the first, rates as shares or percentages', async () => {
    const banner = '最多导出排序后前1000条笔记';
    const first = lines(`${banner},,,,,,,,,,,,`, XHS, '一,2026/6/25 12:01:35,图文,2920,32,10.6%,4,0,1,0,2,36,0');
    const every = lines(Array(13).fill(banner).join(','), XHS, '一,2026年06月25日12时01分35秒,图文,2920,32,0.106,4,0,1,0,2,36,0');
    const expected = {
      impressions: 2920,
      views: 32,
      clickThroughRate: 0.106,
      likes: 4,
      comments: 0,
      saves: 1,
      followersGained: 0,
      shares: 2,
      averageWatchSeconds: 36,
      bulletComments: 0,
    };
    for (const content of [first, every]) {
      const [reading] = (await read('a.csv', content)).readings;
      expect(reading?.post).toMatchObject({ title: '一', publishedAt: '2026-06-25T12:01:35+08:00', format: 'image' });
      expect(values(reading?.metrics ?? {})).toEqual(expected);
    }
  });
});

describe('left out, with the reason', () => {
  const reasons = async (content: string | Uint8Array) => {
    const { readings, skipped } = await read('a.csv', content);
    return {
      posts: readings.map((reading) => [reading.post.title, reading.post.publishedAt, values(reading.metrics)]),
      reasons: skipped.map(({ reason }) => reason),
    };
  };

  it('a date that may be two days, where no id tells', async () => {
    expect(await reasons(lines(semicolons(STUDIO), 'dQw4w9WgXcQ;Mint;05/03/2023;613;8000;250,25;7,01'))).toEqual({
      posts: [['Mint', null, { views: 8000, watchSeconds: 900_900, clickThroughRate: 0.0701 }]],
      reasons: ['publish time "05/03/2023" is no date that can be read in one way'],
    });
  });

  it('a count that was rounded, and cells that are errors', async () => {
    const read = await reasons(
      lines(DOUYIN, '一,2026-05-01 10:00,视频,已发布,1.2E+05,#DIV/0!,35.1%,5.2%,20.1%,########,31,32,33,34,35,36'),
    );
    const { views, completionRate, averageWatchSeconds, ...rest } = work;
    expect(read.posts).toEqual([['一', work.at, expect.not.objectContaining({ views, completionRate, averageWatchSeconds })]]);
    expect(Object.keys((read.posts[0]?.[2] ?? {}) as object).sort()).toEqual(
      Object.keys(rest)
        .filter((name) => !['id', 'title', 'at', 'precision'].includes(name))
        .sort(),
    );
    expect(read.reasons).toEqual([
      '播放量 "1.2E+05": not a number',
      '完播率 "#DIV/0!": a share without a percent sign',
      '平均播放时长 "########": not a duration',
    ]);
  });

  it('the last cell of a file that ends before the sign all others end with', async () => {
    const bilibili = '视频标题,发布时间,播放量,封标点击率,3秒跳出率,点赞量,投币量,弹幕量,平均播放进度';
    const row = (title: string, share: string) => `${title},2026年06月03日 16:41:25,12345,3.5星,21.5%,456,45,90,${share}`;
    const cut = await reasons(`${bilibili}\n${row('一', '55.9%')}\n${row('二', '55')}`);
    expect(cut.posts.map(([, , figures]) => Object.hasOwn(figures as object, 'averageViewedShare'))).toEqual([true, false]);
    expect(cut.reasons).toEqual(['cut off: "55" is not the whole cell']);
    const whole = await reasons(`${bilibili}\n${row('一', '55.9%')}\n${row('二', '55%')}`);
    expect(whole.reasons).toEqual([]);
  });

  it('no word in the last column, whatever the others are', async () => {
    const table = `${LINKEDIN}\nOne,${ACTIVITY},Organic,10/4/2025,1000,55,10,21,31,Image\nTwo,,Organic,10/5/2025,1000,55,10,21,31,Video`;
    expect((await read('a.csv', table)).readings.map(({ post }) => post.format)).toEqual(['image', 'video']);
    const titles =
      '发布时间,播放量,投币量,弹幕量,视频标题\n2026年06月03日 16:41:25,1,2,3,第1期\n2026年06月04日 16:41:25,1,2,3,番外';
    expect((await read('a.csv', titles)).readings.map(({ post }) => post.title)).toEqual(['第1期', '番外']);
  });

  it('the last figure of a file of ours that ends without a line end', async () => {
    const ours = 'platform,post_id,title,published_at,published_precision,first_seen_at,captured_at,views,likes\r\n';
    const row = 'douyin,1,One,2026-05-25T14:43:00+08:00,minute,,2026-06-01T08:00:00Z,1200,34';
    expect(await reasons(`${ours}${row}`)).toEqual({
      posts: [['One', '2026-05-25T14:43:00+08:00', { views: 1200 }]],
      reasons: ['cut off: "34" may not be the whole cell'],
    });
    expect((await reasons(`${ours}${row}\r\n`)).posts[0]?.[2]).toEqual({ views: 1200, likes: 34 });
  });

  it('a row whose id a program took for a formula', async () => {
    const row = (id: string) => `${id},Mint,"Mar 25, 2023",613,8000,250.25,7.01`;
    const { readings, skipped } = await read('a.csv', lines(STUDIO, row('dQw4w9WgXcQ'), row('AbCdEfGhI_1'), row('#NAME?')));
    expect(readings.map(({ post: { id } }) => id)).toEqual(['dQw4w9WgXcQ', 'AbCdEfGhI_1']);
    expect(skipped.map(({ reason }) => reason)).toEqual(['no video id']);
  });

  it('titles and names whose letters a program did not know; never in a file marked as Unicode', async () => {
    const rows = lines(
      STUDIO,
      'dQw4w9WgXcQ,?????? Mint,"Mar 25, 2023",613,8000,250.25,7.01',
      'AbCdEfGhI_1,Really??,"Mar 25, 2023",613,8000,250.25,7.01',
    );
    const spoiled = await reasons(rows);
    expect(spoiled.posts.map(([title]) => title)).toEqual(['', 'Really??']);
    expect(spoiled.reasons).toEqual([expect.stringMatching(/^"\?{6} Mint" lost its letters/)]);
    expect((await reasons(`\ufeff${rows}`)).posts.map(([title]) => title)).toEqual(['?????? Mint', 'Really??']);
    const own = await read(
      'a.csv',
      lines('platform,account,title,published_at,views', 'douyin,???,??,2026-05-25,3', 'douyin,???,Mint,2026-05-25,4'),
    );
    expect(own.readings.map(({ account, post: { title } }) => [account, title])).toEqual([[null, 'Mint']]);
  });

  it('a column that compares with another time, and shares of likes', async () => {
    const { readings, unknownColumns } = await read(
      'a.csv',
      lines(
        'Content,Video title,Video publish time,Views,Views (previous period),Views change,Likes (vs. dislikes) (%)',
        'dQw4w9WgXcQ,Mint,"Mar 25, 2023",8000,7000,1000,98.5',
      ),
    );
    expect(readings.map(({ metrics }) => values(metrics))).toEqual([{ views: 8000 }]);
    expect(unknownColumns).toEqual(['Views (previous period)', 'Views change']);
  });
});

describe('refused with a sentence', () => {
  it.each([
    [
      'letters that two encodings know',
      Uint8Array.from([...utf8(`${STUDIO}\ndQw4w9WgXcQ,P`), 0xf8, 0xed, ...utf8('klad,"Mar 25, 2023",613,8000,250.25,7.01\n')]),
      /encoding/,
    ],
    [
      'Chinese read as another Chinese',
      new TextDecoder('gbk').decode(utf8(lines(DOUYIN, '薄荷,2026-05-01 10:00,视频,已发布,1,1%,1%,1%,1%,1,1,1,1,1,1,1'))),
      /not a file this version understands/,
    ],
    ['YouTube without ids', lines(STUDIO, 'no,Mint,"Mar 25, 2023",613,8000,250.25,7.01'), /no video ids/],
    [
      'a file cut inside quotes',
      `"Time","Video title","Video link","Post time","Total views"\n"November 18","One","${LINK}","July 16","53`,
      /cut off/,
    ],
    ['X without ids and links', lines('Date,Post text,Impressions,Likes', '"Wed, Aug 6, 2025",Hi,1000,10'), /platform/],
  ])('%s', async (_, content, message) => {
    await expect(read('a.csv', content)).rejects.toThrow(message);
  });
});
