import type { overlay } from '../../assets/locales/en/overlay';
import { worstFirst } from '../../core/model/level';
import type { Mark } from '../../core/model/marks';
import { sameWords } from '../../core/model/matters';
import { element } from './dom';
import { findingCard, findingTexts, type SetAside } from './finding-card';
import { svg } from './overlay-dom';

export type OverlayTexts = typeof overlay;

/** A card lies over somebody else's page: more findings than this are in the panel. */
const FINDINGS = 2;

/** What a marker says in words: its name for screen readers, and the first lines of its card. */
export function linesOf(mark: Mark | null, text: OverlayTexts): string[] {
  if (!mark) return [text.notWeighed];
  const { level, pace } = mark;
  const [band, above] = mark.bands ?? [];
  return [
    band ? text.bandLine(above ? text.bandPairs[band] : text.bands[band]) : text.noBand,
    ...(pace ? [text.pace[pace.kind](pace.factor)] : []),
    ...(level === 'green' ? [] : [text.levels[level]]),
  ];
}

/** The card of one post: where it stands, how it grew, what was found. */
export function cardOf(
  title: string,
  mark: Mark | null,
  text: OverlayTexts,
  language: 'en' | 'zh-CN',
  setAside: SetAside,
): Node[] {
  const [first = '', ...more] = linesOf(mark, text);
  const parts: Node[] = [element('p', 'card-title', title || text.untitled), element('p', '', first)];
  if (mark?.bands) parts.push(element('p', 'soft', text.bandNote));
  for (const line of more) parts.push(element('p', 'strong', line));
  if (mark?.trend && mark.trend.points.length > 1) parts.push(...trendParts(mark.trend, text, language));
  const told = sameWords(mark?.findings ?? []).toSorted((a, b) => worstFirst(a.finding, b.finding));
  const cards = told.slice(0, FINDINGS).map((one) =>
    findingCard(one, {
      language,
      lead: [element('i', `light ${one.finding.level}`)],
      setAside,
    }),
  );
  if (cards.length > 0) parts.push(element('ul', '', ...cards));
  if (told.length > FINDINGS) parts.push(element('p', 'soft', findingTexts(language).more(told.length - FINDINGS)));
  return parts;
}

function trendParts({ metric, points }: NonNullable<Mark['trend']>, text: OverlayTexts, language: 'en' | 'zh-CN'): Node[] {
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
