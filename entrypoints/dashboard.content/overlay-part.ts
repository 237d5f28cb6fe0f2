/** All that is seen on a dashboard, in a script of its own: most pages of a host are no dashboard. */
import { createOverlay } from './overlay';

/** Where the script of the page finds it (`visit.ts`). */
Object.assign(globalThis, { postAlmanacOverlay: createOverlay });
