/** Units of the report (`platform|account|format`) for the screens. */
import type { Report, TimingReport, UnitSummary } from '../../core/model/report';

export function unitsOf(report: Pick<Report, 'units' | 'timing'>): { summary: UnitSummary; timing: TimingReport }[] {
  const timing = new Map(report.timing.map((entry) => [entry.unit, entry]));
  return report.units.flatMap((summary) => {
    const entry = timing.get(summary.unit);
    return entry ? [{ summary, timing: entry }] : [];
  });
}
