/**
 * No regular expression of the product may go back and forth without end over what a page, a file or a draft holds. Read from the
 * sources: a repetition without an upper bound must not stand in a group that is repeated itself, nor be followed by another one that
 * takes one of its characters, with at most single signs that may be missing between the two, but for as many in a file as are counted here. Alternatives are
 * not looked at against each other. Patterns that are put together while the product runs (`new RegExp`) are not seen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LITERAL =
  /(?<=(?:[=(,:[!&|?{};>\n]|\b(?:return|of|in|case)\s)\s*)\/(?![/*])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?!\w)/g;

const sources = ['core', 'components', 'entrypoints'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name)),
);
const expressions = sources.flatMap((name) =>
  [...readFileSync(join(ROOT, name), 'utf8').matchAll(LITERAL)].map((match) => ({
    name,
    source: match[1] ?? '',
    flags: match[2] ?? '',
  })),
);

/** Repetitions of repetitions where there is one way to read a text: each turn begins with a mark that nothing inside it takes. */
const MARKED: Record<string, { mark: string; source: string }> = {
  'core/dashboards/assemble.ts': {
    mark: 'a dot',
    source: String.raw`^(?!.*xn--)(https:\/\/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)?\/(?!\/)[\w@/-]*$`,
  },
  'core/dashboards/text.ts': { mark: 'a hash', source: String.raw`^(?:[#＃][^\s#＃]+\s*)+$` },
  'core/engine/calendar/ics.ts': {
    mark: 'a semicolon; within, a quote',
    source: `^([A-Za-z-]+)((?:;[^:;=]+=(?:"[^"]*"|[^":;])*)*):(.*)$`,
  },
  'core/text/figures.ts': { mark: 'what separates thousands', source: String.raw`^\d+(?:[.,' ’]\d+)*$` },
};

/**
 * Files with expressions in which two endless repetitions share a character, and how many. The cost grows with the square of a run of
 * such characters, mostly blanks: a thousand of them took less than 0.1 s each on 27 November 2026, but for the unit in a label
 * (`unitsOfLabel`), which takes far longer. Figures and labels are cleaned first, which makes every run of blanks one.
 */
const SHARING: Record<string, number> = {
  'core/dashboards/breakdowns.ts': 1,
  'core/dashboards/generic/comments.ts': 1,
  'core/dashboards/pairs.ts': 1,
  'core/dashboards/strip.ts': 1,
  'core/engine/mix/text/series.ts': 1,
  'core/text/figures.ts': 6,
};

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

const TOKEN =
  /(\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[)|^$]|[^\\[\]()|^$*+?{}])([*+?]|\{\d+(?:,\d*)?\})?\??/gy;
/** What texts are made of: Latin, the blanks and marks of all scripts, and some letters beyond. */
const CHARACTERS = [
  ...[
    [0, 0x250],
    [0x2000, 0x2070],
    [0x3000, 0x3040],
  ].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from }, (_, at) => String.fromCharCode(from + at))),
  ...'дक٣中文播放国한éẞ【】！，：（）😀',
];
const taken = new Map<string, ReadonlySet<string>>();
/** The characters that a token takes. */
function charactersOf(token: string, flags: string): ReadonlySet<string> {
  const key = `${token}/${flags}`;
  const known = taken.get(key);
  if (known) return known;
  const pattern = new RegExp(`^(?:${token})$`, flags.replace(/[dgy]/g, ''));
  const found = new Set(CHARACTERS.filter((one) => pattern.test(one)));
  taken.set(key, found);
  return found;
}

/** Two endless repetitions that may stand side by side and take a character in common. */
function overlaps(source: string, flags = ''): boolean {
  /** Endless ones after which nothing has to come before the present place. */
  let before: string[] = [];
  for (const [, token = '', repeated = ''] of source.matchAll(TOKEN)) {
    if (/^\((?:\?(?::|<\w))?/.test(token) && !/^\(\?<?[=!]/.test(token)) continue;
    if (token === ')') continue;
    if (/^[(|^$]/.test(token) || token.startsWith('\\k')) {
      before = [];
      continue;
    }
    const endless = /^(?:[*+]|\{\d+,\})/.test(repeated);
    const own = charactersOf(token, flags);
    if (endless && before.some((one) => [...charactersOf(one, flags)].some((char) => own.has(char)))) return true;
    if (!/^(?:[*?]|\{0)/.test(repeated)) before = [];
    if (endless) before.push(token);
  }
  return false;
}

describe('the regular expressions of the product', () => {
  it('are found in the sources', () => {
    expect(expressions.length).toBeGreaterThan(500);
    const places = ['x = /a+/;', 'f(/a+/)', '() => /a+/.test(x)', 'return /a+/.exec(x)', '[/a+/, 1]', 'y && /a+/.test(y)'];
    expect(places.filter((place) => !place.match(LITERAL))).toEqual([]);
    expect(nestsRepetition('(a+)+')).toBe(true);
    expect(nestsRepetition('(?:[ab]*c){2,}')).toBe(true);
    expect(nestsRepetition('(?:a{1,3}b){2,9}c+')).toBe(false);
    for (const source of ['\\d+\\d*', '[a-z]+\\w+', '\\s*,?\\s*$', '(\\d+)[0-9]*']) expect(overlaps(source), source).toBe(true);
    for (const source of ['\\d+,\\d*', '[a-z]+\\d+', '\\s*,\\s*$', 'a+|a+', '\\s*(?:,\\s*)?'])
      expect(overlaps(source), source).toBe(false);
  });
  it('do not repeat what repeats', () => {
    const repeating = expressions.filter(({ source }) => nestsRepetition(source));
    expect(repeating.map(({ name, source }) => ({ name, source })).sort((a, b) => a.name.localeCompare(b.name))).toEqual(
      Object.entries(MARKED).map(([name, { source }]) => ({ name, source })),
    );
  });
  it('let no two endless ones share a character side by side', () => {
    const shared = expressions.filter(({ source, flags }) => overlaps(source, flags));
    const counts = Object.fromEntries([...Map.groupBy(shared, ({ name }) => name)].map(([name, own]) => [name, own.length]));
    expect(counts, shared.map(({ source }) => source).join('\n')).toEqual(SHARING);
  });
});
