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
  const [problem, setProblem] = useState<Problem | null>(null);
  const tries = useRef(0);
  const run = async (work: () => Promise<unknown>, done: string) => {
    setProblem(null);
    try {
      await work();
      setMessage(done);
    } catch (error) {
      setProblem(problemOf(error));
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
          problem={problem}
          onTry={onTry}
          onAdd={(rule) => void run(() => ask('putRule', { ...rule, id: newId() }), words.added)}
          onRemove={(id) => void run(() => ask('removeRule', { id }), words.removed)}
        />
      )}
    </Loaded>
  );
}
