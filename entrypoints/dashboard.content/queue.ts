import type { CaptureAnswer, CaptureBatch, Coverage } from '../../core/messages';
import { BATCH_LIMIT } from '../../core/messages';
import type { AccountReading, AudienceCurve, PageRead, Reading } from '../../core/model/reading';
import { FIRST_PAUSE, longer } from './tries';

/** What identifies a post within one page's list, and what was last handed over of it. */
const keyOf = ({ platform, account, page, post }: Reading) =>
  [platform, account, page, post.id ?? `${post.publishedAt}\u0000${post.title}`].join('\u0000');
const contentOf = ({ post, metrics }: Reading) => JSON.stringify([post, metrics]);
/** A reading that did not change is the same object in every look; only another one is worth comparing. */
const saysTheSame = (one: Reading, other: Reading) => one === other || contentOf(one) === contentOf(other);

export interface Sent {
  kept: number;
  newPosts: number;
}

export interface QueueOptions {
  /** One per loaded document. */
  session: string;
  send(batch: CaptureBatch): Promise<CaptureAnswer>;
  /** Called after each acknowledged batch. */
  onSent(sent: Sent): void;
  /** Called when a batch was not taken; `final` when it never will be. */
  onProblem(problem: string, final: boolean): void;
  newId(): string;
  wait(milliseconds: number): Promise<void>;
}

/**
 * Hands readings over in batches, one at a time and in order. A reading goes out once per content; a batch that was not
 * acknowledged goes out again under the same id, so that it is stored once whatever happened on the way.
 */
export class CaptureQueue {
  private readonly last = new Map<string, string>();
  private readonly lastReadings = new Map<string, Reading>();
  private readonly batches: CaptureBatch[] = [];
  private running = false;
  private stopped = false;

  constructor(private readonly options: QueueOptions) {}

  /** Readings handed in and not yet acknowledged. */
  get waiting(): number {
    return this.batches.reduce((total, batch) => total + batch.readings.length, 0);
  }

  /** Queues what is new or has changed since it was last handed over. */
  add(read: PageRead, coverage: Coverage): void {
    if (this.stopped || !read.page) return;
    // Figures of a period are shown, and never kept as a post's totals.
    const posts = read.period ? [] : read.readings;
    const readings = posts.filter((reading) => this.isNewReading(reading));
    const accountReadings = (read.accountReadings ?? []).filter((one) =>
      this.isNews(`account ${one.account} ${one.page}`, JSON.stringify([one.metrics, one.breakdowns])),
    );
    const audienceCurves = (read.audienceCurves ?? []).filter((one) =>
      this.isNews(`curve ${one.account} ${one.page}`, JSON.stringify(one.hours)),
    );
    if (!readings.length && !accountReadings.length && !audienceCurves.length) return;
    this.push(read.page, readings, accountReadings, audienceCurves, coverage);
    void this.run();
  }

  /** Nothing more is taken or sent. */
  stop(): void {
    this.stopped = true;
    this.batches.length = 0;
  }

  private isNewReading(reading: Reading): boolean {
    const key = keyOf(reading);
    const before = this.lastReadings.get(key);
    this.lastReadings.set(key, reading);
    return !before || !saysTheSame(before, reading);
  }

  private isNews(key: string, content: string): boolean {
    if (this.last.get(key) === content) return false;
    this.last.set(key, content);
    return true;
  }

  private push(
    page: string,
    readings: Reading[],
    accountReadings: AccountReading[],
    audienceCurves: AudienceCurve[],
    coverage: Coverage,
  ): void {
    for (let from = 0; from === 0 || from < readings.length; from += BATCH_LIMIT) {
      const first = from === 0;
      this.batches.push({
        id: this.options.newId(),
        session: this.options.session,
        page,
        readings: readings.slice(from, from + BATCH_LIMIT),
        accountReadings: first ? accountReadings : [],
        audienceCurves: first ? audienceCurves : [],
        coverage,
      });
    }
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    let pause = FIRST_PAUSE;
    while (!this.stopped) {
      const batch = this.batches[0];
      if (!batch) break;
      const answer = await this.options
        .send(batch)
        .catch((error: unknown): CaptureAnswer => ({ ok: false, retry: true, problem: String(error) }));
      if (this.stopped) break;
      if (answer.ok) {
        this.batches.shift();
        pause = FIRST_PAUSE;
        this.options.onSent(answer);
      } else if (answer.retry) {
        this.options.onProblem(answer.problem, false);
        await this.options.wait(pause);
        pause = longer(pause);
      } else {
        this.batches.shift();
        this.options.onProblem(answer.problem, true);
      }
    }
    this.running = false;
  }
}
