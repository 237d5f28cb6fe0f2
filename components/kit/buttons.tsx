import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
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
