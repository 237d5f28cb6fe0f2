/** C5 (commercial share) and C6 (sensitive share). */
import type { CommercialShare, SensitiveShare, Shown } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import { binomialUpperTail } from '../../../stats/distributions';
import type { MixTexts } from '../texts';
import { indices, type Posted, recent, shareOf, weeksOf, whyOf } from './window';

const WINDOW = { days: 90, posts: 50 };
const FEWEST_POSTS = 10;
/** Chance below which a count above the target is no accident. */
const ALARM = 0.05;
const LONGEST_WAIT = 100;

const isPaid = ({ labels }: Posted) => labels.commercial === true || (labels.sponsor ?? '') !== '';

/**
 * An unmarked post is organic only for an account that marks its posts at all: where no post was ever marked, the share is unknown.
 */
export function commercialOf(
  posts: readonly Posted[],
  end: number,
  plan: Plan,
  words: MixTexts,
): Shown<CommercialShare> & { statement: string } {
  const window = recent(posts, end, WINDOW);
  const why = whyOf('mix.commercial', {
    posts: indices(window),
    weeks: weeksOf(window),
    have: window.length,
    need: FEWEST_POSTS,
  });
  const marks = posts.some((post) => post.labels.commercial !== undefined || isPaid(post));
  if (!marks || window.length < FEWEST_POSTS) {
    why.missing.push(marks ? words.missingPosts(window.length, FEWEST_POSTS) : words.missingCommercialLabels);
    return { value: null, why, statement: marks ? words.commercialFew(window.length, FEWEST_POSTS) : words.commercialUnknown };
  }
  const paid = window.filter(isPaid);
  const share = shareOf(paid.length, window.length);
  const band = plan.content.commercial;
  why.inputs = { paid: paid.length, posts: window.length };
  const value: CommercialShare = {
    share,
    band: share.share > band.high + 1e-9 ? 'above' : share.share < band.low - 1e-9 ? 'below' : 'inside',
    low: band.low,
    high: band.high,
    organicBeforeNext: organicBeforeNext(window.map(isPaid), WINDOW.posts, band.high),
    byViews: viewShare(window),
  };
  return { value, why, statement: words.commercial(value) };
}

/**
 * Organic posts to make before a paid one keeps the share of the rolling window at or below `high`: old paid posts leave as new posts
 * come. `window`: oldest first, true for paid.
 */
export function organicBeforeNext(window: readonly boolean[], smallest: number, high: number): number {
  const size = Math.max(smallest, window.length);
  for (let m = 0; m < LONGEST_WAIT; m++) {
    const then = [...window, ...Array.from({ length: m }, () => false), true].slice(-size);
    if (then.filter(Boolean).length <= high * then.length + 1e-9) return m;
  }
  return LONGEST_WAIT;
}

/** Share of the views that paid posts got; null unless the views of all are known. */
function viewShare(window: readonly Posted[]): number | null {
  let all = 0;
  let paid = 0;
  for (const post of window) {
    const views = (post.mature ?? post.young)?.metrics.views;
    if (views === undefined) return null;
    all += views;
    if (isPaid(post)) paid += views;
  }
  return all > 0 ? paid / all : null;
}

/** Posts that the creator confirmed as sensitive. Same rule: unmarked is unknown where nothing was ever marked. */
export function sensitiveOf(
  posts: readonly Posted[],
  end: number,
  plan: Plan,
  words: MixTexts,
): Shown<SensitiveShare> & { statement: string } {
  const window = recent(posts, end, WINDOW);
  const target = plan.content.largestSensitiveShare;
  const why = whyOf('mix.sensitive', {
    posts: indices(window),
    weeks: weeksOf(window),
    have: window.length,
    need: FEWEST_POSTS,
  });
  const marks = posts.some(({ labels }) => labels.sensitive !== undefined);
  if (!marks || window.length < FEWEST_POSTS) {
    why.missing.push(marks ? words.missingPosts(window.length, FEWEST_POSTS) : words.missingSensitiveLabels);
    return { value: null, why, statement: words.sensitiveUnknown };
  }
  const count = window.filter(({ labels }) => labels.sensitive === true).length;
  why.inputs = { sensitive: count, posts: window.length };
  const share = shareOf(count, window.length);
  const value: SensitiveShare = {
    share,
    target,
    alarm: count > 0 && binomialUpperTail(count, window.length, target) <= ALARM,
  };
  return { value, why, statement: words.sensitive(value) };
}
