import { useState } from 'preact/hooks';
import type { MixReport } from '../../core/model/report';
import type { EffectReport, FactorReport } from '../../core/model/report-parts';
import { type Interval, IntervalChart } from '../charts/IntervalChart';
import { WhyFigures } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Choice, Disclosure, Note } from '../kit';
import { formatOfUnit } from '../today/TodayView';
import { useWords } from '../words';
import { WordsPart } from './WordsPart';

/** What the posts did: one unit at a time, in the order of how many posts there are, never of how well they did. */
export function EffectsView({ mix }: { mix: MixReport[] }) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const sorted = mix
    .filter(({ effectiveness }) => effectiveness.posts > 0 || effectiveness.missing.length > 0)
    .toSorted((a, b) => b.posts - a.posts);
  const [chosen, setChosen] = useState<string | null>(null);
  const unit = sorted.find((entry) => entry.unit === chosen) ?? sorted[0];
  if (!unit) return null;
  const { effectiveness } = unit;
  const weighed = effectiveness.factors.filter(({ effects }) => effects.some(({ lift }) => lift));
  return (
    <section class="section stack" aria-labelledby="did-title">
      <h2 id="did-title">{t.mix.did}</h2>
      {sorted.length > 1 && (
        <Choice
          legend={t.timing.unit}
          hideLegend
          value={unit.unit}
          options={sorted.map((entry) => ({ value: entry.unit, label: formatOfUnit(entry.unit, t.formats, t.allFormats) }))}
          onChange={setChosen}
        />
      )}
      {effectiveness.missing.length > 0 && (
        <ul class="checklist">
          {effectiveness.missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {weighed.map((factor) => (
        <Factor key={factor.factor} factor={factor} keys={effectiveness.keys} />
      ))}
      {effectiveness.retention.length > 0 && (
        <div class="part stack">
          <h3>{words.opening}</h3>
          {effectiveness.retention.map(({ metric, statement }) => (
            <p key={metric}>{statement}</p>
          ))}
          <WhyFigures
            whys={effectiveness.retention.map(({ metric, why }) => ({ why, of: t.metrics[metric] }))}
            keys={effectiveness.keys}
          />
        </div>
      )}
      <WordsPart effectiveness={effectiveness} />
      {weighed.length > 0 && (
        <>
          <Note>{effectiveness.caveat}</Note>
          <p class="small muted">
            {t.timing.basis(
              t.common.posts(effectiveness.posts, f.number(effectiveness.posts)),
              t.common.weeks(effectiveness.weeks, f.number(effectiveness.weeks)),
            )}
          </p>
          {effectiveness.adjustedFor.length > 0 && (
            <p class="small muted">{f.said(t.today.adjusted, f.list(effectiveness.adjustedFor))}</p>
          )}
        </>
      )}
    </section>
  );
}

type Known = EffectReport & { lift: NonNullable<EffectReport['lift']> };
const isKnown = (effect: EffectReport): effect is Known => effect.lift !== null;
const TONES = { none: 'plain', hint: 'hollow', supported: 'solid' } as const;

function Factor({ factor, keys }: { factor: FactorReport; keys: readonly string[] }) {
  const { words } = useInsight();
  const { t, f } = useWords('panel');
  const known = factor.effects.filter(isKnown);
  const rows = known.map((effect): Interval => {
    const posts = t.common.posts(effect.posts, f.number(effect.posts));
    return {
      id: effect.level,
      label: words.inChart(effect.label),
      title: t.timing.effectLabel(effect.label, f.liftRange(effect.lift), posts),
      lift: effect.lift,
      tone: TONES[effect.strength],
    };
  });
  // Where nothing was found the statement says so; the ranges are one click away.
  const speaks = factor.state === 'hint' || factor.state === 'supported';
  const chart = <IntervalChart name={t.mix.factors[factor.factor]} rows={rows} labelWidth={132} />;
  const turned = known.filter(({ simpson }) => simpson);
  return (
    <div class="part stack-tight">
      <h3>{t.mix.factors[factor.factor]}</h3>
      <p>{factor.statement}</p>
      {speaks && chart}
      {turned.map(
        ({ level, label, simpson }) =>
          simpson && (
            <Note key={level}>{t.mix.simpson(label, f.lift(simpson.raw), f.lift(simpson.adjusted), simpson.reason)}</Note>
          ),
      )}
      <Disclosure summary={speaks ? t.common.asTable : t.mix.ranges}>
        {!speaks && chart}
        <table class="table">
          <caption class="sr-only">{t.mix.factors[factor.factor]}</caption>
          <thead>
            <tr>
              <th scope="col">{t.mix.kindOf}</th>
              <th scope="col">{t.timing.low}</th>
              <th scope="col">{t.timing.high}</th>
              <th scope="col">{t.timing.posts}</th>
            </tr>
          </thead>
          <tbody>
            {factor.effects.map((effect) => (
              <tr key={effect.level}>
                <th scope="row">{effect.label}</th>
                <td>{effect.lift ? f.lift(effect.lift.low) : '—'}</td>
                <td>{effect.lift ? f.lift(effect.lift.high) : '—'}</td>
                <td>{f.number(effect.posts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      <WhyFigures
        whys={factor.effects.filter(({ advice, simpson }) => advice || simpson).map(({ label, why }) => ({ why, of: label }))}
        keys={keys}
      />
    </div>
  );
}
