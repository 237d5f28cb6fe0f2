// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { type BackupProps, BackupView } from '../../../components/workbench/BackupView';
import { draw } from './harness';

afterEach(cleanup);

const nothing = () => {};
const account = (platform: 'douyin' | 'youtube', name: string) => ({
  platform,
  account: name,
  seenAs: [name],
  posts: 3,
  coverage: [],
  lastSeenAt: null,
});
const backup = (more: Partial<BackupProps>) =>
  draw(
    <BackupView
      accounts={[account('douyin', 'A'), account('douyin', 'B'), account('youtube', 'C')] as never}
      last={null}
      now={0}
      busy={null}
      message={null}
      failed={null}
      restore={null}
      every={0}
      folder={null}
      onEvery={nothing}
      onFolder={nothing}
      onForgetFolder={nothing}
      onSave={nothing}
      onChoose={nothing}
      onRestore={nothing}
      onForget={nothing}
      onRemove={nothing}
      onCancel={nothing}
      onRetry={nothing}
      {...more}
    />,
  );

it('removes one platform with all its accounts; one account is its platform', () => {
  const onRemove = vi.fn();
  backup({ onRemove });
  expect(screen.queryByRole('button', { name: 'Remove YouTube' })).toBeNull();
  expect(screen.getByText('Douyin: all 2 accounts').parentElement?.textContent).toContain('6 posts');
  fireEvent.click(screen.getByRole('button', { name: 'Remove Douyin: all 2 accounts' }));
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
  expect(onRemove).toHaveBeenCalledWith({ platform: 'douyin' });
});

it('says why records of a backup are left out: once for all lines of a reason, and the first reasons', () => {
  const refused = (reason: (at: number) => string) =>
    Array.from({ length: 30 }, (_, at) => ({ line: at + 7, reason: reason(at) }));
  const shown = (lines: ReturnType<typeof refused>) =>
    backup({ restore: { file: 'a.json.gz', app: '0.1.0', fresh: 1, same: 0, conflicting: 0, refused: lines, settings: [] } });
  shown(refused(() => 'name: Invalid input'));
  expect(screen.getByText('Not readable and left out: 30')).toBeTruthy();
  expect(screen.getByText('Lines 7–36: “name” does not hold what belongs there')).toBeTruthy();
  cleanup();
  shown(refused((at) => `unknown kind of record: kind ${at}`));
  expect(screen.getByText('Line 7: This version does not know records of the kind “kind 0”')).toBeTruthy();
  expect(screen.queryByText(/kind 29/)).toBeNull();
  expect(screen.getByText('and 10 more')).toBeTruthy();
  cleanup();
  // Different in the schema's own words, alike for a creator.
  shown(refused((at) => (at % 2 ? 'record: Invalid input' : 'expected object')));
  expect(screen.getByText('Lines 7–36: The content does not fit this kind of record')).toBeTruthy();
});

it('names the settings that it leaves out, the first few and shortened', () => {
  const settings = ['density', 'x'.repeat(20_000), ...Array.from({ length: 30 }, (_, at) => `more ${at}`)];
  backup({ restore: { file: 'a.json.gz', app: '9.0.0', fresh: 1, same: 0, conflicting: 0, refused: [], settings } });
  const said = screen.getByText(/^Settings that this version does not know or take: density/).textContent ?? '';
  expect(said).toMatch(/: density, x+…x+, more 0, more 1,? (?:and )?more 2\./);
  expect(said.length).toBeLessThan(250);
});

it('says what failed and tries the same again', () => {
  const onRetry = vi.fn();
  backup({ failed: { work: 'reading', problem: { key: 'failed', detail: 'checksum' } }, onRetry });
  const alert = screen.getByRole('alert');
  expect(within(alert).getByRole('heading').textContent).toBe('This backup could not be read');
  fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  cleanup();
  backup({ failed: { work: 'saving', problem: { key: 'quota' } } });
  expect(screen.getByRole('alert').textContent).toContain('The browser has no room left');
});
