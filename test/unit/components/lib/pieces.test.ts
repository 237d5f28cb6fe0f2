/** A report cut into a front and pieces says what it said before, and its front does not grow with the posts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scopeId } from '../../../../components/data';
import type { KnownPost } from '../../../../core/model/post';
import type { Report } from '../../../../core/model/report';
import { evaluateAll } from '../../../../entrypoints/lib/evaluate';
import { cut, frontOf, joined, noPieces } from '../../../../entrypoints/lib/pieces';
import { NOW, samplePosts } from '../../../gallery/samples';
import { POSTS_ALONE } from '../../../posts-alone';

const ACCOUNTS = ['Mint | balcony', '', 'Another'];
/** Three accounts, one of them with a name that holds a bar, and a title in each that a rule speaks against. */
const postsOf = (count: number): KnownPost[] =>
  samplePosts(count).map(({ known }, at) => ({
    ...known,
    key: `${known.key}#${at}`,
    account: ACCOUNTS[at % ACCOUNTS.length] ?? '',
    post: { ...known.post, title: at < ACCOUNTS.length ? '全网最好的锅，今晚小黄车见' : known.post.title },
  }));
const evaluated = (posts: readonly KnownPost[]) =>
  evaluateAll({
    posts,
    ...POSTS_ALONE,
    now: NOW,
  });
const byPost = ({ compliance, ...rest }: Report): Report => ({
  ...rest,
  compliance: { ...compliance, posts: compliance.posts.toSorted((a, b) => (a.post < b.post ? -1 : 1)) },
});

describe('a report in pieces', () => {
  const posts = postsOf(60);
  let made: ReturnType<typeof evaluateAll>;
  let parts: ReturnType<typeof cut>;
  beforeAll(() => {
    made = evaluated(posts);
    parts = cut(made.report, made.beside, posts);
  });
  const all = () => parts.pieces.map(({ pieces }) => pieces);
  it('is the whole report again', () => {
    expect(byPost(joined(parts.front, all()))).toEqual(byPost(made.report));
  });
  it('is empty where a piece was not fetched, and the rest is as it was', () => {
    const part = joined(
      parts.front,
      all().map(({ mix }) => ({ mix })),
    );
    expect(part).toEqual({
      ...made.report,
      score: [],
      growth: [],
      compliance: { ...made.report.compliance, posts: [] },
    });
  });
  it('has each account’s own part under its name, once', () => {
    expect(parts.pieces.map(({ scope }) => scopeId(scope)).sort()).toEqual(ACCOUNTS.map((name) => `douyin|${name}`).sort());
    for (const { scope, pieces } of parts.pieces) {
      const mine = posts.filter(({ account }) => account === scope.account);
      const keys = new Set(mine.map(({ key }) => key));
      expect(pieces.growth.map(({ account }) => account)).toEqual([scope.account]);
      expect(pieces.compliance.posts.length).toBeGreaterThan(0);
      for (const { post } of pieces.compliance.posts) expect(keys.has(post)).toBe(true);
      expect(Object.keys(pieces.compliance.titles)).toEqual(pieces.compliance.posts.map(({ post }) => post));
      const counted = Object.values(pieces.times).flatMap(({ counts, withoutHour }) => [...counts.flat(), withoutHour]);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(
        mine.filter(({ post }) => post.status === null || post.status === 'published').length,
      );
    }
  });
  it('shows on the front what the first screen says of each account', () => {
    for (const scope of [...parts.pieces.map(({ scope: own }) => own)]) {
      const front = frontOf(parts.front, scope);
      const own = parts.pieces.find(({ scope: other }) => scopeId(other) === scopeId(scope))?.pieces ?? noPieces();
      expect(front.red).toBe(own.compliance.posts.filter(({ level }) => level === 'red').length);
      expect(front.red).toBeGreaterThan(0);
      expect(front.units.map(({ unit }) => unit)).toEqual(own.mix.map(({ unit }) => unit));
      expect(front.weeks?.length).toBe(12);
      expect(front.growth?.seasons).toEqual(own.growth[0]?.seasons);
      const moved = own.growth.flatMap(({ keys, anomalies }) =>
        anomalies
          .filter(({ kind }) => kind === 'surge' || kind === 'slump')
          .map(({ post }) => (post === null ? null : keys[post])),
      );
      expect(front.growth?.anomalies.map(({ post }) => (post === null ? null : front.growth?.keys[post]))).toEqual(moved);
    }
    expect(frontOf(parts.front, { platform: 'douyin', account: 'Nobody' })).toMatchObject({
      units: [],
      weeks: null,
      growth: null,
    });
  });
  it('names no post on the front but those that move and those that a suggestion is about', () => {
    const { accounts, ...rest } = parts.front;
    const suggestions = rest.suggestions.map(({ post, ...one }) => one);
    const front = JSON.stringify([
      { ...rest, suggestions },
      accounts.map(({ growth, ...one }) => [one, { ...growth, keys: [] }]),
    ]);
    expect(posts.filter(({ key }) => front.includes(JSON.stringify(key)))).toEqual([]);
    expect(JSON.stringify(all())).toContain(JSON.stringify(posts[0]?.key));
    const lists = (value: unknown): number[] =>
      Array.isArray(value)
        ? [value.length, ...value.flatMap(lists)]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(lists)
          : [];
    expect(Math.max(...lists(parts.front))).toBeLessThan(posts.length / ACCOUNTS.length);
  });
});
