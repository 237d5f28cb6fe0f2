/** Cards whose figures have icons instead of words. */
import type { MetricName } from '../model/metrics';
import { readDuration } from '../text/durations';
import { read } from './fields';
import { parentOf } from './sight';
import type { CardLayout, FigureRule, Find, Look } from './types';

/** The meaning of an item by how its icon's first path begins (`facts/` names the drawings). */
export function byIconPath(names: Readonly<Record<string, MetricName>>): FigureRule['name'] {
  return (item) => {
    for (const shape of item.querySelectorAll('path')) {
      const drawing = shape.getAttribute('d') ?? '';
      for (const start in names) if (drawing.startsWith(start)) return names[start] ?? null;
    }
    return null;
  };
}

/** The meaning of an item by the file name of its icon, without path, hash and extension. */
export function byIconFile(names: Readonly<Record<string, MetricName>>): FigureRule['name'] {
  return (item) => {
    for (const image of item.querySelectorAll('img')) {
      const file = /([^/?#]+)(?:[?#].*)?$/.exec(image.getAttribute('src') ?? '')?.[1]?.toLowerCase() ?? '';
      // `icon_play.svg`, `icon-play.3d2f.svg`, `icon-play-1a2b3c4d.svg`
      const stem =
        file
          .split('.')[0]
          ?.replace(/@\dx$/, '')
          .replaceAll('_', '-')
          .replace(/-(?=[a-z]*\d)[a-z0-9]{5,}$/, '') ?? '';
      if (Object.hasOwn(names, stem)) return names[stem] ?? null;
    }
    return null;
  };
}

/**
 * Narrows an icon to the card it stands in, where no class is known: the smallest element around it that holds `least` figures with a
 * known icon and a date. Two of one kind are of two cards.
 */
export function cardAroundIcon(
  item: string,
  name: FigureRule['name'],
  least: number,
  date: Find,
): NonNullable<CardLayout['climb']> {
  return (icon, look) => {
    const own = name(icon, look);
    for (let card: Element | null = icon; own !== null && card && card.tagName !== 'BODY'; card = parentOf(card)) {
      const metrics = look.sight.all(card, item).flatMap((each) => name(each, look) ?? []);
      if (new Set(metrics).size < metrics.length) return null;
      if (metrics.length >= least && read(card, date, look)) return withCover(card, look);
    }
    return null;
  };
}

/** The cover stands beside the words, and has none but its playing time. */
function withCover(words: Element, look: Look): Element {
  const withoutClocks = (element: Element) => look.sight.lines(element).filter((line) => readDuration(line) === null).length;
  const own = withoutClocks(words);
  let card = words;
  for (let up = parentOf(card); up && up.tagName !== 'BODY' && withoutClocks(up) === own; up = parentOf(up)) card = up;
  return card;
}
