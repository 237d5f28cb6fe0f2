/**
 * Runs where posts are written: reads the visible draft, has it checked, and shows a light beside it. It changes nothing of the
 * page, keeps nothing, and sends the draft to the extension only.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { hostAt } from '../../core/dashboards/hosts';
import { connected, send } from '../dashboard.content/send';
import { Draft } from './draft';

/** Set on this script's own world while one of us runs in it. */
const RUNNING = Symbol.for('post-almanac compose');
const world = globalThis as unknown as Record<symbol, { alive(): boolean; stop(): void } | undefined>;

export default defineContentScript({
  registration: 'runtime',
  async main() {
    if (!hostAt(location.href) || window.top !== window) return;
    const other = world[RUNNING];
    if (other?.alive()) return;
    other?.stop();
    const ending = new AbortController();
    world[RUNNING] = { alive: () => !ending.signal.aborted && connected(), stop: () => ending.abort() };
    const hello = await send({ type: 'hello' }).catch(() => undefined);
    if (!hello?.granted || !hello.overlay || ending.signal.aborted) {
      ending.abort();
      return;
    }
    new Draft(hello.language, ending).start();
  },
});
