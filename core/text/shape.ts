/** Letters and digits by others of their kind, everything else as it stands: `Basil, again (3)` → `Xxxxx, xxxxx (0)`. Says how long a text is and no more. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{Lo}/gu, (letter) => (/\p{Script=Han}/u.test(letter) ? '文' : 'x'))
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0');
}
