import { Circle, CircleCheck, CircleHelp } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { KINDS } from '../../core/model/labels';
import type { MixReport } from '../../core/model/report';
import type { Adherence, CheckItem, Why, Zone } from '../../core/model/report-parts';
import { ShareBars } from '../charts/ShareBars';
import { Disclosure } from '../kit';
import { useWords } from '../words';

const ZONES: Zone[] = ['stable', 'experiment', 'retire'];

interface AdherenceProps {
  adherence: Adherence;
  mix: MixReport[];
  /** Opens the posts that have no kind. */
  action: ComponentChildren;
}

/** What was posted, against the plan. Arithmetic over the whole account. */
export function AdherenceView({ adherence, mix, action }: AdherenceProps) {
  const { t, f } = useWords();
  const { kinds, pillars, focus, commercial, sensitive, zones, appointments, consistency } = adherence;
  const counted = kinds.kinds.value;
  const countOf = (kind: string) =>
    counted?.find((entry) => entry.kind === kind)?.posts ??
    mix.flatMap((unit) => unit.kinds).reduce((sum, entry) => (entry.kind === kind ? sum + entry.posts : sum), 0);
  const bars = KINDS.map((kind, at) => ({
    id: kind,
    label: t.kinds[kind],
    count: countOf(kind),
    tone: `kind-${at + 1}`,
    target: counted?.find((entry) => entry.kind === kind)?.targetPosts ?? null,
  }));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const { window } = adherence;
  return (
    <section class="section stack" aria-labelledby="mix-title">
      <div>
        <h2 id="mix-title" class="section-title">
          {t.mix.title}
        </h2>
        {window && (
          <p class="small faint number">
            {t.mix.window(
              t.common.posts(window.posts, f.number(window.posts)),
              f.published(window.from, 'day') ?? window.from,
              f.published(window.to, 'day') ?? window.to,
            )}
          </p>
        )}
      </div>
      <div class="card stack">
        <p>{kinds.statement}</p>
        <ShareBars
          bars={bars}
          total={total}
          caption={t.mix.chart(t.common.posts(total, f.number(total)))}
          head={[t.mix.kind, t.mix.count, t.mix.share]}
        />
        {kinds.next.length > 0 && (
          <div class="stack-tight">
            <p class="field-label">{t.mix.next}</p>
            <ol class="row">
              {kinds.next.slice(0, 5).map((kind, at) => (
                // The same kind may come twice in a row: its place is its identity.
                <li key={at} class="tag">
                  {t.kinds[kind]}
                </li>
              ))}
            </ol>
          </div>
        )}
        <Missing why={kinds.kinds.why} />
        {kinds.unlabelled > 0 && (
          <div class="row-apart">
            <span class="small muted">
              {t.mix.unlabelled}: {t.common.posts(kinds.unlabelled, f.number(kinds.unlabelled))}
            </span>
            {action}
          </div>
        )}
      </div>

      <Part title={t.mix.pillars} statement={pillars.statement} why={pillars.pillars.why}>
        <ul class="stack-tight">
          {pillars.checklist.map((item) => (
            <Check key={item.id} item={item} />
          ))}
        </ul>
      </Part>
      <Part title={t.mix.focus} statement={focus.statement} why={focus.why} />
      <Part title={t.mix.commercial} statement={commercial.statement} why={commercial.why} />
      <Part title={t.mix.sensitive} statement={sensitive.statement} why={sensitive.why} />
      <Part title={t.mix.zones} statement={zones.statement}>
        {ZONES.map((zone) => {
          const topics = zones.topics.filter((topic) => topic.zone === zone);
          return (
            topics.length > 0 && (
              <div key={zone} class="row">
                <span class="small muted">{t.mix.zoneNames[zone]}</span>
                {topics.map(({ topic, of }) => (
                  <span key={`${of}${topic}`} class="tag">
                    {topic}
                  </span>
                ))}
              </div>
            )
          );
        })}
      </Part>
      <Part title={t.mix.rhythm} statement={appointments.statement} why={appointments.weeksKept.why} />
      <Part title={t.mix.consistency} statement={consistency.statement} why={consistency.topics.why} />
    </section>
  );
}

function Part({
  title,
  statement,
  why,
  children,
}: {
  title: string;
  statement: string;
  why?: Why;
  children?: ComponentChildren;
}) {
  if (!statement && !children) return null;
  return (
    <div class="part stack-tight">
      <h3>{title}</h3>
      <p>{statement}</p>
      {children}
      {why && <Missing why={why} />}
    </div>
  );
}

const MARKS = { true: CircleCheck, false: Circle, null: CircleHelp };
/** Met, open, or not known: said in words too. */
function Check({ item }: { item: CheckItem }) {
  const { t } = useWords();
  const Mark = MARKS[`${item.met}`];
  return (
    <li class="line">
      <Mark size={15} aria-hidden="true" />
      <span>
        <span class="sr-only">{item.met === null ? t.unknown : item.met ? t.mix.met : t.mix.open}: </span>
        {item.text}
      </span>
    </li>
  );
}

/** What is lacking for a figure, one click away. */
export function Missing({ why }: { why: Why }) {
  const { t } = useWords();
  if (why.missing.length === 0) return null;
  return (
    <Disclosure summary={t.timing.missing}>
      <ul class="checklist">
        {why.missing.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
