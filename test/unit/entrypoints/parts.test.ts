/** A part of the content script is asked for until it is there: without it a list is not read at all. */
import { expect, it, vi } from 'vitest';
import type { PartName } from '../../../core/messages';

const sendMessage = vi.fn();
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));
const { put, putSurely } = await import('../../../entrypoints/dashboard.content/parts');

/** Asks from a list: `false` throws. Gives the pauses that were made. */
async function asked(answers: boolean[], goesOn: (asks: number) => boolean = () => true) {
  const pauses: number[] = [];
  let asks = 0;
  const ask = async (name: PartName) => {
    asks += 1;
    if (!answers.shift()) throw new Error(`no ${name}`);
  };
  const there = await putSurely(
    'table',
    () => goesOn(asks),
    ask,
    async (ms) => void pauses.push(ms),
  );
  return { there, asks, pauses };
}

it('a part that does not come is asked for again, ever less often, until it is there', async () => {
  expect(await asked([true])).toEqual({ there: true, asks: 1, pauses: [] });
  expect(await asked([...Array(7).fill(false), true])).toEqual({
    there: true,
    asks: 8,
    pauses: [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
  });
});

it('who has left asks no more, and is not told that it is there', async () => {
  expect(await asked([false, false, true], (asks) => asks < 2)).toMatchObject({ there: false, asks: 2 });
  expect(await asked([true], (asks) => asks === 0)).toMatchObject({ there: false, asks: 1 });
});

it('a refusal, an answer of nothing, a broken channel and no answer at all are no part', async () => {
  vi.useFakeTimers();
  try {
    sendMessage.mockResolvedValueOnce({ ok: true });
    await expect(put('text')).resolves.toBeUndefined();
    sendMessage.mockResolvedValueOnce({ ok: false });
    await expect(put('text')).rejects.toThrow('no text');
    sendMessage.mockResolvedValueOnce(undefined);
    await expect(put('text')).rejects.toThrow('no text');
    sendMessage.mockRejectedValueOnce(new Error('the message channel closed'));
    await expect(put('text')).rejects.toThrow('closed');
    sendMessage.mockReturnValueOnce(new Promise(() => {}));
    const never = expect(put('text')).rejects.toThrow('no text');
    await vi.advanceTimersByTimeAsync(10_000);
    await never;
  } finally {
    vi.useRealTimers();
  }
});
