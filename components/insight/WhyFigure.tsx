import type { ComponentChildren } from 'preact';
import { METRIC_NAMES, type MetricName } from '../../core/model/metrics';
import type { Why } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { Disclosure } from '../kit';
import { useWords } from '../words';
import { PostsBehind } from './PostsBehind';
import { useInsight } from './words';

/** What `have` and `need` count, by formula. Those that are not here have nothing to count. */
const COUNTED: Readonly<Record<string, 'posts' | 'weights' | 'weeks' | 'looks'>> = {
  'mix.kinds': 'posts',
  'mix.pillars': 'posts',
  'mix.focus': 'posts',
  'mix.commercial': 'posts',
  'mix.sensitive': 'posts',
  'mix.zone': 'posts',
  'mix.trust': 'posts',
  'mix.effect': 'posts',
  'mix.retention': 'posts',
  'mix.portfolio': 'posts',
  'mix.topicConsistency': 'posts',
  'mix.appointments': 'weeks',
  'score.engagement': 'posts',
  'score.quality': 'posts',
  'score.honesty': 'posts',
  'score.total': 'weights',
  'growth.stage': 'posts',
  'growth.depth': 'posts',
  'growth.elasticity': 'posts',
  'growth.concentration': 'posts',
  'growth.anomaly': 'posts',
  'growth.level': 'posts',
  'growth.qualityShare': 'posts',
  'growth.completionRate': 'posts',
  'growth.kpi': 'weights',
  'growth.followers': 'looks',
};

interface WhyFigureProps {
  why: Why;
  /** The keys that the indices of `why.posts` point into. */
  keys: readonly string[];
  /** What it is the reason of, where several stand close together. */
  of?: string;
  /** Figures of the statistics, for who asks. */
  children?: ComponentChildren;
  /** There is no figure: the reason is of its absence. */
  unknown?: boolean;
}

/** "Why this number": the formula in a sentence, what went in, what is missing, and the posts behind it. */
export function WhyFigure({ why, keys, of, unknown, children }: WhyFigureProps) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const behind = why.posts.flatMap((index) => keys[index] ?? []);
  const inputs = Object.entries(why.inputs).filter(([, value]) => value !== '');
  const counted = COUNTED[why.formula];
  // What is not known has no reason, it lacks something.
  const summary = why.missing.length > 0 ? t.timing.missing : unknown ? words.whyUnknown : t.common.whyThis;
  return (
    <Disclosure summary={of ? words.whyOf(summary, of) : summary}>
      <div class="stack-tight">
        {why.missing.length > 0 && (
          <ul class="checklist">
            {why.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p>{words.formulas[why.formula]}</p>
        {why.need > 0 && counted && (
          <p class="small muted number">{words.counted[counted](f.number(why.have), f.number(why.need))}</p>
        )}
        {inputs.length > 0 && (
          <DataTable
            caption={words.inputs}
            head={[words.input, words.value]}
            rows={inputs.map(([name, value]) => ({
              id: name,
              cells: [<InputName key="name" name={name} />, <InputValue key="value" name={name} value={value} />],
            }))}
          />
        )}
        {children}
        <PostsBehind keys={behind} />
      </div>
    </Disclosure>
  );
}

/** The reasons of several figures that stand together, behind one link. */
export function WhyFigures({ whys, keys }: { whys: readonly { why: Why; of: string }[]; keys: readonly string[] }) {
  const { t } = useWords('panel');
  const { words } = useInsight();
  const [first, ...more] = whys;
  if (!first) return null;
  if (more.length === 0) return <WhyFigure {...first} keys={keys} />;
  return (
    <Disclosure summary={whys.every(({ why }) => why.missing.length > 0) ? t.timing.missing : words.reasons}>
      <div class="stack-tight">
        {whys.map(({ why, of }) => (
          <WhyFigure key={of} why={why} keys={keys} of={of} />
        ))}
      </div>
    </Disclosure>
  );
}

const isMetric = (name: string): name is MetricName => (METRIC_NAMES as readonly string[]).includes(name);

/** The name of an input or of a measure in the creator's language. */
export function useInputName(): (name: string) => string {
  const { t } = useWords('panel');
  const { words } = useInsight();
  return (name) => words.inputNames[name] ?? (isMetric(name) ? t.metrics[name] : name);
}

function InputName({ name }: { name: string }) {
  return <>{useInputName()(name)}</>;
}

/** Inputs that are shares, written as per cent. */
const SHARES = new Set(['paid', 'share', 'audienceMatch', 'age', 'gender', 'region']);

function InputValue({ name, value }: { name: string; value: number | string }) {
  const { f } = useWords();
  const nameOf = useInputName();
  if (typeof value === 'string') return <>{f.list(value.split(', ').map(nameOf))}</>;
  if (SHARES.has(name) && value <= 1) return <>{f.share(value)}</>;
  return <>{f.number(value)}</>;
}
