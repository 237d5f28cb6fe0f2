/** The browser's side of a screen: the tab in front, the platforms switched on, the report. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PlatformSwitch, TabState } from '../../components/data';
import type { Platform } from '../../core/model/platforms';
import type { Report } from '../../core/model/report';
import { type Asked, useAnswer, useApp } from './app';
import {
  type ActiveTab,
  activeTab,
  grantedOrigins,
  isOn,
  onPermissionChange,
  onTabChange,
  switchOff,
  switchOn,
  tabState,
} from './browser';
import type { SiteView } from './protocol';

export interface Platforms {
  switches: PlatformSwitch[];
  sites: SiteView[];
  granted: ReadonlySet<string>;
  /** Straight from a click. Answers whether it is on afterwards. */
  change: (platform: Platform, on: boolean) => Promise<boolean>;
}

export function usePlatforms(): Platforms {
  const sites = useAnswer('sites', null);
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const look = () => void grantedOrigins().then(setGranted);
    look();
    return onPermissionChange(look);
  }, []);
  const list = sites.state.state === 'ready' ? sites.state.value : [];
  const change = useCallback(
    async (platform: Platform, on: boolean) => {
      const site = list.find((entry) => entry.platform === platform);
      if (!site) return false;
      // Nothing may be awaited before this line, or the browser does not count it as part of the click.
      const done = await (on ? switchOn(site) : switchOff(site));
      return on === done;
    },
    [list],
  );
  return { switches: list.map((site) => ({ ...site, on: isOn(site, granted) })), sites: list, granted, change };
}

/** How often the page in the tab is asked how far it is, in milliseconds; it answers from memory. */
const ASK_TAB_EVERY = 2000;

export function useTab(platforms: Platforms): { tab: ActiveTab; state: TabState } {
  const [tab, setTab] = useState<ActiveTab>({ id: undefined, url: undefined });
  const [state, setState] = useState<TabState>({ kind: 'other' });
  const { sites, granted } = platforms;
  useEffect(() => {
    let dropped = false;
    const look = async () => {
      if (document.hidden) return;
      const now = await activeTab();
      const seen = await tabState(now, sites, granted);
      if (dropped) return;
      setTab((before) => (before.id === now.id && before.url === now.url ? before : now));
      setState((before) => (JSON.stringify(before) === JSON.stringify(seen) ? before : seen));
    };
    void look();
    const stop = onTabChange(look);
    const timer = setInterval(look, ASK_TAB_EVERY);
    return () => {
      dropped = true;
      stop();
      clearInterval(timer);
    };
  }, [sites, granted]);
  return { tab, state };
}

/** The last report at once, then the one of what is stored now. */
export function useReport(): { report: Report | null; asked: Asked<{ report: Report; dataVersion: number }>; stale: boolean } {
  const { locale, settings } = useApp();
  const ask = { locale, zone: settings.zone };
  const last = useAnswer('lastReport', ask);
  const asked = useAnswer('report', ask);
  const current = asked.state.state === 'ready' ? asked.state.value : null;
  const older = last.state.state === 'ready' ? last.state.value : null;
  return { report: current?.report ?? older?.report ?? null, asked, stale: asked.stale && asked.state.state !== 'failed' };
}
