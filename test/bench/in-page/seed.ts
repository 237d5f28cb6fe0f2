/** Fills the extension's own store from inside one of its pages. */
import { openStore } from '../../../core/store';
import { knownPosts } from './made-up';

Object.assign(globalThis, {
  async benchSeed(posts: number): Promise<void> {
    const store = await openStore();
    const all = knownPosts(posts, 1, 4);
    const platforms = new Set(all.map(({ platform }) => platform));
    for (const platform of platforms) {
      const mine = all.filter((post) => post.platform === platform);
      const page = `${platform}/content-list`;
      for (let from = 0; from < mine.length; from += 500) {
        const readings = mine.slice(from, from + 500).flatMap(({ account, post, snapshots }) =>
          snapshots.map(({ metrics, seenAt }) => ({
            platform,
            page,
            account,
            post,
            metrics,
            seenAt: new Date(seenAt).toISOString(),
          })),
        );
        await store.keep({
          id: `bench-${platform}-${from}`,
          page,
          readings,
          coverage: { expectedTotal: mine.length, captured: Math.min(mine.length, from + 500) },
        });
      }
    }
    store.close();
  },
});
