/** Markup for staged pages: escaped by default, and class names with a build hash as CSS modules make them. */
import { hashOf } from './random';

/** Text that is markup already. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = Markup | string | number | null | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

function flat(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(flat).join('');
}

/** A tagged template: what is put in is escaped unless it is markup itself. */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(fixed.map((text, index) => text.replace(/\n\s*/g, '') + flat(parts[index] ?? null)).join(''));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** `stem-Ab3_x9`: the stem stays over releases of the page, the hash of the build does not. */
export function hashedClass(stem: string, build: number): string {
  let hash = hashOf(`${build}|${stem}`);
  let suffix = '';
  for (let length = 0; length < 6; length++) {
    suffix += ALPHABET[hash % (length === 0 ? 52 : 64)] ?? 'x';
    hash = Math.floor(hash / 64) + (length === 2 ? hashOf(`${stem}|${build}`) : 0);
  }
  return `${stem}-${suffix}`;
}
