import { describe, expect, it } from 'vitest';
import { contentOnly } from './content-only';
import { goldenAccounts } from './golden-accounts';
import { render } from './render';

describe('golden reports', () => {
  for (const account of goldenAccounts()) {
    for (const locale of ['en', 'zh-CN'] as const) {
      it(`${account.name} in ${locale}`, async () => {
        await expect(render(contentOnly(account, locale))).toMatchFileSnapshot(`golden/${account.name}.${locale}.txt`);
      });
    }
  }
});
