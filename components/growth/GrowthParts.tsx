import type { CadenceReport, GrowthReport } from '../../core/model/report';
import { ColumnChart } from '../charts/ColumnChart';
import { DataTable } from '../charts/DataTable';
import { marksOf, SeasonNote } from '../charts/SeasonNote';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** From the first day of the first month to the last of the last, in milliseconds. */
const spanOf = (months: readonly { month: string }[]): [number, number] => {
  const start = (at: number) => new Date(`${months.at(at)?.month}-01T00:00:00Z`);
  const end = start(-1);
  return [start(0).getTime(), end.setUTCMonth(end.getUTCMonth() + 1) - 1];
};

/** D3–D6 and how much hangs on single posts: what the growth is made of. What is not known stands together, with what it takes. */
export function GrowthParts({ growth, cadence }: { growth: GrowthReport; cadence: readonly CadenceReport[] }) {
  const { t, f } = useWords();
  const { words } = useInsight();
  const { keys, natural, depth, elasticity, traffic, layers, concentration } = growth;
  const named = Object.entries(layers.words);
  const parts = [
    { title: words.natural, of: natural },
    {
      title: words.traffic,
      of: traffic,
      drawn: traffic.value && (
        <DataTable
          caption={words.traffic}
          head={words.trafficHead}
          rows={(['recommended', 'followers', 'search', 'paid', 'other'] as const).flatMap((name) => {
            const share = traffic.value?.[name] ?? null;
            const planned = name === 'search' || name === 'other' ? undefined : traffic.value?.planned[name];
            const aim = planned === undefined ? '' : f.share(planned);
            return share === null ? [] : [{ id: name, cells: [words.sources[name], f.share(share), aim] }];
          })}
        />
      ),
    },
    {
      title: words.depth,
      of: depth,
      drawn: depth.value && depth.value.months.length > 1 && (
        <>
          <p class="small muted">{words.depthMonths}</p>
          <ColumnChart
            name={words.depthMonths}
            head={[words.month, words.depthShare]}
            columns={depth.value.months.map(({ month, deepShare, posts }) => ({
              id: month,
              label: f.axisDate(Date.parse(`${month}-01T12:00:00`), 'month'),
              title: f.aside(f.month(month), t.common.posts(posts, f.number(posts))),
              value: deepShare * 100,
            }))}
            format={(value) => f.share(value / 100)}
            axis={(value) => f.share(value / 100)}
          />
          <SeasonNote marks={marksOf(growth.seasons, ...spanOf(depth.value.months))} />
        </>
      ),
    },
    { title: words.elasticity, of: elasticity },
    {
      title: words.layers,
      // The platform may name its groups without counting who came back.
      of: {
        value: named.length > 0 ? layers.words : layers.returning.value,
        why: layers.returning.why,
        statement: layers.statement,
      },
      drawn: named.length > 0 && (
        <DataTable
          caption={words.layers}
          head={words.layerHead}
          rows={named.map(([name, share]) => ({ id: name, cells: [name, f.share(share > 1.5 ? share / 100 : share)] }))}
        />
      ),
    },
    { title: words.concentration, of: concentration },
  ];
  const unknown = parts.filter(({ of }) => of.value === null);
  return (
    <section class="section stack" aria-labelledby="made-of-title">
      <h2 id="made-of-title">{words.madeOf}</h2>
      {parts
        .filter(({ of }) => of.value !== null)
        .map(({ title, of, drawn }) => (
          <Part key={title} title={title} statement={of.statement} why={of.why} keys={keys}>
            {drawn}
          </Part>
        ))}
      {cadence.map((one) => (
        <Part key={one.unit} title={words.cadence} statement={words.cadenceOf(one)} />
      ))}
      {unknown.length > 0 && (
        <Part title={words.unknownOnes(f.number(unknown.length))}>
          <ul class="checklist">
            {unknown.map(({ title, of }) => (
              <li key={title}>{f.said(title, f.sentences(...of.why.missing) || of.statement)}</li>
            ))}
          </ul>
        </Part>
      )}
    </section>
  );
}
