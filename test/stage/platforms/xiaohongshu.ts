/**
 * Xiaohongshu creator service platform. Structure after `facts/dashboards-china.md` 2: a Vue micro-application in the light document,
 * the signed-in name in the top bar, a table of ten rows with a pager, cards that load while `div.content` scrolls.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { localTime } from '../time';

const MENU: readonly { text: string; route: string }[] = [
  { text: '首页', route: '/new/home' },
  { text: '笔记管理', route: '/new/note-manager' },
  { text: '内容分析', route: '/statistics/data-analysis' },
];
const ICON = html`<svg fill="none" height="100%" viewBox="0 0 48 48" width="100%"><path d="M24 44a20 20 0 1 0 0-40z" stroke="currentColor"></path></svg>`;
const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's' });
const dashes = (milliseconds: number) => localTime(milliseconds, 8, 'dashes');

// ---------------------------------------------------------------------------------------------------- 内容分析

const COLUMNS: readonly { key: string; header: string; metric?: MetricName }[] = [
  { key: 'noteInfo', header: '笔记基础信息' },
  { key: 'impCount', header: '曝光', metric: 'impressions' },
  { key: 'readCount', header: '观看', metric: 'views' },
  { key: 'coverClickRate', header: '封面点击率', metric: 'clickThroughRate' },
  { key: 'likeCount', header: '点赞', metric: 'likes' },
  { key: 'commentCount', header: '评论', metric: 'comments' },
  { key: 'favCount', header: '收藏', metric: 'saves' },
  { key: 'increaseFansCount', header: '涨粉', metric: 'followersGained' },
  { key: 'shareCount', header: '分享', metric: 'shares' },
  { key: 'viewTimeAvg', header: '人均观看时长', metric: 'averageWatchSeconds' },
  { key: 'danmakuCount', header: '弹幕', metric: 'bulletComments' },
  { key: 'action', header: '操作' },
];
/** The unusual order: what an account with other columns sees. */
const columnsOf = (layout: string) =>
  layout === 'reordered' ? [...COLUMNS.slice(0, 1), ...COLUMNS.slice(1, -1).toReversed(), ...COLUMNS.slice(-1)] : COLUMNS;
const PAGE_SIZE = 10;

function analysisRow(view: View, post: StagedPost, state: RowState): Markup {
  if (view.layout === 'unknown') return html`<div class="line">${post.title} ${post.figures.views ?? '?'}</div>`;
  const cells = columnsOf(view.layout).map(({ key, metric }) => {
    const info = html`<div class="note-info-column"><div class="note-cover"><div class="play"></div></div><div class="note-info-content"><div class="note-header"><span class="note-title">${state === 'skeleton' ? '' : post.title}</span></div><div class="time">${state === 'skeleton' ? '' : `发布于${dashes(post.publishedAt)}`}</div></div></div>`;
    const { text } = metric && state === 'whole' ? print(view, metric, post.figures[metric]) : dash();
    const content = key === 'noteInfo' ? info : key === 'action' ? html`<span class="note-detail">详情数据</span>` : text;
    const fixed = key === 'noteInfo' ? 'd-table__cell--fixed-left' : key === 'action' ? 'd-table__cell--fixed-right' : '';
    return html`<td class="${fixed}" style="text-align: left;"><div class="d-table__cell">${content}</div></td>`;
  });
  return html`<tr class="">${cells}</tr>`;
}

function table(view: View, rows: readonly Markup[]): Markup {
  const heads = columnsOf(view.layout).map(
    ({ key, header, metric }) =>
      html`<th class="" colspan="1" data-key="${key}" rowspan="1"><div style="display: flex; align-items: center; gap: 4px;">${header}${metric ? html`<span class="d-icon">${ICON}</span><div class="d-table__th-cell-sort">${ICON}${ICON}</div>` : null}</div></th>`,
  );
  return html`<div class="d-table-v2" empty-text="暂无笔记数据"><div class="d-table__content" style="overflow: auto;"><table class="d-new-table d-table-fixed"><thead class="d-table__header"><tr>${heads}</tr></thead><tbody class="d-table__body">${rows}</tbody></table></div></div>`;
}

const pagesOf = (view: View) => Math.max(1, Math.ceil(view.posts.length / PAGE_SIZE));

/** Arrow, all page numbers, arrow. The number stands there twice: once to be read, once to keep the width. */
function pager(view: View, page: number): Markup {
  const clickable = (inner: Markup, chosen: boolean, off: boolean) =>
    html`<div class="d-pagination-page d-pagination-page-small ${chosen ? '--color-bg-primary-light' : '--color-bg-fill-light'} d-clickable${off ? ' disabled' : ''}">${inner}</div>`;
  const arrow = html`<span class="d-icon">${ICON}</span>`;
  const number = (n: number) =>
    html`<div class="d-space d-space-vertical"><span class="d-text d-pagination-page-content">${n}</span><span class="d-text d-pagination-page-content-shadow" style="visibility: hidden; height: 0px; overflow: hidden;">${n}</span></div>`;
  const numbers = Array.from({ length: pagesOf(view) }, (_, index) => clickable(number(index + 1), index + 1 === page, false));
  return html`<div class="d-pagination" style="justify-content: space-between;"><div class="d-space d-space-horizontal"><div class="d-space d-space-horizontal d-pagination-pages">${clickable(arrow, false, page === 1)}${numbers}${clickable(arrow, false, page === pagesOf(view))}</div></div></div>`;
}

function pagerButtons(view: View, page: number): Button[] {
  const at = (position: number) => `.pagination .d-pagination-pages > :nth-child(${position})`;
  const pages = pagesOf(view);
  const numbers = Array.from({ length: pages }, (_, index): Button => ({ selector: at(index + 2), page: index + 1 }));
  return [
    ...numbers,
    ...(page > 1 ? [{ selector: at(1), page: page - 1 }] : []),
    ...(page < pages ? [{ selector: at(pages + 2), page: page + 1 }] : []),
  ];
}

function analysisBody(view: View): Markup {
  if (view.layout === 'unknown')
    return html`<div class="data-board"><h3>内容分析</h3><div class="lines stage-list"></div><div class="pagination"></div></div>`;
  const filter = (text: string) =>
    html`<div class="d-new-form-item"><div class="d-form-item__label"><span class="d-form-item__title">${text}</span></div><div class="d-form-item__content"><div class="d-select"><div class="d-text d-select-description">全部</div></div></div></div>`;
  const duplicate = view.has('hidden-duplicate')
    ? html`<div style="display: none;">${table(
        view,
        older(view.posts)
          .slice(0, PAGE_SIZE)
          .map((post) => analysisRow(view, post, 'whole')),
      )}</div>`
    : null;
  const leftovers = view.has('hidden-leftovers')
    ? html`<div class="d-table__empty" style="display: none;">暂无笔记数据</div>`
    : null;
  return html`<div class="note-data-container"><div><div class="note-data-filter"><form class="d-new-form filter-form">${filter('笔记题材')}${filter('笔记首发时间')}</form><button class="d-button download-btn" type="button"><div class="d-button-content"><span class="d-text">导出数据</span></div></button></div>${duplicate}<div class="stage-shown">${table(view, [])}</div>${leftovers}<div class="pagination"></div></div></div>`;
}

const dataAnalysis: StagePage = {
  id: 'xiaohongshu/data-analysis',
  path: '/statistics/data-analysis',
  layouts: ['table', 'reordered', 'unknown'],
  pageSize: PAGE_SIZE,
  moves: 'pager',
  metrics: (view) => columnsOf(view.layout).flatMap((column) => column.metric ?? []),
  lists: (post) => post.status === 'published',
  body: analysisBody,
  row: (view, post, _index, state) => analysisRow(view, post, state),
  list: (view) => (view.layout === 'unknown' ? '.stage-list' : '.stage-shown tbody'),
  tail: () => html``,
  around: (view, _shown, page) =>
    view.layout === 'unknown' ? [] : [{ at: '.pagination', how: 'inside', html: pager(view, page).text }],
  buttons: (view, page) => (view.layout === 'unknown' ? [] : pagerButtons(view, page)),
  scroller: '.d-table__content',
  print,
  post: () => ({ id: null }),
  showsAccount: true,
  claimsTotal: () => false,
};

// ---------------------------------------------------------------------------------------------------- 笔记管理

/** The five figures of a card, in order, with the beginning of the icon that tells each one. */
const STATS: readonly { metric: MetricName; icon: string }[] = [
  { metric: 'views', icon: 'M7.99902 3.83398C10.2 3.83398 12.4 6 13.4 8L2.6 8Z' },
  { metric: 'comments', icon: 'M3.18233 10.985L2.4 13.6L5.2 12.9Z' },
  { metric: 'likes', icon: 'M3.25611 3.91336L8 13.4L12.7 3.9Z' },
  { metric: 'saves', icon: 'M10.8848 14.2322L8 12.6L5.1 14.2Z' },
  { metric: 'shares', icon: 'M8.28672 5.15797L8.28672 2.6L14 7.6Z' },
];
const impression = (post: StagedPost) =>
  JSON.stringify({
    index: { type: 'Index', value: { channelTabName: 'all' } },
    noteTarget: { type: 'NoteTarget', value: { noteId: post.id } },
    event: { type: 'Event', value: { action: { type: 'NormalizedAction', value: 'impression' }, pointId: 50979 } },
  });
const playTime = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
const ONLY_ME = '仅自己可见';

function noteCard(view: View, post: StagedPost, state: RowState): Markup {
  const stats = STATS.map(({ metric, icon }) => ({
    icon,
    text: state === 'whole' ? print(view, metric, post.figures[metric]).text : '-',
  }));
  const title = state === 'skeleton' ? '' : post.title;
  const permission =
    post.status === 'private'
      ? html`<div class="play_permission"><span class="play_permission_inner"><span class="permission_msg">${ONLY_ME}</span></span></div>`
      : null;
  if (view.layout === 'unknown')
    return html`<div class="tile"><em>${title}</em>${stats.map(({ text }) => html`<i>${text}</i>`)}</div>`;
  if (view.layout === 'old') {
    return html`<div class="note" data-impression="${impression(post)}"><div class="media">${permission}</div><div class="info"><div class="title">${title}</div><div class="time_status"><div class="time">${state === 'skeleton' ? '' : `发布于 ${localTime(post.publishedAt, 8, 'chinese')}`}</div></div><div class="icon_list">${stats.map(({ icon, text }) => html`<div class="icon"><svg fill="none" height="16" viewBox="0 0 16 16" width="16"><path d="${icon}" fill="currentColor"></path></svg><span>${text}</span></div>`)}</div></div><div class="control"><span>权限设置</span><span>置顶</span><span>编辑</span><span>删除</span></div></div>`;
  }
  const length =
    post.durationSeconds === null
      ? null
      : html`<div><div class="play_time_wrap"><div class="play_time">${playTime(post.durationSeconds)}</div></div></div>`;
  return html`<div class="note-card" data-impression="${impression(post)}" note-info="[object Object]" show-perm="${String(post.status === 'private')}" show-top="false"><div class="note-card__cover"><div class="media-body note-card__media"><div class="media-bg"></div><div class="inner-bg"><div class="inner"><img alt="" class="content" src="data:,">${length}${permission}</div></div></div></div><div class="note-card__body"><div class="note-card__row note-card__row--header"><div class="note-card__title-group"><span class="note-card__title">${title}</span></div><div class="note-card__actions"><span class="note-card__action-btn">${ICON}</span></div></div><div class="note-card__row note-card__row--time"><span class="note-card__time">${state === 'skeleton' ? '' : dashes(post.publishedAt)}</span></div><div class="note-card__row note-card__row--tags-placeholder"></div><div class="note-card__row note-card__row--stats">${stats.map(({ icon, text }) => html`<div class="note-card__stat"><svg fill="none" height="16" viewBox="0 0 16 16" width="16"><path d="${icon}" fill="currentColor"></path></svg><span>${text}</span></div>`)}</div></div></div>`;
}

/** What stands below the cards. The three notes are always in the document; one of them at most is displayed. */
function cardsTail(view: View, shown: number): Markup {
  const more = shown < view.posts.length;
  const off = (hidden: boolean) => (hidden ? 'display: none;' : '');
  return html`<div class="bottom-loading" id="notes-request" style="${off(!more)}"><span>正在加载中...</span></div><div class="no-content" style="${off(view.posts.length > 0)}"><span>没有找到相关笔记</span></div><div class="bottom-loading" id="notes-request" style="${off(more)}"><span>- 共${view.posts.length}篇笔记 -</span></div>`;
}

function managerBody(view: View): Markup {
  const count = view.posts.length;
  const old = view.layout === 'old';
  const tabs = old ? [`全部笔记(${count})`, '已发布', '审核中', '未通过'] : [`全部 ${count}`, '已发布', '审核中', '未通过'];
  const unknown = view.layout === 'unknown';
  const bar = html`<div class="tab-bar"><div class="tab-list">${tabs.map((text, index) => html`<div class="tab-item${index === 0 ? ' tab-item--active' : ''}">${text}</div>`)}</div><div class="d-input search-input"><input class="d-text" placeholder="搜索已发布的笔记" type="text"></div></div>`;
  const duplicate = view.has('hidden-duplicate')
    ? html`<div class="d-tabs-pane" style="display: none;"><div class="content">${older(view.posts)
        .slice(0, 8)
        .map((post) => noteCard(view, post, 'whole'))}</div></div>`
    : null;
  return html`<div class="notes-container"><div class="panel">${unknown ? html`<h3>笔记管理</h3>` : bar}<div class="d-tabs d-tabs-top">${duplicate}<div class="d-tabs-pane"><div class="content stage-list" d-loading-text="加载中"></div></div></div></div></div>`;
}

const noteManager: StagePage = {
  id: 'xiaohongshu/note-manager',
  path: '/new/note-manager',
  layouts: ['2026', 'old', 'unknown'],
  pageSize: 10,
  moves: 'scroll',
  metrics: () => STATS.map((stat) => stat.metric),
  lists: () => true,
  body: managerBody,
  row: (view, post, _index, state) => noteCard(view, post, state),
  list: () => '.content.stage-list',
  tail: (view, shown) => (view.layout === 'unknown' ? html`` : cardsTail(view, shown)),
  around: () => [],
  buttons: () => [],
  scroller: '.content.stage-list',
  print,
  post: (post) => ({ id: post.id, status: post.status === 'private' ? 'private' : 'published' }),
  showsAccount: true,
  claimsTotal: (layout) => layout !== 'unknown',
};

export const xiaohongshu: StageTemplate = {
  platform: 'xiaohongshu',
  host: 'creator.xiaohongshu.com',
  home: '/new/home',
  big: 'plain',
  frame: (view) =>
    html`<div id="app"><div id="CreatorPlatform"><div id="page"><div class="main-page-container"><div id="header-area"><div class="d-topbar"><div class="d-topbar-title"><div class="title"><div class="name">创作服务平台</div></div></div><div class="d-topbar-default"><div class="cursor-pointer flex-center user-info"><span class="name-box">${view.account}</span><div class="menu-list" style="display: none;"><div class="popover_text flex-center">退出登录</div></div></div></div></div></div><div id="content-area"><main class="main-container stage-frame"><div class="menu-container menu-panel stage-menu"><div class="d-new-menu d-menu__vertical">${MENU.map(({ text }) => html`<div class="d-menu-item"><span class="d-menu-item__title">${text}</span></div>`)}</div></div><div class="microapp-container" style="display: none;"><div id="XHS_QianKun_DefaultLoaderContainer"></div></div><div class="microapp-container stage-main" id="stage-place"></div></main></div></div></div></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.d-new-menu > .d-menu-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="home-container">欢迎</div>`,
  pages: [dataAnalysis, noteManager],
};
