/**
 * LinkedIn, the top posts of the Ember generation. Structure after `facts/dashboards-west.md` 5.2: readable classes; per entry a link
 * to the post, with an age instead of a date, and one figure under its label.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import { older } from '../older';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';

const MENU: readonly { text: string; route: string }[] = [
  { text: 'Home', route: '/dashboard' },
  { text: 'Top posts', route: '/analytics/creator/top-posts/' },
];
const DAY = 86_400_000;

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's', dash: '--' });

function age(milliseconds: number): string {
  const days = Math.max(1, Math.floor((Date.now() - milliseconds) / DAY));
  if (days < 7) return `${days}d`;
  if (days < 30) return `${Math.floor(days / 7)}w`;
  return days < 365 ? `${Math.floor(days / 30)}mo` : `${Math.floor(days / 365)}yr`;
}

function entry(view: View, post: StagedPost, state: RowState): Markup {
  const words =
    state === 'skeleton'
      ? null
      : html`<span>${age(post.publishedAt)} •</span><div class="inline-show-more-text">${post.title}</div>`;
  const { text } = state === 'whole' ? print(view, 'impressions', post.figures.impressions) : dash('');
  const part = 'member-analytics-addon__cta-item-with-secondary-anchor';
  return html`<li class="artdeco-list__item"><a class="member-analytics-addon__mini-update-item" href="https://www.linkedin.com/feed/update/urn:li:activity:${post.id}/">${words}</a><a class="${part}" href="/analytics/post-summary/urn:li:activity:${post.id}/"><span class="${part}-list-item-title">${text}</span><span class="${part}-list-item-text">Impressions</span></a></li>`;
}

function body(view: View): Markup {
  const kept = older(view.posts)
    .slice(0, 5)
    .map((post) => entry(view, post, 'whole'));
  return html`<section class="member-analytics-addon-card__base-card" style="display: none;"><ul>${kept}</ul></section><section class="member-analytics-addon-card__base-card"><h2 class="member-analytics-addon-header__title">Top performing posts</h2><ul class="stage-list"></ul></section>`;
}

const topPosts: StagePage = {
  id: 'linkedin/top-posts',
  path: '/analytics/creator/top-posts/',
  layouts: ['ember'],
  pageSize: 25,
  moves: 'scroll',
  metrics: () => ['impressions'],
  lists: () => true,
  body,
  row: (view, post, _index, state) => entry(view, post, state),
  list: () => '.stage-list',
  tail: () => html``,
  around: () => [],
  buttons: () => [],
  scroller: '#workspace',
  print,
  /** The id holds the moment; the page prints an age. */
  post: (post) => ({ id: post.id, publishedPrecision: 'second', status: 'published' }),
  showsAccount: false,
  claimsTotal: () => false,
};

export const linkedin: StageTemplate = {
  platform: 'linkedin',
  host: 'www.linkedin.com',
  home: '/dashboard',
  big: 'K',
  frame: () =>
    html`<div class="application-outlet stage-frame"><header class="global-nav stage-menu"><ul>${MENU.map(({ text }) => html`<li class="stage-item">${text}</li>`)}</ul><span>12</span></header><main class="scaffold-layout__main stage-main stage-scroller" id="workspace"></main></div>`,
  place: '#workspace',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.stage-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<h1>Dashboard</h1>`,
  pages: [topPosts],
};
