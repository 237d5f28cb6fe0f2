/**
 * What the posts of one unit give to compliance before anything is put together: findings in their titles, what they say of shares and
 * bursts, titles prepared for the search for duplicates, signs of opinion. Rests on these posts and on what the creator said of rules
 * alone, so it is kept until one of the posts changes.
 */
import type { KnownPost } from '../../model/post';
import type { Finding } from '../../model/report';
import { checkText } from './all';
import type { CheckContext, Market } from './facts';
import { type OpinionSign, outliersOf } from './opinion';
import { type PreparedTitle, prepareTitle } from './similarity';

/** What findings depend on beside the text. */
export interface CheckedWith {
  locale: 'en' | 'zh-CN';
  market?: Market | undefined;
  /** What the account is certified in. */
  certified?: readonly string[] | undefined;
  /** Answers given for single posts, by post key. */
  answers?: ReadonlyMap<string, CheckContext> | undefined;
}

/** A published post with a date. */
interface Dated {
  key: string;
  /** Milliseconds since the epoch. */
  at: number;
  commercial: boolean;
  /** As the creator labelled it. */
  sensitive: boolean | undefined;
}

export interface UnitCompliance {
  platform: KnownPost['platform'];
  account: string;
  /** By post; posts without any are left out. Offsets are into the title. */
  findings: Map<string, Finding[]>;
  dated: Dated[];
  titled: readonly PreparedTitle[];
  /** With the time of publishing, for they are told of new posts only. */
  signs: (OpinionSign & { at: number })[];
  /** What was found in each text, by text and all that the finding depends on. */
  checked: ReadonlyMap<string, readonly Finding[]>;
}

/** `posts`: of one unit, at least one. `before`: of the same unit; what did not change since is taken from it. */
export function unitComplianceOf(
  posts: readonly KnownPost[],
  context: CheckedWith,
  before: UnitCompliance | null = null,
): UnitCompliance {
  const [first] = posts;
  if (!first) throw new RangeError('a unit needs a post');
  const { platform, account } = first;
  const { market, locale } = context;
  const checked = new Map<string, readonly Finding[]>();
  const findings = new Map<string, Finding[]>();
  const dated: Dated[] = [];
  const titled: PreparedTitle[] = [];
  const given = JSON.stringify([market, locale]);
  const prepared = new Map(before?.titled.map((title) => [title.key, title]));
  for (const { key, post, labels } of posts) {
    const { title, tags, publishedAt, status } = post;
    const ctx = contextOf(key, labels, context);
    let text = title;
    for (const tag of tags) if (!title.includes(tag)) text += ` ${asTag(tag)}`;
    text = text.trim();
    const name = `${text}\n${given}${ctx ? JSON.stringify(ctx) : ''}`;
    const found =
      checked.get(name) ??
      before?.checked.get(name) ??
      checkText({ text, platform, market, locale, ...(ctx ? { ctx } : {}) }).findings;
    checked.set(name, found);
    const inTitle = found.filter((finding) => finding.end <= title.length);
    if (inTitle.length > 0) findings.set(key, inTitle);
    const at = Date.parse(publishedAt ?? '');
    if (Number.isNaN(at)) continue;
    if (status === null || status === 'published') {
      const commercial = labels.commercial ?? (labels.sponsor !== undefined || saysItIsAnAd(title));
      dated.push({ key, at, commercial, sensitive: labels.sensitive });
    }
    if (!post.crossPosted && status !== 'draft' && !labels.repost) {
      const known = prepared.get(key);
      const same = known && known.title === title && known.at === at && known.series === labels.series;
      titled.push(same ? known : prepareTitle({ key, place: platform, title, at, series: labels.series }));
    }
  }
  return {
    platform,
    account,
    findings,
    dated,
    // The same list where it says the same: whoever compares it with others need not do so again.
    titled:
      before?.titled.length === titled.length && titled.every((title, i) => title === before.titled[i]) ? before.titled : titled,
    signs: outliersOf(posts),
    checked,
  };
}

const asTag = (tag: string) => (tag.startsWith('#') ? tag : `#${tag}`);

/** The label a commercial post carries by law or platform rule. */
const saysItIsAnAd = (title: string) =>
  /(?:^|[\s【（(#])广告(?:$|[\s】）)｜|:：])|#ad\b|#sponsored\b|paid partnership/i.test(title);

function contextOf(
  key: string,
  { commercial, sponsor, repost }: KnownPost['labels'],
  { answers, certified }: CheckedWith,
): CheckContext | undefined {
  const ctx: CheckContext = {
    ...(commercial === undefined ? {} : { commercial }),
    ...(sponsor === undefined ? {} : { paid: true }),
    ...(repost === undefined ? {} : { isRepost: repost }),
    ...(certified?.length ? { certified } : {}),
    ...answers?.get(key),
  };
  return Object.keys(ctx).length > 0 ? ctx : undefined;
}
