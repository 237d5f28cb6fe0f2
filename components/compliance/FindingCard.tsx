import { allOf, isPast, sameWords, wordsOf } from '../../core/model/matters';
import type { AccountPattern, Finding, Level } from '../../core/model/report';
import { Button, LevelMark, OutLink } from '../kit';
import { useWords } from '../words';

/** How often the creator said that a rule was right. */
export interface RuleRecord {
  right: number;
  of: number;
}

/** More places of which the same is said are counted. */
const MOST_WORDS = 8;

type LevelNames = Readonly<Record<Level, string>>;

interface FindingCardsProps {
  findings: readonly Finding[];
  /** How often each rule was right for this creator. */
  records?: ReadonlyMap<string, RuleRecord> | undefined;
  /** Called with everything that a card says. */
  onDismiss?: ((told: readonly Finding[]) => void) | undefined;
  onConfirm?: ((told: readonly Finding[]) => void) | undefined;
  /** Opens an incident with what was found. */
  onIncident?: ((rule: string) => void) | undefined;
  /** In a popup: so many cards. */
  limit?: number | undefined;
  /** How bad it is, where that is not said of a draft: what is out is not changed "before posting". */
  levels?: LevelNames | undefined;
  class?: string;
}

/** What was found in one text. */
export function FindingCards({
  findings,
  records,
  onDismiss,
  onConfirm,
  onIncident,
  limit,
  levels,
  class: look = '',
}: FindingCardsProps) {
  const once = onceEach();
  return (
    <ul class={`finding-list ${look}`.trim()}>
      {sameWords(findings)
        .slice(0, limit)
        .map((told) => {
          const { finding } = told;
          // A reminder without a fault is nothing to set aside or to open an incident for.
          const act = <A extends unknown[]>(of: ((...args: A) => void) | undefined, ...args: A) => of && (() => of(...args));
          return (
            <FindingCard
              key={`${finding.rule}${finding.start}`}
              finding={once(finding)}
              words={wordsOf(told)}
              also={told.also.map(once)}
              levels={levels}
              record={finding.alike ? undefined : records?.get(finding.rule)}
              onDismiss={finding.exemption ? undefined : act(onDismiss, allOf(told))}
              onConfirm={finding.exemption ? undefined : act(onConfirm, allOf(told))}
              onIncident={finding.level === 'green' ? undefined : act(onIncident, finding.rule)}
            />
          );
        })}
    </ul>
  );
}

/** What to do about a rule, and where it stands, is told on the first card of a text alone; what it says, on each. */
function onceEach() {
  const told = new Set<string>();
  return (finding: Finding): ToldFinding =>
    finding.exemption || told.size < told.add(finding.rule).size ? finding : { ...finding, wayOut: '', source: undefined };
}

/** Without its source where that is told on an earlier card. */
type ToldFinding = Omit<Finding, 'source'> & { source: Finding['source'] | undefined };

interface FindingProps {
  finding: ToldFinding | (AccountPattern & { exemption?: undefined });
  words?: readonly string[];
  also?: readonly ToldFinding[];
  levels?: LevelNames | undefined;
  record?: RuleRecord | undefined;
  onDismiss?: (() => void) | undefined;
  onConfirm?: (() => void) | undefined;
  onIncident?: (() => void) | undefined;
}

/** What was found, why it matters, where that is written, and the way out. */
export function FindingCard({ finding, words = [], also = [], levels, record, onDismiss, onConfirm, onIncident }: FindingProps) {
  const { t, f } = useWords();
  const { reviewBy } = finding;
  return (
    <li class="finding">
      <div class="row">
        <LevelMark level={finding.level} text={finding.exemption ? t.compliance.exempt : levels?.[finding.level]} />
        {words.slice(0, MOST_WORDS).map((said) => (
          <q key={said} class="finding-words">
            {said}
          </q>
        ))}
        {words.length > MOST_WORDS && <span class="small muted">{`+${f.number(words.length - MOST_WORDS)}`}</span>}
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
      {isPast(reviewBy) && <p class="small muted">{t.compliance.pastReview(f.date(Date.parse(reviewBy)))}</p>}
      {record && record.of > 0 && <p class="small muted">{t.compliance.precision(record.right, record.of)}</p>}
      {(onDismiss || onConfirm || onIncident) && (
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
          {onIncident && (
            <Button kind="plain" small onClick={onIncident}>
              {t.compliance.incident}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** A further rule about the same words: what it adds, and where it is written. */
function Also({ finding, beside }: { finding: ToldFinding; beside: FindingProps['finding'] }) {
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

function Cited({ finding }: { finding: FindingProps['finding'] }) {
  const { t, f } = useWords();
  const { source } = finding;
  if (!source) return 'basis' in finding ? <p class="small faint">{finding.basis}</p> : null;
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

/** Cards that speak of a fault: what is exempt is none. */
export const faults = (findings: readonly Finding[]) => sameWords(findings.filter(({ exemption }) => !exemption)).length;
