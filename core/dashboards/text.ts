/**
 * Pages whose markup is not known: their visible text is read. A post is anchored on its date; its figures follow the date, as label
 * and value pairs or as so many bare whole numbers in a verified order (`facts/visible-texts.md`).
 */
import { isMetricName } from '../model/metrics';
import { clean, plainDigits } from '../text/clean';
import { readDate } from '../text/dates';
import { readDuration } from '../text/durations';
import { statusOf } from '../text/status';
import { DATED } from './dated';
import { linesApart } from './fields';
import { Figures } from './figure-text';
import { nearer } from './nearer';
import { type Piece, parentOf } from './sight';
import type { Find, Found, Look, Row, TextLayout } from './types';

const COUNT = /^\d[\d,.]*\s*[万亿萬億wWkKmM千]?$/;
const DASH = /^[-–—]+$/;
const isFigure = (raw: string) => {
  const text = raw.length <= 20 ? clean(raw) : '';
  return COUNT.test(text) || DASH.test(text);
};
/** What may stand beside a label: a figure of any unit, or a word for "none". */
const isValue = (text: string) => /^(?:\d|[-–—]+$|暂无)/.test(plainDigits(text));
/** Totals of a list stand around it, never in a card: `作品 (2)`, `共 26 个作品`. */
const AROUND =
  /^(?:(?:视频|图文|合集|作品|作品合集|全部|全部笔记|笔记)\s*[（(]\d+[)）]|[-–\s]*共\s*\d+\s*[个篇条]\S{0,4}[-–\s]*)$/;
const AROUND_ELEMENTS = 'input, select, nav, header, h1, [role="tablist"], [role="navigation"]';
/** A badge in the same piece as the date: `2026年08月08日 13:04 已声明原创`. Other words make it a sentence: `2026年05月01日 10:00 出发`. */
const BADGE_AFTER = /(?<=\d)\s+(?:已声明原创|原创|已?置顶|已发布|审核中|未通过|私密|仅自己可见|好友可见|定时发[布表]|草稿)$/;
/** `9张`: a post of pictures. */
const PICTURES = /^\d{1,3}\s*张$/;
/** Badges that may stand between a date and its figures. */
const MOST_BADGES = 4;

/** A piece, or a word of one that was taken apart. */
interface Part extends Piece {
  part?: boolean;
}

/** A date with its time; they may be two pieces of one line. */
interface Anchor {
  date: Part;
  at: number;
  /** The piece after the date. */
  end: number;
  text: string;
  /** `null`: no figures follow. */
  figures: Figures | null;
}

export function findText(root: ParentNode, layout: TextLayout, look: Look): Found | null {
  const pieces = split(look.sight.pieces(root), look);
  const dates = pieces.flatMap((_, at) => {
    const anchor = anchorAt(pieces, at, layout, look);
    return anchor && (!layout.anchor || layout.anchor.test(anchor.text)) ? [anchor] : [];
  });
  // A date with nothing but text before the next one is part of a title.
  const anchors = dates.filter(
    ({ figures, end }, index) =>
      figures !== null || pieces.slice(end, dates[index + 1]?.at).some(({ text }) => isFurniture(text, layout)),
  );
  const around = pieces
    .filter(
      ({ text, line }, at) => AROUND.test(text) || (pieces[at + 1]?.line === line && AROUND.test(text + pieces[at + 1]?.text)),
    )
    .map(({ parent }) => parent);
  const all = cardsOf(anchors, pieces, around);
  // A date without figures is a post only where posts stand, or with a post's buttons.
  const lists = new Set(all.flatMap(({ card, anchor }) => (anchor.figures ? [parentOf(card)] : [])));
  const cards = all.filter(
    ({ card, inside, anchor }) =>
      anchor.figures !== null || lists.has(parentOf(card)) || inside.filter(({ text }) => isFurniture(text, layout)).length >= 3,
  );
  if (cards.length === 0) return null;
  const rows = cards.map(({ card, inside, anchor }) => ({
    element: card,
    signature: inside.map(({ text }) => text).join('\n'),
    parse: () => parseCard(inside, anchor, layout, look),
  }));
  return { rows, recognised: true };
}

const isMetric = (text: string, look: Look) => isMetricName(look.meaning(text) ?? '');

/** `598 3 1 6 10` and `播放 100 点赞 5` in one piece are taken apart; other text stays whole. */
function split(pieces: readonly Piece[], look: Look): Part[] {
  return pieces.flatMap((piece) => {
    const words = piece.text.split(' ');
    if (words.length < 2) return piece;
    const numbers = words.every(isFigure);
    const pairs = words.length % 2 === 0 && words.every((word, at) => (at % 2 === 0 ? isMetric(word, look) : isValue(word)));
    return numbers || pairs ? words.map((text, at) => ({ ...piece, text, spaced: at > 0 || piece.spaced, part: true })) : piece;
  });
}

function anchorAt(pieces: readonly Part[], at: number, layout: TextLayout, look: Look): Anchor | null {
  const date = dateAt(pieces, at, look);
  const piece = pieces[at];
  return date && piece ? { ...date, date: piece, figures: figuresFrom(pieces, date.end, layout, look) } : null;
}

function dateAt(pieces: readonly Piece[], at: number, look: Look): { at: number; end: number; text: string } | null {
  const piece = pieces[at];
  if (!piece || piece.text.length > 60 || !DATED.test(piece.text)) return null;
  const date = readDate(piece.text.replace(BADGE_AFTER, ''), look) ?? readDate(piece.text, look);
  if (!date) return null;
  if (date.precision !== 'day') return { at, end: at + 1, text: piece.text };
  const time = pieces[at + 1];
  if (time?.line !== piece.line || !/^\d{1,2}:\d{2}(?::\d{2})?$/.test(time.text)) return null;
  return { at, end: at + 2, text: `${piece.text} ${time.text}` };
}

/** The figures that follow a date; `null` when they are not there. */
function figuresFrom(pieces: readonly Piece[], from: number, layout: TextLayout, look: Look): Figures | null {
  const figures = new Figures();
  const text = (at: number) => pieces[at]?.text ?? '';
  if (layout.figures === 'labels') {
    const met = new Set<string>();
    for (let at = from; at < pieces.length - 1 && !dateAt(pieces, at, look); at++) {
      const meaning = look.meaning(text(at));
      if (meaning === null || !isMetricName(meaning) || !isValue(text(at + 1))) continue;
      // The next card has begun: its date is not read.
      if (met.has(meaning) || (met.size === 0 && ofAnother(pieces, from, at, layout))) break;
      met.add(meaning);
      figures.add(meaning, text(at), text(at + 1), look);
      at++;
    }
    return figures.list.length >= 3 ? figures : null;
  }
  let start = from;
  while (start < from + MOST_BADGES && !isFigure(text(start))) {
    if (start >= pieces.length || dateAt(pieces, start, look)) return null;
    start++;
  }
  let end = start;
  while (end < pieces.length && isFigure(text(end))) end++;
  if (end - start !== layout.figures.length || ofAnother(pieces, from, start, layout) || apart(pieces, start, end)) return null;
  layout.figures.forEach((metric, index) => {
    figures.add(metric, '', text(start + index), look);
  });
  return figures;
}

/** `昨天 13:04`, `3小时前`: another date, in words that are not read. */
const ANOTHER_DATE = /^.{0,12}\d:\d\d|^.{0,8}[前昨今]天|[前刚]$/;

/** Between a date and the figures at `start` stand another date or the words of another post, nearer to the figures. */
function ofAnother(pieces: readonly Part[], from: number, start: number, layout: TextLayout): boolean {
  const date = pieces[from - 1]?.parent;
  const first = pieces[start]?.parent;
  const others = pieces
    .slice(from, start)
    .filter(
      ({ text, parent }) => date && first && nearer(first, parent, date) && !isFurniture(text, layout) && statusOf(text) === null,
    );
  return others.length > 1 || pieces.slice(from, start).some(({ text }) => text.length <= 20 && ANOTHER_DATE.test(text));
}

/** The first of the numbers stands apart from the others: it is a badge. */
function apart(pieces: readonly Part[], start: number, end: number): boolean {
  const [badge, first, last] = [pieces[start]?.parent, pieces[start + 1]?.parent, pieces[end - 1]?.parent];
  return badge !== undefined && first !== undefined && last !== undefined && nearer(last, first, badge);
}

interface Card {
  card: Element;
  anchor: Anchor;
  inside: Part[];
}

/** The card of each date: the largest element around it that holds no other post's date and nothing of the page around. */
function cardsOf(anchors: readonly Anchor[], pieces: readonly Part[], around: readonly Element[]): Card[] {
  const cards: Card[] = [];
  anchors.forEach((anchor, index) => {
    const [before, own, after] = [anchors[index - 1], anchor, anchors[index + 1]].map((each) => each && pieces[each.at]?.parent);
    if (!own) return;
    const outside = [...around, ...(before ? [before] : []), ...(after ? [after] : [])];
    let card = own;
    // A card does not reach beyond the tree its date is in.
    for (let up = own.parentElement; up && up.tagName !== 'BODY'; up = up.parentElement) {
      const candidate = up;
      if (outside.some((other) => candidate.contains(other)) || candidate.querySelector(AROUND_ELEMENTS)) break;
      card = candidate;
    }
    const inside = pieces
      .slice(anchors[index - 1]?.at ?? 0, anchors[index + 1]?.at)
      .filter(({ parent }) => card.contains(parent));
    cards.push({ card, anchor, inside });
  });
  return cards;
}

function parseCard(inside: readonly Part[], anchor: Anchor, layout: TextLayout, look: Look): Row {
  const at = inside.indexOf(anchor.date);
  const fields: Row['fields'] = { publishedAt: anchor.text };
  const badge = BADGE_AFTER.exec(anchor.text)?.[0].trim();
  if (badge && statusOf(badge) !== null) fields.status = badge;
  titleOf(layout.titleAtDate ? lineBefore(inside.slice(0, at), layout) : inside.slice(0, at), layout, fields);
  for (const { text } of inside) {
    if (text !== fields.title && !fields.status && statusOf(text) !== null) fields.status = text;
    if (/^(?:已置顶|取消置顶)$/.test(text)) fields.pinned = text;
    if (text !== fields.title && PICTURES.test(text)) fields.format = '图文';
  }
  const byOrder = layout.figures !== 'labels';
  // The next card may begin with a word and a number too.
  const figures = figuresFrom(inside, at + anchor.end - anchor.at, layout, look);
  if (figures) return { fields, figures: figures.list, refused: figures.refused, byOrder };
  const numbers = inside.slice(at + 1).filter(({ text }) => isFigure(text));
  const refused = numbers.length > 0 ? [{ reason: 'wrong-count', excerpt: numbers.map(({ text }) => text).join(' ') }] : [];
  return { fields, figures: [], refused, byOrder };
}

const isFurniture = (text: string, { furniture }: TextLayout) => text.split(' ').every((word) => furniture.test(word));

/** The pieces of the last line that may be a title. */
function lineBefore(pieces: readonly Part[], layout: TextLayout): readonly Part[] {
  const last = pieces.findLast(
    ({ text }) => !isFurniture(text, layout) && readDuration(text) === null && statusOf(text) === null,
  );
  return pieces.filter(({ line }) => line === last?.line);
}

/** The first line before the date that is no duration, status or button. Its pieces are joined as they stand. */
function titleOf(pieces: readonly Part[], layout: TextLayout, fields: Row['fields']): void {
  let line = -1;
  let title: string | undefined;
  for (const { text, line: at, spaced, part } of pieces) {
    if (!part && isFurniture(text, layout)) {
      if (line >= 0) break;
    } else if (line >= 0 && at !== line && !layout.wholeText) break;
    else if (line < 0 && readDuration(text) !== null) fields.duration ??= text;
    // 公开 may well be a title; 仅自己可见 is none.
    else if (line < 0 && (statusOf(text) ?? 'published') !== 'published') fields.status ??= text;
    else {
      title = title === undefined ? text : title + (spaced || at !== line ? ' ' : '') + text;
      line = at;
    }
  }
  // A title may be one of those words itself.
  title ??= pieces.find(
    ({ text }) => text !== fields.duration && (text !== fields.status || statusOf(text) === 'published'),
  )?.text;
  if (title === undefined) return;
  fields.title = title;
  if (fields.status === title) delete fields.status;
}

/** The first date with a time on a post's own page. */
export const dateOnPage = ((page, look) => pageDate(page, look)?.text ?? null) satisfies Find;

/** In a card without known classes: the first line that is neither a duration, a status nor a date. */
export const firstWords = ((card, look) =>
  linesApart(card, look).find(
    (line) => readDuration(line) === null && statusOf(line) === null && readDate(line, look) === null && !isFigure(line),
  ) ?? null) satisfies Find;

/** The first playing time in a card. */
export const firstClock = ((card, look) =>
  look.sight.pieces(card).find(({ text }) => /^(?:\d{1,2}:)?\d{1,3}:\d\d$/.test(text))?.text ?? null) satisfies Find;

/** On a post's own page the title stands above its date, perhaps with a line of tags between. */
export const titleOnPage = ((page, look) => {
  const date = pageDate(page, look);
  const before = date ? look.sight.pieces(page).slice(0, date.at) : [];
  let holder = date ? parentOf(date.parent) : null;
  let tags: string | null = null;
  let further = 0;
  for (; holder && (holder.tagName !== 'BODY' || holder === date?.parent.parentNode); holder = parentOf(holder)) {
    const around = holder;
    const lines = new Map<number, string>();
    for (const { text, line, spaced, parent } of before) {
      if (around.contains(parent)) lines.set(line, lines.has(line) ? `${lines.get(line)}${spaced ? ' ' : ''}${text}` : text);
    }
    const above = [...lines.values()].filter((line) => readDuration(line) === null);
    const title = above.findLast((line) => !/^(?:[#＃][^\s#＃]+\s*)+$/.test(line));
    if (title) return title;
    // Nothing but tags: a title of tags, unless a line stands just above them.
    tags ??= above[0] ?? null;
    if (tags !== null && further++ >= 2) break;
  }
  return tags;
}) satisfies Find;

/** Words before the time at which a post was changed, or its figures were. */
const CHANGED =
  /^(?:数据)?(?:最后|最近|上次)?(?:更新|修改|编辑)(?:时间|日期|于)?\s*[:：]?$|^(?:last )?(?:updated|edited|modified)(?: on| at)?:?$/i;

function pageDate(page: Element, look: Look): { at: number; text: string; parent: Element } | null {
  const pieces = look.sight.pieces(page);
  for (const [at, { parent }] of pieces.entries()) {
    const date = dateAt(pieces, at, look);
    if (date && !CHANGED.test(pieces[at - 1]?.text ?? '')) return { at, text: date.text, parent };
  }
  return null;
}
