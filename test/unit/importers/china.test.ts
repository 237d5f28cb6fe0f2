import { describe, expect, it } from 'vitest';
import { csv, read, short, utf8, xlsx } from './make';

describe('Xiaohongshu 笔记列表明细表.xlsx', () => {
  const banner = Array.from({ length: 13 }, () => '最多导出排序后前1000条笔记');
  const header = [
    '笔记标题',
    '首次发布时间',
    '体裁',
    '曝光',
    '观看量',
    '封面点击率',
    '点赞',
    '评论',
    '收藏',
    '涨粉',
    '分享',
    '人均观看时长',
    '弹幕',
  ];
  const rows = [
    ['窗边的小番茄', '2026年06月25日12时01分35秒', '图文', 292, 32, 0.106, 4, 0, 1, 0, 2, 36, 0],
    ['一分钟学会扦插', '2026年06月24日08时30分00秒', '视频', 3041, 590, 0.053, 25, 1, 14, 18, 4, 6.5, 0],
  ];
  const expected = [
    {
      id: null,
      title: '窗边的小番茄',
      at: '2026-06-25T12:01:35+08:00',
      precision: 'second',
      impressions: 292,
      views: 32,
      clickThroughRate: 0.106,
      likes: 4,
      comments: 0,
      saves: 1,
      followersGained: 0,
      shares: 2,
      averageWatchSeconds: 36,
      bulletComments: 0,
    },
    {
      id: null,
      title: '一分钟学会扦插',
      at: '2026-06-24T08:30:00+08:00',
      precision: 'second',
      impressions: 3041,
      views: 590,
      clickThroughRate: 0.053,
      likes: 25,
      comments: 1,
      saves: 14,
      followersGained: 18,
      shares: 4,
      averageWatchSeconds: 6.5,
      bulletComments: 0,
    },
  ];

  it('skips the banner, reads the fraction as a share and China time in any zone', async () => {
    const result = await read('笔记列表明细表.xlsx', xlsx({ Sheet1: [banner, header, ...rows] }), { zone: 'America/New_York' });
    expect(result.format).toBe('import/xiaohongshu-notes');
    expect(short(result)).toEqual(expected);
    expect(result.readings.map((one) => [one.platform, one.page, one.post.format])).toEqual([
      ['xiaohongshu', 'import/xiaohongshu-notes', 'image'],
      ['xiaohongshu', 'import/xiaohongshu-notes', 'video'],
    ]);
    expect(result.skipped).toEqual([]);
    expect(result.unknownColumns).toEqual([]);
  });

  it('reads its twin as CSV, columns in another order, one missing, one more', async () => {
    const order = [3, 0, 1, 4, 2, 6];
    const table = [header, ...rows].map((row) => [...order.map((at) => row[at] ?? ''), row === header ? '新指标' : 'x']);
    const result = await read('a.csv', `\uFEFF${csv(table)}`);
    expect(short(result)).toEqual(
      expected.map(({ id, title, at, precision, impressions, views, likes }) => ({
        id,
        title,
        at,
        precision,
        impressions,
        views,
        likes,
      })),
    );
    expect(result.unknownColumns).toEqual(['新指标']);
  });

  it('reads it as Chinese Excel saves it (GB18030)', async () => {
    // 笔记标题,首次发布时间,观看量,点赞 / 薄荷,2026年06月25日12时01分35秒,32,4
    const gb = Uint8Array.from(
      Buffer.from(
        'b1cabcc7b1eacce22ccad7b4ceb7a2b2bccab1bce42cb9dbbfb4c1bf2cb5e3d4de0ab1a1bac92c32303236c4ea3036d4c23235c8d53132cab13031b7d63335c3eb2c33322c340a',
        'hex',
      ),
    );
    expect(short(await read('a.csv', gb))).toEqual([
      { id: null, title: '薄荷', at: '2026-06-25T12:01:35+08:00', precision: 'second', views: 32, likes: 4 },
    ]);
  });
});

describe('Douyin 作品列表.xlsx', () => {
  it('reads both variants', async () => {
    const old = await read(
      '作品列表.xlsx',
      xlsx({
        Sheet1: [
          [
            '作品名称',
            '发布时间',
            '体裁',
            '审核状态',
            '播放量',
            '完播率',
            '5s完播率',
            '封面点击率',
            '2s跳出率',
            '平均播放时长',
            '点赞量',
            '分享量',
            '评论量',
            '收藏量',
            '主页访问量',
            '粉丝增量',
          ],
          [
            '阳台搭架子',
            '2026-05-25 14:43:09',
            '视频',
            '通过',
            '13',
            '7.69%',
            '31.58%',
            '-',
            '36.84%',
            '16秒',
            '0',
            '1',
            '2',
            '3',
            '4',
            '-2',
          ],
        ],
      }),
    );
    expect(old.format).toBe('import/douyin-works');
    expect(short(old)).toEqual([
      {
        id: null,
        title: '阳台搭架子',
        at: '2026-05-25T14:43:09+08:00',
        precision: 'second',
        views: 13,
        completionRate: 0.0769,
        completionRate5s: 0.3158,
        exitRate2s: 0.3684,
        averageWatchSeconds: 16,
        likes: 0,
        shares: 1,
        comments: 2,
        saves: 3,
        profileVisits: 4,
      },
    ]);
    expect(old.readings[0]?.post).toMatchObject({ format: 'video', status: 'published', statusText: '通过' });
    expect(old.skipped).toEqual([{ line: 2, reason: expect.stringContaining('粉丝增量') }]);

    const newer = await read(
      '作品列表.xlsx',
      xlsx({
        Sheet1: [
          [
            '作品名称',
            '发布时间',
            '体裁',
            '发布状态',
            '播放量',
            '完播率',
            '5s完播率',
            '作品时长',
            '2s跳出率',
            '平均播放时长',
            '点赞量',
            '评论量',
            '分享量',
            '收藏量',
            '主页访问量',
            '粉丝增量',
          ],
          ['修剪薄荷', '2026-08-08 12:09:00', '视频', '已发布', 169, 0.019, 0.3, 41, 0.5732, 6.85, 4, 0, 2, 1, 0, 2],
        ],
      }),
    );
    expect(short(newer)).toEqual([
      {
        id: null,
        title: '修剪薄荷',
        at: '2026-08-08T12:09:00+08:00',
        precision: 'second',
        views: 169,
        completionRate: 0.019,
        completionRate5s: 0.3,
        exitRate2s: 0.5732,
        averageWatchSeconds: 6.85,
        likes: 4,
        comments: 0,
        shares: 2,
        saves: 1,
        profileVisits: 0,
        followersGained: 2,
      },
    ]);
    expect(newer.readings[0]?.post.durationSeconds).toBe(41);
  });
});

describe('Bilibili 近期稿件对比.csv', () => {
  const header =
    '视频标题,发布时间,播放量,游客播放占比,粉丝观看率,封标点击率,粉丝点击率,游客点击率,3秒跳出率,粉丝3秒跳出率,游客3秒跳出率,互动率,粉丝互动率,游客互动率,涨粉量,播转粉率,取关量,点赞量,点赞率,评论量,评论率,弹幕量,弹幕率,收藏量,收藏率,投币量,投币率,转发量,转发率,平均播放进度';
  it('reads stars as stars, shares of parts of the audience not at all', async () => {
    const row =
      '种薄荷的一年,2026年06月03日 16:41:25,12345,55.9%,3.1%,3.5星,4%,2%,21.5%,10%,30%,6.1%,9%,5%,12,0.1%,3,456,3.7%,78,0.6%,90,0.7%,123,1%,45,0.4%,67,0.5%,48.2%';
    const result = await read('近期稿件对比.csv', `\uFEFF${header}\n${row}\n`);
    expect(result.format).toBe('import/bilibili-comparison');
    expect(short(result)).toEqual([
      {
        id: null,
        title: '种薄荷的一年',
        at: '2026-06-03T16:41:25+08:00',
        precision: 'second',
        views: 12345,
        coverStars: 3.5,
        exitRate3s: 0.215,
        engagementRate: 0.061,
        followersGained: 12,
        followersLost: 3,
        likes: 456,
        comments: 78,
        bulletComments: 90,
        saves: 123,
        coins: 45,
        shares: 67,
        averageViewedShare: 0.482,
      },
    ]);
    expect(result.skipped).toEqual([]);
    expect(result.unknownColumns).toEqual([]);
  });
  it('takes no star rating where the column holds a share', async () => {
    const result = await read(
      'b.csv',
      '视频标题,发布时间,播放量,封标点击率,投币量,弹幕量\n薄荷,2026年06月03日 16:41:25,10,3.5%,1,2\n',
    );
    expect(short(result)).toMatchObject([{ clickThroughRate: 0.035, coins: 1 }]);
  });
});

describe('WeChat Channels 动态数据明细.csv', () => {
  it('tells likes from recommendations and keeps its ids and days', async () => {
    const result = await read(
      '动态数据明细.csv',
      utf8(
        '\uFEFF视频描述,视频ID,发布时间,完播率,平均播放时长,播放量,推荐,喜欢,评论量,分享量,关注量,转发聊天和朋友圈,设为铃声,设为状态,设为朋友圈封面\r\n"春天，第一茬\n薄荷",export/UzFfAgtgekIEAQAAAAAA,2026/07/24,20%,12秒,598,3,10,1,6,2,5,0,0,0\r\n',
      ),
    );
    expect(result.format).toBe('import/channels-posts');
    expect(short(result)).toEqual([
      {
        id: 'export/UzFfAgtgekIEAQAAAAAA',
        title: '春天，第一茬\n薄荷',
        at: '2026-07-24T00:00:00+08:00',
        precision: 'day',
        completionRate: 0.2,
        averageWatchSeconds: 12,
        views: 598,
        recommends: 3,
        likes: 10,
        comments: 1,
        shares: 6,
        followersGained: 2,
      },
    ]);
    expect(result.unknownColumns).toEqual([]);
  });
});

describe('Kuaishou', () => {
  it('reads a table in the words of its analysis page', async () => {
    const result = await read(
      '作品.csv',
      '作品名称,发布时间,播放量,完播率,点赞量,评论量,收藏量,涨粉量\n浇水,2026-05-28 09:03:19,"2,940",--,3,41,0,0\n',
    );
    expect(result.readings[0]?.platform).toBe('kuaishou');
    expect(short(result)).toEqual([
      {
        id: null,
        title: '浇水',
        at: '2026-05-28T09:03:19+08:00',
        precision: 'second',
        views: 2940,
        likes: 3,
        comments: 41,
        saves: 0,
        followersGained: 0,
      },
    ]);
  });
});
