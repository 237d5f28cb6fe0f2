/** The platforms that can be read, from the registry of dashboards. */
import { SITES } from '../../core/dashboards';
import type { SiteView } from './protocol';

/** `https://creator.douyin.com/*` → `creator.douyin.com` */
const hostOf = (match: string) => match.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');

export const sites = (): SiteView[] =>
  SITES.map((site) => ({
    platform: site.platform,
    hosts: site.matches.map(hostOf),
    start: `https://${hostOf(site.matches[0] ?? '')}/`,
    origins: [...site.matches],
  }));
