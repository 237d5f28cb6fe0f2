/** Xiaohongshu creator service. Evidence: `facts/dashboards-china.md` 2, `facts/visible-texts.md`; what is not read and why: README.md. */
import { mayHoldStatus, statusOf } from '../../text/status';
import { accountBreakdowns } from '../audience';
import { curveOf, dateOnPage, firstClock, firstWords, onePost, titleOnPage } from '../brought';
import { byLabel } from '../cards';
import { dateIn } from '../fields';
import { byIconPath, cardAroundIcon } from '../icons';
import { firstTotal, totalIn, totalInText } from '../totals';
import type { Find, Look, PageDefinition, Site } from '../types';

const account: Find = '#header-area .user-info .name-box';

const dataAnalysis: PageDefinition = {
  id: 'xiaohongshu/data-analysis',
  platform: 'xiaohongshu',
  url: /^\/statistics\/data-analysis\b/,
  account,
  layouts: [
    {
      kind: 'table',
      fields: {
        title: '.note-title',
        publishedAt: '.time',
        format: (row, look) => (look.sight.first(row, '.note-cover .play') ? '视频' : null),
      },
      keys: {
        attribute: 'data-key',
        names: {
          noteInfo: 'title',
          impCount: 'impressions',
          readCount: 'views',
          coverClickRate: 'clickThroughRate',
          likeCount: 'likes',
          commentCount: 'comments',
          favCount: 'saves',
          increaseFansCount: 'followersGained',
          shareCount: 'shares',
          viewTimeAvg: 'averageWatchSeconds',
          danmakuCount: 'bulletComments',
          action: 'ignored',
        },
      },
    },
  ],
  empty: /^暂无笔记数据$/,
};

/** The note's id in what the page reports as seen; it may be missing. */
const noteId: Find = (card) => /"noteId"\s*:\s*"([0-9a-f]{24})"/.exec(card.getAttribute('data-impression') ?? '')?.[1] ?? null;

/** A card's own mark (仅自己可见, 审核中 …), else what its tab lists. */
const status: Find = (card, look) => {
  // Titles aside, hardly a card says one: a closer look at the few that may.
  for (const { text, parent } of mayHoldStatus(card.textContent ?? '') ? look.sight.pieces(card) : []) {
    if (text.length <= 12 && statusOf(text) !== null && !parent.closest('.note-card__title, .title, .raw')) return text;
  }
  return listedBy(card.ownerDocument, look);
};

let last: { look: Look; listed: string | null } | undefined;
/** What the chosen tab lists, unless that is what is published: the same for all cards of one look. */
function listedBy(document: Document, look: Look): string | null {
  if (last?.look !== look) {
    const tab = document.querySelector('.tab-item--active')?.textContent?.replace(/[\d\s]+$/, '') ?? '';
    const listed = statusOf(tab);
    last = { look, listed: listed && listed !== 'published' ? tab.trim() : null };
  }
  return last.listed;
}

const byIcon = byIconPath({
  'M7.99902': 'views',
  'M3.18233': 'comments',
  'M3.25611': 'likes',
  'M10.8848': 'saves',
  'M8.28672': 'shares',
});

const ICON_ITEM = ':has(> svg path)';
const aroundIcon = cardAroundIcon(ICON_ITEM, byIcon, 5, dateOnPage);

const noteManager: PageDefinition = {
  id: 'xiaohongshu/note-manager',
  platform: 'xiaohongshu',
  url: /^\/new\/note-manager\b|^\/creator\/notemanage\b/,
  account,
  defaults: { status: 'published' },
  layouts: [
    {
      kind: 'cards',
      row: '.note-card',
      fields: { id: noteId, title: '.note-card__title', publishedAt: '.note-card__time', duration: '.play_time', status },
      figures: {
        item: '.note-card__stat',
        name: byIcon,
      },
    },
    // Until about spring 2026: the same order without known drawings.
    {
      kind: 'cards',
      row: 'div.note[data-impression], div.note:has(.icon_list)',
      fields: { id: noteId, title: '.title, .raw', publishedAt: '.time_status, .time', status },
      figures: {
        item: '.icon_list .icon',
        name: byIcon,
        order: ['views', 'comments', 'likes', 'saves', 'shares'],
      },
    },
    // No class is known: the drawings of the icons are.
    {
      kind: 'cards',
      row: ICON_ITEM,
      climb: (icon, look) => {
        const card = aroundIcon(icon, look);
        // The id stands on the card's own element.
        const named = card?.closest('[data-impression]');
        return named && named.querySelectorAll('[data-impression]').length === 0 ? named : card;
      },
      fields: { id: noteId, title: firstWords, publishedAt: dateOnPage, duration: firstClock, status },
      figures: { item: ICON_ITEM, name: byIcon },
    },
    // The same, where no class is known: only the older layout writes 发布于 before the date.
    {
      kind: 'text',
      anchor: /^发布于/,
      figures: ['views', 'comments', 'likes', 'saves', 'shares'],
      furniture: /^(?:权限设置|置顶|取消置顶|编辑|删除|数据|更多)$/,
    },
  ],
  total: firstTotal(
    totalIn('.tab-item--active', /^\S+\s+([\d,]+)$/),
    totalInText(/^全部笔记\s*[（(]\s*([\d,]+)\s*[)）]$/),
    totalIn('#notes-request', /^-?\s*共\s*([\d,]+)\s*篇笔记/, true),
  ),
  empty: /^没有找到相关笔记$/,
};

const noteDetail: PageDefinition = {
  id: 'xiaohongshu/note-detail',
  platform: 'xiaohongshu',
  url: /^\/statistics\/note-detail\?(?:.*&)?noteId=[0-9a-f]{24}/,
  account,
  layouts: [
    {
      kind: 'cards',
      fields: {
        id: (_, look) => look.url.searchParams.get('noteId'),
        title: '.note-title',
        publishedAt: dateIn('.note-info-content'),
      },
      figures: { item: '.shell-container .block', name: byLabel('.des'), value: '.content' },
    },
    onePost(
      'body',
      { id: (_, look) => look.url.searchParams.get('noteId'), title: titleOnPage, publishedAt: dateOnPage },
      3,
      true,
    ),
  ],
};

/** Account pages whose structure nobody has described: cards of names with shares. */
const accountData: PageDefinition = {
  id: 'xiaohongshu/account-data',
  platform: 'xiaohongshu',
  url: /^\/statistics\/(?:account\b|fans-data\b)/,
  shared: true,
  experimental: true,
  account,
  layouts: [],
  accountReadings: accountBreakdowns,
  audienceCurves: curveOf,
};

export const xiaohongshu: Site = {
  platform: 'xiaohongshu',
  pages: [dataAnalysis, noteManager, noteDetail, accountData],
};
