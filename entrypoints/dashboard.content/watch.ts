/**
 * Calls `look` soon after the page has changed, never more often than `every` ms, and not while the tab is in the background. Pages
 * tick elsewhere all day (clocks, charts, counters): what does not concern the list is looked at too, but ever less often while
 * nothing new comes of it.
 */
export interface WatchOptions {
  /** What to observe now: the document, and shadow roots that a document's observer does not see into. */
  roots(): Node[];
  /** False: the page says what it said before. */
  look(): unknown;
  /** Whether a change may be one of what is looked for; by default each is. */
  concerns?(change: MutationRecord): boolean;
  signal: AbortSignal;
  /** Milliseconds without a change before a look. */
  quiet?: number;
  /** A page that never rests is looked at after this many milliseconds all the same. */
  every?: number;
}

/** The longest time before a change elsewhere is looked at, in milliseconds. */
const LONGEST_PATIENCE = 16_000;

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'aria-selected'],
};

export function watch({ roots, look, concerns = () => true, signal, quiet = 250, every = 1000 }: WatchOptions): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  /** When the timer fires, where it waits for a change elsewhere. */
  let patient: number | undefined;
  let patience = every;
  let observed: Node[] = [];
  const observer = new MutationObserver((changes) => {
    if (firstChange !== undefined || changes.some(concerns)) soon();
    else later();
  });

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
    patient = undefined;
    if (signal.aborted || document.hidden) return;
    patience = look() === false ? Math.min(patience * 2, LONGEST_PATIENCE) : every;
    observe();
  };

  function soon(): void {
    if (signal.aborted) return;
    const at = performance.now();
    firstChange ??= at;
    // A change elsewhere that was waited for comes no later.
    const wait = Math.max(0, Math.min(quiet, firstChange + every - at, (patient ?? Number.POSITIVE_INFINITY) - at));
    clearTimeout(timer);
    timer = setTimeout(now, wait);
  }

  function later(): void {
    if (signal.aborted || timer !== undefined) return;
    patient = performance.now() + patience;
    timer = setTimeout(now, patience);
  }

  document.addEventListener('visibilitychange', () => soon(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  observe();
  soon();
}
