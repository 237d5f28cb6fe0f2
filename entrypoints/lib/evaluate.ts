/** Runs the engine over what is stored, one unit at a time: a unit whose posts did not change keeps its last evaluation. */
import type { KnownPost } from '../../core/model/post';
import type { Report } from '../../core/model/report';
import type { Store } from '../../core/store/types';

export interface Evaluated {
  report: Report;
  dataVersion: number;
}
interface Wanted {
  locale: 'en' | 'zh-CN';
  zone: string;
  dataVersion: number;
  previous: Report | null;
}

/** Fixed: the same data gives the same report on every computer. */
const SEED = 1;

export async function evaluateAll(
  store: Store,
  posts: readonly KnownPost[],
  { locale, zone, dataVersion, previous }: Wanted,
): Promise<Evaluated> {
  const { evaluate } = await import('../../core/engine/report');
  const [accountReadings, audienceCurves] = await Promise.all([store.accountReadings(), store.audienceCurves()]);
  const report = evaluate({ posts, accountReadings, audienceCurves, previous, zone, now: Date.now(), seed: SEED, locale });
  return { report, dataVersion };
}
