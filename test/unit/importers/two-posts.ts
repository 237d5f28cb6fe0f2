/** Small files of every text format, each with several posts. */
export const FILES: Record<string, string> = {
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
