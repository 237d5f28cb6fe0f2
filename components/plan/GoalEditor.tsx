import { GOAL_MEASURES, type Goal } from '../../core/model/workspace/objects';
import { Button, Select } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Field, FormDialog, numberOf, OwnerSelect, ScopeSelect, useDraft } from './fields';
import { missingText, useGoalFigure } from './goal-words';
import { addMonths } from './month';

/** Summed up from posts that are old enough to compare. */
const OF_POSTS: readonly Goal['measure'][] = ['views', 'interactions'];

interface Draft extends Omit<Goal, 'target' | 'baseline'> {
  target: string;
}

/** A goal that is there, or a new one. The baseline is what the figure was when the goal was set; it is never recomputed. */
export function GoalEditor({ goal, onClose }: { goal?: Goal; onClose: () => void }) {
  const { f } = useWords();
  const { p, d, workspace, today, now, act } = usePlan();
  const figure = useGoalFigure();
  const [draft, change] = useDraft<Draft>(
    goal
      ? { ...goal, target: String(goal.target) }
      : {
          id: act.newId(),
          platform: null,
          account: null,
          measure: 'views',
          name: '',
          target: '',
          startedAt: now,
          due: inMonths(today, 3),
          entries: [],
        },
  );
  const money = draft.measure === 'revenue' || draft.measure === 'revenueScenes' || draft.measure === 'roi';
  const currencies = [...new Set(workspace.records.money.map(({ currency }) => currency))].sort();
  const currency = money ? (draft.currency ?? currencies[0]) : undefined;
  const known = workspace.measures.find(
    ({ scope, measure, currency: of }) =>
      measure === draft.measure &&
      (money ? of === currency : scope.platform === draft.platform && scope.account === draft.account),
  );
  const current = known?.current ?? null;
  const target = numberOf(draft.target);
  const percent = draft.measure === 'completionRate' || draft.measure === 'roi';
  const counted = (value: string, count: number) => p.goals.units[draft.measure]?.(value, count) ?? value;
  const said = (value: string) =>
    known?.asOf && OF_POSTS.includes(draft.measure) ? p.goals.nowOfPosts(value, d.day(known.asOf)) : p.goals.now(value);
  return (
    <FormDialog
      title={goal ? p.goals.edit : p.goals.add}
      disabled={target === null || draft.due === ''}
      onClose={onClose}
      onRemove={goal ? () => act.remove('goal', goal.id) : undefined}
      onSave={() => {
        if (target === null) return;
        act.put('goal', {
          ...draft,
          ...(currency ? { currency } : {}),
          target,
          baseline: goal ? goal.baseline : draft.measure === 'entered' ? null : current,
        });
      }}
    >
      {!goal && (
        <fieldset class="stack-tight">
          <legend class="field-label">{p.goals.templates}</legend>
          <div class="row">
            {workspace.templates.map((template) => (
              <Button
                key={`${template.measure}${template.months}`}
                small
                onClick={() => {
                  const base = workspace.measures.find(
                    ({ scope, measure }) =>
                      measure === template.measure && (template.measure !== 'followers' || scope.account !== null),
                  );
                  const from = base?.current ?? null;
                  const level = template.relative ? (from === null ? null : from * (1 + template.target)) : template.target;
                  change({
                    measure: template.measure,
                    name: template.measure === 'entered' ? p.goals.templateNames[template.of] : '',
                    platform: base?.scope.platform ?? null,
                    account: base?.scope.account ?? null,
                    due: inMonths(today, template.months),
                    target: level === null ? '' : String(level >= 100 ? Math.round(level) : level),
                  });
                }}
              >
                {p.goals.template(p.goals.templateNames[template.of], template.months, template.relative, template.target)}
              </Button>
            ))}
          </div>
          <p class="small muted">{p.goals.templateText}</p>
        </fieldset>
      )}
      <div class="form-row">
        <Select
          label={p.goals.measure}
          value={draft.measure}
          options={GOAL_MEASURES.map((value) => ({ value, label: p.measures[value] }))}
          onChange={(measure) => !goal && change({ measure })}
        />
        {!money && (
          <ScopeSelect label={p.common.account} value={draft} all={p.common.everything} onChange={(scope) => change(scope)} />
        )}
        {money && (
          <Select
            label={p.money.currency}
            value={currency ?? ''}
            options={
              currencies.length > 0 ? currencies.map((value) => ({ value, label: value })) : [{ value: '', label: p.common.none }]
            }
            onChange={(value) => change({ currency: value })}
          />
        )}
      </div>
      <Field
        label={p.goals.name}
        value={draft.name}
        required={draft.measure === 'entered'}
        onInput={(name) => change({ name })}
      />
      {draft.measure !== 'entered' && !goal && (
        <p class="small number">
          {current === null
            ? f.sentences(p.goals.nowUnknown, known?.missing && missingText(p, known.missing))
            : said(counted(figure({ ...draft, currency }, current), current))}
        </p>
      )}
      <div class="form-row">
        <Field
          label={p.goals.target}
          type="number"
          required
          value={draft.target}
          hint={percent ? p.goals.shareHint : undefined}
          onInput={(value) => change({ target: value })}
        />
        <Field label={p.goals.due} type="date" required value={draft.due} onInput={(due) => change({ due })} />
      </div>
      <OwnerSelect value={draft.owner} onChange={(owner) => change({ owner })} />
      {goal && (
        <div class="row">
          <Button
            small
            onClick={() => {
              const { closedAt, ...rest } = goal;
              act.put('goal', closedAt ? rest : { ...goal, closedAt: now });
              onClose();
            }}
          >
            {goal.closedAt ? p.goals.reopen : p.goals.lay}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

/** The same day so many months later, at most the month's last. */
function inMonths(day: string, months: number): string {
  const month = addMonths(day.slice(0, 7), months);
  const last = new Date(Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(8, 10);
  return `${month}-${day.slice(8) < last ? day.slice(8) : last}`;
}
