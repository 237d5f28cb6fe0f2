/** Files as the workbench adds them: whose labels they are, and what adding them again does. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../../../core/model/platforms';
import { answerers } from '../../../../entrypoints/lib/answer';
import { store } from '../../../../entrypoints/lib/held';
import type { Work } from '../../../../entrypoints/lib/protocol';

const work: Work = { signal: new AbortController().signal, onProgress: () => {} };
const add = (text: string, platform: Platform | null = null, account: string | null = null) =>
  answerers.keepImport(
    { file: new File([text], 'posts.csv', { lastModified: 1 }), zone: 'Asia/Shanghai', platform, account },
    work,
  );
const labels = async () =>
  (await (await store()).posts()).map(({ account, post, labels: said }) => [account, post.title, said] as const);

beforeEach(async () => {
  await answerers.remove({ scope: 'everything' }, work);
});

describe('labels of a file', () => {
  const HEADER = 'platform,post_id,title,published_at,views,captured_at,pillar';
  it('reach posts that lie under a second account without a name', async () => {
    await add(`${HEADER}\ndouyin,1,One,2026-05-01T10:00:00+08:00,10,2026-06-01T10:00:00+08:00,home`);
    await add(`${HEADER}\ndouyin,2,Two,2026-05-01T10:00:00+08:00,10,2026-06-01T10:00:00+08:00,garden`);
    expect(await labels()).toEqual(
      expect.arrayContaining([
        ['', 'One', { pillar: 'home' }],
        ['?2', 'Two', { pillar: 'garden' }],
      ]),
    );
  });
  it('go to the twin they stand beside, under a name given with the file too', async () => {
    const twin = (views: number, pillar: string) =>
      `douyin,,Same,2026-05-01T10:00:00+08:00,${views},2026-06-01T10:00:00+08:00,${pillar}`;
    await add([HEADER, twin(10, 'home'), twin(20, 'garden')].join('\n'), null, 'Mint');
    const said = (await (await store()).posts()).map(({ snapshots, labels: { pillar } }) => [
      snapshots[0]?.metrics.views?.value,
      pillar,
    ]);
    expect(said.sort()).toEqual([
      [10, 'home'],
      [20, 'garden'],
    ]);
  });
  it('fill only what the creator neither said nor took away, under whatever key', async () => {
    const row = (id: string, views: number) =>
      `douyin,${id},One,2026-05-01T10:00:00+08:00,${views},2026-06-0${views}T10:00:00+08:00,home,Diary,true`;
    const header = `${HEADER},series,commercial`;
    await add(`${header}\n${row('', 1)}`);
    const open = await store();
    const [first] = await open.posts();
    await open.setLabels([first?.key ?? ''], { pillar: null, series: 'Mine' });
    await add(`${header}\n${row('', 2)}`);
    expect(await labels()).toEqual([['', 'One', { series: 'Mine', commercial: true }]]);
    // The same post with its id.
    await add(`${header}\n${row('7', 3)}`);
    expect(await labels()).toEqual([['', 'One', { series: 'Mine', commercial: true }]]);
  });
});

describe('a file whose platform was chosen wrongly', () => {
  it('is read anew for the right one', async () => {
    const text = 'Title,Publish time,Views,Likes\nOne,2026-05-01 10:00,10,1\nTwo,2026-05-02 10:00,20,2';
    expect(await add(text, 'youtube')).toMatchObject({ readings: 2 });
    expect(await add(text, 'tiktok')).toMatchObject({ readings: 2, fresh: 2 });
    expect(await add(text, 'tiktok')).toMatchObject({ readings: 0 });
  });
});
