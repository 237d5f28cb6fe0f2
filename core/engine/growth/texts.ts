/** Sentences of the growth report in the creator's language. */
import { growth as en } from '../../../assets/locales/en/growth';
import { growth as zhCN } from '../../../assets/locales/zh-CN/growth';
import { beginning } from '../../text/beginning';
import type { Locale } from '../texts';

export type GrowthTexts = typeof en;

export function growthTexts(locale: Locale): GrowthTexts {
  return locale === 'zh-CN' ? zhCN : en;
}

const LONGEST_TITLE = 60;
/** A caption may be thousands of letters long: a sentence that names it must still come to its point. */
export const inSentence = (title: string): string => beginning(title, LONGEST_TITLE);
