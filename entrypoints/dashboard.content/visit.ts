import { browser } from 'wxt/browser';
import { Lacking } from '../../core/dashboards/brought';
import { createReader, type PageReader } from '../../core/dashboards/reader';
import type { Site } from '../../core/dashboards/types';
import type { HelloAnswer, PartName, TabMessage, TabStatus } from '../../core/messages';
import type { AccountReading, PageRead } from '../../core/model/reading';
import type { createOverlay, Overlay } from './overlay';
import { put, putSurely } from './parts';
import { PauseGuard } from './pause';
import { CaptureQueue } from './queue';
import { connected, send } from './send';
import { after } from './tries';
import { watch } from './watch';

/** Milliseconds between looks whether the extension still stands behind this script. */
const HEARTBEAT = 5000;

/** The list that an address shows, whichever page of it: who turns the pages has seen those before, too. */
const listOf = (address: string) => address.replace(/[?&](?:page|pn|p|pageNo|pageNum|offset|start)=\d+/gi, '');

/** A row that did not change gives the same object again (`PageReader`). */
const saysTheSame = (before: PageRead, read: PageRead) =>
  before.page === read.page &&
  before.status === read.status &&
  before.expectedTotal === read.expectedTotal &&
  before.refused.length === read.refused.length &&
  before.readings.length === read.readings.length &&
  before.readings.every((reading, at) => reading === read.readings[at]) &&
  JSON.stringify([before.accountReadings?.map(figuresOf), before.audienceCurves?.map(({ hours }) => hours)]) ===
    JSON.stringify([read.accountReadings?.map(figuresOf), read.audienceCurves?.map(({ hours }) => hours)]);
const figuresOf = ({ metrics, breakdowns, period }: AccountReading) => [metrics, breakdowns, period];

/** On a page in another language than Chinese and English, and wherever something was not understood. */
function speaksOtherwise({ status, refused }: PageRead): boolean {
  const { lang } = document.documentElement;
  const foreign = lang !== '' && !/^(?:zh|en)\b/i.test(lang);
  const unknown = status === 'unsupported-layout' || refused.some(({ reason }) => reason === 'unknown-label');
  return status !== 'not-a-dashboard' && (foreign || unknown);
}

/** One loaded document of a dashboard, from the first look until the tab, the permission or the extension goes. */
export class Visit {
  private reader: PageReader;
  private readonly guard = new PauseGuard();
  private readonly queue: CaptureQueue;
  private overlay: Overlay | undefined;
  private dressing = false;
  private hasWords = false;
  private coming = false;
  private read: PageRead | undefined;
  private newPosts = 0;
  private problem: string | null = null;
  private paused = false;
  private showing: ReturnType<typeof setTimeout> | undefined;
  /** Posts of the present list seen since it was opened: a virtual list holds only some of them at a time. */
  private seen = new Set<string>();
  private list = '';
  private address = '';

  constructor(
    private readonly site: Site,
    private hello: HelloAnswer,
    private readonly ending: AbortController,
  ) {
    this.reader = this.newReader();
    this.queue = new CaptureQueue({
      session: crypto.randomUUID(),
      send: (batch) => send({ type: 'capture', batch }),
      onSent: (sent) => {
        this.newPosts += sent.newPosts;
        this.problem = null;
        this.showSoon();
      },
      onProblem: (problem, final) => this.onProblem(problem, final),
      newId: () => crypto.randomUUID(),
      wait: after,
    });
  }

  start(): void {
    const { signal } = this.ending;
    // Client-side navigation needs no listener of its own: a new list is a change of the page, and each look asks for the address.
    // On a page without a list the document itself is watched, since such a change may bring one.
    const roots = () => {
      const own = this.reader.roots(document, location.href);
      return own.length > 0 ? own : [document.documentElement];
    };
    const concerns = (change: MutationRecord) => location.href !== this.address || this.reader.concerns(change);
    watch({ roots, look: () => this.look(), concerns, signal });
    const heartbeat = setInterval(() => this.checkConnection(), HEARTBEAT);
    browser.runtime.onMessage.addListener(this.onMessage as never);
    signal.addEventListener('abort', () => {
      clearInterval(heartbeat);
      this.queue.stop();
      if (connected()) browser.runtime.onMessage.removeListener(this.onMessage as never);
    });
  }

  private newReader(): PageReader {
    return createReader([this.site], {
      now: () => Date.now(),
      // Costs milliseconds the first time: only where a platform prints times in the creator's zone.
      get zone() {
        return Intl.DateTimeFormat().resolvedOptions().timeZone;
      },
    });
  }

  /**
   * Null while something comes that not every page needs: then the page is read again. What was read without it is not handed over.
   */
  private readPage(): PageRead | null {
    if (this.coming) return null;
    try {
      const read = this.reader.read(document, location.href);
      if (this.hasWords || !speaksOtherwise(read)) return read;
      void this.complete('words');
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
      void this.complete(error.part);
    }
    return null;
  }

  private async complete(part: PartName): Promise<void> {
    this.coming = true;
    const there = await putSurely(part, () => !this.ending.signal.aborted && this.checkConnection());
    this.coming = false;
    if (!there) return;
    this.hasWords ||= part === 'words';
    this.reader = this.newReader();
    this.look();
  }

  /** False when the page says what it said at the last look. */
  private look(): boolean {
    if (!this.checkConnection()) return false;
    this.address = location.href;
    const read = this.readPage();
    if (!read) return true;
    const news = !this.read || !saysTheSame(this.read, read);
    const list = [listOf(location.href), read.page, read.readings[0]?.account].join('\u0000');
    const before = [this.list, this.paused].join();
    if (list !== this.list) this.seen = new Set();
    this.list = list;
    for (const { post } of read.readings) this.seen.add(post.id ?? `${post.publishedAt}\u0000${post.title}`);
    this.read = read;
    this.paused = this.guard.paused(read);
    if (!this.paused) this.queue.add(read, this.coverage());
    if (news || before !== [this.list, this.paused].join()) this.show();
    return news;
  }

  private coverage(): TabStatus['coverage'] {
    return { expectedTotal: this.read?.expectedTotal ?? null, captured: this.seen.size };
  }

  private status(): TabStatus {
    return {
      platform: this.read?.readings[0]?.platform ?? this.site.platform,
      page: this.read?.page ?? null,
      status: this.read?.status ?? 'not-a-dashboard',
      coverage: this.coverage(),
      newPosts: this.newPosts,
      waiting: this.queue.waiting,
      refused: this.read?.refused ?? [],
      flagged: this.read?.flagged?.length ?? 0,
      problem: this.problem,
      paused: this.paused,
    };
  }

  private show(): void {
    const { read, hello } = this;
    if (!read || read.status === 'not-a-dashboard' || !hello.overlay) this.undress();
    else if (this.overlay) this.overlay.show(this.status(), this.reader.rows(), read);
    else if (!this.dressing) void this.dress();
  }

  private async dress(): Promise<void> {
    this.dressing = true;
    const there = await put('overlay').then(
      () => true,
      () => false,
    );
    this.dressing = false;
    if (!there) this.checkConnection();
    else if (!this.ending.signal.aborted) {
      const { postAlmanacOverlay } = globalThis as unknown as { postAlmanacOverlay: typeof createOverlay };
      this.overlay ??= postAlmanacOverlay(
        this.hello,
        () => void send({ type: 'open-panel' }).catch(() => this.checkConnection()),
      );
      this.show();
    }
  }

  private undress(): void {
    this.overlay?.remove();
    this.overlay = undefined;
  }

  /** A long list is acknowledged batch by batch: the pill need not be drawn for each. */
  private showSoon(): void {
    this.showing ??= setTimeout(() => {
      this.showing = undefined;
      if (!this.ending.signal.aborted) this.show();
    }, 100);
  }

  private onProblem(problem: string, final: boolean): void {
    if (!this.checkConnection()) return;
    if (final && problem === 'withdrawn') {
      this.goQuiet();
    } else {
      this.problem = problem;
      this.show();
    }
  }

  /** A setting or the report has changed. */
  private follow(hello: HelloAnswer): void {
    const { overlay, language } = this.hello;
    this.hello = hello;
    if (overlay !== hello.overlay || language !== hello.language) this.undress();
    this.overlay?.forget();
    this.show();
  }

  /** The permission was withdrawn, or a newer script takes over. */
  goQuiet(): void {
    this.ending.abort();
    this.overlay?.remove();
  }

  /** False, said once, when the extension was updated under the page's feet: only a reload of the tab brings it back. */
  private checkConnection(): boolean {
    if (connected()) return true;
    if (!this.ending.signal.aborted) {
      this.ending.abort();
      this.overlay?.contextLost();
    }
    return false;
  }

  private readonly onMessage = (message: TabMessage, _sender: unknown, sendResponse: (answer: unknown) => void): undefined => {
    if (message.type === 'tab-status') sendResponse(this.status());
    else if (message.type === 'changed') {
      send({ type: 'hello' }).then(
        (hello) => (hello.granted ? this.follow(hello) : this.goQuiet()),
        () => undefined,
      );
    }
  };
}
