/** C4: which words the recent posts use, as lasting, rarer and passing ones. Counting only; their effect is told elsewhere. */
import type { TermClass, TermPortfolio, TermUse } from '../../../model/report-parts';
import { recent, whyOf } from '../adherence/window';
import type { MixTexts } from '../texts';
import type { Term } from './terms';

const WINDOW = { days: 180, posts: 100 };
const FEWEST_POSTS = 20;
/** A passing term lies within so many days, which only a history of this length can show. */
const HOT_DAYS = 21;
const HISTORY_DAYS = 60;
const CORE = { share: 0.1, months: 0.5 };
const MONTH_DAYS = 28;
const MOST_TERMS = 60;

/**
 * `days`: local day of each fact in order, null for posts that do not count. `terms`: rows are indices of the facts.
 * `keyOf`: index of a fact in the part's `keys`, or null.
 */
export function portfolioOf(
  days: readonly (number | null)[],
  terms: readonly Term[],
  keyOf: (row: number) => number | null,
  words: MixTexts,
): TermPortfolio {
  const dated = days.flatMap((day, row) => (day === null ? [] : { day, row }));
  const end = dated.at(-1)?.day ?? 0;
  const window = recent(dated, end, WINDOW);
  const inside = new Map(window.map(({ row, day }) => [row, day]));
  const history = end - (window[0]?.day ?? end);
  const months = new Set(window.map(({ day }) => Math.floor(day / MONTH_DAYS))).size;
  const why = whyOf('mix.portfolio', {
    inputs: { posts: window.length, days: history },
    have: window.length,
    need: FEWEST_POSTS,
  });
  if (window.length < FEWEST_POSTS) why.missing.push(words.missingPosts(window.length, FEWEST_POSTS));
  if (history < HISTORY_DAYS) why.missing.push(words.missingHistory(history, HISTORY_DAYS));
  if (why.missing.length > 0) return { terms: [], shares: { value: null, why }, statement: words.portfolioUnknown };
  const uses: (TermUse & { rows: number[] })[] = terms.flatMap(({ term, tag, rows }) => {
    const own = rows.filter((row) => inside.has(row));
    const when = own.map((row) => inside.get(row) ?? 0);
    if (own.length < 2) return [];
    const lasting =
      own.length >= CORE.share * window.length &&
      new Set(when.map((day) => Math.floor(day / MONTH_DAYS))).size >= CORE.months * months;
    const passing = Math.max(...when) - Math.min(...when) <= HOT_DAYS;
    const kind: TermClass = lasting ? 'core' : passing ? 'hot' : 'longTail';
    return [{ term, tag, class: kind, posts: own.flatMap((row) => keyOf(row) ?? []), rows: own }];
  });
  if (uses.length === 0) return { terms: [], shares: { value: null, why }, statement: words.portfolioUnknown };
  const shareOf = (kind: TermClass) => {
    const rows = new Set(uses.filter((use) => use.class === kind).flatMap((use) => use.rows));
    return rows.size / window.length;
  };
  const shares = { core: shareOf('core'), longTail: shareOf('longTail'), hot: shareOf('hot') };
  why.posts = window.flatMap(({ row }) => keyOf(row) ?? []);
  return {
    terms: uses.slice(0, MOST_TERMS).map(({ rows: _, ...use }) => use),
    shares: { value: shares, why },
    statement: words.portfolio(shares),
  };
}
