/**
 * The declaration boxes of each platform's publishing page, by their exact labels (`facts/compliance-rules.md`, section 5; labels
 * as found in the publishing tools in 2026, grade B), and which of them a post's answers call for.
 */
import type { DeclarationBox, DeclarationKind, Declarations } from '../../model/draft';
import type { Platform } from '../../model/platforms';
import type { CheckContext } from './facts';

const box = (kind: DeclarationKind, label: string): DeclarationBox => ({ label, kind });

const DECLARATIONS: Partial<Record<Platform, Declarations>> = {
  douyin: {
    setting: '自主声明',
    boxes: [
      box('ai', '内容由AI生成'),
      box('opinion', '内容为个人观点或见解'),
      box('repost', '内容为转载信息'),
      box('marketing', '内容含营销推广信息'),
      box('fiction', '虚构演绎，仅供娱乐'),
      box('none', '无需添加自主声明'),
    ],
  },
  xiaohongshu: {
    setting: '内容类型声明',
    boxes: [
      box('fiction', '虚构演绎，仅供娱乐'),
      box('ai', '笔记含AI合成内容'),
      box('marketing', '内容包含营销广告'),
      box('repost', '内容来源声明'),
    ],
  },
  kuaishou: {
    setting: '作者声明',
    boxes: [
      box('ai', '内容为AI生成'),
      box('fiction', '演绎情节，仅供娱乐'),
      box('opinion', '个人观点，仅供参考'),
      box('repost', '素材来源于网络'),
    ],
  },
  bilibili: {
    setting: '创作声明',
    boxes: [
      box('none', '内容无需标注'),
      box('ai', '含AI生成内容'),
      box('fiction', '含虚构演绎内容'),
      box('marketing', '内容含营销信息'),
      box('opinion', '个人观点，仅供参考'),
      box('repost', '内容为转载'),
    ],
  },
  channels: { setting: 'AI 声明', boxes: [box('ai', 'AI 内容声明')] },
  youtube: {
    setting: 'Details',
    boxes: [box('marketing', 'Paid promotion'), box('ai', 'Altered content')],
  },
  tiktok: {
    setting: 'Disclose commercial content',
    boxes: [box('marketing', 'Your brand'), box('marketing', 'Branded content'), box('ai', 'AI-generated content')],
  },
  instagram: { setting: 'Labels', boxes: [box('marketing', 'Paid partnership label'), box('ai', 'AI info')] },
  x: { setting: 'Labels', boxes: [box('marketing', 'Paid Partnership')] },
};

/** The boxes of a platform, or null where none are known. */
export function declarationBoxes(platform: Platform): Declarations | null {
  return DECLARATIONS[platform] ?? null;
}

/** What a finding of a rule says must be declared. */
const DECLARED_BY: readonly (readonly [rule: RegExp, kind: DeclarationKind])[] = [
  [/^(?:CN-AI-LABEL|EU-AI|NY-AI|YT-AI|TT-AI)$/, 'ai'],
  [/^CN-FICTION$/, 'fiction'],
  [/^CN-IP$/, 'repost'],
  [/^(?:CN-AD-LABEL|US-DISC-\w+|UK-DISC|EU-DISC|YT-PAID|TT-COMM|IG-PARTNER|X-PAID)$/, 'marketing'],
];
const kindOf = (rule: string): DeclarationKind | undefined => DECLARED_BY.find(([pattern]) => pattern.test(rule))?.[1];

/** Whether a finding of this rule is about a declaration that an advertisement owes. */
export const asksForAdLabel = (rule: string): boolean => kindOf(rule) === 'marketing';

/** The boxes that the creator's answers and the rules that spoke call for on this platform. */
export function boxesNeeded(platform: Platform, context: CheckContext, rules: readonly string[] = []): DeclarationBox[] {
  const kinds = new Set(rules.map(kindOf));
  if (context.aiUsed) kinds.add('ai');
  if (context.staged) kinds.add('fiction');
  if (context.isRepost) kinds.add('repost');
  if (context.paid || context.gifted || context.commercial) kinds.add('marketing');
  return (DECLARATIONS[platform]?.boxes ?? []).filter(({ kind }) => kinds.has(kind));
}
