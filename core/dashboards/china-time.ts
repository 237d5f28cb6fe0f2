/**
 * The one form in which the Chinese dashboards print a post's time (`2026-05-25 14:43`, `2026年05月25日 14:43:05`), read without a
 * calendar library: China has kept UTC+8 without summer time since September 1991. A thousand rows have a thousand of them. The answer
 * is that of `readDate`; any other text is left to it.
 */
import type { DateRead } from '../text/dates';

const FORM = /^(?:发布于 ?)?((?:19|20)\d\d)(?:-|年)(\d\d)(?:-|月)(\d\d)日? (\d\d):(\d\d)(?::(\d\d))?$/;

export function chinaTime(text: string, zone: string): DateRead | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', second] = (zone === 'Asia/Shanghai' && FORM.exec(text)) || [];
  if (Number(year) < 1992 || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return {
    at: `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}+08:00`,
    precision: second === undefined ? 'minute' : 'second',
  };
}
