/**
 * `npm run learn`: learns from the labelled sentences of `test/unit/engine/compliance/cases/` what texts that break a rule
 * look like, and writes `assets/rules/likeness/`: to be run when sentences changed. From which log odds a rule speaks is chosen on sentences
 * in four parts, each judged by what was learnt from the other three.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Learnt } from '../../assets/rules/types';
import { abroad } from '../../core/engine/compliance/abroad';
import { isChinese } from '../../core/engine/compliance/check';
import { china } from '../../core/engine/compliance/china';
import { fold } from '../../core/engine/compliance/fold';
import { Likeness } from '../../core/engine/compliance/likeness';
import type { Pack } from '../../core/engine/compliance/pack';
import { hashText } from '../../core/stats/random';
import { CASES_IN_PROJECT, type Sentence, sentences } from '../../test/unit/engine/compliance/sentences';
import { ROOT } from '../setup.mjs';
import { SETTINGS, stampOf } from './settings';
import { type Example, learn, type Shape } from './train';

const { fewest, notLearnt, ordinary: isOrdinary, parts: PARTS, block, shapes } = SETTINGS;
const NOT_LEARNT = new RegExp(notLearnt);
const ORDINARY = new RegExp(isOrdinary);
const PACKS: readonly { name: 'china' | 'abroad'; pack: Pack; chinese: boolean; shape: Shape }[] = [
  { name: 'china', pack: china, chinese: true, shape: shapes.china },
  { name: 'abroad', pack: abroad, chinese: false, shape: shapes.abroad },
];

const all = sentences(join(ROOT, CASES_IN_PROJECT));
for (const { name, pack, chinese, shape } of PACKS) {
  // Where the creator's answers decide, words say nothing.
  const mine = all.filter(({ ctx, platform }) => Object.keys(ctx).length === 0 && isChinese(platform) === chinese);
  const rules = learnable(mine, pack);
  const examples = mine.map((one) => exampleOf(one, rules, pack));
  const learnt = {
    sentences: stampOf(all),
    ...learn(examples, rules, shape),
    ...thresholds(mine, examples, rules, shape, SETTINGS.from[name]),
  };
  writeFileSync(join(ROOT, `assets/rules/likeness/${name}.ts`), source(name, learnt));
  console.log(`${name}: ${rules.length} rules from ${mine.length} sentences`);
}

function learnable(list: readonly Sentence[], { byId }: Pack): string[] {
  const counts = new Map<string, number>();
  for (const { kind, rule } of list) if (kind !== 'innocent') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => (count >= fewest && byId.has(id) && !NOT_LEARNT.test(id) ? [id] : [])).sort();
}

/** Whether a rule of another platform applies, or one that may speak beside the expected one does, is not known. */
function exampleOf({ kind, rule, alsoFine, platform, text }: Sentence, rules: readonly string[], pack: Pack): Example {
  const breaks = Int8Array.from(rules, (id) => {
    if (id === rule) return kind === 'innocent' ? 0 : 1;
    const where = pack.byId.get(id)?.platform ?? '';
    return alsoFine.includes(id) || (!where.startsWith('all') && where !== platform) ? -1 : 0;
  });
  return { text: pack.unmask(fold(text)).text, breaks };
}

/** Log odds from which each rule speaks: no ordinary text may be flagged. With what was found and flagged of what was not learnt from. */
function thresholds(
  list: readonly Sentence[],
  examples: readonly Example[],
  rules: readonly string[],
  shape: Shape,
  least: number,
): Pick<Learnt, 'from' | 'unseen'> {
  const odds = unseenOdds(list, examples, rules, shape);
  const of = (which: (one: Sentence) => boolean) => list.flatMap((one, i) => (which(one) ? [i] : []));
  const innocent = of(({ kind }) => kind === 'innocent');
  const ordinary = innocent.filter((i) => ORDINARY.test(list[i]?.at ?? ''));
  const from = rules.map((_, r) => {
    const highest = ordinary.reduce((most, i) => Math.max(most, odds[i]?.[r] ?? most), Number.NEGATIVE_INFINITY);
    return Math.max(least, Number((highest + 0.01).toFixed(2)));
  });
  const alike = (i: number) => rules.filter((_, r) => (odds[i]?.[r] ?? 0) >= (from[r] ?? 0));
  const broken = of(({ kind, rule }) => kind !== 'innocent' && rules.includes(rule));
  const found = broken.filter((i) => alike(i).includes(list[i]?.rule ?? ''));
  const wrong = (some: number[]) => some.filter((i) => alike(i).some((rule) => !list[i]?.alsoFine.includes(rule)));
  const unseen = {
    broken: broken.length,
    found: found.length,
    innocent: innocent.length,
    flagged: wrong(innocent).length,
    ordinary: ordinary.length,
    ordinaryFlagged: wrong(ordinary).length,
  };
  console.log('  not learnt from:', JSON.stringify(unseen));
  return { from, unseen };
}

/** Log odds of each rule for each text, by what was learnt from the other parts. */
function unseenOdds(list: readonly Sentence[], examples: readonly Example[], rules: readonly string[], shape: Shape): number[][] {
  const partOf = ({ at }: Sentence) => {
    const [file = '', line] = at.split(':');
    return hashText(`${file}${Math.floor(Number(line) / block)}`) % PARTS;
  };
  const odds: number[][] = [];
  for (let part = 0; part < PARTS; part++) {
    const others = examples.filter((_, i) => partOf(list[i] as Sentence) !== part);
    const likeness = new Likeness({ ...learn(others, rules, shape), from: rules.map(() => 0) });
    list.forEach((one, i) => {
      if (partOf(one) === part) odds[i] = [...likeness.highest((examples[i] as Example).text)];
    });
  }
  return odds;
}

function source(name: string, learnt: Learnt): string {
  const lines = Object.entries(learnt).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},\n`);
  return `// Made by \`npm run learn\`.\nimport type { Learnt } from '../types';\n\nexport const ${name.toUpperCase()}_LIKENESS: Learnt = {\n${lines.join('')}};\n`;
}
