import { TrendingUp } from 'lucide-preact';
import type { MonthlyRating } from '../../core/model/documents/monthly-rating';
import type { CadenceReport, GrowthReport } from '../../core/model/report';
import { useInsight } from '../insight/words';
import { Empty } from '../kit';
import { StartButtons } from '../kit/start';
import { Anomalies } from './Anomalies';
import { AudiencePart, type Wanted } from './AudiencePart';
import { FollowersPart } from './FollowersPart';
import { GrowthParts } from './GrowthParts';
import { KpiView } from './KpiView';
import { MonthRating, type RubricItem } from './MonthRating';
import { Seasons } from './Seasons';
import { type Positioning, SwotBoard } from './SwotBoard';

export interface GrowthProps {
  /** Of one account; undefined while nothing is known of it. */
  growth: GrowthReport | undefined;
  cadence: readonly CadenceReport[];
  /** Months that can be rated, newest first. */
  months: readonly string[];
  rubric: readonly RubricItem[];
  ratings: readonly MonthlyRating[];
  positioning: Positioning;
  /** ISO day. */
  today: string;
  onRate: (month: string, ratings: Record<string, number>, note: string) => void;
  onRubric: (rubric: RubricItem[]) => void;
  onPositioning: (positioning: Positioning) => void;
  onWant: (wanted: Wanted) => void;
}

/** How the account develops, what its growth is made of, the month's indicator, and where it stands. */
export function GrowthView(props: GrowthProps) {
  const { words } = useInsight();
  const { growth, cadence, months, rubric, ratings, positioning, today, onRate, onRubric, onPositioning, onWant } = props;
  if (!growth)
    return (
      <Empty icon={TrendingUp} {...words.noGrowth}>
        <StartButtons />
      </Empty>
    );
  const { keys } = growth;
  return (
    <div class="stack">
      <section class="section stack" aria-labelledby="people-title">
        <h2 id="people-title">{words.people}</h2>
        <FollowersPart followers={growth.followers} seasons={growth.seasons} />
        <AudiencePart key={JSON.stringify(growth.audience.breakdowns)} audience={growth.audience} onWant={onWant} />
      </section>
      <GrowthParts growth={growth} cadence={cadence} />
      <KpiView kpi={growth.kpi} keys={keys} />
      <MonthRating months={months} rubric={rubric} ratings={ratings} onRate={onRate} onRubric={onRubric} />
      <Anomalies anomalies={growth.anomalies} keys={keys} />
      <SwotBoard found={growth.swot} positioning={positioning} onChange={onPositioning} />
      <Seasons seasons={growth.seasons} today={today} />
    </div>
  );
}
