/**
 * How a page of comments sounds, counted by day. Nobody declared these pages: a comment is the largest element around one time, its
 * words the longest text in it. The words are counted here and forgotten; only numbers leave this function.
 */
import type { DayTone } from '../../model/tone';
import { isoIn, readDate } from '../../text/dates';
import { countTone } from '../../text/tone';
import { isFigureText } from '../figure-text';
import { type ReadContext, readDefinition } from '../read';
import { type Piece, parentOf } from '../sight';
import type { Look, PageDefinition } from '../types';

/** Fewer are no list. */
const FEWEST = 3;
const LONGEST_TIME = 40;
/** What the creator wrote is no opinion of them. */
const BY_CREATOR = /^(?:作者|博主|up主|我|创作者|主播|author|creator|you)$/i;
const BUTTON =
  /^(?:回复|回應|点赞|赞|举报|删除|置顶|取消置顶|更多|展开.*|收起|查看.*回复|拉黑|隐藏|发送|reply|like|likes|report|delete|pin|hide|more|view .*|show .*|translate)$/i;

/** The days of the comments in view, oldest first. */
export function toneOf(document: Document, url: string, context: ReadContext): DayTone[] {
  const days = new Map<string, string[]>();
  const collect = (root: ParentNode, look: Look): null => {
    for (const { day, words } of commentsIn(look.sight.pieces(root), look)) days.set(day, [...(days.get(day) ?? []), words]);
    return null;
  };
  const page: PageDefinition = {
    id: 'other/comments',
    platform: 'other',
    url: /^/,
    layouts: [{ kind: 'custom', find: collect }],
  };
  readDefinition(page, document, new URL(url), context);
  return [...days].map(([day, comments]) => ({ day, ...countTone(comments) })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function commentsIn(pieces: readonly Piece[], look: Look): { day: string; words: string }[] {
  const times = pieces.flatMap((piece) => {
    const day = piece.text.length <= LONGEST_TIME ? dayOf(piece.text, look) : null;
    return day ? [{ piece, day }] : [];
  });
  if (times.length < FEWEST) return [];
  return times.flatMap(({ piece, day }, at) => {
    const others = [times[at - 1], times[at + 1]].flatMap((time) => time?.piece.parent ?? []);
    const row = rowAround(piece.parent, others);
    const inside = pieces.filter((other) => other !== piece && row.contains(other.parent));
    if (inside.some(({ text }) => BY_CREATOR.test(text))) return [];
    const words = inside.filter(({ text }) => !BUTTON.test(text) && !isFigureText(text, look.lang));
    // A name is a link; what was said is not.
    const said = words.filter(({ parent }) => !parent.closest('a, button, [role="button"]'));
    const longest = (said.length > 0 ? said : words).reduce((best, { text }) => (text.length > best.length ? text : best), '');
    return longest ? [{ day, words: longest }] : [];
  });
}

/** The largest element around a time that holds none of its neighbours. */
function rowAround(element: Element, others: readonly Element[]): Element {
  let row = element;
  for (;;) {
    const up = parentOf(row);
    if (!up || up === element.ownerDocument.body || others.some((other) => up.contains(other))) return row;
    row = up;
  }
}

const AGE = /^(\d{1,3})\s*(秒钟?|分钟?|小时|天|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?)\s*(前|ago)?$/i;
const DAY = 86_400_000;
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:秒|s)/i, 1000],
  [/^(?:分|m)/i, 60_000],
  [/^(?:小时|h)/i, 3_600_000],
  [/^(?:天|d)/i, DAY],
];

/** The day a comment's time says, `2小时前 · 广东` and `3 days ago` too; null for weeks and months, which name no day. */
function dayOf(raw: string, look: Look): string | null {
  const text = raw
    .trim()
    .replace(/\s*[·•|]?\s*(?:ip属地\s*[:：]?\s*)?[\u4e00-\u9fff]{2,4}$/i, (tail) => (/[前天刚]$/.test(tail) ? tail : ''));
  const on = (instant: number) => isoIn(instant, look.zone).slice(0, 10);
  if (/^(?:刚刚|刚才|just now|now)$/i.test(text)) return on(look.now);
  const ago = /^(昨天|前天|今天|yesterday|today)(?:\s*(?:at\s*)?\d{1,2}:\d{2}(?:\s*[ap]m)?)?$/i.exec(text)?.[1]?.toLowerCase();
  if (ago) return on(look.now - (ago === '前天' ? 2 : ago === '今天' || ago === 'today' ? 0 : 1) * DAY);
  const age = AGE.exec(text);
  if (age) {
    const [, count = '', unit = '', past] = age;
    // `5m` may be five million.
    if (!past && !/^(?:h|d)$/i.test(unit)) return null;
    const length = LENGTHS.find(([name]) => name.test(unit))?.[1] ?? DAY;
    return on(look.now - Number(count) * length);
  }
  const known = readDate(text, look);
  if (known) return known.at.slice(0, 10);
  // `05-25 10:32`, of the last year that had that day.
  const thisYear = /^\d{1,2}-\d{1,2}(?!\d)/.test(text) && readDate(`${on(look.now).slice(0, 4)}-${text}`, look);
  if (!thisYear) return null;
  const day = thisYear.at.slice(0, 10);
  return day <= on(look.now) ? day : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
