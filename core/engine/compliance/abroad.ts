/** The pack for everywhere else: disclosure, health, money, bought reach, artificial images, the platforms' own rules. */
import { ABROAD_RULES } from '../../../assets/rules/abroad';
import { ABROAD_LIKENESS } from '../../../assets/rules/likeness/abroad';
import { ABROAD } from '../../../assets/rules/words/abroad';
import { compilePack } from './pack';
import { spacedLetters } from './spaced';

export const abroad = compilePack(ABROAD_RULES, ABROAD, spacedLetters, ABROAD_LIKENESS);
