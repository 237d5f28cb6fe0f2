/**
 * When a verdict is reached anew. A dashboard that is opened ten times a day is not ten pieces of evidence: a verdict stands until five
 * more posts are old enough, five labels have changed, or a week has passed.
 */
import type { ComparablePost } from '../../history/comparable';
import type { EvidenceClock, TimingReport } from '../../model/report';
import { hashText } from '../../stats/random';

const FEWEST_POSTS = 5;
const FEWEST_LABELS = 5;
const LONGEST_MS = 7 * 86_400_000;

/** What was said before of the same question; null when it was on another clock, of another figure, or with another model. */
export function sameQuestion(
  before: TimingReport | null,
  asked: { zone: string; outcome: string; curve: boolean },
): TimingReport | null {
  const same =
    before?.outcome === asked.outcome && before.zone === asked.zone && (before.why?.audienceCurve != null) === asked.curve;
  return same ? before : null;
}

/** Characters of one post in `labelMarks`: 36⁴ marks, so that one change in a million is missed. */
const MARK_LENGTH = 4;

/** A short mark of each post's labels, in no order of the posts. */
export function labelMarks(posts: readonly ComparablePost[]): string {
  const quoted = new Map<string | null, string>();
  const quote = (label: string | null) => {
    const known = quoted.get(label);
    if (known !== undefined) return known;
    const made = JSON.stringify(label);
    quoted.set(label, made);
    return made;
  };
  // The JSON of the five as a list; labels are few and put into quotes once.
  const markOf = ({ publishedAt, pillar, series, kindOfContent, commercial }: ComparablePost) =>
    (hashText(`[${publishedAt},${quote(pillar)},${quote(series)},${quote(kindOfContent)},${commercial}]`) % 36 ** MARK_LENGTH)
      .toString(36)
      .padStart(MARK_LENGTH, '0');
  return posts.map(markOf).sort().join('');
}

/** Marks of `before` that are no longer there: posts with another label, and posts that are no longer weighed. */
function marksGone(before: string, now: string): number {
  const left = new Map<string, number>();
  for (const mark of marksIn(now)) left.set(mark, (left.get(mark) ?? 0) + 1);
  let gone = 0;
  for (const mark of marksIn(before)) {
    const count = left.get(mark) ?? 0;
    if (count === 0) gone++;
    else left.set(mark, count - 1);
  }
  return gone;
}
const marksIn = (marks: string) => marks.match(new RegExp(`.{${MARK_LENGTH}}`, 'g')) ?? [];

/** What the verdict would be reached on now. */
export interface Standing {
  now: number;
  /** Posts with an exact time. */
  posts: number;
  labels: string;
}

/** The clock of the verdict in `before` (on the same question, the gate open) that still stands; null when it is time for a new one. */
export function standing(before: TimingReport | null, now: Standing): EvidenceClock | null {
  const clock = before?.evaluated;
  if (!before || !clock) return null;
  // A verdict of the coin is read from its test each time; what was too little is looked at again at once.
  const held = before.state !== 'confirmed' && before.state !== 'insufficient';
  const age = now.now - Date.parse(clock.at);
  const recent = age >= 0 && age < LONGEST_MS;
  const more = now.posts - clock.posts;
  const alike = more >= 0 && more < FEWEST_POSTS && marksGone(clock.labels, now.labels) < FEWEST_LABELS;
  return held && recent && alike ? clock : null;
}
