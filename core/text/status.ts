/** Post status and format from a page's own words: Chinese and English here, other languages in `languages.ts`. Whole texts only. */
import type { Format, PostStatus } from '../model/reading';
import { clean } from './clean';

/** "Unlisted" and "friends only" are neither published nor private and stay unknown; the reading keeps the page's words. */
const STATUSES: Record<PostStatus, string> = {
  published:
    '已发布|已通过|通过|审核通过|公开|公开可见|所有人可见|所有人|已公開|公開|已發布|published|public|everyone|posted|live|全員|public',
  private: '私密|私密作品|私享|仅自己可见|仅我可见|自己可见|好友可见|私人|僅限自己|private|only me|only you|非公開',
  inReview:
    '审核中|待审核|转码中|处理中|转码完成|審核中|in review|under review|reviewing|processing|pending review|審査中|処理中',
  rejected: '未通过|审核未通过|审核不通过|已锁定|已退回|已驳回|违规|未通過|rejected|removed|blocked|processing abandoned|不承認',
  scheduled:
    '待发布|待发表|定时发布|定时发表|定时|定时公开|预约发布|已安排|已安排时间|已设定时间|已设定发布时间|预定发布|预定发布日期|排程|已排定|已排程|scheduled|公開予約|予約投稿',
  draft: '草稿|未发布|draft|drafts',
};

const FORMATS: Record<Format, string> = {
  video: '视频|影片|視頻|视频作品|video|videos|動画|facebook video|ig video|video post|native video',
  short: '短视频|短片|short|shorts|short video|reel|reels|ig reel|facebook reel|reel-video|ig-reel',
  image: '图文|图片|图集|圖文|相片|image|images|photo|photos|carousel|ig image|ig carousel|ig画像|写真|画像|photo',
  article: '文章|专栏|article|articles|newsletter|記事',
  live: '直播|直播回放|live|live stream|livestream|live video',
  text: '文字|动态|纯文字|text|text post|status',
};

export interface Statuses {
  statuses: Record<PostStatus, string>;
  formats: Record<Format, string>;
}
const books: Statuses[] = [{ statuses: STATUSES, formats: FORMATS }];

/** Adds the words of further languages (`languages.ts`). */
export function learnStatuses(words: Statuses): void {
  books.push(words);
  statuses = formats = beginnings = undefined;
}

const invert = <Name extends string>(lists: readonly Record<Name, string>[]) =>
  new Map(
    lists.flatMap((words) =>
      (Object.entries(words) as [Name, string][]).flatMap(([name, list]) => list.split('|').map((word) => [word, name] as const)),
    ),
  );
let statuses: Map<string, PostStatus> | undefined;
let formats: Map<string, Format> | undefined;
const plain = (text: string) =>
  clean(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.。…:]+$/, '')
    .trim();

/** The first two letters of any of the words. */
let beginnings: RegExp | undefined;
/** Whether a status may stand somewhere in a text: quick, and true too often. */
export function mayHoldStatus(text: string): boolean {
  if (!beginnings) {
    const words = books.flatMap((book) => Object.values(book.statuses)).flatMap((list) => list.split('|'));
    beginnings = new RegExp([...new Set(words.map((word) => word.slice(0, 2)))].filter((letters) => letters !== '').join('|'));
  }
  return beginnings.test(clean(text).normalize('NFC').toLowerCase());
}

export function statusOf(text: string): PostStatus | null {
  statuses ??= invert(books.map((book) => book.statuses));
  return statuses.get(plain(text)) ?? null;
}

export function formatOf(text: string): Format | null {
  formats ??= invert(books.map((book) => book.formats));
  return formats.get(plain(text)) ?? null;
}
