/**
 * What a dashboard's overlay says of a post beside its row. Made with the report, kept by month of publishing, so that a question
 * about the rows of one page reads little however many posts there are.
 */
import { normaliseTitle, timePart } from './identity';
import { SEVERITY } from './level';
import type { MetricName } from './metrics';
import type { Platform } from './platforms';
import type { Post } from './reading';
import type { Finding, Level } from './report';
import type { Band } from './report-parts';

/** Nothing in it identifies a post: it is what the overlay may know. */
export interface Mark {
  /** Where the post stands among the creator's own at equal age: one band, or two neighbours. Null without a score. */
  bands: Band[] | null;
  level: Level;
  /** What is to be changed or checked in the title, without links. */
  findings: Finding[];
  /** Far faster or slower than the account's posts at that age; how many times. Null when as usual or not known. */
  pace: { kind: 'surge' | 'slump'; factor: number } | null;
  /** One figure as it was seen on one page, oldest first: milliseconds since the epoch and the figure. */
  trend: { metric: MetricName; points: [at: number, value: number][] } | null;
}

/** A mark with what its post is known by. */
export interface KeptMark extends Mark {
  account: string;
  id: string | null;
  /** Publish time and title as identity compares them. */
  time: string;
  title: string;
}

/** The overlay's question about one row. */
export interface MarkQuestion extends Pick<Post, 'id' | 'title' | 'publishedAt' | 'publishedPrecision'> {
  platform: Platform;
  /** Null where the page shows none. */
  account: string | null;
}

/** How all names of marks in a language begin. */
export const marksPrefix = (locale: string) => `marks:${locale}:`;

/** The name under which the marks of a post's month are kept. */
export function marksName(locale: string, platform: Platform, post: Pick<Post, 'publishedAt' | 'publishedPrecision'>): string {
  return `${marksPrefix(locale)}${platform}:${timePart(post).slice(0, 7) || 'undated'}`;
}

/** What is known of the post in a row. Null when nothing is, or when it could be either of two posts: no row gets another's mark. */
export function findMark(marks: readonly KeptMark[], asked: MarkQuestion): Mark | null {
  const time = timePart(asked);
  const title = normaliseTitle(asked.title);
  const same = marks.filter((mark) => (asked.id && mark.id ? mark.id === asked.id : mark.time === time && mark.title === title));
  const own = same.filter(({ account }) => account === asked.account);
  const found = own.length > 0 ? own : same;
  return found.length === 1 ? strip(found[0] as KeptMark) : null;
}

const strip = ({ bands, level, findings, pace, trend }: KeptMark): Mark => ({
  bands,
  level,
  // Until a report is made anew there are findings as an earlier version kept them.
  findings: findings.filter(({ source }) => source),
  pace,
  trend,
});

/** A mark without what the creator has called no issue since it was made. */
export function withoutSetAside(mark: Mark, isSetAside: (finding: Finding) => boolean): Mark {
  const findings = mark.findings.filter((finding) => !isSetAside(finding));
  if (findings.length === mark.findings.length) return mark;
  const level = findings.reduce<Level>((worst, one) => (SEVERITY[one.level] > SEVERITY[worst] ? one.level : worst), 'green');
  return { ...mark, findings, level };
}
