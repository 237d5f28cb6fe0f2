import { expect, it, vi } from 'vitest';
import type { MarksAnswer } from '../../../core/messages';
import type { Mark } from '../../../core/model/marks';
import type { Reading } from '../../../core/model/reading';
import { MarkBook } from '../../../entrypoints/dashboard.content/mark-book';

const reading = (title: string) =>
  ({
    platform: 'douyin',
    account: null,
    post: { id: null, title, publishedAt: '2026-06-01T10:00:00+08:00', publishedPrecision: 'minute' },
  }) as Reading;
const mark = (level: Mark['level']): Mark => ({ bands: null, level, findings: [], pace: null, trend: null });

it('asks once for each post, and again after the report has changed, showing the old answer meanwhile', async () => {
  let level: Mark['level'] = 'red';
  const ask = vi.fn(
    async ({ posts }: { posts: { title: string }[] }): Promise<MarksAnswer> => ({
      marks: posts.map(({ title }) => (title === 'unknown' ? null : mark(level))),
    }),
  );
  const book = new MarkBook(ask, () => {});
  const rows = [reading('a'), reading('unknown')];
  await book.wish(rows);
  await book.wish(rows);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(book.of(rows[0] as Reading)?.level).toBe('red');
  expect(book.of(rows[1] as Reading)).toBeNull();

  level = 'green';
  book.forget();
  expect(book.of(rows[0] as Reading)?.level).toBe('red');
  await book.wish([...rows, reading('b')]);
  expect(book.of(rows[0] as Reading)?.level).toBe('green');
  expect(ask).toHaveBeenCalledTimes(2);
});

it('asks for a long list in parts', async () => {
  const ask = vi.fn(async ({ posts }: { posts: unknown[] }): Promise<MarksAnswer> => ({ marks: posts.map(() => mark('red')) }));
  const book = new MarkBook(ask, () => {});
  const rows = Array.from({ length: 230 }, (_, at) => reading(`post ${at}`));
  await book.wish(rows);
  expect(ask.mock.calls.map(([{ posts }]) => posts.length)).toEqual([100, 100, 30]);
  expect(rows.every((row) => book.of(row))).toBe(true);
});

it('without an answer it knows nothing and asks again at the next look', async () => {
  const ask = vi.fn(async (): Promise<MarksAnswer> => Promise.reject(new Error('asleep')));
  const book = new MarkBook(ask, () => {});
  await book.wish([reading('a')]);
  expect(book.of(reading('a'))).toBeNull();
  await book.wish([reading('a')]);
  expect(ask).toHaveBeenCalledTimes(2);
});
