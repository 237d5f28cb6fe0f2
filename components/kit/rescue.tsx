/** The way out when the stored data cannot be opened: a copy of it as it lies there. */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Problem } from '../data';
import { useWords } from '../words';
import { Button } from './buttons';

/** Saves the copy and answers its name; null where there is nothing to copy from. */
export const Rescue = createContext<(() => Promise<string>) | null>(null);

/** Problems after which the store does not open, whatever is tried. */
const LOCKED: readonly Problem['key'][] = ['migration', 'newer', 'damaged'];

export function RescueButton({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const save = useContext(Rescue);
  const [said, setSaid] = useState<string | null>(null);
  if (!save || !LOCKED.includes(problem.key)) return null;
  const onClick = () => {
    setSaid(t.problems.rawCopy.saving);
    save().then(
      (name) => setSaid(t.problems.rawCopy.saved(name)),
      (error: unknown) => setSaid(t.problems.rawCopy.failed(error instanceof Error ? error.message : String(error))),
    );
  };
  return (
    <div class="stack-tight">
      <p class="muted">{t.problems.rawCopy.text}</p>
      <div>
        <Button onClick={onClick}>{t.problems.rawCopy.save}</Button>
      </div>
      <p class="small" role="status">
        {said}
      </p>
    </div>
  );
}
