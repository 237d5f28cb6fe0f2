/**
 * WeChat Channels assistant. Structure after `facts/dashboards-china.md` 4: the page stands in the open shadow root of a `wujie-app`;
 * another one is kept alive, not displayed. Names of the cards' classes are not known, so they say nothing here.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import { hashOf } from '../random';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { localTime } from '../time';

const MENU: readonly { text: string; route: string }[] = [
  { text: '首页', route: '/platform' },
  { text: '视频', route: '/platform/post/list' },
];
const PAGE_SIZE = 20;
/** Eye, heart, bubble, arrow, thumb. */
const NUMBERS: readonly MetricName[] = ['views', 'recommends', 'comments', 'shares', 'likes'];
const ICON = html`<svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z"></path></svg>`;
const BUTTONS = ['置顶', '分享', '弹幕管理', '评论管理', '修改描述和封面', '可见权限', '删除', '数据'];

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: '秒' });

function card(view: View, post: StagedPost, state: RowState): Markup {
  const shown = state === 'skeleton' ? null : post;
  const numbers = NUMBERS.map((metric) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash();
    return html`<div class="${view.css('n')}">${ICON}<span>${text}</span></div>`;
  });
  const badge = hashOf(post.id) % 5 === 0 ? html`<span>已声明原创</span>` : null;
  const words = shown
    ? html`<div class="${view.css('t')}">${shown.title}</div><div class="${view.css('d')}"><span>${localTime(shown.publishedAt, 8, 'chinese')}</span>${badge}</div>`
    : null;
  return html`<div class="${view.css('c')}"><div class="${view.css('m')}"></div><div class="${view.css('i')}">${words}<div class="${view.css('r')}">${numbers}</div><div class="${view.css('o')}">${BUTTONS.map((text) => html`<a>${text}</a>`)}</div></div></div>`;
}

const pagesOf = (view: View) => Math.max(1, Math.ceil(view.posts.length / PAGE_SIZE));
const pager = (view: View, page: number) =>
  html`<span class="weui-desktop-pagination"><span class="weui-desktop-pagination__num__wrp"><label class="weui-desktop-pagination__num">${page}</label>/<label class="weui-desktop-pagination__num">${pagesOf(view)}</label></span><span class="weui-desktop-pagination__nav">${page > 1 ? html`<a class="weui-desktop-btn_prev">上一页</a>` : null}${page < pagesOf(view) ? html`<a class="weui-desktop-btn_next">下一页</a>` : null}</span></span>`;

/** What one micro-application draws into its shadow root. */
const application = (view: View, count: number, cards: readonly Markup[], footer: Markup) =>
  html`<template shadowrootmode="open"><div id="container-wrap"><div class="main-body"><div class="weui-desktop-block main-card"><div class="hd"><span>视频 (${count})</span><span>合集 (0)</span></div><div class="list-wrapper"><div class="${view.css('ls')} stage-list">${cards}</div><div class="footer post-list-footer">${footer}</div></div></div></div></div></template>`;

function listBody(view: View): Markup {
  const before = older(view.posts).slice(0, 7);
  const kept = application(
    view,
    before.length,
    before.map((post) => card(view, post, 'whole')),
    html``,
  );
  return html`<wujie-app class="wujie_iframe" data-wujie-id="kept" style="display: none;">${kept}</wujie-app><wujie-app class="wujie_iframe" data-wujie-id="content">${application(view, view.posts.length, [], html``)}</wujie-app>`;
}

const INSIDE = 'wujie-app[data-wujie-id="content"] >>>';

const postList: StagePage = {
  id: 'channels/post-list',
  path: '/platform/post/list',
  layouts: ['cards'],
  pageSize: PAGE_SIZE,
  moves: 'pager',
  metrics: () => [...NUMBERS],
  lists: () => true,
  body: listBody,
  row: (view, post, _index, state) => card(view, post, state),
  list: () => `${INSIDE} .stage-list`,
  tail: () => html``,
  around: (view, _shown, page) => [{ at: `${INSIDE} .post-list-footer`, how: 'inside', html: pager(view, page).text }],
  buttons: (view, page) => [
    ...(page > 1 ? [{ selector: '.weui-desktop-btn_prev', page: page - 1 }] : []),
    ...(page < pagesOf(view) ? [{ selector: '.weui-desktop-btn_next', page: page + 1 }] : []),
  ],
  scroller: 'html',
  print,
  post: () => ({ id: null, status: 'published' }),
  showsAccount: false,
  claimsTotal: () => true,
};

export const channels: StageTemplate = {
  platform: 'channels',
  host: 'channels.weixin.qq.com',
  home: '/platform',
  big: 'plain',
  frame: () =>
    html`<div id="app" class="stage-frame"><div class="side stage-menu"><ul>${MENU.map(({ text }) => html`<li class="finder-ui-desktop-menu__item">${text}</li>`)}</ul></div><div class="stage-main" id="stage-place"></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.finder-ui-desktop-menu__item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="welcome">首页</div>`,
  pages: [postList],
};
