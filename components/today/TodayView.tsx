import {
  CalendarClock,
  ChartNoAxesColumn,
  Check,
  ClipboardCheck,
  type LucideIcon,
  Radar,
  Repeat,
  Sprout,
  TrendingUp,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CadenceReport, Suggestion, SuggestionKind } from '../../core/model/report';
import type { AccountView } from '../data';
import { Button, Empty, EvidenceWhy } from '../kit';
import { CoverageDetails } from '../kit/coverage';
import { EvidenceLine } from '../kit/why';
import { useWords } from '../words';

const ICONS: Record<SuggestionKind, LucideIcon> = {
  timing: CalendarClock,
  mix: ChartNoAxesColumn,
  compliance: ClipboardCheck,
  score: Check,
  cadence: Repeat,
  capture: Radar,
  growth: TrendingUp,
};
/** So many are shown at once: a list nobody reads helps nobody. */
const AT_ONCE = 3;

export interface TodayProps {
  account: AccountView;
  suggestions: Suggestion[];
  cadence: CadenceReport[];
  now: number;
}

export function TodayView({ account, suggestions, cadence, now }: TodayProps) {
  const { t, f } = useWords();
  const [all, setAll] = useState(false);
  const sorted = suggestions.toSorted((a, b) => a.priority - b.priority);
  const shown = all ? sorted : sorted.slice(0, AT_ONCE);
  const hidden = sorted.length - shown.length;
  return (
    <div class="stack">
      <section class="section stack" aria-labelledby="today-title">
        <h2 id="today-title" class="section-title">
          {t.today.title}
        </h2>
        {shown.length === 0 && (account.posts < 20 ? <Thin /> : <AllWell />)}
        {shown.map((suggestion) => (
          <SuggestionCard key={suggestion.id} suggestion={suggestion} />
        ))}
        {hidden > 0 && (
          <div>
            <Button kind="plain" onClick={() => setAll(true)}>
              {t.today.more(hidden, f.number(hidden))}
            </Button>
          </div>
        )}
      </section>
      <Rhythm cadence={cadence} />
      <CoverageDetails account={account} now={now} />
    </div>
  );
}

function Thin() {
  const { t } = useWords();
  return <Empty icon={Sprout} {...t.today.thin} />;
}
function AllWell() {
  const { t } = useWords();
  return <Empty icon={Check} {...t.today.none} />;
}

export function SuggestionCard({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useWords();
  const { evidence, kind, strength } = suggestion;
  const Icon = ICONS[kind];
  return (
    <article class="card suggestion">
      <div class="suggestion-kind">
        <Icon size={15} aria-hidden="true" />
        {t.suggestionKinds[kind]}
      </div>
      <h3 class="suggestion-title">{suggestion.title}</h3>
      <p class="suggestion-action">{suggestion.action}</p>
      <p class="small muted number">
        <EvidenceLine
          evidence={evidence}
          strength={t.strengths[strength === 'rule' && kind !== 'compliance' ? 'counted' : strength]}
        />
      </p>
      <EvidenceWhy evidence={evidence} text={suggestion.why} />
    </article>
  );
}

/** Cadence of the account over all its formats: the unit with the most weeks speaks for the rest when formats are not pooled. */
function Rhythm({ cadence }: { cadence: CadenceReport[] }) {
  const { t, f } = useWords();
  const known = cadence.filter((unit) => unit.perWeek !== null);
  if (known.length === 0) return null;
  return (
    <section class="section" aria-labelledby="rhythm-title">
      <h2 id="rhythm-title">{t.today.rhythm}</h2>
      <ul class="stack-tight small">
        {known.map((unit) => (
          <li key={unit.unit} class="number">
            {known.length > 1 && <strong>{formatOfUnit(unit.unit, t.formats, t.allFormats)}: </strong>}
            {[
              unit.perWeek !== null && t.today.perWeek(f.number(unit.perWeek)),
              unit.daysSinceLast !== null &&
                t.today.lastPost(Math.floor(unit.daysSinceLast), f.number(Math.floor(unit.daysSinceLast))),
              unit.longestGapDays !== null &&
                t.today.gap(Math.round(unit.longestGapDays), f.number(Math.round(unit.longestGapDays))),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The format part of `platform|account|format`, in words. */
export function formatOfUnit(unit: string, formats: Record<string, string>, all: string): string {
  const format = unit.slice(unit.lastIndexOf('|') + 1);
  return formats[format] ?? all;
}
