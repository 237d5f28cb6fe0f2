/** Titles for staged posts, put together from word lists. Nothing here is anybody's post. */
import type { Chance } from './random';

export type StageLanguage = 'zh-CN' | 'en';

interface Words {
  subjects: readonly string[];
  /** `*` stands for the subject. */
  patterns: readonly string[];
  tags: readonly string[];
  /** Selling posts, some of them against advertising law: the compliance check must find them. */
  selling: readonly string[];
  /** Titles that break careless code: quotes, formulas, markup, emoji, separators, length. */
  awkward: readonly string[];
  part: (n: number) => string;
}

const WORDS: Record<StageLanguage, Words> = {
  'zh-CN': {
    subjects: [
      '竹编灯罩',
      '老座钟',
      '柿子饼',
      '搪瓷杯',
      '羊毛毡',
      '豆腐乳',
      '风筝骨架',
      '苔藓微景',
      '旧牛仔裤',
      '陶土小碗',
      '手冲架',
      '桂花酱',
      '藤椅',
      '纸皮核桃',
      '漆器勺子',
      '自行车铃',
    ],
    patterns: [
      '*怎么修，一次讲清',
      '第一次做*，翻车三回',
      '*的三种做法',
      '我爷爷留下的*',
      '一个人在家做*',
      '给*换个颜色',
      '别急着扔掉*',
      '*从零开始',
      '问了十个人，*到底值不值',
      '早上六点的*',
    ],
    tags: ['手艺日常', '修旧如新', '慢慢来', '一起动手', '小院子', '记录生活'],
    selling: [
      '这款*全网最低价，点主页橱窗下单',
      '*团购开始啦，国家级配方，全网第一好用，左下角链接',
      '想要*的加我微信，发你报价单',
      '*限时优惠券在评论区，喜欢的可以看看',
    ],
    awkward: [
      '=SUM(1,2) 这样记*的账',
      '+1 个*，谁懂',
      '@所有人 *周末见',
      '他说"不要急", 我说好，*慢慢做',
      '-5℃ 的早晨，*还没醒',
      '<b>加粗</b>的* & 其他',
      '👩‍🍳👨‍👩‍👧 一家三口和*',
      'ＡＢＣ１２３ 全角的*',
      '*｜第一集：先找材料，再找工具，最后才找时间；这一集很长，标题也很长，长到列表里放不下，可是每一个字都要留着，因为以后要按标题找回来，少一个字就不是同一篇了',
      '1.2万人看过的*，今天再说一遍 12:30',
    ],
    part: (n) => `（${n}）`,
  },
  en: {
    subjects: [
      'a bamboo lampshade',
      'the old mantel clock',
      'dried persimmons',
      'an enamel mug',
      'needle felting',
      'a kite frame',
      'a moss garden',
      'worn-out jeans',
      'a clay bowl',
      'a rattan chair',
    ],
    patterns: [
      'How I mended *',
      'Three ways to make *',
      'I tried * for the first time',
      'Before you throw away *',
      '* from scratch',
      'A quiet morning with *',
      'Ten people told me what * is worth',
    ],
    tags: ['handmade', 'slowliving', 'repair', 'smallgarden', 'diary'],
    selling: [
      'Get * at the lowest price in the world, link in bio',
      'Sponsored: the number one kit for *, use my code',
      'DM me on WhatsApp for *',
    ],
    awkward: [
      '=SUM(1,2) and *',
      '+1 for *',
      '@everyone * this weekend',
      'She said "wait", I said fine, *',
      '-5 °C and *',
      '<b>Bold</b> * & more',
      '👩‍🍳👨‍👩‍👧 three of us and *',
      '1.2K views of *, again at 12:30',
    ],
    part: (n) => ` (${n})`,
  },
};

/** One title without tags. */
export function titleOf(language: StageLanguage, kind: 'plain' | 'selling' | 'awkward', dice: Chance): string {
  const words = WORDS[language];
  const pattern = dice.pick(kind === 'plain' ? words.patterns : words[kind]);
  return pattern.replace('*', dice.pick(words.subjects));
}

/** No, one or several tags, without the `#`. */
export function tagsOf(language: StageLanguage, dice: Chance): string[] {
  const wanted = dice.whole(0, 3);
  const chosen = new Set<string>();
  while (chosen.size < wanted) chosen.add(dice.pick(WORDS[language].tags));
  return [...chosen];
}

/** The same title as a numbered sequel. */
export const sequelOf = (language: StageLanguage, title: string, n: number): string => `${title}${WORDS[language].part(n)}`;
