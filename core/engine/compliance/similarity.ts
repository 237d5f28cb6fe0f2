/**
 * Near-duplicate own posts (rule TECH-DUP): an exact set-similarity join over character pairs with prefix filtering, newest
 * neighbours first. Counters of a series and cross-posts are not duplicates. 100,000 titles take a few seconds at most.
 */
import { fold } from './fold';

export interface Titled {
  key: string;
  /** Posts of different places are never compared: one platform is one place. */
  place: string;
  title: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** As the creator labelled it: posts of one series may resemble each other. */
  series?: string | undefined;
}

export interface DuplicateGroup {
  /** Oldest first. */
  keys: string[];
  title: string;
  /** Most posts with exactly the same words within the window. */
  identical: number;
}

const DAY = 86_400_000;
/** `facts/compliance-rules.md` TECH-DUP. */
export const DUPLICATE_WINDOW_DAYS = 30;
/** Jaccard similarity of character pairs from which two titles count as nearly the same. */
const SIMILAR = 0.7;
/** Titles with less text than this say too little to be compared, except when identical. */
const SHORTEST = 6;
const SHORTEST_IDENTICAL = 4;
/** Earlier posts that share a rare pair and are compared, newest first: a title joins a group through any one of them. */
const MOST_TRIED = 100;

/** Words only: no tags, mentions, links, emoji, punctuation. */
export function bareTitle(title: string): string {
  return fold(title)
    .text.replace(/https?:\/\/\S+/g, ' ')
    .replace(/[#@]\S{1,60}/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same with counters (part 3, 第三集, day 12, dates) made equal. */
function withoutCounters(bare: string): string {
  return bare
    .replace(/\d+/g, '0')
    .replace(/第?[〇零一二三四五六七八九十百两]+(?=[集期章回话季天日周月年部篇课节弹场站])/g, '0')
    .replace(/(?<=第)[〇零一二三四五六七八九十百两]+/g, '0')
    .replace(/[上中下]$/, '');
}

/** A title as it is compared. */
export interface PreparedTitle extends Titled {
  bare: string;
  masked: string;
}

export function prepareTitle(titled: Titled): PreparedTitle {
  const bare = bareTitle(titled.title);
  return { ...titled, bare, masked: withoutCounters(bare) };
}

interface Entry {
  post: PreparedTitle;
  bare: string;
  masked: string;
  pairs: Uint32Array;
}

export function duplicateGroups(posts: readonly Titled[]): DuplicateGroup[] {
  return [...Map.groupBy(posts.map(prepareTitle), ({ place }) => place).values()].flatMap(groupTitles);
}

/** `posts`: of one place. */
export function groupTitles(posts: readonly PreparedTitle[]): DuplicateGroup[] {
  return groupsOf(
    posts
      .filter(({ bare }) => bare.length >= SHORTEST_IDENTICAL)
      .map((post) => ({ post, bare: post.bare, masked: post.masked, pairs: NO_PAIRS })),
  );
}
const NO_PAIRS = new Uint32Array(0);

function groupsOf(entries: Entry[]): DuplicateGroup[] {
  entries.sort((a, b) => a.post.at - b.post.at || (a.post.key < b.post.key ? -1 : 1));
  // One representative per wording, its latest post: the join then works on different wordings only.
  const parent = entries.map((_, i) => i);
  const find = (i: number): number => {
    let top = i;
    while (parent[top] !== top) top = parent[top] ?? top;
    while (parent[i] !== top) {
      const next = parent[i] ?? top;
      parent[i] = top;
      i = next;
    }
    return top;
  };
  const join = (a: number, b: number) => {
    parent[find(b)] = find(a);
  };
  const latest = new Map<string, number>();
  const latestPart = new Map<string, number>();
  const fresh: number[] = [];
  entries.forEach((entry, i) => {
    const before = latest.get(entry.bare);
    latest.set(entry.bare, i);
    if (before !== undefined && near(entries[before], entry)) {
      join(before, i);
      return;
    }
    // Parts of a series are no duplicates of each other; one of them a month stands for all.
    const part = latestPart.get(entry.masked);
    if (entry.bare.length < SHORTEST || (part !== undefined && near(entries[part], entry))) return;
    latestPart.set(entry.masked, i);
    fresh.push(i);
  });
  rankPairs(entries, fresh);
  const index: (number[] | undefined)[] = [];
  const triedBy = new Int32Array(entries.length).fill(-1);
  for (const i of fresh) {
    const entry = entries[i];
    if (!entry) continue;
    // Rarest pairs come first: two similar sets share one of their first few.
    const prefix = entry.pairs.length - Math.ceil(SIMILAR * entry.pairs.length) + 1;
    let left = MOST_TRIED;
    for (let p = 0; p < prefix; p++) {
      const pair: number = entry.pairs[p] ?? 0;
      const list: number[] = index[pair] ?? [];
      index[pair] = list;
      for (let c: number = list.length - 1; c >= 0 && left > 0; c--) {
        const other = list[c] ?? 0;
        if (triedBy[other] === i) continue;
        const rival = entries[other];
        if (!rival || entry.post.at - rival.post.at > DUPLICATE_WINDOW_DAYS * DAY) break;
        triedBy[other] = i;
        left--;
        if (isSeries(rival, entry) || !similar(entry.pairs, rival.pairs)) continue;
        join(other, i);
        left = 0;
      }
      list.push(i);
    }
  }
  const members = new Map<number, Entry[]>();
  entries.forEach((entry, i) => {
    const root = find(i);
    const list = members.get(root);
    if (list) list.push(entry);
    else members.set(root, [entry]);
  });
  return [...members.values()].filter((list) => list.length > 1).map(toGroup);
}

/** Same words but for a counter, or one labelled series with different words. */
function isSeries(a: Entry, b: Entry): boolean {
  if (a.bare === b.bare) return false;
  return a.masked === b.masked || (a.post.series !== undefined && a.post.series === b.post.series);
}

const near = (a: Entry | undefined, b: Entry) => a !== undefined && b.post.at - a.post.at <= DUPLICATE_WINDOW_DAYS * DAY;

/** Distinct character pairs of each wording, numbered from the rarest to the most frequent, ascending. */
function rankPairs(entries: readonly Entry[], which: readonly number[]): void {
  const ids = new Map<number, number>();
  const counts: number[] = [];
  for (const i of which) {
    const entry = entries[i];
    if (!entry) continue;
    const pairs = new Uint32Array(entry.bare.length - 1);
    for (let c = 0; c < pairs.length; c++) {
      const pair = entry.bare.charCodeAt(c) * 65536 + entry.bare.charCodeAt(c + 1);
      let id = ids.get(pair);
      if (id === undefined) {
        id = ids.size;
        ids.set(pair, id);
      }
      pairs[c] = id;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    entry.pairs = pairs;
  }
  const rank = new Uint32Array(counts.length);
  [...counts.keys()]
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    .forEach((id, place) => {
      rank[id] = place;
    });
  for (const i of which) {
    const entry = entries[i];
    if (!entry) continue;
    const ranked = entry.pairs.map((id) => rank[id] ?? 0).sort();
    let distinct = 0;
    for (let c = 0; c < ranked.length; c++) {
      if (c === 0 || ranked[c] !== ranked[c - 1]) ranked[distinct++] = ranked[c] ?? 0;
    }
    entry.pairs = ranked.subarray(0, distinct);
  }
}

/** Jaccard similarity of two sorted sets is at least `SIMILAR`. */
function similar(a: Uint32Array, b: Uint32Array): boolean {
  if (Math.min(a.length, b.length) < SIMILAR * Math.max(a.length, b.length)) return false;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) {
      common++;
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return common >= SIMILAR * (a.length + b.length - common);
}

function toGroup(list: Entry[]): DuplicateGroup {
  const byWords = new Map<string, number[]>();
  for (const entry of list) {
    const times = byWords.get(entry.bare);
    if (times) times.push(entry.post.at);
    else byWords.set(entry.bare, [entry.post.at]);
  }
  let identical = 1;
  for (const times of byWords.values()) {
    for (let from = 0, to = 0; to < times.length; to++) {
      while ((times[to] ?? 0) - (times[from] ?? 0) > DUPLICATE_WINDOW_DAYS * DAY) from++;
      identical = Math.max(identical, to - from + 1);
    }
  }
  return { keys: list.map((entry) => entry.post.key), title: list[list.length - 1]?.post.title ?? '', identical };
}
