import { Coins, Flag, FlaskConical } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { capital } from '../../assets/locales/capital';
import type { SlotTestTexts } from '../../assets/locales/en/slot-test';
import type { SlotTestReport, TimingReport } from '../../core/model/report';
import { joinWindows } from '../../core/model/windows';
import { Button, Disclosure, Select } from '../kit';
import { Confirm } from '../kit/dialog';
import { useWords } from '../words';
import { detectableLift } from './sample-size';

type Hours = SlotTestReport['windows']['a'];
type Arm = 'a' | 'b';

/** A test as it is kept, as far as the screen shows it. */
export interface ShownTest {
  id: string;
  windows: Record<Arm, Hours>;
  largestPosts: number;
  endedAt?: string | undefined;
  /** What it was decided to be, and when (ISO 8601). */
  decided?: (Pick<SlotTestReport, 'pairs' | 'eValue' | 'lift' | 'verdict'> & { at: string }) | undefined;
  assignments: { arm: Arm; post: string | null }[];
}

export interface SlotTestsProps {
  words: SlotTestTexts;
  timing: TimingReport;
  tests: readonly ShownTest[];
  /** Newest posts that no test holds yet. */
  posts: readonly { key: string; title: string /** ISO 8601. */; at: string | null }[];
  onPlan: (windows: Record<Arm, Hours>, largestPosts: number) => void;
  onToss: (id: string) => void;
  onMade: (id: string, post: string) => void;
  onEnd: (id: string) => void;
}

/** Plan a test, toss for the next post, say which post it was, see what came out. One test of a unit runs at a time. */
export function SlotTests({ words, timing, tests, posts, onPlan, onToss, onMade, onEnd }: SlotTestsProps) {
  const reported = new Map([...(timing.tests ?? []), ...tests.flatMap(decidedOf)].map((test) => [test.id, test]));
  const isOver = (test: ShownTest) =>
    test.endedAt !== undefined || !['running', undefined].includes(reported.get(test.id)?.verdict);
  const running = tests.find((test) => !isOver(test));
  const over = tests.filter(isOver);
  const [planning, setPlanning] = useState(false);
  const settled = timing.state === 'confirmed' && !running;
  return (
    <section class="section stack-tight" aria-labelledby="slot-test-title">
      <h2 id="slot-test-title">{settled ? words.settled : words.title}</h2>
      {running ? (
        <Running
          words={words}
          test={running}
          report={reported.get(running.id) ?? null}
          posts={posts}
          onToss={onToss}
          onMade={onMade}
          onEnd={onEnd}
        />
      ) : (
        <>
          <p class="small muted">{settled ? words.again : words.text}</p>
          {planning ? (
            <Plan
              words={words}
              timing={timing}
              onPlan={(windows, largestPosts) => {
                setPlanning(false);
                onPlan(windows, largestPosts);
              }}
              onCancel={() => setPlanning(false)}
            />
          ) : (
            <div>
              <Button small icon={FlaskConical} onClick={() => setPlanning(true)}>
                {words.plan}
              </Button>
            </div>
          )}
        </>
      )}
      {over.length > 0 && (
        <Disclosure summary={words.earlier}>
          <ul class="stack-tight">
            {over.map((test) => (
              <li key={test.id}>
                <Result words={words} test={test} report={reported.get(test.id) ?? null} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** What is kept as decided stands, whatever the posts of the test say later. */
const decidedOf = ({ id, windows, decided }: ShownTest): SlotTestReport[] => {
  if (!decided) return [];
  const { at, ...decision } = decided;
  return [{ id, windows, ...decision, decidedAt: at }];
};

const LENGTHS = ['24', '40', '60', '80'] as const;
const idOf = ({ days, startHour, endHour }: Hours) => `${days} ${startHour} ${endHour}`;

/** What is named as good, neighbours as one, then the windows of the report; the day in three-hour blocks where there are none yet. */
function choices({ windows }: TimingReport): Hours[] {
  const all = windows.map(({ days, startHour, endHour }) => ({ days, startHour, endHour }));
  const named = joinWindows(windows.filter(({ recommended }) => recommended));
  if (all.length > 0) return [...named.filter((one) => !all.some((other) => idOf(other) === idOf(one))), ...all];
  return Array.from({ length: 8 }, (_, i) => ({ days: 'all' as const, startHour: 3 * i, endHour: 3 * i + 3 }));
}

/** What to test first: what is named, else what is to be tried next, else the lean. Against it: the window used most. */
function firstChoice(timing: TimingReport, offered: readonly Hours[]): Record<Arm, Hours> {
  const known = (window: Hours | undefined) => window && offered.find((other) => idOf(other) === idOf(window));
  const [named] = joinWindows(timing.windows.filter(({ recommended }) => recommended));
  const a = known(named) ?? known(timing.next.window) ?? offered.find(({ startHour }) => startHour >= 17) ?? offered[0];
  const used = timing.windows.toSorted((one, two) => two.posts - one.posts).find((window) => a && !overlap(window, a));
  const b = known(used) ?? offered.find((window) => a && !overlap(window, a));
  return { a: a as Hours, b: b as Hours };
}

/** Whether one moment can lie in both. */
export function overlap(one: Hours, two: Hours): boolean {
  if (one.days !== 'all' && two.days !== 'all' && one.days !== two.days) return false;
  const hours = ({ startHour, endHour }: Hours) =>
    Array.from({ length: (endHour - startHour + 24) % 24 || 24 }, (_, i) => (startHour + i) % 24);
  const first = new Set(hours(one));
  return hours(two).some((hour) => first.has(hour));
}

function Plan({
  words,
  timing,
  onPlan,
  onCancel,
}: Pick<SlotTestsProps, 'words' | 'timing' | 'onPlan'> & { onCancel: () => void }) {
  const { f } = useWords();
  const offered = choices(timing);
  const [chosen, setChosen] = useState(() => firstChoice(timing, offered));
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('40');
  const spread = timing.why?.spread;
  const same = idOf(chosen.a) === idOf(chosen.b);
  const clash = !same && overlap(chosen.a, chosen.b);
  const pick = (arm: Arm) => (
    <Select
      label={words[arm]}
      value={idOf(chosen[arm])}
      options={offered.map((window) => ({ value: idOf(window), label: f.windowShort(window) }))}
      onChange={(id) => setChosen({ ...chosen, [arm]: offered.find((window) => idOf(window) === id) ?? chosen[arm] })}
    />
  );
  return (
    <div class="card card-quiet stack-tight">
      <div class="row">
        {pick('a')}
        {pick('b')}
      </div>
      <Select
        label={words.length}
        value={length}
        options={LENGTHS.map((value) => ({ value, label: words.lengthOption(f.number(Number(value))) }))}
        onChange={setLength}
      />
      {spread !== undefined && (
        <p class="small muted">
          {f.sentences(
            words.sees(f.number(Number(length)), f.lift(detectableLift(Number(length), spread))),
            words.spread(f.number(Number(spread.toPrecision(2)))),
          )}
        </p>
      )}
      <p class="small muted">{words.fixed}</p>
      {(same || clash) && <p role="alert">{same ? words.same : words.overlap}</p>}
      <div class="row">
        <Button kind="primary" small disabled={same || clash} onClick={() => onPlan(chosen, Number(length))}>
          {words.start}
        </Button>
        <Button small onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

interface RunningProps extends Pick<SlotTestsProps, 'words' | 'posts' | 'onToss' | 'onMade' | 'onEnd'> {
  test: ShownTest;
  report: SlotTestReport | null;
}

function Running({ words, test, report, posts, onToss, onMade, onEnd }: RunningProps) {
  const { f } = useWords();
  const [ending, setEnding] = useState(false);
  const last = test.assignments.at(-1);
  const waiting = last?.post === null ? last : null;
  const full = test.assignments.length >= test.largestPosts;
  return (
    <div class="card stack-tight">
      <p>
        <strong>{words.running(f.window(test.windows.a), f.window(test.windows.b))}</strong>
      </p>
      <p class="small muted">{words.progress(f.number(report?.pairs ?? 0), f.number(test.largestPosts))}</p>
      {waiting ? (
        <>
          <p>{(test.assignments.length % 2 === 0 ? words.turn : words.tossed)(f.window(test.windows[waiting.arm]))}</p>
          {posts.length > 0 ? (
            <>
              <p class="small">{words.which}</p>
              <ul class="stack-tight">
                {posts.map(({ key, title, at }) => (
                  <li key={key}>
                    <Button small onClick={() => onMade(test.id, key)}>
                      {title ? words.was(title) : words.wasUntitled(f.published(at, 'minute') ?? '')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p class="small muted">{words.noPost}</p>
          )}
        </>
      ) : (
        !full && (
          <div>
            <Button small kind="primary" icon={Coins} onClick={() => onToss(test.id)}>
              {words.toss}
            </Button>
          </div>
        )
      )}
      {report && <Figures words={words} report={report} />}
      <div>
        <Button small kind="plain" icon={Flag} onClick={() => setEnding(true)}>
          {words.end}
        </Button>
      </div>
      {ending && (
        <Confirm
          title={words.end}
          text={words.endText}
          action={words.end}
          onConfirm={() => onEnd(test.id)}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  );
}

/** What is over, and was not decided before, will not be: a report from before the end still calls it running. */
function Result({ words, test, report }: Pick<RunningProps, 'words' | 'test' | 'report'>) {
  const { f } = useWords();
  const [a, b] = [f.window(test.windows.a), f.window(test.windows.b)];
  const verdict = words.verdicts[report && report.verdict !== 'running' ? report.verdict : 'undecided'];
  return (
    <>
      <p>{typeof verdict === 'string' ? verdict : verdict(a, b)}</p>
      <p class="small muted">
        {a} · {b} · {words.pairs(report?.pairs ?? 0, f.number(report?.pairs ?? 0))}
        {report?.decidedAt && ` · ${words.decidedAt(f.date(Date.parse(report.decidedAt)))}`}
      </p>
      {report && <Figures words={words} report={report} over />}
    </>
  );
}

function Figures({ words, report, over = false }: { words: SlotTestTexts; report: SlotTestReport; over?: boolean }) {
  const { f } = useWords();
  if (!report.lift) return null;
  const evidence = f.number(Number(report.eValue.toPrecision(2)));
  return (
    <p class="small muted">
      {f.sentences(
        words.lift(capital(f.window(report.windows.a)), f.window(report.windows.b), f.liftRange(report.lift)),
        report.decidedAt ? words.decidedBy(evidence) : !over && words.stillOpen,
      )}
    </p>
  );
}
