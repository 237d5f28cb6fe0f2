import type { AccountView } from '../../../components/data';
import { GrowthView } from '../../../components/growth/GrowthView';
import { FiguresForm } from '../../../components/insight/FiguresForm';
import { useWords } from '../../../components/words';
import type { CadenceReport, GrowthReport } from '../../../core/model/report';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { DEFAULT_FIGURES, useAccount, usePlan } from '../../lib/insight';
import { AccountPage, type ContentProps } from './AccountPage';

export function Growth(props: ContentProps) {
  const { t } = useWords('panel');
  return (
    <AccountPage {...props} title={t.sections.growth} pieces={['growth']}>
      {(account, { growth }, { cadence }) => <Of account={account} growth={growth[0]} cadence={cadence} words={props.words} />}
    </AccountPage>
  );
}

const RATED_MONTHS = 12;
/** `2026-06` and the eleven before it, UTC. */
function monthsBefore(now: Date): string[] {
  return Array.from({ length: RATED_MONTHS }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

interface OfProps extends Pick<ContentProps, 'words'> {
  account: AccountView;
  growth: GrowthReport | undefined;
  cadence: CadenceReport[];
}

function Of({ account, growth, cadence, words }: OfProps) {
  const plan = usePlan();
  const { notes, ratings, note, rate } = useAccount(account);
  const usual = DEFAULT_PLAN.indicator.rubric.flatMap((id) => {
    const item = words.rubric[id];
    return item ? { id, ...item } : [];
  });
  const now = new Date();
  return (
    <>
      <GrowthView
        key={`${account.platform}|${account.account}`}
        growth={growth}
        cadence={cadence}
        months={monthsBefore(now)}
        rubric={plan.rubric ?? usual}
        ratings={ratings}
        positioning={notes?.positioning ?? { own: [], hidden: [] }}
        today={now.toISOString().slice(0, 10)}
        onRate={rate}
        onRubric={(rubric) => plan.change({ rubric })}
        onPositioning={(positioning) => note({ positioning })}
        onWant={(audience) => note({ audience })}
      />
      <FiguresForm
        title={words.figuresTitle.growth}
        figures={plan.figures}
        defaults={DEFAULT_FIGURES}
        fields={['indicatorWeights', 'smallestNaturalShare', 'targetCompletionRate', 'postsPerWeek']}
        onChange={plan.change}
        onReset={plan.reset}
      />
    </>
  );
}
