import { useEffect, useId, useState } from 'preact/hooks';
import { useInsight } from '../insight/words';
import { Button } from '../kit';

/** D2: steps from seeing a post to buying. No dashboard shows them: the creator counts. */
export function StepsForm({ steps, onSteps }: { steps: number | null; onSteps: (steps: number | null) => void }) {
  const { words } = useInsight();
  const id = useId();
  const stored = steps === null ? '' : String(steps);
  const [draft, setDraft] = useState(stored);
  useEffect(() => setDraft(stored), [stored]);
  const number = Number(draft);
  const valid = draft === '' || (Number.isInteger(number) && number >= 1 && number <= 100);
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onSteps(draft === '' ? null : number);
      }}
    >
      <label class="field-label" for={id}>
        {words.steps}
      </label>
      <div class="row">
        <input
          id={id}
          class="input input-number"
          inputMode="numeric"
          value={draft}
          aria-invalid={!valid}
          onInput={(event) => setDraft(event.currentTarget.value.trim())}
        />
        <span class="muted">{words.stepsUnit}</span>
        <Button small submit disabled={!valid}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
