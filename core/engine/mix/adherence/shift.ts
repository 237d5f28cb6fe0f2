/**
 * The planned shares of C2 may follow what does well: at most a small step in four weeks, towards a kind that very likely does better,
 * from the one that least likely does; no kind falls below a floor. A proposal: only the creator changes the plan.
 */
import { KINDS, type Kind } from '../../../model/labels';
import type { KindsShift } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import { mixtureCdf } from '../effects/model';
import type { UnitEffects } from '../effects/result';
import type { MixTexts } from '../texts';

const LIKELY = 0.9;
const WORTH = Math.log(1.05);
const DAY_MS = 86_400_000;

/** What one unit's posts say of one kind. Plain data: kept with the unit. */
export interface KindEvidence {
  kind: Kind;
  /** P(better than the account's average by 5 % or more). */
  better: number;
  /** Told to the creator as doing better: it passed every gate. */
  told: boolean;
}

export function kindEvidence(effects: UnitEffects | null): KindEvidence[] {
  const levels = effects?.factors.find(({ factor }) => factor === 'kind')?.levels ?? [];
  return levels.flatMap(({ id, effect, advice }) => {
    const kind = KINDS.find((one) => one === id);
    return kind && effect ? [{ kind, better: 1 - mixtureCdf(effect, WORTH), told: advice === 'more' }] : [];
  });
}

/** `units`: largest first; the first that speaks for a kind is heard. */
export function shiftOf(
  units: readonly { unit: string; kinds: readonly KindEvidence[] }[],
  plan: Plan,
  now: number,
  words: MixTexts,
): KindsShift | null {
  const { kinds, kindsShift, kindsMovedAt } = plan.content;
  if (kindsMovedAt && now - Date.parse(kindsMovedAt) < kindsShift.days * DAY_MS) return null;
  for (const { unit, kinds: evidence } of units) {
    const best = evidence.filter(({ told, better }) => told && better >= LIKELY).sort((a, b) => b.better - a.better)[0];
    if (!best) continue;
    const chance = (kind: Kind) => evidence.find((one) => one.kind === kind)?.better ?? 0.5;
    const from = KINDS.filter((kind) => kind !== best.kind && kinds[kind] - kindsShift.floor > 1e-9).sort(
      (a, b) => chance(a) - chance(b) || kinds[b] - kinds[a],
    )[0];
    if (!from) continue;
    const step = Math.min(kindsShift.step, kinds[from] - kindsShift.floor);
    const moved = { ...kinds, [best.kind]: kinds[best.kind] + step, [from]: kinds[from] - step };
    return {
      to: best.kind,
      from,
      kinds: moved,
      probability: best.better,
      unit,
      statement: words.shift(best.kind, kinds[best.kind], moved[best.kind], from, moved[from]),
    };
  }
  return null;
}
