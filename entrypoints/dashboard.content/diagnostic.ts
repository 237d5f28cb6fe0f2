import type { TabStatus } from '../../core/messages';
import { shapeOf } from '../../core/text/shape';

const EXAMPLES = 3;
/** Their excerpts are words and figures of the dashboard; those of all others may be a creator's. */
const WORDS_OF_THE_PAGE = new Set(['unknown-label', 'several-headers', 'equal-columns']);

/**
 * What a page did not give and why, as text to be sent to whoever mends it: page, counts and reasons, and of the places only their
 * shape (`Xxxxx 00`). No title, no name, no figure.
 */
export function diagnosticOf({ platform, page, status, coverage, refused, paused }: TabStatus, version: string): string {
  const lines = [
    `Post Almanac ${version}`,
    `${page ?? platform}: ${status}${paused ? ', paused' : ''}, ${coverage.captured} of ${coverage.expectedTotal ?? '?'}`,
  ];
  for (const reason of new Set(refused.map((each) => each.reason))) {
    const own = refused.filter((each) => each.reason === reason);
    const shapes = own.map(({ excerpt }) => (WORDS_OF_THE_PAGE.has(reason) ? excerpt.replace(/\p{N}/gu, '0') : shapeOf(excerpt)));
    lines.push(`${reason} × ${own.length}: ${[...new Set(shapes)].slice(0, EXAMPLES).join(' | ')}`);
  }
  return lines.join('\n');
}
