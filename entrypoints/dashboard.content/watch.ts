/** Calls `look` soon after the page has changed, never more often than `every` ms, and not while the tab is in the background. */
export interface WatchOptions {
  /** What to observe now: the document, and shadow roots that a document's observer does not see into. */
  roots(): Node[];
  look(): void;
  signal: AbortSignal;
  /** Milliseconds without a change before a look. */
  quiet?: number;
  /** A page that never rests is looked at after this many milliseconds all the same. */
  every?: number;
}

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'aria-selected'],
};

export function watch({ roots, look, signal, quiet = 250, every = 1000 }: WatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  let observed: Node[] = [];
  const observer = new MutationObserver(() => soon());

  const observe = () => {
    const wanted = roots();
    if (wanted.length === observed.length && wanted.every((root, at) => root === observed[at])) return;
    observer.disconnect();
    observed = wanted;
    for (const root of wanted) observer.observe(root, OBSERVED);
  };

  const now = () => {
    timer = undefined;
    firstChange = undefined;
    if (signal.aborted || document.hidden) return;
    look();
    observe();
  };

  function soon(): void {
    if (signal.aborted) return;
    const at = performance.now();
    firstChange ??= at;
    const wait = Math.max(0, Math.min(quiet, firstChange + every - at));
    clearTimeout(timer);
    timer = setTimeout(now, wait);
  }

  document.addEventListener('visibilitychange', () => soon(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  observe();
  soon();
}
