/**
 * What one group of posts shares and another does not: said beside a loss, so that nobody has to look for it post by post.
 * A description of what came together; what caused it only a trial tells.
 */
import type { Contrast } from '../../model/report-parts';
import { logGamma } from '../../stats/distributions';
import { labelOf } from '../mix/effectiveness';
import { durationBand } from '../mix/effects/factors';
import { titleFeatures, titleLengths } from '../mix/text/title-features';
import { mixTexts } from '../mix/texts';
import type { Locale } from '../texts';
import type { Account, AccountPost } from './account';
import { newest } from './account';
import type { GrowthTexts } from './texts';

const WINDOW = { days: 90, posts: 50 };
/** Smaller groups differ in anything. */
const FEWEST_POSTS = 8;
/** Chance that any property at all is told where the groups do not differ (Bonferroni over properties and directions). */
const ERROR = 0.05;
/** The running sum that found the shift looks back as far. */
const NEWEST = { after: 20, before: 60 };
const TITLES = 3;
/** Nothing to bring back, nothing to rest. */
const NONE = { back: null, rest: null };

/** P(at least `k` of `n` drawn from `all` of which `marked` are marked): Fisher's exact test, one-sided. */
export function drawnAtLeast(k: number, n: number, marked: number, all: number): number {
  const choose = (a: number, b: number) => logGamma(a + 1) - logGamma(b + 1) - logGamma(a - b + 1);
  let sum = 0;
  for (let i = k; i <= Math.min(n, marked); i++)
    if (n - i <= all - marked) sum += Math.exp(choose(marked, i) + choose(all - marked, n - i) - choose(all, n));
  return Math.min(1, sum);
}

export interface Difference {
  label: string;
  /** Its topic, where it is one. */
  pillar: string | null;
  inGroup: number;
  group: number;
  inOthers: number;
  others: number;
}

/** What clearly more of `group` are than of `others`, and what clearly fewer are; the surest of each. */
export function differences(
  group: readonly AccountPost[],
  others: readonly AccountPost[],
  locale: Locale,
): { more: Difference | null; fewer: Difference | null } {
  if (group.length < FEWEST_POSTS || others.length < FEWEST_POSTS) return { more: null, fewer: null };
  const all = [...group, ...others];
  const properties = propertiesOf(all, locale);
  const tests = 2 * properties.length;
  const found = (of: 'more' | 'fewer'): Difference | null => {
    const told = properties
      .map(({ label, pillar, has }) => {
        const inGroup = group.filter((post) => has.has(post)).length;
        const marked = has.size;
        const chance =
          of === 'more'
            ? drawnAtLeast(inGroup, group.length, marked, all.length)
            : drawnAtLeast(marked - inGroup, others.length, marked, all.length);
        return { chance, label, pillar, inGroup, group: group.length, inOthers: marked - inGroup, others: others.length };
      })
      .filter(({ chance }) => chance * tests <= ERROR)
      .sort((a, b) => a.chance - b.chance)[0];
    if (!told) return null;
    const { chance: _, ...difference } = told;
    return difference;
  };
  return { more: found('more'), fewer: found('fewer') };
}

/** Labels first: of two properties with the same posts the first one is told. */
function propertiesOf(
  posts: readonly AccountPost[],
  locale: Locale,
): { label: string; pillar: string | null; has: Set<AccountPost> }[] {
  const words = mixTexts(locale);
  const lengths = titleLengths(posts.map(({ title }) => title));
  const found = new Map<string, Set<AccountPost>>();
  const pillars = new Map<string, string>();
  const add = (label: string, post: AccountPost) => {
    const known = found.get(label);
    if (known) known.add(post);
    else found.set(label, new Set([post]));
  };
  for (const post of posts) {
    const { labels, format, durationSeconds, title, tags } = post;
    if (labels.pillar) {
      const label = labelOf('pillar', labels.pillar, words);
      pillars.set(label, labels.pillar);
      add(label, post);
    }
    if (labels.kind) add(labelOf('kind', labels.kind, words), post);
    if (labels.series) add(labelOf('series', labels.series, words), post);
    if (labels.commercial) add(words.commercialPosts, post);
    if (format) add(labelOf('format', format, words), post);
    const band = durationBand(format, durationSeconds);
    if (band) add(labelOf('duration', band, words), post);
    for (const feature of titleFeatures(title, lengths)) add(labelOf('titleFeature', feature, words), post);
    for (const tag of new Set(tags)) add(labelOf('term', `#${tag}`, words), post);
  }
  const seen = new Set<string>();
  return [...found].flatMap(([label, has]) => {
    const print = [...has]
      .map(({ index }) => index)
      .sort((a, b) => a - b)
      .join(',');
    if (has.size === posts.length || seen.has(print)) return [];
    seen.add(print);
    return [{ label, pillar: pillars.get(label) ?? null, has }];
  });
}

type Ranked = 'followersLost' | 'followersGained' | 'outcome';

/** Lost followers: the weakest third of the posts against the others, by what comes nearest to the loss and is known for them. */
export function followerContrast(account: Account, locale: Locale, words: GrowthTexts): Contrast {
  const window = newest(
    account.main.filter(({ value }) => value !== null),
    WINDOW.days,
    WINDOW.posts,
  );
  const known = (metric: 'followersLost' | 'followersGained') =>
    window.every(({ mature }) => mature?.metrics[metric] !== undefined);
  const by: Ranked = known('followersLost') ? 'followersLost' : known('followersGained') ? 'followersGained' : 'outcome';
  const worth = (post: AccountPost) => {
    if (by === 'outcome') return post.value ?? 0;
    const figure = post.mature?.metrics[by] ?? 0;
    return by === 'followersLost' ? -figure : figure;
  };
  const ranked = window.toSorted((a, b) => worth(a) - worth(b) || a.index - b.index);
  const cut = Math.floor(ranked.length / 3);
  const [weak, rest] = [ranked.slice(0, cut), ranked.slice(cut)];
  const found = differences(weak, rest, locale);
  const posts = ranked.length;
  if (cut < FEWEST_POSTS) return { posts, statement: '', action: words.contrast.tooFewPosts(3 * FEWEST_POSTS), ...NONE };
  if (!found.more && !found.fewer)
    return {
      posts,
      statement: words.contrast.noneOfWeakest(cut, rest.length, by),
      action: words.contrast.watchFollowers,
      ...NONE,
    };
  return {
    posts,
    statement: [found.more, found.fewer]
      .flatMap((one) => (one ? words.contrast.weakest(one, by) : []))
      .join(words.contrast.between),
    action: words.contrast.tryWithout(found.more?.label ?? null, found.fewer?.label ?? null),
    back: found.fewer?.pillar ?? null,
    rest: found.more?.pillar ?? null,
  };
}

/** A shift of the whole account: what the newest posts are that the ones before were not. */
export function levelContrast(account: Account, up: boolean, locale: Locale, words: GrowthTexts): Contrast {
  const main = account.main.filter(({ value }) => value !== null);
  const after = main.slice(-NEWEST.after);
  const before = main.slice(-NEWEST.after - NEWEST.before, -NEWEST.after);
  const found = differences(after, before, locale);
  const posts = after.length + before.length;
  if (!found.more && !found.fewer)
    return {
      posts,
      statement: words.contrast.asBefore,
      action: up ? words.contrast.keepOn : words.contrast.lookOutside,
      ...NONE,
    };
  return {
    posts,
    statement: changes(found, words),
    action: up
      ? words.contrast.keep(found.more?.label ?? null, found.fewer?.label ?? null)
      : words.contrast.goBack(found.more?.label ?? null, found.fewer?.label ?? null),
    back: (up ? found.more : found.fewer)?.pillar ?? null,
    rest: (up ? found.fewer : found.more)?.pillar ?? null,
  };
}

/** Fewer are reached than before: what changed, else the posts whose covers and titles are worth laying side by side. */
export function reachContrast(
  recent: readonly AccountPost[],
  before: readonly AccountPost[],
  locale: Locale,
  words: GrowthTexts,
): Contrast {
  const found = differences(recent, before, locale);
  const posts = recent.length + before.length;
  if (found.more || found.fewer)
    return {
      posts,
      statement: changes(found, words),
      action: words.contrast.goBack(found.more?.label ?? null, found.fewer?.label ?? null),
      back: found.fewer?.pillar ?? null,
      rest: found.more?.pillar ?? null,
    };
  const ranked = recent
    .filter(({ value, title }) => value !== null && title.trim() !== '')
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const titles = [...new Set(ranked.map(({ title }) => title.trim()))];
  const count = Math.min(TITLES, Math.floor(titles.length / 2));
  return {
    posts,
    statement: words.contrast.asBefore,
    action: count === 0 ? words.contrast.lookOutside : words.contrast.sideBySide(titles.slice(0, count), titles.slice(-count)),
    ...NONE,
  };
}

const changes = ({ more, fewer }: ReturnType<typeof differences>, words: GrowthTexts) =>
  [more, fewer].flatMap((one) => (one ? words.contrast.newest(one) : [])).join(words.contrast.between);
