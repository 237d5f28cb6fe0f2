/** Where each platform keeps the files that can be imported. Buttons are named as the platforms print them. */
import type { Platform } from '../../../core/model/platforms';
import { daysIn } from '../days';

const { day } = daysIn('en');

export interface ExportPlaces {
  title: string;
  text: string;
  places: Partial<Record<Platform, string>>;
  /** Why a line or a file was not taken as it stands, in the reader's English, for the creator. */
  reason: (english: string) => string;
}
export const exports: ExportPlaces = {
  title: 'Where to find such a file',
  text: 'The longer the period you choose there, the more your posts can say here. No export file is known for other platforms.',
  places: {
    youtube:
      'Studio → Analytics → Advanced mode → “Export current view”. Choose “Lifetime” as the period: figures of a shorter one say nothing of older videos. Add the ZIP as it is.',
    tiktok: 'TikTok Studio → Analytics → “Download data”.',
    instagram: 'Meta Business Suite → Insights → Content → “Export data”.',
    facebook: 'Meta Business Suite → Insights → Content → “Export data”.',
    x: 'Analytics → Content → the longest period → the download icon. X offers it to Premium accounts.',
    linkedin: 'Analytics of your posts or your page → “Export”.',
    douyin: 'Creator centre → your works or their figures → “导出数据”.',
    xiaohongshu: 'Creator centre → figures of notes → “导出数据”.',
    kuaishou: 'Creator centre → figures of works → “导出数据”.',
    channels: 'Channels assistant → data centre → single videos → “下载表格”.',
    bilibili: 'Creator centre → comparison of recent videos → “导出”.',
  },
  reason: (english) => english.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => day(iso)),
};
