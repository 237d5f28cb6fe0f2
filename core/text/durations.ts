/** Durations as dashboards print them: `01:53`, `16秒`, `1分5秒`, `2h 55m`, `1h:8m:13s`. */
import { clean } from './clean';

/** Unit words per language, longest unit first. Matched without case and without a closing dot. */
const UNITS: readonly [seconds: number, words: string][] = [
  [86_400, 'd|day|days|天|日|일|tag|tage|día|días|dia|dias|jour|jours|ngày'],
  [
    3600,
    'h|hr|hrs|hour|hours|时|時|小时|小時|時間|시간|std|stunde|stunden|hora|horas|heure|heures|ч|час|часы|часов|год|giờ|uur|uren|ora|ore',
  ],
  [60, 'm|min|mins|minute|minutes|分|分钟|分鐘|분|minuten|minuto|minutos|minuti|мин|хв|phút'],
  [
    1,
    's|sec|secs|second|seconds|秒|秒钟|秒鐘|초|sek|sekunde|sekunden|seg|segundo|segundos|seconde|secondes|seconden|secondi|с|сек|giây',
  ],
];
const SECONDS_OF = new Map(UNITS.flatMap(([seconds, words]) => words.split('|').map((word) => [word, seconds] as const)));

/** A duration and the step of its last printed digit, both in seconds: `16秒` is known to the second, `2h 55m` to the minute. */
export interface DurationRead {
  seconds: number;
  step: number;
}

/** Reads a whole text as a duration; null when it is none. A bare number has no unit and is none. */
export function parseDuration(raw: string): DurationRead | null {
  const text = clean(raw).toLowerCase();
  const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d\d)(\.\d{1,3})?$/.exec(text);
  if (clock) {
    const [, hours, minutes = '', seconds = '', fraction = ''] = clock;
    if (Number(seconds) > 59 || (hours !== undefined && (minutes.length !== 2 || Number(minutes) > 59))) return null;
    const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { seconds: whole + Number(fraction || 0), step: fraction ? 10 ** (1 - fraction.length) : 1 };
  }
  const part = /(\d{1,9})(?:[.,](\d{1,2}))?\s*(\p{L}+)\.?(?:\s*:\s*|\s*,\s*|\s+|$)?/uy;
  let at = 0;
  let total = 0;
  let previous = Number.POSITIVE_INFINITY;
  let step = 0;
  while (at < text.length) {
    // A fraction may stand in the last part only: `1.5h 3m` is nobody's way of writing.
    if (step > 0 && step !== previous) return null;
    part.lastIndex = at;
    const match = part.exec(text);
    if (!match) return null;
    const [all, whole = '', fraction = '', word = ''] = match;
    const unit = SECONDS_OF.get(word);
    // `2h 75m`, `5s 2m`: not how a duration is written.
    if (unit === undefined || unit >= previous || Number(whole) * unit >= previous) return null;
    total += (Number(whole + fraction) * unit) / 10 ** fraction.length;
    step = unit / 10 ** fraction.length;
    previous = unit;
    at += all.length;
  }
  return step > 0 ? { seconds: total, step } : null;
}

/** Seconds, or null when the whole text is not a duration. */
export function readDuration(raw: string): number | null {
  return parseDuration(raw)?.seconds ?? null;
}
