/** Addresses that are taken as they stand against what the browser makes of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAddress } from '../../../core/dashboards/assemble';

const BASE = new URL('https://www.tiktok.com/tiktokstudio/content?tab=posts');
const parsed = (text: string) => {
  const url = URL.canParse(text, BASE) ? new URL(text, BASE) : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : null;
};

test('an address is what the browser makes of it', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '@user',
    'video',
    '7',
    '..',
    '.',
    '-',
    '_',
    '?q=1',
    '#a',
    '%41',
    'é',
    ' ',
    '\\',
    ':',
    ':443',
    'A.com',
    'a.b',
    'xn--x',
    '1.2',
    '',
  );
  const start = fc.constantFrom(
    'https://',
    'https://www.tiktok.com',
    'http://a.b',
    'javascript:',
    '/',
    '//a.b',
    'https://1.2.3.4',
    'https://a-.b/',
    '',
  );
  fc.assert(
    fc.property(start, fc.array(part, { maxLength: 6 }), (first, rest) => {
      const text = first + rest.join('');
      if (text) expect(webAddress(text, BASE)).toBe(parsed(text));
    }),
    { numRuns: 3000 },
  );
  expect(webAddress('/@user/video/7123456789012345678', BASE)).toBe('https://www.tiktok.com/@user/video/7123456789012345678');
});
