// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { forgetBesideTheStore } from '../../../entrypoints/lib/beside';

const { clear } = vi.hoisted(() => ({ clear: vi.fn(async () => {}) }));
vi.mock('wxt/browser', () => ({ browser: { storage: { local: { clear } } } }));

const left = async () => [(await indexedDB.databases()).map(({ name }) => name), localStorage.length, clear.mock.calls.length];

beforeEach(async () => {
  clear.mockClear();
  localStorage.setItem('chosen', 'douyin|A');
  const db = await openDB('post-almanac-folder', 1, { upgrade: (fresh) => void fresh.createObjectStore('handles') });
  await db.put('handles', 'Backups', 'backup');
  db.close();
});

it('leaves nothing beside the store when everything is removed', async () => {
  await forgetBesideTheStore('');
  expect(await left()).toEqual([[], 0, 1]);
});
it('leaves what is the creator’s own when the sample is removed', async () => {
  await forgetBesideTheStore('?sample');
  expect(await left()).toEqual([['post-almanac-folder'], 1, 0]);
});
