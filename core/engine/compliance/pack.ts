/** A pack: rules with the words they need, compiled once. Two exist, China and abroad, so that a page's script carries only its own. */
import type { Find, Learnt, LevelChoice, Rule } from '../../../assets/rules/types';
import { sameMatter } from '../../model/matters';
import type { Platform } from '../../model/platforms';
import type { Level } from '../../model/report';
import { type CheckContext, FACTS, type Market, TextFacts } from './facts';
import { isDisguised, type View } from './fold';
import type { FoundWords, Hit } from './found-words';
import { type Asked, type Condition, compileCondition, compilePattern, matchAt, type Pattern, type Words } from './grammar';
import { Classes, Lexicon } from './lexicon';
import { Likeness } from './likeness';
import { type Shape, shapesIn } from './shapes';

interface Case {
  when: Condition | null;
  level: Level | 'none';
}
interface CompiledRule {
  rule: Rule;
  when: Condition | null;
  /** The part of `when` that tells innocent texts apart: the tests with a `!` in them. */
  guards: Condition | null;
  exempt: { when: Condition; reason: string }[];
}
interface CompiledFind {
  owner: CompiledRule;
  pattern: Pattern;
  when: Condition | null;
  cases: Case[];
}

export interface Pack {
  rules: readonly Rule[];
  byId: ReadonlyMap<string, Rule>;
  classes: Classes;
  lexicon: Lexicon;
  /** Finds by the class of their pattern's anchor. */
  byAnchor: readonly (CompiledFind[] | undefined)[];
  /** Patterns that show a sale. */
  adSigns: readonly Pattern[];
  /** Finds that only the creator's answers decide. */
  wordless: readonly CompiledFind[];
  /** What is found without words of the rules, by its rule. */
  likeness: Likeness;
  alike: ReadonlyMap<string, { owner: CompiledRule; cases: Case[] }>;
  unmask: (view: View) => View;
}

/** Makes an unmasker for the words of a pack. */
export type UnmaskerOf = (
  words: Readonly<Record<string, string>>,
  isWord: (written: string) => boolean,
) => { unmask(view: View): View };

export function compilePack(
  rules: readonly Rule[],
  words: Readonly<Record<string, string>>,
  unmaskerOf: UnmaskerOf,
  learnt: Omit<Learnt, 'sentences' | 'unseen'>,
  adSigns: readonly string[] = [],
): Pack {
  const classes = new Classes(words);
  const condition = (source: string | undefined) => (source ? compileCondition(source, classes, FACTS) : null);
  const casesOf = (choice: LevelChoice): Case[] =>
    typeof choice === 'string'
      ? [{ when: null, level: choice }]
      : choice.map((entry) =>
          typeof entry === 'string' ? { when: null, level: entry } : { when: condition(entry[0]), level: entry[1] },
        );
  const byAnchor: (CompiledFind[] | undefined)[] = [];
  const wordless: CompiledFind[] = [];
  const alike = new Map<string, { owner: CompiledRule; cases: Case[] }>();
  for (const rule of rules) {
    const owner: CompiledRule = {
      rule,
      when: condition(rule.when),
      guards: condition(
        rule.when
          ?.split(/\s+/)
          .filter((test) => test.includes('!'))
          .join(' '),
      ),
      exempt: (rule.exempt ?? []).map(([source, reason]) => ({ when: compileCondition(source, classes, FACTS), reason })),
    };
    alike.set(rule.id, { owner, cases: casesOf(rule.level) });
    for (const entry of rule.find) {
      const find: Find = typeof entry === 'string' ? { p: entry } : entry;
      const pattern = compilePattern(find.p, classes);
      const one: CompiledFind = { owner, pattern, when: condition(find.when), cases: casesOf(find.level ?? rule.level) };
      const anchors = pattern.elements[pattern.anchor]?.classes ?? [];
      if (anchors.length === 0) wordless.push(one);
      for (const cls of anchors) {
        const list = byAnchor[cls];
        if (list) list.push(one);
        else byAnchor[cls] = [one];
      }
    }
  }
  const signs = adSigns.map((sign) => compilePattern(sign, classes));
  const lexicon = new Lexicon(classes);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const unmasker = unmaskerOf(words, (written) => lexicon.has(written));
  return {
    rules,
    byId,
    classes,
    lexicon,
    byAnchor,
    adSigns: signs,
    wordless,
    likeness: new Likeness(learnt),
    alike,
    unmask: (view) => unmasker.unmask(view),
  };
}

/** A match before messages: offsets into the view. */
export interface Raw {
  rule: string;
  level: Level;
  start: number;
  end: number;
  exemption?: string | undefined;
  /** Found only after a disguise was undone. */
  disguised: boolean;
  /** Only the creator's answers decide. */
  wordless: boolean;
  /** Not found by words of the rule: the part of the view that resembles what breaks it. */
  passage?: readonly [start: number, end: number];
}

export interface MatchInput {
  platform?: Platform | undefined;
  ctx?: CheckContext | undefined;
  market?: Market | undefined;
  lang?: string | undefined;
}

/** Log odds more are asked of what resembles a rule where the rule's own conditions speak against it, or nothing is sold. */
const DOUBT = 2;

/** More findings of one rule in one text say nothing new. */
const MOST_PER_RULE = 20;

export function matchPack(
  pack: Pack,
  folded: View,
  original: string,
  { platform, ctx, market, lang }: MatchInput,
  /** The rules that apply. */
  rules: ReadonlySet<Rule>,
): { raws: Raw[]; view: View } {
  const { classes } = pack;
  const view = pack.unmask(folded);
  const shapes = shapesIn(view.text, classes);
  addCapitals(original, view, shapes, classes);
  shapes.sort(byStart);
  const words = pack.lexicon.scan(view.text);
  words.addShapes(shapes);
  const { byAnchor, triggers } = triggersIn(words, shapes, anchorsOf(pack, rules));
  const alike = pack.likeness.alike(view.text, learntOf(pack, rules));
  if (!ctx && triggers.length === 0 && alike.length === 0) return { raws: [], view };
  const facts = new TextFacts(words, ctx ?? {}, { platform, market, lang }, classes, pack.adSigns);
  const fact = (name: string, start: number, end: number) => facts.has(name, start, end);
  const raws: Raw[] = [];
  const hiding = shapes.filter(({ disguised }) => disguised);
  const counts = new Map<Rule, number>();
  /** Of what is alike: where the rule's own words were found and its guards took them back. */
  const refused = new Map(alike.map(({ rule }) => [rule, [] as number[]]));
  const weighed = (owner: CompiledRule, cases: readonly Case[], asked: Asked) => {
    if (owner.when && !owner.when(asked)) return;
    const exemption = owner.exempt.find((one) => one.when(asked))?.reason;
    const level = exemption === undefined ? cases.find((one) => one.when === null || one.when(asked))?.level : 'green';
    return level === undefined || level === 'none' ? undefined : { level, exemption };
  };
  const consider = ({ owner, pattern, when, cases }: CompiledFind, start: number, end: number) => {
    const asked: Asked = { words, start, end, fact };
    // A pattern without its own second sign was not found.
    if (when && !when(asked)) return;
    const said = weighed(owner, cases, asked);
    if (!said) {
      if (owner.guards?.(asked) === false) refused.get(owner.rule.id)?.push(start);
      return;
    }
    counts.set(owner.rule, (counts.get(owner.rule) ?? 0) + 1);
    const disguised =
      isDisguised(view, start, end) ||
      hiding.some((shape) => shape.start >= start && shape.end <= end) ||
      hidden(words, classes, start, end);
    raws.push({
      rule: owner.rule.id,
      ...said,
      start,
      end,
      disguised,
      wordless: pattern.elements[pattern.anchor]?.classes.length === 0,
    });
  };
  for (const hit of triggers) {
    const finds = byAnchor[hit.cls];
    if (!finds) continue;
    for (const find of finds) {
      if (counts.size > 0 && (counts.get(find.owner.rule) ?? 0) >= MOST_PER_RULE) continue;
      const span = matchAt(find.pattern, hit, words);
      if (span) consider(find, span[0], span[1]);
    }
  }
  if (ctx && view.text.length > 0) {
    const end = leadEnd(view.text);
    for (const find of pack.wordless) if (rules.has(find.owner.rule)) consider(find, 0, end);
  }
  const answered = Object.values(ctx ?? {}).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
  for (const { rule: id, start, end, over, passage } of alike) {
    const known = pack.alike.get(id);
    if (!known) continue;
    const { rule } = known.owner;
    // Where words spoke, for or against, nothing has to be guessed.
    if (refused.get(id)?.some((at) => at >= passage[0] && at < passage[1])) continue;
    const settles = (raw: Raw): boolean => {
      // Of one matter one law is enough, and the platform's own rule.
      const other = pack.byId.get(raw.rule);
      if (sameMatter(raw.rule, id)) {
        // An exemption holds where it was found, and a guess says nothing of another passage.
        const elsewhere = raw.end <= passage[0] || passage[1] <= raw.start;
        if (elsewhere && (raw.level === 'green' || raw.passage !== undefined)) return false;
        return raw.rule === id || other?.platform === rule.platform;
      }
      // One guess a clause, the likeliest, and none beside words that say the like.
      return (
        raw.level !== 'green' &&
        raw.start < end &&
        start < raw.end &&
        (raw.passage !== undefined || other?.category === rule.category)
      );
    };
    if (raws.some(settles)) continue;
    // Who is certified for something may speak of it: which of it, only the rule's words can tell.
    if (rule.asks?.includes('certified') && ctx?.certified?.length) continue;
    const said = weighed(known.owner, known.cases, { words, start, end, fact });
    if (said?.level === 'green') continue;
    const doubtful = !said || (rule.sells === true && !fact('gate', start, end));
    if (doubtful && (answered || over < DOUBT)) continue;
    raws.push({ rule: id, level: 'yellow', start, end, disguised: false, wordless: false, passage });
  }
  return { raws, view };
}

/** The patterns of the rules that apply, by the class that is looked for first. Few different sets of rules ever apply. */
interface Anchors {
  all: Pack['byAnchor'];
  /** Of `all` those that a text has the words for; filled anew for each. */
  live: (CompiledFind[] | undefined)[];
  filled: number[];
}
const anchors = new WeakMap<ReadonlySet<Rule>, Anchors>();
function anchorsOf(pack: Pack, rules: ReadonlySet<Rule>): Anchors {
  let known = anchors.get(rules);
  if (!known) {
    const all = Array.from({ length: pack.classes.count }, (_, cls) => {
      const some = pack.byAnchor[cls]?.filter(({ owner }) => rules.has(owner.rule));
      return some?.length ? some : undefined;
    });
    known = { all, live: all.map(() => undefined), filled: [] };
    anchors.set(rules, known);
  }
  return known;
}

/** The rules that apply, as the layer of likeness wants them. */
const learnt = new WeakMap<ReadonlySet<Rule>, Uint8Array>();
function learntOf({ likeness, byId }: Pack, rules: ReadonlySet<Rule>): Uint8Array {
  let known = learnt.get(rules);
  if (!known) {
    known = likeness.among((id) => rules.has(byId.get(id) as Rule));
    learnt.set(rules, known);
  }
  return known;
}

/** What a pattern of the rules is looked for at, in the order of the starts, and the patterns: none that lacks a word elsewhere. */
function triggersIn(
  words: FoundWords,
  shapes: readonly Hit[],
  { all, live, filled }: Anchors,
): Pick<Pack, 'byAnchor'> & { triggers: Hit[] } {
  for (const cls of filled) live[cls] = undefined;
  filled.length = 0;
  const fill = (cls: number) => {
    if (all[cls] === undefined || live[cls] !== undefined) return;
    const complete = all[cls].filter(({ pattern }) =>
      pattern.elements.every(({ classes }) => classes.some((one) => words.mayHave(one))),
    );
    if (complete.length === 0) return;
    live[cls] = complete;
    filled.push(cls);
  };
  for (const cls of words.classes()) fill(cls);
  for (const { cls } of shapes) fill(cls);
  const triggers =
    filled.length === 0
      ? []
      : merge(
          words.ofClasses(live),
          shapes.filter(({ cls }) => live[cls] !== undefined),
        );
  return { byAnchor: live, triggers };
}

/** Two lists in the order of their starts become one. */
function merge(hits: Hit[], others: Hit[]): Hit[] {
  if (others.length === 0) return hits;
  if (hits.length === 0) return others;
  const all = new Array<Hit>(hits.length + others.length);
  let at = 0;
  let end = 0;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i] as Hit;
    for (; at < others.length && (others[at] as Hit).start < hit.start; at++) all[end++] = others[at] as Hit;
    all[end++] = hit;
  }
  for (; at < others.length; at++) all[end++] = others[at] as Hit;
  return all;
}
const byStart = (a: Hit, b: Hit) => a.start - b.start;

/** Contact words that are only ever written so to hide. */
function hidden(words: Words, classes: Classes, start: number, end: number): boolean {
  const list = classes.knows('chatHidden') ? words.of(classes.id('chatHidden')) : undefined;
  return list?.some((hit) => hit.start >= start && hit.end <= end) ?? false;
}

/** Where a finding about the whole text points: its first words. */
function leadEnd(text: string): number {
  const limit = Math.min(text.length, 12);
  for (let i = 2; i < limit; i++) if (/[\s，,。.!！?？:：、]/.test(text.charAt(i))) return i;
  return limit;
}

/** Three shouted words, and signs of alarm. Found in the original: the view is lower case. */
function addCapitals(original: string, view: View, shapes: Shape[], classes: Classes): void {
  if (!/[A-Z]{3}|!!|🚨|‼/.test(original)) return;
  const add = (name: string, pattern: RegExp) => {
    for (const found of original.matchAll(pattern)) {
      const start = inView(view, found.index);
      shapes.push({ cls: classes.id(name), start, end: inView(view, found.index + found[0].length) });
    }
  };
  add('#caps', /\b[A-Z]{3,30}(?:['’][A-Z]{1,4})?(?:[ ,!]{1,3}[A-Z]{2,30}(?:['’][A-Z]{1,4})?){2,12}/g);
  // Five words and more, whatever stands between them: a sentence that is shouted as a whole.
  add(
    '#shout',
    /(?<![A-Za-z])(?:[A-Z]{2,30}(?:['’][A-Z]{1,4})?|[AI])(?:[ ,!:.?–-]{1,3}(?:[A-Z]{2,30}(?:['’][A-Z]{1,4})?|[AI]|\d{1,3}%?)(?![a-z])){4,20}/g,
  );
  add('#alarm', /!{2,30}|\b[A-Z]{4,30}!|[🚨⚠‼]/gu);
}

/** View offset of an original offset. */
export function inView({ starts, text }: View, offset: number): number {
  if (!starts) return offset;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
