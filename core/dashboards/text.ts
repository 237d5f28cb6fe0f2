/**
 * Pages whose markup is not known: their visible text is read. A post is anchored on its date; its figures follow the date, as label
 * and value pairs or as so many bare whole numbers in a verified order (`facts/visible-texts.md`).
 */
import { isMetricName } from '../model/metrics';
import { readDate } from '../text/dates';
import { readDuration } from '../text/durations';
import { statusOf } from '../text/status';
import { Figures } from './figure-text';
import { type Piece, parentOf } from './sight';
import type { Found, Look, PairsLayout, Row, TextLayout } from './types';

const COUNT = /^\d[\d,.]*\s*[万亿萬億wWkKmM千]?$/;
const DASH = /^[-–—]+$/;
const isFigure = (text: string) => COUNT.test(text) || DASH.test(text);
/** What may stand beside a label: a figure of any unit, or a word for "none". */
const VALUE = /^(?:\d|[-–—]+$|暂无)/;
/** Totals of a list stand around it, never in a card: `作品 (2)`, `共 26 个作品`. */
const AROUND =
  /^(?:(?:视频|图文|合集|作品|作品合集|全部|全部笔记|笔记)\s*[（(]\d+[)）]|[-–\s]*共\s*\d+\s*[个篇条]\S{0,4}[-–\s]*)$/;
const AROUND_ELEMENTS = 'input, select, nav, header, h1, [role="tablist"], [role="navigation"]';
/** Badges that may stand between a date and its figures. */
const MOST_BADGES = 4;

/** A date with its time; they may be two pieces of one line. */
interface Anchor {
  at: number;
  /** The piece after the date. */
  end: number;
  text: string;
  /** `null`: no figures follow. */
  figures: Figures | null;
}

export function findText(root: ParentNode, layout: TextLayout, look: Look): Found | null {
  const pieces = split(look.sight.pieces(root));
  const anchors = pieces.flatMap((_, at) => {
    const anchor = anchorAt(pieces, at, layout, look);
    return anchor && (!layout.anchor || layout.anchor.test(anchor.text)) ? [anchor] : [];
  });
  const around = pieces.filter(({ text }) => AROUND.test(text) && !layout.furniture.test(text)).map(({ parent }) => parent);
  // A date without figures is a post only if it stands where posts stand: the first walk knows none of those yet.
  const posts = anchors.filter(({ figures }) => figures !== null);
  const lists = new Set(cardsOf(posts, pieces, around).map(({ card }) => parentOf(card)));
  const cards = cardsOf(anchors, pieces, around).filter(
    ({ card, inside, anchor }) =>
      anchor.figures !== null ||
      lists.has(parentOf(card)) ||
      inside.filter(({ text }) => layout.furniture.test(text)).length >= 3,
  );
  if (cards.length === 0) return null;
  const rows = cards.map(({ card, inside, anchor }) => ({
    element: card,
    signature: inside.map(({ text }) => text).join('\n'),
    parse: () => parseCard(inside, anchor, pieces, layout),
  }));
  return { rows, recognised: true };
}

/** `598 3 1 6 10` and `播放 100 点赞 5` in one piece are taken apart; other text stays whole. */
function split(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const words = piece.text.split(' ');
    if (words.length < 2) return piece;
    const numbers = words.every(isFigure);
    const pairs = words.length % 2 === 0 && words.every((word, at) => (at % 2 === 0 ? !/^[\d-]/.test(word) : VALUE.test(word)));
    return numbers || pairs ? words.map((text, at) => ({ ...piece, text, spaced: at > 0 || piece.spaced })) : piece;
  });
}

function anchorAt(pieces: readonly Piece[], at: number, layout: TextLayout, look: Look): Anchor | null {
  const date = dateAt(pieces, at, look);
  return date && { ...date, figures: figuresFrom(pieces, date.end, layout, look) };
}

function dateAt(pieces: readonly Piece[], at: number, look: Look): { at: number; end: number; text: string } | null {
  const piece = pieces[at];
  if (!piece || piece.text.length > 60 || !/\d/.test(piece.text)) return null;
  const date = readDate(piece.text, look);
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
    for (let at = from; at < pieces.length - 1 && !dateAt(pieces, at, look); at++) {
      const meaning = look.meaning(text(at));
      if (meaning === null || !isMetricName(meaning) || !VALUE.test(text(at + 1))) continue;
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
  if (end - start !== layout.figures.length) return null;
  layout.figures.forEach((metric, index) => {
    figures.add(metric, '', text(start + index), look);
  });
  return figures;
}

interface Card {
  card: Element;
  anchor: Anchor;
  inside: Piece[];
}

/** The card of each date: the largest element around it that holds no other post's date and nothing of the page around. */
function cardsOf(anchors: readonly Anchor[], pieces: readonly Piece[], around: readonly Element[]): Card[] {
  const cards: Card[] = [];
  anchors.forEach((anchor, index) => {
    const [before, own, after] = [anchors[index - 1], anchor, anchors[index + 1]].map((each) => each && pieces[each.at]?.parent);
    if (!own) return;
    const outside = [...around, ...(before ? [before] : []), ...(after ? [after] : [])];
    let card = own;
    for (
      let up = parentOf(card);
      up && up.tagName !== 'BODY';
      up = up.getRootNode() === own.getRootNode() ? parentOf(up) : null
    ) {
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

function parseCard(inside: readonly Piece[], anchor: Anchor, pieces: readonly Piece[], layout: TextLayout): Row {
  const at = inside.findIndex((piece) => piece === pieces[anchor.at]);
  const fields: Row['fields'] = { publishedAt: anchor.text };
  titleOf(inside.slice(0, at), layout, fields);
  for (const { text } of inside) {
    if (text !== fields.title && !fields.status && statusOf(text) !== null) fields.status = text;
    if (/^(?:已置顶|取消置顶)$/.test(text)) fields.pinned = text;
  }
  const byOrder = layout.figures !== 'labels';
  if (anchor.figures) return { fields, figures: anchor.figures.list, refused: anchor.figures.refused, byOrder };
  const numbers = inside.slice(at + 1).filter(({ text }) => isFigure(text));
  const refused = numbers.length > 0 ? [{ reason: 'wrong-count', excerpt: numbers.map(({ text }) => text).join(' ') }] : [];
  return { fields, figures: [], refused, byOrder };
}

/** The first line before the date that is no duration, status or button. Its pieces are joined as they stand. */
function titleOf(pieces: readonly Piece[], layout: TextLayout, fields: Row['fields']): void {
  let line = -1;
  for (const { text, line: at, spaced } of pieces) {
    if (layout.furniture.test(text)) {
      if (line >= 0) break;
      continue;
    }
    if (line >= 0 && at !== line && !layout.wholeText) break;
    if (line < 0 && readDuration(text) !== null) fields.duration ??= text;
    else if (line < 0 && statusOf(text) !== null) fields.status ??= text;
    else {
      fields.title = fields.title === undefined ? text : fields.title + (spaced || at !== line ? ' ' : '') + text;
      line = at;
    }
  }
}

/** One post's own page: every metric label with the value beside it. A metric shown twice with different values is refused. */
export function findPairs(
  root: ParentNode,
  layout: PairsLayout,
  look: Look,
  readFields: (element: Element) => Row['fields'],
): Found | null {
  const element = (root as Partial<Document>).body ?? (root as Element);
  const pieces = split(look.sight.pieces(root));
  const figures = new Figures();
  for (let at = 0; at < pieces.length - 1; at++) {
    const { text = '' } = pieces[at] ?? {};
    const meaning = text.length <= 40 ? look.meaning(text) : null;
    const value = pieces[at + 1]?.text ?? '';
    if (meaning === null || !isMetricName(meaning) || !VALUE.test(value)) continue;
    figures.add(meaning, text, value, look);
    at++;
  }
  const { list, refused } = figures;
  if (list.length < (layout.min ?? 3)) return null;
  const parse = () => {
    const fields = readFields(element);
    titleAboveDate(pieces, fields, look);
    return { fields, figures: list, refused };
  };
  return { rows: [{ element, signature: pieces.map(({ text }) => text).join('\n'), parse }], recognised: true };
}

/** On a post's own page the title stands above its date, perhaps with a line of tags between. */
function titleAboveDate(pieces: readonly Piece[], fields: Row['fields'], look: Look): void {
  const date = pieces.flatMap((_, at) => dateAt(pieces, at, look) ?? [])[0];
  if (!date) return;
  fields.publishedAt ??= date.text;
  if (fields.title) return;
  for (let around = pieces[date.at]?.parent; around && around.tagName !== 'BODY'; around = parentOf(around) ?? undefined) {
    const holder = around;
    const lines = new Map<number, string>();
    for (const { text, line, spaced, parent } of pieces.slice(0, date.at)) {
      if (holder.contains(parent)) lines.set(line, lines.has(line) ? `${lines.get(line)}${spaced ? ' ' : ''}${text}` : text);
    }
    const above = [...lines.values()].filter((line) => readDuration(line) === null);
    const title = above.findLast((line) => !/^(?:[#＃][^\s#＃]+\s*)+$/.test(line)) ?? above[0];
    if (title) {
      fields.title = title;
      return;
    }
  }
}
