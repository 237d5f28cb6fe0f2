import { Sprout } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { InsightTexts } from '../../../assets/locales/en/insight';
import { type AccountView, scopeId } from '../../../components/data';
import { Empty, Loaded, ProblemCard, Select } from '../../../components/kit';
import { StaleNote } from '../../../components/kit/coverage';
import { StartButtons } from '../../../components/kit/start';
import { accountLabel } from '../../../components/shell/AccountBar';
import { useWords } from '../../../components/words';
import { useAnswer } from '../../lib/app';
import { usePieces, useReport } from '../../lib/hooks';
import { incidentParts } from '../../lib/incident-address';
import { InsightRoot } from '../../lib/insight';
import { type Front, frontOf, type OwnFront, type PieceName, type Pieces } from '../../lib/pieces';
import type { PageProps } from '../page';

/** What a page about one account is given beside its words. */
export interface ContentProps extends PageProps {
  words: InsightTexts;
}

interface AccountPageProps<P extends PieceName> extends ContentProps {
  title: string;
  /** What is drawn of the account's report beside its front. */
  pieces: readonly P[];
  children: (account: AccountView, pieces: Pick<Pieces, P>, front: OwnFront) => ComponentChildren;
}

const CHOSEN = 'account';

/** A page about one account: which one, its part of the report, and what is said while there is none. */
export function AccountPage<P extends PieceName>({ title, words, go, rest, pieces, children }: AccountPageProps<P>) {
  const { t } = useWords('panel');
  const overview = useAnswer('overview', null);
  const { reported, failed, stale, retry } = useReport();
  const [chosen, setChosen] = useState(() => rest[0] ?? localStorage.getItem(CHOSEN));
  const onPost = useCallback((key: string) => go('posts', key), [go]);
  const onIncident = useCallback((post: string | null, rule: string) => go('plan', ...incidentParts(post, rule)), [go]);
  const accounts = overview.state.state === 'ready' ? overview.state.value.accounts : [];
  const newest = accounts.toSorted((a, b) => (b.seenAt ?? 0) - (a.seenAt ?? 0));
  const current = accounts.find((account) => scopeId(account) === chosen) ?? newest[0];
  return (
    <InsightRoot words={words} onPost={onPost} onIncident={onIncident}>
      <div class="stack">
        <h1>{title}</h1>
        {current && accounts.length > 1 && (
          <Select
            label={t.panel.account}
            value={scopeId(current)}
            options={accounts.map((account) => ({ value: scopeId(account), label: accountLabel(account, t) }))}
            onChange={(id) => {
              localStorage.setItem(CHOSEN, id);
              setChosen(id);
            }}
          />
        )}
        <StaleNote stale={stale && reported !== null} />
        {failed && <ProblemCard problem={failed} onRetry={retry} />}
        {overview.state.state === 'ready' && !current && (
          <Empty icon={Sprout} {...words.noGrowth}>
            <StartButtons />
          </Empty>
        )}
        {current && reported && (
          <Of key={scopeId(current)} account={current} front={reported.front} pieces={pieces}>
            {children}
          </Of>
        )}
        {!reported && !failed && (overview.state.state === 'loading' || current) && (
          <Loaded of={{ state: 'loading' }} waiting={t.panel.weighing}>
            {() => null}
          </Loaded>
        )}
      </div>
    </InsightRoot>
  );
}

interface OfProps<P extends PieceName> extends Pick<AccountPageProps<P>, 'pieces' | 'children'> {
  account: AccountView;
  front: Front;
}

function Of<P extends PieceName>({ account, front, pieces, children }: OfProps<P>) {
  const { state, retry } = usePieces(front, account, pieces);
  return (
    <Loaded of={state} onRetry={retry}>
      {(value) => children(account, value, frontOf(front, account))}
    </Loaded>
  );
}
