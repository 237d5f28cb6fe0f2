/**
 * Whose posts they are. A page that names its account gives the scope `@Name`. Readings from pages that name none wait under
 * `?1`, `?2`, …: those of one session (a loaded document, a file) belong together, and a new session joins an account only when
 * the posts it shows are that account's posts. So two accounts in one tab stay apart, and one account stays one.
 */
import { accountPrefix, normaliseTitle, titlesAgree } from '../model/identity';
import type { Platform } from '../model/platforms';
import type { Post } from '../model/reading';
import type { AccountRow, AccountScope } from './schema';

export const namedScope = (account: string): AccountScope => `@${account}`;
const unnamedScope = (ordinal: number): AccountScope => `?${ordinal}`;
export const isNamed = (scope: AccountScope) => scope.startsWith('@');

/** The account as pages showed it, for keys and screens: `''` for the first unnamed one, `?2` … for further ones. */
export function accountOfScope(scope: AccountScope): string {
  if (isNamed(scope)) return scope.slice(1);
  return scope === unnamedScope(1) ? '' : scope;
}

/** The account a reading carries: null where the page named none. */
export const seenAccount = (scope: AccountScope): string | null => (isNamed(scope) ? scope.slice(1) : null);

/** How the keys of all posts of a scope begin. */
export const keyPrefix = (platform: Platform, scope: AccountScope) => accountPrefix(platform, accountOfScope(scope));

/** The row that speaks for an account, after following `sameAs`. */
export function leader(rows: readonly AccountRow[], row: AccountRow): AccountRow {
  let at = row;
  for (let hops = 0; at.sameAs !== undefined && hops < rows.length; hops += 1) {
    const next = rows.find((one) => one.platform === row.platform && one.scope === at.sameAs);
    if (!next) break;
    at = next;
  }
  return at;
}

/** `platform|scope` → the name shown: what the user called it, else as seen. */
export function accountNames(rows: readonly AccountRow[]): Map<string, string> {
  return new Map(
    rows.map((row) => {
      const top = leader(rows, row);
      return [`${row.platform}|${row.scope}`, top.name ?? row.name ?? accountOfScope(top.scope)];
    }),
  );
}

/** What is known of a scope's posts, to tell whether a page shows them. */
export class PostIndex {
  private readonly ids = new Set<string>();
  private readonly titles = new Map<string, string[]>();
  private oldest = Number.POSITIVE_INFINITY;
  private newest = Number.NEGATIVE_INFINITY;

  add(post: Post): void {
    if (post.id) this.ids.add(post.id);
    if (!post.publishedAt) return;
    const at = Date.parse(post.publishedAt);
    this.oldest = Math.min(this.oldest, at);
    this.newest = Math.max(this.newest, at);
    const title = normaliseTitle(post.title);
    for (const moment of momentsOf(post)) {
      const titles = this.titles.get(moment);
      if (!titles) this.titles.set(moment, [title]);
      else if (!titles.includes(title)) titles.push(title);
    }
  }

  private has(post: Post): boolean {
    if (post.id && this.ids.has(post.id)) return true;
    const title = normaliseTitle(post.title);
    const [moment] = momentsOf(post);
    return moment !== undefined && (this.titles.get(moment) ?? []).some((known) => titlesAgree(known, title));
  }

  /**
   * How many of a page's posts are known here; 0 unless they are at least half of those published in the time known here.
   * One post in common proves nothing: people who run several accounts post the same thing on them.
   */
  shared(posts: readonly Post[]): number {
    let known = 0;
    let within = 0;
    for (const post of posts) {
      const at = post.publishedAt ? Date.parse(post.publishedAt) : Number.NaN;
      const has = this.has(post);
      if (has) known += 1;
      if (has || (at >= this.oldest && at <= this.newest)) within += 1;
    }
    return known * 2 >= within ? known : 0;
  }
}

/** Posts by minute and title, so that one known from a page without ids is known on a page with ids, and the other way round. */
export class TitleIndex {
  private readonly withId = new Set<string>();
  private readonly withoutId = new Set<string>();

  add(post: Post): void {
    const name = nameOf(post);
    if (name) (post.id ? this.withId : this.withoutId).add(name);
  }

  /** Of two posts with an id each, the ids decide. */
  hasOtherwise(post: Post): boolean {
    const name = nameOf(post);
    return name !== null && (post.id ? this.withoutId : this.withId).has(name);
  }
}

function nameOf(post: Post): string | null {
  const [moment] = momentsOf(post);
  return moment === undefined ? null : `${moment}|${normaliseTitle(post.title)}`;
}

/** The minute it was published and its day, the more exact first. */
function momentsOf(post: Post): string[] {
  if (!post.publishedAt) return [];
  const day = post.publishedAt.slice(0, 10);
  return post.publishedPrecision === 'day' ? [day] : [`${Math.floor(Date.parse(post.publishedAt) / 60_000)}`, day];
}

const SESSIONS_REMEMBERED = 100;

export interface ScopeChoice {
  row: AccountRow;
  /** Whether the row is new or differs from the stored one. */
  changed: boolean;
}

/**
 * The unnamed account that a session's posts belong to, made when there is none. `indexOf` gives what is known of a row's
 * posts; it is asked only for a session that is new.
 */
export async function unnamedAccount(
  rows: readonly AccountRow[],
  platform: Platform,
  session: string | undefined,
  posts: readonly Post[],
  indexOf: (row: AccountRow) => Promise<PostIndex>,
): Promise<ScopeChoice> {
  const own = rows.filter((row) => row.platform === platform);
  const unnamed = own.filter((row) => !isNamed(row.scope));
  const fresh = (): AccountRow => {
    const ordinal = Math.max(0, ...unnamed.map((row) => Number(row.scope.slice(1)))) + 1;
    return { platform, scope: unnamedScope(ordinal), sessions: [] };
  };
  if (session === undefined) {
    const first = unnamed.find((row) => row.scope === unnamedScope(1));
    return first ? { row: first, changed: false } : { row: fresh(), changed: true };
  }

  const best = async (candidates: readonly AccountRow[]): Promise<AccountRow | undefined> => {
    let found: AccountRow | undefined;
    let most = 0;
    for (const row of candidates) {
      const shared = (await indexOf(row)).shared(posts);
      if (shared > most) {
        most = shared;
        found = row;
      }
    }
    return found;
  };

  let row = unnamed.find((one) => one.sessions.includes(session));
  // An account that only this session has shown may still turn out to be a known one.
  if (row && (row.sameAs !== undefined || row.name !== undefined || row.sessions.length > 1)) return { row, changed: false };
  const others = unnamed.filter((one) => one !== row && one.sameAs === undefined);
  if (!row) {
    const known = await best([...others, ...unnamed.filter((one) => one.sameAs !== undefined)]);
    row = known
      ? { ...known, sessions: [...known.sessions, session].slice(-SESSIONS_REMEMBERED) }
      : { ...fresh(), sessions: [session] };
    if (known && (row.sameAs !== undefined || row.name !== undefined)) return { row, changed: true };
    const named = await best(own.filter((one) => isNamed(one.scope)));
    return { row: named ? { ...row, sameAs: leader(own, named).scope } : row, changed: true };
  }
  const same = (await best(own.filter((one) => isNamed(one.scope)))) ?? (await best(others));
  return same ? { row: { ...row, sameAs: leader(own, same).scope }, changed: true } : { row, changed: false };
}
