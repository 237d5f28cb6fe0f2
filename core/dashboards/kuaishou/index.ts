/** Kuaishou creator service. Evidence: `facts/dashboards-china.md` 3; what is not read and why: README.md. */
import { statusOf } from '../../text/status';
import { dateOnPage, firstClock, firstWords } from '../brought';
import { byLabel } from '../cards';
import { attribute, read } from '../fields';
import { byIconFile, cardAroundIcon } from '../icons';
import { totalIn } from '../totals';
import type { Find, PageDefinition, Site } from '../types';

const statisticsArticle: PageDefinition = {
  id: 'kuaishou/statistics-article',
  platform: 'kuaishou',
  url: /^\/statistics\/article\b/,
  layouts: [
    {
      kind: 'cards',
      row: '.article_item',
      fields: { title: '.main .title', publishedAt: '.main .desc', status: '.photo-status-tags' },
      figures: { item: '.data_table .data_item', name: byLabel('.data_item_name'), value: '.data_item_value' },
    },
    // No class is known: the words are.
    { kind: 'text', anchor: /^发布于/, figures: 'labels', titleAtDate: true, furniture: /^(?:查看详情|详情|数据详情|更多)$/ },
  ],
  total: totalIn('.el-pagination__total', /^共\s*([\d,]+)\s*[条个]/),
  empty: /^(?:暂无|还没有)(?:公开|相关)?(?:作品|视频|数据)\S{0,4}$/,
};

const byIcon = byIconFile({ 'icon-play': 'views', 'icon-comment': 'comments', 'icon-like': 'likes' });

/** The key in the cover's address is the post's public id. */
const keyOf = attribute('img[src*="clientCacheKey="]', 'src', /[?&]clientCacheKey=([\w-]+)/);
const addressOf: Find = (card, look) => {
  const key = read(card, keyOf, look);
  return key && `https://www.kuaishou.com/short-video/${key}`;
};
const firstStatus: Find = (card, look) => look.sight.lines(card).find((line) => statusOf(line) !== null) ?? null;
const ICON_ITEM = ':has(> img[src*="icon"])';

const manageVideo: PageDefinition = {
  id: 'kuaishou/manage-video',
  platform: 'kuaishou',
  url: /^\/article\/manage\/video\b/,
  layouts: [
    {
      kind: 'cards',
      row: '.video-item',
      fields: {
        id: keyOf,
        url: addressOf,
        title: '.video-item__detail__row__title',
        publishedAt: '.video-item__detail__row__date',
        status: '.video-item__detail__row__status',
        duration: '.video-item__cover__duration',
      },
      figures: {
        item: '.video-item__detail__row__label',
        // The order of the three has changed at least once; the file name of the icon has not.
        name: byIcon,
      },
    },
    // No class is known: the icons' files are.
    {
      kind: 'cards',
      row: ICON_ITEM,
      climb: cardAroundIcon(ICON_ITEM, byIcon, 3, dateOnPage),
      fields: {
        id: keyOf,
        url: addressOf,
        title: firstWords,
        publishedAt: dateOnPage,
        duration: firstClock,
        status: firstStatus,
      },
      figures: { item: ICON_ITEM, name: byIcon },
    },
  ],
  total: totalIn('.works-manage__status__count', /^共\s*([\d,]+)\s*个作品$/),
  empty: /^(?:暂无|还没有)(?:相关)?(?:作品|视频)\S{0,4}$/,
};

/** Where a post is picked whose comments are shown. Of the comments themselves nothing is read. */
const comments: PageDefinition = {
  id: 'kuaishou/comments',
  platform: 'kuaishou',
  url: /^\/article\/comment\b/,
  shared: true,
  layouts: [
    {
      kind: 'cards',
      row: '.video-info__content',
      fields: { title: '.video-info__content__title', publishedAt: '.video-info__content__date' },
      figures: { item: '.video-info__content__detail :has(> img)', name: byIcon },
    },
  ],
  defaults: { status: 'published' },
};

export const kuaishou: Site = {
  platform: 'kuaishou',
  pages: [statisticsArticle, manageVideo, comments],
};
