/**
 * Reads the labelled sentences of `cases/*.txt`. A head `## RULE level platform [lang]`, then one sentence a line:
 * `P` breaks the rule, `T` does so in traditional characters, `D` in disguise, `N` looks like it and is innocent. After the kind a
 * level of its own may stand (`P/yellow`), then the creator's answers as JSON, then a platform of its own (`@channels`);
 * `^RULE,RULE` at the end are further rules that may speak too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckContext } from '../../../../core/engine/compliance';
import type { Platform } from '../../../../core/model/platforms';
import type { Level } from '../../../../core/model/report';

export type Kind = 'positive' | 'traditional' | 'disguised' | 'innocent';

export interface Sentence {
  /** File and line, for messages. */
  at: string;
  kind: Kind;
  rule: string;
  level: Level;
  platform: Platform;
  lang: string;
  ctx: CheckContext;
  text: string;
  alsoFine: readonly string[];
}

const CASES = new URL('./cases/', import.meta.url);
/** The same folder for programs that are bundled elsewhere. */
export const CASES_IN_PROJECT = 'test/unit/engine/compliance/cases';
const KINDS: Record<string, Kind> = { P: 'positive', T: 'traditional', D: 'disguised', N: 'innocent' };
const HEAD = /^## (\S+) (red|yellow|green) (\S+)(?: (\S+))?$/;
const LINE =
  /^([PTDN])(?:\/(red|yellow))? (?:(\{[^}]*\}) )?(?:@(channels|douyin|bilibili|kuaishou|xiaohongshu|youtube|tiktok|instagram|x) )?(.*?)(?: \^([A-Z0-9,-]+))?$/;

export function sentences(folder = fileURLToPath(CASES)): Sentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => sentencesOf(name, readFileSync(join(folder, name), 'utf8')));
}

function sentencesOf(name: string, source: string): Sentence[] {
  let head: RegExpExecArray | null = null;
  return source.split('\n').flatMap((line, i) => {
    if (!line.trim()) return [];
    if (line.startsWith('## ')) {
      head = HEAD.exec(line);
      if (!head) throw new Error(`${name}:${i + 1} is no head: ${line}`);
      return [];
    }
    const found = LINE.exec(line);
    if (!head || !found) throw new Error(`${name}:${i + 1} is no sentence: ${line}`);
    const [, rule = '', level, platform, lang] = head;
    const [, letter = '', own, ctx, where, text = '', also] = found;
    return {
      at: `${name}:${i + 1}`,
      kind: KINDS[letter] ?? 'innocent',
      rule,
      level: (own ?? level) as Level,
      platform: (where ?? platform) as Platform,
      lang: lang ?? 'zh',
      ctx: ctx ? (JSON.parse(ctx) as CheckContext) : {},
      text,
      alsoFine: also?.split(',') ?? [],
    };
  });
}
