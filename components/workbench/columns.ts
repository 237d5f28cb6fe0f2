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
export const isMetric = (column: Column): column is MetricName => (METRIC_NAMES as string[]).includes(column);

/** Widths of the columns in px, fixed: each row is laid out by itself (`workbench.css`). */
export const WIDTHS = { check: 36, title: 240, number: 84, time: 156, words: 116, mark: 104 };
/** Where no more fits beside the title than one column: its figure comes first, and the title leaves it room. */
export const NARROW = { media: '(max-width: 559px)', widths: { ...WIDTHS, title: 156 } };
export function figureFirst(columns: Column[]): Column[] {
  const figure = columns.find(isMetric);
  return figure ? [figure, ...columns.filter((column) => column !== figure)] : columns;
}
export const widthOf = (column: Column): keyof typeof WIDTHS => {
  if (isMetric(column)) return 'number';
  if (column === 'standing' || column === 'check') return 'mark';
  return column === 'published' ? 'time' : 'words';
};

export function columnName(column: Column, t: TextsOf['panel']): string {
  return isMetric(column) ? t.metrics[column] : t.posts[column];
}
