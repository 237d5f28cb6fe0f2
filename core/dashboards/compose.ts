/**
 * Where posts are written: the pages beside whose draft the compliance light stands. Addresses of the publishing pages as their
 * sites link them; a site whose composer opens over any page names the element that it opens in.
 */
import type { Platform } from '../model/platforms';
import { type Host, hostAt } from './hosts';

interface Composer {
  /** Path and query of the pages on which a draft is written. */
  at: RegExp;
  /** Where it opens over other pages too. */
  over?: string;
}

const COMPOSERS: Partial<Record<Platform, Composer>> = {
  douyin: { at: /^\/creator-micro\/content\/(?:upload|publish|post)/ },
  xiaohongshu: { at: /^\/publish\// },
  kuaishou: { at: /^\/article\/publish/ },
  bilibili: { at: /^\/(?:platform\/upload\/|platform\/article|article-text|york\/|v2)/ },
  channels: { at: /^\/(?:platform|micro\/content)\/(?:post\/(?:create|finderNewLifeCreate)|\w*create)/i },
  youtube: { at: /^\/video\/[\w-]+\/edit|[?&](?:d=ud|udvid=)/, over: 'ytcp-uploads-dialog' },
  tiktok: { at: /^\/(?:tiktokstudio\/upload|creator-center\/upload|upload)(?:[/?]|$)/ },
  x: { at: /^\/(?:compose\/|intent\/(?:post|tweet)|home(?:[/?]|$))/, over: '[aria-modal="true"] [role="textbox"]' },
};

/** Hosts that need the compose script. */
export const composes = ({ platform }: Host): boolean => COMPOSERS[platform] !== undefined;

/** The platform a draft is written for at an address, as far as the address and what stands open tell; null where none is. */
export function draftPlatform(address: string, document: ParentNode): Platform | null {
  const host = hostAt(address);
  const composer = host && COMPOSERS[host.platform];
  if (!composer) return null;
  const { pathname, search } = new URL(address);
  const here =
    composer.at.test(pathname + search) || (composer.over !== undefined && document.querySelector(composer.over) !== null);
  return here ? host.platform : null;
}
