import type { MetricName } from '../../core/model/metrics';
import type { KnownPost } from '../../core/model/post';
import type { TextsOf } from '../words';

/** How the figures of one post are called: videos are played, texts are read. */
export const metricNames =
  (t: TextsOf['panel'], { platform, post }: Pick<KnownPost, 'platform' | 'post'>) =>
  (metric: MetricName): string =>
    metric === 'views' ? t.viewsOf(platform, post.format) : t.metrics[metric];
