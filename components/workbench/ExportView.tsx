import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type AccountView, type Problem, type Scope, scopeId } from '../data';
import { Button, Choice, Empty, ProblemCard, Select } from '../kit';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** The others always hold every reading and every bound. */
const WITH_CHOICES: readonly ExportFormat[] = ['csv'];

export interface ExportWish {
  format: ExportFormat;
  scope: Scope | null;
  history: boolean;
  intervals: boolean;
}

export interface ExportProps {
  accounts: AccountView[];
  /** 0–1 while a file is written; null otherwise. */
  running: number | null;
  saved: string | null;
  problem: Problem | null;
  onSave: (wish: ExportWish) => void;
  onCancel: () => void;
}

export function ExportView({ accounts, running, saved, problem, onSave, onCancel }: ExportProps) {
  const { t, f } = useWords();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [account, setAccount] = useState('all');
  const [history, setHistory] = useState(false);
  const [intervals, setIntervals] = useState(false);
  const scope = accounts.find((entry) => scopeId(entry) === account) ?? null;
  const choices = WITH_CHOICES.includes(format);
  const head = (
    <div class="stack-tight">
      <h1>{t.exporting.title}</h1>
      <p class="muted">{t.exporting.text}</p>
    </div>
  );
  if (accounts.length === 0) {
    return (
      <div class="stack-wide">
        {head}
        <Empty icon={Download} title={t.exporting.empty} text={t.posts.none.text} />
      </div>
    );
  }
  return (
    <div class="stack-wide">
      {head}
      <div class="card stack">
        <Select
          label={t.exporting.account}
          value={account}
          options={[
            { value: 'all', label: t.common.allAccounts },
            ...accounts.map((entry) => ({ value: scopeId(entry), label: accountLabel(entry, t) })),
          ]}
          onChange={setAccount}
        />
        <Choice
          legend={t.exporting.format}
          value={format}
          options={EXPORT_FORMATS.map((value) => ({ value, label: t.exporting.formats[value] }))}
          onChange={setFormat}
        />
        {choices && (
          <div class="stack-tight">
            <label class="check">
              <input type="checkbox" checked={history} onChange={(event) => setHistory(event.currentTarget.checked)} />
              {t.exporting.history}
            </label>
            <label class="check">
              <input type="checkbox" checked={intervals} onChange={(event) => setIntervals(event.currentTarget.checked)} />
              {t.exporting.intervals}
            </label>
          </div>
        )}
        {running === null ? (
          <div>
            <Button kind="primary" icon={Download} onClick={() => onSave({ format, scope, history, intervals })}>
              {t.exporting.save}
            </Button>
          </div>
        ) : (
          <div class="stack-tight">
            <progress class="progress" max={1} value={running} aria-label={t.exporting.title} />
            <p class="small muted number">{t.exporting.saving(f.share(running))}</p>
            <div>
              <Button small onClick={onCancel}>
                {t.common.cancel}
              </Button>
            </div>
          </div>
        )}
        <p role="status" class="small">
          {saved && running === null ? t.exporting.saved(saved) : ''}
        </p>
      </div>
      {problem && <ProblemCard problem={problem} />}
    </div>
  );
}
