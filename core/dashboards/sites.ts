/** The pages of every platform whose dashboards are read, each under its platform's name. Each has its hosts in `hosts.ts`. */
export { bilibili } from './bilibili';
export { channels } from './channels';
export { douyin } from './douyin';
export { kuaishou } from './kuaishou';
export { linkedin } from './linkedin';
export { facebook, instagram } from './meta';
export { tiktok } from './tiktok';
export { x } from './x';
export { xiaohongshu } from './xiaohongshu';
export { youtube } from './youtube';
