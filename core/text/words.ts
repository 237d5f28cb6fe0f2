/**
 * What dashboards and export files call things in Chinese and English (`facts/dashboards-*.md`, `facts/export-headers.txt`, and the
 * platforms' widely known wording). The words of other languages stand in `languages.ts`. A platform's own words come first: 喜欢 is a
 * like on Channels, 收藏 a save on Bilibili, "Bookmarks" a save on X. Only whole labels match: 粉丝占比, 条均点赞 or 点赞率 are not likes.
 */
import type { AccountMetricName, MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';

type Words = Partial<Record<MetricName, string>>;
export type Field = 'title' | 'id' | 'url' | 'publishedAt' | 'status' | 'format' | 'duration' | 'account' | 'tags';

/**
 * Words as labels are compared (`normal` in `dictionary.ts`), with `|` between them: lower case, without hyphens, quotes and other
 * decoration.
 */
export interface Labels {
  metrics: Words;
  /** What a word means on one platform only. An empty list takes a common meaning away. */
  platforms: Partial<Record<Platform, Words>>;
  /** Labels of figures that look like a metric and are none of the vocabulary's, or that belong to a part of the audience only. */
  ignored: string;
  fields: Partial<Record<Field, string>>;
  /** Account-level words that are no metric of a post. */
  account: Partial<Record<AccountMetricName, string>>;
}

export const CHINESE_AND_ENGLISH: Labels = {
  metrics: {
    views:
      '视频观看|视频播放|播放|观看|阅读|浏览|視頻播放量|觀看次數|瀏覽次數|觀看數|点阅|views|view|video views|video view|post views|plays|total views|total plays|view count|視聴|視聴数|視聴回数|閲覧|再生数|再生回数|表示回数',
    impressions: '曝光|展示|展现量|impressions|thumbnail impressions|post impressions|曝光次数|曝光次數',
    reach: '覆盖的账户|触达的账户|覆盖|覆盖人数|触达|触达人数|觸及人數|reach|accounts reached|members reached|people reached',
    viewers: '观看者|浏览者|觀看者|独立观看者|唯一身份观看者|观看人数|观众人数|觀眾人數|viewers|unique viewers|閲覧者|視聴者',
    engagedViews: 'engaged views|有效观看次数|互动观看次数',
    likes:
      '点赞和心情|赞和心情|按讚數和心情|点赞|赞|获赞|獲讚|讚|按讚數|喜欢|喜歡|likes|like|total likes|like count|likes and reactions|reactions|獲讚數和心情數|获赞数和心情数|高評価',
    dislikes: '踩|点踩|不喜欢|不喜歡|dislikes|低評価',
    comments: '新增评论|添加的评论|评论|留言|回應|評論|comments|comment|total comments|comments added|comment count',
    replies: '回复|回覆|replies|reply|返信',
    saves:
      '收藏|珍藏|儲存|saves|saved|save|favorites|favourites|bookmarks|bookmark|total bookmarks|add to favorites|total favorites|保存',
    shares: '分享|转发|轉發|shares|share|total shares|sends|sends on linkedin|共有',
    reposts: '转帖|转推|轉發貼文|reposts|repost|retweets|retweet',
    bulletComments: '弹幕|彈幕|danmaku|danmu',
    coins: '投币|硬币|coins',
    interactions: '互动|互動|interactions|engagements|total interactions|post interactions',
    followersGained:
      '新增订阅人数|新增订阅者|追蹤|涨粉|粉丝增量|吸粉|新增粉丝|净增粉丝数|新增关注|新增关注者|新粉絲|新增粉絲|new followers|followers gained|follows|new follows|subscribers gained|new subscribers|followers gained from this post',
    followersLost: '流失的订阅人数|流失订阅者|取关|取消关注|掉粉|unfollows|followers lost|lost followers|subscribers lost',
    followersNet: 'subscribers (net)|subscribers net|net followers|net subscribers|净增粉丝|粉丝净增|净增粉|淨增粉絲',
    profileVisits:
      '主页访问|主页访客|主页浏览|主頁瀏覽|个人主页访问|profile visits|profile views|profile clicks|user profile clicks|profile viewers from this post',
    linkClicks: '链接点击|連結點擊次數|link clicks|url clicks|external link taps|website taps',
    newViewers: 'new viewers|新观众|新观看者',
    returningViewers: 'returning viewers|回访观众|回头观众',
    clickThroughRate:
      '点击率|封面点击率|封标点击率|曝光点击率|封面點擊率|點閱率|曝光點閱率|展示点击率|缩略图点击率|click through rate|click through rate (ctr)|ctr|impressions click through rate|thumbnail click through rate|impressions ctr',
    completionRate:
      '完整观看视频|观看完整视频|看完视频|完播率|播放完成率|完整播放率|看完率|watched full video|full video watched|completion rate|video completion rate|視聴完了率',
    completionRate5s: '5s完播率|5秒完播率|5 秒完播率',
    exitRate2s: '2s跳出率|2秒跳出率|2 秒跳出率',
    exitRate3s: '3s跳出率|3秒跳出率|3 秒跳出率',
    averageViewedShare:
      '平均观看百分比|平均播放占比|平均播放进度|平均播放百分比|平均觀看比例|平均观看比例|average percentage viewed|average view percentage|平均視聴率',
    stayedToWatchRate: 'stayed to watch|viewed (vs swiped away)|継続視聴|续看率|持续观看',
    engagementRate: '互动率|互動率|engagement rate',
    swipeAwayRate: '划走率|滑走率|swiped away',
    averageWatchSeconds:
      '平均播放时长|平均观看时长|人均观看时长|平均播放時長|平均觀看時間長度|平均观看时间|平均播放时间|average watch time|average view duration|avg watch time|average play time|avg view duration|平均視聴時間|動画平均再生時間|平均再生時間',
    watchSeconds:
      '总播放时长|播放总时长|观看时长|总观看时长|觀看時間|观看时间|總播放時間|watch time|total play time|total watch time|play time|総再生時間|動画再生時間|再生時間',
    revenue:
      '收入|收益|预估收入|預估收益|estimated revenue|your estimated revenue|revenue|earnings|est rewards|estimated rewards|推定収益|収益',
    coverStars: '封标点击率星级|封面星级|封标星级',
  },
  platforms: {
    channels: {
      recommends: '推荐',
      followersGained: '关注',
    },
    bilibili: {
      coverStars: '封标点击率',
    },
    weibo: {
      reposts: '转发',
    },
    youtube: {
      followersNet: 'subscribers|订阅人数|订阅者|订阅者人数|訂閱人數',
    },
    tiktok: {
      impressions: '',
    },
    x: {
      shares: 'shares|share|shared|共有',
      saves: 'bookmarks|书签|書籤',
    },
    linkedin: {
      shares: 'sends|sends on linkedin',
      interactions: 'engagements|social engagements',
    },
    facebook: {
      followersGained: 'follows|关注|net follows',
    },
    instagram: {
      followersGained: 'follows|关注',
    },
  },
  ignored:
    '操作|actions|action|管理|序号|#|粉丝占比|粉丝|粉丝播放占比|游客播放占比|粉丝观看率|粉丝点击率|游客点击率|粉丝3秒跳出率|游客3秒跳出率|粉丝互动率|游客互动率|播转粉率|点赞率|评论率|弹幕率|收藏率|投币率|转发率|分享率|文案展开率|平均浏览图片|平均浏览图片数|转发聊天和朋友圈|设为铃声|设为状态|设为朋友圈封面|企微链接点击次数|企微链接点击人数|添加到通讯录次数|添加到通讯录人数|周期内投稿量|条均点击率|条均5s完播率|条均2s跳出率|条均播放时长|播放量中位数|条均点赞数|条均评论量|条均分享量|data comment|average views per viewer|regular viewers|hypes|hype points|likes (vs dislikes)|post subscribers|shown in feed|3 second views|media views|detail expands|hashtag clicks|permalink clicks|offsite views|clicks|campaign name|posted by|campaign start date|campaign end date|audience|profile activity|accounts engaged|total followers|followers|restrictions|限制|限制条件|制限',
  fields: {
    title:
      '标题|作品|作品名称|作品标题|作品描述|作品信息|视频标题|视频描述|笔记标题|笔记|笔记基础信息|内容|視頻|视频|帖子|標題|title|video title|video|content|post|posts|post text|post title|tweet text|description|caption|name|動画|説明|投稿|publication|影片標題',
    id: '视频id|作品id|笔记id|id|post id|tweet id|video id|content id|投稿id|bvid|bv号',
    url: '链接|作品链接|视频链接|笔记链接|url|link|permalink|video link|post link|post url|tweet permalink|url post',
    publishedAt:
      '发布时间|首次发布时间|发布日期|投稿时间|上传时间|创建时间|时间|發布時間|發佈時間|發布日期|發佈日期|日期|date|date published|published|publish time|post time|posted|video publish time|created date|post publish date|time posted|published at|公開日|公開時間|公開時刻|動画公開時刻|投稿日時|日付|投稿日|data|视频发布时间|影片發布時間|date posted|publication date|上传日期',
    status:
      '状态|审核状态|发布状态|作品状态|可见性|公开范围|公开设置|隐私|隐私设置|瀏覽權限|狀態|隱私|status|visibility|privacy|公開設定|公開範囲',
    format: '体裁|类型|作品类型|笔记类型|笔记体裁|內容類型|類型|type|post type|content type|format|種類',
    duration: '时长|作品时长|视频时长|時長|duration|length|duration (sec)|時間|時間(秒)|時間長度',
    account: '账号|账号名称|帐号|帳號|account|account name|account username|account id',
    tags: '标签|话题|標籤|tags|hashtags',
  },
  account: {
    followers:
      '粉丝|粉丝数|粉丝量|总粉丝数|粉丝总数|关注者|关注者总数|粉絲|粉絲數|followers|total followers|subscribers|total subscribers|current subscribers|follower',
    following: '关注|关注数|正在关注|following',
    posts: '作品|作品数|作品总数|发布作品数|笔记数|视频数|投稿量|posts|videos|投稿数|publications',
  },
};
