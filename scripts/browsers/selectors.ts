/**
 * Playwright's selectors outside Playwright, so that a test finds the same things in every browser: what `getByRole` and its like write
 * down, and the engine that reads it, which Playwright carries as text and sends into each page.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { ByRole } from './page';

type Text = string | RegExp;

const withoutQuotes = (pattern: RegExp) =>
  String(pattern)
    .replace(/(^|[^\\])(\\\\)*(["'`])/g, '$1$2\\$3')
    .replace(/>>/g, '\\>\\>');
const ofText = (text: Text, exact = false) =>
  typeof text === 'string' ? `${JSON.stringify(text)}${exact ? 's' : 'i'}` : withoutQuotes(text);
const ofAttribute = (text: Text, exact = false) =>
  typeof text === 'string' ? `"${text.replace(/[\\"]/g, '\\$&')}"${exact ? 's' : 'i'}` : withoutQuotes(text);

export const byText = (text: Text, exact?: boolean) => `internal:text=${ofText(text, exact)}`;
export const byLabel = (text: Text, exact?: boolean) => `internal:label=${ofText(text, exact)}`;
export const byRole = (role: string, { name, exact }: ByRole = {}) =>
  `internal:role=${role}${name === undefined ? '' : `[name=${ofAttribute(name, exact)}]`}`;
export const hasText = (text: Text) => `internal:has-text=${ofText(text)}`;
export const has = (selector: string) => `internal:has=${JSON.stringify(selector)}`;

/** A script that leaves the engine in `engine`. */
export function engineSource(): string {
  const bundle = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'lib', 'coreBundle.js');
  const line = readFileSync(bundle, 'utf8')
    .split('\n')
    .find((one) => /^\s*source\d* = '/.test(one) && one.includes('InjectedScript: () => InjectedScript'));
  const literal = line?.match(/^\s*source\d* = ('.*');$/)?.[1];
  if (!literal) throw new Error(`${bundle} does not hold Playwright’s selector engine where version 1.65 had it`);
  const options = {
    isUnderTest: false,
    sdkLanguage: 'javascript',
    frameSeq: 0,
    testIdAttributeName: 'data-testid',
    stableRafCount: 1,
    browserName: 'firefox',
    shouldPrependErrorPrefix: false,
    isUtilityWorld: true,
    customEngines: [],
  };
  return `globalThis.engine = (() => {
    const module = {};
    ${runInNewContext(literal)}
    return new (module.exports.InjectedScript())(window, ${JSON.stringify(options)});
  })();`;
}
