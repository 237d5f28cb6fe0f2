/**
 * Which readings speak of the same post.
 *
 * The key of a post is the platform's id where a page shows one; else platform + account + publish minute + normalised title.
 * Several posts in one minute are common, so an edited or truncated title joins only where account and minute agree and the
 * titles that resemble each other all resemble each other (no rival candidate), and never when one look at one page showed both.
 * Readings without an id join the post whose id is found later. Order of input does not matter.
 */
import { withTimeOfId } from './id-time';
import type { Labels } from './labels';
import type { Platform } from './platforms';
import type { KnownPost, Snapshot } from './post';
import type { Post, Reading } from './reading';

/** A reading with what the store knows beyond it. */
export interface Sighting {
  reading: Reading;
  /** `identityKey()` with the account under which it was seen, and the ordinal of twins. */
  key: string;
  /** The account it belongs to: the name the user gave, else the one seen; `''` while unnamed. */
  account: string;
}

const MINUTE = 60_000;

/** Titles compared without case, width, spacing, invisible characters and the dots of a cut. */
export function normaliseTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\s*(\.{3}|…)+$/u, '');
}

/** The part of the key that stands for the publish time: `2026-05-25T06:43Z`, `2026-05-25` for a bare day, `` when unknown. */
export function timePart(post: Pick<Post, 'publishedAt' | 'publishedPrecision'>): string {
  if (!post.publishedAt) return '';
  if (post.publishedPrecision === 'day') return post.publishedAt.slice(0, 10);
  return `${new Date(Date.parse(post.publishedAt)).toISOString().slice(0, 16)}Z`;
}

/** How the keys of all posts of an account begin: `douyin|Name|`. */
export function accountPrefix(platform: string, account: string): string {
  return `${platform}|${account.replace(/[%|]/g, (char) => (char === '%' ? '%25' : '%7C'))}|`;
}

/** The account of a post's key. */
export function accountOfKey(key: string): { platform: Platform; account: string } {
  const [platform, account = ''] = key.split('|', 2);
  return {
    platform: platform as Platform,
    account: account.replace(/%(25|7C)/g, (_, code) => (code === '25' ? '%' : '|')),
  };
}

/** `youtube|My channel|#dQw4w9WgXcQ` with an id, `douyin|Name|@2026-05-25T06:43Z|title` without one. */
export function identityKey(reading: Pick<Reading, 'platform' | 'account' | 'post'>, account = reading.account ?? ''): string {
  const { post } = reading;
  const prefix = accountPrefix(reading.platform, account);
  return post.id ? `${prefix}#${post.id}` : `${prefix}@${timePart(post)}|${normaliseTitle(post.title)}`;
}

/** The key of the n-th post of one look that cannot be told from the first by account, minute and title. */
export const twinKey = (key: string, ordinal: number): string => (ordinal > 1 ? `${key}~${ordinal}` : key);

/** What one look showed under one key: only there are twins to be numbered. */
export const lookOf = (reading: Reading, key: string) => `${reading.page}|${reading.seenAt}|${key}`;

/**
 * Readings in slices of at most `size`, in their order, except that twins of one look stand together: they are told apart by their
 * number among the readings of a batch. (A slice of more than `size` such twins stays whole.)
 */
export function slicesOf(readings: readonly Reading[], size: number): Reading[][] {
  const groups: Reading[][] = [];
  const looks = new Map<string, Reading[]>();
  for (const reading of readings) {
    const look = reading.post.id ? null : lookOf(reading, identityKey(reading));
    const group = look === null ? undefined : looks.get(look);
    if (group) {
      group.push(reading);
      continue;
    }
    const fresh = [reading];
    groups.push(fresh);
    if (look !== null) looks.set(look, fresh);
  }
  const slices: Reading[][] = [];
  for (const group of groups) {
    const last = slices.at(-1);
    if (last && last.length + group.length <= size) last.push(...group);
    else slices.push(group);
  }
  return slices;
}

/** Two metrics objects and posts that say the same. Plain JSON values, compared by content. */
function sameContent(a: Reading, b: Reading): boolean {
  return JSON.stringify([a.post, a.metrics]) === JSON.stringify([b.post, b.metrics]);
}

/** What was said of readings, by the keys of their posts. */
export function labelsByKey(readings: Iterable<Reading>, said: ReadonlyMap<Reading, Labels>): Map<string, Labels> {
  return new Map(
    toSightings(readings).flatMap(({ reading, key }) => {
      const labels = said.get(reading);
      return labels ? [[key, labels] as const] : [];
    }),
  );
}

/** Readings as sightings: accounts as seen, twins of one look numbered. */
export function toSightings(readings: Iterable<Reading>): Sighting[] {
  const looks = new Map<string, Reading[]>();
  const sightings: Sighting[] = [];
  for (const reading of readings) {
    const key = identityKey(reading);
    let ordinal = 1;
    if (!reading.post.id) {
      const look = lookOf(reading, key);
      const before = looks.get(look);
      if (!before) looks.set(look, [reading]);
      else {
        const same = before.findIndex((other) => sameContent(other, reading));
        if (same < 0) before.push(reading);
        ordinal = same < 0 ? before.length : same + 1;
      }
    }
    sightings.push({ reading, key: twinKey(key, ordinal), account: reading.account ?? '' });
  }
  return sightings;
}

/** What one key is known by, without its figures: enough to decide what joins. Small: there is one per post. */
interface Card {
  key: string;
  platform: string;
  account: string;
  id: string | null;
  /** Minutes since the epoch under which it was seen (more than one when a page corrected it). */
  minutes: number[];
  /** Days, from pages that show no time. */
  days: string[];
  /** Days of the minutes, as the page's own zone has them. */
  localDays: string[];
  titles: string[];
  /** Numbers of the looks (page and moment) that showed it. */
  looks: number[];
  parent: Card | null;
}

/** Adds a value; whether it was not there. */
function put<T>(list: T[], value: T): boolean {
  const fresh = !list.includes(value);
  if (fresh) list.push(value);
  return fresh;
}

/** Numbers, Chinese numerals and part marks: what tells one episode from the next. */
const serial = (title: string) => (title.match(/\d+|[零〇一二三四五六七八九十百千两上中下]/gu) ?? []).join(',');

function editDistanceWithin(a: string[], b: string[], limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return false;
    row = next;
  }
  return (row[b.length] ?? Number.POSITIVE_INFINITY) <= limit;
}

const LONGEST_COMPARED = 300;

/** Whether one normalised title is the beginning of the other (a cut, an addition), or they differ by a slip only. */
export function titlesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if ([...short].length < 2) return false;
  if (long.startsWith(short)) {
    // `Day 1` is not a cut `Day 10`.
    return !(/\d$/.test(short) && /^\d/.test(long.slice(short.length)));
  }
  const left = [...a].slice(0, LONGEST_COMPARED);
  const right = [...b].slice(0, LONGEST_COMPARED);
  const limit = Math.floor(Math.max(left.length, right.length) / 8);
  return limit > 0 && serial(a) === serial(b) && editDistanceWithin(left, right, limit);
}

const anyAgree = (a: Card, b: Card) => a.titles.some((one) => b.titles.some((other) => titlesAgree(one, other)));

/** Two ids are two posts, and so are two rows that one look showed beside each other. */
const compatible = (a: Card, b: Card) => !(a.id && b.id && a.id !== b.id) && !a.looks.some((look) => b.looks.includes(look));

function allPairs<T>(list: readonly T[], holds: (a: T, b: T) => boolean): boolean {
  return list.every((a, index) => list.slice(index + 1).every((b) => holds(a, b)));
}

function root(card: Card): Card {
  let top = card;
  while (top.parent) top = top.parent;
  return top;
}

/** What is known of each is known of all: in a card of its own, so that more can be added to those as they were. */
function unite(cards: readonly Card[]): void {
  const [first, ...others] = distinctRoots(cards);
  if (!first || others.length === 0) return;
  const all: Card = {
    ...first,
    minutes: [...first.minutes],
    days: [...first.days],
    localDays: [...first.localDays],
    titles: [...first.titles],
    looks: [...first.looks],
  };
  first.parent = all;
  for (const from of others) {
    all.id ||= from.id;
    for (const minute of from.minutes) put(all.minutes, minute);
    for (const day of from.days) put(all.days, day);
    for (const day of from.localDays) put(all.localDays, day);
    for (const title of from.titles) put(all.titles, title);
    for (const look of from.looks) all.looks.push(look);
    from.parent = all;
  }
}

function groupBy<T, K>(values: Iterable<T>, keysOf: (value: T) => Iterable<K>): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
}

const distinctRoots = (cards: readonly Card[]) => [...new Set(cards.map(root))];

/** A platform's id is its own: a page that names no account shows the post of the one account known to have it. */
function joinById(cards: readonly Card[]): void {
  const byId = groupBy(cards, (card) => (card.id ? [`${card.platform}|${card.id}`] : []));
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    const byAccount = groupBy(same, (card) => [card.account]);
    for (const own of byAccount.values()) unite(own);
    if (byAccount.size === 2 && byAccount.has('')) unite(same);
  }
}

function joinSameTitle(cards: readonly Card[]): void {
  for (const same of groupBy(distinctRoots(cards), (card) => card.titles).values()) {
    const group = distinctRoots(same);
    const minutes = new Set(group.flatMap((card) => card.minutes.slice(0, 1)));
    // The same title twice a day is a habit, not one post.
    if (group.length > 1 && minutes.size <= 1 && allPairs(group, compatible)) unite(group);
  }
}

/** More posts than this in one minute are a file without times, not a busy minute. */
const BUSIEST_MINUTE = 60;

/** Edited and cut titles: only where all that resemble each other may be one post. */
function joinResembling(cards: readonly Card[]): void {
  const rest = new Set(distinctRoots(cards));
  if (rest.size > BUSIEST_MINUTE) return;
  for (const first of rest) {
    rest.delete(first);
    const component = [first];
    for (const card of component) {
      for (const other of rest) {
        if (!anyAgree(card, other)) continue;
        rest.delete(other);
        component.push(other);
      }
    }
    if (component.length > 1 && allPairs(component, (a, b) => compatible(a, b) && anyAgree(a, b))) unite(component);
  }
}

/** Collects what is known of each key and decides which keys are one post. */
export class Joiner {
  private readonly cards = new Map<string, Card>();
  private readonly looks = new Map<string, number>();

  /**
   * `key` as `identityKey()` gives it; `account` as for a `Sighting`. True when more is known of the key than before, beside one
   * more look that showed it: else no group changes, unless the look showed two keys of one group.
   */
  add(
    { post, platform, page, seenAt }: Pick<Reading, 'platform' | 'page' | 'post' | 'seenAt'>,
    key: string,
    account: string,
  ): boolean {
    const title = normaliseTitle(post.title);
    const day = post.publishedAt?.slice(0, 10);
    const minute =
      post.publishedAt && post.publishedPrecision !== 'day' ? Math.floor(Date.parse(post.publishedAt) / MINUTE) : undefined;
    const look = this.lookOf(`${page}|${seenAt}`);
    const card = this.cards.get(key);
    if (card) {
      const more = [
        title !== '' && put(card.titles, title),
        minute !== undefined && put(card.minutes, minute),
        day !== undefined && put(minute === undefined ? card.days : card.localDays, day),
      ];
      card.looks.push(look);
      return more.includes(true);
    }
    // Lists that begin with their first value take a fraction of the room of those it is pushed to, and there is a card for each post.
    this.cards.set(key, {
      key,
      platform,
      account,
      id: post.id,
      minutes: minute === undefined ? [] : [minute],
      days: day !== undefined && minute === undefined ? [day] : [],
      localDays: day !== undefined && minute !== undefined ? [day] : [],
      titles: title ? [title] : [],
      looks: [look],
      parent: null,
    });
    return true;
  }

  private lookOf(name: string): number {
    let number = this.looks.get(name);
    if (number === undefined) {
      number = this.looks.size;
      this.looks.set(name, number);
    }
    return number;
  }

  /** Groups of keys that are one post each, as far as everything added until now tells. */
  groups(): string[][] {
    // In the order of their keys, so that the order in which they were seen decides nothing.
    const all = [...this.cards.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const card of all) {
      card.parent = null;
      card.titles.sort();
      card.minutes.sort((a, b) => a - b);
      card.days.sort();
      card.localDays.sort();
    }
    joinById(all);
    // Where every post has its id there is nothing left to join.
    const byAccount = groupBy(all, (card) => [`${card.platform}|${card.account}`]);
    for (const cards of byAccount.values()) {
      if (cards.every((card) => card.id !== null)) continue;
      const byMinute = groupBy(cards, (card) => card.minutes);
      for (const minute of byMinute.values()) if (minute.length > 1) joinSameTitle(minute);
      if (cards.some((card) => card.days.length > 0)) {
        const byDay = groupBy(distinctRoots(cards), (card) => new Set([...card.days, ...card.localDays]));
        for (const day of byDay.values()) if (day.some((card) => card.days.length > 0)) joinSameTitle(day);
      }
      for (const minute of byMinute.values()) if (minute.length > 1) joinResembling(minute);
    }
    return [...groupBy(all, (card) => [root(card)]).values()].map((group) => group.map((card) => card.key));
  }
}

const PRECISION_RANK = { second: 3, minute: 2, day: 1 } as const;

/** The newest wording, with what other sightings know and this one does not show. `readings`: oldest first. */
function mergePosts(readings: Reading[]): Post {
  const newest = readings.at(-1) as Reading;
  const merged: Post = { ...newest.post, tags: [...newest.post.tags] };
  let rank = merged.publishedAt && merged.publishedPrecision ? PRECISION_RANK[merged.publishedPrecision] : 0;
  const titleOfPage = new Map<string, string>();
  for (let index = readings.length - 1; index >= 0; index -= 1) {
    const { post, page } = readings[index] as Reading;
    merged.id ??= post.id;
    merged.url ??= post.url;
    merged.format ??= post.format;
    merged.durationSeconds ??= post.durationSeconds;
    if (merged.status === null && post.status !== null) {
      merged.status = post.status;
      merged.statusText = post.statusText;
    }
    if (merged.tags.length === 0) merged.tags = [...post.tags];
    const known = post.publishedAt && post.publishedPrecision ? PRECISION_RANK[post.publishedPrecision] : 0;
    if (known > rank) {
      rank = known;
      merged.publishedAt = post.publishedAt;
      merged.publishedPrecision = post.publishedPrecision;
    }
    if (!titleOfPage.has(page)) titleOfPage.set(page, post.title);
  }
  // A page that cuts titles does not shorten the title that another page shows whole.
  const cut = normaliseTitle(merged.title);
  for (const title of titleOfPage.values()) {
    const whole = normaliseTitle(title);
    if (whole.length > normaliseTitle(merged.title).length && whole.startsWith(cut)) merged.title = title;
  }
  return merged;
}

/** Oldest first; what one look shows twice in an order of its own, so that the order it came in decides nothing. */
function byTime(a: Reading, b: Reading): number {
  const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return (
    Date.parse(a.seenAt) - Date.parse(b.seenAt) ||
    text(a.page, b.page) ||
    text(JSON.stringify([a.post, a.metrics]), JSON.stringify([b.post, b.metrics]))
  );
}

/** The key a post goes by, of all it was seen under: one with the platform's id where there is one. */
export function leadingKey(keys: readonly string[]): string {
  const sorted = [...keys].sort();
  return sorted.find((key) => key.split('|', 3)[2]?.startsWith('#')) ?? sorted[0] ?? '';
}

/** One post from all its sightings. `labels` by identity key: what was said under any of its keys holds. */
export function buildPost(sightings: readonly Sighting[], labels?: ReadonlyMap<string, Labels>): KnownPost {
  const readings = sightings.map((sighting) => sighting.reading).sort(byTime);
  const first = readings[0] as Reading;
  const last = readings.at(-1) as Reading;
  const keys = [...new Set(sightings.map((sighting) => sighting.key))].sort();
  const named = sightings.find((sighting) => sighting.account !== '');
  const key = leadingKey(keys);
  const merged: Labels = {};
  for (const one of keys) Object.assign(merged, labels?.get(one));
  Object.assign(merged, labels?.get(key));
  return {
    key,
    platform: first.platform,
    account: named?.account ?? '',
    post: withTimeOfId(first.platform, mergePosts(readings)),
    labels: merged,
    snapshots: readings.map(
      (reading): Snapshot => ({ seenAt: Date.parse(reading.seenAt), page: reading.page, metrics: reading.metrics }),
    ),
    firstSeenAt: Date.parse(first.seenAt),
    lastSeenAt: Date.parse(last.seenAt),
  };
}

/** Oldest post first; posts without a date last. Sorts in place. */
export function sortByPublished(posts: KnownPost[]): KnownPost[] {
  const times = new Map(
    posts.map((one) => [one, one.post.publishedAt ? Date.parse(one.post.publishedAt) : Number.POSITIVE_INFINITY]),
  );
  const timeOf = (one: KnownPost) => times.get(one) ?? Number.POSITIVE_INFINITY;
  return posts.sort((a, b) => {
    const [left, right] = [timeOf(a), timeOf(b)];
    return left === right ? (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) : left - right;
  });
}

/** Readings in any order as posts, each with its history. `labels` by identity key. */
export function joinReadings(readings: Iterable<Reading>, labels?: ReadonlyMap<string, Labels>): KnownPost[] {
  const sightings = toSightings(readings);
  const joiner = new Joiner();
  const byKey = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    joiner.add(sighting.reading, sighting.key, sighting.account);
    const list = byKey.get(sighting.key);
    if (list) list.push(sighting);
    else byKey.set(sighting.key, [sighting]);
  }
  return sortByPublished(
    joiner.groups().map((keys) =>
      buildPost(
        keys.flatMap((key) => byKey.get(key) ?? []),
        labels,
      ),
    ),
  );
}
