/**
 * What tests ask of a browser with the extension, whichever it is. `Page` and `Locator` are the part of Playwright's that the tests use:
 * in Chromium they are Playwright's own, in Firefox they stand in `firefox-page.ts`.
 */
import type { Page as PlaywrightPage } from 'playwright-core';

export type Role = Parameters<PlaywrightPage['getByRole']>[0];
interface Exactly {
  exact?: boolean;
}
export interface ByRole extends Exactly {
  name?: string | RegExp;
}
export interface Having {
  hasText?: string | RegExp;
  has?: Locator;
}
/** A file as a person chooses it: a path, or its contents. */
export type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };
export interface Choice {
  label: string;
}

interface Findable {
  locator(selector: string, having?: Having): Locator;
  getByRole(role: Role, options?: ByRole): Locator;
  getByLabel(text: string | RegExp, options?: Exactly): Locator;
  getByText(text: string | RegExp, options?: Exactly): Locator;
}

export interface Locator extends Findable {
  first(): Locator;
  last(): Locator;
  nth(index: number): Locator;
  click(): Promise<void>;
  check(): Promise<void>;
  uncheck(): Promise<void>;
  fill(value: string): Promise<void>;
  press(key: string): Promise<void>;
  focus(): Promise<void>;
  blur(): Promise<void>;
  selectOption(choice: string | Choice): Promise<unknown>;
  setInputFiles(file: ChosenFile): Promise<void>;
  waitFor(options?: { state?: 'attached' | 'detached' | 'visible' | 'hidden'; timeout?: number }): Promise<void>;
  count(): Promise<number>;
  innerText(): Promise<string>;
  textContent(): Promise<string | null>;
  inputValue(): Promise<string>;
  /** `act` gets the element and knows nothing but it. */
  evaluate<T>(act: (element: Element) => T): Promise<T>;
}

export interface Page extends Findable {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;
  /** The value of an expression in the page; it must be plain data. */
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  focus(selector: string): Promise<void>;
  setInputFiles(selector: string, file: ChosenFile): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: {
    media?: 'print' | null;
    colorScheme?: 'light' | 'dark' | null;
    reducedMotion?: 'reduce' | null;
  }): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
}

/** A part of the overlay: px in the window. */
export interface ShadowPart {
  label: string;
  classes: string[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a script can do to a button, in place of a person. */
export const PRESS = `function () {
  this.click();
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    this.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true, cancelable: true, view: window }));
}`;

/** Answers a request, or null where it plays no such host. `Stage` of `test/stage` is one. */
export interface Site {
  /** Its pages ask for nothing that it does not have: what else is asked for there, somebody else wants. */
  readonly closed?: boolean;
  answer(address: string): { status: number; headers: Record<string, string>; body: string } | null;
}

export interface BrowserOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  site?: Site;
  headless?: boolean;
  /** `zh-CN`: the extension's own language follows it, where the browser knows it. */
  locale?: string;
  /** Where downloads go, under their real names. */
  downloads?: string;
  /** Kept after closing when given. */
  profile?: string;
  /** Whether Chromium's requests are watched, which costs a little; Firefox's always are. */
  watched?: boolean;
}

export interface BrowserWithExtension {
  readonly name: 'Chromium' | 'Firefox';
  /** Address of a file of the extension. */
  url(path: string): string;
  /** An empty page, as visible as any other. */
  newPage(): Promise<Page>;
  /** Opens a page of the extension. */
  open(path: string): Promise<Page>;
  /** Pages that stand open. */
  pages(): Promise<Page[]>;
  /** The page that opens by what `act` does. */
  opened(act: () => Promise<void>): Promise<Page>;
  /** Says yes in advance to what a click in the extension will ask for. */
  approve(...origins: string[]): Promise<void>;
  /** Grants hosts as a user does who clicks and says yes. `page` is any page of the extension. */
  grant(page: Page, ...origins: string[]): Promise<void>;
  withdraw(page: Page, ...origins: string[]): Promise<void>;
  /** Ends the background, as the browser does when it has been idle. Resolves when it is gone. */
  stopBackground(): Promise<void>;
  /** The page in the panel beside the tabs, once it stands open. */
  panel(): Promise<{ evaluate<T>(expression: string): Promise<T> }>;
  /** Whether the background can ask the network for something. */
  fetchFromBackground(address: string): Promise<'sent' | 'refused'>;
  /** The file that `act` saves. */
  saved(page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }>;
  /** From now on: errors of the page's scripts and of ours in it. */
  errors(page: Page): () => Promise<string[]>;
  /** The page believes to be in another time zone from its next document on. */
  setTimezone(page: Page, zone: string): Promise<void>;
  /** Has `source` at hand in a world beside the page's own, and gives what `expression` makes of the page there. */
  inspect<T>(page: Page, source: string, expression: string): Promise<T>;
  /** What a screen reader is told without a name though it needs one. */
  unnamed(page: Page): Promise<string[]>;
  /** The text in the closed shadow roots of `host`, which the page itself cannot enter; null where there is no such element. */
  shadowText(page: Page, host: string): Promise<string | null>;
  /** Elements with a class inside the closed shadow root of `host` that are drawn, with what they are called and where they stand. */
  shadowParts(page: Page, host: string, className: string): Promise<ShadowPart[]>;
  /** Clicks the first button with that text in the closed shadow root of `host`, with the mouse. */
  clickInShadow(page: Page, host: string, text?: string): Promise<void>;
  /**
   * Presses every button in the closed shadow root of `host` as a script of the page would that had found a way in. Answers what they
   * say.
   */
  pressByScript(page: Page, host: string): Promise<string[]>;
  /**
   * Puts what now lies in the folder of the extension in place of what runs. `page` is a page of the extension; those close.
   */
  update(page: Page): Promise<void>;
  /** Switches the extension off, as on the browser's own page of extensions, or on again. */
  turn(on: boolean): Promise<void>;
  /**
   * The answered function ends all processes of the browser at once, as when the power goes. In Firefox it throws as `close` does; in
   * Chromium `close` tells afterwards.
   */
  aim(): Promise<() => Promise<void>>;
  /** Throws when anything of the extension asked the network for something while the browser ran (in Chromium: where it is `watched`). */
  close(): Promise<void>;
}

/** A page under the few verbs of `test/stage/visitor`. */
export function tabOf(page: Page) {
  return {
    page,
    goto: async (url: string) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    // As text: a page's policy forbids code made from strings inside it, not what the driver evaluates.
    run: <T>(body: string, ...args: unknown[]) =>
      page.evaluate<T>(`(async function () { ${body} }).apply(null, ${JSON.stringify(args)})`),
    click: (selector: string) => page.click(selector),
  };
}
