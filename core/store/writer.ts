/**
 * One writer at a time over all contexts of the extension, through one Web Lock (`navigator.locks`, where there is one).
 *
 * Asking for the lock costs a round trip to the browser, about as much as storing a batch. A page that scrolls hands over batch
 * after batch, so the lock is held a moment longer than one write needs; another context waits at most `LONGEST_HOLD`.
 */
const LINGER = 20;
const LONGEST_HOLD = 1000;

export class Writer {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private release: (() => void) | null = null;
  private heldSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly name: string,
    private readonly locks: LockManager | undefined = typeof navigator === 'undefined' ? undefined : navigator.locks,
  ) {}

  /** Runs `work` after all work given before, while no other context writes. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const result = this.tail.then(() => this.acquire()).then(work);
    this.tail = result.then(
      () => this.after(),
      () => this.after(),
    );
    return result;
  }

  private async acquire(): Promise<void> {
    clearTimeout(this.timer);
    const { locks } = this;
    if (this.release || !locks) return;
    await new Promise<void>((granted, failed) => {
      locks
        .request(this.name, () => {
          granted();
          this.heldSince = performance.now();
          return new Promise<void>((release) => {
            this.release = release;
          });
        })
        .catch(failed);
    });
  }

  private after(): void {
    this.waiting -= 1;
    if (!this.release) return;
    if (performance.now() - this.heldSince > LONGEST_HOLD) this.letGo();
    else if (this.waiting === 0) this.timer = setTimeout(() => this.letGo(), LINGER);
  }

  letGo(): void {
    clearTimeout(this.timer);
    this.release?.();
    this.release = null;
  }
}
