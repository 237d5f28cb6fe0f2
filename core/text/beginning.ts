/** A long text by its beginning, `most` letters of it: where it is quoted, not where it has to be told from others of its sort. */
export function beginning(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : text;
}
