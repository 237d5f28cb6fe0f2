import { Plus, Wallet } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type MoneyEntry, SCENE_RANKS } from '../../core/model/workspace/objects';
import type { MoneyShare, MoneySummary, MoneyYear, RoiRefusal } from '../../core/model/workspace/view';
import { DASH } from '../format';
import { Button, Disclosure, Empty, Note, Select } from '../kit';
import { FilePicker } from '../kit/files';
import { Sideways } from '../kit/sideways';
import { useWords } from '../words';
import { usePlan } from './context';
import { CurrencySelect } from './fields';
import { MoneyEditor } from './MoneyEditor';

/** Revenue by scene and cost by board, a month at a time, as entered: nothing is converted and nothing is guessed. */
export function MoneyView() {
  const { p, d, workspace, act } = usePlan();
  const { months, years, records } = workspace;
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<MoneyEntry | 'revenue' | 'cost' | null>(null);
  const [message, setMessage] = useState('');
  const [currency, setCurrency] = useState(months[0]?.currency ?? 'CNY');
  const names = [...new Set(months.map(({ month }) => month))];
  const month = chosen ?? names[0] ?? null;
  // One currency needs no naming: every amount carries its sign.
  const alone = new Set(months.map((one) => one.currency)).size === 1;
  const shown = months.filter((one) => one.month === month);
  const entries = records.money.filter(({ day }) => month !== null && day.startsWith(month));
  return (
    <section class="stack" aria-labelledby="money-title">
      <div class="row-apart wrap">
        <h2 id="money-title">{p.sections.money}</h2>
        <div class="row">
          <Button kind="primary" icon={Plus} onClick={() => setEditing('revenue')}>
            {p.money.addRevenue}
          </Button>
          <Button icon={Plus} onClick={() => setEditing('cost')}>
            {p.money.addCost}
          </Button>
        </div>
      </div>
      {month === null ? (
        <Empty icon={Wallet} {...p.money.empty} />
      ) : (
        <>
          <div class="form-row">
            <Select
              label={p.money.month}
              value={month}
              options={names.map((value) => ({ value, label: d.month(value) }))}
              onChange={setChosen}
            />
          </div>
          {shown.map((summary) => (
            <Month
              key={summary.currency}
              summary={summary}
              entries={entries.filter((entry) => entry.currency === summary.currency)}
              alone={alone}
            />
          ))}
          <Entries entries={entries} onOpen={setEditing} />
          {years.map((year) => (
            <Year key={year.currency} year={year} alone={alone} />
          ))}
          <Scenes />
        </>
      )}
      <div class="card stack">
        <h3>{p.money.file}</h3>
        <p class="small muted">{p.money.fileText}</p>
        <CurrencySelect label={p.money.fileCurrency} value={currency} onChange={setCurrency} />
        <FilePicker
          label={p.money.choose}
          accept=".csv,.tsv,.txt,text/csv"
          onFiles={([file]) => file && void act.readMoney(file, currency).then(setMessage)}
        />
        <p role="status" class="small">
          {message}
        </p>
      </div>
      {editing && <MoneyEditor of={editing} currency={currency} onClose={() => setEditing(null)} />}
    </section>
  );
}

/** From fewer entries than this, nothing is said of how a month keeps to the plan. */
const FEWEST = 3;

/** A difference is told in whole units, a small one as it is. */
const whole = (amount: number) => (Math.abs(amount) >= 10 ? Math.round(amount) : amount);

/** Amounts, shares and, where the plan has one, its share with the difference in money. */
function Shares({
  caption,
  rows,
  names,
  currency,
  few = false,
}: {
  caption: string;
  rows: MoneyShare[];
  names?: Record<string, string>;
  currency: string;
  /** Too few entries to be set against the plan. */
  few?: boolean;
}) {
  const { f } = useWords();
  const { p, d } = usePlan();
  if (rows.length === 0) return null;
  return (
    <Sideways label={caption}>
      <table class="facts number amounts thirds">
        <caption class="caption strong">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{p.money.what}</th>
            <th scope="col">{p.money.amount}</th>
            <th scope="col">{p.money.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, amount, share, target, deviation }) => (
            <tr key={name}>
              <th scope="row">{names?.[name] ?? name}</th>
              <td>
                {d.money(amount, currency)}
                {deviation !== null && !few && (
                  <span class="table-remark">
                    {p.money.deviation(`${deviation > 0 ? '+' : ''}${d.money(whole(deviation), currency)}`)}
                  </span>
                )}
              </td>
              <td>
                {f.share(share)}
                {target !== null && <span class="table-remark">{p.money.planned(f.share(target))}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

interface MonthProps {
  summary: MoneySummary;
  /** The month's, in its currency. */
  entries: readonly MoneyEntry[];
  alone: boolean;
}
function Month({ summary, entries, alone }: MonthProps) {
  const { f } = useWords();
  const { p, d, workspace } = usePlan();
  const {
    currency,
    revenue,
    cost,
    scenes,
    boards,
    contentParts,
    returns,
    distance,
    experiments,
    people,
    largestScene,
    season,
    views,
    rpm,
  } = summary;
  const band = workspace.plan;
  const percent = (value: number | null) => (value === null ? DASH : f.share(value));
  const costs = entries.filter(({ flow }) => flow === 'cost').length;
  const revenues = entries.length - costs;
  return (
    <article class="card stack" aria-label={`${d.month(summary.month)} ${currency}`}>
      <h3>{alone ? d.month(summary.month) : `${d.month(summary.month)} · ${currency}`}</h3>
      <p class="goal-line number">
        {p.money.total(
          // Nothing entered is not nothing earned or spent.
          scenes.length > 0 ? d.money(revenue, currency) : null,
          boards.length > 0 ? d.money(cost, currency) : null,
          d.money(revenue - cost, currency),
        )}
      </p>
      <Shares caption={p.money.scenes} rows={scenes} currency={currency} />
      {scenes.length > 0 && (
        <ul class="stack-tight small number">
          <li>
            {revenues < FEWEST
              ? p.money.few(revenues)
              : p.money.sceneCount(
                  scenes.length,
                  `${f.number(band.scenes.low)}–${f.number(band.scenes.high)}`,
                  percent(largestScene),
                )}
          </li>
          <li>{rpm === null ? p.money.noViews : p.money.rpm(d.money(rpm, currency), f.number(views ?? 0))}</li>
        </ul>
      )}
      <Shares caption={p.money.boards} rows={boards} names={p.money.boardNames} currency={currency} few={costs < FEWEST} />
      <Shares caption={p.money.parts} rows={contentParts} names={p.money.partNames} currency={currency} few={costs < FEWEST} />
      {cost > 0 && (
        <ul class="stack-tight small number">
          {costs < FEWEST ? (
            <li>{p.money.few(costs)}</li>
          ) : (
            <>
              <li>
                {distance !== null &&
                  (distance <= 0.1
                    ? p.money.inPlan(distance < 0.005 ? null : f.share(distance))
                    : p.money.offPlan(f.share(distance)))}
              </li>
              <li>
                {p.money.experiments(percent(experiments), `${f.share(band.experiments.low)}–${f.share(band.experiments.high)}`)}
              </li>
              <li>{p.money.people(percent(people), `${f.share(band.people.low)}–${f.share(band.people.high)}`)}</li>
            </>
          )}
          {season && <li>{p.money.season(season.name, f.number(season.factor))}</li>}
        </ul>
      )}
      <Shares caption={p.money.returns} rows={returns} names={p.money.returnNames} currency={currency} />
    </article>
  );
}

function Entries({ entries, onOpen }: { entries: MoneyEntry[]; onOpen: (entry: MoneyEntry) => void }) {
  const { p, d } = usePlan();
  return (
    <Disclosure summary={p.money.entries(entries.length)}>
      <ul class="stack-tight">
        {entries
          .toSorted((a, b) => (a.day < b.day ? 1 : -1))
          .map((entry) => (
            <li key={entry.id} class="row-apart">
              <span class="number">
                {d.day(entry.day)} · {entry.flow === 'revenue' ? entry.scene : p.money.boardNames[entry.board]} ·{' '}
                {entry.flow === 'revenue' ? '+' : '−'}
                {d.money(entry.amount, entry.currency)}
                {entry.note && ` · ${entry.note}`}
              </span>
              <Button small onClick={() => onOpen(entry)}>
                {p.common.edit}
              </Button>
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}

/** What speaks against spending more: a loss, or that the range of the return does not tell. */
const doubtOf = (roi: MoneyYear['roi']) => (!roi?.range ? 'open' : roi.range.high < 0 ? 'no' : roi.range.low < 0 ? 'open' : null);

/** The whole book of one currency: return with its range, and by board only where the spending allows it. */
function Year({ year, alone }: { year: MoneyYear; alone: boolean }) {
  const { f } = useWords();
  const { p, d } = usePlan();
  const { currency, months, roi, regression, stage } = year;
  const doubt = doubtOf(roi);
  return (
    <article class="card stack" aria-label={p.money.book(currency)}>
      <h3>{p.money.book(alone ? null : currency)}</h3>
      <p class="small number">{p.money.bookMonths(months.length)}</p>
      <p class="number">
        {roi === null
          ? p.money.noCost
          : f.sentences(
              p.money.roi(f.lift(roi.value), f.number(roi.weeks)),
              roi.range ? p.money.roiRange(f.liftRange(roi.range)) : p.money.roiFew,
            )}
      </p>
      {stage && (
        <p class="small">
          {f.sentences(
            p.money.stage(p.money.stages[stage.stage], f.lift(stage.growth)),
            stage.stage === 'heavy' && doubt !== null && p.money.heavyBut[doubt],
          )}
        </p>
      )}
      <h4>{p.money.byBoard}</h4>
      {regression.allowed ? (
        <>
          <Sideways label={p.money.byBoard}>
            <table class="facts number amounts">
              <caption class="caption">{p.money.byBoardText(f.number(regression.weeks))}</caption>
              <thead>
                <tr>
                  <th scope="col">{p.money.board}</th>
                  <th scope="col">{p.money.elasticity}</th>
                  <th scope="col">{p.money.marginal}</th>
                </tr>
              </thead>
              <tbody>
                {regression.boards.map(({ board, elasticity, marginal }) => (
                  <tr key={board}>
                    <th scope="row">{p.money.boardNames[board]}</th>
                    <td>{p.common.range(d.figure(elasticity.low), d.figure(elasticity.high))}</td>
                    <td>{p.common.range(d.money(marginal.low, currency), d.money(marginal.high, currency))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
          <Note>{p.money.associations}</Note>
        </>
      ) : (
        <ul class="stack-tight">
          {regression.refusals.map((refusal) => (
            <li key={refusal.why}>{refusalText(p, refusal)}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function refusalText(p: ReturnType<typeof usePlan>['p'], refusal: RoiRefusal): string {
  switch (refusal.why) {
    case 'weeks':
      return p.money.refusals.weeks(refusal.have, refusal.need);
    case 'boards':
      return p.money.refusals.boards;
    case 'revenue':
      return p.money.refusals.revenue;
    case 'constant':
      return p.money.refusals.constant(refusal.boards.map((board) => p.money.boardNames[board]));
    case 'parallel':
      return p.money.refusals.parallel(refusal.boards.map((board) => p.money.boardNames[board]));
  }
}

/** F2: how much each scene is counted on. */
function Scenes() {
  const { p, workspace, act } = usePlan();
  const { money, scene } = workspace.records;
  const names = [...new Set(money.flatMap((entry) => (entry.flow === 'revenue' ? [entry.scene] : [])))].sort();
  if (names.length === 0) return null;
  const rankOf = (name: string) => scene.find(({ id }) => id === name)?.rank ?? '';
  return (
    <div class="card stack">
      <h3>{p.money.ranks}</h3>
      <p class="small muted">{p.money.ranksText}</p>
      {names.map((name) => (
        <Select
          key={name}
          label={name}
          value={rankOf(name)}
          options={[
            { value: '', label: p.common.none },
            ...SCENE_RANKS.map((rank) => ({ value: rank, label: p.money.rankNames[rank] })),
          ]}
          onChange={(rank) => (rank === '' ? act.remove('scene', name) : act.put('scene', { id: name, rank }))}
        />
      ))}
    </div>
  );
}
