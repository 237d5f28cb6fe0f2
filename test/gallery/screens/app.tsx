import { WelcomeView } from '../../../components/welcome/WelcomeView';
import { DiagnosticsView } from '../../../components/workbench/DiagnosticsView';
import { SettingsView } from '../../../components/workbench/SettingsView';
import { accounts, platforms } from '../samples';
import { nothing, type Screens, workbench } from './frame';

const yes = async () => true;

export const screens: Screens = {
  welcome: {
    first: workbench(
      'welcome',
      <WelcomeView
        platforms={platforms.map((one) => ({ ...one, on: false }))}
        posts={0}
        onSwitch={yes}
        onGo={nothing}
        onSample={nothing}
      />,
    ),
    captured: workbench(
      'welcome',
      <WelcomeView platforms={platforms} posts={24} onSwitch={yes} onGo={nothing} onSample={nothing} />,
    ),
  },
  settings: {
    full: workbench(
      'settings',
      <SettingsView
        settings={{
          theme: 'system',
          language: 'system',
          zone: 'Asia/Shanghai',
          overlayOff: [],
          backupEvery: 0,
          notify: ['backup'],
          rules: { market: null, certified: [], muted: [] },
        }}
        zones={['Asia/Shanghai', 'Europe/Berlin', 'UTC']}
        platforms={platforms}
        accounts={Object.values(accounts)}
        onChange={nothing}
        onSwitch={yes}
        onName={nothing}
        onRemind={yes}
      />,
    ),
  },
  diagnostics: {
    full: workbench(
      'diagnostics',
      <DiagnosticsView
        of={{
          state: 'ready',
          value: {
            version: '0.1.0',
            browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0',
            platformsOn: ['douyin'],
            dataVersion: 42,
            accounts: 3,
            posts: 318,
            usage: 7_300_000,
            engine: '1',
            reportAt: '2026-06-15T02:00:00Z',
          },
        }}
        onCopy={nothing}
        onRetry={nothing}
      />,
    ),
  },
};
