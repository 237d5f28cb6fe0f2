/** Posts as the history knows them, for the layers that look at more than one text. */
import type { Labels } from '../../../../core/model/labels';
import type { KnownPost } from '../../../../core/model/post';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-06-30T12:00:00Z');

interface Given {
  title?: string;
  daysAgo?: number;
  platform?: KnownPost['platform'];
  labels?: Labels;
  crossPosted?: boolean;
  status?: KnownPost['post']['status'];
  /** Views, likes, comments of the latest sighting. */
  figures?: Partial<Record<'views' | 'likes' | 'comments', number>>;
}

let made = 0;
export function aPost({
  title = '',
  daysAgo = 0,
  platform = 'douyin',
  labels = {},
  crossPosted,
  status = 'published',
  figures,
}: Given): KnownPost {
  const at = NOW - daysAgo * DAY;
  const key = `${platform}|me|${++made}`;
  const exact = (value: number) => ({ value, low: value, high: value, raw: String(value) });
  const metrics = Object.fromEntries(Object.entries(figures ?? {}).map(([name, value]) => [name, exact(value)]));
  return {
    key,
    platform,
    account: 'me',
    post: {
      id: String(made),
      title,
      url: null,
      publishedAt: new Date(at).toISOString(),
      publishedPrecision: 'minute',
      format: 'video',
      durationSeconds: null,
      status,
      statusText: null,
      tags: [],
      ...(crossPosted ? { crossPosted } : {}),
    },
    labels,
    snapshots: figures ? [{ seenAt: NOW, page: 'douyin/content-list', metrics }] : [],
    firstSeenAt: at,
    lastSeenAt: NOW,
  };
}
