/** Sentences of the growth report in the creator's language. */
import { growth as en } from '../../../assets/locales/en/growth';
import { growth as zhCN } from '../../../assets/locales/zh-CN/growth';
import type { Locale } from '../texts';

export type GrowthTexts = typeof en;

export function growthTexts(locale: Locale): GrowthTexts {
  return locale === 'zh-CN' ? zhCN : en;
}
