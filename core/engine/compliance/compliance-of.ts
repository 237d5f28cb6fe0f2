/** The compliance part of the report: findings per post and the patterns of the account. */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import type { KnownPost } from '../../model/post';
import type { ComplianceReport, Level } from '../../model/report';
import { DEFAULT_PLAN, type Plan } from '../../plan/plan';
import { checkText, ruleOf } from './all';
import { worst } from './check';
import type { CheckContext, Market } from './facts';
import { opinionSigns, type ToneCount } from './opinion';
import { bursts, placeOf, shareVerdict } from './patterns';
import { memory } from './remember';
import { type Dismissal, withoutDismissed } from './review';
import { duplicateGroups } from './similarity';

export interface ComplianceContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** The creator's IANA zone. */
  zone: string;
  locale: 'en' | 'zh-CN';
  plan?: Plan | undefined;
  market?: Market | undefined;
  /** What the account is certified in. */
  certified?: readonly string[] | undefined;
  /** What the creator called "not an issue". */
  suppressed?: readonly Dismissal[] | undefined;
  /** Answers given for single posts, by post key. */
  answers?: ReadonlyMap<string, CheckContext> | undefined;
  /** Times (ms) of complaints that the creator entered. */
  complaints?: readonly number[] | undefined;
  /** Counts of visible comments by day, oldest first. */
  tone?: readonly ToneCount[] | undefined;
}

type Pattern = ComplianceReport['patterns'][number];
const DAY = 86_400_000;
const COMPLAINT_DAYS = 7;

const checks = memory<ReturnType<typeof checkText>>();
const groups = memory<ReturnType<typeof duplicateGroups>>();

export function complianceOf(posts: readonly KnownPost[], context: ComplianceContext): ComplianceReport {
  checks.turn();
  groups.turn();
  const listed: ComplianceReport['posts'] = [];
  const flags = new Map<string, { at: number; commercial: boolean; sensitive: boolean }[]>();
  for (const post of posts) {
    const ctx = contextOf(post, context);
    const text = [post.post.title, ...post.post.tags.filter((tag) => !post.post.title.includes(tag)).map(asTag)].join(' ').trim();
    const { platform } = post;
    const { market, locale } = context;
    const found = checks.of(JSON.stringify([text, platform, market, locale, ctx]), () =>
      checkText({ text, platform, market, locale, ...(ctx ? { ctx } : {}) }),
    );
    // Offsets are given into the title alone.
    const inTitle = found.findings.filter((finding) => finding.end <= post.post.title.length);
    const findings = withoutDismissed(inTitle, context.suppressed ?? []);
    if (findings.length > 0) listed.push({ post: post.key, level: worst(findings), findings });
    const at = Date.parse(post.post.publishedAt ?? '');
    if (Number.isNaN(at) || (post.post.status !== null && post.post.status !== 'published')) continue;
    const place = placeOf(post.platform, post.account);
    const list = flags.get(place) ?? [];
    flags.set(place, list);
    const spoken = findings.some(({ level, rule }) => level !== 'green' && ruleOf(rule)?.category === 'content');
    list.push({
      at,
      commercial: post.labels.commercial ?? (post.labels.sponsor !== undefined || saysItIsAnAd(post.post.title)),
      sensitive: post.labels.sensitive ?? spoken,
    });
  }
  const patterns = [
    ...shares(flags, context),
    ...burstPatterns(flags, context),
    ...duplicatePatterns(posts, context),
    ...opinionPatterns(posts, context),
  ];
  return { level: worst([...listed, ...patterns]), posts: listed, patterns };
}

const asTag = (tag: string) => (tag.startsWith('#') ? tag : `#${tag}`);

/** The label a commercial post carries by law or platform rule. */
const saysItIsAnAd = (title: string) =>
  /(?:^|[\s【（(#])广告(?:$|[\s】）)｜|:：])|#ad\b|#sponsored\b|paid partnership/i.test(title);

function contextOf(post: KnownPost, { answers, certified }: ComplianceContext): CheckContext | undefined {
  const { commercial, sponsor, repost } = post.labels;
  const ctx: CheckContext = {
    ...(commercial === undefined ? {} : { commercial }),
    ...(sponsor === undefined ? {} : { paid: true }),
    ...(repost === undefined ? {} : { isRepost: repost }),
    ...(certified?.length ? { certified } : {}),
    ...answers?.get(post.key),
  };
  return Object.keys(ctx).length > 0 ? ctx : undefined;
}

function shares(
  flags: ReadonlyMap<string, { at: number; commercial: boolean; sensitive: boolean }[]>,
  context: ComplianceContext,
): Pattern[] {
  const { content } = context.plan ?? DEFAULT_PLAN;
  const texts = textsOf(context);
  const found: Pattern[] = [];
  for (const list of flags.values()) {
    list.sort((a, b) => a.at - b.at);
    const target = content.commercial.high;
    const paid = shareVerdict(
      list.map(({ commercial }) => commercial),
      target,
      true,
    );
    if (paid && paid.level !== 'green') {
      found.push({
        rule: 'TECH-RATIO-COMM',
        level: paid.level,
        message: texts.commercial(paid.counted, paid.posts, paid.low, target),
      });
    }
    const limit = content.largestSensitiveShare;
    const sensitive = shareVerdict(
      list.map((one) => one.sensitive),
      limit,
      false,
    );
    if (sensitive && sensitive.level !== 'green') {
      found.push({
        rule: 'TECH-RATIO-SENS',
        level: sensitive.level,
        message: texts.sensitive(sensitive.counted, sensitive.posts, sensitive.low, limit),
      });
    }
  }
  return found;
}

function burstPatterns(flags: ReadonlyMap<string, { at: number }[]>, context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  return [...flags.values()].flatMap((list) => {
    const days = bursts(
      list.map(({ at }) => at),
      context.zone,
      context.now,
    );
    const last = days[days.length - 1];
    return last ? [{ rule: 'TECH-BURST', level: 'yellow' as Level, message: texts.burst(last.posts, last.usual) }] : [];
  });
}

const IDENTICAL_IS_RED = 5;
const MOST_GROUPS = 20;

function duplicatePatterns(posts: readonly KnownPost[], context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  const titled = posts.flatMap((post) => {
    const at = Date.parse(post.post.publishedAt ?? '');
    if (Number.isNaN(at) || post.post.crossPosted || post.post.status === 'draft' || post.labels.repost) return [];
    return [{ key: post.key, place: post.platform, title: post.post.title, at, series: post.labels.series }];
  });
  return groups
    .of(JSON.stringify(titled), () => duplicateGroups(titled))
    .toSorted((a, b) => b.identical - a.identical || b.keys.length - a.keys.length)
    .slice(0, MOST_GROUPS)
    .map(({ keys, title, identical }) =>
      identical >= IDENTICAL_IS_RED
        ? { rule: 'TECH-DUP', level: 'red' as Level, message: texts.identical(identical, title) }
        : { rule: 'TECH-DUP', level: 'yellow' as Level, message: texts.duplicates(keys.length, title) },
    );
}

function opinionPatterns(posts: readonly KnownPost[], context: ComplianceContext): Pattern[] {
  const texts = textsOf(context);
  const found: Pattern[] = opinionSigns(posts, context.now).map(({ kind, title, times }) =>
    kind === 'comments'
      ? { rule: 'OPINION-COMMENTS', level: 'yellow', message: texts.commentSurge(title, times) }
      : { rule: 'OPINION-LIKES', level: 'yellow', message: texts.likeDrop(title) },
  );
  const recent = (context.complaints ?? []).filter((at) => at <= context.now && context.now - at <= COMPLAINT_DAYS * DAY).length;
  if (recent > 0)
    found.push({ rule: 'OPINION-COMPLAINTS', level: recent >= 3 ? 'red' : 'yellow', message: texts.complaints(recent) });
  const tone = tonePattern(context);
  if (tone) found.push(tone);
  return found;
}

const FEWEST_TONE_DAYS = 7;
const FEWEST_TONE_COMMENTS = 20;

/** The last day against the days before it: its negative share is at least twice the usual one, beyond chance. */
function tonePattern(context: ComplianceContext): Pattern | null {
  const days = context.tone ?? [];
  const last = days[days.length - 1];
  const before = days.slice(0, -1);
  if (!last || before.length < FEWEST_TONE_DAYS || last.comments < FEWEST_TONE_COMMENTS) return null;
  const comments = before.reduce((sum, day) => sum + day.comments, 0);
  const usual = (before.reduce((sum, day) => sum + day.negative, 0) + 1) / (comments + 2);
  const share = last.negative / last.comments;
  const spread = Math.sqrt((usual * (1 - usual)) / last.comments);
  if (share < 2 * usual || share - usual < 3 * spread) return null;
  return { rule: 'OPINION-TONE', level: 'yellow', message: textsOf(context).toneDrop(share, usual) };
}

const textsOf = ({ locale }: ComplianceContext) => (locale === 'zh-CN' ? zhCN : en).patterns;
