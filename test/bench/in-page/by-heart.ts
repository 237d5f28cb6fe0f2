/**
 * Readers of the staged pages that know one page each by heart: where every text stands, and how it is written. They check nothing, find
 * nothing out, send nothing, and would read any other page wrong. What one of them takes is a floor for every reader that tells the truth.
 */
import type { MetricName } from '../../../core/model/metrics';
import type { Figure } from '../../../core/model/reading';

interface Page {
  /** What holds the texts of a row: title, date, mark, playing time (or the row again), then a part for each figure. */
  parts(row: Element): Node[];
  figures: readonly MetricName[];
  date(text: string): string;
  id?(row: Element): string;
}
type Child = Element & { firstElementChild: Child; lastElementChild: Child; nextElementSibling: Child; firstChild: Node };

function figuresOf(parts: Node[], first: Element, count: number): void {
  for (let at = first, left = count; left > 0; at = at.nextElementSibling as Element, left--) parts.push(at);
}
/** `2026-05-28 14:05`, in China. */
const inChina = (text: string) => `${text.slice(0, 10)}T${text.slice(11, 16)}:00+08:00`;

const PAGES: Readonly<Record<string, Page>> = {
  'read-douyin': {
    parts(row) {
      const cell = (row as Child).firstElementChild;
      const info = cell.firstElementChild.firstElementChild.lastElementChild;
      const date = info.lastElementChild;
      const status = cell.nextElementSibling;
      const parts: Node[] = [info.firstElementChild, date.firstChild, status, date.lastElementChild];
      figuresOf(parts, status.nextElementSibling, 12);
      return parts;
    },
    figures: [
      'views',
      'completionRate',
      'completionRate5s',
      'clickThroughRate',
      'exitRate2s',
      'averageWatchSeconds',
      'likes',
      'shares',
      'comments',
      'saves',
      'profileVisits',
      'followersGained',
    ],
    date: inChina,
  },
  'read-tiktok': {
    parts(row) {
      const info = (row as Child).firstElementChild.firstElementChild;
      const audience = info.nextElementSibling;
      const date = info.lastElementChild;
      const parts: Node[] = [date.previousElementSibling as Element, date, audience, info.firstElementChild.nextElementSibling];
      figuresOf(parts, audience.nextElementSibling.firstElementChild, 3);
      return parts;
    },
    figures: ['views', 'likes', 'comments'],
    date(text) {
      const plain = text.replace('\u202f', ' ');
      const at = new Date(/\d{4},/.test(plain) ? plain : plain.replace(',', `, ${new Date().getFullYear()},`));
      return Number.isNaN(at.getTime()) ? '' : at.toISOString();
    },
    id: (row) => row.querySelector('a')?.getAttribute('href')?.split('/').at(-1) ?? '',
  },
  'read-xiaohongshu': {
    parts(row) {
      const cover = (row as Child).firstElementChild;
      const title = cover.nextElementSibling.firstElementChild;
      const date = title.nextElementSibling;
      const parts: Node[] = [title.firstElementChild, date, cover.lastElementChild.lastElementChild, cover];
      figuresOf(parts, date.nextElementSibling.nextElementSibling.firstElementChild, 5);
      return parts;
    },
    figures: ['views', 'comments', 'likes', 'saves', 'shares'],
    date: inChina,
    id: (row) => /[0-9a-f]{24}/.exec(row.getAttribute('data-impression') ?? '')?.[0] ?? '',
  },
};
/** Before the first figure. */
const FIELDS = 4;

const textOf = (part: Node) => part.textContent ?? '';
const shown = (row: Element) => row.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, K: 1000, M: 1_000_000, '%': 0.01, 秒: 1 };
function figureOf(raw: string): Figure | null {
  const number = Number.parseFloat(raw.replaceAll(',', ''));
  if (Number.isNaN(number)) return null;
  const scale = SCALES[raw.at(-1) ?? ''] ?? 1;
  const half = scale > 1 ? scale / 20 : 0;
  const value = number * scale;
  return { value, low: value - half, high: value + half, raw };
}
function readingOf(page: Page, id: string, texts: readonly string[], publishedAt: string, figures: readonly (Figure | null)[]) {
  const metrics: Partial<Record<MetricName, Figure>> = {};
  page.figures.forEach((name, at) => {
    const figure = figures[at];
    if (figure) metrics[name] = figure;
  });
  const [title, , mark, length] = texts;
  return { post: { id, title, publishedAt, mark, length }, metrics };
}

/** Reads the page as a whole, row by row. */
function readAll(page: Page, rows: string) {
  const readings: ReturnType<typeof readingOf>[] = [];
  for (const row of document.querySelectorAll(rows)) {
    if (!shown(row)) continue;
    const texts = page.parts(row).map(textOf);
    readings.push(readingOf(page, page.id?.(row) ?? '', texts, page.date(texts[1] ?? ''), texts.slice(FIELDS).map(figureOf)));
  }
  return readings;
}

/** All readings by heart, and what they took: milliseconds. `rows`: a selector. */
function byHeart(id: string, rows: string) {
  const page = PAGES[id] as Page;
  const started = performance.now();
  const readings = readAll(page, rows);
  const ms = performance.now() - started;
  const figures = readings.reduce((sum, { metrics }) => sum + Object.keys(metrics).length, 0);
  return { ms, rows: readings.filter(({ post }) => post.title).length, figures };
}

/** Tag, class and style; what a row differs in from the next is its own. */
const kindOf = (element: Element) =>
  `${element.tagName.toLowerCase()}${['class', 'style'].map((name) => (element.hasAttribute(name) ? `[${name}=${JSON.stringify(element.getAttribute(name))}]` : `:not([${name}])`)).join('')}`;

/** The same in single steps over all rows, one after the other, and what a reader that does not know the page has to ask besides. Milliseconds. */
function steps(id: string, selector: string): Record<string, number> {
  const page = PAGES[id] as Page;
  const took: Record<string, number> = {};
  const step = <Result>(name: string, work: () => Result): Result => {
    const started = performance.now();
    const result = work();
    took[name] = performance.now() - started;
    return result;
  };
  const rows = step('finding the rows', () => [...document.querySelectorAll(selector)]);
  step('whether each row is shown', () => rows.filter(shown));
  const parts = step('the parts of each row', () => rows.map(page.parts));
  const texts = step('the text of each part', () => parts.map((row) => row.map(textOf)));
  const figures = step('numbers from the figures', () => texts.map((row) => row.slice(FIELDS).map(figureOf)));
  const dates = step('moments from the dates', () => texts.map((row) => page.date(row[1] ?? '')));
  step('ids, and an object for each reading', () =>
    rows.map((row, at) => readingOf(page, page.id?.(row) ?? '', texts[at] ?? [], dates[at] ?? '', figures[at] ?? [])),
  );
  step('class and style of each part and of all around it in its row', () =>
    parts.map((row, at) => {
      const met = new Set<Node | null>([rows[at] as Node]);
      const kinds: (string | null)[] = [];
      for (const part of row)
        for (let around: Node | null = part; !met.has(around); around = around?.parentNode ?? null) {
          met.add(around);
          if (around instanceof Element) kinds.push(around.getAttribute('class'), around.getAttribute('style'));
        }
      return kinds;
    }),
  );
  // The kinds themselves are found outside the time.
  const kinds = new Set(rows.flatMap((row) => [...row.querySelectorAll('*')].map(kindOf)));
  step('or one search for elements of no known kind', () => document.querySelectorAll(`${selector} :not(${[...kinds]})`));
  return took;
}

Object.assign(globalThis, { byHeart, steps });
