/** Chromium's off-screen page: checks drafts for the background in the data worker, and goes when none has come for a while. */
import { browser } from 'wxt/browser';
import { startAsking } from '../lib/ask';
import { CHECK_DRAFT, type CheckAsk } from '../lib/check-ask';

/** Milliseconds without a draft after which the page closes. */
const IDLE = 300_000;

const ask = startAsking();
let closing = setTimeout(() => close(), IDLE);

const listener = (
  message: { type?: unknown; ask?: CheckAsk } | null,
  sender: { id?: string; tab?: unknown },
  sendResponse: (answer: unknown) => void,
): true | undefined => {
  // Only the background asks: content scripts and pages in tabs have a tab.
  if (message?.type !== CHECK_DRAFT || !message.ask || sender.id !== browser.runtime.id || sender.tab) return undefined;
  clearTimeout(closing);
  closing = setTimeout(() => close(), IDLE);
  void ask('check', message.ask).then(sendResponse);
  return true;
};
browser.runtime.onMessage.addListener(listener as never);
