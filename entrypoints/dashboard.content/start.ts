/**
 * Runs on a dashboard whose host the user granted: reads what is visible, hands it over, shows the pill. It sends nothing to the
 * page's platform, scrolls nothing and clicks nothing. The script of each platform brings what it knows of its pages.
 */
import { hostAt } from '../../core/dashboards/hosts';
import type { Site } from '../../core/dashboards/types';
import { connected, send } from './send';
import { Visit } from './visit';

/** Set on this script's own world while one of us runs in it. */
const RUNNING = Symbol.for('post-almanac dashboard');
const world = globalThis as unknown as Record<symbol, { alive(): boolean; stop(): void } | undefined>;

export async function start(sites: readonly Site[]): Promise<void> {
  const host = hostAt(location.href);
  const site = sites.find(({ platform }) => platform === host?.platform);
  if (!site || window.top !== window) return;
  const other = world[RUNNING];
  if (other?.alive()) return;
  other?.stop();
  const ending = new AbortController();
  let visit: Visit | undefined;
  world[RUNNING] = {
    alive: () => !ending.signal.aborted && connected(),
    stop: () => {
      ending.abort();
      visit?.goQuiet();
    },
  };
  const hello = await send({ type: 'hello' }).catch(() => undefined);
  if (!hello?.granted || ending.signal.aborted) {
    ending.abort();
    return;
  }
  visit = new Visit(site, hello, ending);
  visit.start();
}
