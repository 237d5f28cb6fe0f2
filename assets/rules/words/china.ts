/** The Chinese word classes by name. Space separated; `_` is a space, `a{b,c}` stands for `ab ac`, a name that begins with `_` covers the words inside it. */
import { CHINA_CONTACT } from './china-contact';
import { CHINA_CONTENT } from './china-content';
import { CHINA_FRAMES } from './china-frames';
import { CHINA_HEALTH } from './china-health';
import { CHINA_MONEY } from './china-money';
import { CHINA_TRADE } from './china-trade';

export const CHINA_WORDS = {
  ...CHINA_FRAMES,
  ...CHINA_TRADE,
  ...CHINA_HEALTH,
  ...CHINA_MONEY,
  ...CHINA_CONTACT,
  ...CHINA_CONTENT,
} as const;
