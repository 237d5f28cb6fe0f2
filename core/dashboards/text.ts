/**
 * Pages whose markup is not known: their visible text is read. A post is anchored on the line of its date; its figures follow the
 * date, as label and value pairs or as so many bare whole numbers in a verified order (`facts/visible-texts.md`).
 */
import { isMetricName, type MetricName } from '../model/metrics';
import { readDate } from '../text/dates';
import { readDuration } from '../text/durations';
import { statusOf } from '../text/status';
import { Figures } from './figure-text';
import { type Piece, parentOf } from './sight';
import type { FieldName, Found, Look, PairsLayout, Row, TextLayout } from './types';

const COUNT = /^\d[\d,.]*\s*[万亿萬億wWkKmM千]?$/;

/** A piece of text with a date in it; a date and its time may be two pieces of one line. */
interface Anchor {
  piece: number;
  /** Pieces the date takes. */
  length: number;
  text: string;
}

export function findText(root: ParentNode, layout: TextLayout, look: Look): Found | null {
  const scope = layout.within ? look.sight.first(root, layout.within) : root;
  if (!scope) return null;
  const pieces = split(look.sight.pieces(scope));
  const anchors: Anchor[] = [];
  pieces.forEach((_, at) => {
    const anchor = anchorAt(pieces, at, look);
    // A date belongs to a post only if its figures follow.
    if (anchor && figuresAfter(pieces, anchor, pieces.length, layout, look)) anchors.push(anchor);
  });
  if (anchors.length === 0) return null;
  const around = pieces.filter(({ text }) => AROUND.test(text) && !layout.furniture.test(text)).map(({ parent }) => parent);
  const rows = anchors.map((anchor, index) => {
    const outside = [anchors[index - 1], anchors[index + 1]].flatMap((other) => (other && pieces[other.piece]?.parent) ?? []);
    const card = cardAround(pieces[anchor.piece]?.parent, [...outside, ...around], scope);
    const next = anchors[index + 1]?.piece ?? pieces.length;
    const inside = pieces.slice(anchors[index - 1]?.piece ?? 0, next).filter((piece) => card?.contains(piece.parent));
    return { card, inside, anchor };
  });
  return {
    rows: rows.flatMap(({ card, inside }) =>
      card
        ? [
            {
              element: card,
              signature: inside.map((piece) => piece.text).join('\n'),
              parse: () => parseCard(inside, layout, look),
            },
          ]
        : [],
    ),
    recognised: true,
  };
}

/** `598 3 1 6 10` and `播放 100 点赞 5` in one piece are taken apart; other text stays whole. */
function split(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const words = piece.text.split(' ');
    const numbers = words.every((word) => COUNT.test(word));
    const pairs =
      words.length % 2 === 0 &&
      words.every((word, at) => (at % 2 === 0 ? !/^[\d-]/.test(word) : /^(?:\d[\d.,:]*\S{0,2}|-+)$/.test(word)));
    return words.length > 1 && (numbers || pairs) ? words.map((text) => ({ ...piece, text })) : [piece];
  });
}

function anchorAt(pieces: readonly Piece[], at: number, look: Look): Anchor | null {
  const piece = pieces[at];
  if (!piece || !/\d/.test(piece.text) || piece.text.length > 60) return null;
  const date = readDate(piece.text, look);
  if (!date) return null;
  if (date.precision !== 'day') return { piece: at, length: 1, text: piece.text };
  const time = pieces[at + 1];
  if (time?.line !== piece.line || !/^\d{1,2}:\d{2}(?::\d{2})?$/.test(time.text)) return null;
  return { piece: at, length: 2, text: `${piece.text} ${time.text}` };
}

/** The card: the largest element around the date that holds no other post's date and nothing of the page around. */
function cardAround(start: Element | undefined, outside: readonly Element[], scope: ParentNode): Element | null {
  let card = start ?? null;
  for (let up = card && parentOf(card); up && up !== scope && up.tagName !== 'BODY'; up = parentOf(up)) {
    const candidate = up;
    if (outside.some((other) => candidate.contains(other))) break;
    if (candidate.querySelector('input, select, nav, header, h1, [role="tablist"], [role="navigation"]')) break;
    card = candidate;
  }
  return card;
}
/** Totals of a list stand around it, never in a card: `作品 (2)`, `共 26 个作品`. */
const AROUND = /^(?:\S{1,6}\s*[（(]\d+[)）]|[-–\s]*共\s*\d+\s*[个篇条]\S{0,4}[-–\s]*)$/;

/** The figures that follow a date; `null` when they are not there. */
function figuresAfter(pieces: readonly Piece[], anchor: Anchor, end: number, layout: TextLayout, look: Look): Figures | null {
  const figures = new Figures();
  const first = anchor.piece + anchor.length;
  if (layout.figures === 'labels') {
    let pairs = 0;
    for (let at = first; at < end - 1; at++) {
      const label = pieces[at]?.text ?? '';
      if (at > first && anchorAt(pieces, at, look)) break;
      const meaning = look.meaning(label);
      const value = pieces[at + 1]?.text ?? '';
      if (meaning === null || !isMetricName(meaning) || !/^(?:\d|[-–—]+$|暂无)/.test(value)) continue;
      figures.add(meaning, label, value, look);
      pairs++;
      at++;
    }
    return pairs >= 3 ? figures : null;
  }
  const order = layout.figures;
  const start = pieces.findIndex((piece, at) => at >= first && at < end && COUNT.test(piece.text));
  // Only badges may stand between the date and its figures.
  if (start < 0 || start - first > 4) return null;
  const run = pieces.slice(start, Math.min(end, start + order.length + 1));
  if (run.length < order.length || run.slice(0, order.length).some((piece) => !isFigure(piece.text))) return null;
  if (isFigure(run[order.length]?.text ?? '')) return null;
  order.forEach((metric: MetricName, at) => {
    figures.add(metric, '', run[at]?.text ?? '', look);
  });
  return figures;
}
const isFigure = (text: string) => COUNT.test(text) || /^[-–—]+$/.test(text);

function parseCard(pieces: readonly Piece[], layout: TextLayout, look: Look): Row | null {
  const at = pieces.findIndex((_, index) => {
    const anchor = anchorAt(pieces, index, look);
    return anchor !== null && figuresAfter(pieces, anchor, pieces.length, layout, look) !== null;
  });
  const anchor = anchorAt(pieces, at, look);
  const figures = anchor && figuresAfter(pieces, anchor, pieces.length, layout, look);
  if (!anchor || !figures) return null;
  const fields: Partial<Record<FieldName, string>> = { publishedAt: anchor.text };
  titleOf(pieces.slice(0, at), layout, fields);
  const afterDate = pieces.slice(at + anchor.length);
  for (const { text } of [...pieces.slice(0, at), ...afterDate]) {
    if (text === fields.title) continue;
    if (!fields.status && statusOf(text) !== null) fields.status = text;
    if (!fields.pinned && /^(?:已置顶|取消置顶)$/.test(text)) fields.pinned = text;
  }
  return { fields, figures: figures.list, refused: figures.refused, byOrder: layout.figures !== 'labels' };
}

/** The first line before the date that is no duration, status or button. Its pieces are joined as they stand. */
function titleOf(pieces: readonly Piece[], layout: TextLayout, fields: Partial<Record<FieldName, string>>): void {
  let line = -1;
  for (const { text, line: at, spaced } of pieces) {
    if (line >= 0 && at !== line) break;
    if (layout.furniture.test(text)) {
      if (line >= 0) break;
      continue;
    }
    if (line < 0 && readDuration(text) !== null) fields.duration ??= text;
    else if (line < 0 && statusOf(text) !== null) fields.status ??= text;
    else {
      fields.title = fields.title === undefined ? text : fields.title + (spaced ? ' ' : '') + text;
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
  const scope = layout.within ? look.sight.first(root, layout.within) : root;
  const element = scope && ((scope as Partial<Document>).body ?? (scope as Partial<ShadowRoot>).host ?? (scope as Element));
  if (!scope || !element) return null;
  const pieces = split(look.sight.pieces(scope));
  const figures = new Figures();
  for (let at = 0; at < pieces.length - 1; at++) {
    const label = pieces[at]?.text ?? '';
    const meaning = label.length <= 40 ? look.meaning(label) : null;
    const value = pieces[at + 1]?.text ?? '';
    if (meaning === null || !isMetricName(meaning) || !/^(?:\d|[-–—]+$|暂无)/.test(value)) continue;
    figures.add(meaning, label, value, look);
    at++;
  }
  if (figures.list.length < (layout.min ?? 3)) return null;
  const { list, refused } = figures;
  const parse = () => ({ fields: readFields(element), figures: list, refused });
  return { rows: [{ element, signature: list.map(({ metric, raw }) => metric + raw).join(), parse }], recognised: true };
}
