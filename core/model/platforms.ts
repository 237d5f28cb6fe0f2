/** The platforms whose own dashboards or export files are read, and what holds for all of a platform's pages. */
export const PLATFORMS = [
  'douyin',
  'xiaohongshu',
  'kuaishou',
  'bilibili',
  'channels',
  'youtube',
  'tiktok',
  'instagram',
  'facebook',
  'x',
  'linkedin',
  'weibo',
  'other',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * Platforms that print every time in one zone, whatever the creator's own zone is
 * (`facts/dashboards-china.md`, "What holds on all of them", 2: China time, no zone shown).
 */
const PRINTED_ZONE: Partial<Record<Platform, string>> = {
  douyin: 'Asia/Shanghai',
  xiaohongshu: 'Asia/Shanghai',
  kuaishou: 'Asia/Shanghai',
  bilibili: 'Asia/Shanghai',
  channels: 'Asia/Shanghai',
  weibo: 'Asia/Shanghai',
};

/** The IANA zone in which a platform prints its times: its own where it has one, else the creator's. */
export function printedZone(platform: Platform, creatorZone: string): string {
  return ownZone(platform) ?? creatorZone;
}
export const ownZone = (platform: Platform): string | undefined => PRINTED_ZONE[platform];

export function isPlatform(value: string): value is Platform {
  return (PLATFORMS as readonly string[]).includes(value);
}
