/** What is typed into drafts for pictures: in each language a draft that several rules speak of. */
import type { Platform } from '../../core/model/platforms';

export const DRAFTS: Record<'en' | 'zh-CN', { platform: Platform; text: string }> = {
  'zh-CN': { platform: 'douyin', text: '全网最好用的锅，三天根治胃病，点左下角小黄车下单' },
  en: { platform: 'instagram', text: 'Gifted by @teahouse: this tea cures migraine in three days, use my code HOLLY10' },
};
