/** `almanac evaluate` with figures of the plan from a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../scripts/almanac/evaluate';

const folder = mkdtempSync(join(tmpdir(), 'post-almanac-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const posts = file(
  'posts.csv',
  `platform,id,title,published_at,views\n${Array.from({ length: 30 }, (_, i) => `douyin,p${i},Post ${i},2026-0${4 + Math.floor(i / 15)}-${String((i % 15) * 2 + 1).padStart(2, '0')}T12:00:00+08:00,${1000 + i}`).join('\n')}\n`,
);
const run = (...more: string[]) => evaluate([posts, '--now', '2026-06-30T12:00:00+08:00', '--zone', 'Asia/Shanghai', ...more]);

describe('the plan of the command line', () => {
  it('is the default, or with the figures of a file laid over it', async () => {
    const kept = (report: Awaited<ReturnType<typeof run>>) => report.mix[0]?.adherence.appointments.statement;
    const [usual, own] = [await run(), await run('--plan', file('own.json', '{"postsPerWeek": 3}'))];
    expect(kept(usual)).toContain('at least one post');
    expect(kept(own)).toContain('at least 3 posts');
  });
  it('refuses a file that is none, with the place that does not fit', async () => {
    await expect(run('--plan', join(folder, 'nothing.json'))).rejects.toThrow('Cannot read');
    await expect(run('--plan', file('broken.json', '{'))).rejects.toThrow('is no JSON');
    await expect(run('--plan', file('wrong.json', '{"verticality": 70}'))).rejects.toThrow('verticality');
  });
});
