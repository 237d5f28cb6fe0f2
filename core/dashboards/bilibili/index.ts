/**
 * Bilibili creator centre. No saved page of today is known: anchored on the link to the video and on titled numbers, and marked
 * experimental. Evidence: `facts/dashboards-china.md` 5; what is not read and why: README.md.
 */
import { readDate } from '../../text/dates';
import { dateOnPage, onePost, titleOnPage } from '../brought';
import { attribute } from '../fields';
import { parentOf } from '../sight';
import type { CardLayout, Find, Look, PageDefinition, Site } from '../types';

const LINK = 'a[href*="/video/BV"], a[href*="/data/BV"]';
const bvOf = (link: Element) => /\/(?:video|data)\/(BV[0-9A-Za-z]{10})/.exec(link.getAttribute('href') ?? '')?.[1] ?? null;

const id: Find = attribute(LINK, 'href', /\/(?:video|data)\/(BV[0-9A-Za-z]{10})/);

/** The first visible piece of text that is a date with a time. */
const dateIn: Find = (card, look) => {
  const own = look.sight.first(card, '.pubdate');
  if (own) return look.sight.text(own);
  const found = look.sight
    .pieces(card)
    .find(({ text }) => text.length <= 40 && (readDate(text, look)?.precision ?? 'day') !== 'day');
  return found?.text ?? null;
};

const titleIn: Find = (card, look) => {
  const own = look.sight.first(card, '.meta-title a, .meta-title');
  if (own) return look.sight.text(own);
  for (const link of look.sight.all(card, LINK)) {
    const text = look.sight.lines(link).find((line) => !/^[\d:]+$/.test(line));
    if (text && !/^(?:数据|编辑|删除)$/.test(text)) return text;
  }
  return card.querySelector('a[href*="/video/BV"] img[alt]')?.getAttribute('alt') ?? null;
};

/** Names of the number's element where its `title` is missing (`facts/` 5.2). */
const CLASSES = { click: '播放', danmu: '弹幕', comment: '评论', coin: '投币', favorite: '收藏', like: '点赞', share: '分享' };

const figures: CardLayout['figures'] = {
  item: '.view-stat, [title]',
  name(item, look) {
    const meaning = look.meaning(item.getAttribute('title') ?? '');
    if (meaning) return meaning;
    for (const [name, label] of Object.entries(CLASSES)) if (item.matches(`.view-stat.${name}`)) return look.meaning(label);
    // Other elements have titles too.
    return item.matches('.view-stat') ? null : 'ignored';
  },
};

/** The smallest element around a video's link that holds a date and at least two known numbers of that one video. */
function cardOf(link: Element, look: Look): Element | null {
  const video = bvOf(link);
  for (let card: Element | null = link; card && card.tagName !== 'BODY'; card = parentOf(card)) {
    const videos = new Set([...card.querySelectorAll(LINK)].map(bvOf));
    if (videos.size > 1) return null;
    const known = look.sight.all(card, figures.item).filter((item) => (figures.name(item, look) ?? 'ignored') !== 'ignored');
    if (known.length >= 2 && video && typeof dateIn === 'function' && dateIn(card, look)) return card;
  }
  return null;
}

const fields: CardLayout['fields'] = {
  id,
  url: (card, look) => {
    const video = typeof id === 'function' ? id(card, look) : null;
    return video && `https://www.bilibili.com/video/${video}`;
  },
  title: titleIn,
  publishedAt: dateIn,
  status: '.meta-status .status .icon-text',
  duration: '.cover-wrp .duration',
};

const GROUPS: Record<string, string> = { pubed: '已通过', not_pubed: '未通过', is_pubing: '进行中' };

const uploadManager: PageDefinition = {
  id: 'bilibili/upload-manager',
  platform: 'bilibili',
  url: /^\/platform\/upload-manager\/article\/?(?:[?#]|$)/,
  experimental: true,
  defaults: { format: 'video' },
  layouts: [
    { kind: 'cards', row: '.article-card', fields, figures },
    { kind: 'cards', row: LINK, climb: cardOf, fields, figures },
  ],
  total(root, look) {
    const tabs = look.sight.all(root, '.bili-tab').flatMap((tab) => [tab, ...tab.children]);
    const group = GROUPS[look.url.searchParams.get('group') ?? ''] ?? '全部稿件';
    for (const tab of tabs) {
      const [, name, count] = /^(\S+?)\s*[（(]?(\d{1,6})[)）]?$/.exec(look.sight.text(tab)) ?? [];
      if (name === group) return Number(count);
    }
    return null;
  },
  empty: /^(?:暂无|还没有|没有)(?:相关)?(?:稿件|视频|投稿)\S{0,6}$/,
};

/** One video's numbers; the page may live in a frame of the same origin. */
const dataDetail: PageDefinition = {
  id: 'bilibili/data-detail',
  platform: 'bilibili',
  url: /\/data\/BV[0-9A-Za-z]{10}|[?&]bvid=BV[0-9A-Za-z]{10}/,
  frames: 'iframe[src*="/york/data-center-web"]',
  experimental: true,
  defaults: { format: 'video' },
  layouts: [
    onePost(
      'body',
      {
        id: (_, look) => /BV[0-9A-Za-z]{10}/.exec(look.url.href)?.[0] ?? null,
        title: titleOnPage,
        publishedAt: dateOnPage,
      },
      3,
      true,
    ),
  ],
};

export const bilibili: Site = {
  platform: 'bilibili',
  pages: [dataDetail, uploadManager],
};
