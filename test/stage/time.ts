/** Times as dashboards write them, at a fixed distance from UTC. */
const two = (value: number) => String(value).padStart(2, '0');

/** `dashes`: `2026-05-25 14:43`; `chinese`: `2026年05月25日 14:43`. */
export function localTime(milliseconds: number, offsetHours: number, pattern: 'dashes' | 'chinese'): string {
  const local = new Date(milliseconds + offsetHours * 3_600_000);
  const [year, month, day] = [local.getUTCFullYear(), two(local.getUTCMonth() + 1), two(local.getUTCDate())];
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  return pattern === 'dashes' ? `${year}-${month}-${day} ${clock}` : `${year}年${month}月${day}日 ${clock}`;
}
