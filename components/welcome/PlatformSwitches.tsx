import { useState } from 'preact/hooks';
import type { Platform } from '../../core/model/platforms';
import type { PlatformSwitch } from '../data';
import { OutLink, Switch, useAnnounce } from '../kit';
import { useWords } from '../words';

interface PlatformSwitchesProps {
  platforms: PlatformSwitch[];
  /** Straight from the click, since the browser asks its question only then. Answers whether it went as wished. */
  onSwitch: (platform: Platform, on: boolean) => Promise<boolean>;
}

/** One row per platform: what would be read, and the switch. */
export function PlatformSwitches({ platforms, onSwitch }: PlatformSwitchesProps) {
  const { t } = useWords('workbench');
  const announce = useAnnounce();
  const [message, setMessage] = useState('');
  const change = async (platform: Platform, on: boolean) => {
    const done = await onSwitch(platform, on);
    const name = t.platforms[platform];
    const text = done ? (on ? t.welcome.granted(name) : t.welcome.revoked(name)) : t.welcome.denied(name);
    setMessage(text);
    announce(text);
  };
  return (
    <div class="stack-tight">
      <ul class="switch-list switch-grid">
        {platforms.map(({ platform, on, hosts, start }) => (
          <li key={platform} class="switch-row">
            <div class="grow">
              <div class="strong">{t.platforms[platform]}</div>
              <div class="small faint">{hosts.join(', ')}</div>
            </div>
            {on && start && (
              <OutLink href={start} kind="button">
                {t.welcome.open}
              </OutLink>
            )}
            <Switch
              checked={on}
              label={t.popup.switchLabel(t.platforms[platform])}
              onChange={(wanted) => void change(platform, wanted)}
            />
          </li>
        ))}
      </ul>
      {message && <p class="small muted">{message}</p>}
    </div>
  );
}
