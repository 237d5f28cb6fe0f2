/** What the side panel and the workbench say. Apart from `texts.ts`: the popup loads none of it. */
import type { TextsOf } from '../../components/words';
import type { Locale } from './protocol';
import { uiTexts } from './texts';

export async function panelTexts(locale: Locale): Promise<TextsOf['panel']> {
  const zh = locale === 'zh-CN';
  const [ui, { panel }] = await Promise.all([
    uiTexts(locale),
    zh ? import('../../assets/locales/zh-CN/panel') : import('../../assets/locales/en/panel'),
  ]);
  return { ...ui, ...panel };
}

/** Names of the pages that are read, by page id. */
export async function pageNames(locale: Locale): Promise<Readonly<Record<string, string>>> {
  const zh = locale === 'zh-CN';
  const { dashboards } = await (zh
    ? import('../../assets/locales/zh-CN/dashboards')
    : import('../../assets/locales/en/dashboards'));
  return dashboards.pages;
}
