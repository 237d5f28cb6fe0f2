/**
 * X, account analytics (`facts/dashboards-west.md` 4.4): posts since 2024 (`account_analytics_content_…csv`), tweets until 2021
 * (`tweet_activity_metrics_…csv`, times in UTC), and one day of the account per row (`account_overview_analytics.csv`,
 * `daily_tweet_activity_metrics_…csv`). What was promoted has columns of its own and is not added to what was organic.
 */
import type { AccountMetricName } from '../model/metrics';
import { readAccountDays } from './days';
import { periodOfName } from './period';
import { type Role, readPosts } from './posts';
import { findHeader, type Header, type Sheet, type SheetFile } from './sheet';
import type { ImportContext, ImportResult } from './types';

/** Known columns that are no metric of ours. */
const OTHER = [
  'detail expands',
  'hashtag clicks',
  'permalink clicks',
  'app opens',
  'app installs',
  'email tweet',
  'dial phone',
  'media views',
  'media engagements',
];

function rolesOf(header: Header): Map<number, Role> {
  const own: [Role, ...string[]][] = [
    ['id', 'post id', 'tweet id'],
    ['title', 'post text', 'tweet text'],
    ['url', 'post link', 'tweet permalink', 'permalink'],
    ['publishedAt', 'date', 'time'],
    ['interactions', 'engagements'],
    ['reposts', 'reposts', 'retweets'],
    ['followersGained', 'new follows', 'follows'],
    ['profileVisits', 'profile visits', 'user profile clicks'],
    ['linkClicks', 'url clicks'],
    ['saves', 'bookmarks'],
    ['shares', 'shares', 'share'],
  ];
  const roles = new Map<number, Role>();
  for (const [role, ...labels] of own) {
    const at = header.find(...labels);
    if (at >= 0) roles.set(at, role);
  }
  header.labels.forEach((label, at) => {
    const name = label.toLowerCase();
    if (name.startsWith('promoted ') || OTHER.includes(name)) roles.set(at, 'other');
  });
  return roles;
}

function importDays(sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  const metrics = new Map<number, AccountMetricName | null>();
  header.labels.forEach((label, at) => {
    const name = label.toLowerCase();
    if (name.startsWith('promoted ') || OTHER.includes(name) || /^(create post|tweets published)$/.test(name))
      metrics.set(at, null);
  });
  const set = (metric: AccountMetricName, ...labels: string[]) => {
    const at = header.find(...labels);
    if (at >= 0) metrics.set(at, metric);
  };
  set('interactions', 'engagements');
  set('followersGained', 'new follows', 'follows');
  set('followersLost', 'unfollows');
  set('profileVisits', 'profile visits', 'user profile clicks');
  set('views', 'video views');
  return readAccountDays(sheet, { platform: 'x', page: 'import/x-overview', header, day: header.find('date'), metrics }, context);
}

export function importX(file: SheetFile, context: ImportContext): ImportResult | null {
  const [sheet] = file.sheets;
  const header = sheet && findHeader(sheet, 'x');
  if (!sheet || !header) return null;
  const posts =
    header.has('post id', 'tweet id') &&
    header.has('post text', 'tweet text', 'post link', 'tweet permalink') &&
    header.has('impressions');
  if (posts) {
    const legacy = header.has('tweet id');
    const period = periodOfName(file.name, legacy ? 'UTC' : context.zone, context.now);
    return readPosts(
      sheet,
      {
        platform: 'x',
        page: legacy ? 'import/x-tweets' : 'import/x-content',
        header,
        roles: rolesOf(header),
        percent: false,
        decimal: '.',
        period,
      },
      context,
    );
  }
  const days =
    header.has('date') &&
    header.has('impressions') &&
    header.count('new follows', 'unfollows', 'create post', 'tweets published', 'engagements', 'retweets') >= 2;
  return days && !header.has('post url', 'permalink') ? importDays(sheet, header, context) : null;
}
