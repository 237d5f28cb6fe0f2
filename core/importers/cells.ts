/** Numbers in cells of workbooks as the texts a person reads there. */

export type NumberKind = 'number' | 'date' | 'time' | 'percent';

/** Built-in formats (18.8.30): 9 and 10 percentages, 14–22 and the East Asian 27–36, 50–58 dates, 18–21 and 45–47 times of day or spans. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    if (id >= 45 && id <= 47) return 'time';
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35)) return 'time';
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
  }
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, '').split(';')[0] ?? '';
  if (bare.includes('%')) return 'percent';
  if (/general/i.test(bare)) return 'number';
  if (/[yd年月日]/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return 'number';
}

/** The shortest digits of a stored number: `0.10600000000000001` is what `0.106` became on its way. */
function digits(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const short = String(Number(value.toPrecision(15)));
  return short.includes('e') && !/e/i.test(stored) ? stored : short;
}

const two = (value: number) => String(value).padStart(2, '0');

export function printNumber(stored: string, kind: NumberKind, date1904: boolean): string {
  const value = Number(stored);
  if (kind === 'number' || !Number.isFinite(value) || (kind !== 'percent' && value < 0)) return digits(stored);
  if (kind === 'percent') return `${digits(String(Number((value * 100).toPrecision(15))))}%`;
  const seconds = Math.round(value * 86_400);
  if (kind === 'time' && value < 1000)
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  // Day 60 of 1900 never was; nobody posted before.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(epoch + seconds * 1000).toISOString();
  return Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
