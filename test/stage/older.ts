/** The same posts as they stood some time ago: what a list that was left in the document still prints. */
import type { MetricName } from '../../core/model/metrics';
import type { StagedPost } from './posts';

export function older(posts: readonly StagedPost[]): StagedPost[] {
  return posts.map((post) => {
    const figures: StagedPost['figures'] = {};
    for (const [name, value] of Object.entries(post.figures))
      figures[name as MetricName] = Number.isInteger(value) ? Math.floor(value * 0.8) : value;
    return { ...post, figures };
  });
}
