import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Disclosure } from '../kit';
import { useWords } from '../words';
import { DataTable, type TableData } from './DataTable';

interface ChartFigureProps {
  /** What the chart shows, in a sentence: the name a screen reader says. */
  name: string;
  /** Width and height in units of the drawing; `useChartWidth` gives the width and its `svg`. */
  height: number;
  width: number;
  svg: RefObject<SVGSVGElement | null>;
  /** The same numbers. No chart without it. */
  table: TableData;
  /** Legend or remark, between chart and table. */
  children?: ComponentChildren;
  /** The drawing: SVG elements, coloured by class. */
  drawing: ComponentChildren;
}

/** The frame of every chart: an image with a name, and the table that says the same. */
export function ChartFigure({ name, height, width, svg, table, children, drawing }: ChartFigureProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <figure class="stack-tight">
      <svg ref={svg} class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{name}</title>
        {drawing}
      </svg>
      {children}
      <Disclosure summary={t.common.asTable}>
        <DataTable caption={name} {...table} />
      </Disclosure>
    </figure>
  );
}
