/** From a row in the page's own words to a reading. */
import { METRICS } from '../model/metrics';
import { isPlatform } from '../model/platforms';
import type { Format, Metrics, Post, PostStatus, Reading, Refusal } from '../model/reading';
import { readDuration } from '../text/durations';
import { isAbsent } from '../text/figures';
import { formatOf, statusOf } from '../text/status';
import { isTotal } from '../text/sums';
import type { Look, PageDefinition, Row } from './types';

/** What the schema of a reading allows (`core/model/schemas.ts`). */
const LONGEST = { title: 20_000, id: 200, url: 2000, status: 500, account: 200, tag: 200, tags: 200 };
const EXCERPT = 80;
/** Digits only: the most common figure, and the same in every language. */
const PLAIN_COUNT = /^(?:0|[1-9]\d{0,14})$/;

export interface Assembled {
  /** `null`: nothing on the row is a post. */
  reading: Reading | null;
  refused: Refusal[];
}

export const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

export function assemble(
  row: Row,
  page: PageDefinition,
  account: string | null,
  decimal: '.' | ',' | undefined,
  look: Look,
): Assembled {
  const { fields } = row;
  const refused: Refusal[] = (row.refused ?? []).map(({ reason, excerpt: text }) => ({ reason, excerpt: excerpt(text) }));
  const refuse = (reason: string, text: string) => refused.push({ reason, excerpt: excerpt(text) });
  const loaded = row.figures.some(({ raw }) => raw !== '');
  // A sentinel or divider: no title, no date, no figure. What was refused of one with digits in it may have been a post.
  if (!fields.title && !fields.publishedAt && !loaded)
    return { reading: null, refused: refused.filter(({ excerpt: text }) => /\d/.test(text)) };
  // The sum of the rows above.
  if (fields.title && isTotal(fields.title) && !fields.publishedAt && !fields.id) return { reading: null, refused: [] };

  if (!fields.title && !fields.publishedAt && !fields.id) {
    refuse('nameless', row.figures.map(({ raw }) => raw).join(' '));
    return { reading: null, refused };
  }

  const statusText = fields.status || null;
  const status = row.state ?? (statusText === null ? null : statusOf(statusText));
  if (!loaded && row.figures.length > 0 && (status === null || status === 'published')) {
    refuse('still-loading', fields.title ?? '');
    return { reading: null, refused };
  }

  const metrics: Metrics = {};
  for (const { metric, raw, label } of row.figures) {
    const exact = METRICS[metric].unit === 'count' && PLAIN_COUNT.test(raw) ? Number(raw) : null;
    if (exact !== null) {
      metrics[metric] = { value: exact, low: exact, high: exact, raw };
      continue;
    }
    const read = look.figure(raw, metric, label ?? '', decimal);
    if (read.kind === 'value') metrics[metric] = read.figure;
    else if (read.kind === 'refused') refuse('not-a-figure', `${label || metric}, ${read.reason}: ${raw}`);
  }

  const seen = postOf(row, page, status, statusText, look, refuse);
  const post = { ...(page.finish?.(seen, row, look) ?? seen) };
  const past = post.publishedAt !== null && Date.parse(post.publishedAt) <= look.now;
  if (status === null && statusText === null && past) post.status = page.defaults?.status ?? null;
  const platform = fields.platform && isPlatform(fields.platform) ? fields.platform : page.platform;
  const name = (fields.account || account)?.slice(0, LONGEST.account) || null;
  return {
    reading: { platform, page: page.id, account: name, post, metrics, seenAt: look.seenAt },
    refused,
  };
}

function postOf(
  { fields }: Row,
  page: PageDefinition,
  status: PostStatus | null,
  statusText: string | null,
  look: Look,
  refuse: (reason: string, text: string) => void,
): Post {
  const date = fields.publishedAt ? look.date(fields.publishedAt, status === 'scheduled') : null;
  if (fields.publishedAt && !date && !isAbsent(fields.publishedAt)) refuse('unreadable-date', fields.publishedAt);
  const title = fields.title ?? '';
  const duration = fields.duration ? readDuration(fields.duration) : null;
  if (title.length > LONGEST.title) refuse('title-too-long', title);
  const post: Post = {
    id: fields.id?.slice(0, LONGEST.id) || null,
    title: title.slice(0, LONGEST.title),
    url: webAddress(fields.url, look.url),
    publishedAt: date?.at ?? null,
    publishedPrecision: date?.precision ?? null,
    format:
      (fields.format ? formatOf(fields.format) : null) ??
      formatOfTags(fields.tags) ??
      page.defaults?.format ??
      (duration === null ? null : 'video'),
    durationSeconds: duration,
    status,
    statusText: statusText?.slice(0, LONGEST.status) ?? null,
    tags: tagsOf(fields.tags, title),
  };
  if (fields.pinned) post.pinned = true;
  if (fields.crossPosted) post.crossPosted = true;
  return post;
}

/** An address, or a path on the page's own host, in which there is nothing to normalise: parsing one costs as much as reading a row. */
const PLAIN_ADDRESS = /^(?!.*xn--)(https:\/\/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)?\/(?!\/)[\w@/-]*$/;

/** Only a web address is kept, never a script. */
export function webAddress(text: string | undefined, base: URL): string | null {
  const plain = text ? PLAIN_ADDRESS.exec(text) : null;
  if (plain && base.protocol === 'https:') {
    const address = plain[1] ? (text ?? '') : base.origin + text;
    return address.length <= LONGEST.url ? address : null;
  }
  if (!text || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= LONGEST.url ? url.href : null;
}

function formatOfTags(tags: string | undefined): Format | null {
  for (const tag of tags?.split('\n') ?? []) {
    const format = formatOf(tag);
    if (format) return format;
  }
  return null;
}

/** The page's own tags, then the title's hashtags, each once. */
function tagsOf(tags: string | undefined, title: string): string[] {
  const all = new Set(tags ? tags.split('\n') : []);
  if (/[#＃]/.test(title)) for (const match of title.matchAll(/[#＃]([^\s#＃[]{1,100})/g)) if (match[1]) all.add(match[1]);
  return [...all].filter((tag) => tag !== '' && tag.length <= LONGEST.tag).slice(0, LONGEST.tags);
}
