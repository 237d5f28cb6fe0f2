import { browser } from 'wxt/browser';
import type { Answers, DashboardMessage } from '../../core/messages';

export const send = <T extends DashboardMessage>(message: T) =>
  browser.runtime.sendMessage(message) as Promise<Answers[T['type']]>;

/** False once the extension was updated, reloaded or removed. */
export const connected = () => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};
