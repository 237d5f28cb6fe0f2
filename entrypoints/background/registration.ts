import { browser } from 'wxt/browser';
import { composes } from '../../core/dashboards/compose';
import { HOSTS, type Host, pageScript, readingScripts } from '../../core/dashboards/hosts';

const scriptsOf = (site: Host) => [...readingScripts(site), ...(composes(site) ? [pageScript('compose')] : [])];
const idOf = (site: Host) => `dashboard-${site.platform}`;

/** Browsers give paths back without the first slash, or with their own address before it. */
const fits = (registered: string | undefined, file: string) => registered?.endsWith(file.slice(1)) === true;

/** The sites whose hosts the user has granted, all of them or none. */
export async function grantedHosts(): Promise<Host[]> {
  const held = await browser.permissions.getAll();
  const origins = new Set(held.origins);
  return HOSTS.filter((site) => site.matches.every((match) => origins.has(match)));
}

/**
 * Makes the registered content scripts what the user has granted: registers what is missing, removes what was withdrawn, and
 * injects into tabs already open (a script that runs there already ignores the second start). Told at each start and whenever a
 * permission changes, since browsers forget registrations at an update and a page that is already open gets none.
 */
export async function reconcile(): Promise<void> {
  const granted = await grantedHosts();
  const registered = await browser.scripting.getRegisteredContentScripts();
  const wanted = new Map(granted.map((site) => [idOf(site), site]));
  const isTrue = ({ id, js }: (typeof registered)[number]) => {
    const site = wanted.get(id);
    return site !== undefined && scriptsOf(site).length === js?.length && scriptsOf(site).every((file, at) => fits(js[at], file));
  };
  const stale = registered.filter((script) => !isTrue(script)).map(({ id }) => id);
  if (stale.length) await browser.scripting.unregisterContentScripts({ ids: stale });
  const known = new Set(registered.filter(isTrue).map(({ id }) => id));
  const missing = granted.filter((site) => !known.has(idOf(site)));
  if (missing.length) {
    await browser.scripting.registerContentScripts(
      missing.map((site) => ({
        id: idOf(site),
        js: scriptsOf(site),
        matches: [...site.matches],
        runAt: 'document_idle',
        persistAcrossSessions: true,
      })),
    );
  }
  await Promise.all(granted.map(injectIntoOpenTabs));
}

async function injectIntoOpenTabs(site: Host): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...site.matches] });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      // A tab may close or show an error page meanwhile: there is nothing to read there then.
      await browser.scripting.executeScript({ target: { tabId: id }, files: scriptsOf(site) }).catch(() => undefined);
    }),
  );
}
