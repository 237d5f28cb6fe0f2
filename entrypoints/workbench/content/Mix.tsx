import { FiguresForm } from '../../../components/insight/FiguresForm';
import { MixView } from '../../../components/mix/MixView';
import { useWords } from '../../../components/words';
import { DEFAULT_FIGURES, usePlan } from '../../lib/insight';
import { AccountPage, type ContentProps } from './AccountPage';

export function Mix(props: ContentProps) {
  const { t } = useWords('panel');
  const plan = usePlan();
  return (
    <AccountPage {...props} title={t.sections.mix} pieces={['mix']}>
      {(_, { mix }) => (
        <>
          <MixView
            mix={mix}
            pinned={plan.figures.pinnedZones}
            plannedExperiments={plan.figures.experimentsPerMonth}
            onLabel={() => props.go('posts')}
            onPin={plan.pin}
            onShift={plan.shift}
          />
          <FiguresForm
            title={props.words.figuresTitle.mix}
            figures={plan.figures}
            defaults={DEFAULT_FIGURES}
            fields={[
              'kinds',
              'verticality',
              'commercial',
              'largestSensitiveShare',
              'stableShare',
              'experimentsPerMonth',
              'postsPerWeek',
              'possibleHours',
            ]}
            onChange={plan.change}
            onReset={plan.reset}
          />
        </>
      )}
    </AccountPage>
  );
}
