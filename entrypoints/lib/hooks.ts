/** The browser's side of a screen: the tab in front, the platforms switched on, the report. */
import { useEffect, useState } from 'preact/hooks';
import type { PlatformSwitch, Problem, Scope, TabState } from '../../components/data';
import type { Platform } from '../../core/model/platforms';
import { type Asked, useAnswer, useApp } from './app';
import {
  type ActiveTab,
  activeTab,
  extensionVersion,
  grantedOrigins,
  isOn,
  onPermissionChange,
  onTabChange,
  switchOff,
  switchOn,
  tabState,
} from './browser';
import type { Front, PieceName, Pieces } from './pieces';
import type { Reported } from './protocol';
import { SITES } from './sites';

export interface Platforms {
  switches: PlatformSwitch[];
  granted: ReadonlySet<string>;
  /** Straight from a click. Answers whether it went as wished. */
  change: (platform: Platform, on: boolean) => Promise<boolean>;
}

async function change(platform: Platform, on: boolean): Promise<boolean> {
  const site = SITES.find((entry) => entry.platform === platform);
  // Nothing may be awaited before this call, or the browser does not count it as part of the click.
  return site ? await (on ? switchOn(site) : switchOff(site)) : false;
}

export function usePlatforms(): Platforms {
  const [granted, setGranted] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const look = () => void grantedOrigins().then(setGranted);
    look();
    return onPermissionChange(look);
  }, []);
  return { switches: SITES.map((site) => ({ ...site, on: isOn(site, granted) })), granted, change };
}

/** How often the page in the tab is asked how far it is, in milliseconds; it answers from memory. */
const ASK_TAB_EVERY = 2000;

export function useTab(platforms: Platforms): { tab: ActiveTab; state: TabState } {
  const [tab, setTab] = useState<ActiveTab>({ id: undefined, url: undefined });
  const [state, setState] = useState<TabState>({ kind: 'other' });
  const { granted } = platforms;
  useEffect(() => {
    let dropped = false;
    const look = async () => {
      if (document.hidden) return;
      const now = await activeTab();
      const seen = await tabState(now, granted);
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
  }, [granted]);
  return { tab, state };
}

/** The last report at once; the engine is started only if something changed since. */
export function useReport(): { reported: Reported | null; failed: Problem | null; stale: boolean; retry: () => void } {
  const { locale, settings } = useApp();
  const ask = { locale, zone: settings.zone, build: extensionVersion() };
  const last = useAnswer('lastReport', ask);
  const older = last.state.state === 'ready' ? last.state.value : null;
  const outdated = last.state.state === 'failed' || (last.state.state === 'ready' && !older?.current);
  const fresh = useAnswer('report', ask, outdated);
  const newer = fresh.state.state === 'ready' ? fresh.state.value : null;
  const reported = newer && (!older || newer.dataVersion >= older.dataVersion) ? newer : older;
  return {
    reported,
    failed: fresh.state.state === 'failed' ? fresh.state.problem : null,
    stale: last.stale || (outdated && fresh.stale),
    retry: fresh.retry,
  };
}

/** Pieces of one account's report, once they are there. Whoever shows another account is another component (`key`). */
export function usePieces<P extends PieceName>(
  front: Front,
  { platform, account }: Scope,
  names: readonly P[],
): Asked<Pick<Pieces, P>> {
  const { locale } = useApp();
  const scope = { platform, account };
  // All that were asked for are answered.
  return useAnswer('pieces', { locale, scope, names, of: front.generatedAt }) as Asked<Pick<Pieces, P>>;
}
