/** The small parts all screens are made of. Their look stands in `styles/base.css`, their use in `docs/design.md`. */
import { ChevronRight, CircleAlert, CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-preact';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Level } from '../../core/model/report';
import type { Loadable, Problem } from '../data';
import { useWords } from '../words';

interface ButtonProps {
  children?: ComponentChildren;
  kind?: 'default' | 'primary' | 'plain' | 'danger';
  small?: boolean;
  icon?: LucideIcon;
  /** For a button that shows its icon only. */
  label?: string;
  disabled?: boolean;
  pressed?: boolean;
  /** Sends the form it stands in. */
  submit?: boolean;
  onClick?: (event: MouseEvent) => void;
}
export function Button({
  children,
  kind = 'default',
  small,
  icon: Icon,
  label,
  disabled,
  pressed,
  submit,
  onClick,
}: ButtonProps) {
  const classes = ['button', kind !== 'default' && `button-${kind}`, small && 'button-small', !children && 'button-icon'];
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={classes.filter(Boolean).join(' ')}
      aria-label={label}
      title={children ? undefined : label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** A link out of the extension. Only https addresses are ever followed. */
export function OutLink({ href, children, kind }: { href: string; children: ComponentChildren; kind?: 'button' }) {
  const { t } = useWords();
  if (!href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" class={kind === 'button' ? 'button button-small' : undefined}>
      {children}
      <span class="sr-only"> {t.common.opensNewTab}</span>
    </a>
  );
}

interface SwitchProps {
  checked: boolean;
  label: string;
  busy?: boolean;
  onChange: (checked: boolean) => void;
}
export function Switch({ checked, label, busy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={checked}
      aria-label={label}
      aria-busy={busy}
      disabled={busy}
      onClick={() => onChange(!checked)}
    />
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  hideLegend?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}
export function Choice<T extends string>({ legend, hideLegend, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="stack-tight">
      <legend class={hideLegend ? 'sr-only' : 'field-label'}>{legend}</legend>
      <div class="choice">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SelectProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}
export function Select<T extends string>({ label, hideLabel, value, options, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="field grow">
      <label for={id} class={hideLabel ? 'sr-only' : undefined}>
        {label}
      </label>
      <select id={id} class="select" value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface Tab<T extends string> {
  id: T;
  label: string;
  icon?: LucideIcon;
  count?: number;
}
interface TabsProps<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  current: T;
  onChange: (id: T) => void;
}
/** Arrow keys, Home and End move; the panel is `<TabPanel>` with the same id. */
export function Tabs<T extends string>({ label, tabs, current, onChange }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    const next = tabs[(target + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, label: text, icon: Icon, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === current}
          aria-controls={id === current ? `panel-${id}` : undefined}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {Icon && <Icon size={18} aria-hidden="true" />}
          {text}
          {count ? <span class="badge">{count > 99 ? '99+' : count}</span> : null}
        </button>
      ))}
    </div>
  );
}
export function TabPanel({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} class="panel-body">
      {children}
    </div>
  );
}

export function Disclosure({ summary, children, open }: { summary: string; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" class="disclosure-mark" />
        {summary}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}

const LEVEL_ICONS: Record<Level, LucideIcon> = { red: OctagonAlert, yellow: TriangleAlert, green: CircleCheck };
/** The traffic light: colour, shape and word together. */
export function LevelMark({ level, text }: { level: Level; text?: string | undefined }) {
  const { t } = useWords();
  const Icon = LEVEL_ICONS[level];
  return (
    <span class={`level level-${level}`}>
      <Icon size={13} aria-hidden="true" />
      {text ?? t.levels[level]}
    </span>
  );
}

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

export function ProblemCard({ problem, onRetry }: { problem: Problem; onRetry?: (() => void) | undefined }) {
  const { t } = useWords();
  const { title, text } = t.problems[problem.key];
  return (
    <div class="card stack" role="alert">
      <h2 class="heading">
        <CircleAlert size={18} aria-hidden="true" />
        {title}
      </h2>
      <p class="muted">{text}</p>
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{t.common.retry}</Button>
        </div>
      )}
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
      {waiting ? <p class="small muted">{waiting}</p> : <span class="sr-only">{t.common.loading}</span>}
      <i />
      <i />
      <i />
    </div>
  );
}

const Announcer = createContext<(text: string) => void>(() => {});
/** Holds the one polite live region of a page; `useAnnounce()` speaks through it. */
export function AnnouncerProvider({ children }: { children: ComponentChildren }) {
  const [text, setText] = useState('');
  useEffect(() => {
    if (!text) return;
    const clearing = setTimeout(() => setText(''), 4000);
    return () => clearTimeout(clearing);
  }, [text]);
  return (
    <Announcer.Provider value={setText}>
      {children}
      <div class="sr-only" role="status" aria-live="polite" data-live>
        {text}
      </div>
    </Announcer.Provider>
  );
}
export const useAnnounce = () => useContext(Announcer);
