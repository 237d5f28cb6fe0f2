/** The platforms that can be read, as the screens offer them. */
import type { PlatformSwitch } from '../../components/data';
import { HOSTS, hostAt } from '../../core/dashboards/hosts';
import type { Platform } from '../../core/model/platforms';

/** Where a creator finds the list of own posts; the host's start page where there is no fixed address (`facts/dashboards-*.md`). */
const START: Partial<Record<Platform, string>> = {
  douyin: 'https://creator.douyin.com/creator-micro/content/manage',
  xiaohongshu: 'https://creator.xiaohongshu.com/new/note-manager',
  kuaishou: 'https://cp.kuaishou.com/article/manage/video',
  bilibili: 'https://member.bilibili.com/platform/upload-manager/article',
  channels: 'https://channels.weixin.qq.com/platform/post/list',
  tiktok: 'https://www.tiktok.com/tiktokstudio/content',
  facebook: 'https://business.facebook.com/latest/insights/content',
  x: 'https://x.com/i/account_analytics/content',
  linkedin: 'https://www.linkedin.com/analytics/creator/content/',
};

export interface SiteView extends Omit<PlatformSwitch, 'on'> {
  /** Match patterns the browser is asked for. */
  origins: string[];
}

/** `https://creator.douyin.com/*` → `creator.douyin.com` */
const hostOf = (match: string) => match.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');

export const SITES: readonly SiteView[] = HOSTS.map(({ platform, matches }) => ({
  platform,
  hosts: matches.map(hostOf),
  start: START[platform] ?? `https://${hostOf(matches[0] ?? '')}/`,
  origins: [...matches],
}));

export const siteAt = (url: string): SiteView | undefined => {
  const host = hostAt(url);
  return SITES.find(({ platform }) => platform === host?.platform);
};
