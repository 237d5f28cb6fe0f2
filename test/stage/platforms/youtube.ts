/**
 * YouTube Studio, the classic content list. Structure after `facts/dashboards-west.md` 1.2 and 1.6: shady DOM, thirty rows to a page
 * whose elements are used again for the next one, days without a time, and the page before still mounted behind this one.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { day, midnight, playingTime } from './western';

const CHANNEL = '/channel/UCstagedStagedStagedStage';
const MENU: readonly { text: string; route: string }[] = [
  { text: 'Dashboard', route: CHANNEL },
  { text: 'Content', route: `${CHANNEL}/videos/upload` },
];
const PAGE_SIZE = 30;
const METRICS: readonly MetricName[] = ['views', 'comments', 'likes'];

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's', dash: '—' });
/** Who may see a video; a review is not shown here. */
const visibilityOf = (post: StagedPost) => (post.status === 'private' ? 'Private' : 'Public');

/** The cell of the likes holds their share as well; without votes neither. */
function likes(view: View, post: StagedPost): Markup {
  const { text, figure } = print(view, 'likes', post.figures.likes);
  if (!figure) return html`${text}`;
  const share = figure.value === 0 ? '–' : '98.2%';
  return html`<div class="likes-container style-scope ytcp-video-row"><div class="percent-label style-scope ytcp-video-row">${share}</div><div class="likes-label style-scope ytcp-video-row">${text} ${figure.value === 1 ? 'like' : 'likes'}</div></div>`;
}

function row(view: View, post: StagedPost, state: RowState): Markup {
  const scope = 'style-scope ytcp-video-row';
  const cell = (name: string, content: Markup | string) =>
    html`<div class="cell-body tablecell-${name} ${scope}" role="cell">${content}</div>`;
  if (state === 'skeleton')
    return html`<ytcp-video-row role="row" class="style-scope"><div id="row-container" class="${scope}">${['video', 'visibility', 'date', 'views', 'comments', 'likes'].map((name) => cell(name, ''))}</div></ytcp-video-row>`;
  const href = `/video/${post.id}/edit`;
  const badge = post.durationSeconds === null ? '0:59' : playingTime(post.durationSeconds);
  const video = html`<ytcp-video-list-cell-video class="${scope}"><a id="thumbnail-anchor" href="${href}"><img id="img-with-fallback" alt="" src="data:,"><div class="badge"><div class="label">${badge}</div></div></a><div class="right-section"><h3 class="video-title-wrapper"><a id="video-title" href="${href}" class="remove-default-style"> ${post.title} </a></h3><div class="description">Part ${post.title.length} of 12, 0:45 of it new</div></div><div id="hover-items" style="display: none;"><ytcp-icon-button id="video-details"></ytcp-icon-button></div></ytcp-video-list-cell-video>`;
  const figure = (metric: MetricName) => (state === 'whole' ? print(view, metric, post.figures[metric]) : dash('')).text;
  const cells = [
    cell('selector', html`<ytcp-checkbox-lit aria-label="${post.title}"></ytcp-checkbox-lit>`),
    cell('video floating-column last-floating-column', video),
    cell('visibility', html`<div class="edit-triangle-wrap"><span class="label-span">${visibilityOf(post)}</span></div>`),
    cell('restrictions', html`<span>None</span>`),
    cell('date sortable column-sorted', html`${day(post.publishedAt)}<div class="cell-description ${scope}">Published</div>`),
    cell('views sortable right-align', figure('views')),
    cell(
      'comments sortable right-align',
      html`<a class="comments-link" href="/video/${post.id}/comments">${figure('comments')}</a>`,
    ),
    cell('likes sortable right-align', state === 'whole' ? likes(view, post) : ''),
  ];
  return html`<ytcp-video-row role="row" class="style-scope"><div id="row-container" class="${scope}">${cells}</div></ytcp-video-row>`;
}

const HEADS = [
  ['video', 'Video'],
  ['visibility', 'Visibility'],
  ['restrictions', 'Restrictions'],
  ['date', 'Date'],
  ['views', 'Views'],
  ['comments', 'Comments'],
  ['likes', 'Likes (vs. dislikes)'],
] as const;
const pagesOf = (view: View) => Math.max(1, Math.ceil(view.posts.length / PAGE_SIZE));

function section(rows: readonly Markup[], footer: Markup): Markup {
  return html`<ytcp-content-section><ytcp-video-section><ytcp-video-section-content id="video-list"><div class="video-table-content" role="table" aria-label="Video list"><ytcp-table-header>${HEADS.map(([name, text]) => html`<div class="header-cell tablecell-${name}"${name === 'date' ? html` aria-sort="descending"` : null}>${text}</div>`)}</ytcp-table-header><div class="stage-list">${rows}</div></div></ytcp-video-section-content><ytcp-table-footer id="footer">${footer}</ytcp-table-footer></ytcp-video-section></ytcp-content-section>`;
}

function footer(view: View, page: number): Markup {
  const [from, to] = [(page - 1) * PAGE_SIZE + 1, Math.min(page * PAGE_SIZE, view.posts.length)];
  const button = (id: string, off: boolean) =>
    html`<ytcp-icon-button id="${id}" aria-disabled="${String(off)}">${off ? '' : '·'}</ytcp-icon-button>`;
  return html`<div id="page-size">Rows per page: <span>${PAGE_SIZE}</span></div><span class="page-description">${from}–${to} of ${view.posts.length}</span>${button('navigate-before', page === 1)}${button('navigate-after', page === pagesOf(view))}`;
}

/** The Shorts tab that was looked at before: mounted, laid out behind this one, with older figures. */
const before = (view: View) =>
  html`<ytcp-animatable name="channel.shorts" class="page style-scope ytcp-app" style="position: absolute; top: 0; z-index: -1;">${section(
    older(view.posts)
      .slice(0, 8)
      .map((post) => row(view, post, 'whole')),
    html`<span class="page-description">1–8 of 8</span>`,
  )}</ytcp-animatable>`;

const HERE = 'ytcp-animatable.selected';

const contentList: StagePage = {
  id: 'youtube/content-list',
  path: `${CHANNEL}/videos/upload`,
  layouts: ['classic'],
  pageSize: PAGE_SIZE,
  moves: 'pager',
  recycles: true,
  metrics: () => [...METRICS],
  lists: () => true,
  body: (view) =>
    html`${before(view)}<ytcp-animatable name="channel.videos" class="page selected style-scope ytcp-app">${section([], html``)}</ytcp-animatable>`,
  row: (view, post, _index, state) => row(view, post, state),
  list: () => `${HERE} .stage-list`,
  tail: () => html``,
  around: (view, _shown, page) => [{ at: `${HERE} #footer`, how: 'inside', html: footer(view, page).text }],
  buttons: (view, page) => [
    ...(page > 1 ? [{ selector: `${HERE} #navigate-before`, page: page - 1 }] : []),
    ...(page < pagesOf(view) ? [{ selector: `${HERE} #navigate-after`, page: page + 1 }] : []),
  ],
  scroller: 'main',
  print,
  post: (post) => ({
    id: post.id,
    publishedAt: midnight(post.publishedAt),
    publishedPrecision: 'day',
    durationSeconds: post.durationSeconds ?? 59,
    status: post.status === 'private' ? 'private' : 'published',
    statusText: visibilityOf(post),
  }),
  showsAccount: true,
  claimsTotal: () => true,
};

export const youtube: StageTemplate = {
  platform: 'youtube',
  host: 'studio.youtube.com',
  home: CHANNEL,
  big: 'comma',
  frame: (view) =>
    html`<ytcp-app class="stage-frame"><ytcp-navigation-drawer class="stage-menu"><nav><div id="entity-label">Your channel</div><div id="entity-name">${view.account}<ytcp-tooltip style="display: none;">${view.account}</ytcp-tooltip></div><ul>${MENU.map(({ text }) => html`<li class="menu-item-link">${text}</li>`)}</ul></nav></ytcp-navigation-drawer><main id="main" class="stage-main"></main></ytcp-app>`,
  place: '#main',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.menu-item-link:nth-child(${index + 1})`, route })),
  homeBody: () =>
    html`<ytcp-animatable name="channel.dashboard" class="page selected"><h1 class="page-title">Channel dashboard</h1></ytcp-animatable>`,
  pages: [contentList],
};
