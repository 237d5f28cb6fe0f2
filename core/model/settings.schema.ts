/** What each setting may hold, for those that come from outside. A setting is one line here. */
import * as z from 'zod/mini';
import { PLATFORMS } from './platforms';
import { MARKETS } from './report-parts';
import { CERTIFIED_IN } from './rule-settings';
import { BACKUP_EVERY, isZone, LANGUAGES, REMINDERS, type Settings, THEMES } from './settings';

const short = z.string().check(z.maxLength(200));

const SCHEMAS: Record<keyof Settings, z.ZodMiniType> = {
  theme: z.enum(THEMES),
  language: z.enum(LANGUAGES),
  zone: short.check(z.refine(isZone, 'not a time zone')),
  overlayOff: z.array(z.enum(PLATFORMS)).check(z.maxLength(PLATFORMS.length)),
  backupEvery: z.literal(BACKUP_EVERY),
  notify: z.array(z.enum(REMINDERS)).check(z.maxLength(REMINDERS.length)),
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
