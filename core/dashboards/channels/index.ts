/**
 * WeChat Channels assistant. The page lives in the open shadow root of the visible `wujie-app`; its card classes are not known, so the
 * text is read. Evidence: `facts/dashboards-china.md` 4, `facts/visible-texts.md`; what is not read and why: README.md.
 */
import { plainDigits } from '../../text/clean';
import { figureWords } from '../../text/figures';
import { accountFigures } from '../account';
import { totalInText } from '../totals';
import type { Find, PageDefinition, Site, TextLayout } from '../types';

/** The five bare numbers of a card: plays, 推荐, comments, shares, 喜欢 (verified by readers of the live page). */
const list: TextLayout = {
  kind: 'text',
  wholeText: true,
  figures: ['views', 'recommends', 'comments', 'shares', 'likes'],
  furniture:
    /^(?:置顶|取消置顶|分享|弹幕管理|评论管理|修改描述和封面|可见权限|删除|数据|更多|已声明原创|原创|编辑|定时发表|视频|图文)$/,
};
const layouts = [list];

const about = {
  platform: 'channels',
  shadow: 'wujie-app',
  frames: 'iframe[name="content"]',
  account: '.finder-nickname',
} as const;

const postList: PageDefinition = {
  ...about,
  id: 'channels/post-list',
  url: /^\/(?:platform|micro\/content)\/post\/list\b/,
  layouts,
  defaults: { status: 'published', format: 'video' },
  total: totalInText(/^视频\s*[（(]\s*([\d,]+)\s*[)）]$/),
  empty: /^(?:暂无|还没有)(?:视频|动态|内容|作品)\S{0,4}$/,
};

const imageList: PageDefinition = {
  ...about,
  id: 'channels/image-list',
  url: /^\/(?:platform|micro\/content)\/post\/finderNewLifePostList\b/,
  layouts,
  defaults: { status: 'published', format: 'image' },
  total: totalInText(/^图文\s*[（(]\s*([\d,]+)\s*[)）]$/),
  empty: /^(?:暂无|还没有)(?:图文|动态|内容|作品)\S{0,4}$/,
};

const statisticPost: PageDefinition = {
  ...about,
  id: 'channels/statistic-post',
  url: /^\/(?:platform|micro)\/statistic\/post\b/,
  layouts: [{ kind: 'table', plain: true, words: { 详情: 'ignored' } }],
  defaults: { format: 'video' },
};

/** Words without a number are no figure; a number that is masked (`10万+`) is refused with its words. */
const commentsOf: Find = (item, look) => {
  const text = look.sight.text(item);
  return figureWords(text, look) ?? (/\d/.test(plainDigits(text)) ? text : null);
};

/** Beside the comments stand the posts, each with how many it has. Of the comments themselves nothing is read. */
const comments: PageDefinition = {
  ...about,
  id: 'channels/comments',
  url: /^\/(?:platform|micro\/interaction)\/comment\b/,
  shared: true,
  layouts: [
    {
      kind: 'cards',
      row: '.feeds-container .comment-feed-wrap',
      fields: { title: '.feed-title', publishedAt: '.feed-time' },
      figures: { item: '.feed-comment-total', name: () => 'comments', value: commentsOf },
    },
  ],
  defaults: { status: 'published' },
};

/** The menu may change the view while the address stays that of the home page. */
const HOME = /^\/platform\/?(?:[?#]|$)/;
const anyList: PageDefinition = { ...postList, url: HOME, shared: true, defaults: { status: 'published' } };
const anyStatistic: PageDefinition = { ...statisticPost, url: HOME, shared: true };
const home: PageDefinition = {
  id: 'channels/home',
  platform: 'channels',
  url: HOME,
  shared: true,
  account: '.finder-nickname',
  layouts: [],
  accountReadings: accountFigures({ 关注者: 'followers', 视频: 'posts' }, { beside: '.finder-nickname' }),
};

export const channels: Site = {
  platform: 'channels',
  pages: [postList, imageList, statisticPost, comments, anyList, anyStatistic, home],
};
