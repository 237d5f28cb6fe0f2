/**
 * The pages of the workbench. A new one is one line here, its name in `sections` of `assets/locales/{en,zh-CN}/panel.ts`, and a
 * component that takes `PageProps`. Pages are fetched when first shown (`components/lazy.tsx`).
 */
import { Download, FileUp, Settings as Gear, HardDrive, ScanText, Sprout, Stethoscope, Sun, Table2, Tags } from 'lucide-preact';
import { lazy } from '../../components/lazy';
import { CONTENT_PAGES } from './content/pages';
import type { Page } from './page';
import { PLAN_PAGE } from './plan-page';
import { Welcome } from './Welcome';

export const PAGES: readonly [Page, ...Page[]] = [
  { id: 'welcome', icon: Sprout, group: 'posts', middle: true, View: Welcome },
  { id: 'today', icon: Sun, group: 'posts', middle: true, View: lazy(async () => (await import('./Today')).Today) },
  { id: 'posts', icon: Table2, group: 'posts', wide: true, View: lazy(async () => (await import('./Posts')).Posts) },
  {
    id: 'labelRules',
    icon: Tags,
    group: 'posts',
    under: 'posts',
    View: lazy(async (language) => {
      const [{ LabelRules }, { rules }] = await Promise.all([
        import('./LabelRules'),
        language === 'zh-CN' ? import('../../assets/locales/zh-CN/rules') : import('../../assets/locales/en/rules'),
      ]);
      return () => <LabelRules words={rules} />;
    }),
  },
  ...CONTENT_PAGES,
  PLAN_PAGE,
  {
    id: 'import',
    icon: FileUp,
    group: 'data',
    View: lazy(async (language) => {
      const [{ Import }, { exports }] = await Promise.all([
        import('./Import'),
        language === 'zh-CN' ? import('../../assets/locales/zh-CN/exports') : import('../../assets/locales/en/exports'),
      ]);
      return () => <Import words={exports} />;
    }),
  },
  { id: 'pages', icon: ScanText, group: 'data', under: 'import', View: lazy(async () => (await import('./OwnPages')).OwnPages) },
  { id: 'export', icon: Download, group: 'data', View: lazy(async () => (await import('./Export')).Export) },
  { id: 'backup', icon: HardDrive, group: 'data', View: lazy(async () => (await import('./Backup')).Backup) },
  { id: 'settings', icon: Gear, group: 'app', View: lazy(async () => (await import('./Settings')).Settings) },
  {
    id: 'diagnostics',
    icon: Stethoscope,
    group: 'app',
    under: 'settings',
    View: lazy(async () => (await import('./Diagnostics')).Diagnostics),
  },
];

/** `#posts/KEY` → the page and what follows; the first page for an address that is none of ours. */
export function routeOf(hash: string): { page: Page; rest: string[] } {
  const [id, ...rest] = hash.replace(/^#/, '').split('/').map(decoded);
  return { page: PAGES.find((page) => page.id === id) ?? PAGES[0], rest };
}
const decoded = (part: string) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
