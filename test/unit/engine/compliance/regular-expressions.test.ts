/**
 * No regular expression of the check may go back and forth without end. Read from the sources: a repetition without an upper bound
 * must not stand in a group that is repeated itself, nor directly before another one that takes the same characters.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ENGINE = new URL('../../../../core/engine/compliance/', import.meta.url);
const LITERAL = /(?<=[=(,:[!&|?{};\n]\s*)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+)\/[a-z]*/g;

const sources = readdirSync(ENGINE).filter((name) => name.endsWith('.ts'));
const expressions = sources.flatMap((name) =>
  [...readFileSync(new URL(name, ENGINE), 'utf8').matchAll(LITERAL)].map((match) => ({ name, source: match[1] ?? '' })),
);

interface Group {
  /** Holds a repetition without an upper bound. */
  endless: boolean;
}

/** Whether an endless repetition stands inside a group that is repeated more than once. */
function nestsRepetition(source: string): boolean {
  const plain = source.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'c');
  const open: Group[] = [{ endless: false }];
  for (let i = 0; i < plain.length; i++) {
    const char = plain.charAt(i);
    if (char === '(') {
      open.push({ endless: false });
      i += /^\((\?(?:[:=!]|<[=!]))?/.exec(plain.slice(i))?.[1]?.length ?? 0;
      continue;
    }
    const closed = char === ')' ? open.pop() : undefined;
    const outer = open[open.length - 1];
    if (!outer) throw new Error(`unbalanced ${source}`);
    const repetition = /^(?:[*+]|\{(\d+)(,(\d*))?\})/.exec(plain.slice(i + 1));
    const endless = repetition !== null && (/^[*+]/.test(repetition[0]) || (repetition[2] !== undefined && repetition[3] === ''));
    const repeated = repetition !== null && !/^\{[01]\}/.test(repetition[0]);
    if (closed?.endless && repeated) return true;
    if (endless || closed?.endless) outer.endless = true;
    if (repetition) i += repetition[0].length;
  }
  return false;
}

/** Two endless repetitions of the same thing, one directly after the other. */
const repeatsItself = (source: string) => /(\\[a-zA-Z]|\[(?:\\.|[^\]])*\]|\.)[*+]\1[*+]/.test(source);

describe('the regular expressions of the check', () => {
  it('are found in the sources', () => {
    expect(expressions.length).toBeGreaterThan(40);
    expect(nestsRepetition('(a+)+')).toBe(true);
    expect(nestsRepetition('(?:[ab]*c){2,}')).toBe(true);
    expect(nestsRepetition('(?:a{1,3}b){2,9}c+')).toBe(false);
    expect(repeatsItself('\\d+\\d*')).toBe(true);
  });
  it('do not repeat what repeats', () => {
    expect(expressions.filter(({ source }) => nestsRepetition(source) || repeatsItself(source))).toEqual([]);
  });
});
