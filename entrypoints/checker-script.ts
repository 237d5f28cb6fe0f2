import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { check } from './lib/check';
import type { CheckAsk } from './lib/check-ask';

/** Firefox only: the rules for its background page, which loads this when the first draft is to be checked. */
export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    Object.assign(globalThis, { checkDraft: (ask: CheckAsk) => check(ask) });
  },
});
