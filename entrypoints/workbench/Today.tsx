import { FileUp, Sprout } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import type { Scope } from '../../components/data';
import { Button, Empty, Loaded, ProblemCard, Select } from '../../components/kit';
import { CoverageLine } from '../../components/kit/coverage';
import { accountLabel } from '../../components/shell/AccountBar';
import { TodayView } from '../../components/today/TodayView';
import { useWords } from '../../components/words';
import { currentAccount, leadingTiming } from '../lib/account';
import { useAnswer } from '../lib/app';
import { useReport } from '../lib/hooks';
import { frontOf } from '../lib/pieces';
import { pageOf } from '../lib/places';
import { useReminders } from '../lib/reminders';
import type { PageProps } from './page';

/** What to do next, for one account, in the full tab. */
export function Today({ go }: PageProps) {
  const { t } = useWords('workbench');
  const overview = useAnswer('overview', null);
  const { reported, failed, stale, retry } = useReport();
  const [chosen, setChosen] = useState<Scope | null>(null);
  const reminders = useReminders();
  const accounts = overview.state.state === 'ready' ? overview.state.value.accounts : [];
  const current = currentAccount(accounts, chosen, { kind: 'other' });
  const mine = useMemo(() => {
    const part = reported && current ? frontOf(reported.front, current) : null;
    return part && (part.units.length > 0 || !stale) ? part : null;
  }, [reported, current, stale]);
  return (
    <div class="stack-wide">
      <h1>{t.sections.today}</h1>
      <Loaded of={overview.state} onRetry={overview.retry}>
        {() =>
          current ? (
            <div class="stack">
              {accounts.length > 1 && (
                <Select
                  label={t.panel.account}
                  value={`${accounts.indexOf(current)}`}
                  options={accounts.map((account, at) => ({ value: `${at}`, label: accountLabel(account, t) }))}
                  onChange={(at) => setChosen(accounts[Number(at)] ?? null)}
                />
              )}
              <CoverageLine account={current} now={Date.now()} />
              {failed && <ProblemCard problem={failed} onRetry={retry} />}
              {(mine || !failed) && (
                <Loaded of={mine ? { state: 'ready', value: mine } : { state: 'loading' }} waiting={t.panel.weighing}>
                  {(report) => (
                    <TodayView
                      account={current}
                      suggestions={report.suggestions.map((one) =>
                        one.place === 'timing' ? { ...one, place: 'calendar' } : one,
                      )}
                      cadence={report.cadence}
                      timing={leadingTiming(report)}
                      growth={report.growth}
                      weeks={report.weeks}
                      reminder={{ on: reminders.has('window'), onChange: (on) => void reminders.change('window', on) }}
                      now={Date.now()}
                      onOpen={(key) => go('posts', key)}
                      onGo={(place) => go(...pageOf(place, current))}
                    />
                  )}
                </Loaded>
              )}
            </div>
          ) : (
            <Empty icon={Sprout} title={t.panel.first.title} text={t.panel.first.text}>
              <Button kind="primary" onClick={() => go('welcome')}>
                {t.panel.first.action}
              </Button>
              <Button icon={FileUp} onClick={() => go('import')}>
                {t.welcome.importAction}
              </Button>
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}
