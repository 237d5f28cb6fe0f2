import { browser } from 'wxt/browser';
import { draftPlatform } from '../../core/dashboards/compose';
import { type DraftField, draftFields } from '../../core/dashboards/draft';
import { type DraftAnswer, LONGEST_DRAFT, type TabMessage } from '../../core/messages';
import type { DraftContext } from '../../core/model/draft';
import type { Platform } from '../../core/model/platforms';
import { connected, send } from '../dashboard.content/send';
import { watch } from '../dashboard.content/watch';
import { createLight, type Light } from './light';

/** Milliseconds between looks whether the extension still stands behind this script, and whether a field was filled by the page. */
const HEARTBEAT = 3000;

interface Extension {
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}
/** Browsers let extensions look into closed roots: Chromium by `chrome.dom`, Firefox by a property of the element. */
const shadowOf = (element: HTMLElement): ShadowRoot | null => {
  const { dom } = (globalThis as { chrome?: Extension }).chrome ?? {};
  if (dom) return dom.openOrClosedShadowRoot(element);
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
};

/** One document on which posts are written, until the tab, the permission or the extension goes. */
export class Draft {
  private light: Light | undefined;
  private platform: Platform | null = null;
  private fields: DraftField[] = [];
  /** What was last asked, as one string; a new look at the same draft asks nothing. */
  private asked = '';
  private context: DraftContext = {};

  constructor(
    private readonly language: 'en' | 'zh-CN',
    private readonly ending: AbortController,
  ) {}

  start(): void {
    const { signal } = this.ending;
    const look = () => this.look();
    watch({ roots: () => [document.documentElement], look, signal });
    // Typing in inputs changes no node. Captured at the window: also from inside closed roots.
    let typing: ReturnType<typeof setTimeout> | undefined;
    addEventListener(
      'input',
      () => {
        clearTimeout(typing);
        typing = setTimeout(look, 250);
      },
      { signal, capture: true, passive: true },
    );
    for (const name of ['scroll', 'resize'] as const)
      addEventListener(name, () => this.place(), { signal, capture: true, passive: true });
    const heartbeat = setInterval(() => {
      if (!document.hidden) look();
    }, HEARTBEAT);
    browser.runtime.onMessage.addListener(this.onMessage as never);
    signal.addEventListener('abort', () => {
      if (connected()) browser.runtime.onMessage.removeListener(this.onMessage as never);
      clearInterval(heartbeat);
      clearTimeout(typing);
      this.light?.remove();
    });
  }

  private readonly onMessage = (message: TabMessage): undefined => {
    if (message.type !== 'changed') return;
    send({ type: 'hello' }).then(
      ({ granted }) => granted || this.ending.abort(),
      () => undefined,
    );
  };

  private look(): void {
    if (!connected()) {
      this.ending.abort();
      return;
    }
    const platform = draftPlatform(location.href, document);
    if (platform !== this.platform) {
      this.platform = platform;
      this.context = {};
    }
    this.fields = platform ? draftFields(document, shadowOf) : [];
    const text = this.fields
      .map((field) => field.text)
      .filter(Boolean)
      .join('\n')
      .slice(0, LONGEST_DRAFT);
    if (!text.trim()) {
      // What was said of one draft says nothing of the next.
      this.context = {};
    }
    if (this.fields.length === 0) {
      this.light?.remove();
      this.light = undefined;
      this.asked = '';
      return;
    }
    this.light ??= createLight(this.language, {
      answer: (question, value) => this.say({ ...this.context, [question]: value }),
      declare: (label, set) => {
        const others = (this.context.declared ?? []).filter((one) => one !== label);
        this.say({ ...this.context, declared: set ? [...others, label] : others });
      },
      setAside: async (about) => {
        if (!(await send({ type: 'set-aside', about })).ok) throw new Error('not kept');
        this.asked = '';
        this.look();
      },
    });
    this.place();
    void this.check(text);
  }

  private say(context: DraftContext): void {
    this.context = context;
    this.look();
  }

  /** Beside the field with the most words, else beside the first. */
  private place(): void {
    const main = this.fields.toSorted((a, b) => b.text.length - a.text.length)[0];
    if (main) this.light?.place(main.element.getBoundingClientRect());
  }

  private async check(text: string): Promise<void> {
    const asked = JSON.stringify([this.platform, text, this.context]);
    if (asked === this.asked) return;
    this.asked = asked;
    if (!text) {
      this.light?.show(null);
      return;
    }
    const answer = await send({ type: 'check', text, context: this.context }).catch(
      (error: unknown): DraftAnswer => ({ ok: false, problem: String(error) }),
    );
    if (this.asked !== asked) return;
    if (answer.ok) this.light?.show(answer.check, this.context);
    else if (answer.problem === 'withdrawn') this.ending.abort();
    else this.light?.fail();
  }
}
