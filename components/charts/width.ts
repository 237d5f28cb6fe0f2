import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The least width of a chart, in units of its drawing. */
export const CHART_WIDTH = 330;
/** Pixels to a unit: its 10 units of type come out as large as small text. */
const SCALE = 1.2;

/** A chart fills its place: how wide to draw it there, in units. Goes on the `svg`. */
export function useChartWidth(): [RefObject<SVGSVGElement | null>, number] {
  const ref = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(CHART_WIDTH);
  useLayoutEffect(() => {
    const svg = ref.current;
    if (!svg) return;
    const measure = () => setWidth(Math.max(CHART_WIDTH, Math.round(svg.getBoundingClientRect().width / SCALE)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(svg);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
