/** What only the overlay needs beyond `dom.ts`. */
export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Whether the page at hand is dark, by what it is painted on; by the system's wish where that cannot be told. */
export function pageIsDark(): boolean {
  for (const painted of [document.body, document.documentElement]) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(painted).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5 && /rgb/.test(getComputedStyle(painted).backgroundColor)) return 0.3 * red + 0.6 * green + 0.1 * blue < 110;
  }
  return (
    matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark')
  );
}
