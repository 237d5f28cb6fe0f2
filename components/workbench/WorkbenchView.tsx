import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { UiTexts } from '../../assets/locales/en/ui';
import { Brand } from '../kit/brand';
import { useWords } from '../words';

/** A page of the workbench as its rail shows it. Its name stands in `workbench.sections` of both languages. */
export interface PageEntry {
  id: keyof UiTexts['workbench']['sections'];
  icon: LucideIcon;
  /** `look`: what the posts say. `data`: bringing it in and out. `app`: the extension itself. */
  group: 'look' | 'data' | 'app';
  /** Takes the whole width; else the page is as wide as text reads well. */
  wide?: boolean;
  /** Has room for two columns. */
  middle?: boolean;
}
const GROUPS = ['look', 'data', 'app'] as const;

interface WorkbenchProps {
  pages: readonly PageEntry[];
  current: PageEntry;
  /** Stands under the rail's links, e.g. that a sample is being shown. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** Pages are addresses (`#posts`), so that back, bookmarks and middle clicks work. */
export function WorkbenchView({ pages, current, aside, children }: WorkbenchProps) {
  const { t } = useWords();
  return (
    <div class="workbench">
      <nav class="rail no-print" aria-label={t.workbench.nav}>
        <div class="rail-name">
          <Brand />
        </div>
        {GROUPS.map((group) => (
          <ul key={group}>
            {pages
              .filter((page) => page.group === group)
              .map(({ id, icon: Icon }) => (
                <li key={id}>
                  <a href={`#${id}`} aria-current={id === current.id ? 'page' : undefined}>
                    <Icon size={17} aria-hidden="true" />
                    {t.workbench.sections[id]}
                  </a>
                </li>
              ))}
          </ul>
        ))}
        {aside}
      </nav>
      <main class={`workbench-main ${current.wide ? 'wide' : current.middle ? 'middle' : 'narrow'}`}>{children}</main>
    </div>
  );
}
