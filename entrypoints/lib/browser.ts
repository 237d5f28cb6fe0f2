/** What screens ask of the browser: the tab beside them, permissions, downloads, opening our own pages. */
import { browser } from 'wxt/browser';
import type { TabState } from '../../components/data';
import type { PageMessage, TabMessage, TabStatus } from '../../core/messages';
import { storeProblem } from './problems';
import { isSample, SAMPLE_DATABASE } from './sample-place';
import { type SiteView, siteAt } from './sites';

export const uiLanguage = (): 'en' | 'zh-CN' => (browser.i18n.getMessage('uiLanguage') === 'zh-CN' ? 'zh-CN' : 'en');

export const extensionVersion = () => browser.runtime.getManifest().version;

export async function grantedOrigins(): Promise<Set<string>> {
  return new Set((await browser.permissions.getAll()).origins);
}
export const isOn = (site: SiteView, granted: ReadonlySet<string>) => site.origins.every((origin) => granted.has(origin));

/** Must be called straight from the click: the browser shows its question only then. */
export const switchOn = (site: SiteView): Promise<boolean> => browser.permissions.request({ origins: site.origins });
export const switchOff = (site: SiteView): Promise<boolean> => browser.permissions.remove({ origins: site.origins });

export function onPermissionChange(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

export interface ActiveTab {
  id: number | undefined;
  /** Known only for sites the creator has switched on. */
  url: string | undefined;
}
export async function activeTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id, url: tab?.url };
}

/** Told when another tab comes to the front or the one in front goes elsewhere. */
export function onTabChange(listener: () => void): () => void {
  const updated = (_id: number, change: { status?: string | undefined; url?: string | undefined }) => {
    if (change.status === 'complete' || change.url) listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

const ask = (tabId: number, message: TabMessage): Promise<unknown> => browser.tabs.sendMessage(tabId, message, { frameId: 0 });

/** The running content script says what it sees; where none runs, the address and the permissions say why. */
export async function tabState(tab: ActiveTab, granted: ReadonlySet<string>): Promise<TabState> {
  const status =
    tab.id === undefined ? null : ((await ask(tab.id, { type: 'tab-status' }).catch(() => null)) as TabStatus | null);
  if (status?.platform) return fromStatus(status);
  const site = tab.url === undefined ? undefined : siteAt(tab.url);
  if (!site) return { kind: 'other' };
  return isOn(site, granted) ? { kind: 'refresh', platform: site.platform } : { kind: 'off', platform: site.platform };
}

function fromStatus({ platform, page, status, coverage, newPosts, paused, problem }: TabStatus): TabState {
  if (paused) return { kind: 'paused', platform, page };
  switch (status) {
    case 'not-a-dashboard':
      return { kind: 'not-a-dashboard', platform };
    case 'unsupported-layout':
      return { kind: 'unsupported-layout', platform, page };
    default:
      return {
        kind: 'reading',
        platform,
        expected: coverage.expectedTotal,
        captured: coverage.captured,
        fresh: newPosts,
        problem: problem === null ? null : { key: storeProblem(problem), detail: problem },
      };
  }
}

/** Pages opened from the sample show the sample. */
const here = () => (isSample(location.search) ? '?sample' : '');
/** Opens our full-tab page, at `section` when given. */
export const openWorkbench = (section?: string) =>
  browser.tabs.create({ url: browser.runtime.getURL(`/workbench.html${here()}${section ? `#${section}` : ''}`) });

/** Shows the sample account in this tab. */
export const openSample = () => location.assign('/workbench.html?sample#today');
/** Removes the sample with its database and goes back to the start. */
export function leaveSample(): void {
  const gone = indexedDB.deleteDatabase(SAMPLE_DATABASE);
  const leave = () => location.assign('/workbench.html#welcome');
  // Other pages of the sample hold it open: it goes when they do.
  gone.onsuccess = leave;
  gone.onerror = leave;
  gone.onblocked = leave;
}

export const reloadTab = async (id: number | undefined) => {
  if (id !== undefined) await browser.tabs.reload(id);
};

interface PanelApis {
  sidePanel?: { open(options: { tabId?: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}
/** Must be called straight from the click. */
export function openPanel(tabId: number | undefined): Promise<void> {
  const { chrome, browser: own } = globalThis as { chrome?: PanelApis; browser?: PanelApis };
  if (chrome?.sidePanel && tabId !== undefined) return chrome.sidePanel.open({ tabId });
  return own?.sidebarAction?.open() ?? Promise.resolve();
}

/** A link in the document, since Firefox follows no other; the address is given back only after the browser surely has the file. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Has the background tell open dashboards that a setting or the report has changed. Nobody there to hear it is no fault. */
export const announce = (): Promise<unknown> =>
  browser.runtime.sendMessage({ type: 'announce' } satisfies PageMessage).catch(() => undefined);
