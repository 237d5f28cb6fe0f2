/** The platforms that can be read, by where their dashboards live. */
import { HOSTS } from '../../core/dashboards/hosts';
import type { SiteView } from './protocol';

/** `https://creator.douyin.com/*` → `creator.douyin.com` */
const hostOf = (match: string) => match.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');

export const sites = (): SiteView[] =>
  HOSTS.map((site) => ({
    platform: site.platform,
    hosts: site.matches.map(hostOf),
    start: `https://${hostOf(site.matches[0] ?? '')}/`,
    origins: [...site.matches],
  }));
