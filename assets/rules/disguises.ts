/**
 * How words are disguised (`facts/compliance-rules.md`, section 4): look-alike letters, symbols for digits and words, and for the
 * key phrases sound-alikes, emoji and split characters. Small tables of our own; a general transcription would find innocent
 * words everywhere.
 */

/** Cyrillic, Greek and Lisu letters that pass for Latin ones. Only read so beside a Latin letter. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  'аa вb сc ԁd еe ɡg һh іi јj кk ӏl мm пn оo рp ԛq ѕs тt υu ѵv ѡw хx уy зz αa βb εe ηn ιi κk νv οo ρp τt χx γy ωw ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

/** Digits that compatibility normalisation leaves alone. */
export const SYMBOL_DIGITS: Readonly<Record<string, string>> = series([
  ['❶', 1, 10],
  ['➀', 1, 10],
  ['➊', 1, 10],
  ['⓵', 1, 10],
  ['⓫', 11, 10],
  ['⓿', 0, 1],
  ['🄋', 0, 1],
  ['🄌', 0, 1],
]);

function series(rows: readonly [string, number, number][]): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [first, value, length] of rows) {
    for (let i = 0; i < length; i++) table[String.fromCodePoint((first.codePointAt(0) ?? 0) + i)] = String(value + i);
  }
  return table;
}

/** Letters in boxes and signs that are read as words. */
export const SYMBOL_WORDS: Readonly<Record<string, string>> = {
  ...letters('🅐'),
  ...letters('🅰'),
  '➕': '+',
  '🈶': '有',
  '🉑': '可',
  '🉐': '得',
  '🈵': '满',
  '🈲': '禁',
  '㊙': '秘',
  '🔟': '10',
};

function letters(first: string): Record<string, string> {
  return Object.fromEntries(
    Array.from('abcdefghijklmnopqrstuvwxyz', (letter, i) => [String.fromCodePoint((first.codePointAt(0) ?? 0) + i), letter]),
  );
}

/**
 * Sound classes of the key phrases: `pinyin:characters of key phrases=other ways to write them` (sound-alikes, emoji, split
 * characters). Function words that occur everywhere (及 的 是 为) are left out on purpose.
 */
export const SOUNDS = `
zui:最=醉蕞嘴罪朂晬
hao:好=郝女子
qiang:强=墙蔷弓虽枪
di:第低=弟苐地底袛笫
yi:一医=壹①㊀伊🏥
guo:国过=囯囻果锅郭🇨🇳
jia:家加价=佳嘉钾咖🏠+➕傢咔价駕
ji:级极疾=集及鸡叽
ding:顶=鼎丁🔝頂
quan:全=荃泉铨
wang:网=罔往忘王
wei:微唯=薇威徽卫维围溦嶶徴危葳惟
xin:信心=芯❤♥💗💕💓🧡💛💚💙💜🖤欣薪馨✉💌
lian:链联=琏莲练炼
jie:接结解=洁杰截姐
qun:群=裙峮
kou:扣=釦抠寇口
bao:保包爆=堡葆煲报饱宝苞
ben:本=苯夲笨
wen:稳=温吻
zhuan:赚专转=钻砖撰传
pei:赔=陪培
feng:风=疯峰枫
xian:险=显
gen:根=跟
zhi:治=制致氵台智
yu:愈预=育玉
ai:癌=挨碍
zheng:症=证正政
tang:糖=溏膛
niao:尿=鸟
bing:病=柄饼
gao:高=膏糕
xue:血=雪
ya:压=鸭
shua:刷=唰
dan:单=蛋旦
fen:粉=份
hu:互=护户糊
zan:赞=攒👍
guan:关=菅
zhu:注主=住煮猪株
du:赌毒=独嘟肚
bo:博=搏泊
cai:彩=菜踩
piao:票=漂飘瓢
si:私=丝思司
xiang:香=湘
yan:烟炎=菸淹🚬焉
dian:电=店点殿
zi:子=籽仔
dai:贷代=袋戴待
kuan:款=宽
jian:兼减=坚剪奸
zhi2:职=直值
ri:日=曰
ling:领=岭另
mei:美=镁镅
bai:白=百柏
qu:祛=去
ban:斑=班般
shou:瘦=受手
fei:肥=飞
yao:药=葯💊要钥
dou:痘=豆
tui:推=腿
zhi3:植=
mi:密=蜜蜜
fu:福=幅
li:利=力
fan:返=反饭
xing:性=姓
huan:换=唤
lian2:脸=莲
sha:傻=煞沙
bi:逼币=比B笔bb
fu2:副=付负
zuo:作=做
yong:用=甬
wei2:唯=惟维
dao:刀=
you:有=友
tao:淘=桃陶🍑掏
bao2:宝=饱保
chou:抽=丑
jiang:奖=浆奖
mai:买卖=麦埋
ka:卡=咔
si2:死=4
gun:滚=衮
zhu2:猪=🐷🐖
gou:狗=🐶
fa:发=法
piao2:票=
mian:免=面
fei2:费=废
`;

/**
 * Phrases looked for in disguise. `!` before one: also recognised when only two characters long and merely spaced out.
 */
export const KEY_PHRASES = `
国家级 世界级 最高级 顶级 最低价 全网最低 全网最低价 全网第一 销量第一 全国第一 第一品牌 !最好 !最强 !最佳 最便宜 最高端 最先进
史上最强 独一无二 唯一 极品 !第一
!微信 加微信 加微 微信号 扣扣 扣扣群 !扣扣群 加群 私信 主页 链接 购物链接 下单 淘宝 优惠券
保本 稳赚 稳赚不赔 无风险 零风险 高收益 包过 保过 返利 返现 兼职 日结 刷单 贷款
根治 治愈 治疗 专治 糖尿病 高血压 降血压 降血糖 抗癌 癌症 炎症 消炎 神药 特效药 处方药 无副作用 药妆 医美 美白 祛斑 祛痘 减肥 减肥药 包治 治病
刷粉 买粉 涨粉 刷赞 互粉 互赞 互关 互粉互赞 关注 转发 抽奖 领奖
赌博 博彩 彩票 毒品 香烟 电子烟 代孕 约炮 裸聊 发票 假发票 枪支
换脸 人脸替换 去水印 傻逼 智障 去死 国家领导人 特供 专供
`;
