import { useId, useMemo, useState } from 'preact/hooks';
import type { Platform } from '../../core/model/platforms';
import { REMINDERS, type ReminderKind, type Settings } from '../../core/model/settings';
import type { AccountView, PlatformSwitch } from '../data';
import { Button, Check, Choice, Select, Switch, useAnnounce } from '../kit';
import { Shortened } from '../kit/shortened';
import { accountLabel, unnamed } from '../shell/AccountBar';
import { PlatformSwitches } from '../welcome/PlatformSwitches';
import { useWords } from '../words';

export interface SettingsProps {
  settings: Settings;
  zones: string[];
  platforms: PlatformSwitch[];
  accounts: AccountView[];
  onChange: (change: Partial<Settings>) => void;
  onSwitch: (platform: Platform, on: boolean) => Promise<boolean>;
  onName: (account: AccountView, name: string) => void;
  /** Straight from the click. Answers whether it went as wished. */
  onRemind: (kind: ReminderKind, on: boolean) => Promise<boolean>;
}

/** `Shanghai` of `Asia/Shanghai`. */
const placeOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

export function SettingsView({ settings, zones, platforms, accounts, onChange, onSwitch, onName, onRemind }: SettingsProps) {
  const { t, f } = useWords('workbench');
  // By their names: nobody looks for "Asia/Shanghai". The place tells zones of one name apart.
  const named = useMemo(
    () =>
      [...new Set([settings.zone, ...zones])]
        .map((value) => ({ value, label: f.aside(f.zone(value), placeOf(value)) }))
        .sort((a, b) => a.label.localeCompare(b.label, f.locale)),
    [zones, settings.zone, f],
  );
  return (
    <div class="stack-wide">
      <h1>{t.settings.title}</h1>
      <div class="card stack">
        <Choice
          legend={t.settings.language}
          value={settings.language}
          options={(['system', 'en', 'zh-CN'] as const).map((value) => ({ value, label: t.settings.languages[value] }))}
          onChange={(language) => onChange({ language })}
        />
        <Choice
          legend={t.settings.theme}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t.settings.themes[value] }))}
          onChange={(theme) => onChange({ theme })}
        />
        <div class="stack-tight">
          <Select label={t.settings.zone} value={settings.zone} options={named} onChange={(zone) => onChange({ zone })} />
          <p class="small faint">{t.settings.zoneNote}</p>
        </div>
      </div>
      <section class="stack" aria-labelledby="platforms-title">
        <h2 id="platforms-title">{t.settings.platforms}</h2>
        <PlatformSwitches platforms={platforms} onSwitch={onSwitch} />
        {platforms.some(({ on }) => on) && (
          <fieldset class="stack-tight">
            <legend class="field-label">{t.settings.overlay}</legend>
            <div class="row checks">
              {platforms
                .filter(({ on }) => on)
                .map(({ platform }) => (
                  <Check
                    key={platform}
                    label={t.platforms[platform]}
                    checked={!settings.overlayOff.includes(platform)}
                    onChange={(on) => onChange({ overlayOff: toggled(settings.overlayOff, platform, !on) })}
                  />
                ))}
            </div>
          </fieldset>
        )}
      </section>
      <RemindersSection on={settings.notify} onRemind={onRemind} />
      {accounts.length > 0 && (
        <section class="stack-tight" aria-labelledby="accounts-title">
          <h2 id="accounts-title">{t.settings.accounts}</h2>
          <p class="muted">{t.settings.accountNote}</p>
          <ul class="switch-list">
            {accounts.map((account) => (
              <AccountRow
                key={`${account.platform}${account.account}`}
                account={account}
                onName={(name) => onName(account, name)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RemindersSection({ on, onRemind }: { on: readonly ReminderKind[]; onRemind: SettingsProps['onRemind'] }) {
  const { t } = useWords('workbench');
  const [denied, setDenied] = useState(false);
  return (
    <section class="stack-tight" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{t.settings.reminders}</h2>
      <p class="muted">{t.settings.remindersNote}</p>
      <ul class="switch-list">
        {REMINDERS.map((kind) => {
          const { title, text } = t.settings.reminderKinds[kind];
          return (
            <li key={kind} class="switch-row">
              <div class="grow">
                <div class="strong">{title}</div>
                <div class="small faint">{text}</div>
              </div>
              <Switch
                checked={on.includes(kind)}
                label={title}
                onChange={(wanted) => void onRemind(kind, wanted).then((done) => setDenied(!done))}
              />
            </li>
          );
        })}
      </ul>
      <p class="small muted message" role="status">
        {denied && t.settings.remindersDenied}
      </p>
    </section>
  );
}

const toggled = (list: readonly Platform[], platform: Platform, inside: boolean): Platform[] =>
  inside ? [...new Set([...list, platform])] : list.filter((other) => other !== platform);

function AccountRow({ account, onName }: { account: AccountView; onName: (name: string) => void }) {
  const { t, f } = useWords('workbench');
  const announce = useAnnounce();
  const id = useId();
  const known = unnamed(account) ? '' : account.account;
  const [name, setName] = useState(known);
  const isNew = name.trim() !== '' && name.trim() !== known;
  return (
    <li class="switch-row account-row">
      <div class="grow">
        <div class="strong">
          <Shortened name={accountLabel(account, t)} />
        </div>
        <div class="small faint">{t.common.posts(account.posts, f.number(account.posts))}</div>
      </div>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNew) return;
          onName(name.trim());
          announce(t.settings.saved);
        }}
      >
        <label for={id} class="sr-only">
          {t.settings.accountName}
        </label>
        <input
          id={id}
          class="input"
          maxLength={200}
          value={name}
          placeholder={t.settings.accountName}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Button small submit disabled={!isNew}>
          {unnamed(account) ? t.settings.rename : t.settings.renameKnown}
        </Button>
      </form>
    </li>
  );
}
