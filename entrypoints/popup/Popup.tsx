import { useCallback } from 'preact/hooks';
import type { TabState } from '../../components/data';
import { PopupView } from '../../components/popup/PopupView';
import type { DraftContext } from '../../core/model/draft';
import { fitsAddress, type OwnPage } from '../../core/model/own-page';
import type { Platform } from '../../core/model/platforms';
import { partsOfUnit } from '../../core/model/unit-name';
import { useAnswer, useApp } from '../lib/app';
import { extensionVersion, openPanel, openWorkbench, reloadTab } from '../lib/browser';
import { usePlatforms, useTab } from '../lib/hooks';
import type { Front } from '../lib/pieces';
import { setAside } from '../lib/set-aside';
import { unitsOf } from '../lib/units';

/** Everything here answers from what is already known: the engine does not run for a glance. */
export function Popup() {
  const { ask, locale, settings } = useApp();
  const platforms = usePlatforms();
  const { tab, state } = useTab(platforms);
  const last = useAnswer('lastReport', { locale, zone: settings.zone, build: extensionVersion() });
  const front = last.state.state === 'ready' ? (last.state.value?.front ?? null) : null;
  const documents = useAnswer('documents', { kind: 'ownPage' });
  const own = documents.state.state === 'ready' ? (documents.state.value.values as OwnPage[]) : [];
  const check = useCallback(
    (text: string, platform: Platform | null, context: DraftContext) => ask('check', { text, platform, context, locale }),
    [ask, locale],
  );
  return (
    <PopupView
      tabState={state}
      timing={front && leadingUnit(front, state)}
      platforms={platforms.switches}
      problem={last.state.state === 'failed' ? last.state.problem : null}
      check={check}
      onDismiss={(finding) => setAside(ask, finding)}
      declared={tab.url !== undefined && own.some((page) => fitsAddress(page, tab.url ?? ''))}
      onSwitch={(platform, on) => void platforms.change(platform, on)}
      onPanel={() => void openPanel(tab.id).then(() => window.close())}
      onWorkbench={() => void openWorkbench().then(() => window.close())}
      onRefresh={() => void reloadTab(tab.id).then(() => window.close())}
      onReadPage={() => void openWorkbench(`pages/${tab.id ?? ''}`).then(() => window.close())}
    />
  );
}

/** The unit with the most posts, of the tab's platform where there is one. */
function leadingUnit(front: Front, tab: TabState) {
  const units = unitsOf(front).toSorted((a, b) => b.summary.posts - a.summary.posts);
  const here = 'platform' in tab ? units.find(({ summary }) => partsOfUnit(summary.unit).platform === tab.platform) : undefined;
  return here ?? units[0] ?? null;
}
