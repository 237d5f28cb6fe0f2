/** Drafts on the pictures are checked by the rules themselves. */
import type { CheckDraft } from '../../components/data';
import { check } from '../../entrypoints/lib/check';

export const checked =
  (locale: 'en' | 'zh-CN'): CheckDraft =>
  async (text, platform, context) =>
    check({ text, platform, context, locale });
