import { Circle, CircleCheck, CircleHelp } from 'lucide-preact';
import type { Adherence, CheckItem, EffectReport } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { Sideways } from '../kit/sideways';
import { useWords } from '../words';

/** C1: one flagship, four supporting topics and the rest, each with its share (counted) and what it did (weighed). */
export function PillarsPart({ adherence, effects }: { adherence: Adherence; effects: readonly EffectReport[] }) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const { pillars, zones, keys } = adherence;
  const effectOf = new Map(effects.map((effect) => [effect.level, effect]));
  const zoneOf = new Map(zones.topics.filter(({ of }) => of === 'pillar').map(({ topic, zone }) => [topic, zone]));
  const rows = (pillars.pillars.value ?? []).map(({ pillar, role, posts, share }) => {
    const lift = effectOf.get(pillar)?.lift;
    const zone = zoneOf.get(pillar);
    return {
      id: pillar,
      cells: [
        <>
          {pillar}
          <span class="table-remark">{[words.roles[role], zone && t.mix.zoneNames[zone]].filter(Boolean).join(' · ')}</span>
        </>,
        f.aside(f.number(posts), f.share(share)),
        lift ? f.liftRange(lift) : words.tooFew,
      ],
    };
  });
  return (
    <Part title={t.mix.pillars} statement={pillars.statement} why={pillars.pillars.why} keys={keys}>
      <ul class="stack-tight">
        {pillars.checklist.map((item) => (
          <Check key={item.id} item={item} />
        ))}
      </ul>
      {rows.length > 0 && (
        <Sideways label={t.mix.pillars}>
          <DataTable caption={t.mix.pillars} head={words.pillarHead} rows={rows} />
        </Sideways>
      )}
    </Part>
  );
}

const MARKS = { true: CircleCheck, false: Circle, null: CircleHelp };
/** Met, open, or not known: said in words too. */
function Check({ item }: { item: CheckItem }) {
  const { t, f } = useWords('panel');
  const Mark = MARKS[`${item.met}`];
  return (
    <li class="line">
      <Mark size={15} aria-hidden="true" />
      <span>
        <span class="sr-only">{f.said(item.met === null ? t.unknown : item.met ? t.mix.met : t.mix.open)}</span>
        {item.text}
      </span>
    </li>
  );
}
