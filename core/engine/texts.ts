/** The engine's sentences in the creator's language. */
import { timing as en } from '../../assets/locales/en/timing';
import { timing as zhCN } from '../../assets/locales/zh-CN/timing';

export type Locale = 'en' | 'zh-CN';
export type TimingTexts = typeof en;

export function texts(locale: Locale): TimingTexts {
  return locale === 'zh-CN' ? zhCN : en;
}
