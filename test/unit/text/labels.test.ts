import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../core/model/platforms';
import { accountMetricOfLabel, fieldOfLabel, metricOfLabel } from '../../../core/text/labels';
import { formatOf, statusOf } from '../../../core/text/status';

describe('labels of metrics', () => {
  test.each<[string, Platform | null, string]>([
    ['播放量', 'douyin', 'views'],
    ['播放', 'douyin', 'views'],
    ['完播率', 'douyin', 'completionRate'],
    ['5s完播率', 'douyin', 'completionRate5s'],
    ['封面点击率', 'douyin', 'clickThroughRate'],
    ['2s跳出率', 'douyin', 'exitRate2s'],
    ['2秒跳出率', 'douyin', 'exitRate2s'],
    ['平均播放时长', 'douyin', 'averageWatchSeconds'],
    ['主页访问量', 'douyin', 'profileVisits'],
    ['主页访问', 'douyin', 'profileVisits'],
    ['粉丝增量', 'douyin', 'followersGained'],
    ['吸粉量', 'douyin', 'followersGained'],
    ['划走率', 'douyin', 'swipeAwayRate'],
    ['平均播放占比', 'douyin', 'averageViewedShare'],
    ['涨粉', 'xiaohongshu', 'followersGained'],
    ['曝光', 'xiaohongshu', 'impressions'],
    ['观看', 'xiaohongshu', 'views'],
    ['人均观看时长', 'xiaohongshu', 'averageWatchSeconds'],
    ['弹幕', 'xiaohongshu', 'bulletComments'],
    ['涨粉量', 'kuaishou', 'followersGained'],
    ['喜欢', 'channels', 'likes'],
    ['推荐', 'channels', 'recommends'],
    ['关注', 'channels', 'followersGained'],
    ['收藏', 'bilibili', 'saves'],
    ['转发', 'bilibili', 'shares'],
    ['转发', 'weibo', 'reposts'],
    ['投币量', 'bilibili', 'coins'],
    ['封标点击率', 'bilibili', 'coverStars'],
    ['取关量', 'bilibili', 'followersLost'],
    ['平均播放进度', 'bilibili', 'averageViewedShare'],
    ['Views', 'youtube', 'views'],
    ['Auf\u00adru\u00adfe', 'youtube', 'views'],
    ['Thumbnail impressions', 'youtube', 'impressions'],
    ['Thumbnail click-through rate (%)', 'youtube', 'clickThroughRate'],
    ['Klickrate der Impressionen (%)', 'youtube', 'clickThroughRate'],
    ['インプレッションのクリック率 (%)', 'youtube', 'clickThroughRate'],
    ['Watch time (hours)', 'youtube', 'watchSeconds'],
    ['総再生時間（単位: 時間）', 'youtube', 'watchSeconds'],
    ['Wiedergabezeit (Stunden)', 'youtube', 'watchSeconds'],
    ['Tempo de exibição (horas)', 'youtube', 'watchSeconds'],
    ['Average percentage viewed (%)', 'youtube', 'averageViewedShare'],
    ['Stayed to watch (%)', 'youtube', 'stayedToWatchRate'],
    ['Viewed (vs. swiped away) (%)', 'youtube', 'stayedToWatchRate'],
    ['Subscribers', 'youtube', 'followersNet'],
    ['Subscribers gained', 'youtube', 'followersGained'],
    ['Suscriptores perdidos', 'youtube', 'followersLost'],
    ['推定収益 (JPY)', 'youtube', 'revenue'],
    ['コメントの追加回数', 'youtube', 'comments'],
    ['Watched full video', 'tiktok', 'completionRate'],
    ['Tổng thời gian phát', 'tiktok', 'watchSeconds'],
    ['新規フォロワー数', 'tiktok', 'followersGained'],
    ['「いいね！」とリアクション', 'facebook', 'likes'],
    ['閲覧数', 'instagram', 'views'],
    ['覆盖人数', 'facebook', 'reach'],
    ['获赞数和心情数', 'facebook', 'likes'],
    ['いいね！の数', 'instagram', 'likes'],
    ['„Gefällt mir“-Angaben', 'instagram', 'likes'],
    ['Gespeicherte Beiträge', 'instagram', 'saves'],
    ['Bookmarks', 'x', 'saves'],
    ['共有された回数', 'x', 'shares'],
    ['Reposts', 'x', 'reposts'],
    ['Engagements', 'x', 'interactions'],
    ['URL Clicks', 'x', 'linkClicks'],
    ['Sends on LinkedIn', 'linkedin', 'shares'],
    ['Reactions', 'linkedin', 'likes'],
    ['Utenti raggiunti', 'linkedin', 'reach'],
    ['Weergaven', 'linkedin', 'impressions'],
    [' ＶＩＥＷＳ： ', null, 'views'],
  ])('%j on %s is %s', (label, platform, metric) => expect(metricOfLabel(label, platform)).toBe(metric));

  test.each<[string, Platform | null]>([
    ['粉丝占比', 'xiaohongshu'],
    ['粉丝', 'xiaohongshu'],
    ['条均点赞数', 'douyin'],
    ['播放量中位数', 'douyin'],
    ['平均浏览图片数', 'douyin'],
    ['文案展开率', 'douyin'],
    ['点赞率', 'bilibili'],
    ['播转粉率', 'bilibili'],
    ['粉丝3秒跳出率', 'bilibili'],
    ['转发聊天和朋友圈', 'channels'],
    ['Likes (vs. dislikes) (%)', 'youtube'],
    ['Likes (%)', 'youtube'],
    ['Views (%)', null],
    ['Average views per viewer', 'youtube'],
    ['3-second views', 'facebook'],
    ['Media views', 'x'],
    ['Followers', 'instagram'],
    ['推荐', 'douyin'],
    ['', null],
    ['Impressions.Likes', 'x'],
  ])('%j on %s is no metric', (label, platform) => expect(metricOfLabel(label, platform)).toBeNull());
});

describe('other headers', () => {
  test.each([
    ['作品名称', 'title'],
    ['Video title', 'title'],
    ['タイトル', 'title'],
    ['Publish time', 'publishedAt'],
    ['Video publish time', 'publishedAt'],
    ['Ver­öf­fent­li­chungs­zeit­punkt des Vi­de­os', 'publishedAt'],
    ['公開時間', 'publishedAt'],
    ['审核状态', 'status'],
    ['隐私', 'status'],
    ['Permalink', 'url'],
    ['Post ID', 'id'],
    ['Post type', 'format'],
    ['Duration (sec)', 'duration'],
    ['時間(秒)', 'duration'],
    ['操作', 'ignored'],
    ['点赞率', 'ignored'],
    ['3-second views', 'ignored'],
    ['Qux', null],
  ])('%j is %j', (label, field) => expect(fieldOfLabel(label)).toBe(field));

  test('account figures', () => {
    expect(accountMetricOfLabel('粉丝数', 'douyin')).toBe('followers');
    expect(accountMetricOfLabel('Total followers', 'instagram')).toBe('followers');
    expect(accountMetricOfLabel('粉丝增量', 'douyin')).toBe('followersGained');
    expect(accountMetricOfLabel('Comments', 'instagram')).toBeNull();
  });
});

describe('status and format', () => {
  test.each([
    ['已发布', 'published'],
    ['审核中', 'inReview'],
    ['未通过', 'rejected'],
    ['仅自己可见', 'private'],
    ['Only me', 'private'],
    ['Everyone', 'published'],
    ['待发布', 'scheduled'],
    ['Scheduled', 'scheduled'],
    ['Entwurf', 'draft'],
    ['非公開', 'private'],
    ['공개', 'published'],
    ['Processing abandoned', 'rejected'],
    ['Unlisted', null],
    ['不公开列出', null],
    ['需优化', null],
    ['', null],
  ])('%j is %j', (text, status) => expect(statusOf(text)).toBe(status));

  test.each([
    ['图文', 'image'],
    ['视频', 'video'],
    ['IG reel', 'short'],
    ['IGリール動画', 'short'],
    ['Carousel', 'image'],
    ['直播', 'live'],
    ['Story', null],
  ])('%j is %j', (text, format) => expect(formatOf(text)).toBe(format));
});
