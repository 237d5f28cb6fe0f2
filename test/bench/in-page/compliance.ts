/** Checking titles and a draft, against one Aho–Corasick scan for as many phrases; finding near-duplicates. */
import { AhoCorasick } from '@monyone/aho-corasick';
import { CHINA_WORDS } from '../../../assets/rules/words/china';
import { checkText, duplicateGroups } from '../../../core/engine/compliance';
import { wordsOf } from '../../../core/engine/compliance/word-list';
import { titleOf } from './made-up';

const phrases = [...new Set(Object.values(CHINA_WORDS).flatMap((list) => wordsOf(list).filter((word) => !word.startsWith('>'))))];
const automaton = new AhoCorasick(phrases);
let labelled: readonly string[] = [];
/** Every 25th one is a labelled sentence: one in fifty breaks a rule, five times what is found in ordinary news titles. */
const EVERY = 25;
const titles = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    at % EVERY === EVERY - 1 ? (labelled[((at - EVERY + 1) / EVERY) % labelled.length] ?? titleOf(at)) : titleOf(at),
  );
const QUARTER_HOUR = 900_000;

/** What was found is used, so that no compiler may leave the work out. */
const done = (started: number, found: number) => (found < 0 ? Number.NaN : performance.now() - started);

Object.assign(globalThis, {
  phrases: () => phrases.length,
  /** What stands among the made-up titles, in turns. */
  mixIn(sentences: readonly string[]): void {
    labelled = sentences;
  },
  found: (count: number) => {
    const all = titles(count).map((text) => checkText({ text, platform: 'douyin', locale: 'zh-CN' }).findings.length);
    return { findings: all.reduce((sum, found) => sum + found, 0), titles: all.filter((found) => found > 0).length };
  },
  check(count: number): number {
    const all = titles(count);
    const started = performance.now();
    let found = 0;
    for (const text of all) found += checkText({ text, platform: 'douyin', locale: 'zh-CN' }).findings.length;
    return done(started, found);
  },
  scan(count: number): number {
    const all = titles(count);
    const started = performance.now();
    let found = 0;
    for (const text of all) found += automaton.matchInText(text).length;
    return done(started, found);
  },
  /** One text of so many characters. */
  draft(length: number): number {
    const text = titles(length / 20)
      .join('。')
      .slice(0, length);
    const started = performance.now();
    return done(started, checkText({ text, platform: 'douyin', locale: 'zh-CN' }).findings.length);
  },
  duplicates(count: number): number {
    const posts = titles(count).map((title, i) => ({ key: String(i), place: 'douyin', title, at: i * QUARTER_HOUR }));
    const started = performance.now();
    return done(started, duplicateGroups(posts).length);
  },
});
