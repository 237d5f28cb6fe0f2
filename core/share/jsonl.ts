/** JSON lines: one Reading of the contract per line, intervals included. */
import { latestMetrics } from '../model/latest';
import type { KnownPost } from '../model/post';
import type { Reading } from '../model/reading';

export interface JsonlOptions {
  /** Every look at every post; otherwise one reading per post with its latest figures. */
  history?: boolean;
}

function readingsOf(known: KnownPost, { history }: JsonlOptions): Reading[] {
  const { platform, post } = known;
  const account = known.account || null;
  if (history)
    return known.snapshots.map(({ page, metrics, seenAt }) => ({
      platform,
      page,
      account,
      post,
      metrics,
      seenAt: new Date(seenAt).toISOString(),
    }));
  const page = known.snapshots.at(-1)?.page ?? 'unknown';
  return [{ platform, page, account, post, metrics: latestMetrics(known), seenAt: new Date(known.lastSeenAt).toISOString() }];
}

/** Writes the file piece by piece. */
export async function* writeJsonl(
  posts: AsyncIterable<readonly KnownPost[]> | Iterable<readonly KnownPost[]>,
  options: JsonlOptions = {},
): AsyncGenerator<string> {
  for await (const some of posts) {
    yield some
      .flatMap((known) => readingsOf(known, options))
      .map((reading) => `${JSON.stringify(reading)}\n`)
      .join('');
  }
}
