import { PanelsTopLeft } from 'lucide-preact';
import { type AccountView, type Scope, sameScope, scopeId } from '../data';
import { Button, Select } from '../kit';
import { Brand } from '../kit/brand';
import { type TextsOf, useWords } from '../words';

/** Neither the page nor the creator has said what it is called. */
export const unnamed = ({ account }: Scope) => account === '' || /^\?\d+$/.test(account);

/** `Douyin · 林间小屋`; accounts without a name are said to be so, and numbered when there are several. */
export function accountLabel(scope: Scope, t: TextsOf['every']): string {
  const name = unnamed(scope) ? `${t.common.unnamed}${scope.account.replace('?', ' ')}` : scope.account;
  return `${t.platforms[scope.platform]} · ${name}`;
}

interface AccountBarProps {
  accounts: AccountView[];
  current: AccountView | null;
  onChoose: (scope: Scope) => void;
  onWorkbench: () => void;
}

export function AccountBar({ accounts, current, onChoose, onWorkbench }: AccountBarProps) {
  const { t } = useWords('panel');
  return (
    <div class="row-apart">
      {current ? (
        <Select
          label={t.panel.account}
          hideLabel
          value={scopeId(current)}
          options={accounts.map((account) => ({ value: scopeId(account), label: accountLabel(account, t) }))}
          onChange={(id) => {
            const chosen = accounts.find((account) => scopeId(account) === id);
            if (chosen && !sameScope(chosen, current)) onChoose(chosen);
          }}
        />
      ) : (
        <h1>
          <Brand />
        </h1>
      )}
      <Button kind="plain" icon={PanelsTopLeft} label={t.common.openWorkbench} onClick={onWorkbench} />
    </div>
  );
}
