/** One matter, one card: leaves out what a more specific rule says already (`assets/rules/prefer.ts`). */
import { PREFER } from '../../../assets/rules/prefer';
import { SEVERITY } from '../../model/level';
import type { Level } from '../../model/report';

interface Spoken {
  rule: string;
  level: Level;
  start: number;
  end: number;
  /** Decided by the creator's answers alone, whatever the words. */
  wordless?: boolean | undefined;
  /** Not found by words of the rule. */
  alike?: string | undefined;
}

/** By the silent rule: who silences it, and where. */
const SILENCERS = new Map<string, { by: string; where: (typeof PREFER)[number][2] }[]>();
for (const [by, silent, where] of PREFER) {
  const list = SILENCERS.get(silent) ?? [];
  list.push({ by, where });
  SILENCERS.set(silent, list);
}

export function mostSpecific<T extends Spoken>(findings: readonly T[]): T[] {
  if (findings.length < 2) return [...findings];
  const silenced = (one: T): boolean =>
    (SILENCERS.get(one.rule) ?? []).some(({ by, where }) =>
      findings.some(
        (other) =>
          other.rule === by &&
          !other.wordless &&
          !one.wordless &&
          // A likeness silences nothing.
          !other.alike &&
          other.level !== 'green' &&
          SEVERITY[other.level] >= SEVERITY[one.level] &&
          (where === 'text' || (other.start < one.end && one.start < other.end)),
      ),
    );
  return findings.filter((one) => !silenced(one));
}
