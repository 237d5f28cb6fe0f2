import type { AccountView } from '../../../components/data';
import { OverviewView } from '../../../components/growth/OverviewView';
import { useWords } from '../../../components/words';
import { useAccount } from '../../lib/insight';
import type { Pieces } from '../../lib/pieces';
import { AccountPage, type ContentProps } from './AccountPage';

export function Overview(props: ContentProps) {
  const { t } = useWords('panel');
  return (
    <AccountPage {...props} title={t.sections.overview} pieces={['growth', 'score']}>
      {(account, pieces) => <Of account={account} {...pieces} />}
    </AccountPage>
  );
}

function Of({ account, growth, score }: { account: AccountView } & Pick<Pieces, 'growth' | 'score'>) {
  const { notes, note } = useAccount(account);
  return (
    <OverviewView
      growth={growth[0]}
      score={score}
      steps={notes?.stepsToConvert ?? null}
      onSteps={(stepsToConvert) => note({ stepsToConvert: stepsToConvert ?? undefined })}
    />
  );
}
