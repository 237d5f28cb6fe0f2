import type { ComponentChildren } from 'preact';
import type { Evidence } from '../../core/model/report';
import type { Ground } from '../../core/model/strength';
import { useWords } from '../words';
import { Disclosure } from './disclosure';

interface EvidenceWhyProps {
  evidence: Evidence;
  ground?: Ground | undefined;
  /** The reason in a sentence or two. */
  text?: string | undefined;
  summary?: string | undefined;
  /** A chart, a table, the formula. */
  children?: ComponentChildren;
}

/** "Why this number": what a statement rests on, one click away from it. Every suggestion and every estimate carries one. */
export function EvidenceWhy({ evidence, ground, text, summary, children }: EvidenceWhyProps) {
  const { t } = useWords('panel');
  return (
    <Disclosure summary={summary ?? (evidence.interval ? t.common.whyThis : t.today.why)}>
      <div class="prose">
        <p class="small muted number">
          <EvidenceLine evidence={evidence} ground={ground} />
        </p>
        {text && <p>{text}</p>}
        <Named title={t.today.adjusted} items={evidence.adjustedFor} />
        <Named title={t.today.caveats} items={evidence.caveats} />
        {children}
      </div>
    </Disclosure>
  );
}

/** What was read or counted is no matter of weeks. */
const PLAIN: readonly (Ground | undefined)[] = ['rule', 'counted'];

/** `86 posts, 18 weeks · results likely +8 % to +48 %`; nothing where nothing was counted. */
export function EvidenceLine({ evidence, ground }: { evidence: Evidence; ground?: Ground | undefined }) {
  const { t, f } = useWords('panel');
  const { posts, weeks, interval } = evidence;
  const counted = t.common.posts(posts, f.number(posts));
  const basis = PLAIN.includes(ground) ? counted : t.today.evidence(counted, t.common.weeks(weeks, f.number(weeks)));
  return (
    <>
      {[posts > 0 && basis, interval && t.today.likely(f.liftRange(interval)), ground && t.strengths[ground]]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}

function Named({ title, items }: { title: string; items: string[] | undefined }) {
  if (!items?.length) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
