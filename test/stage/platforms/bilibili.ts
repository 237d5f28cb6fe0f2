/**
 * Bilibili creator centre. Structure after `facts/dashboards-china.md` 5.2: cards with the video's link, a date to the second and
 * numbers named by their `title`; ten to a page, and the page's number in the address.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { localTime } from '../time';

const MENU: readonly { text: string; route: string }[] = [
  { text: '首页', route: '/platform/home' },
  { text: '稿件管理', route: '/platform/upload-manager/article' },
];
const PATH = '/platform/upload-manager/article';
const PAGE_SIZE = 10;
const STATS: readonly { title: string; name: string; metric: MetricName }[] = [
  { title: '播放', name: 'click', metric: 'views' },
  { title: '弹幕', name: 'danmu', metric: 'bulletComments' },
  { title: '评论', name: 'comment', metric: 'comments' },
  { title: '投币', name: 'coin', metric: 'coins' },
  { title: '收藏', name: 'favorite', metric: 'saves' },
  { title: '点赞', name: 'like', metric: 'likes' },
  { title: '分享', name: 'share', metric: 'shares' },
];
/** A published video has no word for it. */
const STATUS_WORDS: Partial<Record<StagedPost['status'], string>> = { inReview: '审核中', rejected: '未通过' };
const statusOf = (post: StagedPost) => (STATUS_WORDS[post.status] ? post.status : null);

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: '秒', dash: '--' });

function length(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}

function card(view: View, post: StagedPost, state: RowState): Markup {
  // The generation before had neither the second class nor titles on the numbers' words.
  const generation = view.layout === 'older' ? 'article-card clearfix' : 'article-card clearfix v2';
  if (state === 'skeleton') return html`<div class="${generation}"><div class="bcc-skeleton"></div></div>`;
  const href = `//www.bilibili.com/video/${post.id}/`;
  const stats = STATS.map(({ title, name, metric }) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('--');
    return html`<div title="${title}" class="${name} view-stat"><i class="bcc-iconfont"></i><span class="icon-text">${text}</span></div>`;
  });
  const word = STATUS_WORDS[post.status];
  const status = word ? html`<div class="status"><span class="icon-text">${word}</span></div>` : null;
  const badge = post.durationSeconds === null ? null : html`<div class="duration">${length(post.durationSeconds)}</div>`;
  const date = `${localTime(post.publishedAt, 8, view.layout === 'older' ? 'dashes' : 'chinese')}:00`;
  return html`<div class="${generation}"><a target="_blank" href="${href}" class="cover-wrp"><img alt="${post.title}" src="data:,">${badge}</a><div class="meta-wrp"><div class="meta-title"><a target="_blank" href="${href}" class="name ellipsis">${post.title}</a></div><div class="meta-status"><div><span class="pubdate">${date}</span></div>${status}</div><div class="meta-view"><a class="bili-btn"> 编辑 </a><a class="bili-btn" href="/platform/data/${post.id}"> 数据 </a></div><div class="meta-footer">${stats}</div></div></div>`;
}

const pagesOf = (view: View) => Math.max(1, Math.ceil(view.posts.length / PAGE_SIZE));
function pager(view: View, page: number): Markup {
  const numbers = [1, page - 1, page, page + 1, pagesOf(view)].filter((n) => n >= 1 && n <= pagesOf(view));
  return html`<ul class="bcc-pagination-list">${page > 1 ? html`<li class="bcc-pagination-prev">上一页</li>` : null}${[...new Set(numbers)].map((n) => html`<li class="bcc-pagination-item${n === page ? ' active' : ''}">${n}</li>`)}${page < pagesOf(view) ? html`<li class="bcc-pagination-next">下一页</li>` : null}</ul>`;
}
const turn = (selector: string, page: number): Button => ({ selector, page, address: `${PATH}?page=${page}` });

function body(view: View): Markup {
  const tabs = [
    ['全部稿件', view.posts.length],
    ['进行中', 0],
    ['已通过', view.posts.filter((post) => statusOf(post) === null).length],
    ['未通过', 0],
  ] as const;
  const kept = older(view.posts).slice(0, 4);
  return html`<div class="article-wrap"><div class="bili-tabs">${tabs.map(([text, count], index) => html`<div class="bili-tab${index === 0 ? ' bili-tab--active' : ''}">${text} ${count}</div>`)}</div><div class="article-list_wrap" style="display: none;">${kept.map((post) => card(view, post, 'whole'))}</div><div class="article-list_wrap stage-list"></div><div class="bcc-pagination stage-pager"></div></div>`;
}

const uploadManager: StagePage = {
  id: 'bilibili/upload-manager',
  path: PATH,
  layouts: ['cards', 'older'],
  pageSize: PAGE_SIZE,
  moves: 'pager',
  metrics: () => STATS.map(({ metric }) => metric),
  lists: () => true,
  body,
  row: (view, post, _index, state) => card(view, post, state),
  list: () => '.stage-list',
  tail: () => html``,
  around: (view, _shown, page) => [{ at: '.stage-pager', how: 'inside', html: pager(view, page).text }],
  buttons: (view, page) => [
    ...(page > 1 ? [turn('.bcc-pagination-prev', page - 1)] : []),
    ...(page < pagesOf(view) ? [turn('.bcc-pagination-next', page + 1)] : []),
  ],
  scroller: 'html',
  print,
  post: (post) => ({
    id: post.id,
    durationSeconds: post.durationSeconds,
    status: statusOf(post),
    statusText: STATUS_WORDS[post.status] ?? null,
  }),
  showsAccount: false,
  claimsTotal: () => true,
};

export const bilibili: StageTemplate = {
  platform: 'bilibili',
  host: 'member.bilibili.com',
  home: '/platform/home',
  big: '万',
  frame: () =>
    html`<div id="app" class="stage-frame"><div class="cc-nav stage-menu"><ul>${MENU.map(({ text }) => html`<li class="cc-nav-item">${text}</li>`)}</ul></div><div class="cc-body stage-main" id="stage-place"></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.cc-nav-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="welcome">首页</div>`,
  pages: [uploadManager],
};
