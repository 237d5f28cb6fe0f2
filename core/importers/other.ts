/** Any other table of posts: read when it is clear which platform it is from, by its links or by what the user says. */
import type { Platform } from '../model/platforms';
import { fieldOfLabel, metricOfLabel } from '../text/labels';
import { readPosts } from './posts';
import { findHeader, type Header, type Sheet, type SheetFile } from './sheet';
import { type ImportContext, ImportError, type ImportResult } from './types';

const HOSTS: [RegExp, Platform][] = [
  [/(^|\.)douyin\.com$/, 'douyin'],
  [/(^|\.)(xiaohongshu|xhslink)\.com$/, 'xiaohongshu'],
  [/(^|\.)kuaishou\.com$/, 'kuaishou'],
  [/(^|\.)(bilibili\.com|b23\.tv)$/, 'bilibili'],
  [/^channels\.weixin\.qq\.com$/, 'channels'],
  [/(^|\.)(youtube\.com|youtu\.be)$/, 'youtube'],
  [/(^|\.)tiktok\.com$/, 'tiktok'],
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)(facebook\.com|fb\.watch)$/, 'facebook'],
  [/(^|\.)(twitter|x)\.com$/, 'x'],
  [/(^|\.)linkedin\.com$/, 'linkedin'],
  [/(^|\.)weibo\.(com|cn)$/, 'weibo'],
];

function platformOfLink(link: string): Platform | null {
  try {
    const { hostname } = new URL(link.trim());
    return HOSTS.find(([pattern]) => pattern.test(hostname))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The column that holds a link to one platform in every row, whatever it is called. */
function linkColumn(sheet: Sheet, header: Header): { at: number; platform: Platform } | null {
  for (const at of header.labels.keys()) {
    const links = sheet.rows
      .slice(header.at + 1)
      .flatMap((row) => ((row.cells[at] ?? '').trim() === '' ? [] : [row.cells[at] ?? '']));
    const [first, ...others] = new Set(links.map(platformOfLink));
    if (first && others.length === 0) return { at, platform: first };
  }
  return null;
}

export function importOther({ name, sheets: [sheet] }: SheetFile, context: ImportContext): ImportResult | null {
  const header = sheet && findHeader(sheet, context.platform ?? null);
  if (!sheet || !header) return null;
  const link = linkColumn(sheet, header);
  const platform = link?.platform ?? context.platform ?? null;
  const fields = header.labels.map((label) => fieldOfLabel(label));
  const metrics = header.labels.filter((label) => metricOfLabel(label, platform) !== null);
  const named = link !== null || fields.includes('title') || fields.includes('id') || fields.includes('url');
  if (!fields.includes('publishedAt') || metrics.length === 0 || !named) return null;
  if (!platform)
    throw new ImportError(
      `${name} looks like a table of posts, but does not say of which platform: choose the platform and try again.`,
      'platform',
    );
  return readPosts(
    sheet,
    {
      platform,
      page: 'import/table',
      header,
      ...(link && { roles: new Map([[link.at, 'url' as const]]) }),
      finish: (reading) => {
        const linked = platformOfLink(reading.post.url ?? '') ?? platform;
        return linked === platform ? reading : `its link is of another platform (${linked})`;
      },
    },
    context,
  );
}
