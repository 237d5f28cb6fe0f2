import type { TextsOf } from '../../components/words';
import { start } from '../lib/app';
import { pageNames, panelTexts } from '../lib/panel-texts';
import type { Locale } from '../lib/protocol';
import { Workbench } from './Workbench';

async function texts(locale: Locale): Promise<TextsOf['workbench']> {
  const zh = locale === 'zh-CN';
  const [panel, { workbench }] = await Promise.all([
    panelTexts(locale),
    zh ? import('../../assets/locales/zh-CN/workbench') : import('../../assets/locales/en/workbench'),
  ]);
  return { ...panel, ...workbench };
}

void start(<Workbench />, { texts, pageNames });
