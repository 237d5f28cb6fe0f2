/**
 * Runs on a dashboard whose host the user granted: reads what is visible, hands it over, shows the pill. It sends nothing to the
 * page's platform, scrolls nothing and clicks nothing.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { hostAt } from '../../core/dashboards/hosts';
import { connected, send } from './send';
import { Visit } from './visit';

/** Set on this script's own world while one of us runs in it. */
const RUNNING = Symbol.for('post-almanac dashboard');
const world = globalThis as unknown as Record<symbol, { alive(): boolean; stop(): void } | undefined>;

export default defineContentScript({
  registration: 'runtime',
  // WXT's own context ends whenever a second copy starts: the guard below keeps the first one instead, with what it has counted.
  async main() {
    const host = hostAt(location.href);
    if (!host || window.top !== window) return;
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
    visit = new Visit(host.platform, hello, ending);
    visit.start();
  },
});
