/**
 * TikTok Studio, the table of posts. Structure after `facts/dashboards-west.md` 2.2 and 2.6: parts named by `data-tt`, hashed classes,
 * and a virtual list: absolutely positioned rows in an inner scroller, only those near the view in the document.
 */
import type { MetricName } from '../../../core/model/metrics';
import { dash, printFigure } from '../figures';
import { html, type Markup } from '../markup';
import type { StagedPost } from '../posts';
import type { Button, RowState, StagePage, StageTemplate, View } from '../template';
import { clock, day, playingTime } from './western';

const MENU: readonly { text: string; route: string }[] = [
  { text: 'Home', route: '/tiktokstudio' },
  { text: 'Posts', route: '/tiktokstudio/content' },
];
const METRICS: readonly MetricName[] = ['views', 'likes', 'comments'];
const ROW_HEIGHT = 100;

const print = (view: View, name: MetricName, value: number | undefined) =>
  printFigure(name, value, { big: view.big, seconds: 's' });

/** The present year is not printed. */
function date(milliseconds: number): string {
  const printed = `${day(milliseconds)}, ${clock(milliseconds)}`;
  return new Date(milliseconds).getFullYear() === new Date().getFullYear() ? printed.replace(/, \d{4},/, ',') : printed;
}
const stageOf = (post: StagedPost) => (post.status === 'inReview' ? 'Reviewing' : date(post.publishedAt));
const audienceOf = (post: StagedPost) => (post.status === 'private' || post.status === 'rejected' ? 'Only me' : 'Everyone');

function row(view: View, post: StagedPost, index: number, state: RowState): Markup {
  const tt = (name: string) => html`data-tt="components_${name}"`;
  const link = `https://www.tiktok.com/@${view.account}/${post.durationSeconds === null ? 'photo' : 'video'}/${post.id}`;
  const info =
    state === 'skeleton'
      ? null
      : html`<a ${tt('PostInfoCell_a')} href="${link}" class="${view.css('css')}"><img alt="" src="data:,"></a>${post.durationSeconds === null ? null : html`<span class="${view.css('css')}">${playingTime(post.durationSeconds)}</span>`}<div ${tt('PostInfoCell_FlexRow')}><a ${tt('PostInfoCell_a')} href="${link}">${post.title}</a></div><div ${tt('PublishStageLabel_FlexCenter')}><span ${tt('PublishStageLabel_TUXText')} class="TUXText">${stageOf(post)}</span></div>`;
  const items = METRICS.map((metric) => {
    const { text } = state === 'whole' ? print(view, metric, post.figures[metric]) : dash('');
    return html`<div ${tt('ItemRow_FlexCenter')}><svg viewBox="0 0 16 16"></svg><span ${tt('ItemRow_TUXText')} class="TUXText">${text}</span></div>`;
  });
  return html`<div ${tt('PostTable_Absolute')} class="${view.css('css')}" style="position: absolute; top: ${index * ROW_HEIGHT}px; width: 100%; height: ${ROW_HEIGHT}px;"><div ${tt('RowLayout_FlexRow')}><div ${tt('PostInfoCell_Container')}>${info}</div><button ${tt('PrivacyCell_TUXButton')}>${state === 'skeleton' ? '' : audienceOf(post)}</button><div ${tt('RowLayout_FlexRow_6')}>${items}</div><div ${tt('ActionCell_FlexRow_7')}><span data-icon="ChartRise"></span></div></div></div>`;
}

function body(view: View): Markup {
  const heads = ['Posts', 'Privacy', 'Views', 'Likes', 'Comments', 'Actions'];
  return html`<div class="${view.css('css')}"><div role="tablist"><button role="tab" aria-selected="true">Posts ${view.posts.length}</button><button role="tab" aria-selected="false">Drafts 2</button></div><div data-tt="components_PostTable_Container"><div>${heads.map((text) => html`<span class="TUXText">${text}</span>`)}</div></div><div data-tt="components_PostTable_Container" class="stage-scroller" id="stage-table"><div class="stage-list" style="position: relative;"></div></div></div>`;
}

const content: StagePage = {
  id: 'tiktok/content',
  path: '/tiktokstudio/content',
  layouts: ['table'],
  pageSize: 50,
  moves: 'scroll',
  window: 60,
  metrics: () => [...METRICS],
  lists: () => true,
  body,
  row,
  list: () => '.stage-list',
  /** Keeps the height of the whole list. */
  tail: (_view, shown) =>
    html`<div style="position: absolute; top: ${shown * ROW_HEIGHT}px; width: 1px; height: 1px; overflow: hidden;"></div>`,
  around: () => [],
  buttons: () => [],
  scroller: '#stage-table',
  print,
  post: (post) => ({
    id: post.id,
    durationSeconds: post.durationSeconds,
    status: post.status === 'rejected' ? 'private' : post.status,
    statusText: post.status === 'inReview' ? 'Reviewing' : audienceOf(post),
  }),
  showsAccount: true,
  claimsTotal: () => true,
};

export const tiktok: StageTemplate = {
  platform: 'tiktok',
  host: 'www.tiktok.com',
  home: '/tiktokstudio',
  big: 'K',
  frame: () =>
    html`<div id="root" class="stage-frame"><aside class="stage-menu"><ul>${MENU.map(({ text }) => html`<li class="stage-item">${text}</li>`)}</ul><span>Followers 1,171</span></aside><div class="stage-main" id="stage-place"></div></div>`,
  place: '#stage-place',
  menu: MENU.map(({ route }, index): Button => ({ selector: `.stage-item:nth-child(${index + 1})`, route })),
  homeBody: () => html`<div class="welcome">Home</div>`,
  pages: [content],
};
