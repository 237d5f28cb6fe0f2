/**
 * Finds key phrases that are written with sound-alikes, pinyin, emoji, split characters or signs between the characters, and
 * writes them plainly into the view (`facts/compliance-rules.md`, section 4, steps 6 and 7). A walk along a small trie of key
 * phrases; each text position is tried once per way to write the next character, so the cost is linear in the text.
 */
import { KEY_PHRASES, SOUNDS } from '../../../assets/rules/disguises';
import { MARK, type View } from './fold';

interface Node {
  next: Map<string, Node>;
  /** The key phrase that ends here. */
  phrase?: string;
  strong?: boolean;
}

/** Ways to write a character of a key phrase beside itself; the last is its pinyin. */
const ways = new Map<string, string[]>();
for (const line of SOUNDS.trim().split('\n')) {
  const [sound = '', rest = ''] = line.split(':');
  const pinyin = sound.replace(/\d$/, '');
  const [keys = '', others = ''] = rest.split('=');
  const alternatives = split(others);
  for (const key of keys) {
    const known = ways.get(key) ?? [];
    ways.set(key, [...new Set([...known, ...alternatives, ...Array.from(keys).filter((other) => other !== key), pinyin])]);
  }
}

/** Emoji and single characters; a group in letters stays together, as do the two halves of a split character. */
function split(others: string): string[] {
  return Array.from(others.matchAll(/女子|弓虽|氵台|[\u{1F1E6}-\u{1F1FF}]{2}|[a-zA-Z]+|./gu), (match) => match[0].toLowerCase());
}

const root: Node = { next: new Map() };
for (const entry of KEY_PHRASES.split(/\s+/).filter(Boolean)) {
  const strong = entry.startsWith('!');
  const phrase = strong ? entry.slice(1) : entry;
  let node = root;
  for (const char of phrase) {
    let next = node.next.get(char);
    if (!next) {
      next = { next: new Map() };
      node.next.set(char, next);
    }
    node = next;
  }
  node.phrase = phrase;
  node.strong = strong || node.strong === true;
}

/** Whether a key phrase, however written, can begin with this code unit. */
const begins = new Uint8Array(65536);
for (const key of root.next.keys()) {
  begins[key.charCodeAt(0)] = 1;
  for (const way of ways.get(key) ?? []) begins[way.charCodeAt(0)] = 1;
}

/** The ways of the trie's next characters, by first code unit, built when a node is first visited. */
interface Step {
  char: string;
  way: string;
  node: Node;
}
const steps = new WeakMap<Node, Map<number, Step[]>>();
function stepsFrom(node: Node): Map<number, Step[]> {
  let table = steps.get(node);
  if (!table) {
    table = new Map();
    for (const [char, next] of node.next) {
      for (const way of [char, ...(ways.get(char) ?? [])]) {
        const list = table.get(way.charCodeAt(0));
        const step = { char, way, node: next };
        if (list) list.push(step);
        else table.set(way.charCodeAt(0), [step]);
      }
    }
    steps.set(node, table);
  }
  return table;
}

interface Unit {
  char: string;
  from: number;
  to: number;
}
interface Found {
  phrase: string;
  units: Unit[];
}
interface Trail {
  units: Unit[];
  /** Characters written another way, those of them in pinyin letters, and gaps with signs between. */
  swapped: number;
  letters: number;
  gaps: number;
}

const LETTER = /[a-z]/;
const BETWEEN = /^(?:[ .·•*_\-/\\|~^`'"“”、，,。:：+=()（）【】[\]<>#&%]|\p{Extended_Pictographic})$/u;
const MOST_BETWEEN = 3;

export function unmask(view: View): View {
  const { text } = view;
  let found: Found[] | null = null;
  for (let i = 0; i < text.length; i++) {
    if (begins[text.charCodeAt(i)] !== 1) continue;
    const match = longest(text, i);
    if (!match) continue;
    found ??= [];
    found.push(match);
    i = (match.units[match.units.length - 1]?.to ?? i + 1) - 1;
  }
  return found ? rewrite(view, found) : view;
}

function longest(text: string, at: number): Found | null {
  let best: Found | null = null;
  const walk = (node: Node, position: number, trail: Trail): void => {
    if (node.phrase && node.phrase.length > (best?.phrase.length ?? 0) && accepted(node, trail, text, at, position)) {
      best = { phrase: node.phrase, units: trail.units };
    }
    if (node.next.size === 0) return;
    const table = stepsFrom(node);
    let here = position;
    for (let between = 0; between <= MOST_BETWEEN; between++) {
      for (const step of table.get(text.charCodeAt(here)) ?? []) {
        if (!text.startsWith(step.way, here)) continue;
        const pinyin = LETTER.test(step.way);
        if (pinyin && !wholeSyllable(text, here, step.way.length, trail)) continue;
        walk(step.node, here + step.way.length, {
          units: [...trail.units, { char: step.char, from: here, to: here + step.way.length }],
          swapped: trail.swapped + (step.way === step.char ? 0 : 1),
          letters: trail.letters + (pinyin ? step.way.length : 0),
          gaps: trail.gaps + (between > 0 ? 1 : 0),
        });
      }
      if (trail.units.length === 0) return;
      const sign = String.fromCodePoint(text.codePointAt(here) ?? 0);
      if (here >= text.length || !BETWEEN.test(sign)) return;
      here += sign.length;
    }
  };
  walk(root, at, { units: [], swapped: 0, letters: 0, gaps: 0 });
  return best;
}

/** Letters are read as pinyin when no other letters touch them, except pinyin of the phrase itself. */
function wholeSyllable(text: string, at: number, length: number, trail: Trail): boolean {
  const last = trail.units[trail.units.length - 1];
  const joined = last !== undefined && last.to === at && LETTER.test(text[last.to - 1] ?? '');
  if (!joined && LETTER.test(text[at - 1] ?? '')) return false;
  return length > 0;
}

function accepted(node: Node, trail: Trail, text: string, from: number, to: number): boolean {
  const phrase = node.phrase ?? '';
  const { swapped, letters, gaps } = trail;
  if (swapped === 0 && gaps === 0) return false;
  if (LETTER.test(text[to - 1] ?? '') && LETTER.test(text[to] ?? '')) return false;
  const size = phrase.length;
  if (ORDINARY.has(text.slice(from, to))) return false;
  if (gaps > 0) {
    const uniform = gaps === size - 1;
    if (size === 2 && !(node.strong && swapped === 0 && !/[，。、]/.test(text.slice(from, to)))) return false;
    if (!uniform && (swapped > 0 || /[，。、]/.test(text.slice(from, to)))) return false;
    if (uniform && /[，。]/.test(text.slice(from, to)) && size < 4) return false;
  }
  if (letters > 0 && letters >= to - from - gaps) return letters >= 6;
  if (size === 2) return swapped <= 1;
  return swapped <= Math.ceil(size / 2);
}

/** Words of everyday language that sound like a key phrase. */
const ORDINARY = new Set(
  (
    '地一 一地 有利 反利 加及 地狱 独白 私心 丝心 做用 住页 保国 报国 报过 报告 饱过 跟治 制药 致病 正正 包裹 美百 镁白 关住 传发 专发 高雪 抗癌 去水 雪压 ' +
    '根致 致癌 治致 白百 地位 顶集 丁级 鼎级 全网 国家及 世界及 去痘 去斑 减飞 剪肥 日杰 日结 宝本 报本 堡本 付作用 代款 待款 宽代 带款 保国 ' +
    '第及 维一 维信 威信 徽信 卫信 危信 保锅 爆锅 包锅 煲锅 面费 免废 转法 专法 做注 关主 护关 户关 护粉 户粉 独品 肚品 搏彩 博菜 彩漂'
  ).split(' '),
);

function rewrite(view: View, found: Found[]): View {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: number[] = [];
  const startOf = (i: number) => view.starts?.[i] ?? i;
  const endOf = (i: number) => view.ends?.[i] ?? i + 1;
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      text.push(view.text.charAt(i));
      starts.push(startOf(i));
      ends.push(endOf(i));
      marks.push(view.marks?.[i] ?? MARK.plain);
    }
  };
  let at = 0;
  for (const { units } of found) {
    const [head] = units;
    if (!head || head.from < at) continue;
    copy(at, head.from);
    for (const unit of units) {
      text.push(unit.char);
      starts.push(startOf(unit.from));
      ends.push(endOf(unit.to - 1));
      marks.push(MARK.disguised);
      at = unit.to;
    }
  }
  copy(at, view.text.length);
  return {
    text: text.join(''),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    marks: Uint8Array.from(marks),
    invisible: view.invisible,
  };
}
