import type { UiTexts } from '../../assets/locales/en/ui';
import type { Locale } from './protocol';

/** What every page of ours says, and all that the popup does. */
export async function uiTexts(locale: Locale): Promise<UiTexts> {
  const { ui } = await (locale === 'zh-CN' ? import('../../assets/locales/zh-CN/ui') : import('../../assets/locales/en/ui'));
  return ui;
}
