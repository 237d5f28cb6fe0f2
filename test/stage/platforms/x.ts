/**
 * X, the posts of account analytics. Structure after `facts/dashboards-west.md` 4.2: utility classes, no table, no roles; a line of
 * header words that sort, then rows of name, day, text and four numbers; an inner scroller. Readers contradict each other about the
 * order of the columns, so both orders are layouts.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { day, midnight } from './western';

const MENU: readonly { text: string; route: string }[] = [
  { text: 'Overview', route: '/i/account_analytics' },
  { text: 'Content', route: '/i/account_analytics/content' },
];
const COLUMNS: Readonly<Record<string, readonly { header: string; metric: MetricName }[]>> = {
  columns: [
    { header: 'Impressions', metric: 'impressions' },
    { header: 'Likes', metric: 'likes' },
    { header: 'Replies', metric: 'replies' },
    { header: 'Reposts', metric: 'reposts' },
  ],
  reordered: [
    { header: 'Impressions', metric: 'impressions' },
    { header: 'Replies', metric: 'replies' },
    { header: 'Reposts', metric: 'reposts' },
    { header: 'Likes', metric: 'likes' },
  ],
};
const columnsOf = (layout: string) => COLUMNS[layout] ?? [];
const SORT = html`<svg viewBox="0 0 8 8"><path d="M0 0h8L4 8z"></path></svg>`;

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's' });

function row(view: View, post: StagedPost, state: RowState): Markup {
  const shown = state === 'skeleton' ? null : post;
  const words = shown
    ? html`<div class="flex gap-1 text-sm"><span class="font-semibold">${view.account}</span><span class="text-muted-foreground">·</span><span class="text-muted-foreground">${day(shown.publishedAt)}</span></div><div class="whitespace-pre-wrap">${shown.title}</div>`
    : null;
  const numbers = columnsOf(view.layout).map(({ metric }) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('');
    return html`<div class="w-24 text-right">${text}</div>`;
  });
  return html`<div class="flex flex-row border-b px-4 py-3" style="position: relative;"><a class="absolute inset-0" href="/i/account_analytics/content/${post.id}"></a><div class="flex flex-1 gap-2"><img alt="" class="size-10" src="data:,"><div class="flex flex-col">${words}</div></div><div class="flex">${numbers}</div></div>`;
}

function body(view: View): Markup {
  const head = html`<div class="sticky top-0 flex"><button class="flex-1">Date</button>${columnsOf(view.layout).map(({ header }) => html`<button class="w-24">${header} ${SORT}</button>`)}</div>`;
  const kept = older(view.posts)
    .slice(0, 5)
    .map((post) => row(view, post, 'whole'));
  return html`<main><h1>Content</h1><div class="flex gap-2"><button>Posts</button><button>Replies</button><span>90D</span></div><div style="display: none;">${head}<div>${kept}</div></div><div class="h-full overflow-auto stage-scroller" id="stage-scroller">${head}<div class="stage-list"></div></div></main>`;
}

const contentList: StagePage = {
  id: 'x/content-list',
  path: '/i/account_analytics/content',
  layouts: ['columns', 'reordered'],
  pageSize: 25,
  moves: 'scroll',
  metrics: (view) => columnsOf(view.layout).map(({ metric }) => metric),
  lists: () => true,
  body,
  row: (view, post, _index, state) => row(view, post, state),
  list: () => '#stage-scroller .stage-list',
  tail: () => html``,
  around: () => [],
  buttons: () => [],
  scroller: '#stage-scroller',
  print,
  post: (post) => ({
    id: post.id,
    publishedAt: midnight(post.publishedAt),
    publishedPrecision: 'day',
    status: 'published',
  }),
  showsAccount: false,
  claimsTotal: () => false,
};

export const x: StageTemplate = {
  platform: 'x',
  host: 'x.com',
  home: '/i/account_analytics',
  big: 'K',
  frame: (view) =>
    html`<div id="react-root" class="stage-frame"><nav class="stage-menu"><a data-testid="AppTabBar_Profile_Link" href="/${view.account}">Profile</a><ul>${MENU.map(({ text }) => html`<li class="stage-item">${text}</li>`)}</ul></nav><div class="stage-main" id="stage-place"></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.stage-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<main><h1>Overview</h1></main>`,
  pages: [contentList],
};
