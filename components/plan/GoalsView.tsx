import { Goal as GoalIcon, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Goal } from '../../core/model/workspace/objects';
import type { GoalView } from '../../core/model/workspace/view';
import { LineChart } from '../charts/LineChart';
import { marksOf, SeasonNote } from '../charts/SeasonNote';
import { Button, Empty } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Field, numberOf } from './fields';
import { GoalEditor } from './GoalEditor';
import { isShare, missingText, useGoalFigure } from './goal-words';

export function GoalsView() {
  const { p, workspace } = usePlan();
  const [open, setOpen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const opened = workspace.goals.find(({ goal }) => goal.id === open);
  return (
    <section class="stack" aria-labelledby="goals-title">
      <div class="row-apart wrap">
        <h2 id="goals-title">{p.sections.goals}</h2>
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {p.goals.add}
        </Button>
      </div>
      {workspace.goals.length === 0 && <Empty icon={GoalIcon} {...p.goals.empty} />}
      {workspace.goals.map((view) => (
        <GoalCard key={view.goal.id} view={view} onOpen={() => setOpen(view.goal.id)} />
      ))}
      {opened && <GoalEditor key={opened.goal.id} goal={opened.goal} onClose={() => setOpen(null)} />}
      {creating && <GoalEditor onClose={() => setCreating(false)} />}
    </section>
  );
}

const at = (day: string) => Date.parse(`${day}T12:00:00`);

function GoalCard({ view, onOpen }: { view: GoalView; onOpen: () => void }) {
  const { f } = useWords();
  const { p, d } = usePlan();
  const figure = useGoalFigure();
  const { goal, current, asOf, forecast, state, pace, daysLeft, missing, trajectory } = view;
  const counted = (value: number) => p.goals.units[goal.measure]?.(figure(goal, value), value) ?? figure(goal, value);
  const name = goal.name || p.measures[goal.measure];
  const way =
    current !== null && goal.baseline !== null && goal.target !== goal.baseline
      ? Math.min(1, Math.max(0, (current - goal.baseline) / (goal.target - goal.baseline)))
      : null;
  const last = trajectory.at(-1);
  const marks = marksOf(view.seasons, at(trajectory[0]?.day ?? goal.due), at(forecast || !last ? goal.due : last.day));
  return (
    <article class="card stack" aria-label={name}>
      <div class="row-apart wrap">
        <h3>{name}</h3>
        <span class={`tag goal-${state}`}>{p.goals.states[state]}</span>
      </div>
      <p class="goal-line number">
        {p.goals.line(current === null ? null : counted(current), counted(goal.target), d.day(goal.due), daysLeft)}
      </p>
      {way !== null && <progress class="progress" max={1} value={way} aria-label={p.goals.way(f.share(way))} />}
      <ul class="stack-tight small number">
        <li>
          {f.sentences(
            goal.baseline === null ? p.goals.noBaseline : p.goals.baseline(counted(goal.baseline)),
            asOf !== null && p.goals.asOf(d.day(asOf)),
          )}
        </li>
        {forecast && (
          <li>
            <strong>{p.goals.range(figure(goal, forecast.low), counted(forecast.high))}</strong>
            {p.goals.reach(Math.round(100 * forecast.reach))}
          </li>
        )}
        {pace && asOf !== null && (
          <li>
            {f.sentences(
              p.goals.pace(counted(pace.needed), d.day(asOf)),
              pace.recent !== null && p.goals.recentPace(counted(Math.abs(pace.recent)), Math.sign(pace.recent)),
              pace.forecast !== null &&
                pace.newest !== null &&
                p.goals.heading(pace.forecast, counted(Math.abs(pace.newest)), Math.sign(pace.newest)),
            )}
          </li>
        )}
        {missing && <li class="muted">{missingText(p, missing)}</li>}
      </ul>
      {trajectory.length > 1 && last && (
        <>
          <LineChart
            marks={marks}
            name={p.goals.chart(name)}
            format={(value) => figure(goal, value)}
            axis={isShare(goal) ? f.share : undefined}
            dots={trajectory.length < 40}
            series={[
              { id: 'past', label: p.goals.past, points: trajectory.map(({ day, value }) => ({ at: at(day), value })) },
              ...(forecast
                ? [
                    {
                      id: 'ahead',
                      label: p.goals.ahead,
                      points: [
                        { at: at(last.day), value: last.value, low: last.value, high: last.value },
                        // What is uncertain grows with the root of the time.
                        ...[0.25, 0.5, 0.75, 1].map((share) => ({
                          at: at(last.day) + share * (at(goal.due) - at(last.day)),
                          value: last.value + share * (forecast.median - last.value),
                          low:
                            last.value +
                            share * (forecast.median - last.value) -
                            Math.sqrt(share) * (forecast.median - forecast.low),
                          high:
                            last.value +
                            share * (forecast.median - last.value) +
                            Math.sqrt(share) * (forecast.high - forecast.median),
                        })),
                      ],
                    },
                  ]
                : []),
              {
                id: 'target',
                label: p.goals.target,
                points: [
                  { at: at(trajectory[0]?.day ?? last.day), value: goal.target },
                  { at: at(goal.due), value: goal.target },
                ],
              },
            ]}
          />
          <SeasonNote marks={marks} lines />
        </>
      )}
      {goal.measure === 'entered' && <EntryForm goal={goal} />}
      <div class="row">
        <Button small onClick={onOpen}>
          {p.common.edit}
        </Button>
      </div>
    </article>
  );
}

function EntryForm({ goal }: { goal: Goal }) {
  const { p, today, act } = usePlan();
  const [day, setDay] = useState(today);
  const [value, setValue] = useState('');
  return (
    <form
      class="form-row"
      onSubmit={(event) => {
        event.preventDefault();
        const number = numberOf(value);
        if (number === null || day === '') return;
        const entries = [...goal.entries.filter((entry) => entry.day !== day), { day, value: number }].sort((a, b) =>
          a.day < b.day ? -1 : 1,
        );
        act.put('goal', { ...goal, entries });
        setValue('');
      }}
    >
      <Field label={p.common.day} type="date" value={day} required onInput={setDay} />
      <Field label={p.goals.value} type="number" value={value} required onInput={setValue} />
      <Button submit>{p.goals.note}</Button>
    </form>
  );
}
