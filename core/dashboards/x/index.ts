/** X: account analytics and the own profile. Evidence: `facts/dashboards-west.md` 4; what is not read and why: README.md. */
import type { MetricName } from '../../model/metrics';
import type { Post } from '../../model/reading';
import { plainDigits } from '../../text/clean';
import { figureWords } from '../../text/figures';
import { findColumns, onePost } from '../brought';
import { byLabel, findCards } from '../cards';
import { attribute } from '../fields';
import { isFigureText } from '../figure-text';
import { postText } from '../post-text';
import { collapse } from '../sight';
import { withIdTime } from '../snowflake';
import type { CardLayout, Find, Found, Look, PageDefinition, Row, Site } from '../types';

/** Post ids carry the millisecond at which the post was made. */
const finish = (post: Post, _: Row, look: Look) => withIdTime(post, look);

const POST_LINK = 'a[href*="/status/"], a[href*="/account_analytics/content/"]';
const POST = /\/(?:status|account_analytics\/content)\/(\d{15,20})/;
const idOf: Find = attribute(POST_LINK, 'href', POST);
const statusLink: Find = (row) => {
  for (const link of row.querySelectorAll('a[href*="/status/"]')) {
    const path = /^(?:https:\/\/(?:x|twitter)\.com)?(\/\w+\/status\/\d{15,20})/.exec(link.getAttribute('href') ?? '')?.[1];
    if (path) return `https://x.com${path}`;
  }
  return null;
};

/* --- list of posts ------------------------------------------------------------------------------------------------------------ */

/** The words of the cell with the link to the post, else of the one with most text that is neither date nor figure. */
function textOf(row: Element, look: Look): string | null {
  const cells = [...row.querySelectorAll('td, [role="cell"], [role="gridcell"]')];
  const words = cells.filter((cell) => {
    const text = look.sight.text(cell);
    return look.date(text) === null && !isFigureText(text, look.lang);
  });
  const longest = words.toSorted((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0];
  const cell = cells.find((each) => each.querySelector(POST_LINK)) ?? longest;
  return (cell && postText(look.sight.pieces(cell), look).title) ?? null;
}

const contentList: PageDefinition = {
  id: 'x/content-list',
  platform: 'x',
  url: /^\/i\/account_analytics\/content\/?(?:[?#]|$)/,
  layouts: [
    {
      kind: 'table',
      fields: { id: idOf, url: statusLink, title: textOf },
      // The account's figures day by day may stand on the same page: such a row has neither an address nor words.
      isPost: (row, look) => row.querySelector(POST_LINK) !== null || textOf(row, look) !== null,
    },
    { kind: 'custom', find: (root, look) => findColumns(root, look, { id: idOf, url: statusLink }) },
  ],
  defaults: { status: 'published' },
  empty: /^(?:no posts|there are no posts|nothing to see here)\b.{0,40}$/i,
  finish,
};

/* --- one post ----------------------------------------------------------------------------------------------------------------- */

const ONE = /^\/(?:i\/account_analytics\/content|\w{1,15}\/status)\/(\d{15,20})(?:\/analytics)?\/?(?:[?#]|$)/;
const idOfAddress: Find = (_, look) => ONE.exec(look.url.pathname)?.[1] ?? null;

const postAnalytics: PageDefinition = {
  id: 'x/post-analytics',
  platform: 'x',
  url: /^\/(?:i\/account_analytics\/content\/\d{15,20}|\w{1,15}\/status\/\d{15,20}\/analytics)\/?(?:[?#]|$)/,
  layouts: [
    {
      kind: 'custom',
      find(root, look): Found | null {
        const found = findCards(
          root,
          {
            kind: 'cards',
            fields: { id: idOfAddress },
            figures: { item: '.grid > div', name: byLabel('p[class*="muted-foreground"]'), value: 'p[class*="font-semibold"]' },
          },
          look,
        );
        // Without such boxes the page is laid out otherwise, or not there yet.
        return look.sight.first(root, '.grid > div p[class*="muted-foreground"]') ? found : null;
      },
    },
    // Over the timeline, in a dialogue.
    onePost('[role="dialog"]', { id: idOfAddress }),
    onePost('main', { id: idOfAddress }),
  ],
  defaults: { status: 'published' },
  finish,
};

/* --- own profile -------------------------------------------------------------------------------------------------------------- */

const handleOf = (path: string | null | undefined) =>
  /^(?:https:\/\/(?:x|twitter)\.com)?\/(\w{1,15})(?:\/|$)/.exec(path ?? '')?.[1]?.toLowerCase() ?? '';

/** Not of a post that is quoted inside. */
const own = (article: Element, selector: string) =>
  [...article.querySelectorAll(selector)].find((element) => {
    const quote = element.closest('[role="link"]');
    return !quote || quote === article || !article.contains(quote);
  }) ?? null;

/** Text with its emoji, which are pictures. */
const tweetText: Find = (article) => {
  const text = own(article, '[data-testid="tweetText"]');
  if (!text) return null;
  let words = '';
  const walk = (node: Node) => {
    if (node.nodeType === 3) words += node.nodeValue ?? '';
    else if ((node as Element).tagName === 'IMG') words += (node as Element).getAttribute('alt') ?? '';
    else for (const child of node.childNodes) walk(child);
  };
  walk(text);
  return collapse(words);
};

const BUTTONS: Readonly<Record<string, MetricName>> = {
  '[data-testid="reply"]': 'replies',
  '[data-testid="retweet"], [data-testid="unretweet"]': 'reposts',
  '[data-testid="like"], [data-testid="unlike"]': 'likes',
  '[data-testid="bookmark"], [data-testid="removeBookmark"]': 'saves',
  'a[href$="/analytics"]': 'views',
};

const post: CardLayout = {
  kind: 'cards',
  row: 'article',
  climb: (article, look) => (own(article, 'time') && author(article) === handleOf(look.url.pathname) ? article : null),
  fields: {
    id: (article) => POST.exec(own(article, 'a[href*="/status/"]:has(time)')?.getAttribute('href') ?? '')?.[1] ?? null,
    url: (article, look) => {
      const link = own(article, 'a[href*="/status/"]:has(time)')?.getAttribute('href');
      return link ? new URL(link, look.url).href : null;
    },
    title: tweetText,
    publishedAt: (article) => own(article, 'time')?.getAttribute('datetime') ?? null,
    account: (_, look) => /^\/(\w+)/.exec(look.url.pathname)?.[1] ?? null,
    pinned: (article) =>
      /^(?:pinned|固定|置顶|置頂|고정됨|angeheftet|fijado|fixado|épinglé)/i.test(
        collapse(article.querySelector('[data-testid="socialContext"]')?.textContent ?? ''),
      )
        ? 'pinned'
        : null,
  },
  figures: {
    item: Object.keys(BUTTONS).join(),
    name: (button) => Object.entries(BUTTONS).find(([selector]) => button.matches(selector))?.[1] ?? null,
    // The label names the exact number (`1234 Likes. Like`), the text a short one (`1.2K`), or none at all.
    value: (button, look) => {
      const texts = [button.getAttribute('aria-label') ?? '', look.sight.text(button)];
      const [words] = texts.flatMap((text) => figureWords(text, look) ?? []);
      // A number that is not surely one is refused with its words; a button without any has no figure.
      return words ?? texts.find((text) => /\d/.test(plainDigits(text))) ?? '-';
    },
  },
};

/** Who wrote an article: whose name it bears, not who passed it on. */
const author = (article: Element) =>
  handleOf(
    own(article, '[data-testid="User-Name"] a[href]')?.getAttribute('href') ??
      own(article, 'a[href*="/status/"]:has(time)')?.getAttribute('href'),
  );

/** The menu links to the creator's own profile; a button to follow stands on other people's only. */
function isOwnProfile(root: ParentNode, look: Look): boolean {
  const handle = handleOf(look.url.pathname);
  const menu = root.querySelector('[data-testid="AppTabBar_Profile_Link"]')?.getAttribute('href');
  if (menu) return handleOf(menu) === handle;
  const follow =
    '[data-testid="placementTracking"] [data-testid$="-follow"], [data-testid="placementTracking"] [data-testid$="-unfollow"]';
  return ![...root.querySelectorAll(follow)].some((button) => !button.closest('article, aside'));
}

const profile: PageDefinition = {
  id: 'x/profile',
  platform: 'x',
  url: /^\/(?!(?:i|home|explore|search|settings|messages|notifications|compose|jobs|premium)(?:\/|[?#]|$))\w{1,15}(?:\/(?:with_replies|media|highlights|articles))?\/?(?:[?#]|$)/,
  shared: true,
  layouts: [{ kind: 'custom', find: (root, look) => (isOwnProfile(root, look) ? findCards(root, post, look) : null) }],
  defaults: { status: 'published' },
};

export const x: Site = {
  platform: 'x',
  pages: [contentList, postAnalytics, profile],
};
