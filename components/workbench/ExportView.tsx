import { Download } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import type { Platform } from '../../core/model/platforms';
import { type AccountView, type Problem, type Scope, scopeId } from '../data';
import { Button, Check, Choice, Empty, ProblemCard, Select } from '../kit';
import { Shortened } from '../kit/shortened';
import { StartButtons } from '../kit/start';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** The others always hold every reading and every bound. */
const WITH_CHOICES: readonly ExportFormat[] = ['csv'];

export interface ExportWish {
  format: ExportFormat;
  /** One account, one platform, or everything. */
  scope: Scope | { platform: Platform } | null;
  /** `2026-06-15`; the first and the last day of publishing, both included. */
  from: string | null;
  to: string | null;
  pillar: string | null;
  series: string | null;
  /** A free label. */
  label: string | null;
  history: boolean;
  intervals: boolean;
}

/** Topics, series and free labels to choose from: those in use. */
export interface LabelsInUse {
  pillars: readonly string[];
  series: readonly string[];
  labels: readonly string[];
}
export const NO_LABELS: LabelsInUse = { pillars: [], series: [], labels: [] };

export interface ExportProps {
  accounts: AccountView[];
  labels: LabelsInUse;
  /** 0–1 while a file is written; null otherwise. */
  running: number | null;
  saved: string | null;
  problem: Problem | null;
  onSave: (wish: ExportWish) => void;
  onCancel: () => void;
}

export function ExportView({ accounts, labels, running, saved, problem, onSave, onCancel }: ExportProps) {
  const { t, f } = useWords('workbench');
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [account, setAccount] = useState('all');
  const [history, setHistory] = useState(false);
  const [intervals, setIntervals] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [pillar, setPillar] = useState('');
  const [series, setSeries] = useState('');
  const [label, setLabel] = useState('');
  const id = useId();
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  const scope =
    accounts.find((entry) => scopeId(entry) === account) ??
    platforms.flatMap((platform) => (platform === account ? [{ platform }] : []))[0] ??
    null;
  const choices = WITH_CHOICES.includes(format);
  const save = () =>
    onSave({
      format,
      scope,
      from: from || null,
      to: to || null,
      pillar: pillar || null,
      series: series || null,
      label: label || null,
      history,
      intervals,
    });
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
        <Empty icon={Download} title={t.exporting.empty} text={t.posts.none.text}>
          <StartButtons />
        </Empty>
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
            ...(platforms.length > 1 ? platforms.map((value) => ({ value: value as string, label: t.platforms[value] })) : []),
            ...accounts.map((entry) => ({ value: scopeId(entry), label: accountLabel(entry, t) })),
          ]}
          onChange={setAccount}
        />
        <div class="rule-line">
          <div class="field">
            <label for={`${id}-from`}>{t.exporting.from}</label>
            <input
              id={`${id}-from`}
              class="input"
              type="date"
              max={to || undefined}
              value={from}
              onInput={(event) => setFrom(event.currentTarget.value)}
            />
          </div>
          <div class="field">
            <label for={`${id}-to`}>{t.exporting.to}</label>
            <input
              id={`${id}-to`}
              class="input"
              type="date"
              min={from || undefined}
              value={to}
              onInput={(event) => setTo(event.currentTarget.value)}
            />
          </div>
          <LabelSelect name={t.posts.pillar} values={labels.pillars} value={pillar} onChange={setPillar} />
          <LabelSelect name={t.posts.series} values={labels.series} value={series} onChange={setSeries} />
          <LabelSelect name={t.posts.freeLabels} values={labels.labels} value={label} onChange={setLabel} />
        </div>
        {(from !== '' || to !== '') && <p class="small muted">{t.exporting.undated}</p>}
        <Choice
          legend={t.exporting.format}
          value={format}
          options={EXPORT_FORMATS.map((value) => ({ value, label: t.exporting.formats[value] }))}
          onChange={setFormat}
        />
        {choices && (
          <div class="stack-tight">
            <Check label={t.exporting.history} checked={history} onChange={setHistory} />
            <Check label={t.exporting.intervals} checked={intervals} onChange={setIntervals} />
          </div>
        )}
        {running === null ? (
          <div>
            <Button kind="primary" icon={Download} onClick={save}>
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
          {saved && running === null && <Shortened name={saved} say={t.exporting.saved} />}
        </p>
      </div>
      {problem && <ProblemCard what={t.exporting.notSaved} problem={problem} onRetry={running === null ? save : undefined} />}
    </div>
  );
}

function LabelSelect(props: { name: string; values: readonly string[]; value: string; onChange: (value: string) => void }) {
  const { t } = useWords('workbench');
  const { name, values, value, onChange } = props;
  if (values.length === 0) return null;
  const options = [{ value: '', label: t.exporting.any }, ...values.map((one) => ({ value: one, label: one }))];
  return <Select label={name} value={value} options={options} onChange={onChange} />;
}
