/** Names of units, `platform|account|format`: an account's name may hold a bar itself, the other two never do. */
import type { Platform } from './platforms';

export interface UnitName {
  platform: Platform;
  account: string;
  /** A format, or `all`. */
  format: string;
}

export function partsOfUnit(unit: string): UnitName {
  const first = unit.indexOf('|');
  const last = unit.lastIndexOf('|');
  return { platform: unit.slice(0, first) as Platform, account: unit.slice(first + 1, last), format: unit.slice(last + 1) };
}

export function belongsTo(unit: string, platform: Platform, account: string): boolean {
  const parts = partsOfUnit(unit);
  return parts.platform === platform && parts.account === account;
}
