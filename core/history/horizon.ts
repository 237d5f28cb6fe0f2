/** The age at which posts are compared. */
import type { Platform } from '../model/platforms';
import type { Format } from '../model/reading';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

const HORIZON_HOURS: Record<Platform, number> = {
  x: 48,
  weibo: 48,
  facebook: 7 * DAY_HOURS,
  linkedin: 7 * DAY_HOURS,
  instagram: 7 * DAY_HOURS,
  tiktok: 7 * DAY_HOURS,
  douyin: 7 * DAY_HOURS,
  kuaishou: 7 * DAY_HOURS,
  xiaohongshu: 7 * DAY_HOURS,
  channels: 7 * DAY_HOURS,
  youtube: 28 * DAY_HOURS,
  bilibili: 28 * DAY_HOURS,
  other: 7 * DAY_HOURS,
};

/** Evaluation age in hours. Long videos are watched for weeks, short ones and other posts on the same platform are not. */
export function horizonHours(platform: Platform, format: Format | null): number {
  const days28 = HORIZON_HOURS[platform] > 7 * DAY_HOURS;
  return days28 && format !== null && format !== 'video' ? 7 * DAY_HOURS : HORIZON_HOURS[platform];
}

/** `48h`, `7d`. */
export function horizonName(hours: number): string {
  return hours > 2 * DAY_HOURS ? `${Math.round(hours / DAY_HOURS)}d` : `${hours}h`;
}

export function ageHours(publishedAt: number, at: number): number {
  return (at - publishedAt) / HOUR_MS;
}
