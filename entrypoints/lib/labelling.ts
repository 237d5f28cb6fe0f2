/** Label rules, inside the data worker: what they fit, and which ones the posts suggest. */
import { ruleFits, suggestRules } from '../../core/store/rules';
import { allPosts, store } from './held';
import type { Answerers } from './protocol';

const EXAMPLES = 3;

const distinct = (values: (string | undefined)[]) =>
  [...new Set(values.filter((value) => value !== undefined))].sort((a, b) => a.localeCompare(b));

export const rules = async () => {
  const [posts, own] = await Promise.all([allPosts(), (await store()).rules()]);
  return {
    rules: own.map((rule) => ({ rule, posts: posts.filter((post) => ruleFits(rule, post)).length })),
    suggestions: suggestRules(posts, own),
    posts: posts.length,
    pillars: distinct(posts.map(({ labels }) => labels.pillar)),
    series: distinct(posts.map(({ labels }) => labels.series)),
  };
};

export const tryRule: Answerers['tryRule'] = async ({ when }) => {
  const fitting = (await allPosts()).filter((post) => ruleFits({ id: '', when, set: {} }, post));
  return { posts: fitting.length, examples: fitting.slice(-EXAMPLES).map(({ post }) => post.title) };
};
