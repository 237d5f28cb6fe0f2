/** Units of the report (`platform|account|format`) for the screens. */
import type { Report, TimingReport, UnitSummary } from '../../core/model/report';

/** An account name may itself hold a bar: the first and the last one count. */
export function partsOfUnit(unit: string): { platform: string; account: string; format: string } {
  const [first, last] = [unit.indexOf('|'), unit.lastIndexOf('|')];
  return {
    platform: unit.slice(0, first),
    account: unit.slice(first + 1, Math.max(first + 1, last)),
    format: unit.slice(last + 1),
  };
}

export function unitsOf(report: Report): { summary: UnitSummary; timing: TimingReport }[] {
  const timing = new Map(report.timing.map((entry) => [entry.unit, entry]));
  return report.units.flatMap((summary) => {
    const entry = timing.get(summary.unit);
    return entry ? [{ summary, timing: entry }] : [];
  });
}
