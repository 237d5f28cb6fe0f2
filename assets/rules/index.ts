/** Every rule, in the order of `facts/compliance-rules.md`. */
import { ABROAD_RULES } from './abroad';
import { CN_ADS } from './cn-ads';
import { CN_CONTENT } from './cn-content';
import { TECHNICAL } from './technical';
import type { Rule } from './types';

export const RULES: readonly Rule[] = [...CN_ADS, ...CN_CONTENT, ...ABROAD_RULES, ...TECHNICAL];
