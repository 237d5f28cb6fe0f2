import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../scripts/fuzz-options';

describe('what the fuzzer is told', () => {
  it('is minutes and a seed, or nothing', () => {
    expect(readOptions([])).toEqual({ minutes: 1, seed: 1, seeds: Infinity });
    expect(readOptions(['--seed', '7', '--minutes', '0.5'])).toEqual({ minutes: 0.5, seed: 7, seeds: Infinity });
    expect(readOptions(['--seed', 'any'], () => 1_780_300_800_123)).toEqual({ minutes: 1, seed: 300_800_123, seeds: Infinity });
    expect(readOptions(['--seeds', '800'])).toEqual({ minutes: Infinity, seed: 1, seeds: 800 });
  });
  it.each([
    [['--minutes', 'abc']],
    [['--minutes']],
    [['--minutes', '']],
    [['--minutes', '0']],
    [['--minutes', 'Infinity']],
    [['--seed', '1.5']],
    [['--seeds', '0']],
    [['--minute', '5']],
    [['5']],
  ])('is refused with a sentence: %j', (args) => expect(readOptions(args)).toMatch(/not understood/));
});
