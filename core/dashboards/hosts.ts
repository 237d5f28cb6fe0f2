/**
 * Where the dashboards live. Apart from the readers, so that the background and the screens, which only ask and grant, carry none of
 * them. Manifest hosts, permissions and registrations are generated from this.
 */
import type { Platform } from '../model/platforms';

export interface Host {
  platform: Platform;
  /** Match patterns of whole hosts: client-side routing never injects again. */
  matches: readonly string[];
  /** Platforms whose posts its pages show, besides its own. */
  also?: readonly Platform[];
  /** The folder of its pages, where it is not named after the platform. */
  folder?: string;
}

export const HOSTS: readonly Host[] = [
  { platform: 'douyin', matches: ['https://creator.douyin.com/*'] },
  { platform: 'xiaohongshu', matches: ['https://creator.xiaohongshu.com/*'] },
  { platform: 'kuaishou', matches: ['https://cp.kuaishou.com/*'] },
  { platform: 'channels', matches: ['https://channels.weixin.qq.com/*'] },
  { platform: 'bilibili', matches: ['https://member.bilibili.com/*'] },
  { platform: 'youtube', matches: ['https://studio.youtube.com/*'] },
  { platform: 'tiktok', matches: ['https://www.tiktok.com/*'] },
  { platform: 'instagram', matches: ['https://www.instagram.com/*'], folder: 'meta' },
  { platform: 'facebook', matches: ['https://business.facebook.com/*'], also: ['instagram'], folder: 'meta' },
  { platform: 'x', matches: ['https://x.com/*', 'https://twitter.com/*'] },
  { platform: 'linkedin', matches: ['https://www.linkedin.com/*'] },
];

/** `https://*.example.com/*` and `https://example.com/*`. */
function fits(pattern: string, { protocol, hostname }: URL): boolean {
  const host = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
  return (
    protocol === 'https:' &&
    (host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host)
  );
}

/** Whose dashboards live at an address; null for any other address. */
export function hostAt(url: string): Host | null {
  const address = URL.parse(url);
  return (address && HOSTS.find(({ matches }) => matches.some((pattern) => fits(pattern, address)))) ?? null;
}

/** A script that runs in pages, by its name (`scripts/page-scripts.ts` builds them). */
export const pageScript = (name: string) => `/content-scripts/${name}.js` as const;
/** What the others need; it starts nothing by itself. */
export const SHARED_SCRIPT = pageScript('dashboard');
/** What reads a host's pages, in the order in which it runs. */
export const readingScripts = ({ platform, folder = platform }: Host) => [SHARED_SCRIPT, pageScript(folder)];
