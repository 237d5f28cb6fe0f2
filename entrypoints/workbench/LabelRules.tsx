import { useRef, useState } from 'preact/hooks';
import type { RuleTexts } from '../../assets/locales/en/rules';
import type { Problem } from '../../components/data';
import { Loaded } from '../../components/kit';
import { RulesView } from '../../components/workbench/RulesView';
import type { LabelRule } from '../../core/model/labels';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';

/** Older rules first: the order of their ids is the order in which they are asked. */
const newId = () => `${Date.now().toString(36).padStart(9, '0')}-${Math.random().toString(36).slice(2, 8)}`;

export function LabelRules({ words }: { words: RuleTexts }) {
  const { ask } = useApp();
  const answer = useAnswer('rules', null);
  const [trial, setTrial] = useState<{ posts: number; examples: string[] } | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ problem: Problem; again: () => void } | null>(null);
  const tries = useRef(0);
  /** Resolves once the work is done, at the first try or at one the creator asks for. */
  const run = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setFailed(null);
    try {
      await work();
      setMessage(done);
    } catch (error) {
      await new Promise<void>((again) => setFailed({ problem: problemOf(error), again }));
      await run(work, done);
    }
  };
  const onTry = (when: LabelRule['when'] | null) => {
    tries.current += 1;
    const mine = tries.current;
    if (!when) {
      setTrial(null);
      return;
    }
    ask('tryRule', { when }).then(
      (found) => mine === tries.current && setTrial(found),
      () => mine === tries.current && setTrial(null),
    );
  };
  return (
    <Loaded of={answer.state} onRetry={answer.retry}>
      {(found) => (
        <RulesView
          words={words}
          {...found}
          trial={trial}
          message={message}
          problem={failed?.problem ?? null}
          onTry={onTry}
          onAdd={(rule) => run(() => ask('putRule', { ...rule, id: newId() }), words.added)}
          onRemove={(id) => void run(() => ask('removeRule', { id }), words.removed)}
          onRetry={() => failed?.again()}
        />
      )}
    </Loaded>
  );
}
