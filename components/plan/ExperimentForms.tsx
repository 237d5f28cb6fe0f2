import { useState } from 'preact/hooks';
import type { ExperimentView } from '../../core/model/workspace/view';
import { Button, Select } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Field, numberOf } from './fields';

/** A swap on one post: which title or cover is up, and what it showed until it was changed. */
export function SwapForm({ view }: { view: ExperimentView }) {
  const { p, act, today } = usePlan();
  const [shown, setShown] = useState('');
  const [clicked, setClicked] = useState('');
  const [first] = useState(act.coin);
  const { experiment, nextArm } = view;
  const arm = nextArm ?? first;
  const [seen, clicks] = [numberOf(shown), numberOf(clicked)];
  const valid = seen !== null && clicks !== null && seen >= 1 && clicks >= 0 && clicks <= seen;
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        const period = { arm, day: today, shown: Math.round(seen), clicked: Math.round(clicks) };
        act.put('experiment', { ...experiment, periods: [...(experiment.periods ?? []), period] });
        setShown('');
        setClicked('');
      }}
    >
      <p>{p.experiments.swapNext(p.experiments.arms[arm], experiment.arms[arm])}</p>
      <div class="form-row">
        <Field label={p.experiments.shown} type="number" min={1} step={1} value={shown} onInput={setShown} />
        <Field label={p.experiments.clicked} type="number" min={0} step={1} value={clicked} onInput={setClicked} />
        <Button submit disabled={!valid}>
          {p.experiments.note(p.experiments.arms[arm])}
        </Button>
      </div>
    </form>
  );
}

/** The stretches noted so far. */
export function SwapPeriods({ view }: { view: ExperimentView }) {
  const { f } = useWords();
  const { p, d } = usePlan();
  const periods = view.experiment.periods ?? [];
  return (
    <table class="facts number amounts">
      <thead>
        <tr>
          <th scope="col">{p.experiments.arm}</th>
          <th scope="col">{p.common.day}</th>
          <th scope="col">{p.experiments.shown}</th>
          <th scope="col">{p.experiments.clicked}</th>
          <th scope="col">{p.experiments.rate}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ arm, day, shown, clicked }, at) => (
          <tr key={`${at}${day}`}>
            <th scope="row">{p.experiments.arms[arm]}</th>
            <td>{d.day(day)}</td>
            <td>{f.number(shown)}</td>
            <td>{f.number(clicked)}</td>
            <td>{d.figure((100 * clicked) / Math.max(1, shown))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the platform's own test said. */
export function ResultForm({ view }: { view: ExperimentView }) {
  const { p, act, today } = usePlan();
  const [winner, setWinner] = useState<'a' | 'b' | 'none'>('a');
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const share = (text: string) => {
    const value = numberOf(text);
    return value === null || value < 0 || value > 100 ? null : value / 100;
  };
  return (
    <form
      class="form-row"
      onSubmit={(event) => {
        event.preventDefault();
        act.put('experiment', { ...view.experiment, result: { winner, a: share(a), b: share(b), day: today } });
      }}
    >
      <Select
        label={p.experiments.winner}
        value={winner}
        options={(['a', 'b', 'none'] as const).map((value) => ({ value, label: p.experiments.winners[value] }))}
        onChange={setWinner}
      />
      <Field label={p.experiments.shareOfArm(p.experiments.arms.a)} type="number" min={0} value={a} onInput={setA} />
      <Field label={p.experiments.shareOfArm(p.experiments.arms.b)} type="number" min={0} value={b} onInput={setB} />
      <Button submit>{p.experiments.keepResult}</Button>
    </form>
  );
}
