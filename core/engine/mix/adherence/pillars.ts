/** C1 (one flagship, four supporting pillars, the rest) and C3 (share of the core theme). */
import type { CheckItem, Focus, PillarShare, PillarsAdherence, Shown } from '../../../model/report-parts';
import type { Plan } from '../../../plan/plan';
import type { MixTexts } from '../texts';
import { byCount, countBy, indices, labelsNeeded, type Posted, recent, shareOf, weeksOf, whyOf } from './window';

/** A pillar that was used within this time is one of the account's pillars. */
const ACTIVE_DAYS = 90;
/** C3 is counted over so many posts. */
const FOCUS_POSTS = 30;
const FEWEST_FOCUS_POSTS = 12;

const pillarOf = ({ labels }: Posted) => labels.pillar ?? null;

/** `resting`: topics that are let rest, and so are not missed. */
export function pillarsOf(
  posts: readonly Posted[],
  end: number,
  resting: ReadonlySet<string>,
  plan: Plan,
  words: MixTexts,
): PillarsAdherence {
  const rules = plan.content.pillars;
  const window = recent(posts, end, plan.content.window);
  const labelled = window.filter((post) => pillarOf(post) !== null);
  const n = labelled.length;
  const need = labelsNeeded(window.length);
  const why = whyOf('mix.pillars', {
    inputs: { labelled: n, window: window.length },
    posts: indices(labelled),
    weeks: weeksOf(labelled),
    have: n,
    need,
  });
  const unlabelled = window.length - n;
  if (n < need) {
    why.missing.push(words.missingPillars(n, need, window.length));
    return { pillars: { value: null, why }, checklist: [], unlabelled, statement: words.pillarsUnknown(n, need) };
  }
  const pillars = [...countBy(labelled, pillarOf)].sort(byCount).map(([pillar, count], rank): PillarShare => {
    const share = count / n;
    const supporting = rank >= rules.flagships && rank < rules.flagships + rules.supporting && share >= rules.smallestPillarShare;
    return { pillar, posts: count, share, role: rank < rules.flagships ? 'flagship' : supporting ? 'supporting' : 'other' };
  });
  const checklist = checklistOf(pillars, posts, end, resting, plan, words);
  const open = checklist.filter(({ met }) => met === false);
  return {
    pillars: { value: pillars, why },
    checklist,
    unlabelled,
    statement: open.length === 0 ? words.pillarsMet(n) : words.pillarsOpen(checklist.length - open.length, checklist.length),
  };
}

function checklistOf(
  pillars: readonly PillarShare[],
  posts: readonly Posted[],
  end: number,
  resting: ReadonlySet<string>,
  plan: Plan,
  words: MixTexts,
): CheckItem[] {
  const rules = plan.content.pillars;
  const [flagship] = pillars;
  const supporting = pillars.filter(({ role }) => role === 'supporting');
  const rest = pillars.filter(({ role }) => role === 'other');
  const other = rest.reduce((sum, { share }) => sum + share, 0);
  const active = countBy(
    posts.filter(({ day }) => day > end - ACTIVE_DAYS),
    pillarOf,
  );
  const main = new Set(pillars.filter(({ role }) => role !== 'other').map(({ pillar }) => pillar));
  for (const [pillar, count] of active) if (count >= rules.supporting) main.add(pillar);
  for (const pillar of resting) main.delete(pillar);
  // A pause of the whole account is a matter of rhythm, not of one topic.
  const paused = !posts.some(({ day }) => day > end - plan.content.window.days);
  const silent = paused
    ? []
    : [...main].filter((pillar) => !posts.some((post) => post.day > end - plan.content.window.days && pillarOf(post) === pillar));
  silent.sort();
  // Topics of one's own that could become a supporting one again, the most used first.
  const taken = new Set(pillars.filter(({ role }) => role !== 'other').map(({ pillar }) => pillar));
  const candidates = [...countBy(posts, pillarOf)]
    .sort(byCount)
    .flatMap(([pillar]) => (taken.has(pillar) || resting.has(pillar) ? [] : [pillar]));
  const names = (list: readonly PillarShare[]) => list.map(({ pillar }) => pillar);
  return [
    {
      id: 'flagship',
      met: (flagship?.share ?? 0) >= rules.flagshipShare,
      text: words.checkFlagship(flagship?.pillar ?? '', flagship?.share ?? 0, rules.flagshipShare),
      topics: flagship ? [flagship.pillar] : [],
    },
    {
      id: 'supporting',
      met: supporting.length >= rules.supporting,
      text: words.checkSupporting(supporting.length, rules.supporting, rules.smallestPillarShare),
      topics: supporting.length >= rules.supporting ? names(supporting) : candidates,
    },
    {
      id: 'other',
      met: other <= rules.largestHotShare,
      text: words.checkOther(other, rules.largestHotShare),
      topics: names(rest),
    },
    {
      id: 'everyPillar',
      met: paused ? null : silent.length === 0,
      text: words.checkEveryPillar(silent, plan.content.window.days),
      topics: silent,
    },
  ];
}

/** Share of the largest topic, its concentration, and whether the habit is clearly above or below the target. */
export function focusOf(posts: readonly Posted[], plan: Plan, words: MixTexts): Shown<Focus> & { statement: string } {
  const window = posts.slice(-FOCUS_POSTS);
  const labelled = window.filter((post) => pillarOf(post) !== null);
  const n = labelled.length;
  const need = Math.max(FEWEST_FOCUS_POSTS, labelsNeeded(window.length));
  const counts = [...countBy(labelled, pillarOf)].sort(byCount);
  const [largest] = counts;
  const why = whyOf('mix.focus', {
    inputs: { posts: n, topics: counts.length },
    posts: indices(labelled),
    weeks: weeksOf(labelled),
    have: n,
    need,
  });
  if (n < need || !largest) {
    why.missing.push(words.missingPillars(n, need, window.length));
    return { value: null, why, statement: words.focusUnknown(n, need) };
  }
  const share = shareOf(largest[1], n);
  const parts = counts.map(([, count]) => count / n);
  const concentration = parts.reduce((sum, part) => sum + part * part, 0);
  const entropy = -parts.reduce((sum, part) => sum + part * Math.log(part), 0);
  const target = plan.content.verticality;
  const focus: Focus = {
    topic: largest[0],
    share,
    concentration,
    effectiveTopics: 1 / concentration,
    evenness: counts.length > 1 ? entropy / Math.log(counts.length) : null,
    target,
    // "More than 70 %" is met by 21 of 30 in the plan's own example.
    met: share.share >= target - 1e-9,
    habit: share.low > target ? 'above' : share.high < target ? 'below' : 'open',
  };
  return { value: focus, why, statement: words.focus(focus) };
}
