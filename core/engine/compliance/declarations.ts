/**
 * The declaration boxes of each platform's publishing page, by their exact labels (`facts/compliance-rules.md`, section 5; labels
 * as found in the publishing tools in 2026, grade B), and which of them a post's answers call for.
 */
import type { Platform } from '../../model/platforms';
import type { CheckContext } from './facts';

export type DeclarationKind = 'ai' | 'fiction' | 'marketing' | 'repost' | 'opinion' | 'none';
export interface DeclarationBox {
  /** As the platform prints it. */
  label: string;
  kind: DeclarationKind;
}
export interface Declarations {
  /** Name of the platform's setting. */
  setting: string;
  boxes: readonly DeclarationBox[];
}

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

/** The boxes that the creator's answers call for on this platform. */
export function boxesNeeded(platform: Platform, context: CheckContext): DeclarationBox[] {
  const kinds = new Set<DeclarationKind>();
  if (context.aiUsed) kinds.add('ai');
  if (context.staged) kinds.add('fiction');
  if (context.isRepost) kinds.add('repost');
  if (context.paid || context.gifted || context.commercial) kinds.add('marketing');
  return (DECLARATIONS[platform]?.boxes ?? []).filter(({ kind }) => kinds.has(kind));
}
