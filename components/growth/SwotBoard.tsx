import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AccountNotes } from '../../core/model/documents/account-notes';
import type { SwotItem } from '../../core/model/report-parts';
import { useInsight } from '../insight/words';
import { Button } from '../kit';
import { useWords } from '../words';

export type Positioning = NonNullable<AccountNotes['positioning']>;
const QUADRANTS = ['strength', 'weakness', 'opportunity', 'threat'] as const;
type Quadrant = (typeof QUADRANTS)[number];

interface SwotBoardProps {
  /** Filled in from the findings. */
  found: readonly SwotItem[];
  positioning: Positioning;
  onChange: (positioning: Positioning) => void;
}

/** D7: strengths, weaknesses, opportunities, threats. Findings fill it in; the creator takes off, rewrites and adds. */
export function SwotBoard({ found, positioning, onChange }: SwotBoardProps) {
  const { f } = useWords();
  const { words } = useInsight();
  const { own, hidden } = positioning;
  const isHidden = new Set(hidden);
  const shown = found.filter(({ from }) => !isHidden.has(from));
  const gone = found.length - shown.length;
  const add = (quadrant: Quadrant, text: string) =>
    onChange({ ...positioning, own: [...own, { id: `own-${Date.now()}-${own.length}`, quadrant, text }] });
  return (
    <section class="section stack" aria-labelledby="swot-title">
      <div>
        <h2 id="swot-title">{words.swot}</h2>
        <p class="small muted">{words.swotNote}</p>
      </div>
      <div class="swot">
        {QUADRANTS.map((quadrant) => (
          <section key={quadrant} class="card stack-tight" aria-labelledby={`swot-${quadrant}`}>
            <h3 id={`swot-${quadrant}`}>{words.quadrants[quadrant]}</h3>
            <ul class="stack-tight">
              {shown
                .filter((item) => item.quadrant === quadrant)
                .map(({ from, text }) => (
                  <li key={from} class="row-apart">
                    <span>{text}</span>
                    <Button
                      small
                      kind="plain"
                      icon={X}
                      label={words.takeOff(text)}
                      onClick={() => onChange({ ...positioning, hidden: [...hidden, from] })}
                    />
                  </li>
                ))}
              {own
                .filter((item) => item.quadrant === quadrant)
                .map(({ id, text }) => (
                  <Own
                    key={id}
                    text={text}
                    onChange={(changed) =>
                      onChange({
                        ...positioning,
                        own:
                          changed === ''
                            ? own.filter((one) => one.id !== id)
                            : own.map((one) => (one.id === id ? { ...one, text: changed } : one)),
                      })
                    }
                  />
                ))}
            </ul>
            <Add label={words.addTo(words.quadrants[quadrant])} onAdd={(text) => add(quadrant, text)} />
          </section>
        ))}
      </div>
      {gone > 0 && (
        <div>
          <Button small onClick={() => onChange({ ...positioning, hidden: [] })}>
            {words.bringBack(f.number(gone))}
          </Button>
        </div>
      )}
    </section>
  );
}

/** An entry of the creator's own: rewritten in place, gone when emptied. */
function Own({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { words } = useInsight();
  const [draft, setDraft] = useState(text);
  return (
    <li class="row-apart">
      <input
        class="input grow"
        aria-label={words.ownEntry}
        maxLength={1000}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => draft.trim() !== text && onChange(draft.trim())}
      />
      <Button small kind="plain" icon={X} label={words.takeOff(text)} onClick={() => onChange('')} />
    </li>
  );
}

function Add({ label, onAdd }: { label: string; onAdd: (text: string) => void }) {
  const { words } = useInsight();
  const [draft, setDraft] = useState('');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.trim()) return;
        onAdd(draft.trim());
        setDraft('');
      }}
    >
      <input
        class="input grow"
        aria-label={label}
        placeholder={words.addEntry}
        maxLength={1000}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <Button small submit disabled={!draft.trim()}>
        {words.add}
      </Button>
    </form>
  );
}
