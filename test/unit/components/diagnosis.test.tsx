// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { Diagnosis } from '../../../components/growth/Diagnosis';
import { StepsForm } from '../../../components/growth/StepsForm';
import type { DiagnosisCard } from '../../../core/model/report-parts';
import { drawInsight } from './insight';

afterEach(cleanup);

const card = (id: DiagnosisCard['id'], value: number | null): DiagnosisCard => ({
  id,
  own: {
    value: value === null ? null : { value, low: null, high: null },
    why: { formula: `growth.${id}`, inputs: {}, posts: [], have: value === null ? 0 : 1, need: 1, missing: [] },
  },
  benchmark: null,
  state: value === null ? 'unknown' : 'good',
  statement: `${id}: ${value}`,
});

function Page() {
  const [steps, setSteps] = useState<number | null>(null);
  return (
    <Diagnosis cards={[card('completionRate', null), card('stepsToConvert', steps), card('accountLife', 12)]} keys={[]}>
      <StepsForm steps={steps} onSteps={setSteps} />
    </Diagnosis>
  );
}

it('the form of the steps stays where it is when they become known, and keeps the focus', () => {
  drawInsight(<Page />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  field.focus();
  fireEvent.input(field, { target: { value: '3' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('stepsToConvert: 3')).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('3');
  const unknown = screen.getByRole('heading', { name: 'Not known yet: 1' }).parentElement as HTMLElement;
  expect(within(unknown).queryByRole('textbox')).toBeNull();
});
