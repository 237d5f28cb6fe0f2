import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DraftCheck, DraftContext, DraftQuestion } from '../../core/model/draft';
import { sameWords } from '../../core/model/matters';
import { PLATFORMS, type Platform } from '../../core/model/platforms';
import type { Finding } from '../../core/model/report';
import type { AdCheck } from '../../core/model/workspace/objects';
import type { CheckDraft } from '../data';
import { Choice, LevelMark, Select, useAnnounce } from '../kit';
import { useWords } from '../words';
import { AdChecklist, DeclarationList } from './Checklists';
import { FindingCards, faults, type RuleRecord } from './FindingCard';

/** Typing pauses this long before the draft is checked, in milliseconds. */
const PAUSE = 180;
/** More questions than this at once and nobody answers any. */
const QUESTIONS_AT_ONCE = 2;

interface DraftCheckerProps {
  check: CheckDraft;
  platform: Platform | null;
  /** In the popup: fewer findings, no choice of platform. */
  compact?: boolean;
  placeholder?: string;
  /** Shown when findings were left out. */
  more?: (hidden: number) => string;
  /** What else is to be said of a text that was checked. */
  remark?: (text: string) => ComponentChildren;
  /** How often each rule was right for this creator. */
  records?: ReadonlyMap<string, RuleRecord>;
  /** These words are no issue under this rule. Kept, so that the next check leaves them out. */
  onDismiss?: (finding: Finding) => Promise<unknown>;
}

export function DraftChecker({ check, platform, compact, placeholder, more, remark, records, onDismiss }: DraftCheckerProps) {
  const { t, f } = useWords();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [target, setTarget] = useState<Platform | 'any'>(platform ?? 'any');
  const [context, setContext] = useState<DraftContext>({});
  /** Counts what was set aside: each is a reason to check anew. */
  const [setAside, count] = useState(0);
  const [result, setResult] = useState<{ text: string; check: DraftCheck } | null>(null);
  /** The creator's own look; nothing of it is kept. */
  const [adChecks, setAdChecks] = useState<AdCheck[]>([]);
  const id = useId();

  useEffect(() => setTarget(platform ?? 'any'), [platform]);
  useEffect(() => {
    if (!text.trim()) {
      setResult(null);
      return;
    }
    let stale = false;
    const waiting = setTimeout(() => {
      void check(text, target === 'any' ? null : target, context).then((answer) => {
        if (stale) return;
        setResult({ text, check: answer });
        const found = faults(answer.findings);
        announce(t.compliance.result(t.levels[answer.level], t.compliance.findings(found, f.number(found))));
      });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(waiting);
    };
  }, [text, target, context, setAside, check, announce, t, f]);

  const findings = result?.check.findings ?? [];
  const cards = sameWords(findings).length;
  const told = faults(findings);
  const limit = compact ? 2 : cards;
  const open = result?.check.questions ?? [];
  const answered = Object.keys(context).filter(
    (name): name is DraftQuestion => name !== 'declared' && !open.includes(name as DraftQuestion),
  );
  const asked = [...new Set([...answered, ...open.slice(0, QUESTIONS_AT_ONCE)])];
  /** All that a card says. */
  const dismiss = (told: readonly Finding[]) =>
    void Promise.all(told.map((finding) => onDismiss?.(finding))).then(() => {
      count((before) => before + 1);
      announce(t.compliance.dismissed);
    });
  return (
    <div class="stack">
      {!compact && (
        <Select
          label={t.compliance.platform}
          value={target}
          options={[
            { value: 'any', label: t.compliance.anyPlatform },
            ...PLATFORMS.filter((name) => name !== 'other').map((name) => ({ value: name, label: t.platforms[name] })),
          ]}
          onChange={setTarget}
        />
      )}
      <div class="field">
        <label for={id} class="sr-only">
          {t.compliance.draftLabel}
        </label>
        <MarkedTextarea
          id={id}
          describedBy={`${id}-hint`}
          value={text}
          // Marks of an older text would stand under the wrong words.
          findings={result?.text === text ? findings : []}
          placeholder={placeholder ?? t.compliance.placeholder}
          onInput={setText}
        />
        <p id={`${id}-hint`} class="small faint">
          {t.compliance.draftHint}
        </p>
      </div>
      {result && (
        <div class="stack">
          <p class="row">
            <LevelMark level={result.check.level} />
            {told > 0 && <span class="small muted">{t.compliance.findings(told, f.number(told))}</span>}
          </p>
          {remark?.(result.text)}
          {asked.length > 0 && (
            <div class="card stack questions">
              <p class="small muted">{t.compliance.ask}</p>
              {asked.map((name) => (
                <Choice
                  key={name}
                  legend={t.compliance.questions[name]}
                  value={context[name] === undefined ? 'unknown' : context[name] ? 'yes' : 'no'}
                  options={[
                    { value: 'yes', label: t.compliance.yes },
                    { value: 'no', label: t.compliance.no },
                    { value: 'unknown', label: t.compliance.dontKnow },
                  ]}
                  onChange={(answer) => setContext(answerTo(context, name, answer))}
                />
              ))}
            </div>
          )}
          {findings.length > 0 && (
            <FindingCards findings={findings} records={records} limit={limit} onDismiss={onDismiss && dismiss} />
          )}
          {cards > limit && more && <p class="small muted">{more(cards - limit)}</p>}
          {!compact && result.check.declarations && (
            <DeclarationList
              declarations={result.check.declarations}
              declared={context.declared ?? []}
              onChange={(declared) => setContext({ ...context, declared })}
            />
          )}
          {!compact && result.check.commercial && <AdChecklist seen={adChecks} onChange={setAdChecks} />}
          {!compact && <p class="small faint">{t.compliance.notAdvice}</p>}
        </div>
      )}
    </div>
  );
}

function answerTo(context: DraftContext, name: DraftQuestion, answer: string): DraftContext {
  const { [name]: _, ...rest } = context;
  return answer === 'unknown' ? rest : { ...rest, [name]: answer === 'yes' };
}

interface MarkedTextareaProps {
  id: string;
  describedBy: string;
  value: string;
  findings: readonly Finding[];
  placeholder: string;
  onInput: (text: string) => void;
}

/** A text area with marks behind its words: a layer of the same text, hidden from screen readers, scrolls along. */
function MarkedTextarea({ id, describedBy, value, findings, placeholder, onInput }: MarkedTextareaProps) {
  const layer = useRef<HTMLDivElement>(null);
  return (
    <div class="marked">
      <div ref={layer} class="marked-layer" aria-hidden="true">
        {pieces(value, findings).map(({ from, text, level }) =>
          level ? (
            <mark key={from} class={`mark-${level}`}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
        {'\n'}
      </div>
      <textarea
        id={id}
        class="textarea"
        aria-describedby={describedBy}
        rows={4}
        value={value}
        placeholder={placeholder}
        onInput={(event) => onInput(event.currentTarget.value)}
        onScroll={(event) => {
          if (layer.current) layer.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

interface Piece {
  from: number;
  text: string;
  level: Finding['level'] | null;
}
/** Cuts a text at the bounds of its findings; where they overlap the worst level wins. Exempted findings are not marked. */
export function pieces(text: string, findings: readonly Finding[]): Piece[] {
  const marks = findings.filter(
    ({ exemption, level, start, end, whole }) =>
      !exemption && whole === undefined && level !== 'green' && start < end && end <= text.length,
  );
  const bounds = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? text.length;
    const levels = marks.filter(({ start, end }) => start <= from && to <= end).map(({ level }) => level);
    return { from, text: text.slice(from, to), level: levels.includes('red') ? 'red' : levels.length > 0 ? 'yellow' : null };
  });
}
