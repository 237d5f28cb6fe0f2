/**
 * Meta Business Suite, the content grid of Facebook and Instagram posts. Structure after `facts/dashboards-west.md` 3.2: ARIA roles and
 * hashed classes, nothing else to hold on to; no ids; a virtual grid; two icons on a post of both networks. The English wording of the
 * dates is an assumption.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import { hashOf } from '../random';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { clock, day } from './western';

const MENU: readonly { text: string; route: string }[] = [
  { text: 'Home', route: '/latest/home' },
  { text: 'Insights', route: '/latest/insights/content' },
];
const COLUMNS: readonly { header: string; metric: MetricName }[] = [
  { header: 'Views', metric: 'views' },
  { header: 'Reach', metric: 'reach' },
  { header: 'Interactions', metric: 'interactions' },
  { header: 'Likes and reactions', metric: 'likes' },
  { header: 'Comments', metric: 'comments' },
  { header: 'Shares', metric: 'shares' },
  { header: 'Saves', metric: 'saves' },
  { header: 'Link clicks', metric: 'linkClicks' },
  { header: 'Follows', metric: 'followersGained' },
];
const columnsOf = (layout: string) => (layout === 'reordered' ? COLUMNS.toReversed() : COLUMNS);
const ROW_HEIGHT = 84;

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's', dash: '--' });

/** The networks of a post, the first one first: every fifth stands on both. */
function networksOf(post: StagedPost): ('Facebook' | 'Instagram')[] {
  const first = hashOf(post.id) % 2 === 0 ? 'Facebook' : 'Instagram';
  return hashOf(post.id) % 5 === 0 ? [first, first === 'Facebook' ? 'Instagram' : 'Facebook'] : [first];
}
const kindOf = (post: StagedPost) => (post.durationSeconds === null ? 'Photo' : 'Reel');

function row(view: View, post: StagedPost, index: number, state: RowState): Markup {
  const cell = (content: Markup | string) => html`<div role="gridcell" class="${view.css('x')}">${content}</div>`;
  const shown = state === 'skeleton' ? null : post;
  const icons = shown ? networksOf(shown).map((name) => html`<img alt="${name}" src="data:,">`) : null;
  const first = html`<div>${icons}</div><div>${shown ? html`<div class="${view.css('x')}">${shown.title}</div><div>${kindOf(shown)}</div>` : null}</div>`;
  const figures = columnsOf(view.layout).map(({ metric }) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('');
    return cell(html`<span>${text}</span>`);
  });
  const date = shown ? `${day(shown.publishedAt)}, ${clock(shown.publishedAt)}` : '';
  return html`<div role="row" class="${view.css('x')}" style="position: absolute; top: ${index * ROW_HEIGHT}px; display: flex; height: ${ROW_HEIGHT}px;"><div role="gridcell"><input type="checkbox" aria-label="Select"></div>${cell(first)}${cell(html`<span>${date}</span>`)}${figures}</div>`;
}

function grid(view: View, name: string, rows: readonly Markup[]): Markup {
  const head = (content: Markup | string) => html`<div role="columnheader" class="${view.css('x')}"><div>${content}</div></div>`;
  const heads = ['Title', 'Date published', ...columnsOf(view.layout).map(({ header }) => header)];
  return html`<div role="grid" class="${view.css('x')} stage-scroller" id="${name}"><div role="row" style="position: sticky; top: 0; display: flex;">${head(html`<input type="checkbox">`)}${heads.map((text) => head(text))}</div><div role="rowgroup" class="stage-list" style="position: relative;">${rows}</div></div>`;
}

function body(view: View): Markup {
  const kept = older(view.posts)
    .slice(0, 6)
    .map((post, index) => row(view, post, index, 'whole'));
  return html`<div role="main"><h1>Content</h1><div><span>Views</span><span>120.4K</span><span>Reach</span><span>98,111</span></div><div style="display: none;">${grid(view, 'stage-kept', kept)}</div>${grid(view, 'stage-grid', [])}</div>`;
}

const content: StagePage = {
  id: 'meta/content',
  path: '/latest/insights/content',
  layouts: ['grid', 'reordered'],
  pageSize: 40,
  moves: 'scroll',
  window: 52,
  metrics: (view) => columnsOf(view.layout).map(({ metric }) => metric),
  lists: () => true,
  body,
  row,
  list: () => '#stage-grid .stage-list',
  /** Keeps the height of the whole list. */
  tail: (_view, shown) => html`<div style="position: absolute; top: ${shown * ROW_HEIGHT}px; width: 1px; height: 1px;"></div>`,
  around: () => [],
  buttons: () => [],
  scroller: '#stage-grid',
  print,
  post: () => ({ id: null, status: 'published' }),
  network: (post) => (networksOf(post)[0] === 'Instagram' ? 'instagram' : 'facebook'),
  showsAccount: false,
  claimsTotal: () => false,
};

export const facebook: StageTemplate = {
  platform: 'facebook',
  host: 'business.facebook.com',
  home: '/latest/home',
  big: 'K',
  frame: () =>
    html`<div id="mount" class="stage-frame"><div role="navigation" class="stage-menu"><ul>${MENU.map(({ text }) => html`<li class="stage-item">${text}</li>`)}</ul></div><div class="stage-main" id="stage-place"></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.stage-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="welcome">Home</div>`,
  pages: [content],
};
