import {
  CalendarDays,
  CircleCheck,
  ClipboardList,
  FlaskConical,
  Goal,
  type LucideIcon,
  Siren,
  Telescope,
  Users,
  Wallet,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Disclosure, Note } from '../kit';
import { useWords } from '../words';
import { PLAN_SECTIONS, type PlanSection, usePlan } from './context';
import { DueList } from './DueList';

const ICONS: Record<PlanSection, LucideIcon> = {
  calendar: CalendarDays,
  goals: Goal,
  experiments: FlaskConical,
  reviews: ClipboardList,
  money: Wallet,
  incidents: Siren,
  team: Users,
  outside: Telescope,
};

/** The frame of the plan: what is due, in the open on its first part alone, and its parts as addresses (`#plan/goals`). */
export function PlanView({ section, children }: { section: PlanSection; children: ComponentChildren }) {
  const { p, workspace, clock } = usePlan();
  const { f } = useWords();
  const due = (
    <DueList items={workspace.due} words={p.due} link={(target) => `#plan/${target}`} hour={(at) => clock.toWall(at).slice(11)} />
  );
  return (
    <div class="stack-wide plan">
      <div class="stack-tight no-print">
        <h1>{p.title}</h1>
        <p class="muted">{p.text}</p>
      </div>
      {workspace.unreadable.length > 0 && (
        <Note kind="warn">{p.unreadable(workspace.unreadable.map(({ kind, problem }) => `${kind}: ${problem}`))}</Note>
      )}
      {section === PLAN_SECTIONS[0] ? (
        <section class="no-print stack-tight" aria-labelledby="due-title">
          <h2 id="due-title" class="section-title">
            {p.due.title}
          </h2>
          {workspace.due.length === 0 ? (
            <p class="row small muted">
              <CircleCheck size={15} aria-hidden="true" />
              {p.due.none}
            </p>
          ) : (
            due
          )}
        </section>
      ) : (
        workspace.due.length > 0 && (
          <div class="no-print">
            <Disclosure summary={f.aside(p.due.title, f.number(workspace.due.length))}>{due}</Disclosure>
          </div>
        )
      )}
      <nav class="part-nav no-print" aria-label={p.nav}>
        <ul class="row">
          {PLAN_SECTIONS.map((id) => {
            const Icon = ICONS[id];
            return (
              <li key={id}>
                <a href={`#plan/${id}`} aria-current={id === section ? 'page' : undefined}>
                  <Icon size={16} aria-hidden="true" />
                  {p.sections[id]}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      {children}
    </div>
  );
}
