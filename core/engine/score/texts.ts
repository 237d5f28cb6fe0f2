/** Sentences of the score in the creator's language. */
import { score as en } from '../../../assets/locales/en/score';
import { score as zhCN } from '../../../assets/locales/zh-CN/score';
import type { Locale } from '../texts';

export type ScoreTexts = typeof en;

export function scoreTexts(locale: Locale): ScoreTexts {
  return locale === 'zh-CN' ? zhCN : en;
}
