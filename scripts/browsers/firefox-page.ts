/** A page in Firefox as Playwright would have it: finds with Playwright's selectors, waits until it can act, acts as a person does. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ByRole, Choice, ChosenFile, Having, Locator, Page, Role } from './page';
import { until } from './poll';
import { byLabel, byRole, byText, has, hasText } from './selectors';

/** Calls what `in-firefox.js` left in the browser. */
export type Inside = <T>(verb: string, ...args: unknown[]) => Promise<T>;

interface Exactly {
  exact?: boolean;
}

/** Names of keys where Firefox and Playwright differ. */
const key = (name: string) => (name === 'Space' ? ' ' : name.length > 1 ? `KEY_${name}` : name);
function keys(combination: string): { key: string }[] {
  const names = combination.length > 1 ? combination.split('+') : [combination];
  const modifiers = Object.fromEntries(names.slice(0, -1).map((name) => [`${name.toLowerCase()}Key`, true]));
  return [{ key: key(names.at(-1) ?? ''), ...modifiers }];
}

const ONE = 'const element = engine.querySelector(engine.parseSelector(given[0]), document, true);';
const POINT = `const { left, top, width, height } = element.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };`;

abstract class Finding {
  abstract find(selector: string): FirefoxLocator;

  locator(selector: string, { hasText: text, has: inner }: Having = {}): FirefoxLocator {
    const parts = [selector];
    if (text !== undefined) parts.push(hasText(text));
    if (inner) parts.push(has((inner as FirefoxLocator).selector));
    return this.find(parts.join(' >> '));
  }
  getByRole(role: Role, options?: ByRole): FirefoxLocator {
    return this.find(byRole(role, options));
  }
  getByLabel(text: string | RegExp, { exact }: Exactly = {}): FirefoxLocator {
    return this.find(byLabel(text, exact));
  }
  getByText(text: string | RegExp, { exact }: Exactly = {}): FirefoxLocator {
    return this.find(byText(text, exact));
  }
}

export class FirefoxPage extends Finding implements Page {
  #pointer = { x: 0, y: 0 };

  constructor(
    readonly id: number,
    readonly inside: Inside,
  ) {
    super();
  }

  find(selector: string): FirefoxLocator {
    return new FirefoxLocator(this, selector);
  }
  goto(url: string): Promise<void> {
    return this.inside('load', this.id, url);
  }
  reload(): Promise<void> {
    return this.inside('load', this.id);
  }
  close(): Promise<void> {
    return this.inside('close', this.id);
  }
  bringToFront(): Promise<void> {
    return this.inside('focus', this.id);
  }
  evaluate<T>(expression: string): Promise<T> {
    return this.inside('evaluate', this.id, expression);
  }
  click(selector: string): Promise<void> {
    return this.find(selector).click();
  }
  focus(selector: string): Promise<void> {
    return this.find(selector).focus();
  }
  setInputFiles(selector: string, file: ChosenFile): Promise<void> {
    return this.find(selector).setInputFiles(file);
  }
  setViewportSize({ width, height }: { width: number; height: number }): Promise<void> {
    return this.inside('resize', this.id, width, height);
  }
  emulateMedia(options: Parameters<Page['emulateMedia']>[0]): Promise<void> {
    return this.inside('emulate', this.id, options);
  }

  readonly keyboard = {
    press: (combination: string): Promise<void> => this.inside('press', this.id, keys(combination)),
    type: (text: string): Promise<void> =>
      this.inside(
        'press',
        this.id,
        [...text].map((one) => ({ key: one })),
      ),
  };
  readonly mouse = {
    move: (x: number, y: number): Promise<void> => {
      this.#pointer = { x, y };
      return this.#mouse('mousemove');
    },
    down: () => this.#mouse('mousedown'),
    up: () => this.#mouse('mouseup'),
    click: (x: number, y: number): Promise<void> => {
      this.#pointer = { x, y };
      return this.#mouse('mousemove', 'mousedown', 'mouseup');
    },
  };
  #mouse(...types: string[]): Promise<void> {
    return this.inside('mouse', this.id, types, this.#pointer.x, this.#pointer.y);
  }
}

export class FirefoxLocator extends Finding implements Locator {
  constructor(
    readonly page: FirefoxPage,
    readonly selector: string,
  ) {
    super();
  }

  find(selector: string): FirefoxLocator {
    return new FirefoxLocator(this.page, `${this.selector} >> ${selector}`);
  }
  first(): FirefoxLocator {
    return this.nth(0);
  }
  last(): FirefoxLocator {
    return this.nth(-1);
  }
  nth(index: number): FirefoxLocator {
    return this.find(`nth=${index}`);
  }

  #in<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.page.inside('select', this.page.id, body, this.selector, ...args);
  }
  /** Does something with the one element, once it is there; `body` answers `{ done }`, or why it has to wait. */
  async #once<T>(what: string, body: string, ...args: unknown[]): Promise<T> {
    let why: unknown;
    const { done } = await until(
      `${what} ${this.selector}`,
      async () => {
        const said = await this.#in<{ done: T } | string>(
          `${ONE} if (!element) return 'it is not there'; if (!element.isConnected) return 'it is gone'; ${body}`,
          ...args,
        );
        if (typeof said !== 'string') return said;
        why = said;
        return null;
      },
      60_000,
      20,
    ).catch((cause: unknown) => {
      throw new Error(`${(cause as Error).message}: ${why ?? ''}`, { cause });
    });
    return done;
  }
  /** Waits until the element is in such a state and then does something with it. */
  #when<T>(what: string, states: string[], body: string, ...args: unknown[]): Promise<T> {
    return this.#once(
      what,
      `const lacks = await engine.checkElementStates(element, ${JSON.stringify(states)}, true);
       if (lacks) return 'it is not ' + (lacks.missingState ?? 'there'); ${body}`,
      ...args,
    );
  }

  /** Where the element can be clicked, scrolled into view. */
  #place(then = ''): Promise<{ x: number; y: number }> {
    return this.#when(
      'clicking',
      ['visible', 'enabled', 'stable'],
      `element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
       ${POINT}
       const hit = engine.expectHitTarget(point, element);
       if (hit !== 'done') return 'something lies over it: ' + hit.hitTargetDescription;
       ${then}
       return { done: point };`,
    );
  }
  /**
   * Between a look at the page and the click the page may move, and the click would fall beside: so the element is asked for once more
   * when the press arrives, a press beside it is kept from the page, and is made again.
   */
  async click(): Promise<void> {
    for (let times = 0; times < 50; times++) {
      const { x, y } = await this.#place();
      await this.page.mouse.move(x, y);
      const now = await this.#place(`globalThis.guard = engine.setupHitTargetInterceptor(element, 'mouse', point, false);`);
      await this.page.mouse.click(now.x, now.y);
      // Where the click led to another document, or closed the page, there is no guard any more, and nothing to do again.
      const hit = await this.#in<unknown>(
        `const said = globalThis.guard?.stop?.() ?? 'done'; globalThis.guard = undefined; return said;`,
      ).catch(() => 'done');
      if (hit === 'done') return;
    }
    throw new Error(`clicking ${this.selector}: it moves away from each click`);
  }
  async #check(wanted: boolean): Promise<void> {
    const state = `engine.elementState(element, 'checked', true).matches`;
    if ((await this.#once<boolean>('looking at', `return { done: ${state} }`)) === wanted) return;
    await this.click();
    await this.#once('checking', `return ${state} === given[1] ? { done: null } : 'it is not as wanted'`, wanted);
  }
  check(): Promise<void> {
    return this.#check(true);
  }
  uncheck(): Promise<void> {
    return this.#check(false);
  }
  async fill(value: string): Promise<void> {
    await this.page.bringToFront();
    await this.#when(
      'filling',
      ['visible', 'enabled', 'editable'],
      `if (engine.fill(element, given[1]) === 'needsinput')
         document.execCommand(given[1] ? 'insertText' : 'delete', false, given[1]);
       return { done: null };`,
      value,
    );
  }
  async press(combination: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press(combination);
  }
  async focus(): Promise<void> {
    await this.page.bringToFront();
    await this.#once('focusing', 'engine.focusNode(element); return { done: null };');
  }
  blur(): Promise<void> {
    return this.#once('leaving', 'engine.blurNode(element); return { done: null };');
  }
  selectOption(choice: string | Choice): Promise<unknown> {
    return this.#when(
      'choosing in',
      ['visible', 'enabled'],
      `const chosen = engine.selectOptions(element, [given[1]]);
       return typeof chosen === 'string' ? 'it has no such option: ' + chosen : { done: chosen };`,
      typeof choice === 'string' ? { valueOrLabel: choice } : choice,
    );
  }
  setInputFiles(file: ChosenFile): Promise<void> {
    const { name, mimeType, buffer } =
      typeof file === 'string' ? { name: basename(file), mimeType: '', buffer: readFileSync(file) } : file;
    return this.#once(
      'giving a file to',
      `const wrong = await engine.setInputFiles(element, [given[1]]); return wrong ? wrong : { done: null };`,
      { name, mimeType, buffer: buffer.toString('base64'), lastModifiedMs: Date.now() },
    );
  }

  async waitFor({
    state = 'visible',
    timeout = 60_000,
  }: {
    state?: 'attached' | 'detached' | 'visible' | 'hidden';
    timeout?: number;
  } = {}): Promise<void> {
    await until(
      `${this.selector} to be ${state}`,
      () =>
        this.#in<boolean>(
          `${ONE}
           const there = Boolean(element);
           const seen = there && engine.utils.isElementVisible(element);
           return { attached: there, detached: !there, visible: seen, hidden: !seen }[given[1]];`,
          state,
        ),
      timeout,
      25,
    );
  }
  count(): Promise<number> {
    return this.#in('return engine.querySelectorAll(engine.parseSelector(given[0]), document).length;');
  }
  innerText(): Promise<string> {
    return this.#once('reading', 'return { done: element.innerText };');
  }
  textContent(): Promise<string | null> {
    return this.#once('reading', 'return { done: element.textContent };');
  }
  inputValue(): Promise<string> {
    return this.#once('reading', 'return { done: element.value };');
  }
  evaluate<T>(act: (element: Element) => T): Promise<T> {
    return this.#once('asking', `return { done: (${act})(element) ?? null };`);
  }
}
