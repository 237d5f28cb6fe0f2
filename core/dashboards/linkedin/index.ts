/** LinkedIn creator analytics, two generations. Evidence: `facts/dashboards-west.md` 5; what is not read and why: README.md. */
import type { Post } from '../../model/reading';
import { accountBreakdowns } from '../audience';
import { labelledFigures, onePost } from '../brought';
import { byLabel, findCards } from '../cards';
import { joined, parentOf } from '../sight';
import { withIdTime } from '../snowflake';
import type { CardLayout, Find, Found, Look, PageDefinition, Row, Site } from '../types';

const URN = /urn(?::|%3A)li(?::|%3A)(?:activity|ugcPost|share)(?::|%3A)(\d{15,20})/i;
const urnOf = (element: Element) => URN.exec(element.getAttribute('href') ?? '')?.[1] ?? null;
const idOfAddress: Find = (_, look) => URN.exec(look.url.pathname)?.[1] ?? null;
const addressOf = (id: string) => `https://www.linkedin.com/feed/update/urn:li:activity:${id}/`;

/** An activity's id begins with the millisecond at which it was made. */
const finish = (post: Post, _: Row, look: Look) => withIdTime(post, look);

/** `2h`, `3d`, `1w`, `2mo`, `1yr`: an age, with its mark for edited or public posts. */
const AGE = /^(?:.{1,80}[•·]\s*)?\d{1,2}\s?(?:s|m|h|d|w|mo|yr|y)\b[\s•·]*(?:edited)?[\s•·]*$/i;

/* --- the Ember generation ----------------------------------------------------------------------------------------------------- */

const SUMMARY_ITEM = 'li.member-analytics-addon__cta-list-item, li.member-analytics-addon-summary__list-item';

const postSummary: PageDefinition = {
  id: 'linkedin/post-summary',
  platform: 'linkedin',
  url: /^\/analytics\/post-summary\/urn(?::|%3A)li/i,
  layouts: [
    {
      kind: 'custom',
      find(root, look): Found | null {
        if (!look.sight.first(root, SUMMARY_ITEM)) return null;
        return findCards(
          root,
          {
            kind: 'cards',
            fields: { id: idOfAddress, url: addressOfPage },
            figures: {
              item: SUMMARY_ITEM,
              name: byLabel('.member-analytics-addon-list-item__description, .text-body-small'),
              value: '.member-analytics-addon__cta-list-item-text strong, .text-heading-large',
            },
          },
          look,
        );
      },
    },
    // Hashed classes: labels and numbers are all there is.
    onePost('main, [role="main"]', { id: idOfAddress, url: addressOfPage }, 2),
  ],
  defaults: { status: 'published' },
  finish,
};
function addressOfPage(_: Element, look: Look): string | null {
  const id = URN.exec(look.url.pathname)?.[1];
  return id ? addressOf(id) : null;
}

const MINI = 'a.member-analytics-addon__mini-update-item';

const words: Find = (row, look) => {
  const link = look.sight.first(row, MINI);
  return link && postWords(link, look);
};
/** A name, a headline and a dot. */
const MOST_BEFORE_AGE = 3;

function postWords(element: Element, look: Look): string | null {
  const pieces = look.sight.pieces(element);
  // Who posted it and how long ago come first, where they stand there at all.
  const age = pieces.findIndex(({ text }) => AGE.test(text));
  const after = pieces.slice(age + 1).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  // A post without words has nothing after it; what stands in the line of its age is who posted it, and no title.
  const line = pieces[age]?.line;
  const shown = age >= 0 && age <= MOST_BEFORE_AGE && after.length > 0 ? after : pieces.filter((piece) => piece.line !== line);
  const words = joined(shown);
  return /[\p{L}\p{N}]/u.test(words) ? words : null;
}

/** The entry of one post: no other post in it, and its number. */
function entryOf(link: Element): Element | null {
  const id = urnOf(link);
  let entry: Element | null = null;
  for (let up: Element | null = link; id && up && up.tagName !== 'BODY'; up = parentOf(up)) {
    if ([...up.querySelectorAll(MINI)].some((other) => urnOf(other) !== id)) break;
    entry = up;
  }
  return entry;
}

const emberPosts: CardLayout = {
  kind: 'cards',
  row: MINI,
  climb: entryOf,
  fields: {
    id: (row) => urnOf(row.matches(MINI) ? row : (row.querySelector(MINI) ?? row)),
    url: (row) => {
      const id = urnOf(row.querySelector(MINI) ?? row);
      return id && addressOf(id);
    },
    title: words,
  },
  figures: {
    item: 'a.member-analytics-addon__cta-item-with-secondary-anchor',
    name: byLabel('[class*="-list-item-text"]'),
    value: '[class*="-list-item-title"]',
  },
};

/* --- the generation of 2026 --------------------------------------------------------------------------------------------------- */

const SUMMARY_LINK = 'a[href*="/analytics/post-summary/urn"]';

/** The smallest element around a post's analytics link that holds its other link too, and no other post. */
function cardOf(link: Element, look: Look): Element | null {
  const id = urnOf(link);
  for (let up: Element | null = link; id && up && up.tagName !== 'BODY'; up = parentOf(up)) {
    if ([...up.querySelectorAll(SUMMARY_LINK)].some((other) => urnOf(other) !== id)) return null;
    const complete = up.querySelector('a[href*="/feed/update/"], [data-testid="expandable-text-box"]') !== null;
    if (complete && labelledFigures(up, look).figures.length > 0) return up;
  }
  return null;
}

const text: Find = (card, look) => {
  const own = look.sight.first(card, '[data-testid="expandable-text-box"]') ?? look.sight.first(card, 'a[href*="/feed/update/"]');
  return own && postWords(own, look);
};

function findLinked(root: ParentNode, look: Look): Found | null {
  const cards = new Map<Element, { id: string; figures: Element }>();
  for (const link of look.sight.all(root, SUMMARY_LINK)) {
    const id = urnOf(link);
    const card = cardOf(link, look);
    if (card && id) cards.set(card, { id, figures: labelledFigures(link, look).figures.length > 0 ? link : card });
  }
  if (cards.size === 0) return null;
  const rows = [...cards].map(([element, { id, figures }]) => ({
    element,
    signature: id + element.textContent,
    parse: (): Row => {
      const title = typeof text === 'function' ? text(element, look) : null;
      return { fields: { id, url: addressOf(id), ...(title ? { title } : {}) }, ...labelledFigures(figures, look) };
    },
  }));
  return { rows, recognised: true };
}

const topPosts: PageDefinition = {
  id: 'linkedin/top-posts',
  platform: 'linkedin',
  url: /^\/analytics\/creator\/(?:top-posts|content)\/?(?:[?#]|$)/,
  layouts: [emberPosts, { kind: 'custom', find: findLinked }],
  defaults: { status: 'published' },
  empty: /^(?:no posts|nothing to see|you haven.t posted)\b.{0,40}$/i,
  finish,
};

/** Own posts in the feed carry a link to their analytics: `1,234 impressions`. */
const recentActivity: PageDefinition = {
  ...topPosts,
  id: 'linkedin/recent-activity',
  url: /^\/in\/[^/]+\/recent-activity\//,
  shared: true,
  layouts: [{ kind: 'custom', find: findLinked }],
};

/** Followers and their make-up, in markup nobody has described: cards of names with shares. */
const audience: PageDefinition = {
  id: 'linkedin/audience',
  platform: 'linkedin',
  url: /^\/analytics\/creator\/audience\/?(?:[?#]|$)/,
  layouts: [],
  accountReadings: accountBreakdowns,
};

export const linkedin: Site = {
  platform: 'linkedin',
  pages: [topPosts, postSummary, recentActivity, audience],
};
