/** Ids of posts: taken out of links, checked for digits a spreadsheet lost, and the publish time some of them carry. */
import { idTime } from '../model/id-time';
import type { Platform } from '../model/platforms';

const IN_LINK: Partial<Record<Platform, RegExp>> = {
  tiktok: /tiktok\.com\/.*?\/(?:video|photo)\/(\d+)/i,
  x: /(?:twitter|x)\.com\/.*?\/status(?:es)?\/(\d+)/i,
  youtube: /(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/|embed\/|video\/)|youtu\.be\/)([\w-]{11})(?![\w-])/i,
  bilibili: /bilibili\.com\/video\/(BV\w{10})/i,
  linkedin: /(?:urn(?::|%3a)li(?::|%3a)(?:activity|share|ugcpost)(?::|%3a)|-(?:activity|share|ugcPost)-)(\d{15,})/i,
  xiaohongshu: /xiaohongshu\.com\/(?:explore|discovery\/item)\/([0-9a-f]{24})/i,
  douyin: /douyin\.com\/(?:video|note)\/(\d{15,})/i,
  kuaishou: /kuaishou\.com\/short-video\/(\w+)/i,
};

export function idOfLink(platform: Platform, link: string): string | null {
  return IN_LINK[platform]?.exec(link)?.[1] ?? null;
}

/** The account's handle where a link to a post names it. */
export function handleOfLink(platform: Platform, link: string): string | null {
  const pattern = { tiktok: /tiktok\.com\/@([^/?#]+)\//i, x: /(?:twitter|x)\.com\/(\w{1,15})\/status/i }[platform as string];
  const handle = pattern?.exec(link)?.[1] ?? null;
  return handle === 'i' ? null : handle;
}

/** An id without what files put around it so that spreadsheet programs leave it alone: `="7512…"`, `'7512…`. */
export const bareId = (id: string): string => id.replace(/^(?:="(.*)"|'(\d+))$/, '$1$2');

/** A number as a spreadsheet prints one that is too long for it: `7.52762E+18`. */
export const isShortened = (id: string): boolean => /^\d(?:[.,]\d+)?E\+\d+$/i.test(id);

/** A number a spreadsheet rounded to its 15 digits: `7.52762E+18`, `7527623000473070000`. */
export const isRounded = (id: string): boolean => isShortened(id) || /^\d{15}0{2,}$/.test(id);

/** Milliseconds from which the ids of Instagram count, behind 23 other bits. */
const INSTAGRAM_EPOCH = 1_314_220_021_721;
const SHORTCODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** When the post of an Instagram link was made: the letters of its address are digits of its id. */
function timeOfShortcode(link: string | null): number | null {
  const code = /instagram\.com\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/([\w-]{10,14})(?![\w-])/i.exec(link ?? '')?.[1];
  if (!code) return null;
  let number = 0n;
  for (const letter of code) number = number * 64n + BigInt(SHORTCODE.indexOf(letter));
  const time = Number(number >> 23n) + INSTAGRAM_EPOCH;
  return time < Date.UTC(2100, 0, 1) ? time : null;
}

/** When a post was made, in milliseconds since the epoch, by its id or link; null where they do not say. */
export function timeOfId(platform: Platform, id: string | null, link: string | null, now: number): number | null {
  const time = platform === 'instagram' ? timeOfShortcode(link) : idTime(platform, id);
  return time !== null && time <= now ? time : null;
}
