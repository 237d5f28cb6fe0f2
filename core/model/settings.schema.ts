/**
 * What each setting may hold, for those that come from outside. A setting is one line here. The lists of `settings.ts` are written out
 * (a test compares them): a module that pages and the worker share weighs on the popup.
 */
import * as z from 'zod/mini';
import { PLATFORMS } from './platforms';
import { MARKETS } from './report-parts';
import { CERTIFIED_IN } from './rule-settings';
import type { Settings } from './settings';
import { isZone } from './zone';

const short = z.string().check(z.maxLength(200));

const SCHEMAS: { [K in keyof Settings]: z.ZodMiniType<Settings[K]> } = {
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'zh-CN']),
  zone: short.check(z.refine(isZone, 'not a time zone')),
  overlayOff: z.array(z.enum(PLATFORMS)).check(z.maxLength(PLATFORMS.length)),
  backupEvery: z.literal([0, 1, 7, 30]),
  notify: z.array(z.enum(['window', 'backup', 'incident'])).check(z.maxLength(10)),
  rules: z.strictObject({
    market: z.nullable(z.enum(MARKETS)),
    certified: z.array(z.enum(CERTIFIED_IN)).check(z.maxLength(CERTIFIED_IN.length)),
    // Rules that are never muted are passed over by whoever reads this (`ruleSettingsOf`): which ones they are changes.
    muted: z.array(z.strictObject({ rule: short, about: z.string().check(z.maxLength(20_000)) })).check(z.maxLength(1_000)),
  }),
};

/** Whether this version knows the setting, and the value is one that it takes. */
export const isSetting = (key: string, value: unknown): boolean =>
  Object.hasOwn(SCHEMAS, key) && z.safeParse(SCHEMAS[key as keyof Settings], value).success;
