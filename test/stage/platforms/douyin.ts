/**
 * Douyin creator centre. Structure after `facts/dashboards-china.md` 1: micro-frontends in the light document, renamed Semi UI,
 * own classes as CSS modules (stem and hash), no ids of posts anywhere, no account name.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure, printPercent } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import { hashOf } from '../random';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { localTime } from '../time';

const SEMI = 'douyin-creator-pc';
const ICON = html`<svg aria-hidden="true" focusable="false" width="1em" height="1em" viewBox="0 0 24 24"><path d="M12 23a11 11 0 1 0 0-22z" fill="currentColor"></path></svg>`;
const helpIcon = html`<span aria-label="help_circle" class="${SEMI}-icon ${SEMI}-icon-help_circle" role="img">${ICON}</span>`;

const MENU: readonly { nav: string; text: string; route: string }[] = [
  { nav: 'home', text: '首页', route: '/creator-micro/home' },
  { nav: 'work_manage', text: '作品管理', route: '/creator-micro/content/manage' },
  { nav: 'content_analysis', text: '作品分析', route: '/creator-micro/data-center/content' },
];
const nav = (name: string) => `douyin-creator-master-menu-nav-${name}`;

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: '秒' });
const time = (milliseconds: number, pattern: 'dashes' | 'chinese') => localTime(milliseconds, 8, pattern);

/** The wrapping that every page of the creator centre comes in. */
const micro = (view: View, app: string, content: Markup) =>
  html`<div id="garfish_app_for_douyin_creator_pc_${app}_q7x2"><div __garfishmockhtml__=""><div __garfishmockhead__=""><title>抖音创作者中心</title></div><div __garfishmockbody__=""><div class="${view.css('wrapper')}">${content}</div></div></div></div>`;

// ---------------------------------------------------------------------------------------------------- 投稿列表

interface Column {
  header: string;
  metric?: MetricName;
}
const METRIC_COLUMNS: readonly Column[] = [
  { header: '播放量', metric: 'views' },
  { header: '完播率', metric: 'completionRate' },
  { header: '5s完播率', metric: 'completionRate5s' },
  { header: '封面点击率', metric: 'clickThroughRate' },
  { header: '2s跳出率', metric: 'exitRate2s' },
  { header: '平均播放时长', metric: 'averageWatchSeconds' },
  { header: '点赞量', metric: 'likes' },
  { header: '分享量', metric: 'shares' },
  { header: '评论量', metric: 'comments' },
  { header: '收藏量', metric: 'saves' },
  { header: '主页访问量', metric: 'profileVisits' },
  { header: '粉丝增量', metric: 'followersGained' },
];
/** Column sets differ from account to account. */
function columnsOf(layout: string): Column[] {
  const shown =
    layout === 'reordered'
      ? METRIC_COLUMNS.filter((column) => column.metric !== 'clickThroughRate').toReversed()
      : [...METRIC_COLUMNS];
  return [{ header: '作品名称 | 发布时间' }, { header: '审核状态' }, ...shown, { header: '操作' }];
}

/** The word in 审核状态. It speaks of the review only: a private post stands there as 通过. */
function reviewOf(post: StagedPost): string {
  if (post.status === 'inReview') return '审核中';
  if (post.status === 'rejected') return '未通过';
  return hashOf(post.id) % 9 === 0 ? '需优化' : '通过';
}
function lengthTag(post: StagedPost): string {
  if (post.durationSeconds === null) return '图文';
  return post.durationSeconds < 60 ? '1min视频' : post.durationSeconds < 180 ? '1-3min视频' : '3-5min视频';
}

function gridCell(view: View, column: Column, colindex: number, post: StagedPost | null, state: RowState): Markup {
  const cell = `${SEMI}-table-row-cell`;
  if (colindex === 1) {
    const title =
      post && state !== 'skeleton'
        ? html`<span style="text-overflow: ellipsis; overflow: hidden; white-space: nowrap; display: inline-block; width: 100%;">${post.title}</span>`
        : html`<span class="${SEMI}-skeleton-title"></span>`;
    const date =
      post && state !== 'skeleton'
        ? html`<div class="${view.css('date')}">${time(post.publishedAt, 'dashes')}<span class="${view.css('tags')}"><div>${lengthTag(post)}</div></span></div>`
        : null;
    const content = post
      ? html`<div class="${view.css('content-box')} videoPlayWrap"><div class="${view.css('worksInfo')}"><div style="display: flex; margin-right: 12px;"><div class="${view.css('cover')}"></div></div><div class="${view.css('workTitle')}">${title}${date}</div></div></div>`
      : html`<div class="${view.css('table-loading')}"><div class="${SEMI}-spin ${SEMI}-spin-middle"><div class="${SEMI}-spin-wrapper">${ICON}</div></div></div>`;
    return html`<td aria-colindex="1" class="${cell} ${SEMI}-table-cell-fixed-left" role="gridcell" style="left: 0px; text-align: left;">${content}</td>`;
  }
  const plain = (content: Markup | string, title?: string) =>
    html`<td aria-colindex="${colindex}" class="${cell}" role="gridcell" style="text-align: right;"${title === undefined ? null : html` title="${title}"`}>${content}</td>`;
  if (!post) return plain('');
  if (column.header === '审核状态')
    return plain(
      state === 'skeleton'
        ? ''
        : html`<div class="${view.css('status')}"><span class="dux-icon" role="img">${ICON}</span>${reviewOf(post)}</div>`,
    );
  if (column.header === '操作') return plain(html`<div class="${view.css('btn')}">分析详情</div>`);
  if (state === 'skeleton') return plain('');
  const { text, figure } =
    state === 'no-figures' || !column.metric ? dash() : print(view, column.metric, post.figures[column.metric]);
  return figure
    ? plain(html`<span class="${column.metric === 'views' ? view.css('one-line') : ''}">${text}</span>`)
    : plain(text, text);
}

function gridRow(view: View, post: StagedPost | null, rowindex: number, state: RowState): Markup {
  const cells = columnsOf(view.layout).map((column, index) => gridCell(view, column, index + 1, post, state));
  return html`<tr aria-rowindex="${rowindex}" class="${SEMI}-table-row" role="row">${cells}</tr>`;
}

function gridHead(view: View): Markup {
  const head = (column: Column, index: number) => {
    const title = html`<span class="${SEMI}-table-row-head-title">${column.metric ? html`<span style="display: flex;">${column.header}${helpIcon}</span>` : column.header}</span>`;
    const sorter = html`<div class="${SEMI}-table-column-sorter"><span class="${SEMI}-table-column-sorter-up">${ICON}</span><span class="${SEMI}-table-column-sorter-down">${ICON}</span></div>`;
    const inner =
      column.metric || index === 0
        ? html`<div class="${SEMI}-table-operate-wrapper"><div aria-label="Current sort order is none" aria-roledescription="Sort data with this column" role="button" tabindex="-1">${title}${sorter}</div></div>`
        : column.header;
    return html`<th aria-colindex="${index + 1}" class="${SEMI}-table-row-head" colspan="1" role="columnheader" rowspan="1" title="${column.metric ? '' : column.header}">${inner}</th>`;
  };
  return html`<thead class="${SEMI}-table-thead"><tr aria-rowindex="1" class="${SEMI}-table-row" role="row">${columnsOf(view.layout).map(head)}</tr></thead>`;
}

const grid = (view: View, rows: readonly Markup[]) =>
  html`<div class="${SEMI}-table-wrapper"><div class="${SEMI}-table-container"><div class="${SEMI}-table-body" style="overflow: auto;"><table aria-colcount="${columnsOf(view.layout).length}" aria-rowcount="${rows.length}" class="${SEMI}-table ${SEMI}-table-fixed" role="grid">${gridHead(view)}<tbody class="${SEMI}-table-tbody">${rows}</tbody></table></div></div></div>`;

/** 投稿分析, the other half of the panel: the same titles with other figures. Not displayed while 投稿列表 is chosen. */
function analysisHalf(view: View): Markup {
  const best = view.posts[0];
  const card = (title: string, value: string, index: number) =>
    html`<div class="${view.css('container')}${index === 0 ? ` ${view.css('active')}` : ''}"><div class="${view.css('header')}"><div class="${view.css('title')}">${title}</div>${helpIcon}</div><div class="${view.css('body')}"><div class="${view.css('value')}">${value}</div><div class="${view.css('rate')}">0%</div></div></div>`;
  const cards = [
    card('周期内投稿量', String(view.posts.length), 0),
    card('条均5s完播率', printPercent(0.2218).text, 1),
    card('条均播放时长', '6.85秒', 2),
    card('播放量中位数', '13.5', 3),
  ];
  return html`<div class="${view.css('hidden')} stage-hidden"><div class="${view.css('title-box')}">投稿概览</div>${cards}<div class="${view.css('title-box')}">表现优异作品</div>${best ? html`<div class="${view.css('metric')}"><div class="${view.css('title')}">${best.title}</div><div class="${view.css('publish_time')}">${time(best.publishedAt, 'dashes')}</div><div class="${view.css('info')}"><span>15</span></div></div>` : null}</div>`;
}

function listBody(view: View): Markup {
  if (view.layout === 'unknown')
    return micro(
      view,
      'data_center',
      html`<section class="${view.css('board')}"><h3>投稿列表</h3><div class="${view.css('lines')}" id="stage-unknown"></div></section>`,
    );
  const stale = view.has('hidden-leftovers')
    ? grid(
        view,
        older(view.posts)
          .slice(0, 5)
          .map((post, index) => gridRow(view, post, index + 1, 'whole')),
      )
    : null;
  const duplicate = view.has('hidden-duplicate')
    ? html`<div style="display: none;">${grid(
        view,
        older(view.posts)
          .slice(0, 10)
          .map((post, index) => gridRow(view, post, index + 1, 'whole')),
      )}</div>`
    : null;
  const tab = (id: number, text: string, chosen: boolean) =>
    html`<div aria-controls="semiTabPanel${id}" aria-selected="${String(chosen)}" class="${SEMI}-tabs-tab" data-tabkey="semiTab${id}" id="semiTab${id}" role="tab" tabindex="${chosen ? 0 : -1}">${text}</div>`;
  const radio = (text: string, chosen: boolean) =>
    html`<label class="${SEMI}-radio${chosen ? ` ${SEMI}-radio-checked` : ''}"><span class="${SEMI}-radio-inner"><input type="radio" name="default"></span><div class="${SEMI}-radio-content"><span class="${SEMI}-radio-addon-buttonRadio">${text}</span></div></label>`;
  return micro(
    view,
    'data_center',
    html`<div class="${view.css('tabs')} ${SEMI}-tabs"><div class="${SEMI}-tabs-bar" role="tablist">${tab(1, '投稿作品', true)}${tab(2, '直播场次', false)}</div><div class="${SEMI}-tabs-content"><div aria-hidden="false" aria-labelledby="semiTab1" class="${SEMI}-tabs-pane-active ${SEMI}-tabs-pane" id="semiTabPanel1" role="tabpanel" tabindex="0"><div class="${view.css('selector')}"><div class="${view.css('radio')}">${radio('投稿分析', false)}${radio('投稿列表', true)}</div><button type="button" class="${SEMI}-button">导出数据</button><button type="button" class="${SEMI}-button">刷新数据</button></div>${analysisHalf(view)}${duplicate}<div class="${view.css('table-container')}">${grid(view, [])}</div></div><div aria-hidden="true" aria-labelledby="semiTab2" class="${SEMI}-tabs-pane-inactive ${SEMI}-tabs-pane" id="semiTabPanel2" role="tabpanel" tabindex="-1">${stale}</div></div></div>`,
  );
}

const VISIBLE_GRID = `#semiTabPanel1 [class*="table-container-"] .${SEMI}-table-body`;

const contentList: StagePage = {
  id: 'douyin/content-list',
  path: '/creator-micro/data-center/content',
  layouts: ['table', 'reordered', 'unknown'],
  pageSize: 10,
  moves: 'scroll',
  metrics: (view) => columnsOf(view.layout).flatMap((column) => column.metric ?? []),
  lists: () => true,
  body: listBody,
  row: (view, post, index, state) =>
    view.layout === 'unknown'
      ? html`<p class="${view.css('line')}">${post.title} — ${post.figures.views ?? '?'}</p>`
      : gridRow(view, post, index + 1, state),
  list: (view) => (view.layout === 'unknown' ? '#stage-unknown' : `${VISIBLE_GRID} tbody`),
  tail: (view, shown) =>
    view.layout !== 'unknown' && shown < view.posts.length ? gridRow(view, null, shown + 1, 'whole') : html``,
  around: () => [],
  buttons: () => [],
  scroller: VISIBLE_GRID,
  print,
  post: (post) => ({ id: null, statusText: reviewOf(post) }),
  showsAccount: false,
  claimsTotal: () => false,
};

// ---------------------------------------------------------------------------------------------------- 作品管理

interface Label {
  label: string;
  metric: MetricName;
}
const OLD_LABELS: readonly Label[] = [
  { label: '播放', metric: 'views' },
  { label: '点赞', metric: 'likes' },
  { label: '评论', metric: 'comments' },
  { label: '分享', metric: 'shares' },
  { label: '收藏', metric: 'saves' },
  { label: '弹幕', metric: 'bulletComments' },
  { label: '平均播放时长', metric: 'averageWatchSeconds' },
  { label: '封面点击率', metric: 'clickThroughRate' },
];
const NEW_LABELS: readonly Label[] = [
  { label: '播放', metric: 'views' },
  { label: '点赞', metric: 'likes' },
  { label: '评论', metric: 'comments' },
  { label: '收藏', metric: 'saves' },
  { label: '分享', metric: 'shares' },
  { label: '完播率', metric: 'completionRate' },
  { label: '2秒跳出率', metric: 'exitRate2s' },
  { label: '吸粉量', metric: 'followersGained' },
];
const labelsOf = (layout: string) => (layout === 'new' ? NEW_LABELS : OLD_LABELS);
const STATUS_WORDS: Record<StagedPost['status'], string> = {
  published: '已发布',
  private: '私密',
  inReview: '审核中',
  rejected: '未通过',
  scheduled: '定时发布',
  draft: '草稿',
};

function badgeOf(post: StagedPost, layout: string): string {
  if (post.durationSeconds === null) return `${(hashOf(post.id) % 8) + 2}张`;
  const minutes = Math.floor(post.durationSeconds / 60);
  return `${layout === 'new' ? minutes : String(minutes).padStart(2, '0')}:${String(post.durationSeconds % 60).padStart(2, '0')}`;
}

function manageCard(view: View, post: StagedPost, state: RowState): Markup {
  const pairs = labelsOf(view.layout).map(({ label, metric }) => ({
    label,
    text: state === 'whole' ? print(view, metric, post.figures[metric]).text : '-',
  }));
  const status = STATUS_WORDS[post.status];
  if (view.layout === 'unknown')
    return html`<div class="${view.css('tile')}"><b>${post.title}</b>${pairs.map(({ text }) => html`<i>${text}</i>`)}</div>`;
  if (state === 'skeleton')
    return html`<div class="${view.css('video-card')}"><div class="${view.css('video-card-content')}"><div class="${view.css('video-card-cover')}"></div><div class="${view.css('video-card-info')}"><div class="${SEMI}-skeleton"></div></div></div></div>`;
  if (view.layout === 'new') {
    return html`<div class="${view.css('work-item')}"><div class="${view.css('poster')}"><span>${badgeOf(post, 'new')}</span></div><div class="${view.css('main')}"><div class="${view.css('name')}">${post.title}</div><div class="${view.css('ops')}"><span>编辑作品</span><span>设置权限</span></div><div class="${view.css('when')}">${time(post.publishedAt, 'chinese')}</div><div class="${view.css('state')}">${status}</div><div class="${view.css('data')}">${pairs.map(({ label, text }) => html`<div class="${view.css('datum')}"><div>${label}</div><div>${text}</div></div>`)}</div></div></div>`;
  }
  const action = (text: string) => html`<div class="${view.css('ghost-btn')} ${view.css('op-btn')}"><span>${text}</span></div>`;
  const metric = ({ label, text }: { label: string; text: string }) =>
    html`<div class="${view.css('metric-item-container')}"><div class="${view.css('metric-item')}"><div class="${view.css('metric-label')}">${label}</div><div class="${view.css('metric-value')}">${text}</div></div><div class="${view.css('metric-divider')}"></div></div>`;
  return html`<div class="${view.css('video-card')} ${view.css('video-card-new')}"><div class="${view.css('video-card-content')}"><div class="${view.css('video-card-cover')}"><div class="${view.css('video-card-top')}"></div><div class="${view.css('video-card-bottom')}"></div><span class="${view.css('badge')}">${badgeOf(post, 'old')}</span></div><div class="${view.css('video-card-info')}"><div><div class="${view.css('info-title-operation')}"><div class="${view.css('info-title-text')} ${view.css('info-title-small-desc')}">${post.title}</div><div class="${view.css('op-btns')}">${['编辑作品', '设置权限', '作品置顶', '删除作品'].map(action)}</div></div><div class="${view.css('info-time')}">${time(post.publishedAt, 'chinese')}</div></div><div class="${view.css('info-op')} ${view.css('info-row')}"><div class="${view.css('info-op-left')}"><div class="${view.css('info-status')}">${status}</div></div></div><div class="${view.css('metric-container')}">${pairs.map(metric)}</div></div></div></div>`;
}

function manageBody(view: View): Markup {
  const tabs = ['全部作品', '已发布', '审核中', '未通过'].map(
    (text, index) =>
      html`<div class="${view.css('tab')}"><div class="${view.css('tab-item')}${index === 0 ? ` ${view.css('active')}` : ''}">${text}<div class="${view.css('red-dot')}">${ICON}</div></div></div>`,
  );
  const count = view.posts.length;
  const header =
    view.layout === 'new'
      ? html`<div class="${view.css('content-header')}"><span>AI分身</span><span>AI工坊</span><div>作品 (${count})</div><div>作品合集</div><div>全部</div><div>审核中</div><div>未通过</div><button type="button">导出数据</button></div>`
      : html`<div class="${view.css('content-header')}"><div class="${view.css('content-header-tabs')}">${tabs}</div><div class="${view.css('content-header-total')}">${view.layout === 'unknown' ? '' : `共 ${count} 个作品`}</div></div>`;
  const duplicate = view.has('hidden-duplicate')
    ? html`<div class="${view.css('content-body')}" style="display: none;">${older(view.posts)
        .slice(0, 8)
        .map((post) => manageCard(view, post, 'whole'))}</div>`
    : null;
  const leftovers = view.has('hidden-leftovers')
    ? html`<div class="${view.css('empty')}" style="display: none;">暂无作品</div>`
    : null;
  return micro(
    view,
    'content',
    html`<div class="${view.css('card-head')}"><div>作品管理</div><input type="text" placeholder="搜索作品"></div>${header}${duplicate}${leftovers}<div class="${view.css('scroll-area')} stage-scroller"><div class="${view.css('content-body')} stage-list"></div><div class="${view.css('load-more')}"><div class="${view.css('loading-text')}">加载中…</div></div></div>`,
  );
}

const contentManage: StagePage = {
  id: 'douyin/content-manage',
  path: '/creator-micro/content/manage',
  layouts: ['old', 'new', 'unknown'],
  pageSize: 12,
  moves: 'scroll',
  metrics: (view) => labelsOf(view.layout).map((label) => label.metric),
  lists: () => true,
  body: manageBody,
  row: (view, post, _index, state) => manageCard(view, post, state),
  list: () => '.stage-list',
  tail: () => html``,
  around: (view, shown) =>
    shown >= view.posts.length
      ? [
          {
            at: `#micro [class*="load-more-"]`,
            how: 'inside',
            html: html`<div class="${view.css('loading-text')}">没有更多视频</div>`.text,
          },
        ]
      : [],
  buttons: () => [],
  scroller: '.stage-scroller',
  print,
  post: (post) => ({
    id: null,
    durationSeconds: post.durationSeconds,
    status: post.status,
    statusText: STATUS_WORDS[post.status],
  }),
  showsAccount: false,
  claimsTotal: (layout) => layout !== 'unknown',
};

export const douyin: StageTemplate = {
  platform: 'douyin',
  host: 'creator.douyin.com',
  home: '/creator-micro/home',
  big: '万',
  frame: (view) =>
    html`<div id="root"><div class="${view.css('layout')} stage-frame"><aside class="${view.css('sider')} stage-menu"><ul role="menu">${MENU.map((item) => html`<li id="${nav(item.nav)}" role="menuitem" tabindex="0"><span>${item.text}</span></li>`)}</ul></aside><div class="${view.css('micro')} stage-main" id="micro"><div class="${SEMI}-spin">${ICON}</div></div></div></div>`,
  place: '#micro',
  menu: MENU.map((item): Button => ({ selector: `#${nav(item.nav)}`, route: item.route })),
  homeBody: (view) => micro(view, 'home', html`<div class="${view.css('welcome')}">首页</div>`),
  pages: [contentList, contentManage],
};
