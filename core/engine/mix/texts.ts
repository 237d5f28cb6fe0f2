/** Sentences of the content mix in the creator's language. */
import { mix as en } from '../../../assets/locales/en/mix';
import { mix as zhCN } from '../../../assets/locales/zh-CN/mix';
import type { Locale } from '../texts';

export type MixTexts = typeof en;

export function mixTexts(locale: Locale): MixTexts {
  return locale === 'zh-CN' ? zhCN : en;
}
