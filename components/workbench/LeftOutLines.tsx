import { Disclosure } from '../kit';
import { useWords } from '../words';

/** More would be a report of its own. */
const MOST_SHOWN = 20;

/** Lines of a file that were not taken, each with its reason. */
export function LeftOutLines({ summary, lines }: { summary: string; lines: readonly { line: number; reason: string }[] }) {
  const { t, f } = useWords('workbench');
  const rest = lines.length - MOST_SHOWN;
  return (
    <Disclosure summary={summary}>
      <ul>
        {lines.slice(0, MOST_SHOWN).map(({ line, reason }) => (
          <li key={`${line}${reason}`}>{t.importing.line(f.number(line), reason)}</li>
        ))}
        {rest > 0 && <li>{t.importing.moreLines(f.number(rest))}</li>}
      </ul>
    </Disclosure>
  );
}
