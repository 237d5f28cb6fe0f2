/*
 * Runs inside Firefox, in the window of the browser itself, where everything may be done. `firefox.ts` sends it there once at the start
 * and calls what it leaves in `inside`. A page is named by its `browserId`, which stays when it goes to another process.
 */
const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
const { URILoadingHelper } = ChromeUtils.importESModule('resource:///modules/URILoadingHelper.sys.mjs');
// biome-ignore lint/complexity/noArguments: Marionette runs this as the body of a function
const [extensionId, engineSource, requestsFile] = arguments;

const EventUtils = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', EventUtils);

const pause = () => new Promise((done) => window.setTimeout(done, 15));
async function poll(what, look, limit = 60_000) {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain for ${what}`);
    await pause();
  }
}
const extension = () => WebExtensionPolicy.getByID(extensionId).extension;
const fileAt = (path) => {
  const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  file.initWithPath(path);
  return file;
};

// ------------------------------------------------------------------------------------------------- pages

function contextOf(page) {
  const context = BrowsingContext.getCurrentTopByBrowserId(page);
  if (!context || context.isDiscarded) throw new Error('the page is closed');
  return context;
}
const tabs = () => [...Services.wm.getEnumerator('navigator:browser')].flatMap((win) => [...win.gBrowser.tabs]);
const tabOf = (page) => tabs().find((tab) => tab.linkedBrowser.browserId === page);
const pages = () => tabs().map((tab) => tab.linkedBrowser.browserId);
const urlOf = (page) => contextOf(page).currentURI.spec;

/** Everything as after the first start: the extension installed anew, nothing stored, no page open but the first. */
async function renew(folder, downloads) {
  const [first] = window.gBrowser.tabs;
  for (const tab of tabs()) if (tab !== first) close(tab.linkedBrowser.browserId);
  await poll('the pages to be gone', () => tabs().length === 1);
  await (await AddonManager.getAddonByID(extensionId))?.uninstall();
  const { CLEAR_ALL_CACHES, CLEAR_COOKIES, CLEAR_DOM_STORAGES } = Ci.nsIClearDataService;
  await new Promise((done) => Services.clearData.deleteData(CLEAR_ALL_CACHES | CLEAR_COOKIES | CLEAR_DOM_STORAGES, done));
  Services.prefs.setStringPref('browser.download.dir', downloads);
  await install(folder);
}
/** The first time; the sidebar then opens itself and is closed again, because a page of ours that nobody asked for would join in. */
async function install(folder) {
  await update(folder);
  await poll('the sidebar that opens itself', () => window.SidebarController.isOpen);
  window.SidebarController.hide();
  await poll('the sidebar to close', () => sidebarViews().length === 0);
}
/** Puts what lies in a folder in place of what runs. */
async function update(folder) {
  await AddonManager.installTemporaryAddon(fileAt(folder));
}

async function turn(on) {
  const addon = await AddonManager.getAddonByID(extensionId);
  await (on ? addon.enable() : addon.disable());
}

/** Opens an empty page in a window of its own: a tab behind another is hidden, and a hidden dashboard is not read. */
async function open() {
  const browser = await new Promise((resolveOnContentBrowserCreated) =>
    URILoadingHelper.openTrustedLinkIn(window, 'about:blank', 'window', { resolveOnContentBrowserCreated }),
  );
  const page = browser.browserId;
  await poll('the window', () => browser.ownerDocument.defaultView.gBrowserInit?.delayedStartupFinished);
  await poll('the empty page', () => contextOf(page).currentWindowGlobal);
  await browser.ownerDocument.defaultView.SidebarController.hide();
  return page;
}

function close(page) {
  const tab = tabOf(page);
  if (!tab) return;
  const { gBrowser } = tab.ownerDocument.defaultView;
  if (gBrowser.tabs.length > 1) gBrowser.removeTab(tab, { skipPermitUnload: true });
  else tab.ownerDocument.defaultView.close();
}

/** Goes to an address, or loads the page anew without one. */
async function load(page, url) {
  const here = urlOf(page);
  if (url?.includes('#') && url.split('#')[0] === here.split('#')[0]) {
    // Another place in the same document.
    await evaluate(page, `location.href = ${JSON.stringify(url)}`);
    await poll(`the place ${url}`, () => urlOf(page) === url);
    return;
  }
  const context = contextOf(page);
  const before = context.currentWindowGlobal?.innerWindowId;
  if (url === undefined) context.reload(Ci.nsIWebNavigation.LOAD_FLAGS_NONE);
  else context.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
  const global = await poll(`the page ${url ?? here}`, () => {
    const now = contextOf(page).currentWindowGlobal;
    const there = now && now.innerWindowId !== before && !now.isInitialDocument;
    return there && (now.documentURI.spec !== 'about:blank' || url === 'about:blank') && now;
  });
  const { spec } = global.documentURI;
  if (spec.startsWith('about:neterror')) throw new Error(`${url} cannot be loaded`);
  await poll(`all of ${url ?? here}`, async () => {
    try {
      return (await inPage(page, 'return document.readyState === "complete";', [])) === true;
    } catch {
      return false;
    }
  });
}

function inPage(page, script, args) {
  const actor = contextOf(page).currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(script, args, { sandboxName: 'system', timeout: 240_000 });
}

/** The value of an expression in the page's own world, as JSON. What it leaves in `globalThis` is there the next time. */
async function evaluate(page, expression) {
  const said = await inPage(
    page,
    `const [expression] = arguments;
     return (async () => {
       globalThis.world ??= new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false, wantComponents: false, sameZoneAs: window });
       globalThis.toJson ??= Cu.evalInSandbox('(value) => Promise.resolve(value).then((it) => JSON.stringify(it) ?? "null")', world);
       return toJson(Cu.waiveXrays(Cu.evalInSandbox(expression, world)));
     })().then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }));`,
    [expression],
  );
  const { value, error } = JSON.parse(said);
  if (error !== undefined) throw new Error(error);
  return JSON.parse(value);
}

/** What `script` gives in a world with more rights than the page's; it may look into closed shadow roots. */
async function look(page, script, ...args) {
  const said = await inPage(
    page,
    `return (async function () { ${script} }).apply(null, arguments)
       .then((value) => JSON.stringify({ value: value ?? null }), (error) => JSON.stringify({ error: String(error) }));`,
    args,
  );
  const { value, error } = JSON.parse(said);
  if (error !== undefined) throw new Error(error);
  return value;
}

/** Runs `body` with Playwright's selector engine as `engine`, in a world that the page's scripts cannot reach. */
async function select(page, body, ...args) {
  const run = (first) =>
    look(
      page,
      `const [first, source, body, given] = arguments;
       if (!globalThis.selecting) {
         if (first) return 'no engine';
         globalThis.selecting = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: true, wantComponents: false, sameZoneAs: window });
         Cu.evalInSandbox(source, selecting);
       }
       return JSON.parse(await Cu.evalInSandbox(
         '(async (given) => JSON.stringify((await (async (' + ['engine', 'given'] + ') => {' + body + '})(engine, JSON.parse(given))) ?? null))', selecting)(given));`,
      first,
      first ? '' : engineSource,
      body,
      JSON.stringify(args),
    );
  const said = await run(true);
  return said === 'no engine' ? run(false) : said;
}

/** The next page that opens while `act` of the test runs has to be asked for before: `pages()` before and after. */
async function newPage(before) {
  return poll('a new page', () => pages().find((page) => !before.includes(page)));
}

// ------------------------------------------------------------------------------------------------- a person's hands

/** Makes the page the one that keys go to. */
async function focus(page) {
  const context = contextOf(page);
  const browser = context.embedderElement;
  const win = context.topChromeWindow;
  const tab = tabOf(page);
  if (tab) win.gBrowser.selectedTab = tab;
  await poll('the window to be in front', () => {
    if (Services.focus.activeWindow === win) return true;
    win.focus();
    return false;
  });
  await poll('the page to have the focus', async () => {
    if (Services.focus.focusedElement !== browser) browser.focus();
    return Services.focus.focusedElement === browser && (await look(page, 'return document.hasFocus()'));
  });
}

/** Resolves when the page has seen everything that was sent before, and what it sent back has been seen too. */
const settle = async (page) => {
  for (let time = 0; time < 2; time++) await look(page, 'return 0').catch(() => {});
};

async function press(page, keys) {
  await focus(page);
  const win = contextOf(page).topChromeWindow;
  for (const { key, ...modifiers } of keys) EventUtils.synthesizeKey(key, modifiers, win);
  await settle(page);
}

async function mouse(page, types, x, y) {
  await focus(page);
  const context = contextOf(page);
  const win = context.topChromeWindow;
  const browser = context.embedderElement;
  const left = browser.screenX - win.mozInnerScreenX + x;
  const top = browser.screenY - win.mozInnerScreenY + y;
  // All at once: between a press and its release a page could move the element away.
  for (const type of types) EventUtils.synthesizeMouseAtPoint(left, top, { type, clickCount: 1 }, win);
  await settle(page);
}

// ------------------------------------------------------------------------------------------------- what surrounds a page

async function resize(page, width, height) {
  const browser = contextOf(page).embedderElement;
  const size = (name, px) => `${name}: ${px}px !important; min-${name}: ${px}px !important; max-${name}: ${px}px !important;`;
  browser.style.cssText = `${size('width', width)} ${size('height', height)}`;
  await poll('the size', async () => {
    const [w, h] = await look(page, 'return [innerWidth, innerHeight]');
    return w === width && h === height;
  });
}

function emulate(page, { colorScheme, reducedMotion, media, timezone }) {
  const context = contextOf(page);
  if (colorScheme !== undefined) context.prefersColorSchemeOverride = colorScheme ?? 'none';
  if (reducedMotion !== undefined) context.prefersReducedMotionOverride = reducedMotion ?? 'none';
  if (media !== undefined) context.mediumOverride = media ?? '';
  if (timezone !== undefined) context.timezoneOverride = timezone;
}

async function permit(verb, origins) {
  await ExtensionPermissions[verb](extensionId, { permissions: [], origins }, extension());
}

const stopBackground = () => extension().terminateBackground();

const sidebarViews = () =>
  [...extension().views].filter(({ viewType, xulBrowser }) => viewType === 'sidebar' && xulBrowser?.browserId);
/** Opens the sidebar of the window in front, as its menu does; the page in it. */
async function sidebar() {
  const { SidebarController } = Services.wm.getMostRecentBrowserWindow();
  const [name] = [...SidebarController.sidebars].find(([, { extensionId: owner }]) => owner === extensionId);
  await SidebarController.show(name);
  return (await poll('the sidebar', () => sidebarViews()[0])).xulBrowser.browserId;
}

// ------------------------------------------------------------------------------------------------- what must not happen

/** Requests that anything of the extension made. Going to a page is no request of ours. */
const requests = [];
/** On the disk at once: a browser that is killed takes nothing along. */
function note(address) {
  requests.push(address);
  const stream = Cc['@mozilla.org/network/file-output-stream;1'].createInstance(Ci.nsIFileOutputStream);
  const [WRITE, CREATE, APPEND] = [0x02, 0x08, 0x10];
  stream.init(fileAt(requestsFile), WRITE | CREATE | APPEND, 0o600, 0);
  stream.write(`${address}\n`, address.length + 1);
  stream.close();
}
/** Those since the last call. */
function requestsSoFar() {
  const file = fileAt(requestsFile);
  if (file.exists()) file.remove(false);
  return requests.splice(0);
}
const watcher = {
  observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal, loadingPrincipal, externalContentPolicyType } = channel.loadInfo;
    if (externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT) return;
    if ([triggeringPrincipal, loadingPrincipal].some((principal) => principal?.isAddonOrExpandedAddonPrincipal))
      note(channel.URI.spec);
  },
};
Services.obs.addObserver(watcher, 'http-on-opening-request');

/** Errors of scripts, by page. */
const errors = [];
Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
    const page = BrowsingContext.get(WindowGlobalParent.getByInnerWindowId(message.innerWindowID)?.browsingContext.id)?.browserId;
    if (page && /javascript/i.test(message.category)) errors.push({ page, text: message.errorMessage });
  },
});
const errorsOf = (page) => errors.filter((one) => one.page === page).map(({ text }) => text);

globalThis.inside = {
  close,
  emulate,
  errorsOf,
  evaluate,
  focus,
  install,
  load,
  look,
  mouse,
  newPage,
  open,
  pages,
  permit,
  press,
  renew,
  requests: requestsSoFar,
  resize,
  select,
  settle,
  sidebar,
  stopBackground,
  turn,
  update,
  urlOf,
};
