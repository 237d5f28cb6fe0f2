import { useId, useState } from 'preact/hooks';
import type { Level } from '../../core/model/report';
import { type ReviewRecord, type ReviewStep, reviewState } from '../../core/model/review';
import { Button, Disclosure } from '../kit';
import { useWords } from '../words';

export type NewReview = Pick<ReviewRecord, 'who' | 'passed' | 'why'> & { step: 'self' | 'second' };

interface ReviewProps {
  /** What the check says; null while it has not looked. */
  level: Level | null;
  /** What the creator and a second person said, oldest first. */
  records: readonly ReviewRecord[];
  onReview: (review: NewReview) => void;
}

/** Who looked at a post, when, with what result and why: the check, the creator, a second person if there is one. */
export function ReviewSteps({ level, records, onReview }: ReviewProps) {
  const { t, f } = useWords('panel');
  // The check has spoken; a person decides what follows from it.
  const { state, next } = reviewState([{ step: 'system', who: '', when: 0, passed: true, why: '' }, ...records]);
  const step = (next ?? 'second') as ReviewStep;
  return (
    <Disclosure summary={f.said(t.checks.review.title, t.checks.review.states[state])}>
      <div class="stack-tight">
        <ol class="stack-tight">
          {level && <li class="small">{t.checks.review.system(t.levelsShort[level])}</li>}
          {records.map(({ step, who, when, passed, why }) => (
            <li key={when} class="small">
              {f.said(t.checks.review.steps[step], t.checks.review.done(who, f.date(when), passed))}
              {why && ` – ${why}`}
            </li>
          ))}
        </ol>
        {step !== 'system' && <ReviewForm key={`${step}${records.length}`} step={step} onReview={onReview} />}
      </div>
    </Disclosure>
  );
}

function ReviewForm({ step, onReview }: { step: 'self' | 'second'; onReview: ReviewProps['onReview'] }) {
  const { t, f } = useWords('panel');
  const [who, setWho] = useState('');
  const [why, setWhy] = useState('');
  const id = useId();
  const say = (passed: boolean) => onReview({ step, who: who.trim(), passed, why: why.trim() });
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">
        {step === 'second' ? f.aside(t.checks.review.steps[step], t.checks.review.optional) : t.checks.review.steps[step]}
      </legend>
      <div class="field">
        <label for={`${id}-who`}>{t.checks.review.who}</label>
        <input id={`${id}-who`} class="input" maxLength={80} value={who} onInput={(event) => setWho(event.currentTarget.value)} />
      </div>
      <div class="field">
        <label for={`${id}-why`}>{t.checks.review.why}</label>
        <input
          id={`${id}-why`}
          class="input"
          maxLength={1000}
          value={why}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <Button small disabled={!who.trim()} onClick={() => say(true)}>
          {t.checks.review.pass}
        </Button>
        <Button small disabled={!who.trim()} onClick={() => say(false)}>
          {t.checks.review.hold}
        </Button>
      </div>
    </fieldset>
  );
}
