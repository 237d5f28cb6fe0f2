import type { overlay } from '../../assets/locales/en/overlay';
import type { Mark } from '../../core/model/marks';
import { element } from './dom';
import { svg } from './overlay-dom';

export type OverlayTexts = typeof overlay;

/** What a marker says in words: its name for screen readers, and the first lines of its card. */
export function linesOf(mark: Mark | null, text: OverlayTexts): string[] {
  if (!mark) return [text.notWeighed];
  const { bands, level, pace } = mark;
  return [
    bands ? text.bandLine(bands.map((band) => text.bands[band])) : text.noBand,
    ...(pace ? [text.pace[pace.kind](pace.factor)] : []),
    ...(level === 'green' ? [] : [text.levels[level]]),
  ];
}

/** The card of one post: where it stands, how it grew, what was found. */
export function cardOf(title: string, mark: Mark | null, text: OverlayTexts, language: string): Node[] {
  const [first = '', ...more] = linesOf(mark, text);
  const parts: Node[] = [element('p', 'card-title', title || text.untitled), element('p', '', first)];
  if (mark?.bands) parts.push(element('p', 'soft', text.bandNote));
  for (const line of more) parts.push(element('p', 'strong', line));
  if (mark?.trend && mark.trend.points.length > 1) parts.push(...trendParts(mark.trend, text, language));
  for (const { text: words, message } of mark?.findings ?? []) {
    parts.push(element('p', 'finding', ...(words ? [element('b', '', text.quote(words))] : []), ` ${message}`));
  }
  return parts;
}

function trendParts({ metric, points }: NonNullable<Mark['trend']>, text: OverlayTexts, language: string): Node[] {
  const [first = [0, 0], last = first] = [points[0], points.at(-1)];
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
  const most = Math.max(1, ...points.map(([, value]) => value));
  const span = Math.max(1, last[0] - first[0]);
  const at = ([time, value]: readonly [number, number]) =>
    [2 + (236 * (time - first[0])) / span, 34 - (32 * value) / most].map((each) => each.toFixed(1)).join(',');
  const name = text.metrics[metric as keyof OverlayTexts['metrics']] ?? metric;
  return [
    svg(
      'svg',
      { viewBox: '0 0 240 36', width: 240, height: 36, 'aria-hidden': 'true' },
      svg('line', { x1: 0, x2: 240, y1: 34.5, y2: 34.5, class: 'base' }),
      svg('polyline', { points: points.map(at).join(' '), class: 'trend' }),
    ),
    element(
      'p',
      'soft',
      text.trend(name, number.format(first[1]), number.format(last[1]), day.format(first[0]), day.format(last[0])),
    ),
  ];
}
