import { describe, expect, it } from 'vitest';
import { settled } from '../../bench/bench';

describe('a benchmark that waits', () => {
  const never = () => new Promise<never>(() => undefined);
  /** What Node calls when it has nothing left to do. */
  const ended = (before: readonly unknown[]) => process.listeners('beforeExit').filter((listener) => !before.includes(listener));

  it('is told when nothing is left that could settle it', async () => {
    const before = process.listeners('beforeExit');
    const waiting = settled(never());
    const [end] = ended(before);
    end?.(0);
    await expect(waiting).rejects.toThrow('never came');
    expect(ended(before)).toEqual([]);
  });

  it('is told when its time is up', async () => {
    await expect(settled(never(), 1)).rejects.toThrow('nothing came in');
  });

  it('gives what came, and leaves nothing behind', async () => {
    const before = process.listeners('beforeExit');
    await expect(settled(Promise.resolve(3))).resolves.toBe(3);
    await expect(settled(Promise.reject(new Error('its own')))).rejects.toThrow('its own');
    expect(ended(before)).toEqual([]);
  });
});
