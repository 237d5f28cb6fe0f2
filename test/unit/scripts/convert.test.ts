/** `almanac convert` and back with `almanac import`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../core/model/reading';
import { convert } from '../../../scripts/almanac/convert';
import { importFiles } from '../../../scripts/almanac/import';

const folder = mkdtempSync(join(tmpdir(), 'post-almanac-convert-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const options = () => ['--now', '2026-11-20T10:00:00Z', '--zone', 'Asia/Shanghai'];
async function imported(...files: string[]): Promise<Reading[]> {
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  await importFiles([...files, ...options()]);
  out.mockRestore();
  return lines
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const DOUYIN =
  '作品名称,发布时间,体裁,审核状态,播放量,完播率,5s完播率,点赞量\n"薄荷 🌿, ""一""\n续",2026-05-01 10:00:00,视频,已发布,1.2万,12.5%,-,0\n=1+1,2026-05-02 10:00:00,图文,已发布,345,,35.1%,7\n';
const STUDIO =
  'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions click-through rate (%)\nTotal,,,,8000,250.25,-70,7.01\ndQw4w9WgXcQ,Mint,"Mar 25, 2023",613,8000,250.25,-70,7.01\n';

/** What a table carries of a reading: neither the words of a status nor tags. */
const carried = (readings: readonly Reading[]) =>
  readings
    .map(({ platform, account, post: { statusText: _, tags: __, publishedAt, ...post }, metrics, seenAt }) => ({
      platform,
      account,
      post: { ...post, publishedAt: Date.parse(publishedAt ?? '') },
      metrics: Object.fromEntries(Object.entries(metrics).map(([name, { value, low, high }]) => [name, { value, low, high }])),
      seenAt,
    }))
    .sort((a, b) => a.post.publishedAt - b.post.publishedAt);

describe('what almanac convert writes, almanac import reads back', () => {
  it.each([
    ['csv', ['--history', '--intervals']],
    ['xlsx', []],
    ['jsonl', []],
  ])('as %s', async (to, flags) => {
    const [first, second, out] = ['douyin.csv', 'studio.csv', `all.${to}`].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(first, DOUYIN);
    writeFileSync(second, STUDIO);
    const before = await imported(first, second);
    await convert([first, second, '--to', to, '--out', out, ...flags, ...options()]);
    const after = await imported(out);
    expect(before).toHaveLength(3);
    expect(carried(after)).toEqual(carried(before));
    expect(carried(after).find(({ post }) => post.title.startsWith('薄荷'))?.metrics.views).toEqual({
      value: 12_000,
      low: 11_500,
      high: 12_500,
    });
  });
});
