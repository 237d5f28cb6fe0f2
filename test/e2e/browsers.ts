/** The browsers that every end-to-end test runs in, with the built extension. */
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Platform } from '../../core/model/platforms';
import type { KnownPost } from '../../core/model/post';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { FirefoxWithExtension } from '../../scripts/browsers/firefox';
import { type BrowserOptions, type BrowserWithExtension, type Page, type Site, tabOf } from '../../scripts/browsers/page';
import { ROOT } from '../../scripts/setup.mjs';
import { serve } from '../stage/server';
import { Stage, type StageOptions } from '../stage/stage';
import type { Tab } from '../stage/visitor';
import { ALL_ROWS, hostsOf, postsIn, QUIET_PLACE, type Rows } from './almanac';

const BUILT = process.env.BUILT_EXTENSIONS ?? join(ROOT, '.output');
export const CHROMIUM_BUILD = join(BUILT, 'chrome-mv3');
export const FIREFOX_BUILD = join(BUILT, 'firefox-mv2');
export const BUILDS = { Chromium: CHROMIUM_BUILD, Firefox: FIREFOX_BUILD };

export type BrowserName = BrowserWithExtension['name'];
/** For `describe.each`. `E2E_BROWSER=Firefox` leaves one of them, while working on a test. */
export const BROWSERS = (['Chromium', 'Firefox'] as const).filter(
  (name) => !process.env.E2E_BROWSER || process.env.E2E_BROWSER === name,
);

const NOTHING: Site = { answer: () => null };

/** A browser with the extension as it is after its installation, before a site. */
export async function launch(name: BrowserName, options: Partial<BrowserOptions> = {}): Promise<BrowserWithExtension> {
  if (name === 'Chromium') return ChromiumWithExtension.launch({ extension: CHROMIUM_BUILD, watched: true, ...options });
  // Who wants to keep a profile wants to end the browser as well.
  if (options.profile) return launchFirefox(options);
  site = options.site ?? NOTHING;
  if (shared) await shared.renew({ extension: FIREFOX_BUILD, ...options });
  else {
    shared = await launchFirefox({ ...options, site: { answer: (address) => site.answer(address) } });
    shared.keep();
  }
  return shared;
}

/** Firefox takes seconds to start: the tests of a file share one, which is made new for each of them. */
let shared: FirefoxWithExtension | undefined;
let site = NOTHING;
afterAll(() => shared?.end());

async function launchFirefox({ site = NOTHING, ...options }: Partial<BrowserOptions>): Promise<FirefoxWithExtension> {
  const server = await serve(site);
  try {
    const browser = await FirefoxWithExtension.launch({ extension: FIREFOX_BUILD, ...options, proxy: server.proxyPort });
    browser.onClose(() => server.close());
    return browser;
  } catch (error) {
    await server.close();
    throw error;
  }
}

export interface Opened {
  browser: BrowserWithExtension;
  stage: Stage;
  /** The creator's tab. */
  tab: Tab & { page: Page; reload(): Promise<void> };
  /** A page of the extension to look from. */
  lookout: Page;
  rows(): Promise<Rows | null>;
  posts(): Promise<KnownPost[]>;
  close(): Promise<void>;
}

/** Starts a browser with the extension before a stage, with the hosts of `granted` granted. */
export async function open(
  name: BrowserName,
  options: StageOptions & { granted?: readonly Platform[] } & Pick<BrowserOptions, 'locale' | 'downloads'>,
): Promise<Opened> {
  const { granted = options.accounts.map((account) => account.platform), locale, downloads, ...staged } = options;
  const stage = new Stage(staged);
  const browser = await launch(name, { site: stage, ...(locale ? { locale } : {}), ...(downloads ? { downloads } : {}) });
  try {
    const lookout = await browser.open(QUIET_PLACE);
    if (granted.length) await browser.grant(lookout, ...hostsOf(...granted));
    const tab = tabOf(await browser.newPage());
    const rows = () => tabOf(lookout).run<Rows | null>(ALL_ROWS);
    return { browser, stage, tab, lookout, rows, posts: async () => postsIn(await rows()), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
