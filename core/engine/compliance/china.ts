/** The Chinese pack: advertising, content and platform rules with Chinese words and their disguises. */
import { AD_SIGNS } from '../../../assets/rules/ad-signs';
import { CN_ADS } from '../../../assets/rules/cn-ads';
import { CN_CONTENT } from '../../../assets/rules/cn-content';
import { CHINA_LIKENESS } from '../../../assets/rules/likeness/china';
import { CHINA_WORDS } from '../../../assets/rules/words/china';
import { compilePack } from './pack';
import { makeUnmasker } from './unmask';

export const china = compilePack([...CN_ADS, ...CN_CONTENT], CHINA_WORDS, makeUnmasker, CHINA_LIKENESS, AD_SIGNS);
