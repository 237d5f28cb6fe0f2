/** What a screen says when it has nothing, little, or a fault to show. */
import { CircleAlert, Info, type LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Loadable, Problem } from '../data';
import { useWords } from '../words';
import { Button } from './buttons';
import { Disclosure } from './disclosure';
import { RescueButton } from './rescue';

interface NoteProps {
  children: ComponentChildren;
  kind?: 'info' | 'warn';
}
export function Note({ children, kind = 'info' }: NoteProps) {
  const Icon = kind === 'warn' ? CircleAlert : Info;
  return (
    <div class={`note note-${kind}`}>
      <Icon size={15} aria-hidden="true" class="note-mark" />
      <div class="grow">{children}</div>
    </div>
  );
}

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  text: string;
  children?: ComponentChildren;
}
export function Empty({ icon: Icon, title, text, children }: EmptyProps) {
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon size={20} aria-hidden="true" />
      </span>
      <div class="stack-tight">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {children && <div class="row">{children}</div>}
    </div>
  );
}

/** One thing that is lacking: how much there is of how much it takes. */
export interface Lacking {
  label: string;
  have: number;
  need: number;
}
interface ThinProps {
  title: string;
  /** What to do about it. */
  text: string;
  lacking?: readonly Lacking[];
  children?: ComponentChildren;
}
/** Not enough for an answer yet: what is there, what it takes, and the way to it. */
export function Thin({ title, text, lacking = [], children }: ThinProps) {
  const { t, f } = useWords();
  return (
    <div class="card card-quiet stack">
      <div class="stack-tight">
        <h2>{title}</h2>
        <p class="muted">{text}</p>
      </div>
      {lacking.map(({ label, have, need }) => (
        <div key={label} class="stack-tight">
          <div class="row-apart small">
            <span>{label}</span>
            <span class="number muted">{t.common.ofNeeded(f.number(have), f.number(need))}</span>
          </div>
          <progress class="progress" max={need} value={Math.min(have, need)} aria-label={label} />
        </div>
      ))}
      {children && <div class="row">{children}</div>}
    </div>
  );
}

interface ProblemProps {
  problem: Problem;
  /** What did not come about, where the page does more than one thing: "The backup was not saved". */
  what?: ComponentChildren;
  onRetry?: (() => void) | undefined;
}
export function ProblemCard({ problem, what, onRetry }: ProblemProps) {
  const { t } = useWords();
  const { title, text } = t.problems[problem.key];
  return (
    <div class="card stack" role="alert">
      <h2 class="heading">
        <CircleAlert size={18} aria-hidden="true" />
        {what ?? title}
      </h2>
      {what && problem.key !== 'failed' && <p class="strong">{title}</p>}
      <p class="muted">{text}</p>
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{t.common.retry}</Button>
        </div>
      )}
      <RescueButton problem={problem} />
      {problem.detail && (
        <Disclosure summary={t.problems.detail}>
          <code>{problem.detail}</code>
        </Disclosure>
      )}
    </div>
  );
}

interface LoadedProps<T> {
  of: Loadable<T>;
  /** What is being waited for, when it may take long. */
  waiting?: string | undefined;
  onRetry?: (() => void) | undefined;
  children: (value: T) => ComponentChildren;
}
/** Draws what was loaded, or that it is loading, or why not. */
export function Loaded<T>({ of, waiting, onRetry, children }: LoadedProps<T>) {
  const { t } = useWords();
  if (of.state === 'ready') return <>{children(of.value)}</>;
  if (of.state === 'failed') return <ProblemCard problem={of.problem} onRetry={onRetry} />;
  return (
    <div class="loading" role="status">
      <p class="small muted">{waiting ?? t.common.loading}</p>
      <i />
      <i />
      <i />
    </div>
  );
}
