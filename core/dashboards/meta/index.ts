/**
 * Meta Business Suite (Facebook and Instagram posts in one grid) and Instagram's web insights. Evidence: `facts/dashboards-west.md` 3;
 * what is not read and why: README.md.
 */
import { ACCOUNT_METRICS, type AccountMetricName } from '../../model/metrics';
import type { AccountReading } from '../../model/reading';
import { isoIn, readDate } from '../../text/dates';
import { readMetric } from '../../text/figures';
import { formatOf, statusOf } from '../../text/status';
import { totalFollowers } from '../account';
import { labelledFigures, onePost } from '../brought';
import { isFigureText } from '../figure-text';
import type { Find, Look, PageDefinition, Site } from '../types';

/* --- Meta Business Suite ------------------------------------------------------------------------------------------------------ */

const CELLS = '[role="gridcell"], [role="cell"], [role="rowheader"], td';
const NETWORKS: Readonly<Record<string, string>> = { instagram: 'instagram', facebook: 'facebook' };
const ICON = '[alt], [aria-label], [title]';

/** The networks whose icons the row's first cell shows, in their order. Icons are images: their box says nothing about them. */
function networksOf(row: Element): string[] {
  const found = new Set<string>();
  for (const icon of titleCell(row).querySelectorAll(ICON)) {
    const name = icon.getAttribute('alt') ?? icon.getAttribute('aria-label') ?? icon.getAttribute('title') ?? '';
    const network = NETWORKS[name.trim().toLowerCase()];
    if (network) found.add(network);
  }
  return [...found];
}

/** The cell that holds the icons, else the first. */
function titleCell(row: Element): Element {
  const cells = [...row.querySelectorAll(CELLS)];
  return cells.find((cell) => cell.querySelector('[alt="Instagram" i], [alt="Facebook" i]')) ?? cells[0] ?? row;
}

/** Words in place of a caption. */
const NO_CAPTION =
  /^(?:この投稿にはテキストがありません|this post has no (?:text|caption)|no caption|无文字说明|此帖子没有文字)[.。]?$/i;

/** Title, then the type (`Reel`, `Photo`, `ストーリーズ` …); a status may stand between. */
const linesOf = (row: Element, look: Look) =>
  look.sight.lines(titleCell(row)).filter((line) => NETWORKS[line.toLowerCase()] === undefined);
const isMark = (line: string) => formatOf(line) !== null || statusOf(line) !== null || STORY.test(line);
const STORY = /^(?:story|stories|ストーリーズ?|快拍|限时动态|스토리|historia|historias|stories|tin)$/i;

const title: Find = (row, look) => {
  const lines = linesOf(row, look);
  const own = lines.find((line, at) => at === 0 || !isMark(line)) ?? '';
  // A row without a caption begins with its type.
  // A date is no caption, nor is a figure without an icon: the cell that should hold one is not there.
  const figure = networksOf(row).length === 0 && isFigureText(own, look.lang);
  return NO_CAPTION.test(own) || (isMark(own) && lines.length <= 2) || readDate(own, look) !== null || figure ? null : own;
};
const format: Find = (row, look) => linesOf(row, look).findLast((line) => formatOf(line) !== null) ?? null;

const TITLES =
  'Title|Post|Posts|Content|Caption|タイトル|投稿|コンテンツ|キャプション|标题|帖子|内容|標題|貼文|제목|게시물|콘텐츠|Titel|Beitrag|Beiträge|Inhalt|Título|Publicación|Contenido|Publicação|Conteúdo|Titre|Publication|Contenu|Tiêu đề|Bài viết|Nội dung';

/** The address names the network where the list is filtered by one. */
const networkOfAddress = (look: Look) => NETWORKS[(look.url.searchParams.get('platform') ?? '').toLowerCase()] ?? null;

const content: PageDefinition = {
  id: 'meta/content',
  platform: 'facebook',
  url: /^\/latest\/(?:insights\/content(?:_summary)?|posts\/(?:published|scheduled)_posts)\/?(?:[?#]|$)/,
  layouts: [
    {
      kind: 'table',
      within: '[role="grid"], [role="table"], table',
      // The first cell is taken apart below: a row without a caption has none.
      words: Object.fromEntries(TITLES.split('|').map((word) => [word, 'ignored'] as const)),
      fields: {
        title,
        format,
        platform: (row, look) => networksOf(row)[0] ?? networkOfAddress(look),
        crossPosted: (row) => (networksOf(row).length > 1 ? 'both' : null),
      },
    },
  ],
  defaults: { status: 'published' },
  empty:
    /^(?:この期間のアクティビティはありません|no (?:content|posts|activity)(?: (?:found|yet|to show|in this period|for this period))?|此期间没有(?:活动|内容))[.。]?$/i,
};

export const facebook: Site = { platform: 'facebook', pages: [content] };

/* --- Instagram on the web ----------------------------------------------------------------------------------------------------- */

const MEDIA = /^\/insights\/media\/(\d{10,25})\/?(?:[?#]|$)/;

const media: PageDefinition = {
  id: 'instagram/media-insights',
  platform: 'instagram',
  url: MEDIA,
  layouts: [onePost('main, [role="main"], body', { id: (_, look) => MEDIA.exec(look.url.pathname)?.[1] ?? null })],
};

/** Totals over the days of the address; the followers are those of today. */
const account: PageDefinition = {
  id: 'instagram/account-insights',
  platform: 'instagram',
  url: /^\/accounts\/insights\/?(?:[?#]|$)/,
  layouts: [],
  accountReadings(root, look) {
    const metrics: AccountReading['metrics'] = {};
    for (const { metric, raw, label } of labelledFigures(root, look).figures) {
      const read = readMetric(raw, metric, label ?? '', { lang: look.lang });
      if (read.kind === 'value' && (ACCOUNT_METRICS as readonly string[]).includes(metric))
        metrics[metric as AccountMetricName] = read.figure;
    }
    const followers = totalFollowers(root, look);
    if (followers) metrics.followers = followers;
    const days = Number(look.url.searchParams.get('timeframe'));
    const period = [7, 14, 30, 90].includes(days)
      ? { from: isoIn(look.now - days * 86_400_000, look.zone), to: isoIn(look.now, look.zone) }
      : undefined;
    // Totals say nothing without their days.
    const kept = period ? metrics : metrics.followers ? { followers: metrics.followers } : {};
    const breakdowns = followersAmongViewers(root, look);
    if (Object.keys(kept).length === 0 && breakdowns.length === 0) return [];
    return [{ metrics: kept, ...(period ? { period } : {}), ...(breakdowns.length > 0 ? { breakdowns } : {}) }];
  },
};

const FOLLOWERS = /^(?:followers|フォロワー|粉丝|关注者|팔로워|seguidores|abonnés|follower)$/i;
const OTHERS =
  /^(?:non-?followers|フォロワー以外|非フォロワー|非粉丝|非关注者|팔로워가 아닌 사람|no seguidores|não seguidores|non-abonnés|nicht-?follower)$/i;

/** `Followers 62.1%`, `Non-followers 37.9%`: whose views they were. Where the page shows it for several figures, the first is that of the views. */
function followersAmongViewers(root: ParentNode, look: Look): NonNullable<AccountReading['breakdowns']> {
  const pieces = look.sight.pieces(root);
  const shareOf = (words: RegExp): [string, number] | null => {
    const at = pieces.findIndex(({ text }, place) => words.test(text) && /%$/.test(pieces[place + 1]?.text ?? ''));
    const read = at < 0 ? null : readMetric(pieces[at + 1]?.text ?? '', 'engagementRate', '', { lang: look.lang });
    return read?.kind === 'value' ? [pieces[at]?.text ?? '', read.figure.value] : null;
  };
  const [followers, others] = [shareOf(FOLLOWERS), shareOf(OTHERS)];
  const whole = followers && others && Math.abs(followers[1] + others[1] - 1) < 0.02;
  return whole ? [{ kind: 'audience', shares: Object.fromEntries([followers, others]) }] : [];
}

/** One picked metric over each picture: what else the cards hold is not known. */
const contentGrid: PageDefinition = {
  id: 'instagram/content-insights',
  platform: 'instagram',
  url: /^\/accounts\/insights\/content\/?(?:[?#]|$)/,
  layouts: [],
};

export const instagram: Site = {
  platform: 'instagram',
  pages: [media, account, contentGrid],
};
