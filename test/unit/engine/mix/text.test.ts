import { describe, expect, it } from 'vitest';
import { tellingTerms, titleFrame } from '../../../../core/engine/mix/text/frame';
import { detectSeries, seriesPatterns } from '../../../../core/engine/mix/text/series';
import { termsOf } from '../../../../core/engine/mix/text/terms';
import { titleFeatures, titleLengths, titleWidth } from '../../../../core/engine/mix/text/title-features';

describe('title features', () => {
  it.each([
    ['为什么你的咖啡偏酸？', ['question', 'secondPerson', 'han']],
    ['3个手冲技巧，新手也能用', ['number', 'howTo', 'han']],
    ['五个步骤做好面包', ['number', 'howTo', 'han']],
    ['别再这样磨豆了！我后悔了', ['exclamation', 'firstPerson', 'warning', 'han']],
    ['【探店】凌晨的咖啡馆', ['brackets', 'han']],
    ['豆子｜怎么保存', ['question', 'twoParts', 'han']],
    ['How to keep beans fresh', ['howTo', 'latin']],
    ['How much coffee is too much', ['question', 'latin']],
    ['Why I quit espresso', ['firstPerson', 'latin']],
    ['Is your grinder lying to you?', ['question', 'secondPerson', 'latin']],
    ['Beans: a love story 🫘', ['emoji', 'twoParts', 'latin']],
    ['“Never again”, she said', ['quote', 'warning', 'latin']],
    ['雨天的巷子', ['han']],
    ['  ', []],
    ['2026', ['number']],
  ])('%s', (title, features) => {
    expect(titleFeatures(title, null)).toEqual(features);
  });

  it('measures length alike in two scripts', () => {
    expect(titleWidth('手冲咖啡')).toBe(8);
    expect(titleWidth('Pour over')).toBe(9);
    const lengths = titleLengths([
      'a',
      'ab',
      'abc',
      'abcdefgh',
      'abcdefghijkl',
      'abcdefghijklmnop',
      '一二三四五六七八',
      '一二三四五六七八九十',
    ]);
    expect(lengths).not.toBeNull();
    expect(titleFeatures('ab', lengths)).toContain('short');
    expect(titleFeatures('一二三四五六七八九十一二三四五', lengths)).toContain('long');
  });

  it('calls no title short where all are alike', () => {
    expect(titleLengths(['abcd', 'abce', 'abcf', 'abcg'])).toBeNull();
  });
});

describe('series in titles', () => {
  it.each([
    ['开店日记第12天｜下雨', '开店日记 第{n}天'],
    ['第十二期：怎么选豆子', '第{n}期'],
    ['Brew School Ep. 4 - water', 'Brew School Ep. {n}'],
    ['Road to Rome, part 3', 'Road to Rome part {n}'],
    ['健身打卡 #21', '健身打卡 #{n}'],
    ['【好物】一周清单', '【好物】'],
    ['Morning notes | rain', 'Morning notes | …'],
  ])('%s', (title, pattern) => {
    expect(seriesPatterns(title)[0]).toBe(pattern);
  });

  it('needs three of a kind, and takes a name in nearly every title for the account’s own', () => {
    const titles = ['第1期 a', '第2期 b', '第3期 c', 'x', 'y', 'z'];
    expect(detectSeries(titles)).toEqual(['第{n}期', '第{n}期', '第{n}期', null, null, null]);
    expect(detectSeries(titles.slice(0, 3))).toEqual([null, null, null]);
    expect(detectSeries(titles.slice(1))).toEqual([null, null, null, null, null]);
  });

  it('takes a topic in brackets for the topic', () => {
    const titles = ['【手冲】a', '【手冲】b', '【手冲】c', 'x', 'y'];
    expect(detectSeries(titles)[0]).toBe('【手冲】');
    expect(detectSeries(titles, ['手冲'])[0]).toBeNull();
  });
});

describe('terms', () => {
  const posts = (titles: readonly string[], tags: readonly string[] = []) => titles.map((title) => ({ title, tags }));

  it('takes hashtags first, however they are written', () => {
    const [first] = termsOf([
      { title: '早餐 #手冲咖啡 ', tags: [] },
      { title: '晚餐', tags: ['手冲咖啡'] },
      { title: '#手冲咖啡# 夜宵', tags: ['#手冲咖啡'] },
    ]);
    expect(first).toEqual({ term: '手冲咖啡', tag: true, rows: [0, 1, 2] });
  });

  it('counts a word once a post and leaves function words out', () => {
    const terms = termsOf(posts(['the bread and the bread', 'good bread for you', 'what bread is']));
    expect(terms).toEqual([{ term: 'bread', tag: false, rows: [0, 1, 2] }]);
  });

  it('folds case and width', () => {
    expect(termsOf(posts(['ＶＬＯＧ today', 'vlog now'])).map(({ term, rows }) => [term, rows.length])).toContainEqual([
      'vlog',
      2,
    ]);
  });

  it('puts together what the account always writes together', () => {
    const terms = termsOf(posts(['秋招开始', '秋招经验', '我的秋招', '秋招面试', '今年秋招']));
    expect(terms.find(({ term }) => term === '秋招')?.rows).toEqual([0, 1, 2, 3, 4]);
  });

  it('takes what counts for no part of the word after it', () => {
    const terms = termsOf(posts(['三种绳结', '五种绳结', '这种绳结', '两种绳结', '几种绳结'])).map(({ term }) => term);
    expect(terms).toEqual(['绳结']);
  });
});

describe('the name of words that always come together', () => {
  it.each([
    // The whole title, the beginning, the end, the middle.
    [['工作台上最常用的三种绳结', '工作台上最常用的三种绳结'], ['工作', '台上', '绳结'], '工作台上最常用的三种绳结'],
    [['What I ate in Lisbon', 'what I ate in Rome'], ['ate', 'lisbon'], null],
    [['Packing an order from Lisbon', 'Packing an order from Rome'], ['packing', 'order'], 'Packing an order from…'],
    [['番茄和火锅的周末厨房', '猫咪的周末厨房 #日常'], ['周末', '厨房'], '…的周末厨房'],
    [['Day 3: sourdough bread at home', 'Day 41: sourdough bread again'], ['sourdough', 'bread'], '…sourdough bread…'],
    // No word is cut in two.
    [['part one of art class', 'smart oneness art class'], ['art', 'class'], '…art class'],
    [['咖啡，周末', '周末去喝咖啡'], ['咖啡', '周末'], null],
  ])('%j is called by what they share', (titles, words, frame) => {
    expect(titleFrame(titles, words)).toBe(frame);
  });
  it('is cut at the border of a word where it is long', () => {
    const long = 'Everything that I learned about baking bread at home in one long winter without an oven';
    expect(titleFrame([long, long], ['learned', 'baking'])).toBe('Everything that I learned about baking bread at…');
  });
  it('is two words at most, hashtags first', () => {
    expect(tellingTerms(['knots', 'hold', 'workbench', '#diy'])).toEqual(['#diy', 'workbench']);
    expect(tellingTerms(['hold', 'knots', 'workbench'])).toEqual(['workbench', 'knots']);
  });
});
