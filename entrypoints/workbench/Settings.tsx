import { SettingsView } from '../../components/workbench/SettingsView';
import { useAnswer, useApp } from '../lib/app';
import type { Platforms } from '../lib/hooks';
import { useReminders } from '../lib/reminders';

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

export function Settings({ platforms }: { platforms: Platforms }) {
  const { ask, settings, putSetting } = useApp();
  const reminders = useReminders();
  const overview = useAnswer('overview', null);
  return (
    <SettingsView
      settings={settings}
      zones={ZONES}
      platforms={platforms.switches}
      accounts={overview.state.state === 'ready' ? overview.state.value.accounts : []}
      onChange={(change) => void putSetting(change)}
      onSwitch={platforms.change}
      onRemind={reminders.change}
      onName={({ platform, account }, name) => void ask('nameAccount', { platform, account, name })}
    />
  );
}
