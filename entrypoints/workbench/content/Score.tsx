import { FiguresForm } from '../../../components/insight/FiguresForm';
import { ScoreView } from '../../../components/score/ScoreView';
import { useWords } from '../../../components/words';
import { DEFAULT_FIGURES, usePlan } from '../../lib/insight';
import { AccountPage, type ContentProps } from './AccountPage';

/** Xiaohongshu's own formula, as creators there know it. */
const CES = { likes: 1, saves: 1, comments: 4, shares: 4, followersGained: 8 };

export function Score(props: ContentProps) {
  const { t } = useWords('panel');
  const plan = usePlan();
  const { figuresTitle, presets } = props.words;
  return (
    <AccountPage {...props} title={t.sections.score} pieces={['score']}>
      {(_, { score }) => (
        <>
          <ScoreView score={score} />
          <FiguresForm
            title={figuresTitle.score}
            figures={plan.figures}
            defaults={DEFAULT_FIGURES}
            fields={['scoreWeights', 'actionWeights']}
            presets={[{ label: presets.ces, figures: { actionWeights: CES } }]}
            onChange={plan.change}
            onReset={plan.reset}
          />
        </>
      )}
    </AccountPage>
  );
}
