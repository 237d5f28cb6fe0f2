/** Findings of the timing evaluation as sentences. */
import type { TimingTexts } from '../texts';
import type { Missing } from './gate';

export const missingTexts = (missing: readonly Missing[], words: TimingTexts): string[] =>
  missing.map((item) => textOf(item, words));

function textOf(item: Missing, words: TimingTexts): string {
  switch (item.need) {
    case 'figures':
      return words.missingFigures;
    case 'posts':
      return words.missingPosts(item.have, item.of, item.waiting, item.dateOnly);
    case 'weeks':
      return words.missingWeeks(item.have, item.of);
    case 'dayParts':
      return words.missingDayParts(item.parts);
    case 'labels':
      return words.missingLabels(item.share, item.of);
  }
}
