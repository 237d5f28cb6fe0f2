import type { ComponentChildren } from 'preact';
import type { Why } from '../../core/model/report-parts';
import { WhyFigure } from './WhyFigure';

interface PartProps {
  title: string;
  /** The answer in words. */
  statement?: string;
  why?: Why;
  /** The answer is that it is not known. */
  unknown?: boolean;
  keys?: readonly string[];
  children?: ComponentChildren;
}

/** One figure of the plan: its name, the answer in a sentence, what draws it, and why. */
export function Part({ title, statement, why, unknown, keys = [], children }: PartProps) {
  return (
    <section class="part stack-tight">
      <h3>{title}</h3>
      {statement && <p>{statement}</p>}
      {children}
      {why && <WhyFigure why={why} keys={keys} unknown={unknown ?? false} />}
    </section>
  );
}
