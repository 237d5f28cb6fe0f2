import { HardDriveDownload } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../core/model/platforms';
import { BACKUP_EVERY, type BackupEvery } from '../../core/model/settings';
import { type AccountView, type Problem, type Scope, scopeId } from '../data';
import { Button, Choice, Note, ProblemCard } from '../kit';
import { Confirm } from '../kit/dialog';
import { FilePicker } from '../kit/files';
import { Shortened } from '../kit/shortened';
import { accountLabel } from '../shell/AccountBar';
import { shortened } from '../shortened';
import { type TextsOf, useWords } from '../words';
import { LeftOutLines } from './LeftOutLines';

export interface RestorePreview {
  file: string;
  /** Records of the backup that are not here yet, that are here alike, and that differ. */
  fresh: number;
  same: number;
  conflicting: number;
  refused: { line: number; reason: string }[];
  /** Names of settings of another version: left out. */
  settings: string[];
  /** Version of the extension that wrote it. */
  app: string;
}

/** Why the store refused a record (`core/store/incoming.ts`), in the creator's language. */
function refusedBecause(reason: string, t: TextsOf['workbench']): string {
  if (reason.startsWith('readings: of another account')) return t.backup.refusedBecause.otherAccount;
  const kind = /^unknown kind of record: (.*)$/u.exec(reason)?.[1];
  if (kind) return t.backup.refusedBecause.unknownKind(kind);
  const field = /^([\w.]+): /u.exec(reason)?.[1];
  return field && field !== 'record' ? t.backup.refusedBecause.field(field) : t.backup.refusedBecause.other;
}

export type BackupWork = 'saving' | 'reading' | 'restoring' | 'removing' | 'folder';
export type BackupBusy = { work: Exclude<BackupWork, 'folder'>; done: number | null };

/** All of it, a platform with all its accounts, or one account. */
export type Removal = 'everything' | { platform: Platform } | Scope;

export interface BackupProps {
  accounts: AccountView[];
  /** Milliseconds since the epoch; null if never. */
  last: number | null;
  now: number;
  busy: BackupBusy | null;
  /** What happened last, as one sentence. */
  message: string | null;
  /** What went wrong, and with what. */
  failed: { work: BackupWork; problem: Problem } | null;
  restore: RestorePreview | null;
  every: BackupEvery;
  /** Where scheduled backups go; null where the browser lets no page write into a folder: to the downloads then. */
  folder: { name: string | null; ready: boolean } | null;
  onEvery: (every: BackupEvery) => void;
  /** Chooses a folder, or has the chosen one allowed again. */
  onFolder: () => void;
  onForgetFolder: () => void;
  onSave: () => void;
  onChoose: (file: File) => void;
  onRestore: (mode: 'merge' | 'replace') => void;
  onForget: () => void;
  onRemove: (scope: Removal) => void;
  onCancel: () => void;
  /** The same again, after it failed. */
  onRetry: () => void;
}

export function BackupView(props: BackupProps) {
  const { t, f } = useWords('workbench');
  const { accounts, last, now, busy, message, failed, restore, onSave, onChoose, onRemove, onCancel } = props;
  const [removing, setRemoving] = useState<{ name: string | null; scope: Removal } | null>(null);
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.backup.title}</h1>
        <p class="muted">{t.backup.text}</p>
      </div>
      {failed && (
        <ProblemCard what={t.backup.notDone[failed.work]} problem={failed.problem} onRetry={busy ? undefined : props.onRetry} />
      )}
      <section class="card stack" aria-labelledby="save-title">
        <div class="row-apart">
          <h2 id="save-title">{t.backupAge.save}</h2>
          <span class="small faint">{last === null ? t.backupAge.never : t.backupAge.last(f.ago(last, now))}</span>
        </div>
        <div>
          <Button kind="primary" icon={HardDriveDownload} disabled={busy !== null} onClick={onSave}>
            {t.backupAge.save}
          </Button>
        </div>
        <p role="status" class="small">
          {message ?? ''}
        </p>
        {busy && (
          <div class="stack-tight">
            <progress
              class="progress"
              {...(busy.done === null ? {} : { max: 1, value: busy.done })}
              aria-label={t.backup.busy[busy.work]}
            />
            <div class="row">
              <span class="small muted">{t.backup.busy[busy.work]}</span>
              {busy.work !== 'removing' && (
                <Button small onClick={onCancel}>
                  {t.common.cancel}
                </Button>
              )}
            </div>
          </div>
        )}
      </section>
      <Schedule {...props} />
      <section class="card stack" aria-labelledby="restore-title">
        <div>
          <h2 id="restore-title">{t.backup.restore}</h2>
          <p class="muted">{t.backup.restoreText}</p>
        </div>
        {restore ? (
          <Restore {...props} restore={restore} />
        ) : (
          <FilePicker
            label={t.backup.choose}
            accept=".gz,.json,.almanac"
            disabled={busy !== null}
            onFiles={([file]) => file && onChoose(file)}
          />
        )}
      </section>
      <section class="card stack" aria-labelledby="remove-title">
        <div>
          <h2 id="remove-title">{t.backup.remove}</h2>
          <p class="muted">{t.backup.removeText}</p>
        </div>
        <ul class="stack-tight">
          {removable(accounts, t, f.number).map(({ name, posts, scope }) => (
            <li
              key={'account' in scope ? scopeId(scope) : scope.platform}
              class={'account' in scope ? 'row-apart' : 'row-apart all-of-them'}
            >
              <div class="number">
                <p>
                  <Shortened name={name} />
                </p>
                <p class="small faint">{t.common.posts(posts, f.number(posts))}</p>
              </div>
              <Button small kind="danger" label={t.backup.removeAccount(name)} onClick={() => setRemoving({ name, scope })}>
                {t.common.remove}
              </Button>
            </li>
          ))}
        </ul>
        <div>
          <Button kind="danger" onClick={() => setRemoving({ name: null, scope: 'everything' })}>
            {t.backup.removeAll}
          </Button>
        </div>
      </section>
      {removing && (
        <Confirm
          title={removing.name === null ? t.backup.removeAll : t.backup.removeAccount(removing.name)}
          text={t.backup.confirm}
          action={t.common.remove}
          onConfirm={() => onRemove(removing.scope)}
          onClose={() => setRemoving(null)}
        >
          <Button icon={HardDriveDownload} submit onClick={onSave}>
            {t.backup.first}
          </Button>
        </Confirm>
      )}
    </div>
  );
}

/** Accounts, and before the accounts of a platform that has several, the platform. */
function removable(
  accounts: readonly AccountView[],
  t: TextsOf['workbench'],
  number: (value: number) => string,
): { name: string; posts: number; scope: Exclude<Removal, 'everything'> }[] {
  return [...Map.groupBy(accounts, ({ platform }) => platform)].flatMap(([platform, own]) => {
    const each = own.map((account) => ({ name: accountLabel(account, t), posts: account.posts, scope: account }));
    const posts = own.reduce((sum, account) => sum + account.posts, 0);
    const all = t.backup.allAccounts(t.platforms[platform], number(own.length));
    return own.length > 1 ? [{ name: all, posts, scope: { platform } }, ...each] : each;
  });
}

function Schedule({ every, folder, onEvery, onFolder, onForgetFolder }: BackupProps) {
  const { t } = useWords('workbench');
  return (
    <section class="card stack" aria-labelledby="schedule-title">
      <div>
        <h2 id="schedule-title">{t.backup.schedule}</h2>
        <p class="muted">{t.backup.scheduleText}</p>
      </div>
      <Choice
        legend={t.backup.schedule}
        hideLegend
        value={String(every)}
        options={BACKUP_EVERY.map((days) => ({ value: String(days), label: t.backup.days[days] }))}
        onChange={(value) => onEvery(BACKUP_EVERY.find((days) => String(days) === value) ?? 0)}
      />
      {every > 0 && !folder && <p class="small muted">{t.backup.toDownloads}</p>}
      {every > 0 && folder && (
        <div class="stack-tight">
          {folder.name !== null && !folder.ready ? (
            <Note kind="warn">
              <Shortened name={folder.name} say={t.backup.folderAsks} />
            </Note>
          ) : (
            <p class="small muted">
              {folder.name === null ? t.backup.toDownloads : <Shortened name={folder.name} say={t.backup.toFolder} />}
            </p>
          )}
          <div class="row">
            {folder.name !== null && !folder.ready ? (
              <Button kind="primary" onClick={onFolder}>
                {t.backup.allowFolder}
              </Button>
            ) : (
              <Button small onClick={onFolder}>
                {t.backup.chooseFolder}
              </Button>
            )}
            {folder.name !== null && (
              <Button small kind="plain" onClick={onForgetFolder}>
                {t.backup.forgetFolder}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function Restore({ restore, busy, onRestore, onForget }: BackupProps & { restore: RestorePreview }) {
  const { t, f } = useWords('workbench');
  const [replacing, setReplacing] = useState(false);
  return (
    <div class="stack">
      <div>
        <p class="strong">
          <Shortened name={restore.file} />
        </p>
        <p class="small muted">{t.backup.writtenBy(restore.app)}</p>
      </div>
      <ul class="number">
        <li>{t.backup.fresh(f.number(restore.fresh))}</li>
        <li>{t.backup.same(f.number(restore.same))}</li>
        {restore.conflicting > 0 && <li>{t.backup.conflicting(f.number(restore.conflicting))}</li>}
      </ul>
      {restore.settings.length > 0 && (
        <p class="small">{t.backup.settingsLeftOut(f.list(restore.settings.slice(0, 5).map((name) => shortened(name))))}</p>
      )}
      {restore.refused.length > 0 && (
        <LeftOutLines
          summary={t.backup.refused(f.number(restore.refused.length))}
          lines={restore.refused.map(({ line, reason }) => ({ line, reason: refusedBecause(reason, t) }))}
        />
      )}
      <Note kind="warn">{t.backup.replaceWarn}</Note>
      <div class="row">
        <Button kind="primary" disabled={busy !== null} onClick={() => onRestore('merge')}>
          {t.backup.merge}
        </Button>
        <Button kind="danger" disabled={busy !== null} onClick={() => setReplacing(true)}>
          {t.backup.replace}
        </Button>
        <Button disabled={busy !== null} onClick={onForget}>
          {t.common.cancel}
        </Button>
      </div>
      {replacing && (
        <Confirm
          title={t.backup.replace}
          text={t.backup.replaceWarn}
          action={t.backup.replace}
          onConfirm={() => onRestore('replace')}
          onClose={() => setReplacing(false)}
        />
      )}
    </div>
  );
}
