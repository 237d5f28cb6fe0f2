/** The columns of the posts table: which there are, how they are called and how wide they are. */
import { METRIC_NAMES, type MetricName } from '../../core/model/metrics';
import type { TextsOf } from '../words';

export type Column = 'published' | 'account' | 'format' | 'status' | 'kind' | 'pillar' | 'check' | 'standing' | MetricName;
/** In the order in which they are shown. */
export const COLUMNS: Column[] = [
  'published',
  'standing',
  'check',
  ...METRIC_NAMES,
  'kind',
  'pillar',
  'format',
  'status',
  'account',
];
const FIRST_COLUMNS = new Set<Column>([
  'published',
  'standing',
  'check',
  'views',
  'likes',
  'comments',
  'saves',
  'shares',
  'kind',
]);
export const DEFAULT_COLUMNS = COLUMNS.filter((column) => FIRST_COLUMNS.has(column));
export const isMetric = (column: ShownColumn): column is MetricName => (METRIC_NAMES as string[]).includes(column);

/** In their place where there is little room: the day alone, and the light without its word. */
const SHORT = { published: 'day', check: 'light' } as const;
export type ShownColumn = Column | (typeof SHORT)[keyof typeof SHORT];

/** Widths of the columns in px, fixed: each row is laid out by itself (`workbench.css`). */
export const WIDTHS = { check: 36, title: 240, number: 84, time: 156, words: 116, mark: 104, short: 70 };
/** Where little fits beside the title: a figure, the day and the light come first and are as narrow as they can be. */
export const NARROW = { media: '(max-width: 559px)', widths: { ...WIDTHS, check: 28, title: 104, number: 74, short: 62 } };
export function worthFirst(columns: readonly Column[]): ShownColumn[] {
  const figure = columns.find(isMetric);
  const first = columns.filter((column) => column === figure || column in SHORT);
  return [
    ...first.sort((a, b) => Number(isMetric(b)) - Number(isMetric(a))),
    ...columns.filter((column) => !first.includes(column)),
  ].map((column) => SHORT[column as keyof typeof SHORT] ?? column);
}
export const widthOf = (column: ShownColumn): keyof typeof WIDTHS => {
  if (column === 'day' || column === 'light') return 'short';
  if (isMetric(column)) return 'number';
  if (column === 'standing' || column === 'check') return 'mark';
  return column === 'published' ? 'time' : 'words';
};

export function columnName(column: ShownColumn, t: TextsOf['panel']): string {
  if (column === 'light') return t.posts.check;
  return isMetric(column) ? t.metrics[column] : t.posts[column];
}
