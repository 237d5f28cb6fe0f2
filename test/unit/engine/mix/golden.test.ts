import { describe, expect, it } from 'vitest';
import { contentOnly } from './content-only';
import { goldenAccounts } from './golden-accounts';
import { render } from './render';

/** Whatever of a report is said in words. */
const said = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        typeof inner === 'string' && /^(statement|text|title|why|action)$/.test(name) ? [inner] : said(inner),
      );

describe('golden reports', () => {
  for (const account of goldenAccounts()) {
    for (const locale of ['en', 'zh-CN'] as const) {
      it(`${account.name} in ${locale}`, async () => {
        const sentences = said(contentOnly(account, locale));
        expect(sentences.length).toBeGreaterThan(20);
        expect(sentences.filter((sentence) => /\d{4}-\d{2}/.test(sentence))).toEqual([]);
        await expect(render(contentOnly(account, locale))).toMatchFileSnapshot(`golden/${account.name}.${locale}.txt`);
      });
    }
  }
});
