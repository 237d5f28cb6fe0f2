/** A month as a calendar sheet: whole weeks, Monday first, in days written `2026-06-30`. No clock, no zone: days are days. */
const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => iso(at(day) + count * DAY);

/** `2026-06` moved by whole months. */
export function addMonths(month: string, count: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return iso(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

export function sheetOf(month: string): string[] {
  const first = at(`${month}-01`);
  // 1970-01-01 was a Thursday.
  const start = first - ((first / DAY + 3) % 7) * DAY;
  const next = at(`${addMonths(month, 1)}-01`);
  const days: string[] = [];
  for (let day = start; day < next || days.length % 7 !== 0; day += DAY) days.push(iso(day));
  return days;
}

/** A wall clock time on another day, same hour. */
export const moveWall = (wall: string, days: number): string => `${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`;
