import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complianceOf } from '../../../../core/engine/compliance';
import { bareTitle, DUPLICATE_WINDOW_DAYS, duplicateGroups, type Titled } from '../../../../core/engine/compliance/similarity';
import { aPost, DAY, NOW } from './posts';

const titled = (...titles: (string | [title: string, day: number, series?: string | undefined, place?: string])[]): Titled[] =>
  titles.map((one, i) => {
    const [title, day, series, place] = typeof one === 'string' ? [one, i] : one;
    return { key: String(i), place: place ?? 'douyin', title, at: day * DAY, series };
  });
const keysOf = (posts: Titled[]) => duplicateGroups(posts).map(({ keys }) => keys);

describe('near-duplicates', () => {
  it('are titles that say nearly the same', () => {
    expect(
      keysOf(titled('在家做一碗正宗的重庆小面，十分钟上桌', '在家做一碗正宗重庆小面，十分钟上桌', '给猫剪指甲的三个窍门')),
    ).toEqual([['0', '1']]);
  });

  it('are not titles that share a phrase', () => {
    expect(keysOf(titled('周末去爬山遇到大雾', '周末去海边捡到贝壳', '周末在家看了三部电影'))).toEqual([]);
  });

  it('are seen through emoji, tags, links, full width and traditional characters', () => {
    expect(keysOf(titled('手冲咖啡入门：水温和研磨度', '🔥手冲咖啡入門：水溫和研磨度☕ #咖啡 https://x.example'))).toEqual([
      ['0', '1'],
    ]);
  });

  it('are not the parts of a series', () => {
    expect(
      keysOf(titled('跟我学素描 第1集 线条的练习', '跟我学素描 第2集 线条的练习', '跟我学素描 第十二集 线条的练习')),
    ).toEqual([]);
    expect(keysOf(titled('vlog day 12 of living on a boat', 'vlog day 13 of living on a boat'))).toEqual([]);
    expect(keysOf(titled(['一个人的晚饭 番茄牛腩和米饭', 0, '晚饭'], ['一个人的晚饭 番茄牛肉和米饭', 3, '晚饭']))).toEqual([]);
  });

  it('are looked for on one platform and within a month', () => {
    const title = '把旧毛衣改成一只抱枕的全过程';
    expect(keysOf(titled([title, 0], [title, DUPLICATE_WINDOW_DAYS + 1]))).toEqual([]);
    expect(keysOf(titled([title, 0], [title, DUPLICATE_WINDOW_DAYS]))).toEqual([['0', '1']]);
    expect(keysOf(titled([title, 0, undefined, 'douyin'], [title, 1, undefined, 'bilibili']))).toEqual([]);
  });

  it('count the most identical ones within a month', () => {
    const title = '今天也是认真记录的一天';
    const [group] = duplicateGroups(titled(...[0, 5, 10, 15, 20, 70].map((day): [string, number] => [title, day])));
    expect(group?.identical).toBe(5);
  });

  it('do not depend on the order in which posts are given', () => {
    const base = titled(
      '早餐吃什么好 燕麦杯的做法',
      '早餐吃什么好 燕麦杯做法',
      '午饭吃什么好 凉面的做法',
      '早餐吃什么好呢 燕麦杯的做法',
    );
    const sorted = (posts: Titled[]) =>
      keysOf(posts)
        .map((keys) => keys.toSorted())
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(base, { minLength: base.length }), (mixed) => {
        expect(sorted(mixed)).toEqual(sorted(base));
      }),
    );
  });

  it('never group titles that share fewer than half of their character pairs', () => {
    const pairs = (title: string) => {
      const bare = bareTitle(title);
      return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2)));
    };
    const word = fc.constantFrom(...'天地人你我他大小多少山水火土木金花鸟鱼虫'.split(''));
    fc.assert(
      fc.property(
        fc.array(
          fc.array(word, { minLength: 7, maxLength: 14 }).map((chars) => chars.join('')),
          { minLength: 2, maxLength: 12 },
        ),
        (titles) => {
          for (const { keys } of duplicateGroups(titled(...titles.map((title): [string, number] => [title, 1])))) {
            for (const key of keys) {
              const own = pairs(titles[Number(key)] ?? '');
              const nearest = Math.max(
                ...keys
                  .filter((other) => other !== key)
                  .map((other) => {
                    const theirs = pairs(titles[Number(other)] ?? '');
                    const common = [...own].filter((pair) => theirs.has(pair)).length;
                    return common / (own.size + theirs.size - common);
                  }),
              );
              expect(nearest).toBeGreaterThanOrEqual(0.7);
            }
          }
        },
      ),
    );
  });
});

describe('duplicates among the posts of an account', () => {
  const report = (posts: ReturnType<typeof aPost>[]) =>
    complianceOf(posts, { now: NOW, zone: 'UTC', locale: 'en' }).patterns.filter(({ rule }) => rule === 'TECH-DUP');
  const five = (more = {}) => Array.from({ length: 5 }, (_, i) => aPost({ title: '认真生活的一天开始了', daysAgo: i, ...more }));

  it('are red from five identical ones, yellow before', () => {
    expect(report(five()).map(({ level }) => level)).toEqual(['red']);
    expect(report(five().slice(1)).map(({ level }) => level)).toEqual(['yellow']);
  });

  it('are not cross-posts, drafts or reposts', () => {
    expect(report(five({ crossPosted: true }))).toEqual([]);
    expect(report(five({ status: 'draft' }))).toEqual([]);
    expect(report(five({ labels: { repost: true } }))).toEqual([]);
  });
});
