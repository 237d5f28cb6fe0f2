import type { AccountView } from '../../../components/data';
import { OverviewView } from '../../../components/growth/OverviewView';
import { useWords } from '../../../components/words';
import type { Report } from '../../../core/model/report';
import { useAccount } from '../../lib/insight';
import { AccountPage, type ContentProps } from './AccountPage';

export function Overview(props: ContentProps) {
  const { t } = useWords('panel');
  return (
    <AccountPage {...props} title={t.sections.overview}>
      {(account, report) => <Of account={account} report={report} />}
    </AccountPage>
  );
}

function Of({ account, report }: { account: AccountView; report: Report }) {
  const { notes, note } = useAccount(account);
  return (
    <OverviewView
      growth={report.growth[0]}
      score={report.score}
      steps={notes?.stepsToConvert ?? null}
      onSteps={(stepsToConvert) => note({ stepsToConvert: stepsToConvert ?? undefined })}
    />
  );
}
