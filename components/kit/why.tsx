import type { ComponentChildren } from 'preact';
import type { Evidence } from '../../core/model/report';
import { useWords } from '../words';
import { Disclosure } from './disclosure';

interface EvidenceWhyProps {
  evidence: Evidence;
  /** The reason in a sentence or two. */
  text?: string | undefined;
  summary?: string | undefined;
  /** A chart, a table, the formula. */
  children?: ComponentChildren;
}

/** "Why this number": what a statement rests on, one click away from it. Every suggestion and every estimate carries one. */
export function EvidenceWhy({ evidence, text, summary, children }: EvidenceWhyProps) {
  const { t } = useWords('panel');
  return (
    <Disclosure summary={summary ?? (evidence.interval ? t.common.whyThis : t.today.why)}>
      <div class="prose">
        <p class="small muted number">
          <EvidenceLine evidence={evidence} />
        </p>
        {text && <p>{text}</p>}
        <Named title={t.today.adjusted} items={evidence.adjustedFor} />
        <Named title={t.today.caveats} items={evidence.caveats} />
        {children}
      </div>
    </Disclosure>
  );
}

/** `86 posts, 18 weeks · likely +8 % to +48 %`; nothing where nothing was counted. */
export function EvidenceLine({ evidence, strength }: { evidence: Evidence; strength?: string }) {
  const { t, f } = useWords('panel');
  const { posts, weeks, interval } = evidence;
  const basis = t.today.evidence(t.common.posts(posts, f.number(posts)), t.common.weeks(weeks, f.number(weeks)));
  return <>{[posts > 0 && basis, interval && t.today.likely(f.liftRange(interval)), strength].filter(Boolean).join(' · ')}</>;
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
