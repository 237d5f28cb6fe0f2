/** The pages about one account's content mix, score and growth. Their code comes with their words. */
import { ChartPie, Gauge, TrendingUp, Waypoints } from 'lucide-preact';
import type { FunctionComponent } from 'preact';
import { lazy } from '../../../components/lazy';
import type { Page, PageProps } from '../page';
import type { ContentProps } from './AccountPage';

const content = (load: () => Promise<FunctionComponent<ContentProps>>) =>
  lazy<PageProps>(async (language) => {
    const [View, { insight }] = await Promise.all([
      load(),
      language === 'zh-CN' ? import('../../../assets/locales/zh-CN/insight') : import('../../../assets/locales/en/insight'),
    ]);
    return (props) => <View {...props} words={insight} />;
  });

export const CONTENT_PAGES: readonly Page[] = [
  {
    id: 'overview',
    icon: Waypoints,
    group: 'posts',
    wide: true,
    View: content(async () => (await import('./Overview')).Overview),
  },
  { id: 'mix', icon: ChartPie, group: 'posts', View: content(async () => (await import('./Mix')).Mix) },
  { id: 'score', icon: Gauge, group: 'posts', View: content(async () => (await import('./Score')).Score) },
  { id: 'growth', icon: TrendingUp, group: 'posts', View: content(async () => (await import('./Growth')).Growth) },
];
