import { type Host, hostAt } from '../../core/dashboards/hosts';

/** The parts of `runtime.MessageSender` that decide who is speaking. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export type Speaker = { kind: 'dashboard'; host: Host; tabId: number } | { kind: 'page' } | { kind: 'stranger' };

/**
 * Who sent a message. A page of ours is known by its origin (in a tab it has a `tab` too, so the origin decides first); a
 * dashboard's content script by a tab, the top frame, and an address of a site we read. Everyone else is a stranger.
 */
export function speakerOf(sender: Sender, own: { id: string; origin: string }): Speaker {
  if (sender.id !== own.id || !sender.url) return { kind: 'stranger' };
  const address = URL.parse(sender.url);
  if (!address) return { kind: 'stranger' };
  // `URL.origin` of extension addresses is "null" in Firefox: compare scheme and host.
  if (`${address.protocol}//${address.host}` === own.origin) return { kind: 'page' };
  const host = hostAt(sender.url);
  if (host && sender.frameId === 0 && sender.tab?.id !== undefined) return { kind: 'dashboard', host, tabId: sender.tab.id };
  return { kind: 'stranger' };
}
