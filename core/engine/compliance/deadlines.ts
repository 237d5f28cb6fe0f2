/** Deadlines of an incident (E6). Apart from the rules, so that the background can know them without carrying those. */
import type { Level } from '../../model/report';
import type { Plan } from '../../plan/plan';

const HOUR = 3_600_000;
/** When the stages of an incident are due (section 1): at once for red, feedback and solution by the plan's hours. Null: no incident. */
export function incidentDeadlines(
  level: Level,
  openedAt: number,
  plan: Plan,
): { act: number; feedback: number; solved: number } | null {
  if (level === 'green') return null;
  const feedback = openedAt + plan.compliance.feedbackHours * HOUR;
  return { act: level === 'red' ? openedAt : feedback, feedback, solved: openedAt + plan.compliance.solveHours * HOUR };
}
