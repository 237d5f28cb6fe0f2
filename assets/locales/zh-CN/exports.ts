/** 各平台的数据文件在哪里下载。按钮照平台上的写法。 */
import type { ExportPlaces } from '../en/exports';
import { fileReason } from './file-reasons';

export const exports: ExportPlaces = {
  title: '这样的文件在哪里',
  text: '在平台上选的时间越长，这里能说的就越多。没有列出的平台，目前不知道有这样的文件。',
  places: {
    douyin: '创作者中心 → 作品管理或作品数据 → “导出数据”。',
    xiaohongshu: '创作服务平台 → 笔记数据 → “导出数据”。',
    kuaishou: '创作者服务平台 → 作品数据 → “导出数据”。',
    channels: '视频号助手 → 数据中心 → 单篇视频 → “下载表格”。',
    bilibili: '创作中心 → 近期稿件对比 → “导出”。',
    youtube:
      'YouTube 工作室 → 数据分析 → 高级模式 → 导出当前视图（Export current view）。时间段请选“全部时间”（Lifetime）：短时间段的数字说明不了更早的视频。直接导入整个 ZIP。',
    tiktok: 'TikTok Studio → 数据分析 → 下载数据（Download data）。',
    instagram: 'Meta Business Suite → 成效分析 → 内容 → 导出数据（Export data）。',
    facebook: 'Meta Business Suite → 成效分析 → 内容 → 导出数据（Export data）。',
    x: '数据分析 → 内容 → 最长的时间段 → 下载图标。X 只对 Premium 账号提供。',
    linkedin: '帖子或主页的数据分析 → 导出（Export）。',
  },
  reason: fileReason,
};
