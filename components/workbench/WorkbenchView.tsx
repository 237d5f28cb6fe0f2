import { Download, FileUp, HardDrive, type LucideIcon, Settings, Sprout, Stethoscope, Table2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Brand } from '../kit/brand';
import { useWords } from '../words';

export const SECTIONS = ['welcome', 'posts', 'import', 'export', 'backup', 'settings', 'diagnostics'] as const;
export type Section = (typeof SECTIONS)[number];
const ICONS: Record<Section, LucideIcon> = {
  welcome: Sprout,
  posts: Table2,
  import: FileUp,
  export: Download,
  backup: HardDrive,
  settings: Settings,
  diagnostics: Stethoscope,
};

/** Sections are addresses (`#posts`), so that back, bookmarks and middle clicks work. */
export function WorkbenchView({ section, children }: { section: Section; children: ComponentChildren }) {
  const { t } = useWords();
  return (
    <div class="workbench">
      <nav class="rail no-print" aria-label={t.workbench.nav}>
        <div class="rail-name">
          <Brand />
        </div>
        <ul>
          {SECTIONS.map((id) => {
            const Icon = ICONS[id];
            return (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === section ? 'page' : undefined}>
                  <Icon size={17} aria-hidden="true" />
                  {t.workbench.sections[id]}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <main class={`workbench-main ${section === 'posts' ? 'wide' : 'narrow'}`}>{children}</main>
    </div>
  );
}
