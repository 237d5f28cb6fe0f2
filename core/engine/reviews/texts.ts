/** Sentences of the review pages in the creator's language. */
import { review as en } from '../../../assets/locales/en/review';
import { review as zhCN } from '../../../assets/locales/zh-CN/review';
import type { Locale } from '../texts';

export type ReviewTexts = typeof en;

export const reviewTexts = (locale: Locale): ReviewTexts => (locale === 'zh-CN' ? zhCN : en);
