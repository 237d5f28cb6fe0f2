/** The platforms the stage can play. A new one is one file and one line here. */
import type { StageTemplate } from '../template';
import { bilibili } from './bilibili';
import { channels } from './channels';
import { douyin } from './douyin';
import { facebook } from './facebook';
import { kuaishou } from './kuaishou';
import { linkedin } from './linkedin';
import { tiktok } from './tiktok';
import { x } from './x';
import { xiaohongshu } from './xiaohongshu';
import { youtube } from './youtube';

export const TEMPLATES: readonly StageTemplate[] = [
  douyin,
  xiaohongshu,
  kuaishou,
  channels,
  youtube,
  tiktok,
  bilibili,
  facebook,
  linkedin,
  x,
];
