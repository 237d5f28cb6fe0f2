/**
 * Kuaishou creator service platform. Structure after `facts/dashboards-china.md` 3: Vue and Element UI with stable names, no shadow
 * root; labelled items with a pager, and cards whose three numbers only the files of their icons tell apart.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { localTime } from '../time';

const MENU: readonly { text: string; route: string }[] = [
  { text: '首页', route: '/profile' },
  { text: '作品管理', route: '/article/manage/video' },
  { text: '作品分析', route: '/statistics/article' },
];
const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's', dash: '--' });
const time = (milliseconds: number) => localTime(milliseconds, 8, 'dashes');

// ---------------------------------------------------------------------------------------------------- 作品分析

const LABELS: readonly { label: string; metric: MetricName }[] = [
  { label: '播放量', metric: 'views' },
  { label: '完播率', metric: 'completionRate' },
  { label: '评论量', metric: 'comments' },
  { label: '点赞量', metric: 'likes' },
  { label: '收藏量', metric: 'saves' },
  { label: '涨粉量', metric: 'followersGained' },
];
const PAGE_SIZE = 20;
const labelsOf = (layout: string) => (layout === 'reordered' ? LABELS.toReversed() : LABELS);

function item(view: View, post: StagedPost, state: RowState): Markup {
  const words =
    state === 'skeleton'
      ? html`<div class="title"></div><div class="desc"></div>`
      : html`<div class="title">${post.title}</div><div class="desc"> 发布于 ${time(post.publishedAt)}:00 </div><div class="photo-status-tags"></div><div class="check_button"> 查看数据 </div>`;
  const data = labelsOf(view.layout).map(({ label, metric }) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('--');
    return html`<div class="data_item"><div class="data_item_name">${label}</div><div class="data_item_value"> ${text} </div></div>`;
  });
  return html`<div class="article_item"><div class="cover"></div><div class="main">${words}</div><div class="data_table">${data}</div></div>`;
}

const pagesOf = (view: View) => Math.max(1, Math.ceil(view.posts.length / PAGE_SIZE));

function pager(view: View, page: number): Markup {
  const numbers = [page - 1, page, page + 1].filter((n) => n >= 1 && n <= pagesOf(view));
  return html`<div class="el-pagination is-background"><span class="el-pagination__total">共 ${view.posts.length} 条</span><button type="button" class="btn-prev"></button><ul class="el-pager">${numbers.map((n) => html`<li class="number${n === page ? ' active' : ''}">${n}</li>`)}</ul><button type="button" class="btn-next"></button></div>`;
}

const statisticsArticle: StagePage = {
  id: 'kuaishou/statistics-article',
  path: '/statistics/article',
  layouts: ['items', 'reordered'],
  pageSize: PAGE_SIZE,
  moves: 'pager',
  metrics: (view) => labelsOf(view.layout).map(({ metric }) => metric),
  lists: (post) => post.status === 'published',
  body: (view) =>
    html`<div class="statistics_article_list"><div class="title"><div class="text">作品分析</div><div class="desc">近90天公开作品</div><div class="file_upload">导出数据</div></div><div class="selector">${['时间', '播放', '点赞', '评论'].map((text) => html`<div class="sort_button select_item">${text}</div>`)}</div><div class="list_container"><div class="list stage-list"></div></div><div class="list_container" style="display: none;">${older(
      view.posts,
    )
      .slice(0, 5)
      .map((post) => item(view, post, 'whole'))}</div><div class="pagination_container"></div></div>`,
  row: (view, post, _index, state) => item(view, post, state),
  list: () => '.stage-list',
  tail: () => html``,
  around: (view, _shown, page) => [{ at: '.pagination_container', how: 'inside', html: pager(view, page).text }],
  buttons: (view, page) => [
    ...(page > 1 ? [{ selector: '.btn-prev', page: page - 1 }] : []),
    ...(page < pagesOf(view) ? [{ selector: '.btn-next', page: page + 1 }] : []),
  ],
  scroller: '#main-container',
  print,
  post: () => ({ id: null }),
  showsAccount: false,
  claimsTotal: () => true,
};

// ---------------------------------------------------------------------------------------------------- 作品管理

const STATS: readonly { icon: string; metric: MetricName }[] = [
  { icon: 'icon-play', metric: 'views' },
  { icon: 'icon_comment', metric: 'comments' },
  { icon: 'icon-like', metric: 'likes' },
];
/** As older builds had them. */
const statsOf = (layout: string) => (layout === 'older' ? STATS.toSorted((a, b) => (a.metric > b.metric ? -1 : 1)) : STATS);
const STATUS_WORDS: Record<StagedPost['status'], string> = {
  published: '已发布',
  private: '已发布',
  inReview: '审核中',
  rejected: '未通过',
  scheduled: '待发布',
  draft: '草稿',
};
const length = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;

function card(view: View, post: StagedPost, state: RowState): Markup {
  const shown = state === 'skeleton' ? null : post;
  const stats = statsOf(view.layout).map(({ icon, metric }) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('--');
    return html`<span class="video-item__detail__row__label"><img loading="lazy" alt="" src="data:image/svg+xml,/${icon}.7c1e.svg">${text}</span>`;
  });
  const cover = shown
    ? html`<img class="video-item__cover__img" loading="lazy" alt="" src="data:image/jpeg,?clientCacheKey=${shown.id}.jpg">${shown.durationSeconds === null ? null : html`<span class="video-item__cover__duration">${length(shown.durationSeconds)}</span>`}`
    : null;
  return html`<div class="video-item video-item--published"><div class="video-item__cover">${cover}</div><div class="video-item__detail"><div class="video-item__detail__row"><div class="video-item__detail__row__title">${shown?.title ?? ''}</div></div><div class="video-item__detail__row"><span class="video-item__detail__row__status">${shown ? STATUS_WORDS[shown.status] : ''}</span><span class="video-item__detail__row__date">${shown ? time(shown.publishedAt) : ''}</span></div><div class="video-item__detail__row"><span>流量助推</span></div><div class="video-item__detail__row">${stats}</div></div><div class="video-item__operation" style="display: none;">作品置顶 查看数据 编辑作品 删除作品</div></div>`;
}

const manageVideo: StagePage = {
  id: 'kuaishou/manage-video',
  path: '/article/manage/video',
  layouts: ['cards', 'older'],
  pageSize: 25,
  moves: 'scroll',
  metrics: () => STATS.map(({ metric }) => metric),
  lists: () => true,
  body: (view) =>
    html`<div class="works-manage"><div class="el-tabs__nav">${['全部作品', '已发布', '待发布', '未通过'].map((text, index) => html`<div class="el-tabs__item${index === 0 ? ' is-active' : ''}" id="tab-${index}">${text}</div>`)}</div><div class="works-manage__status__count">共${view.posts.length}个作品</div><div class="main-container-infinite-list stage-list"></div></div>`,
  row: (view, post, _index, state) => card(view, post, state),
  list: () => '.stage-list',
  tail: () => html``,
  around: () => [],
  buttons: () => [],
  scroller: '#main-container',
  print,
  post: (post) => ({
    id: post.id,
    durationSeconds: post.durationSeconds,
    status: post.status === 'private' ? 'published' : post.status,
    statusText: STATUS_WORDS[post.status],
  }),
  showsAccount: false,
  claimsTotal: () => true,
};

export const kuaishou: StageTemplate = {
  platform: 'kuaishou',
  host: 'cp.kuaishou.com',
  home: '/profile',
  big: 'comma',
  frame: () =>
    html`<div id="app"><section class="el-container stage-frame"><aside class="el-aside stage-menu"><ul class="el-menu">${MENU.map(({ text }) => html`<li class="el-menu-item">${text}</li>`)}</ul></aside><main class="el-main stage-main stage-scroller" id="main-container"></main></section></div>`,
  place: '#main-container',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.el-menu-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="welcome">首页</div>`,
  pages: [statisticsArticle, manageVideo],
};
