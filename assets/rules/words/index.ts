/** Word classes by name. Space separated; `_` is a space, `a{b,c}` stands for `ab ac`, a name that begins with `_` covers the words inside it. */
import { ABROAD } from './abroad';
import { CLAIMS } from './claims';
import { COMMERCE } from './commerce';
import { CONTACT } from './contact';
import { CONTENT } from './content';
import { EXTRA } from './extra';
import { FRAMES } from './frames';
import { HEALTH } from './health';
import { TRADES } from './trades';

export const WORDS: Readonly<Record<string, string>> = {
  ...COMMERCE,
  ...FRAMES,
  ...CONTACT,
  ...HEALTH,
  ...TRADES,
  ...CLAIMS,
  ...CONTENT,
  ...ABROAD,
  ...EXTRA,
};
