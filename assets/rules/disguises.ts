/**
 * How words are disguised (`facts/compliance-rules.md`, section 4): look-alike letters, symbols for digits and words, and for the
 * key phrases sound-alikes, emoji and split characters. Small tables of our own; a general transcription would find innocent
 * words everywhere.
 */

/** Cyrillic, Greek and Lisu letters that pass for Latin ones. Only read so beside a Latin letter. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  'аa вb сc ԁd еe ɡg һh іi јj кk ӏl мm пn оo рp ԛq ѕs тt υu ѵv ѡw хx уy зz αa βb εe ηn ιi κk νv οo ρp τt χx γy ωw ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz 丅t 丨i'
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

/** Letters in boxes, signs and rare characters that are read as words. */
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
  '🈴': '合',
  '🈺': '营',
  '🈯': '指',
  '🈸': '申',
  '🈹': '割',
  '🈳': '空',
  '🈚': '无',
  '🈷': '月',
  '🔟': '10',
  蕞: '最',
  囯: '国',
  夲: '本',
  芣: '不',
  莪: '我',
};

function letters(first: string): Record<string, string> {
  return Object.fromEntries(
    Array.from('abcdefghijklmnopqrstuvwxyz', (letter, i) => [String.fromCodePoint((first.codePointAt(0) ?? 0) + i), letter]),
  );
}

/**
 * Substitutes that are hardly ever meant as themselves: the character, then the ways to write it (emoji, split characters in
 * brackets, rare characters and variants). One entry per character.
 */
export const SUBSTITUTES = `
最蕞嘬朂晸 好恏郝妤(女子) 强(弓虽) 顶🔝 国囯囻🇨 家傢🏠 级(纟及) 一壹弌① 第(竹弟)苐弚
微溦嶶徴葳薇癓濻 信伩訫❤♥❣💗💕💓🧡💛💚💙💜🖤💌 加➕咖伽泇枷 群峮帬 扣釦蔲 卫(彳卫)
保葆褓 本夲 稳穏 赚(贝兼)賺 险(阝佥) 理(王里) 财(贝才)
治(氵台)冶乿 癌(疒岩) 病(疒丙) 药葯💊玓 糖🍬 高髙 血桖🩸 压圧 肥(月巴) 胖(月半) 地(土也) 河(氵可) 胸🐻 鱼🐟 蛋🥚 加(力口) 信(亻言) 微(彳山) 钱(钅戋) 炸(火乍) 赌(贝者) 妈(女马) 骂(口口马) 骚(马蚤) 好(女子) 性(忄生) 情(忄青) 涩(氵刃)
刷涮唰 单単 赞👍 关関闗 互亙沍 转転 发発 赌(贝者) 博愽 彩綵
酒🍷🍺🍶🍻 烟🚬 枪🔫 毒☠ 钱💰銭💴 车🚗 包👜 链🔗 红葒🧧 奖🏆 送🎁
淘🍑 主(亠王) 页(一贝) 美镁媄 祛袪 猪🐷 狗🐶 爆💥 炸💣 鸡🐔 牛🐮 火🔥 爱❤
不卟芣吥 你伱沵妳 我莪 的菂啲の 上仩 下丅 大夶 小尛 天兲 日曰ㄖ 月仴 永怺 得嘚 地哋 同冋 员貟 文妏 回囬 到菿 子孒孑 自洎 打咑 都嘟 价價 换換 水氺沝 印茚 真眞 假叚 南喃 删(亻曼)
要婹崾 私厶俬 滴滳嘀 斑癍 美羙鎂 号呺 疗疗(疒了) 效効俲 减減 瘦廋 白皛 券劵 免兔 奖奨桨 票漂 逼🖊(辶畐) 妈🐴 操(扌喿) 群君羊 裸臝 约妁 炮砲 枪抢 证症 办辧 贷貸(代贝) 款欵 息熄 是昰媞 在恠 没莈 么庅 来莱徕 去呿 得锝 有冇 人亽 女钕 奶妳 油沺 品榀 极鈒 优沋 全佺铨诠荃 网蛧 低彽 顶顸 级圾 真嫃 正㱏 老荖 师帥 师溮 学敩 过濄 包苞佨 录碌 签簽 金釒 收荍 益謚 利悧
`;

/** Key words of two characters and the ordinary characters they are hidden behind. Longer words need no such list. */
export const PAIRS = `
色情:瑟情,涩情,铯情,色晴,瑟晴 母乳:毋乳,每乳 香烟:相烟 微信:薇芯,薇信,维芯,威芯,卫芯,徽芯,葳信,溦信,微芯,薇心 刷单:涮单,刷丹,刷蛋,刷担 刷粉:涮粉,刷忿 赌博:堵博,睹博,赌搏,堵搏 博彩:搏彩,博采,波彩 菠菜:菠彩
保本:保木,葆本,堡本,保苯,保夲,堡夲 保息:葆息,保媳,堡息 包过:煲过,褓过 保过:葆过,堡过 约炮:约泡,约啪 裸聊:果聊,锣聊,洛聊 傻逼:沙比,傻币,沙壁,傻笔,煞比,煞笔,杀比
淘宝:桃宝,陶宝,掏宝,逃宝 扣裙:寇裙 私信:丝信,思信,斯信,司信,嘶信,丝芯 主页:煮页,猪页,竹页,住页,主叶 互粉:护粉,沪粉,户粉 互赞:护赞,护攒,互攒,户赞 互关:护关,沪关,互管 点赞:点攒,点站 转发:砖发,转法 抽奖:丑奖,抽桨,抽浆,丑浆,抽酱
第一:弟一,地一,弟壹 最好:醉好,嘴好 最佳:蕞佳,醉佳,嘴佳,最隹 最强:蕞强,醉强,嘴强 最低:蕞低,醉低,嘴低 最高:蕞高,嘴高 顶级:鼎级,丁级,顶及 极品:急品 唯一:维一,惟一,为一无二 原价:元价
治愈:治玉,治预,治育 根治:跟治,根制,跟制 抗癌:抗挨,抗碍 减肥:剪肥,煎肥 美白:镁白,美百,美柏 祛斑:去班,祛班,袪斑,去般 祛痘:去豆,祛豆 消炎:肖炎,消言,消盐 无效:吴效 退款:腿款,退宽,推款
电子:典子 处方:触方 代购:带购,袋购 香烟:香盐,湘烟,香菸 发票:发漂,发piao 代孕:带孕 贷款:带款 兼职:建职,坚职,兼直 日结:日节,日洁 加群:咖群,加裙 进群:进裙,近群 扣扣:蔻蔻,抠抠,叩叩 链接:炼接,琏接 下单:夏单 包邮:包油,包游
`;

/** Everyday words that would otherwise be read as a disguise. */
export const ORDINARY = `
国家及 世界及 国家机 加价 专治
`;

/** The classes whose words are worth hiding: only these are looked for in disguise. */
export const HIDEABLE =
  'abs bestAlone scopeMost rank supply stateHard stateSupply examiner healthClaim cosmeticMed cureRate drinkRelief drinkStrength cueHard disease cureFixed noMedicine medGuarantee healthFood cosmed cosSpecial beauty rx tobacco ' +
  'breastMilk replaceMilk alcohol drinkUrge eduPass fin finHard finPromise realtyGain effectSafe effectBold noEffect harm patent price ' +
  'askParents paidWord draw fakeSelf illegalGood job jobPay bait rumorHard forward group insultAll insult sexHard danger hero heroMock ' +
  'privWord stockSure stockAct staged drama ai strip aiMark copied chat joinGroup copyCode codeOut shopName hint hintPlace hintHas privately ' +
  'baitWrong luxury eventSad flagMap flagAbuse rankOf first belittle patent mutual shareVerb rewardStrong coerce payBack dataWord kid rival medAct realty giftVerb';

/** Of these, words of three characters are also looked for behind sound-alikes; of the others only longer ones. */
export const HIDEABLE_SHORT =
  'abs scopeMost disease cureFixed rx finHard finPromise eduPass fakeSelf illegalGood sexHard cosSpecial chat beauty tobacco joinGroup mutual';

/** Combinations that are hidden as one word although the rules put them together. */
export const HIDDEN_WORDS =
  '专治 包治 主治 能治 治好 断根 除根 治愈 治疗 根治 预防 降压 降糖 止痛 消炎 最好用 最好吃 最便宜 最低价 最划算 加微信 加薇信 返利 返现 垫付 保真 包邮 下注 投注 卖淫 国宴 国礼 首长 零风险 无风险 高收益 高回报 年化 月返 减肥 瘦身 丰胸 增高 长高 防脱 生发 祛疤 抗衰 消毒 退烧 止咳 安眠药 处方药 医美 整形 保过 稳过 押题 替考 代考 包邮 全网最低 白酒 红酒 啤酒 智商税 大尺度 叶子 色情';
