/** Label rules: written once by the user, applied when posts are read, so that a changed rule changes old posts too. */
import type { LabelRule, Labels, RuleSuggestion } from '../model/labels';
import type { KnownPost } from '../model/post';

const NUMBER = '(?:\\d+|[零〇一二三四五六七八九十百千两]+)';
const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const patterns = new Map<string, RegExp>();
/** `第{n}期` as an expression: everything but `{n}` is literal, so no pattern can run away. Made once: it is tried on every post. */
function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const made = new RegExp(fold(pattern).split('{n}').map(escapeForPattern).join(NUMBER), 'u');
  patterns.set(pattern, made);
  return made;
}

/** What a rule looks at; hashtags in the title count as tags. */
export function tagsOf(post: KnownPost['post']): string[] {
  const inTitle = [...post.title.matchAll(/#([\p{L}\p{N}_]+)/gu)].map((match) => match[1] ?? '');
  return [...new Set([...post.tags.map((tag) => tag.replace(/^#|#$/g, '')), ...inTitle].filter((tag) => tag !== ''))];
}

export function ruleFits(rule: LabelRule, post: KnownPost): boolean {
  if (rule.platforms && !rule.platforms.includes(post.platform)) return false;
  if (rule.accounts && !rule.accounts.includes(post.account)) return false;
  const { when } = rule;
  if (when.field === 'tag') return tagsOf(post.post).some((tag) => fold(tag) === fold(when.is.replace(/^#/, '')));
  if ('contains' in when) return when.contains !== '' && fold(post.post.title).includes(fold(when.contains));
  return when.pattern !== '' && patternOf(when.pattern).test(fold(post.post.title));
}

/** What the rules say of a post. Where two speak of the same label, the one whose id comes first holds. */
export function labelsByRules(rules: readonly LabelRule[], post: KnownPost): Labels {
  const labels: Labels = {};
  for (const rule of [...rules].reverse()) if (ruleFits(rule, post)) Object.assign(labels, rule.set);
  return labels;
}

const FEWEST_POSTS = 3;
const MOST_SUGGESTIONS = 20;

/**
 * Pillars from tags, series from title beginnings that repeat with a number, for posts that no rule or label places yet.
 * Suggestions only: nothing is applied without a click.
 */
export function suggestRules(posts: readonly KnownPost[], rules: readonly LabelRule[]): RuleSuggestion[] {
  const fits = new Map<string, { rule: LabelRule; titles: string[] }>();
  const note = (rule: LabelRule, post: KnownPost) => {
    const known = fits.get(rule.id);
    if (known) known.titles.push(post.post.title);
    else fits.set(rule.id, { rule, titles: [post.post.title] });
  };
  for (const post of posts) {
    if (!post.labels.pillar) {
      for (const tag of tagsOf(post.post)) {
        note({ id: `tag:${fold(tag)}`, when: { field: 'tag', is: tag }, set: { pillar: tag } }, post);
      }
    }
    if (!post.labels.series) {
      const counter =
        /(第)?(\d+|[零〇一二三四五六七八九十百千两]+)\s*([期集话弹回季课])|(?:\b(ep|episode|part|day|vol|no)\.?\s*)(\d+)|#(\d+)\b/iu.exec(
          post.post.title,
        );
      if (counter) {
        const number = counter[2] ?? counter[5] ?? counter[6] ?? '';
        const pattern = counter[0].replace(number, '{n}');
        const before = post.post.title
          .slice(0, counter.index)
          .replace(/[\s:：|｜·\-—【[(（]+$/u, '')
          .trim();
        const name = before.length >= 2 && before.length <= 30 ? before : pattern.replace('{n}', 'N');
        const whole = before.length >= 2 && before.length <= 30 ? post.post.title.slice(0, counter.index) + pattern : pattern;
        note({ id: `series:${fold(whole)}`, when: { field: 'title', pattern: whole }, set: { series: name } }, post);
      }
    }
  }
  const known = new Set(rules.map((rule) => JSON.stringify([rule.when, rule.set])));
  return [...fits.values()]
    .filter(({ titles }) => titles.length >= FEWEST_POSTS && titles.length < Math.max(posts.length, FEWEST_POSTS + 1))
    .filter(({ rule }) => !known.has(JSON.stringify([rule.when, rule.set])))
    .map(({ rule, titles }) => ({ rule, posts: titles.length, examples: titles.slice(0, 3) }))
    .sort((a, b) => b.posts - a.posts || (a.rule.id < b.rule.id ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS);
}
