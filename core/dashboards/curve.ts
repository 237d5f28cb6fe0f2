/**
 * When the audience is online, where a chart's bars or a table's rows name their hour and their number (`aria-label`, `title` or text:
 * `8 PM, 1,234`; `Monday 20:00: 56`). All 24 hours must be there, each once, of one day or of each of the seven; a picture without
 * words is not read.
 */
import type { AudienceCurve } from '../model/reading';
import { clean } from '../text/clean';
import { figureWords, readFigure } from '../text/figures';
import type { Look } from './types';

const HOUR =
  /(?:(?<before>上午|下午|午前|午後|오전|오후)\s*)?(?<![\d.,])(?<hour>\d{1,2})(?:\s*(?::00|[时時点點시])|(?=\s*[ap]\.?\s?m))\s*(?<after>[ap]\.?\s?m\.?)?/iu;
const LANGUAGES = ['en', 'zh-CN', 'ja', 'ko', 'de', 'es', 'pt', 'fr', 'vi'];
/** 2024-01-01 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
let weekdays: Map<string, number> | undefined;

/** From 0, Monday; null when the text names none. */
function weekdayIn(text: string): number | null {
  weekdays ??= new Map(
    LANGUAGES.flatMap((lang) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
        return Array.from(
          { length: 7 },
          (_, day) =>
            [
              format
                .format(MONDAY + day * 86_400_000)
                .toLowerCase()
                .replace(/\.$/, ''),
              day,
            ] as const,
        );
      }),
    ),
  );
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const day = weekdays.get(word);
    // A single letter (月, 日) may be anything.
    if (day !== undefined && word.length > 1) return day;
  }
  return null;
}

interface Slot {
  day: number | null;
  hour: number;
  value: number;
}

function slotOf(raw: string, look: Look): Slot | null {
  const text = clean(raw);
  const match = text.length <= 80 ? HOUR.exec(text) : null;
  if (!match) return null;
  const { before, after } = match.groups ?? {};
  const printed = Number(match.groups?.hour);
  const half = (before ?? after)?.toLowerCase();
  if (printed > (half ? 12 : 23)) return null;
  const hour = half ? (printed % 12) + (/^(?:p|下午|午後|오후)/.test(half) ? 12 : 0) : printed;
  const around = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  const rest = around.map((part) => part.replace(/^[\s,:：·|-]+|[\s,:：·|-]+$/g, '')).join(' ');
  const words = figureWords(rest, look);
  const read = words ? readFigure(words, 'count', { lang: look.lang }) : null;
  return read?.kind === 'value' ? { day: weekdayIn(rest), hour, value: read.figure.value } : null;
}

/** One curve, or none. */
export function curveOf(root: ParentNode, look: Look): Pick<AudienceCurve, 'zone' | 'hours'>[] {
  const slots = new Map<string, Slot>();
  const texts = look.sight
    .all(root, '[aria-label], [title]')
    .flatMap((element) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? []);
  for (const row of look.sight.all(root, 'tr, [role="row"], li')) texts.push(look.sight.text(row));
  for (const text of texts) {
    const slot = slotOf(text, look);
    if (!slot) continue;
    const key = `${slot.day} ${slot.hour}`;
    const known = slots.get(key);
    if (known && known.value !== slot.value) return [];
    slots.set(key, slot);
  }
  const all = [...slots.values()];
  const days = new Set(all.map(({ day }) => day));
  const whole = days.size === 1 && days.has(null) ? all.length === 24 : !days.has(null) && days.size === 7 && all.length === 168;
  if (!whole || all.every(({ value }) => value === 0)) return [];
  const hours = Array.from(
    { length: 168 },
    (_, at) => slots.get(`${days.has(null) ? null : Math.floor(at / 24)} ${at % 24}`)?.value ?? null,
  );
  return [{ zone: look.zone, hours }];
}
