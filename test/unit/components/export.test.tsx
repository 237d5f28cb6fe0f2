// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ExportView } from '../../../components/workbench/ExportView';
import { draw } from './harness';

afterEach(cleanup);

it('asks for the labels there are, and passes on the chosen ones', () => {
  const onSave = vi.fn();
  draw(
    <ExportView
      accounts={[{ platform: 'douyin', account: 'A', posts: 3, coverage: [] }] as never}
      labels={{ pillars: [], series: ['Diary'], labels: ['cheap', 'quick'] }}
      running={null}
      saved={null}
      problem={null}
      onSave={onSave}
      onCancel={() => {}}
    />,
  );
  expect(screen.queryByLabelText('Topic')).toBeNull();
  fireEvent.change(screen.getByLabelText('Own labels'), { target: { value: 'quick' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save file' }));
  expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ pillar: null, series: null, label: 'quick' }));
});
