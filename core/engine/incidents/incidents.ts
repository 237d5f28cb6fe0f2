/** Incidents (E6): clocks, and which quarter still wants its drill (E7). */
import { dayIn } from '../../history/clock';
import { worstFirst } from '../../model/level';
import type { KnownPost } from '../../model/post';
import type { Report } from '../../model/report';
import { ANOMALY_DAYS, INCIDENT_CLASSES, type Incident, type IncidentClass } from '../../model/workspace/objects';
import type { Clock, IncidentCandidate, IncidentView } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { incidentDeadlines } from '../compliance';

const DAY = 86_400_000;

function clock(due: number, doneAt: string | null, now: number): Clock {
  const state = doneAt !== null ? (Date.parse(doneAt) <= due ? 'done' : 'late') : now <= due ? 'open' : 'overdue';
  return { due: new Date(due).toISOString(), doneAt, state };
}

/** How long "at once" may take before it is called overdue, in ms: the plan's time for adjusting (A4). */
const atOnce = (plan: Plan) => plan.alerts.adjustWithinMinutes * 60_000;

export function incidentView(incident: Incident, plan: Plan, now: number): IncidentView {
  const opened = Date.parse(incident.openedAt);
  // A green incident (a drill, a note) keeps the clocks of a yellow one.
  const due = incidentDeadlines(incident.level === 'green' ? 'yellow' : incident.level, opened, plan);
  const firstStep =
    incident.steps
      .map(({ doneAt }) => doneAt)
      .filter((at) => at !== null)
      .sort()[0] ?? incident.feedbackAt;
  const act = Math.max(due?.act ?? opened, opened + atOnce(plan));
  return {
    incident,
    state: incident.closing ? 'closed' : incident.solvedAt ? 'solved' : 'open',
    clocks: {
      act: clock(act, firstStep ?? incident.solvedAt, now),
      feedback: clock(due?.feedback ?? opened, incident.feedbackAt ?? incident.solvedAt, now),
      solve: clock(due?.solved ?? opened, incident.solvedAt, now),
    },
  };
}

/** `2026-Q2` of a local day. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;

/** The class whose drill is next: the one drilled longest ago. Null when this quarter's drills are done. */
export function drillDue(incidents: readonly Incident[], plan: Plan, now: number, zone: string): IncidentClass | null {
  const drills = incidents.filter(({ source }) => source.from === 'drill');
  const quarter = quarterOf(dayIn(now, zone));
  const done = drills.filter(({ openedAt }) => quarterOf(dayIn(Date.parse(openedAt), zone)) === quarter).length;
  if (done >= plan.compliance.drillsPerQuarter) return null;
  const last = (kind: IncidentClass) =>
    drills.filter((drill) => drill.class === kind).reduce((latest, { openedAt }) => Math.max(latest, Date.parse(openedAt)), 0);
  return (
    [...INCIDENT_CLASSES].sort((a, b) => last(a) - last(b) || INCIDENT_CLASSES.indexOf(a) - INCIDENT_CLASSES.indexOf(b))[0] ??
    null
  );
}

/** Findings of published posts, and anomalies of the last month, that no incident was opened from yet. Red first, newest first. */
export function incidentCandidates(
  incidents: readonly Incident[],
  report: Report | null,
  posts: readonly KnownPost[],
  now: number,
): IncidentCandidate[] {
  if (!report) return [];
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const known = new Set(incidents.map(({ source }) => `${source.post ?? ''}|${source.rule ?? ''}`));
  const findings = report.compliance.posts.flatMap(({ post, findings: own }): IncidentCandidate[] => {
    const title = byKey.get(post)?.post.title ?? post;
    return own
      .filter(({ level, rule }) => level !== 'green' && !known.has(`${post}|${rule}`))
      .map(({ rule, level, text, message, source }) => ({
        from: 'finding',
        post,
        rule,
        level,
        title,
        evidence: [title, ...(text === '' ? [] : [text]), message, `${source.title} ${source.article}`.trim()],
      }));
  });
  const anomalies = report.growth.flatMap(({ keys, anomalies: own }) =>
    own
      .filter(({ kind, at }) => kind !== 'gap' && Date.parse(at) > now - ANOMALY_DAYS * DAY)
      .flatMap(({ post, kind, at, statement }): IncidentCandidate[] => {
        const key = post === null ? null : (keys[post] ?? null);
        const rule = `${kind}@${at}`;
        if (known.has(`${key ?? ''}|${rule}`)) return [];
        const title = key === null ? '' : (byKey.get(key)?.post.title ?? key);
        return [
          { from: 'anomaly', post: key, rule, level: 'yellow', title, evidence: [...(title === '' ? [] : [title]), statement] },
        ];
      }),
  );
  const when = ({ post }: IncidentCandidate) => Date.parse((post !== null && byKey.get(post)?.post.publishedAt) || '') || 0;
  const distinct = new Map([...findings, ...anomalies].map((one) => [`${one.post}|${one.rule}`, one]));
  return [...distinct.values()].sort(
    (a, b) => worstFirst(a, b) || when(b) - when(a) || ((a.rule ?? '') < (b.rule ?? '') ? -1 : 1),
  );
}
