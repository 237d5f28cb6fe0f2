/**
 * When a verdict is reached anew. A dashboard that is opened ten times a day is not ten pieces of evidence: a verdict stands until five
 * more posts are old enough, five labels have changed, or a week has passed.
 */
import type { EvidenceClock, TimingReport } from '../../model/report';

const FEWEST_POSTS = 5;
const LONGEST_MS = 7 * 86_400_000;

/** What the verdict would be reached on now. */
export interface Standing {
  now: number;
  /** Posts with an exact time, and labelled ones among them. */
  posts: number;
  labelled: number;
  gateOpen: boolean;
  /** The audience-online curve is known. */
  curve: boolean;
}

/** The clock of the verdict in `before` that still stands; null when it is time for a new one. */
export function standing(before: TimingReport | null, fresh: TimingReport, now: Standing): EvidenceClock | null {
  const clock = before?.evaluated;
  if (!before || !clock) return null;
  const same =
    before.outcome === fresh.outcome && before.zone === fresh.zone && (before.why?.audienceCurve != null) === now.curve;
  // A verdict of the coin is read from its test each time; what was too little is looked at again at once.
  const held = before.state !== 'confirmed' && before.state !== 'insufficient' && now.gateOpen;
  const age = now.now - Date.parse(clock.at);
  const recent = age >= 0 && age < LONGEST_MS;
  const more = now.posts - clock.posts;
  const alike = more >= 0 && more < FEWEST_POSTS && Math.abs(now.labelled - clock.labelled) < FEWEST_POSTS;
  return same && held && recent && alike ? clock : null;
}
