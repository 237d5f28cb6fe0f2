/**
 * Wiring of the background: it keeps what dashboards hand over, answers their questions, and keeps the registered content scripts
 * true. Every listener is registered at once, before anything is awaited: a woken service worker hears only those.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Answers, DashboardMessage, PageMessage } from '../../core/messages';
import { parseDashboardMessage, parsePageMessage } from '../../core/messages.schema';
import { capture } from './capture';
import { checkDraft } from './check';
import { hello } from './hello';
import { announce, marks, setAside } from './marks';
import { openPanel } from './panel';
import { putPart } from './parts';
import { reconcile } from './registration';
import { ALARM, keepAlarm, openFor, remind } from './reminders';
import { type Sender, type Speaker, speakerOf } from './senders';

type Dashboard = Extract<Speaker, { kind: 'dashboard' }>;

function answerDashboard(message: DashboardMessage, from: Dashboard): Promise<Answers[DashboardMessage['type']]> {
  switch (message.type) {
    case 'hello':
      return hello(from.host);
    case 'capture':
      return capture(message.batch, from.host);
    case 'open-panel':
      return openPanel(from.tabId);
    case 'part':
      return putPart(from.tabId, message.name);
    case 'check':
      return checkDraft(message, from.host);
    case 'marks':
      return marks(message.posts, from.host);
    case 'set-aside':
      return setAside(message.about, from.host);
  }
}

async function answerPage(message: PageMessage): Promise<Answers[PageMessage['type']]> {
  switch (message.type) {
    case 'reconcile':
      await reconcile();
      return { ok: true };
    case 'announce':
      await Promise.all([announce(), keepAlarm()]);
      return { ok: true };
  }
}

export default defineBackground(() => {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };

  const listener = (value: unknown, sender: Sender, sendResponse: (answer: unknown) => void): true | undefined => {
    const from = speakerOf(sender, own);
    if (from.kind === 'stranger') return undefined;
    const parsed = from.kind === 'dashboard' ? parseDashboardMessage(value) : parsePageMessage(value);
    if (!parsed.ok) {
      // A page of ours may be speaking to another page of ours: only a dashboard is owed an answer.
      if (from.kind === 'dashboard') sendResponse({ ok: false, retry: false, problem: parsed.problem });
      return undefined;
    }
    const answer =
      from.kind === 'dashboard'
        ? answerDashboard(parsed.value as DashboardMessage, from)
        : answerPage(parsed.value as PageMessage);
    answer.then(sendResponse, (error: unknown) => sendResponse({ ok: false, retry: true, problem: String(error) }));
    return true;
  };
  // A listener that answers later and returns true is what all browsers understand.
  browser.runtime.onMessage.addListener(listener as never);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/workbench.html#welcome') });
  });
  browser.permissions.onAdded.addListener(() => void reconcile());
  browser.permissions.onRemoved.addListener(() => void reconcile().then(announce));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void remind(Date.now());
  });
  // Without the optional permission there is nothing to listen to.
  browser.notifications?.onClicked?.addListener((id) => void openFor(id));
  // Firefox clears what is stored when a disk gets short, unless it was asked to keep it; with `unlimitedStorage` it says yes without a
  // question. Chromium keeps it for the permission alone, and its workers cannot ask.
  void navigator.storage?.persist?.().catch(() => undefined);
  void reconcile();
  void keepAlarm();
});
