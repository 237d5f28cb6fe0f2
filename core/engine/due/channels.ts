/** How much each channel brings for the time spent in it, from the creator's own counts. */
import { CHANNELS, type ChannelCount } from '../../model/workspace/objects';
import type { ChannelView } from '../../model/workspace/view';

/** The last so many months with entries are added up. */
const MONTHS = 3;

export function channelViews(counts: readonly ChannelCount[]): ChannelView[] {
  const months = [...new Set(counts.map(({ month }) => month))].sort().slice(-MONTHS);
  const recent = counts.filter(({ month }) => months.includes(month));
  return CHANNELS.map((channel) => {
    const own = recent.filter((count) => count.channel === channel);
    const sum = (of: (count: ChannelCount) => number | null) => {
      const known = own.flatMap((count) => of(count) ?? []);
      return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null;
    };
    /** A ratio of months in which both were counted. */
    const ratio = (top: (count: ChannelCount) => number | null, bottom: (count: ChannelCount) => number | null) => {
      const both = own.filter((count) => top(count) !== null && bottom(count) !== null);
      const below = both.reduce((total, count) => total + (bottom(count) ?? 0), 0);
      return below > 0 ? both.reduce((total, count) => total + (top(count) ?? 0), 0) / below : null;
    };
    const perMinute = ratio(
      ({ results }) => results,
      ({ minutes }) => minutes,
    );
    return {
      channel,
      received: sum(({ received }) => received),
      answered: sum(({ answered }) => answered),
      minutes: sum(({ minutes }) => minutes),
      results: sum(({ results }) => results),
      resultsPerHour: perMinute === null ? null : perMinute * 60,
      answeredShare: ratio(
        ({ answered }) => answered,
        ({ received }) => received,
      ),
    };
  });
}
