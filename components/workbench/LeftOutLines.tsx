import { Disclosure } from '../kit';
import { useWords } from '../words';

/** More would be a report of its own. */
const MOST_SHOWN = 20;

export interface LeftOut {
  /** 0: the file as a whole. */
  line: number;
  reason: string;
}
interface LeftOutGroup {
  reason: string;
  lines: number[];
}

/** Lines with the same reason together, whichever post each names; in the order of the file. */
export function groupsOf(lines: readonly LeftOut[]): LeftOutGroup[] {
  const alike = new Map<string, LeftOut[]>();
  for (const one of lines) {
    const bare = one.reason.replace(/^".*": /, '');
    const own = alike.get(bare);
    if (own) own.push(one);
    else alike.set(bare, [one]);
  }
  return [...alike].map(([bare, own]) => ({
    reason: own.length === 1 ? (own[0]?.reason ?? bare) : bare,
    lines: own.map(({ line }) => line).filter((line) => line > 0),
  }));
}

/** `2`, `5–9` of 2, 5, 6, 7, 8, 9. */
export function ranges(lines: readonly number[], write: (line: number) => string): string[] {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? write(from) : `${write(from)}–${write(to)}`));
}

interface LeftOutLinesProps {
  summary: string;
  lines: readonly LeftOut[];
  /** The reason in the creator's language. */
  said?: (reason: string) => string;
}

/** Lines of a file that were not taken, or not all of them, with the reason. */
export function LeftOutLines({ summary, lines, said = (reason) => reason }: LeftOutLinesProps) {
  const { t, f } = useWords('workbench');
  const groups = groupsOf(lines);
  const rest = groups.length - MOST_SHOWN;
  return (
    <Disclosure summary={summary}>
      <ul class="prose-list">
        {groups.slice(0, MOST_SHOWN).map((group) => {
          const where = ranges(group.lines, f.number);
          return (
            <li key={group.reason + where[0]}>
              {where.length === 0
                ? said(group.reason)
                : f.said(t.importing.lines(group.lines.length, f.list(where)), said(group.reason))}
            </li>
          );
        })}
        {rest > 0 && <li>{t.importing.moreLines(f.number(rest))}</li>}
      </ul>
    </Disclosure>
  );
}
