/** Cards: repeated elements, one per post, whose figures carry a label, an icon or a title. */
import { isMetricName } from '../model/metrics';
import type { Refusal } from '../model/reading';
import { read, readFields } from './fields';
import { Figures } from './figure-text';
import type { CardLayout, FigureRule, Found, Look, Meaning, Row, RowSource } from './types';

export function findCards(root: ParentNode, layout: CardLayout, look: Look): Found | null {
  const rows: RowSource[] = [];
  const seen = new Set<Element>();
  for (const element of cardsIn(root, layout, look)) {
    if (seen.has(element)) continue;
    seen.add(element);
    rows.push({
      element,
      signature: element.textContent + (layout.fields.id ? (readFields(element, { id: layout.fields.id }, look).id ?? '') : ''),
      parse: () => parseCard(element, layout, look),
    });
  }
  const container = rows[0]?.element.parentElement ?? undefined;
  return rows.length > 0 ? { rows, recognised: true, container } : null;
}

function* cardsIn(root: ParentNode, layout: CardLayout, look: Look): Generator<Element> {
  if (layout.row && !layout.climb) {
    yield* look.sight.rows(root, layout.row);
    return;
  }
  for (const match of layout.row ? look.sight.all(root, layout.row) : wholeOf(root, layout, look)) {
    const card = layout.climb ? layout.climb(match, look) : match;
    if (!card) continue;
    look.sight.row(card);
    yield card;
  }
}

function* wholeOf(root: ParentNode, layout: CardLayout, look: Look): Generator<Element> {
  if (!look.sight.first(root, layout.figures.item)) return;
  const whole = (root as Partial<Document>).body ?? (root as Element);
  if (whole) yield whole;
}

function parseCard(card: Element, layout: CardLayout, look: Look): Row {
  return { fields: readFields(card, layout.fields, look), ...readItems(card, layout.figures, look) };
}

/** Reads the figures of a card. One that stands there twice with different values, or whose meaning is unknown, is refused. */
function readItems(card: Element, rule: FigureRule, look: Look): Omit<Row, 'fields'> {
  const items = look.sight.all(card, rule.item);
  const refused: Refusal[] = [];
  let meanings: (Meaning | null)[] = items.map((item) => rule.name(item, look));
  let byOrder = false;
  if (rule.order && meanings.every((meaning) => meaning === null)) {
    if (items.length === rule.order.length) {
      meanings = [...rule.order];
      byOrder = true;
    } else if (items.length > 0) {
      return { figures: [], refused: [{ reason: 'wrong-count', excerpt: items.map((item) => look.sight.text(item)).join(' ') }] };
    }
  }
  const figures = new Figures();
  items.forEach((item, position) => {
    const meaning = meanings[position] ?? null;
    if (meaning === null) refused.push({ reason: 'unknown-label', excerpt: look.sight.text(item) });
    if (meaning === null || !isMetricName(meaning)) return;
    const place =
      rule.value === undefined
        ? item
        : typeof rule.value === 'string'
          ? look.sight.first(item, rule.value)
          : read(item, rule.value, look);
    if (place !== null) figures.add(meaning, (rule.label && read(item, rule.label, look)) ?? '', place, look);
  });
  return { figures: figures.list, refused: [...refused, ...figures.refused], byOrder };
}

/** The meaning of an item by the text of its label. */
export function byLabel(selector: string): FigureRule['name'] {
  return (item, look) => {
    const label = look.sight.first(item, selector);
    return label && look.meaning(look.sight.text(label));
  };
}
