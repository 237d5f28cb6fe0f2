/** Fills the extension's store with invented posts, from inside one of its pages. */
import type { Reading } from '../../core/model/reading';
import { openStore } from '../../core/store';
import { exact, randomOf } from './samples';

const DAY = 86_400_000;
const WORDS = ['番茄', '焖饭', '毛衣', '养猫', '茶厂', '收纳', '刷墙', '面包', '阳台', '早餐', '骑行', '旧书'];

async function seed(count: number): Promise<void> {
  const store = await openStore();
  const random = randomOf(11);
  const now = Date.now();
  const readings: Reading[] = Array.from({ length: count }, (_, at) => {
    const hour = random() < 0.6 ? 18 + random() * 5 : 8 + random() * 10;
    const day = Math.floor((at * 182) / count);
    const published = new Date(Math.floor(now / DAY) * DAY - day * DAY + (hour - 8) * 3_600_000);
    const views = Math.round(600 * Math.exp(random() * 2.4 + (hour > 18 ? 0.4 : 0)));
    return {
      platform: at % 3 === 0 ? 'xiaohongshu' : 'douyin',
      page: at % 3 === 0 ? 'xiaohongshu/note-manager' : 'douyin/content-manage',
      account: at % 3 === 0 ? '林间小屋的日常' : '林间小屋',
      post: {
        id: `s${at}`,
        title:
          at % 29 === 4
            ? `这是全网最好的锅，今晚小黄车见 ${at}`
            : `${WORDS[at % WORDS.length]}记 ${at}：${WORDS[(at * 7) % WORDS.length]}`,
        url: null,
        publishedAt: new Date(published.getTime() + 8 * 3_600_000)
          .toISOString()
          .replace('.000Z', '+08:00')
          .replace(/\.\d+Z/, '+08:00'),
        publishedPrecision: 'minute',
        format: at % 3 === 0 ? 'image' : 'short',
        durationSeconds: null,
        status: 'published',
        statusText: null,
        tags: [],
      },
      metrics:
        at % 17 === 5
          ? { likes: exact(12) }
          : { views: exact(views), likes: exact(Math.round(views * 0.05)), comments: exact(at % 4) },
      seenAt: new Date(now - 3_600_000).toISOString(),
    };
  });
  for (const page of ['douyin/content-manage', 'xiaohongshu/note-manager']) {
    const mine = readings.filter((reading) => reading.page === page);
    for (let at = 0; at < mine.length; at += 500) {
      const captured = Math.min(mine.length, at + 500);
      await store.keep({
        id: `seed-${page}-${at}`,
        page,
        readings: mine.slice(at, at + 500),
        coverage: { expectedTotal: Math.round(mine.length * 1.2), captured },
      });
    }
  }
  store.close();
}
/** How long all posts take to read, in ms; after compaction when asked. */
async function readAll(compacted: boolean): Promise<number> {
  const store = await openStore();
  if (compacted) await store.compact();
  const started = performance.now();
  await store.posts();
  return performance.now() - started;
}
Object.assign(globalThis, { seed, readAll });
