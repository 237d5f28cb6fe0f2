import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKey, joinReadings, normaliseTitle, slicesOf, titlesAgree } from '../../../core/model/identity';
import type { Reading } from '../../../core/model/reading';
import { HOUR, iso, reading, T0 } from '../store/sample';

const titles = (readings: Reading[]) => joinReadings(readings).map((post) => post.post.title);
/** A look at one page, some hours after the first: everything it shows is seen at the same moment. */
const look = (hours: number, readings: Reading[], page = 'douyin/content-list') =>
  readings.map((one) => ({ ...one, page, seenAt: iso(T0 + hours * HOUR) }));

describe('posts without an id', () => {
  it('are told apart within one minute by their titles', () => {
    const minute = ['早餐', '午餐', '晚餐', '夜宵', '下午茶'].map((title) => reading({ title }));
    expect(titles([...look(0, minute), ...look(5, minute)])).toHaveLength(5);
  });

  it('stay one post when the title is cut on another page, and show the whole title', () => {
    const whole = '阳台种出一整年的薄荷，新手也能成功的五个步骤 #薄荷';
    const posts = joinReadings([
      ...look(0, [reading({ title: whole })]),
      ...look(1, [reading({ title: '阳台种出一整年的薄荷，新手…' })], 'douyin/content-manage'),
    ]);
    expect(posts.map((post) => [post.post.title, post.snapshots.length])).toEqual([[whole, 2]]);
  });

  it('stay one post when the title is edited, and show the new one', () => {
    const slip = 'Five mistakes wiht mint on a balcony';
    const mended = 'Five mistakes with mint on a balcony';
    expect(titles([...look(0, [reading({ title: slip })]), ...look(30, [reading({ title: mended })])])).toEqual([mended]);
    const another = 'Why tomatoes hate your balcony';
    expect(titles([...look(0, [reading({ title: mended })]), ...look(30, [reading({ title: another })])])).toHaveLength(2);
  });

  it('do not join when two candidates resemble the cut title', () => {
    const posts = [
      ...look(0, [reading({ title: 'Balcony diary: the tomatoes' }), reading({ title: 'Balcony diary: the mint' })]),
      ...look(1, [reading({ title: 'Balcony diary…' })], 'douyin/content-manage'),
    ];
    expect(titles(posts)).toHaveLength(3);
  });

  it('do not join when one look showed both, however alike they are', () => {
    const both = [reading({ title: 'Mint' }), reading({ title: 'Mint on a balcony' })];
    expect(titles(look(0, both))).toHaveLength(2);
  });

  it('never join across minutes, platforms or accounts', () => {
    const title = 'Mint on a balcony';
    const all = [
      reading({ title }),
      reading({ title, publishedAt: '2026-05-25T14:44:00+08:00' }),
      reading({ title }, {}, { platform: 'kuaishou' }),
      reading({ title }, {}, { account: 'Another' }),
      reading({ title }, {}, { account: null }),
    ];
    expect(titles(all)).toHaveLength(5);
  });

  it('that nothing tells apart stay in one slice, and every reading is in one', () => {
    const one = (views: number, title = `Mint ${views}`) => reading({ title }, { views });
    const file = look(0, [one(1, 'Mint'), ...Array.from({ length: 9 }, (_, at) => one(at + 10)), one(2, 'Mint')]);
    const slices = slicesOf(file, 5);
    expect(slices.map((slice) => slice.length)).toEqual([5, 5, 1]);
    expect(slices[0]?.filter(({ post }) => post.title === 'Mint')).toHaveLength(2);
    expect(new Set(slices.flat())).toEqual(new Set(file));
    expect(slicesOf([], 5)).toEqual([]);
  });

  it('that nothing tells apart are two when one look shows both with different figures', () => {
    const twins = (hours: number, a: number, b: number) =>
      look(hours, [reading({ title: '' }, { views: a }), reading({ title: '' }, { views: b })]);
    const posts = joinReadings([...twins(0, 5, 9), ...twins(1, 6, 9)]);
    expect(posts.map((post) => post.snapshots.map((snapshot) => snapshot.metrics.views?.value))).toEqual([
      [5, 6],
      [9, 9],
    ]);
  });

  it('join a page that shows days only, unless the same title was published twice that day', () => {
    const day = reading(
      { title: 'Mint', publishedAt: '2026-05-25T00:00:00+08:00', publishedPrecision: 'day' },
      {},
      { page: 'channels/stats' },
    );
    expect(titles([reading({ title: 'Mint' }), day])).toHaveLength(1);
    const twice = [reading({ title: 'Mint' }), reading({ title: 'Mint', publishedAt: '2026-05-25T20:00:00+08:00' }), day];
    expect(titles(twice)).toHaveLength(3);
  });
});

describe('an id that appears later', () => {
  it('joins the histories, and the key becomes the id’s', () => {
    const id = '7001234567890123456';
    const posts = joinReadings([
      ...look(0, [reading({ title: 'Mint' }, { views: 1 })]),
      ...look(1, [reading({ id, title: 'Mint' }, { views: 2 })], 'douyin/work'),
    ]);
    expect(posts.map((post) => [post.key, post.post.id, post.snapshots.length])).toEqual([[`douyin|Mint balcony|#${id}`, id, 2]]);
  });

  it('joins nothing when two ids fit', () => {
    const posts = joinReadings([
      ...look(0, [reading({ title: 'Mint' })]),
      ...look(1, [reading({ id: 'a', title: 'Mint' }), reading({ id: 'b', title: 'Mint' })], 'douyin/work'),
    ]);
    expect(posts).toHaveLength(3);
  });

  it('brings a page without an account name to the one account that has the post, and to none when two have', () => {
    const of = (account: string | null, views: number) => reading({ id: 'v1' }, { views }, { account, page: `p/${account}` });
    expect(joinReadings([of('A', 1), of(null, 2)]).map((post) => [post.account, post.snapshots.length])).toEqual([['A', 2]]);
    expect(
      joinReadings([of('A', 1), of('B', 1), of(null, 2)])
        .map((post) => post.account)
        .sort(),
    ).toEqual(['', 'A', 'B']);
  });
});

describe('what is known of a post', () => {
  it('keeps id, link, format and the exacter time once seen; labels under any of its keys hold', () => {
    const first = reading({ title: 'Mint', url: 'https://example.com/1', format: 'video' });
    const second = reading({
      id: 'x1',
      title: 'Mint',
      url: null,
      format: null,
      publishedAt: '2026-05-25T14:43:21+08:00',
      publishedPrecision: 'second',
    });
    const third = reading({ title: 'Mint', url: null, format: null });
    const [post] = joinReadings(
      [...look(0, [first]), ...look(1, [second], 'p/2'), ...look(2, [third])],
      new Map([[identityKey(first), { pillar: 'home' }]]),
    );
    expect(post?.post).toMatchObject({
      id: 'x1',
      url: 'https://example.com/1',
      format: 'video',
      publishedAt: '2026-05-25T14:43:21+08:00',
      publishedPrecision: 'second',
    });
    expect(post?.labels).toEqual({ pillar: 'home' });
  });

  it('does not depend on the order of the readings', () => {
    const word = fc.constantFrom('Mint', 'Mint on a balcony', 'Mint on a balc…', 'Tomato', '', 'Day 1', 'Day 10');
    const one = fc.record({
      title: word,
      id: fc.option(fc.constantFrom('a', 'b')),
      minute: fc.constantFrom(43, 44),
      look: fc.nat({ max: 3 }),
      views: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (list, order) => {
        const readings = list.map(({ title, id, minute, look: at, views }) =>
          reading({ title, id, publishedAt: `2026-05-25T14:${minute}:00+08:00` }, { views }, { seenAt: iso(T0 + at * HOUR) }),
        );
        const shuffled = readings
          .map((value) => ({ value, by: order.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ value }) => value);
        const brief = (all: Reading[]) =>
          joinReadings(all)
            .map((post) => [
              post.key,
              post.snapshots.map((snapshot) => `${snapshot.seenAt}:${snapshot.metrics.views?.value}`).sort(),
            ])
            .sort();
        // Twins are numbered by the order in which one look lists them; without them order means nothing.
        const keys = new Set(readings.filter((r) => !r.post.id).map((r) => `${r.seenAt}${identityKey(r)}`));
        fc.pre(keys.size === readings.filter((r) => !r.post.id).length);
        expect(brief(shuffled)).toEqual(brief(readings));
      }),
    );
  });
});

describe('titles', () => {
  it('are compared without case, width, spacing, invisible characters and the dots of a cut', () => {
    expect(normaliseTitle('  Ｍｉｎｔ\u200b  on\na balcony …')).toBe('mint on a balcony');
  });
  it.each([
    ['Day 1', 'Day 10', false],
    ['第1期 薄荷', '第2期 薄荷', false],
    ['周一通勤穿搭分享', '周二通勤穿搭分享', false],
    ['养猫日记（上）入门', '养猫日记（下）入门', false],
    ['Mint', 'Mint on a balcony', true],
    ['咖啡', '咖啡拉花教程', true],
    ['', 'Mint', false],
    ['A', 'Apple', false],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(titlesAgree(normaliseTitle(a), normaliseTitle(b))).toBe(expected);
  });
});
