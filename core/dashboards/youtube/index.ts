/** YouTube Studio. Evidence: `facts/dashboards-west.md` 1; what is not read and why: README.md. */
import { ACCOUNT_METRICS, type AccountMetricName, isMetricName, type MetricName } from '../../model/metrics';
import type { AccountReading } from '../../model/reading';
import { findDate } from '../../text/dates';
import { figureWords, isAbsent, readMetric } from '../../text/figures';
import { statusOf } from '../../text/status';
import { breakdownsOf, curveOf } from '../brought';
import { attribute } from '../fields';
import { collapse } from '../sight';
import type { FigureRule, Find, Found, Look, Meaning, PageDefinition, Row, Site } from '../types';

const VIDEO = /\/video\/([\w-]{11})(?:\/|$)/;
const addressOf = (id: string) => `https://www.youtube.com/watch?v=${id}`;

const about = {
  platform: 'youtube',
  // A single-page app: the page before stays mounted behind the one that is looked at.
  stale: 'ytcp-animatable.page:not(.selected), main > ytcp-animatable:not(.selected)',
} as const;

/** `#entity-name` holds a tooltip with the same words. In a video's own menu it is the video's title, and then no account is shown. */
const entityName = (root: ParentNode, look: Look) => {
  const name = look.sight.first(root, 'ytcp-navigation-drawer #entity-name');
  const pieces = name ? look.sight.pieces(name).filter(({ parent }) => !parent.closest('ytcp-tooltip')) : [];
  return pieces.map(({ text }) => text).join(' ') || null;
};
const account: Find = (root, look) => (look.url.pathname.startsWith('/channel/') ? entityName(root, look) : null);

/* --- content list ------------------------------------------------------------------------------------------------------------- */

/** Classes of the cells are the same in every language. */
const CELLS: Readonly<Record<string, MetricName>> = {
  '.tablecell-views': 'views',
  '.tablecell-comments': 'comments',
  '.tablecell-likes': 'likes',
};

/** The cell of the likes holds a percentage as well: `100.0%` and `7 likes`. */
const count: Find = (cell, look) => {
  const label = look.sight.first(cell, '.likes-label');
  const lines = label ? [look.sight.text(label)] : look.sight.lines(cell).filter((line) => !line.includes('%'));
  if (lines.length === 0) return '';
  const [line = ''] = lines;
  if (lines.length > 1) return lines.join(' ');
  // Words stand in the cell of the likes only: `7 likes`. Elsewhere they say that the number is something else.
  return isAbsent(line) || !cell.matches('.tablecell-likes') ? line : (figureWords(line, look) ?? line);
};

const figures: FigureRule = {
  item: Object.keys(CELLS).join(),
  name: (cell) => Object.entries(CELLS).find(([selector]) => cell.matches(selector))?.[1] ?? null,
  value: count,
};

/** The cell's own text; the words below say whether it was published, uploaded or is scheduled. */
const dateOf: Find = (row, look) => {
  const cell = look.sight.first(row, '.tablecell-date');
  if (!cell) return null;
  const own = [...cell.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => collapse(nodeValue ?? ''));
  const text = own.filter(Boolean).join(' ') || (look.sight.lines(cell).find((line) => findDate(line, look)) ?? '');
  return statusOf(text) === null ? text : null;
};

const visibility: Find = (row, look) => {
  const failed = look.sight.first(row, '.failure-status');
  const failure = failed && look.sight.text(failed);
  if (failure && statusOf(failure) !== null) return failure;
  const cell = look.sight.first(row, '.tablecell-visibility');
  const lines = cell ? look.sight.lines(cell) : [];
  const date = look.sight.first(row, '.tablecell-date .cell-description');
  // A draft may say so in its date cell only.
  return lines.find((line) => statusOf(line) !== null) ?? (date && draftOrScheduled(look.sight.text(date))) ?? lines[0] ?? null;
};
const draftOrScheduled = (text: string) => (/^(?:draft|scheduled)$/.test(statusOf(text) ?? '') ? text : null);

const duration: Find = (row, look) => {
  const cell = look.sight.first(row, '.tablecell-video') ?? row;
  const badge = look.sight
    .pieces(cell)
    .find(({ text, parent }) => /^\d{1,3}:\d\d(?::\d\d)?$/.test(text) && !parent.closest('#video-title, .description'));
  return badge?.text ?? null;
};

const TABS: Readonly<Record<string, string>> = { short: 'short', live: 'live', upload: 'video' };

/** `1–30 of 120`, `第 1 - 1 条，共 1 条`, `120개 중 1~30`: three numbers, the greatest is the total. `of many` gives none. */
function footerTotal(root: ParentNode, look: Look): number | null {
  const footer = look.sight.first(root, 'ytcp-table-footer .page-description');
  const text = footer ? look.sight.text(footer).replace(/(\d)[.,'\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1') : '';
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const total = Math.max(...numbers);
  return numbers.length === 3 && total < 1e9 ? total : null;
}

const contentList: PageDefinition = {
  ...about,
  id: 'youtube/content-list',
  url: /^\/channel\/[\w-]+\/videos(?:\/\w+)?\/?(?:[?#]|$)/,
  account,
  layouts: [
    {
      kind: 'cards',
      row: 'ytcp-video-row',
      fields: {
        id: attribute('a[href*="/video/"]', 'href', VIDEO),
        url: (row) => {
          for (const link of row.querySelectorAll('a[href*="/video/"]')) {
            const id = VIDEO.exec(link.getAttribute('href') ?? '')?.[1];
            if (id) return addressOf(id);
          }
          return null;
        },
        title: '#video-title',
        publishedAt: dateOf,
        status: visibility,
        duration,
        format: (_, look) => TABS[/\/videos\/(\w+)/.exec(look.url.pathname)?.[1] ?? 'upload'] ?? null,
      },
      figures,
    },
  ],
  defaults: { status: 'published' },
  total: footerTotal,
  emptyAt:
    'ytcp-video-section .no-content-header, ytcp-video-section ytcp-empty-state-view-model, .no-content-header-with-filter',
  declined: '[data-target-id="browse-feedFEcontent_hub"], yt-lockup-view-model',
};

/** The layout of autumn 2026: what its cards hold is not known. */
const contentHub: PageDefinition = {
  ...about,
  id: 'youtube/content-hub',
  url: /^\/channel\/[\w-]+\/content(?:\/|[?#]|$)/,
  layouts: [],
};

/* --- analytics ---------------------------------------------------------------------------------------------------------------- */

/** Ids of the key metric tabs (`#EXTERNAL_VIEWS-tab`), the same in every language. */
const TAB_METRICS: Readonly<Record<string, Meaning>> = {
  EXTERNAL_VIEWS: 'views',
  VIEWS: 'views',
  EXTERNAL_WATCH_TIME: 'watchSeconds',
  WATCH_TIME: 'watchSeconds',
  AVERAGE_WATCH_TIME: 'averageWatchSeconds',
  AVERAGE_WATCH_PERCENTAGE: 'averageViewedShare',
  VIDEO_THUMBNAIL_IMPRESSIONS: 'impressions',
  VIDEO_THUMBNAIL_IMPRESSIONS_VTR: 'clickThroughRate',
  RATINGS_LIKES: 'likes',
  RATINGS_DISLIKES: 'dislikes',
  COMMENTS: 'comments',
  SHARINGS: 'shares',
  SUBSCRIBERS_NET_CHANGE: 'followersNet',
  SUBSCRIBERS_GAINED: 'followersGained',
  SUBSCRIBERS_LOST: 'followersLost',
  NEW_VIEWERS: 'newViewers',
  RETURNING_VIEWERS: 'returningViewers',
  TOTAL_ESTIMATED_EARNINGS: 'revenue',
};
const KEY_METRICS = '#key-metric-blocks [id$="-tab"]';
const metricOfTab: FigureRule['name'] = (tab) => TAB_METRICS[tab.id.slice(0, -4)] ?? 'ignored';
/** Watch time is in hours whatever its label says. */
const labelOfTab: Find = (tab, look) => {
  if (metricOfTab(tab, look) === 'watchSeconds') return 'Watch time (hours)';
  const label = look.sight.first(tab, '#metric-label');
  return label && look.sight.text(label);
};

/** "Since published" and "lifetime" in the languages of the dashboard; anything with a figure in it is a period. */
const LIFETIME =
  /^(?:since (?:published|uploaded|publish|upload)|lifetime|all time|自?(?:发布|發布|上传|上傳)(?:以来|以來)|全部时间|全部時間|整個期間|累计|(?:公開|アップロード|投稿)(?:以降|後|から)?|全期間|(?:게시|업로드|공개)\s?(?:이후|후)|전체(?: 기간)?|seit (?:der )?(?:veröffentlichung|dem upload)|gesamter zeitraum|gesamt|desde (?:que se )?(?:la publicación|publicó|subió|siempre|a publicação|o envio|sempre)|todo el per[ií]odo|todo o período|depuis (?:la publication|la mise en ligne|le début)|toute la période|từ khi (?:xuất bản|đăng)|toàn thời gian)$/i;

/**
 * Whether the figures cover a period instead of the video's life. A video's own page shows its life by default, a channel's page the
 * last 28 days.
 */
function coversPeriod(root: ParentNode, look: Look): boolean {
  const time = look.url.searchParams.get('time_period');
  if (time !== null) return !/^(?:since_publish|lifetime)$/.test(time);
  const period = /\/period-([^/?]+)/.exec(look.url.pathname)?.[1] ?? 'default';
  if (period !== 'default') return period !== 'lifetime';
  const picker = look.sight.first(root, 'yta-time-picker .dropdown-trigger-text');
  const words = picker ? look.sight.text(picker) : '';
  return words === '' ? look.url.pathname.startsWith('/channel/') : !LIFETIME.test(words);
}

/** First and last day of `2026/8/10 – 2026/9/6`. */
function periodShown(root: ParentNode, look: Look): AccountReading['period'] {
  const label = look.sight.first(root, 'yta-time-picker #picker-trigger .label-text');
  const [from, to, more] = (label ? look.sight.text(label) : '').split(/\s*[–—~～-]\s*/).map((text) => findDate(text, look));
  return from && to && more === undefined ? { from: from.at, to: to.at } : undefined;
}

function keyFigures(root: ParentNode, look: Look): AccountReading['metrics'] {
  const metrics: AccountReading['metrics'] = {};
  for (const tab of look.sight.all(root, KEY_METRICS)) {
    const metric = metricOfTab(tab, look) as MetricName;
    const total = look.sight.first(tab, '#metric-total');
    if (!total || !(ACCOUNT_METRICS as readonly string[]).includes(metric)) continue;
    const label = typeof labelOfTab === 'function' ? (labelOfTab(tab, look) ?? '') : '';
    const read = readMetric(look.sight.text(total), metric, label, { lang: look.lang });
    if (read.kind === 'value') metrics[metric as AccountMetricName] = read.figure;
  }
  return metrics;
}

const videoAnalytics: PageDefinition = {
  ...about,
  id: 'youtube/video-analytics',
  url: /^\/video\/[\w-]{11}\/analytics(?!.*\/explore)/,
  period: coversPeriod,
  layouts: [
    {
      kind: 'cards',
      row: 'yta-key-metric-card',
      fields: {
        id: (_, look) => VIDEO.exec(look.url.pathname)?.[1] ?? null,
        url: (_, look) => addressOf(VIDEO.exec(look.url.pathname)?.[1] ?? ''),
        title: (card, look) => {
          const label = look.sight.first(card.ownerDocument, 'ytcp-navigation-drawer #entity-label');
          return label && /video|视频|影片|動画|동영상|vídeo|vidéo/i.test(look.sight.text(label))
            ? entityName(card.ownerDocument, look)
            : null;
        },
      },
      figures: { item: '[id$="-tab"]', name: metricOfTab, label: labelOfTab, value: '#metric-total' },
    },
  ],
};

const channelAnalytics: PageDefinition = {
  ...about,
  id: 'youtube/channel-analytics',
  url: /^\/channel\/[\w-]+\/analytics(?!.*\/explore)/,
  account,
  layouts: [],
  accountReadings(root, look) {
    const metrics = keyFigures(root, look);
    const period = periodShown(root, look);
    const breakdowns = breakdownsOf(root, look);
    // Totals say nothing without their days; shares do.
    const kept = period ? metrics : {};
    if (Object.keys(kept).length === 0 && breakdowns.length === 0) return [];
    return [{ metrics: kept, ...(period ? { period } : {}), ...(breakdowns.length > 0 ? { breakdowns } : {}) }];
  },
  audienceCurves: curveOf,
};

const dashboard: PageDefinition = {
  ...about,
  id: 'youtube/dashboard',
  url: /^\/channel\/[\w-]+\/?(?:[?#]|$)/,
  account,
  layouts: [],
  accountReadings(root, look) {
    const total = look.sight.first(root, 'ytcd-channel-facts-item .metric-value-big');
    const read = total ? readMetric(look.sight.text(total), 'views', '', { lang: look.lang }) : null;
    return read?.kind === 'value' ? [{ metrics: { followers: read.figure } }] : [];
  },
};

/* --- advanced mode ------------------------------------------------------------------------------------------------------------ */

/** A table of videos; its columns are what the creator chose. Header cells and values are in the same order and of the same number. */
const explore: PageDefinition = {
  ...about,
  id: 'youtube/explore',
  url: /^\/(?:video|channel)\/[\w-]+\/analytics.*\/explore\b/,
  account,
  period: coversPeriod,
  layouts: [{ kind: 'custom', find: findExplore }],
  accountReadings: exploreShares,
};

/** Rows that are no videos, by the address's dimension. */
const DIMENSIONS: Readonly<Record<string, NonNullable<AccountReading['breakdowns']>[number]['kind']>> = {
  TRAFFIC_SOURCE_TYPE: 'trafficSource',
  COUNTRY: 'region',
  VIEWER_AGE: 'age',
  AGE_GROUP: 'age',
  VIEWER_GENDER: 'gender',
  GENDER: 'gender',
};

/** The channel's views by source, country, age or gender, as shares of the rows that are listed. */
function exploreShares(root: ParentNode, look: Look): Omit<AccountReading, 'platform' | 'page' | 'account' | 'seenAt'>[] {
  const kind = DIMENSIONS[look.url.searchParams.get('dimension') ?? ''];
  const ofChannel = look.url.pathname.startsWith('/channel/') && look.url.searchParams.get('entity_type') !== 'VIDEO';
  if (!kind || !ofChannel) return [];
  const labels = headerLabels(root, look);
  const views = new Map<string, number>();
  for (const row of look.sight.all(root, 'yta-explore-table-row.breakdown-row')) {
    const { fields, figures } = exploreRow(row, labels, look);
    const figure = figures.find(({ metric }) => metric === 'views');
    const read = figure && readMetric(figure.raw, 'views', figure.label ?? '', { lang: look.lang });
    if (fields.title && read?.kind === 'value') views.set(fields.title, read.figure.value);
  }
  const all = [...views.values()].reduce((sum, each) => sum + each, 0);
  if (views.size < 2 || all === 0) return [];
  return [
    { metrics: {}, breakdowns: [{ kind, shares: Object.fromEntries([...views].map(([name, each]) => [name, each / all])) }] },
  ];
}

const headerLabels = (root: ParentNode, look: Look) =>
  look.sight
    .all(root, 'yta-explore-table-header-cell')
    .map((cell) => look.sight.text(look.sight.first(cell, '#header-title') ?? cell));

function findExplore(root: ParentNode, look: Look): Found | null {
  const labels = headerLabels(root, look);
  const rows = look.sight.all(root, 'yta-explore-table-row.breakdown-row');
  if (labels.length === 0 || rows.length === 0) return null;
  // Rows of days, countries or traffic sources are no posts.
  const dimension = look.url.searchParams.get('dimension');
  if (dimension !== null && dimension !== 'VIDEO') return { rows: [], recognised: true };
  return {
    rows: rows.map((row) => ({
      element: row,
      signature: labels.join('|') + row.textContent,
      parse: () => exploreRow(row, labels, look),
    })),
    recognised: true,
  };
}

function exploreRow(row: Element, labels: readonly string[], look: Look): Row {
  const title = look.sight.first(row, '#entity-title-value');
  const id = VIDEO.exec(row.querySelector('a[href*="/video/"]')?.getAttribute('href') ?? '')?.[1];
  const read: Row = { fields: { title: title ? look.sight.text(title) : '' }, figures: [] };
  if (id) Object.assign(read.fields, { id, url: addressOf(id) });
  const values = look.sight.all(row, '.debug-metric-value').map((value) => look.sight.text(value));
  // The first header may be that of the videos themselves; it is never a figure's.
  const first = look.meaning(labels[0] ?? '');
  const columns = first === null || first === 'title' || first === 'ignored' ? labels.slice(1) : labels;
  if (columns.length !== values.length)
    return { ...read, refused: [{ reason: 'cells-do-not-fit-headers', excerpt: values.join(' ') }] };
  columns.forEach((label, at) => {
    const meaning = look.meaning(label);
    const raw = values[at] ?? '';
    if (meaning === null) look.refuse('unknown-label', label);
    else if (meaning === 'publishedAt' || meaning === 'duration') read.fields[meaning] = raw;
    else if (isMetricName(meaning)) read.figures.push({ metric: meaning, raw, label });
  });
  return read;
}

export const youtube: Site = {
  platform: 'youtube',
  pages: [contentList, contentHub, explore, videoAnalytics, channelAnalytics, dashboard],
};
