// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch } from '../../../entrypoints/dashboard.content/watch';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main></main><footer></footer>';
});
let ending = new AbortController();
afterEach(() => {
  ending.abort();
  ending = new AbortController();
  vi.useRealTimers();
});

const part = (name: string) => document.querySelector(name) as HTMLElement;
/** Watches a page whose list is in `main`; each look answers whether there is news. */
function watching(news: () => boolean) {
  const look = vi.fn(news);
  watch({
    roots: () => [document.body],
    look,
    concerns: ({ target }) => part('main').contains(target as Node),
    signal: ending.signal,
  });
  return look;
}
/** The page ticks elsewhere, 20 times a second. */
async function tick(seconds: number) {
  for (let at = 0; at < seconds * 20; at++) {
    part('footer').textContent = String(Math.random());
    await vi.advanceTimersByTimeAsync(50);
  }
}

test('a page that ticks elsewhere is looked at ever less often', async () => {
  const look = watching(() => false);
  await tick(1);
  expect(look).toHaveBeenCalledTimes(1);
  await tick(60);
  expect(look.mock.calls.length).toBeLessThanOrEqual(7);
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(4);
});

test('a change of the list is looked at soon, however patient the watch has become', async () => {
  const look = watching(() => false);
  await tick(60);
  const before = look.mock.calls.length;
  part('main').append('a post');
  await vi.advanceTimersByTimeAsync(300);
  expect(look).toHaveBeenCalledTimes(before + 1);
});

test('a change elsewhere that brought something new makes it watchful again', async () => {
  let news = false;
  const look = watching(() => news);
  await tick(60);
  news = true;
  await tick(17);
  const before = look.mock.calls.length;
  await tick(10);
  expect(look.mock.calls.length - before).toBeGreaterThanOrEqual(8);
});
