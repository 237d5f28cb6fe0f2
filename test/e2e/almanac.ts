/** What the extension has stored of a stage. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { HOSTS } from '../../core/dashboards/hosts';
import type { TabStatus } from '../../core/messages';
import type { Platform } from '../../core/model/platforms';
import type { KnownPost } from '../../core/model/post';
import type { Reading } from '../../core/model/reading';
import { openStore } from '../../core/store';
import { type PackedReading, unpack } from '../../core/store/pack';
import { DATABASE } from '../../core/store/schema';
import { type Page, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { type PostsWanted, type StagedPost, stagedPosts } from '../stage/posts';
import type { ExpectedReading, Stage } from '../stage/stage';
import { scrollToEnd, type Tab, turnPages } from '../stage/visitor';

/** A file of the extension in which none of its code runs: a place to look from that changes nothing. */
export const QUIET_PLACE = 'manifest.json';
/** The element that carries the pill. */
export const PILL = 'post-almanac';

export function hostsOf(...platforms: Platform[]): string[] {
  return HOSTS.filter(({ platform }) => platforms.includes(platform)).flatMap(({ matches }) => [...matches]);
}

/** Half a year of posts. */
export function halfAYear(platform: Platform, account: string, count: number, more: Partial<PostsWanted> = {}): StagedPost[] {
  return stagedPosts({ platform, account, count, from: '2026-01-01T00:00:00+08:00', to: '2026-06-30T23:00:00+08:00', ...more });
}

/** In a script that runs in a page of the extension: Firefox answers with promises under its own name only. */
export const API = 'const api = globalThis.browser ?? chrome;';

// ------------------------------------------------------------------------------------------------- what is stored

export type Rows = Record<string, unknown[]>;

/** Runs in any page of the extension: everything in its database as plain data, null while there is no database. */
export const ALL_ROWS = `
  const db = await new Promise((done) => {
    const asked = indexedDB.open('${DATABASE}');
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done(null);
  });
  if (!db) return null;
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  const all = names.map((name) => new Promise((done, fail) => {
    const asked = tx.objectStore(name).getAll();
    asked.onsuccess = () => done([name, asked.result]);
    asked.onerror = () => fail(asked.error);
  }));
  const rows = Object.fromEntries(await Promise.all(all));
  db.close();
  return rows;`;

/** Reads copied rows with the product's own store, in a database in memory. */
export async function postsIn(rows: Rows | null): Promise<KnownPost[]> {
  if (!rows) return [];
  const indexedDB = new IDBFactory();
  const store = await openStore({ indexedDB });
  await store.dataVersion();
  store.close();
  await new Promise<void>((done, fail) => {
    const asked = indexedDB.open(DATABASE);
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const names = Object.keys(rows);
      const tx = asked.result.transaction(names, 'readwrite');
      for (const name of names) for (const row of rows[name] ?? []) tx.objectStore(name).put(row);
      tx.oncomplete = () => {
        asked.result.close();
        done();
      };
      tx.onerror = () => fail(tx.error);
    };
  });
  const copy = await openStore({ indexedDB });
  try {
    return await copy.posts();
  } finally {
    copy.close();
  }
}

/** Every stored reading of one page, as it was handed over, oldest first. */
export function readingsIn(rows: Rows | null, page: string): (Reading & { key: string })[] {
  const held = [...(rows?.batches ?? []), ...(rows?.histories ?? [])] as {
    platform: Platform;
    scope: string;
    readings: PackedReading[];
  }[];
  return held
    .flatMap(({ platform, scope, readings }) =>
      readings.map((packed) => ({
        ...unpack(packed, platform, scope.startsWith('@') ? scope.slice(1) : null),
        key: `${scope}|${packed[0]}`,
      })),
    )
    .filter((reading) => reading.page === page)
    .sort((a, b) => Date.parse(a.seenAt) - Date.parse(b.seenAt));
}

/** The newest stored reading of each post of one page, and how many there are of it. */
export function newestIn(rows: Rows | null, page: string): (ExpectedReading & { times: number })[] {
  const newest = new Map<string, ExpectedReading & { times: number }>();
  for (const { key, ...reading } of readingsIn(rows, page))
    newest.set(key, { ...reading, times: (newest.get(key)?.times ?? 0) + 1 });
  return [...newest.values()];
}

/** One line per post: what must agree between stage and store. Of what the stage is silent about, nothing is compared. */
export function comparable(readings: readonly ExpectedReading[], like: readonly ExpectedReading[] = readings): string[] {
  const said = new Set(like.flatMap((reading) => Object.keys(reading.post)));
  return readings
    .map(({ account, post, metrics }) => {
      const figures = Object.entries(metrics).map(([name, { value, raw }]) => `${name} ${value} ${raw}`);
      const facts = [
        account,
        post.title,
        post.publishedAt && new Date(post.publishedAt).toISOString(),
        post.id,
        said.has('status') && post.status,
        said.has('statusText') && post.statusText,
        said.has('durationSeconds') && `${post.durationSeconds} s`,
      ];
      return [...facts.map((fact) => fact || '-'), ...figures.sort()].join(' | ');
    })
    .sort();
}

/** What is on one side only, a few of each: whole lists of posts are unreadable in a report. */
export function difference(
  stored: readonly ExpectedReading[],
  expected: readonly ExpectedReading[],
): { missing: string[]; unexpected: string[] } {
  const [have, want] = [comparable(stored, expected), comparable(expected)];
  const left = [...have];
  const missing = want.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing: missing.slice(0, 5), unexpected: left.slice(0, 5) };
}
export const NO_DIFFERENCE = { missing: [], unexpected: [] };

// ------------------------------------------------------------------------------------------------- what scripts say

/** What the content script of each open tab of a staged page says of itself. */
export function scriptsOf({ lookout, stage }: { lookout: Page; stage: Stage }, page: string): Promise<TabStatus[]> {
  return tabOf(lookout).run<TabStatus[]>(
    `${API}
    const tabs = await api.tabs.query({ url: arguments[0] });
    const asked = tabs.map(({ id }) => api.tabs.sendMessage(id, { type: 'tab-status' }).catch(() => null));
    return (await Promise.all(asked)).filter(Boolean);`,
    stage.address(page),
  );
}

/**
 * Hears from now on what scripts in pages say to the background. The answered function gives the kinds of all messages so far: what the
 * open dashboards have sent before it is called is among them.
 */
export async function messagesTo({ lookout }: { lookout: Page }): Promise<() => Promise<string[]>> {
  await tabOf(lookout).run(`${API}
    globalThis.messages = [];
    // Nothing is answered here.
    api.runtime.onMessage.addListener((message) => { messages.push(message.type); });`);
  return () =>
    tabOf(lookout).run<string[]>(`${API}
      const tabs = (await api.tabs.query({})).filter(({ url }) => url?.startsWith('https:'));
      // Behind all that was sent before.
      await Promise.all(tabs.map(({ id }) => api.tabs.sendMessage(id, { type: 'tab-status' }).catch(() => null)));
      return messages;`);
}

/** Waits until the scripts of `tabs` tabs have each seen so many posts of a page, and all they saw was acknowledged. */
export async function untilHandedOver(at: Parameters<typeof scriptsOf>[0], page: string, count: number, tabs = 1): Promise<void> {
  await until(`${count} posts handed over by ${tabs} scripts`, async () => {
    const said = await scriptsOf(at, page);
    return said.length === tabs && said.every(({ coverage, waiting }) => coverage.captured === count && waiting === 0);
  });
}

// ------------------------------------------------------------------------------------------------- waiting for it

/** A stage, and what was stored of it. */
interface Watched {
  stage: Stage;
  rows(): Promise<Rows | null>;
}

/** Waits until so many posts of a page are stored. */
export async function untilStored(at: Pick<Watched, 'rows'>, page: string, count: number): Promise<void> {
  await until(`${count} posts of ${page} in the store`, async () => newestIn(await at.rows(), page).length >= count);
}

/** Whether a reading is of one of the posts, on pages that do not name the account. */
export function ofPosts(expected: readonly ExpectedReading[]): (reading: ExpectedReading) => boolean {
  const keyOf = ({ post }: ExpectedReading) => `${Date.parse(post.publishedAt ?? '')} ${post.title}`;
  const keys = new Set(expected.map(keyOf));
  return (reading) => keys.has(keyOf(reading));
}

/**
 * Waits until the newest stored readings of a page are those of the first `count` posts it lists, by default of all. `among`: which of
 * the stored ones are meant, by default those of the account that is signed in.
 */
export async function untilEqual(
  at: Watched,
  page: string,
  count = Number.POSITIVE_INFINITY,
  among?: (reading: ExpectedReading) => boolean,
): Promise<void> {
  const expected = at.stage.expected(page).slice(0, count);
  const signedIn = expected[0]?.account ?? null;
  let last: unknown;
  await until(`${expected.length} posts of ${page} in the store, as shown`, async () => {
    const found = difference(
      newestIn(await at.rows(), page).filter(among ?? ((reading) => reading.account === signedIn)),
      expected,
    );
    last = found;
    return found.missing.length === 0 && found.unexpected.length === 0;
  }).catch((cause: unknown) => {
    throw new Error(`${page}: ${JSON.stringify(last, null, 1)}`, { cause });
  });
}

/** Shows every post of a page to the extension, at the pace of a reader who looks at each page until it is kept. */
export async function seeAll(at: Watched & { tab: Tab }, page: string): Promise<void> {
  if (at.stage.movesBy(page) === 'pager') {
    const kept = new Set<string>();
    let shown = 0;
    await turnPages(at.tab, async () => {
      shown += 10;
      // Rows of earlier visits may be there already: those of this page must be among them.
      const wanted = comparable(at.stage.expected(page).slice(0, shown));
      await until(`page ${shown / 10} of ${page} in the store`, async () => {
        for (const line of comparable(newestIn(await at.rows(), page), at.stage.expected(page))) kept.add(line);
        return wanted.every((line) => kept.has(line));
      });
    });
  } else await scrollToEnd(at.tab);
  await untilEqual(at, page);
}
