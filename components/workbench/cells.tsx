import type { ComponentChildren } from 'preact';
import type { MetricName } from '../../core/model/metrics';
import type { Figure } from '../../core/model/reading';
import type { PostRow } from '../data';
import { DASH } from '../format';
import { LevelMark } from '../kit';
import { Standing } from '../posts/Standing';
import { accountLabel } from '../shell/AccountBar';
import type { useWords } from '../words';
import { type Column, isMetric, widthOf } from './columns';

type Words = ReturnType<typeof useWords<'panel'>>;

/** Not every browser takes boxes that are laid out otherwise for cells of a table: it is told again. */
export const CELL = { role: 'cell' } as const;

// Cells are plain elements, one each where that will do: rows come by the hundred while the table is scrolled.

export function cellOf(column: Column, row: PostRow, metrics: Partial<Record<MetricName, Figure>>, words: Words) {
  return isMetric(column) ? figureCell(column, metrics[column], words) : wordsCell(column, row, words);
}

/** A figure; where it is rounded, with what the page printed. */
function figureCell(metric: MetricName, figure: Figure | undefined, words: Words) {
  if (!figure) return unknownCell(metric, words);
  const { t, f } = words;
  return (
    <td key={metric} {...CELL} class="cell-number" title={figure.high > figure.low ? t.common.asPrinted(figure.raw) : undefined}>
      {f.figure(metric, figure)}
    </td>
  );
}

/** Read out as "unknown". */
function unknownCell(column: Column, { t }: Words) {
  return (
    <td key={column} {...CELL} class={`cell-${widthOf(column)} faint`} aria-label={t.unknown}>
      {DASH}
    </td>
  );
}

function wordsCell(column: Exclude<Column, MetricName>, row: PostRow, words: Words) {
  if (column === 'standing' && !row.bands?.length) return unknownCell(column, words);
  if (column === 'check' && !row.level) return unknownCell(column, words);
  return (
    <td key={column} {...CELL} class={`cell-${widthOf(column)}`}>
      {saidOf(column, row, words)}
    </td>
  );
}

function saidOf(column: Exclude<Column, MetricName>, row: PostRow, { t, f }: Words): ComponentChildren {
  const { post, labels } = row.known;
  switch (column) {
    case 'published':
      return f.published(post.publishedAt, post.publishedPrecision) ?? t.posts.noDate;
    case 'account':
      return accountLabel(row.known, t);
    case 'format':
      return post.format ? t.formats[post.format] : DASH;
    case 'status':
      return post.status ? t.statuses[post.status] : (post.statusText ?? DASH);
    case 'kind':
      return labels.kind ? t.kinds[labels.kind] : DASH;
    case 'pillar':
      return labels.pillar ?? DASH;
    case 'standing':
      return <Standing bands={row.bands} short />;
    case 'check':
      return row.level && <LevelMark level={row.level} text={t.levelsShort[row.level]} />;
  }
}
