import type { Loadable } from '../../components/data';
import { DiagnosticsView, type Diagnostics as Known } from '../../components/workbench/DiagnosticsView';
import { useAnswer } from '../lib/app';
import { extensionVersion } from '../lib/browser';
import type { Platforms } from '../lib/hooks';

export function Diagnostics({ platforms }: { platforms: Platforms }) {
  const { state, retry } = useAnswer('diagnostics', null);
  const platformsOn = platforms.switches.filter(({ on }) => on).map(({ platform }) => platform);
  const known: Loadable<Known> =
    state.state === 'ready'
      ? { state: 'ready', value: { ...state.value, version: extensionVersion(), browser: navigator.userAgent, platformsOn } }
      : state;
  return <DiagnosticsView of={known} onCopy={(text) => void navigator.clipboard.writeText(text)} onRetry={retry} />;
}
