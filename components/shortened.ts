/** Chinese, Japanese and Korean signs are as wide as two letters. */
const widthOf = (sign: string) => (sign >= '\u2e80' ? 2 : 1);

/**
 * The beginning and the end of a long name, `most` letters wide: names of one sort are told apart by their ends. The whole one belongs
 * in a `title`.
 */
export function shortened(name: string, most = 48): string {
  const signs = [...name];
  if (signs.reduce((sum, sign) => sum + widthOf(sign), 0) <= most) return name;
  const upTo = (width: number, from: readonly string[]) => {
    const taken: string[] = [];
    let left = width;
    for (const sign of from) {
      left -= widthOf(sign);
      if (left < 0) break;
      taken.push(sign);
    }
    return taken;
  };
  const end = upTo(most / 3, signs.toReversed()).reverse();
  return `${upTo((2 * most) / 3 - 1, signs).join('')}…${end.join('')}`;
}
