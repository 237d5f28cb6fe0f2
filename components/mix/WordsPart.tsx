import { useState } from 'preact/hooks';
import type { Effectiveness, EffectReport, SeriesFound, TermClass, TermUse } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { Part } from '../insight/Part';
import { PostsBehind } from '../insight/PostsBehind';
import { useInsight } from '../insight/words';
import { Button, Disclosure } from '../kit';
import { useWords } from '../words';

const CLASSES: TermClass[] = ['core', 'longTail', 'hot'];
const AT_FIRST = 12;

/** C4: the words and tags used, by how they are used, with what they did where that can be told. */
export function WordsPart({ effectiveness }: { effectiveness: Effectiveness }) {
  const { f } = useWords();
  const { words } = useInsight();
  const { terms, factors, keys } = effectiveness;
  const effects = factors.find(({ factor }) => factor === 'term')?.effects ?? [];
  const { shares } = terms;
  return (
    <Part title={words.keywords} statement={terms.statement} why={shares.why} keys={keys}>
      {CLASSES.map((name) => {
        const own = terms.terms.filter((term) => term.class === name);
        return (
          own.length > 0 && (
            <Class
              key={name}
              name={name}
              share={shares.value ? f.share(shares.value[name]) : null}
              terms={own}
              effects={effects}
              keys={keys}
            />
          )
        );
      })}
    </Part>
  );
}

interface ClassProps {
  name: TermClass;
  share: string | null;
  terms: readonly TermUse[];
  effects: readonly EffectReport[];
  keys: readonly string[];
}
function Class({ name, share, terms, effects, keys }: ClassProps) {
  const { f } = useWords();
  const { words } = useInsight();
  const [all, setAll] = useState(false);
  const idOf = ({ tag, term }: TermUse) => (tag ? `#${term}` : term);
  // A term that comes with others is told with them: `a + b`.
  const liftOf = (id: string) => effects.find(({ level }) => level.split(' + ').includes(id))?.lift;
  const shown = all ? terms : terms.slice(0, AT_FIRST);
  return (
    <Disclosure summary={words.termClass(words.termClasses[name], f.number(terms.length), share)}>
      <div class="stack-tight">
        <DataTable
          caption={words.termClasses[name]}
          head={words.termHead}
          rows={shown.map((term) => {
            const lift = liftOf(idOf(term));
            return {
              id: idOf(term),
              cells: [idOf(term), f.number(term.posts.length), lift ? f.liftRange(lift) : words.tooFew],
            };
          })}
        />
        {terms.length > shown.length && (
          <div>
            <Button small onClick={() => setAll(true)}>
              {words.allTerms(f.number(terms.length))}
            </Button>
          </div>
        )}
        <PostsBehind keys={[...new Set(shown.flatMap(({ posts }) => posts))].flatMap((index) => keys[index] ?? [])} />
      </div>
    </Disclosure>
  );
}

/** Title patterns that several posts share. */
export function SeriesPart({ series, keys }: { series: readonly SeriesFound[]; keys: readonly string[] }) {
  const { t, f } = useWords();
  const { words } = useInsight();
  if (series.length === 0) return null;
  return (
    <Part title={words.series} statement={words.seriesFound(series.length, f.number(series.length))}>
      <ul class="stack-tight">
        {series.map(({ pattern, posts, unlabelled }) => (
          <li key={pattern}>
            <Disclosure
              summary={`${pattern.replace('{n}', '…')} · ${t.common.posts(posts.length, f.number(posts.length))}${unlabelled > 0 ? ` · ${words.seriesUnlabelled(f.number(unlabelled))}` : ''}`}
            >
              <PostsBehind keys={posts.flatMap((index) => keys[index] ?? [])} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Part>
  );
}
