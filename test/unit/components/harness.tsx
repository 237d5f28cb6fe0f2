/** Draws a component with English words, as a page of ours would. */
import { type RenderResult, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { panel } from '../../../assets/locales/en/panel';
import { ui } from '../../../assets/locales/en/ui';
import { workbench } from '../../../assets/locales/en/workbench';
import { AnnouncerProvider } from '../../../components/kit';
import { WordsProvider } from '../../../components/words';

export const en = { ...ui, ...panel, ...workbench };

export const inWords = (children: ComponentChildren, texts = en) => (
  <WordsProvider texts={texts} pages={{ 'douyin/content-manage': 'Manage posts' }}>
    <AnnouncerProvider>{children}</AnnouncerProvider>
  </WordsProvider>
);
export const draw = (children: ComponentChildren, texts = en): RenderResult => render(inWords(children, texts));
