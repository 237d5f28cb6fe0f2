import {
  ArrowRight,
  CalendarClock,
  ChartNoAxesColumn,
  Check,
  ClipboardCheck,
  type LucideIcon,
  Radar,
  Repeat,
  TrendingUp,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import type {
  CadenceReport,
  GrowthReport,
  Suggestion,
  SuggestionKind,
  SuggestionPlace,
  TimingReport,
  UnitSummary,
} from '../../core/model/report';
import type { SeasonEvent } from '../../core/model/report-parts';
import { groundOf } from '../../core/model/strength';
import { partsOfUnit } from '../../core/model/unit-name';
import { ColumnChart } from '../charts/ColumnChart';
import { marksOf, SeasonNote } from '../charts/SeasonNote';
import type { AccountView } from '../data';
import { Button, Disclosure, Empty, EvidenceWhy, Thin } from '../kit';
import { CoverageDetails, leadingCoverage } from '../kit/coverage';
import { StartButtons } from '../kit/start';
import { EvidenceLine } from '../kit/why';
import { useWords } from '../words';
import { Moving } from './Moving';
import { NextTime, type Reminder } from './NextTime';

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
  /** Of the unit that speaks for the account: the one with most posts. */
  timing?: { summary: UnitSummary; timing: TimingReport } | null;
  growth?: (Pick<GrowthReport, 'keys' | 'anomalies'> & Partial<Pick<GrowthReport, 'seasons'>>) | null;
  /** Posts of each of the last weeks, oldest first; null while that is not known. */
  weeks?: readonly number[] | null;
  reminder?: Reminder | undefined;
  /** Opens a post by its key. */
  onOpen?: ((key: string) => void) | undefined;
  /** Goes where a suggestion is carried out or shown. */
  onGo: (place: SuggestionPlace) => void;
}

export function TodayView(props: TodayProps) {
  const { t, f } = useWords('panel');
  const { account, suggestions, cadence, now, timing, growth, weeks, reminder, onOpen, onGo } = props;
  const [all, setAll] = useState(false);
  const sorted = suggestions.toSorted((a, b) => a.priority - b.priority);
  const shown = all ? sorted : sorted.slice(0, AT_ONCE);
  const hidden = sorted.length - shown.length;
  return (
    <div class="today">
      {timing && <NextTime timing={timing} now={now} reminder={reminder} />}
      <section class="section stack today-main" aria-labelledby="today-title">
        <h2 id="today-title" class="section-title">
          {t.today.title}
        </h2>
        {shown.length === 0 && (account.posts < FEWEST ? <TooFew posts={account.posts} /> : <AllWell account={account} />)}
        {shown.map((suggestion) => (
          <SuggestionCard key={suggestion.id} suggestion={suggestion} onOpen={onOpen} onGo={onGo} />
        ))}
        {hidden > 0 && (
          <div>
            <Button kind="plain" onClick={() => setAll(true)}>
              {t.today.more(hidden, f.number(hidden))}
            </Button>
          </div>
        )}
      </section>
      <div class="stack-wide today-side">
        {growth && <Moving growth={growth} onOpen={onOpen} />}
        <Rhythm cadence={cadence} weeks={weeks ?? null} seasons={growth?.seasons ?? []} now={now} />
        <CoverageDetails account={account} now={now} />
      </div>
    </div>
  );
}

/** Posts from which on something is said at all: the least that timing gives a lean for. */
const FEWEST = 20;
function TooFew({ posts }: { posts: number }) {
  const { t } = useWords('panel');
  return (
    <Thin {...t.today.thin} lacking={[{ label: t.today.postsKnown, have: posts, need: FEWEST }]}>
      <StartButtons />
    </Thin>
  );
}
function AllWell({ account }: { account: AccountView }) {
  const { t, f } = useWords('panel');
  const missing = (leadingCoverage(account.coverage)?.expected ?? 0) - account.posts;
  if (missing <= 0) return <Empty icon={Check} {...t.today.none} />;
  return <Empty icon={Radar} title={t.today.noneSoFar.title} text={t.today.noneSoFar.text(missing, f.number(missing))} />;
}

type CardProps = { suggestion: Suggestion } & Pick<TodayProps, 'onOpen' | 'onGo'>;

function SuggestionCard({ suggestion, onOpen, onGo }: CardProps) {
  const { t, f } = useWords('panel');
  const { evidence, kind, place, post, title } = suggestion;
  const one = onOpen && post !== undefined ? () => onOpen(post) : undefined;
  const goes = one ? t.today.go.post : t.today.go[place];
  const Icon = ICONS[kind];
  const ground = groundOf(suggestion);
  return (
    <article class="card suggestion">
      <div class="suggestion-kind">
        <Icon size={15} aria-hidden="true" />
        {t.suggestionKinds[kind]}
      </div>
      <h3 class="suggestion-title">{title}</h3>
      <p class="suggestion-action">{suggestion.action}</p>
      <p class="small muted number">
        <EvidenceLine evidence={evidence} ground={ground} />
      </p>
      <EvidenceWhy evidence={evidence} ground={ground} text={suggestion.why} />
      <div class="suggestion-go">
        <Button small kind="plain" icon={ArrowRight} label={f.said(goes) + title} onClick={one ?? (() => onGo(place))}>
          {goes}
        </Button>
      </div>
    </article>
  );
}

/** Cadence of the account over all its formats: the unit with the most weeks speaks for the rest when formats are not pooled. */
function Rhythm({
  cadence,
  weeks,
  seasons,
  now,
}: {
  cadence: CadenceReport[];
  weeks: readonly number[] | null;
  seasons: readonly SeasonEvent[];
  now: number;
}) {
  const { t, f } = useWords('panel');
  const known = cadence.filter((unit) => unit.perWeek !== null);
  if (known.length === 0) return null;
  return (
    <section class="section" aria-labelledby="rhythm-title">
      <h2 id="rhythm-title">{t.today.rhythm}</h2>
      <ul class="stack-tight small">
        {known.map((unit) => (
          <li key={unit.unit} class="number">
            {known.length > 1 && <strong>{f.said(formatOfUnit(unit.unit, t.formats, t.allFormats))}</strong>}
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
      {weeks && (
        <Disclosure summary={t.today.weeks}>
          <ColumnChart
            name={t.today.weeksOf(f.number(weeks.length))}
            head={[t.today.week, t.posts.table]}
            columns={weeks.map((value, at) => {
              const start = now - (weeks.length - at) * WEEK;
              return { id: String(at), label: f.axisDate(start, 'day'), title: t.today.weekFrom(f.date(start)), value };
            })}
            format={f.number}
          />
          <SeasonNote marks={marksOf(seasons, now - weeks.length * WEEK, now)} />
        </Disclosure>
      )}
    </section>
  );
}

const WEEK = 7 * 86_400_000;

/** The format part of `platform|account|format`, in words. */
export function formatOfUnit(unit: string, formats: Record<string, string>, all: string): string {
  const { format } = partsOfUnit(unit);
  return formats[format] ?? all;
}
