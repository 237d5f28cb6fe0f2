/**
 * The pages on which posts are written, as far as a reader of drafts can notice: one-line titles, editable elements of the usual
 * editors, fields that are no part of the post, leftovers that cannot be seen, and one editor in a closed shadow root.
 */
import type { Platform } from '../../core/model/platforms';
import { html, type Markup } from './markup';

export interface Composer {
  path: string;
  body: Markup;
  /** Where words are typed: selectors in reading order. Empty where a closed root keeps them. */
  fields: readonly string[];
}

const editor = (name: string, hint: string) =>
  html`<div class="${name}" contenteditable="true" role="textbox" data-placeholder="${hint}" style="min-height: 90px; width: 480px; border: 1px solid #ccc;"></div>`;
const line = (hint: string, more = html``) =>
  html`<input class="stage-title" type="text" placeholder="${hint}" style="width: 480px;">${more}`;
/** An earlier draft that the page keeps but does not show. */
const leftover = html`<div style="display: none;"><textarea>全网最好用，点左下角链接下单</textarea></div>`;
const search = html`<input type="text" placeholder="搜索" value="全网最好用，点左下角链接下单" style="width: 300px;">`;
const place = html`<input type="text" placeholder="添加位置" value="全国第一家" style="width: 300px;">`;

export const COMPOSERS: Partial<Record<Platform, Composer>> = {
  douyin: {
    path: '/creator-micro/content/post/video',
    body: html`${search}${leftover}<h1>发布视频</h1>${line('填写作品标题')}${editor('editor-kit-container', '添加作品简介')}${place}<button>发布</button>`,
    fields: ['.stage-title', '.editor-kit-container'],
  },
  xiaohongshu: {
    path: '/publish/publish',
    body: html`${leftover}${line('填写标题会有更多赞哦')}${editor('tiptap ProseMirror', '输入正文描述')}<button>发布</button>`,
    fields: ['.stage-title', '.ProseMirror'],
  },
  kuaishou: {
    path: '/article/publish/video',
    body: html`<div id="work-description-edit" contenteditable="true" style="min-height: 90px; width: 480px;"></div>${place}`,
    fields: ['#work-description-edit'],
  },
  bilibili: {
    path: '/platform/upload/video/frame',
    body: html`${search}${line('请输入稿件标题')}<textarea class="stage-words" placeholder="填写简介" style="width: 480px; height: 90px;"></textarea>`,
    fields: ['.stage-title', '.stage-words'],
  },
  youtube: {
    path: '/video/abcdefghijk/edit',
    body: html`<div class="stage-closed"><template shadowrootmode="closed"><div id="textbox" contenteditable="true" aria-label="Add a title" style="min-height: 40px; width: 480px;">This video is sponsored by a VPN company</div></template></div>`,
    fields: [],
  },
  tiktok: {
    path: '/tiktokstudio/upload',
    body: html`${editor('public-DraftEditor-content', 'Describe your video')}<input type="text" aria-label="Search location" style="width: 300px;">`,
    fields: ['.public-DraftEditor-content'],
  },
  x: {
    path: '/compose/post',
    body: html`<input role="combobox" placeholder="Search" value="win a free iphone" style="width: 300px;"><div aria-modal="true"><div data-testid="tweetTextarea_0" class="stage-post" contenteditable="true" role="textbox" aria-label="Post text" style="min-height: 60px; width: 480px;"></div></div>`,
    fields: ['.stage-post'],
  },
};
