/** Douyin creator centre. Evidence: `facts/dashboards-china.md` 1, `facts/visible-texts.md`; what is not read and why: README.md. */
import { accountFigures } from '../account';
import { accountBreakdowns } from '../audience';
import { curveOf, dateOnPage, onePost, titleOnPage } from '../brought';
import { byLabel } from '../cards';
import { firstTotal, totalIn, totalInText } from '../totals';
import type { PageDefinition, Site } from '../types';

const contentList: PageDefinition = {
  id: 'douyin/content-list',
  platform: 'douyin',
  url: /^\/creator-micro\/data-center\/content\b/,
  layouts: [
    {
      kind: 'table',
      // Other captions of the page repeat titles and dates; these stand in the row's first cell.
      fields(row, { sight }) {
        const info = sight.first(row, '[class*="workTitle-"]');
        if (!info) return {};
        const date = sight.first(info, '[class*="date-"]');
        const tags = date && sight.first(date, '[class*="tags-"]');
        let title = info.firstElementChild;
        while (title && ((date && title.contains(date)) || !sight.visible(title))) title = title.nextElementSibling;
        const tag = tags ? sight.text(tags) : '';
        return {
          title: title ? sight.text(title) : sight.text(info, '[class*="date-"]'),
          ...(date ? { publishedAt: sight.own(date) || sight.text(date, '[class*="tags-"]') } : {}),
          ...(tag ? { tags: tag, format: /视频$|图文$|图集$/.exec(tag)?.[0] ?? '' } : {}),
        };
      },
    },
  ],
  empty: /^(?:暂无|还没有)(?:投稿|作品)\S{0,6}$/,
  // The means and medians beside it are no figures of the account.
  accountReadings: accountFigures(
    { 周期内投稿量: 'posts' },
    { beside: '[id^="semiTabPanel"]', period: ['input[placeholder="开始日期"]', 'input[placeholder="结束日期"]'] },
  ),
};

const contentManage: PageDefinition = {
  id: 'douyin/content-manage',
  platform: 'douyin',
  url: /^\/creator-micro\/content\/manage\b/,
  layouts: [
    {
      kind: 'cards',
      row: '[class*="video-card-content-"]',
      // The cover may stand beside the content.
      climb: (content) => {
        const card = content.parentElement;
        const own =
          card?.matches('[class*="video-card-"]') && card.querySelectorAll('[class*="video-card-content-"]').length === 1;
        return own ? card : content;
      },
      fields: {
        title: '[class*="info-title-text-"]',
        publishedAt: '[class*="info-time-"]',
        status: '[class*="info-status-"]',
        duration: '[class*="video-card-cover-"] [class*="badge-"]',
        format: (card, look) => {
          const badge = look.sight.first(card, '[class*="video-card-cover-"] [class*="badge-"]');
          const text = badge ? look.sight.text(badge) : '';
          return /^\d+\s*张$/.test(text) ? '图文' : /^\d+:\d\d/.test(text) ? '视频' : null;
        },
        pinned: (card, look) => {
          const tag = look.sight.first(card, '[class*="video-left-top-tag-"]');
          return tag && /置顶/.test(look.sight.text(tag)) ? '置顶' : null;
        },
      },
      figures: {
        item: '[class*="metric-item-container-"]',
        name: byLabel('[class*="metric-label-"]'),
        value: '[class*="metric-value-"]',
      },
    },
    // The layout of August 2026, classes unknown.
    {
      kind: 'text',
      figures: 'labels',
      furniture: /^(?:编辑作品|设置权限|作品置顶|取消置顶|删除作品|继续编辑|查看数据|更多|置顶|置顶作品|\d+张)$/,
    },
  ],
  total: firstTotal(
    totalIn('[class*="content-header-total-"]', /^共\s*([\d,]+)\s*个作品$/),
    totalInText(/^(?:作品\s*[（(]\s*|共\s*)([\d,]+)\s*(?:[)）]|个作品)$/),
  ),
  empty: /^(?:暂无|还没有)(?:投稿|作品)\S{0,6}$/,
};

const workDetail: PageDefinition = {
  id: 'douyin/work-detail',
  platform: 'douyin',
  url: /^\/creator-micro\/work-management\/work-detail\/\d+/,
  experimental: true,
  layouts: [
    onePost(
      'body',
      {
        id: (_, look) => /work-detail\/(\d+)/.exec(look.url.pathname)?.[1] ?? null,
        title: titleOnPage,
        publishedAt: dateOnPage,
      },
      3,
      true,
    ),
  ],
};

/** Account pages whose structure nobody has described: cards of names with shares. */
const accountData: PageDefinition = {
  id: 'douyin/account-data',
  platform: 'douyin',
  url: /^\/creator-micro\/data-center\/(?!content\b)\w/,
  shared: true,
  experimental: true,
  layouts: [],
  accountReadings: accountBreakdowns,
  audienceCurves: curveOf,
};

export const douyin: Site = {
  platform: 'douyin',
  pages: [contentList, contentManage, workDetail, accountData],
};
