import { describe, expect, it } from 'vitest';
import { lessOfTen, moreOfFive } from '../../../../assets/locales/en/mix';
import { inTurn } from '../../../../core/engine/mix/adherence/in-turn';
import { aboutOf } from '../../../../core/engine/mix/suggest';
import { contentOnly } from './content-only';
import { goldenAccounts } from './golden-accounts';

describe('what is asked for', () => {
  it('is more than is made now, and never more than there are places', () => {
    for (let made = 0; made <= 20; made++) {
      const asked = moreOfFive({ made, of: 20 });
      expect(asked).toBeGreaterThanOrEqual(2);
      expect(asked).toBeLessThanOrEqual(5);
      if (made < 20) expect(asked / 5).toBeGreaterThan(made / 20);
    }
  });
  it('is less than is made now', () => {
    for (let made = 1; made <= 20; made++)
      for (const sure of [true, false]) expect(lessOfTen({ made, of: 20 }, sure)).toBeLessThan(Math.max(1, made / 2) + 0.5);
  });
  it('comes round evenly', () => {
    expect(inTurn(['a', 'a', 'a', 'b', 'b', 'c'])).toEqual(['a', 'b', 'a', 'c', 'b', 'a']);
    expect(inTurn([])).toEqual([]);
  });
  it('is asked of the account it is about, whatever its name holds', () => {
    expect(aboutOf('douyin|a|b|video')).toEqual({ platform: 'douyin', account: 'a|b', unit: 'douyin|a|b|video' });
  });
  it('never misses a topic that it says should rest', () => {
    for (const account of goldenAccounts()) {
      for (const { adherence } of contentOnly(account, 'en').mix) {
        const resting = adherence.zones.topics.filter(({ zone }) => zone === 'retire').map(({ topic }) => topic);
        const missed = adherence.pillars.checklist.find(({ id }) => id === 'everyPillar')?.topics ?? [];
        expect(missed.filter((topic) => resting.includes(topic))).toEqual([]);
      }
    }
  });
});
