type Child = Node | string;
/** Elements are made one by one: pages that enforce Trusted Types take no markup from strings, and titles are never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A page can dispatch clicks; only a person's count. */
export function onPress(button: HTMLButtonElement, act: () => unknown): void {
  button.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) act();
  });
}

/** A constructed sheet passes every policy; where a browser keeps content scripts from adopting one, a style element serves. */
export function adopt(root: ShadowRoot, source: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(source);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = source;
    root.append(style);
  }
}
