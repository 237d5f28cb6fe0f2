import type { Answers, DashboardMessage } from '../../core/messages';
import { MARKS_LIMIT } from '../../core/messages';
import type { Mark, MarkQuestion } from '../../core/model/marks';
import type { Reading } from '../../core/model/reading';

type Ask = (message: Extract<DashboardMessage, { type: 'marks' }>) => Promise<Answers['marks']>;

const questionOf = ({ platform, account, post: { id, title, publishedAt, publishedPrecision } }: Reading): MarkQuestion => ({
  platform,
  account,
  id,
  title,
  publishedAt,
  publishedPrecision,
});
const nameOf = (question: MarkQuestion) => JSON.stringify(question);

/** What the last report says of the posts of this page: each post is asked for once until the report changes. */
export class MarkBook {
  private readonly known = new Map<string, Mark | null>();
  private asked = new Set<string>();
  private asking = false;

  constructor(
    private readonly ask: Ask,
    /** Called when something more is known. */
    private readonly onNews: () => void,
  ) {}

  /** Null while nothing is known. */
  of(reading: Reading): Mark | null {
    return this.known.get(nameOf(questionOf(reading))) ?? null;
  }

  /** Asks about posts that were not asked for yet. */
  async wish(readings: readonly Reading[]): Promise<void> {
    if (this.asking) return;
    const wanted = new Map(readings.map((reading) => questionOf(reading)).map((question) => [nameOf(question), question]));
    const fresh = [...wanted].filter(([name]) => !this.asked.has(name)).slice(0, MARKS_LIMIT);
    if (fresh.length === 0) return;
    const asked = this.asked;
    this.asking = true;
    // Without an answer nothing is noted: the next look asks again.
    const answer = await this.ask({ type: 'marks', posts: fresh.map(([, question]) => question) }).catch(() => null);
    this.asking = false;
    if (!answer?.marks) return;
    fresh.forEach(([name], at) => {
      asked.add(name);
      this.known.set(name, answer.marks[at] ?? null);
    });
    this.onNews();
    await this.wish(readings);
  }

  /** The report has changed: what is known is shown until the new answers are there. */
  forget(): void {
    this.asked = new Set();
  }
}
