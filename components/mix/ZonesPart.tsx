import type { Adherence, TopicZone, Zone } from '../../core/model/report-parts';
import { Part } from '../insight/Part';
import { WhyFigures } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Select } from '../kit';
import { useWords } from '../words';

const ZONES: Zone[] = ['stable', 'experiment', 'retire'];
const BY_EVIDENCE = 'evidence';

interface ZonesPartProps {
  zones: Adherence['zones'];
  keys: readonly string[];
  /** Zones that the creator decided. */
  pinned: Readonly<Record<string, Zone>>;
  /** C8: planned tries a month. */
  planned: { low: number; high: number };
  onPin: (topic: string, zone: Zone | null) => void;
}

/** C7 and C8: what to keep making, to try, to let rest; the next ten posts; tries this month. */
export function ZonesPart({ zones, keys, pinned, planned, onPin }: ZonesPartProps) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  if (zones.topics.length === 0) return <Part title={t.mix.zones} statement={zones.statement} />;
  return (
    <Part title={t.mix.zones} statement={zones.statement}>
      <ul class="stack-tight">
        {ZONES.flatMap((zone) => zones.topics.filter((topic) => topic.zone === zone)).map((topic) => (
          <Topic key={`${topic.of}:${topic.topic}`} topic={topic} pinned={pinned[topic.topic] ?? null} onPin={onPin} />
        ))}
      </ul>
      <WhyFigures
        whys={zones.topics.map(({ topic, probabilityBetter }) => ({ why: probabilityBetter.why, of: topic }))}
        keys={keys}
      />
      {isPlan(zones.next) && (
        <div class="stack-tight">
          <p class="field-label">{words.nextTen}</p>
          <ol class="next-posts">
            {zones.next.map((post, at) => (
              // Ten places in order: the place is the identity.
              <li key={at}>
                <span class="tag">{words.nextZones[post.zone]}</span> {post.topic ?? words.somethingNew}
                {post.kind && <span class="muted"> · {t.kinds[post.kind]}</span>}
              </li>
            ))}
          </ol>
        </div>
      )}
      <p class="small muted">
        {words.experiments(f.number(zones.experimentsThisMonth), f.number(planned.low), f.number(planned.high))}
      </p>
    </Part>
  );
}

/** Ten lines of one topic would say nothing. */
const isPlan = (next: Adherence['zones']['next']) =>
  next.some(({ kind }) => kind !== null) || new Set(next.flatMap(({ topic }) => topic ?? [])).size > 1;

interface TopicProps {
  topic: TopicZone;
  pinned: Zone | null;
  onPin: ZonesPartProps['onPin'];
}
function Topic({ topic, pinned, onPin }: TopicProps) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const { probabilityBetter, candidate, retestFrom, posts } = topic;
  const notes = [
    t.common.posts(posts, f.number(posts)),
    probabilityBetter.value !== null && words.better(words.atMost(probabilityBetter.value, f.share)),
    candidate && words.candidate(t.mix.zoneNames[candidate.zone]),
    retestFrom && words.retest(f.published(retestFrom, 'day') ?? retestFrom),
  ].filter(Boolean);
  return (
    <li class="stack-tight topic">
      <div class="row-apart">
        <span>
          <strong>{topic.topic}</strong> <span class="tag">{t.mix.zoneNames[topic.zone]}</span>
        </span>
        <Select
          label={words.zoneOf(topic.topic)}
          hideLabel
          value={pinned ?? BY_EVIDENCE}
          options={[
            { value: BY_EVIDENCE, label: words.byEvidence },
            ...ZONES.map((zone) => ({ value: zone, label: words.always(t.mix.zoneNames[zone]) })),
          ]}
          onChange={(value) => onPin(topic.topic, value === BY_EVIDENCE ? null : (value as Zone))}
        />
      </div>
      <p class="small muted number">{notes.join(' · ')}</p>
    </li>
  );
}
