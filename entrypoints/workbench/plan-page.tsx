/** The plan as a page of the workbench. Its code comes with its words. */
import { CalendarDays } from 'lucide-preact';
import { lazy } from '../../components/lazy';
import type { Page, PageProps } from './page';

export const PLAN_PAGE: Page = {
  id: 'plan',
  icon: CalendarDays,
  group: 'posts',
  wide: true,
  View: lazy<PageProps>(async (language) => {
    const [{ Plan }, { plan }] = await Promise.all([
      import('./Plan'),
      language === 'zh-CN' ? import('../../assets/locales/zh-CN/plan') : import('../../assets/locales/en/plan'),
    ]);
    return (props) => <Plan {...props} words={plan} />;
  }),
};
