import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { PanelTexts } from '../../assets/locales/en/panel';
import { Brand } from '../kit/brand';
import { useWords } from '../words';

/** A page of the workbench as its rail shows it. Its name stands in `sections` of both languages. */
export interface PageEntry {
  id: keyof PanelTexts['sections'];
  icon: LucideIcon;
  /** `posts`: what to do with them and what they say. `data`: bringing it in and out. `app`: the extension itself. */
  group: 'posts' | 'data' | 'app';
  /** The page it is a part of: it then stands above that page, and not in the rail. */
  under?: keyof PanelTexts['sections'];
  /** Takes the whole width; else the page is as wide as text reads well. */
  wide?: boolean;
  /** Has room for two columns. */
  middle?: boolean;
}
const GROUPS = ['posts', 'data', 'app'] as const;

interface WorkbenchProps {
  pages: readonly PageEntry[];
  current: PageEntry;
  /** Stands under the rail's links, e.g. that a sample is being shown. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** Pages are addresses (`#posts`), so that back, bookmarks and middle clicks work. */
export function WorkbenchView({ pages, current, aside, children }: WorkbenchProps) {
  const { t } = useWords('workbench');
  const top = current.under ?? current.id;
  const family = pages.filter(({ id, under }) => id === top || under === top);
  const link = ({ id, icon: Icon }: PageEntry, here: 'page' | 'true' | undefined) => (
    <a href={`#${id}`} aria-current={here}>
      <Icon size={17} aria-hidden="true" />
      {t.sections[id]}
    </a>
  );
  return (
    <div class="workbench">
      <nav class="rail no-print" aria-label={t.workbench.nav}>
        <div class="rail-name">
          <Brand />
        </div>
        {GROUPS.map((group) => (
          <div key={group} class="rail-group">
            <p id={`group-${group}`} class="rail-heading">
              {t.workbench.groups[group]}
            </p>
            <ul aria-labelledby={`group-${group}`}>
              {pages
                .filter((page) => page.group === group && !page.under)
                .map((page) => (
                  <li key={page.id}>{link(page, page === current ? 'page' : page.id === top ? 'true' : undefined)}</li>
                ))}
            </ul>
          </div>
        ))}
        {aside}
      </nav>
      <main class={`workbench-main ${current.wide ? 'wide' : current.middle ? 'middle' : 'narrow'}`}>
        {family.length > 1 && (
          <nav class="part-nav no-print" aria-label={t.workbench.parts(t.sections[top])}>
            <ul class="row">
              {family.map((page) => (
                <li key={page.id}>{link(page, page === current ? 'page' : undefined)}</li>
              ))}
            </ul>
          </nav>
        )}
        {children}
      </main>
    </div>
  );
}
