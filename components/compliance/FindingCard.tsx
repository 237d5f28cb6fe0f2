import { worstFirst } from '../../core/model/level';
import { sameMatter } from '../../core/model/matters';
import type { Finding } from '../../core/model/report';
import { Button, LevelMark, OutLink } from '../kit';
import { useWords } from '../words';

/** How often the creator said that a rule was right. */
export interface RuleRecord {
  right: number;
  of: number;
}

interface FindingProps {
  finding: Finding;
  /** Other findings in the same words: one card tells them all. */
  also?: readonly Finding[];
  record?: RuleRecord | undefined;
  onDismiss?: (() => void) | undefined;
  onConfirm?: (() => void) | undefined;
  /** Opens an incident with what was found. */
  onIncident?: (() => void) | undefined;
}

/** What was found, why it matters, where that is written, and the way out. */
export function FindingCard({ finding, also = [], record, onDismiss, onConfirm, onIncident }: FindingProps) {
  const { t, f } = useWords();
  const { reviewBy } = finding;
  // A reminder without a fault is nothing to open an incident for.
  const toIncident = finding.level === 'green' ? undefined : onIncident;
  const outdated = reviewBy !== undefined && Date.now() > Date.parse(`${reviewBy}T23:59:59Z`);
  return (
    <li class="finding">
      <div class="row">
        <LevelMark level={finding.level} text={finding.exemption ? t.compliance.exempt : undefined} />
        {finding.text && <q class="finding-words">{finding.text}</q>}
      </div>
      <p>{finding.exemption ?? finding.message}</p>
      {!finding.exemption && finding.wayOut && (
        <p>
          <strong>{t.compliance.wayOut}</strong>
          {finding.wayOut}
        </p>
      )}
      <Cited finding={finding} />
      {also.map((other) => (
        <Also key={other.rule} finding={other} beside={finding} />
      ))}
      {outdated && <p class="small muted">{t.compliance.pastReview(f.date(Date.parse(reviewBy)))}</p>}
      {record && record.of > 0 && <p class="small muted">{t.compliance.precision(record.right, record.of)}</p>}
      {(onDismiss || onConfirm || toIncident) && (
        <div class="row">
          {onDismiss && (
            <Button kind="plain" small onClick={onDismiss}>
              {t.compliance.dismiss}
            </Button>
          )}
          {onConfirm && (
            <Button kind="plain" small onClick={onConfirm}>
              {t.compliance.confirm}
            </Button>
          )}
          {toIncident && (
            <Button kind="plain" small onClick={toIncident}>
              {t.compliance.incident}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** A further rule about the same words: what it adds, and where it is written. */
function Also({ finding, beside }: { finding: Finding; beside: Finding }) {
  const { t } = useWords();
  return (
    <>
      {finding.message !== beside.message && <p>{finding.message}</p>}
      {finding.wayOut && finding.wayOut !== beside.wayOut && (
        <p>
          <strong>{t.compliance.wayOut}</strong>
          {finding.wayOut}
        </p>
      )}
      <Cited finding={finding} />
    </>
  );
}

function Cited({ finding: { source } }: { finding: Finding }) {
  const { t, f } = useWords();
  // What was not read is not cited.
  if (source.grade === 'C') return <p class="small faint">{t.compliance.commonly}</p>;
  const cited = [source.title, source.article].filter(Boolean).join(' ');
  return (
    <p class="small faint">
      {f.said(t.compliance.source)}
      {source.url ? <OutLink href={source.url}>{cited}</OutLink> : cited}
      {' · '}
      {t.compliance.asOf(f.date(Date.parse(source.asOf)))}
      {source.grade === 'B' && ` · ${t.compliance.copy}`}
    </p>
  );
}

/** It only ever speaks beside the rule whose words were hidden. */
const HIDDEN = 'CN-HOMO';

/** Findings about one matter in the same words share a card, the worst first: several laws often say the same of them. */
export function sameWords(findings: readonly Finding[]): { finding: Finding; also: Finding[] }[] {
  const groups: { finding: Finding; also: Finding[] }[] = [];
  const hidden = ({ rule }: Finding) => Number(rule === HIDDEN);
  for (const finding of findings.toSorted((a, b) => worstFirst(a, b) || hidden(a) - hidden(b))) {
    const group = groups.find(
      ({ finding: first, also }) =>
        first.start < finding.end &&
        finding.start < first.end &&
        !first.exemption &&
        (finding.rule === HIDDEN || sameMatter(first.rule, finding.rule)) &&
        [first, ...also].every(({ rule }) => rule !== finding.rule),
    );
    if (group && !finding.exemption) group.also.push(finding);
    else groups.push({ finding, also: [] });
  }
  return groups.toSorted((a, b) => a.finding.start - b.finding.start);
}
