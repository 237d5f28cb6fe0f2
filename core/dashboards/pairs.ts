/**
 * Labels with their numbers where neither class names nor their order are known: the number may stand before or after its label
 * (`facts/dashboards-west.md` 3.3, 4.2, 5.2). A label and a number belong together when the smallest element around the label that
 * holds a number holds just these two. In flat text, only a strict alternation says which number is whose.
 */
import { isMetricName, type MetricName } from '../model/metrics';
import { plainDigits } from '../text/clean';
import { figureWords, isAbsent, readMetric } from '../text/figures';
import { readFields } from './fields';
import { nearer } from './nearer';

import { type Piece, parentOf } from './sight';
import type { Fields, FigureText, Found, Look, Meaning, Row } from './types';

/** What a piece of text is: a label (of a metric, or of something known that is none), or a number. */
interface Token {
  piece: Piece;
  label: Meaning | null;
  /** The words right before it that nobody knows: `较前日 12%`. */
  words: Element | null;
}
interface Pair extends FigureText {
  /** How far around the label its number was found: 0 in the same piece of text. */
  distance: number;
}

const LONGEST_LABEL = 40;
const LONGEST_VALUE = 24;
/** A label that has no number so near is a heading or a tab. */
const FARTHEST = 5;
const isValue = (text: string) =>
  text.length <= LONGEST_VALUE && (/^[-+−<≤]?\s*(?:[A-Z]{0,2}[$€£¥₩])?\d/.test(plainDigits(text)) || isAbsent(text));

/**
 * The figures of everything labelled inside `scope`. A metric that two labels equally near to a number disagree on is refused.
 * `labelFirst`: the platform is known to write the number after its label.
 */
export function labelledFigures(scope: ParentNode, look: Look, labelFirst = false): Required<Pick<Row, 'figures' | 'refused'>> {
  const tokens: Token[] = [];
  const pairs: Pair[] = [];
  let words: Element | null = null;
  for (const piece of look.sight.pieces(scope)) {
    // First, because labels may begin with a number: `5s完播率`, `3秒跳出率`.
    const label = piece.text.length <= LONGEST_LABEL ? look.meaning(piece.text) : null;
    const own = label === null ? ownPair(piece.text, look) : null;
    if (own) pairs.push({ ...own, distance: 0 });
    const token = own === null && (label !== null || isValue(piece.text));
    if (token) tokens.push({ piece, label, words });
    words = own === null && !token && /\p{L}/u.test(piece.text) ? piece.parent : null;
  }
  for (const [at, token] of tokens.entries()) {
    const candidates = labelFirst ? tokens.slice(at) : tokens;
    const pair = token.label !== null && isMetricName(token.label) ? pairOf(token, token.label, candidates, scope, look) : null;
    if (pair) pairs.push(pair);
  }
  return settle(pairs, look);
}

/** `Views 1,234`, `1,234 impressions`: both in one piece of text. */
function ownPair(shown: string, look: Look): FigureText | null {
  const text = plainDigits(shown);
  if (text.length > LONGEST_LABEL + LONGEST_VALUE || !/\d/.test(text)) return null;
  const [, before = '', value = ''] = /^(\D{2,}?)[\s:：]+(\d\S*(?: ?\p{L}{1,4}\.?)?)$/u.exec(text) ?? [];
  const named = before && look.meaning(before);
  if (named && isMetricName(named)) return { metric: named, raw: value, label: before };
  const words = figureWords(text, look);
  const rest = words && text.startsWith(words) ? text.slice(words.length).trim() : '';
  const after = rest && look.meaning(rest);
  return words && after && isMetricName(after) ? { metric: after, raw: words, label: rest } : null;
}

const fits = (metric: MetricName, label: string, look: Look) => (token: Token) =>
  readMetric(token.piece.text, metric, label, { lang: look.lang }).kind !== 'refused';

function pairOf(label: Token, metric: MetricName, tokens: readonly Token[], scope: ParentNode, look: Look): Pair | null {
  const name = label.piece.text;
  let distance = 1;
  for (let up: Element | null = label.piece.parent; up && distance <= FARTHEST; up = parentOf(up), distance++) {
    const around = up;
    const inside = tokens.filter(({ piece }) => around.contains(piece.parent));
    const numbers = inside.filter((token) => token.label === null);
    if (numbers.length > 0) {
      const values = numbers.filter(({ piece, words }) => !words || !nearer(piece.parent, words, label.piece.parent));
      const labels = inside.filter((token) => token.label !== null);
      // A change beside the total (`+12%`) does not fit the metric's unit.
      const own = labels.length === 1 ? values.filter(fits(metric, name, look)) : alternating(label, inside);
      const [value] = own;
      if (own.length === 1 && value) return { metric, raw: value.piece.text, label: name, distance };
      // One number, and it is not a figure of this metric: it is refused with its own words.
      if (labels.length === 1 && values.length === 1 && values[0])
        return { metric, raw: values[0].piece.text, label: name, distance };
      return null;
    }
    if (up === scope) return null;
  }
  return null;
}

/** In a flat run `label number label number …`, or the other way round throughout, the number of one label. */
function alternating(label: Token, run: readonly Token[]): Token[] {
  const strict =
    run.length % 2 === 0 && run.every((token, at) => (token.label === null) === ((run[0]?.label === null) === (at % 2 === 0)));
  if (!strict) return [];
  const at = run.indexOf(label);
  const value = run[run[0]?.label === null ? at - 1 : at + 1];
  return value ? [value] : [];
}

function settle(pairs: readonly Pair[], look: Look): Required<Pick<Row, 'figures' | 'refused'>> {
  const figures = new Map<MetricName, FigureText>();
  const refused: Row['refused'] = [];
  for (const metric of new Set(pairs.map((pair) => pair.metric))) {
    const own = pairs.filter((pair) => pair.metric === metric);
    const nearest = Math.min(...own.map(({ distance }) => distance));
    const texts = own.filter(({ distance }) => distance === nearest);
    const [first] = texts;
    if (!first) continue;
    const values = new Set(
      texts.map(({ raw, label }) => {
        const read = readMetric(raw, metric, label ?? '', { lang: look.lang });
        return read.kind === 'value' ? read.figure.value : raw;
      }),
    );
    if (values.size === 1) figures.set(metric, { metric, raw: first.raw, label: first.label ?? '' });
    else refused.push({ reason: 'same-figure-twice', excerpt: `${first.label}: ${texts.map(({ raw }) => raw).join(' / ')}` });
  }
  return { figures: [...figures.values()], refused };
}

/** One post's own page, as a layout: `min` metrics must be found. */
export function onePost(within: string, fields: Fields, min = 3, labelFirst = false) {
  return {
    kind: 'custom' as const,
    find(root: ParentNode, look: Look): Found | null {
      const scope = look.sight.first(root, within);
      if (!scope) return null;
      const { figures, refused } = labelledFigures(scope, look, labelFirst);
      if (figures.length < min) return null;
      const parse = (): Row => ({ fields: readFields(scope, fields, look), figures, refused });
      return { rows: [{ element: scope, signature: look.url.pathname + scope.textContent, parse }], recognised: true };
    },
  };
}
