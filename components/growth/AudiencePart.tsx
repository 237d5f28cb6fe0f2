import { useState } from 'preact/hooks';
import type { AccountNotes } from '../../core/model/documents/account-notes';
import type { Audience } from '../../core/model/report-parts';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { Button } from '../kit';
import { useWords } from '../words';

export type Wanted = NonNullable<AccountNotes['audience']>;

/** D1: who watches, beside the audience the creator wants; entered in the dashboard's own words. */
export function AudiencePart({ audience, onWant }: { audience: Audience; onWant: (wanted: Wanted) => void }) {
  const { words } = useInsight();
  const { breakdowns, match, statement } = audience;
  return (
    <Part title={words.audience} statement={statement} why={match.why}>
      {breakdowns.map((one) => (
        <Breakdown
          key={one.kind}
          of={one}
          onWant={(shares) => {
            const others = Object.fromEntries(breakdowns.flatMap(({ kind, wanted }) => (wanted ? [[kind, wanted]] : [])));
            onWant({ ...others, [one.kind]: shares });
          }}
        />
      ))}
    </Part>
  );
}

const HUNDRED = 100;
const whole = (share: number) => String(Math.round(share * HUNDRED));

function Breakdown({ of, onWant }: { of: Audience['breakdowns'][number]; onWant: (shares: Record<string, number>) => void }) {
  const { f } = useWords();
  const { words } = useInsight();
  const { kind, shares, wanted } = of;
  const [draft, setDraft] = useState<Record<string, string>>(
    Object.fromEntries(Object.keys(shares).map((name) => [name, wanted ? whole(wanted[name] ?? 0) : ''])),
  );
  const numbers = Object.entries(draft).map(([name, text]) => [name, Number(text.replace(',', '.')) / HUNDRED] as const);
  const valid = numbers.every(([, share]) => share >= 0 && share <= 1) && numbers.some(([, share]) => share > 0);
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onWant(Object.fromEntries(numbers));
      }}
    >
      <table class="table">
        <caption class="field-label caption">{words.audienceKinds[kind]}</caption>
        <thead>
          <tr>
            {words.audienceHead.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(shares).map(([name, share]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{f.share(share)}</td>
              <td>
                <input
                  class="input input-number"
                  inputMode="decimal"
                  aria-label={words.wantedOf(name)}
                  value={draft[name]}
                  onInput={(event) => {
                    const { value } = event.currentTarget;
                    setDraft((before) => ({ ...before, [name]: value }));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button small submit disabled={!valid}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
