import { CircleCheck, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Level } from '../../core/model/report';
import { useWords } from '../words';

export const LEVEL_ICONS: Record<Level, LucideIcon> = { red: OctagonAlert, yellow: TriangleAlert, green: CircleCheck };
/** The traffic light: colour, shape and word together. */
export function LevelMark({ level, text }: { level: Level; text?: ComponentChildren }) {
  const { t } = useWords();
  const Icon = LEVEL_ICONS[level];
  return (
    <span class={`level level-${level}`}>
      <Icon size={13} aria-hidden="true" />
      {text ?? t.levels[level]}
    </span>
  );
}
