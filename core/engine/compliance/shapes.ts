/**
 * Things that no word list holds: amounts with units, phone and identity numbers, account handles, addresses of the web. Each is
 * a class of its own whose name begins with `#`, used in patterns like any other. Every expression is bounded and is only run on
 * texts that hold the character it needs, so the cost stays linear.
 */
import type { Hit } from './found-words';
import type { Classes } from './lexicon';

export interface Shape extends Hit {
  /** Its digits were written with other signs, or spaced out. */
  disguised?: boolean | undefined;
}

/** Bit 1 a digit, 2 a Chinese numeral, 4 a Latin letter, 8 a character that addresses end with, 16 one of registrations, 32 a digit in any writing, per code unit. */
const SIGNS = new Uint8Array(65536);
for (const char of '0123456789') SIGNS[char.charCodeAt(0)] = 1;
for (const char of '一二三四五六七八九十百千万两半几零〇壹贰叁肆伍陆柒捌玖幺') SIGNS[char.charCodeAt(0)] = 2;
for (let code = 0x61; code <= 0x7a; code++) SIGNS[code] = 4;
for (const char of '省市区县镇乡路街巷道同苑园寓村里城') SIGNS[char.charCodeAt(0)] = 8;
for (const char of '妆证健广专') SIGNS[char.charCodeAt(0)] = 16;
const DIGITS = '0123456789零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖幺丨ol';
for (const char of DIGITS) SIGNS[char.charCodeAt(0)] = (SIGNS[char.charCodeAt(0)] ?? 0) | 32;
/** Digits of any kind that a number worth looking at has. */
const SHORTEST_NUMBER = 5;

/** Unit word → class. Longest first within a first character. */
const UNITS: readonly [RegExp, string][] = [
  [
    /^\s?(?:个)?(?:天|日(?!元|系|本|常|历|前|均)|晚上|晚|周|星期|个月|小时|days?\b|weeks?\b|hours?\b|months?\b|nights?\b)/,
    '#days',
  ],
  [/^\s?(?:分钟|min(?:ute)?s?\b)/, '#minutes'],
  [/^\s?(?:斤|公斤|千克|kg\b|lbs?\b|pounds?\b|kilos?\b|厘米|cm\b|公分|inch(?:es)?\b)/, '#weight'],
  [/^\s?(?:%|％|‰|percent\b|per cent\b|成(?=用户|顾客|女性|的?人|妈妈|消费者|客户|学员))/, '#percent'],
  [/^\s?(?:倍|x\b)/, '#multiple'],
  [/^\s?(?:万元|亿元|块钱|块|元|圆|rmb\b|人民币|米(?=一|每|包邮|起|到|搞|拿|\/))/, '#price'],
  [/^\s?折/, '#discount'],
  [/^\s?(?:位|名|个?人|个(?!月|小时|星期|百分)|份|台(?!湾|风|词|阶)|部|套|支|盒|辆|箱|件|双|桶|包)/, '#count'],
  [/^\s?分(?!钟|析|享|别|手|公司|之|类|开|期|布)/, '#score'],
  [/^\s?(?:岁|周岁|years? old\b|yo\b|-year-old\b)/, '#age'],
  [/^\s?(?:年(?!轻|级|龄|会|货|终|夜|味|糕))/, '#year'],
  [/^\s?(?:点|时)(?!间|代|候|尚|赞|击|评|装)/, '#clock'],
  [/^\s?(?:楼|层|号楼|栋|幢|单元|室|号院|弄)/, '#room'],
  [/^\s?(?:粒|片|颗|贴|瓶|杯|罐|勺|毫克|mg\b|克|滴|支)/, '#dose'],
];

/** The units that may follow, by first character: most numbers have none. */
const UNITS_BY_START = new Map(
  [
    ...'个天日晚周星小分斤公千厘成倍万亿块元圆人米折位名份台部套支盒辆箱件双桶包岁年点时楼层号栋幢单室院弄粒片颗贴瓶杯罐勺毫克滴%％‰-dhwmnkplcixry',
  ].map((first) => [first, UNITS.filter(([unit]) => unit.source.includes(first))] as const),
);

const AMOUNT = /(?:([$£€¥￥])\s?)?(\d{1,12}(?:[.,]\d{1,6}){0,4})(\s?(?:万|千|百|亿|k\b|w(?![a-z])|m\b|million\b))?/g;
const CHINESE_AMOUNT =
  /[一二三四五六七八九十百千万两半几]{1,6}(?=天|周|个月|个?星期|晚|斤|公斤|公分|厘米|分钟|倍|位|名|岁|折|成|小时|块|粒|片|瓶|盒|箱|套|台|件|条|单|辆|双|桶|罐|度|元(?!素|旦|宵|气|老|首|月|婴)|支(?!持|付|撑|援|招)|包(?!括|含|裹|装|围)|袋|贴|杯|份)|[二三四五六七八九十两几](?=个)|[一二三四五六七八九两][百千万][一二三四五六七八九](?![一-龥]?[家里众姓])|[一二三四五六七八九十两几][百千万](?![一-龥]?[家分里众姓货岁])/g;
const CHINESE_PERCENT = /百分之[零一二三四五六七八九十百两]{1,6}/g;
const DATE =
  /(?:\d{2,4}\s?年\s?)?\d{1,2}\s?月\s?(?:\d{1,2}\s?[日号])?|\d{4}\s?年(?:上半年|下半年|度|第?[一二三四1-4]季度)?|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\b(?:20\d\d)\b(?!\d)|\d{1,2}[./]\d{1,2}(?=\s?(?:晚|早|上午|下午|\d{1,2}[:点]|开奖|截止))|\d{1,2}[日号](?=\s?(?:晚|早|上午|下午|\d{1,2}[:点]|开奖|截止|公布|公示))/g;
const URL =
  /(?:https?:\/\/|www\.)[^\s，。！？、）】》"”]{3,200}|(?<![a-z0-9@._-])[a-z0-9][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40}){0,3}\.(?:com|cn|net|org|io|me|cc|ly|gg|tv|shop|store|top|xyz|link|app|co|vip|club|site|info|gl|to|be|us|uk|eu|de|fr|gov|edu)(?:\/[^\s，。！？、）】》"”]{0,200})?(?![a-z0-9])/g;
const EMAIL = /[a-z0-9][a-z0-9._-]{0,40}@[a-z0-9-]{1,40}(?:\.[a-z]{2,10}){1,3}/g;
const HANDLE = /(?<![a-z0-9_@#/.-])[a-z][a-z0-9_-]{4,24}(?![a-z0-9_])/g;
const MENTION = /@[a-z0-9_.]{2,30}/g;
/** A brand's name grown together with the relation: `#glowpurepartner`. */
const VAGUE_TAG = /#[a-z0-9_]{2,24}(?:partner|ambassador|collab|crew_pr|xyou)(?![a-z0-9_])/g;
/** A discount code: letters and a number, `KATE10`. */
const PROMO = /(?<![a-z0-9])[a-z]{2,14}\d{1,3}(?![a-z0-9])/g;
const TOKEN = /([￥¥$₴€₤])[a-z0-9]{8,14}\1|[(（][a-z0-9]{10,13}[)）]/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·.\s]?[a-hj-np-z0-9]{4,5}[a-hj-np-z0-9挂学警港澳](?![a-z0-9])/g;
const ADDRESS =
  /(?:[一-龥]{2,8}(?:省|市|区|县|镇|乡|街道))?[一-龥]{1,10}(?:路|街|巷|大道|胡同|小区|花园|苑|公寓|村|里|家园|新城)[一-龥]{0,6}\d{1,5}(?:号楼|号|栋|幢|弄|座)?(?:\d{1,3}(?:单元|栋|幢|座|号楼))?(?:\d{1,5}(?:室|房|户))?/g;
const ADDRESS_EN = /\b\d{1,5} [a-z]+ (?:street|st|road|rd|avenue|ave|lane|drive)\b/g;
const REGISTRATION =
  /国妆(?:特字|特进字|网备)?[a-z字]?\s?\d{4,12}|特证字\s?[（(]?\d{4}|国食健[注备字][a-z]?\s?\d{4,12}|[（(【]?[一-龥]{1,3}[)）】]?医广[【[（(]?\d{2,4}[】\])）]?|zl\s?\d{8,13}(?:\.[\dx])?|专利号\s?[:：]?\s?[a-z]{0,2}\s?\d{6,14}/g;

/** A last word that urges to buy; signs and topics may follow it. */
const PLEA =
  /(?<![求没无文个])链接[!！~～。\s\p{Extended_Pictographic}\p{Emoji_Modifier}\u200D]{0,6}(?:#[^\s#]{1,20}\s?){0,4}$|[，,。！!？?~～\s](?:拍|抢|冲|囤|家人们冲|姐妹们冲|姐妹冲|兄弟们冲|宝子们冲|快抢|速抢|快拍|速拍|开抢|快冲|先到先得|冲冲冲|直播间|橱窗|小黄车|购物车|链接自取|评论区自取|链接|下方链接|左下角|上车|带走|来拍|下单|速来|速下)[!！~～。\s\p{Extended_Pictographic}\p{Emoji_Modifier}\u200D]{0,6}(?:#[^\s#]{1,20}\s?){0,4}$/u;

/** Characters: the last word, signs and a few topics. */
const PLEA_REACH = 40;

interface NumberRun {
  start: number;
  end: number;
  digits: string;
  disguised: boolean;
}

const CHINESE_DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  幺: '1',
  洞: '0',
  拐: '7',
  两: '2',
  丨: '1',
  o: '0',
  l: '1',
};
const BETWEEN = 2;
const RUN = new RegExp(
  `[${DIGITS}](?:[ \\-.·_*~、,]{0,${BETWEEN}}[${DIGITS}]){${SHORTEST_NUMBER - 1},30}(?:[xX](?![a-z0-9]))?`,
  'g',
);

/** Digit runs of five and more, however the digits are written. The expression is asked where so many digits stand together. */
export function numberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = [];
  let first = 0;
  let last = 0;
  let many = 0;
  const look = () => {
    // With what may end a run and one character more.
    if (many >= SHORTEST_NUMBER) runsIn(text, first, last + 3, runs);
    many = 0;
  };
  for (let i = 0; i < text.length; i++) {
    if (((SIGNS[text.charCodeAt(i)] ?? 0) & 32) === 0) continue;
    if (i > last + BETWEEN + 1) look();
    if (many === 0) first = i;
    many++;
    last = i;
  }
  look();
  return runs;
}

function runsIn(text: string, from: number, to: number, runs: NumberRun[]): void {
  for (const match of text.slice(from, to).matchAll(RUN)) {
    // `tel一三九…`: letters that end a word before the number are no part of it.
    const led = /[a-z]/.test(text[from + match.index - 1] ?? '') ? (/^[ol]+/.exec(match[0])?.[0].length ?? 0) : 0;
    const raw = match[0].slice(led);
    const start = from + match.index + led;
    let digits = '';
    let swapped = 0;
    let plain = 0;
    let separators = 0;
    for (const char of raw) {
      if (char >= '0' && char <= '9') {
        digits += char;
        plain++;
      } else if (CHINESE_DIGITS[char] !== undefined) {
        digits += CHINESE_DIGITS[char];
        swapped++;
      } else if (char === 'x') digits += 'x';
      else separators++;
    }
    // Letters alone are a word, not a number; Chinese numerals need a run of five.
    if (/^[ol \-.·_*~、,]+$/.test(raw) || (/[ol]/.test(raw) && plain < 4)) continue;
    runs.push({ start, end: start + raw.length, digits, disguised: swapped > 0 || separators > 3 });
  }
}

/** 18-digit resident identity number: date and check digit (GB 11643-1999). */
export function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(digits)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10x98765432'[sum % 11] === digits[17];
}

/** Lines of carriers, the post, banks, insurers, authorities and companies in China: nobody's private contact. */
const SERVICE_LINE = /^(?:10(?:000|001|010|015|050|060|086|099)|11185|12\d{3}|9[56]\d{3,4}|[48]00\d{7})$/;

/** Before a number: it is no phone number. After it: neither. */
const NOT_A_PHONE_BEFORE =
  /(?:isbn|单号|订单|运单|快递|编号|版本|股票|代码|型号|货号|证号|文号|批号|条码|sn|no\.?|id)[:：号\s]{0,3}$/;
const UNIT_AFTER = /^\s?(?:元|万|亿|块|人|次|个|年|米|吨|公里|km|kg|斤|股|点|票|册|条|播放|字|%|mb|gb|分|天|秒)/;

/** Puts a shape on the list. */
type Put = (name: string, start: number, end: number, disguised?: boolean) => void;

export function shapesIn(text: string, classes: Classes): Shape[] {
  const shapes: Shape[] = [];
  const put: Put = (name, start, end, disguised) => shapes.push({ cls: classes.id(name), start, end, disguised });
  const all = (pattern: RegExp, name: string) => {
    for (const match of text.matchAll(pattern)) put(name, match.index, match.index + match[0].length);
  };
  let kinds = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = SIGNS[text.charCodeAt(i)] ?? 0;
    kinds |= kind;
    if ((kind & 3) !== 0) digits++;
  }
  const digit = (kinds & 1) !== 0;
  const plea = PLEA.exec(text.slice(-PLEA_REACH));
  if (plea) put('#plea', text.length - plea[0].length, text.length);
  if (digits > 0) amounts(text, put, digit, (kinds & 2) !== 0);
  if (digits >= SHORTEST_NUMBER || ((kinds & 4) !== 0 && digits >= 3)) numbers(text, put);
  if (digit) {
    all(DATE, '#date');
    if ((kinds & 16) !== 0 || text.includes('zl')) all(REGISTRATION, '#registration');
    if ((kinds & 8) !== 0) all(ADDRESS, '#address');
  }
  if ((kinds & 4) !== 0) {
    if (text.includes('.') || text.includes('/')) all(URL, '#url');
    if (text.includes('@')) {
      all(EMAIL, '#email');
      all(MENTION, '#mention');
    }
    if (text.includes('#')) all(VAGUE_TAG, '#vagueTag');
    all(HANDLE, '#handle');
    if (/code|gets|saves|gives|checkout|takes|use|enter|apply|with|mit |avec|con |kod|cód|codi|cup/.test(text))
      all(PROMO, '#promo');
    if (/[￥¥$₴€₤（(]/.test(text)) all(TOKEN, '#token');
    if (digit) {
      all(PLATE, '#plate');
      all(ADDRESS_EN, '#address');
    }
  }
  return shapes;
}

function amounts(text: string, put: Put, digit: boolean, chinese: boolean): void {
  for (const match of digit ? text.matchAll(AMOUNT) : []) {
    const start = match.index;
    const end = start + match[0].length;
    const value = Number((match[2] ?? '').replaceAll(',', '')) * scale((match[3] ?? '').trim());
    put('#amount', start, end);
    if (match[1]) {
      put('#price', start, end);
      if (value > 50_000) put('#huge', start, end);
    }
    if (value > 50_000 && /(?:价值|奖金|现金|总价)\s?$/.test(text.slice(Math.max(0, start - 4), start))) put('#huge', start, end);
    unitAfter(text, start, end, value, put);
  }
  for (const match of chinese && text.includes('百分之') ? text.matchAll(CHINESE_PERCENT) : [])
    put('#percent', match.index, match.index + match[0].length);
  for (const match of chinese ? text.matchAll(CHINESE_AMOUNT) : []) {
    // The last character of a decimal amount belongs to it already.
    if (/[0-9]/.test(text[match.index - 1] ?? '')) continue;
    if (/[百千万]/.test(match[0])) put('#amount', match.index, match.index + match[0].length);
    unitAfter(text, match.index, match.index + match[0].length, 0, put);
  }
}

const scale = (word: string) =>
  word === '万' || word === 'w'
    ? 1e4
    : word === '千' || word === 'k'
      ? 1e3
      : word === '百'
        ? 100
        : word === '亿'
          ? 1e8
          : word === ''
            ? 1
            : 1e6;

function unitAfter(text: string, start: number, end: number, value: number, put: Put): void {
  const units = UNITS_BY_START.get(text.charAt(end) === ' ' ? text.charAt(end + 1) : text.charAt(end));
  if (!units) return;
  const rest = text.slice(end, end + 12);
  for (const [unit, name] of units) {
    const match = unit.exec(rest);
    if (!match) continue;
    // The fourth of a month is no span of four days.
    if (name === '#days' && match[0].trim() === '日' && text[start - 1] === '月') return;
    put(name, start, end + match[0].length);
    const amount = match[0].startsWith('万') ? value * 1e4 : match[0].startsWith('亿') ? value * 1e8 : value;
    if (name === '#price' && amount > 50_000) put('#huge', start, end + match[0].length);
    return;
  }
}

function numbers(text: string, put: Put): void {
  for (const run of numberRuns(text)) {
    const { start, end, digits, disguised } = run;
    const add = (name: string) => put(name, start, end, disguised);
    if (isIdentityNumber(digits)) {
      add('#identity');
      continue;
    }
    if (/^\d{17}[\dx]$/.test(digits)) {
      add('#id18');
      continue;
    }
    if (/^(?:60[0135]|000|00[23]|30[01]|688)\d{3}$/.test(digits)) add('#stock');
    if (UNIT_AFTER.test(text.slice(end, end + 6)) || NOT_A_PHONE_BEFORE.test(text.slice(Math.max(0, start - 8), start))) continue;
    if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) add('#phone');
    else if (SERVICE_LINE.test(digits)) continue;
    else if (digits.length <= 12 && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])/.test(digits)) add('#number');
  }
}
