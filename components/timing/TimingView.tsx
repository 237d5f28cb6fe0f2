import {
  CalendarDays,
  CalendarPlus,
  CircleDashed,
  CircleHelp,
  Equal,
  type LucideIcon,
  ShieldCheck,
  Sprout,
  Telescope,
} from 'lucide-preact';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { isMetricName } from '../../core/model/metrics';
import { FORMATS } from '../../core/model/reading';
import type { Lift, TimingReport, TimingState, TimingWindow, UnitSummary } from '../../core/model/report';
import { partsOfUnit } from '../../core/model/unit-name';
import { joinWindows } from '../../core/model/windows';
import { EffectChart } from '../charts/EffectChart';
import { WeekChart } from '../charts/WeekChart';
import { Button, Check, Choice, Disclosure, Empty, Note } from '../kit';
import { StartButtons } from '../kit/start';
import { formatOfUnit } from '../today/TodayView';
import { type TextsOf, useWords } from '../words';
import type { WeekTimes } from './week';

const STATE_ICONS: Record<TimingState, LucideIcon> = {
  insufficient: CircleDashed,
  no_effect_seen: Equal,
  inconclusive: CircleHelp,
  hint: Telescope,
  supported: CalendarDays,
  confirmed: ShieldCheck,
};
/** States that name windows to the creator. */
const NAMED: readonly TimingState[] = ['hint', 'supported', 'confirmed'];
/** Those among them that are findings. */
const SOLID: readonly TimingState[] = ['supported', 'confirmed'];
/** What keeps topics out of the windows, where posts are labelled. */
const TOPICS: readonly string[] = ['pillar', 'series'];

export interface TimingProps {
  units: { summary: UnitSummary; timing: TimingReport }[];
  /** Publish times by unit: the posts themselves are not part of the report. */
  times: Readonly<Record<string, WeekTimes>>;
  onCalendar: (unit: string, windows: TimingWindow[]) => void;
  /** The tests of a unit, planned and run. */
  tests?: FunctionComponent<{ timing: TimingReport }>;
}

export function TimingView({ units, times, onCalendar, tests }: TimingProps) {
  const { t } = useWords('panel');
  const sorted = units.toSorted((a, b) => b.summary.posts - a.summary.posts);
  const [chosen, setChosen] = useState<string | null>(null);
  const unit = sorted.find(({ summary }) => summary.unit === chosen) ?? sorted[0];
  if (!unit)
    return (
      <Empty icon={Sprout} {...t.timing.none}>
        <StartButtons />
      </Empty>
    );
  return (
    <div class="stack">
      {sorted.length > 1 && (
        <Choice
          legend={t.timing.unit}
          hideLegend
          value={unit.summary.unit}
          options={sorted.map(({ summary }) => ({
            value: summary.unit,
            label: formatOfUnit(summary.unit, t.formats, t.allFormats),
          }))}
          onChange={setChosen}
        />
      )}
      <Unit key={unit.summary.unit} {...unit} times={times[unit.summary.unit] ?? null} onCalendar={onCalendar} tests={tests} />
    </div>
  );
}

interface UnitProps {
  summary: UnitSummary;
  timing: TimingReport;
  times: WeekTimes | null;
  onCalendar: TimingProps['onCalendar'];
  tests: TimingProps['tests'];
}

function Unit({ summary, timing, times, onCalendar, tests: Tests }: UnitProps) {
  const { t } = useWords('panel');
  const solid = SOLID.includes(timing.state);
  return (
    <>
      <Verdict summary={summary} timing={timing} onCalendar={onCalendar} />
      {timing.next.text && !timing.missing.includes(timing.next.text) && (
        <section class="section" aria-labelledby="next-title">
          <h2 id="next-title">{t.timing.next}</h2>
          <p>{timing.next.text}</p>
        </section>
      )}
      {timing.missing.length > 0 && (
        <section class="section" aria-labelledby="missing-title">
          <h2 id="missing-title">{t.timing.missing}</h2>
          <ul class="checklist">
            {timing.missing.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      )}
      {Tests && timing.why && <Tests timing={timing} />}
      {timing.lean && timing.state !== 'no_effect_seen' && !recommendedOf(timing).length && (
        <Lean timing={timing} onCalendar={onCalendar} />
      )}
      {times && <Week week={times} />}
      {timing.windows.length > 0 && timing.state !== 'insufficient' && (
        <section class="section stack-tight" aria-labelledby="effects-title">
          <h2 id="effects-title">{t.timing.effects}</h2>
          <p class="small muted">{t.timing.effectsNote}</p>
          <EffectChart windows={timing.windows} solid={solid} />
          {solid && <Below timing={timing} />}
        </section>
      )}
      <Why summary={summary} timing={timing} />
    </>
  );
}

const recommendedOf = ({ state, windows }: TimingReport) =>
  NAMED.includes(state) ? windows.filter(({ recommended }) => recommended) : [];

function Verdict({
  summary,
  timing,
  onCalendar,
}: {
  summary: UnitSummary;
  timing: TimingReport;
  onCalendar: TimingProps['onCalendar'];
}) {
  const { t, f } = useWords('panel');
  const Icon = STATE_ICONS[timing.state];
  const windows = recommendedOf(timing);
  const joined = joinWindows(windows);
  const alone = timing.state === 'supported' && joined.length === 1;
  const measure = measureOf(timing, t);
  const likely = f.liftRange(span(windows.map(({ lift }) => lift)));
  const solid = SOLID.includes(timing.state);
  return (
    <section class={`card verdict verdict-${timing.state}`} aria-labelledby="verdict-title">
      <span class="verdict-state">
        <Icon size={16} aria-hidden="true" />
        {t.timing.states[timing.state]}
      </span>
      <h2 id="verdict-title" class="verdict-title">
        {timing.state === 'hint' && windows.length > 0
          ? t.common.hint(f.windows(windows))
          : alone
            ? t.timing.alone
            : t.timing.verdicts[timing.state]}
      </h2>
      {solid && (
        <>
          <ul class="window-set">
            {joined.map((window) => (
              <li key={`${window.days}${window.startHour}`} class="window-chip">
                {f.window(window)}
              </li>
            ))}
          </ul>
          {timing.state === 'supported' && windows.length > 0 && (
            <p>{alone ? t.timing.aloneText(measure, likely) : t.timing.anyOf(measure, likely)}</p>
          )}
          {timing.tested?.map(({ window, against, lift }) => (
            <p key={`${window.days}${window.startHour}-${against.days}${against.startHour}`}>
              {t.timing.tested(f.window(window), f.window(against), measure, f.liftRange(lift))}
            </p>
          ))}
        </>
      )}
      {timing.state === 'hint' && windows.length > 0 && (
        <p>
          {t.timing.hintRange(
            measure,
            f.liftRange(span(windows.map(({ lift, withTopics }) => withTopics ?? lift))),
            timing.why?.adjustedFor.some((name) => TOPICS.includes(name)) ?? false,
          )}
        </p>
      )}
      {timing.state === 'inconclusive' && timing.windows.length > 0 && (
        <p>{t.timing.couldBe(f.window(best(timing.windows)), measure, f.liftRange(best(timing.windows).lift))}</p>
      )}
      {timing.state === 'insufficient' && timing.missing.length === 0 && (
        <p>{t.timing.mature(f.number(summary.mature), t.common.posts(summary.posts, f.number(summary.posts)))}</p>
      )}
      <p class="small muted">
        {f.sentences(
          timing.state !== 'insufficient' &&
            t.timing.basis(
              t.common.posts(summary.mature, f.number(summary.mature)),
              t.common.weeks(summary.weeks, f.number(summary.weeks)),
            ),
          t.timing.zone(f.zone(timing.zone)),
        )}
      </p>
      {windows.length > 0 && (
        <div>
          <Button small icon={CalendarPlus} onClick={() => onCalendar(timing.unit, windows)}>
            {t.timing.calendar}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is compared: `Views`, `播放`; empty where it has no name. */
function measureOf({ outcome, unit }: TimingReport, t: TextsOf['panel']): string {
  const metric = outcome.split('@')[0] ?? '';
  const { platform, format } = partsOfUnit(unit);
  if (metric === 'views') return t.viewsOf(platform, FORMATS.find((one) => one === format) ?? null);
  return isMetricName(metric) ? t.metrics[metric] : '';
}

/** One range that holds all of a set: from the lowest low to the highest high. */
const span = (lifts: readonly Lift[]) => ({
  low: Math.min(...lifts.map(({ low }) => low)),
  median: lifts[0]?.median ?? 0,
  high: Math.max(...lifts.map(({ high }) => high)),
});
/** The window whose middle is highest: "could be anywhere from … to …". */
const best = (windows: readonly TimingWindow[]) =>
  windows.reduce((first, window) => (window.lift.median > first.lift.median ? window : first));

/** Windows that lie wholly below the usual times: seen in the bars, so said; no window is judged by it. */
function Below({ timing }: { timing: TimingReport }) {
  const { t, f } = useWords('panel');
  const windows = timing.windows.filter(({ lift }) => lift.high < 0);
  if (windows.length === 0) return null;
  return (
    <p class="small muted">
      {t.timing.below(f.windows(windows), measureOf(timing, t), f.liftRange(span(windows.map(({ lift }) => lift))))}
    </p>
  );
}

/** Worded and drawn as a default: dashed, without the accent of a finding. */
function Lean({ timing, onCalendar }: { timing: TimingReport; onCalendar: TimingProps['onCalendar'] }) {
  const { t, f } = useWords('panel');
  if (!timing.lean?.windows.length) return null;
  const { windows, lift } = timing.lean;
  return (
    <section class="card card-quiet stack-tight" aria-labelledby="lean-title">
      <h2 id="lean-title" class="section-title">
        {t.timing.lean}
      </h2>
      <p class="lean-text">{t.timing.leanText(f.windows(windows))}</p>
      <p class="small muted">{t.timing.leanNote(measureOf(timing, t), f.liftRange(lift))}</p>
      <div>
        <Button small icon={CalendarPlus} onClick={() => onCalendar(timing.unit, windows)}>
          {t.timing.calendar}
        </Button>
      </div>
    </section>
  );
}

function Week({ week }: { week: WeekTimes }) {
  const { t, f } = useWords('panel');
  const [dots, setDots] = useState(false);
  return (
    <section class="section stack-tight" aria-labelledby="week-title">
      <h2 id="week-title">{t.timing.week}</h2>
      {week.counts.flat().every((count) => count === 0) ? (
        <Note>{t.timing.noHours}</Note>
      ) : (
        <>
          <p class="small muted">{t.timing.weekNote}</p>
          <WeekChart counts={week.counts} dots={week.dots} showDots={dots} />
          {week.withoutHour > 0 && (
            <p class="small faint">{t.timing.someWithoutHours(week.withoutHour, f.number(week.withoutHour))}</p>
          )}
          {week.dots.length > 0 && <Check label={t.timing.dots} checked={dots} onChange={setDots} />}
        </>
      )}
    </section>
  );
}

function Why({ summary, timing }: { summary: UnitSummary; timing: TimingReport }) {
  const { t, f } = useWords('panel');
  const measure = measureOf(timing, t);
  const { why } = timing;
  const allowedFor = why?.adjustedFor.map((name) => t.timing.adjustedNames[name]).filter((name) => name !== undefined) ?? [];
  return (
    <>
      <Disclosure summary={t.common.whyThis}>
        <div class="prose">
          {measure && <p>{t.timing.outcome(measure, f.horizon(summary.horizonHours))}</p>}
          <ul>
            {t.timing.whyText.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {allowedFor.length > 0 && <li>{t.timing.adjusted(allowedFor)}</li>}
            {why && <li>{t.timing.spread(f.number(Number(why.spread.toPrecision(2))))}</li>}
            {why?.ceiling && (
              <li>
                {t.timing.ceiling(f.horizon(about(why.ceiling.halfLifeHours)), f.lift(why.ceiling.lift), why.ceiling.measured)}
              </li>
            )}
            {why?.audienceCurve && <li>{t.timing.curve(why.audienceCurve.helps && why.audienceCurve.share >= 0.5)}</li>}
          </ul>
          {(timing.bayesFactor !== null || timing.permutationP !== null) && (
            <>
              <p>
                <strong>{t.timing.strengthOfEvidence}</strong>
              </p>
              <ul>
                {timing.bayesFactor !== null && <li>{t.timing.bayes(ratio(timing.bayesFactor, f.number))}</li>}
                {timing.permutationP !== null && <li>{t.timing.permutation(atLeast(timing.permutationP, f.share))}</li>}
              </ul>
            </>
          )}
        </div>
      </Disclosure>
      <Disclosure summary={t.timing.changes}>
        <div class="prose">
          <ul>
            {t.timing.changesText[timing.state].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </>
  );
}

/** Hours as one says them: 49 minutes as 0.8, 8.8 days as 9 days. */
const about = (hours: number) => (hours > 48 ? 24 * Math.round(hours / 24) : Number(hours.toPrecision(hours < 1 ? 1 : 2)));
/** Two digits are more than the evidence carries. */
const ratio = (value: number, number: (value: number) => string) =>
  value >= 1000 ? `> ${number(1000)}` : value < 0.1 ? '< 0.1' : number(Number(value.toPrecision(2)));
const atLeast = (p: number, share: (value: number) => string) => (p < 0.01 ? `< ${share(0.01)}` : share(p));
