import type { Host } from '../../core/dashboards/hosts';
import { type CaptureAnswer, type CaptureBatch, CHANGES_CHANNEL } from '../../core/messages';
import type { Platform } from '../../core/model/platforms';
import { StoreProblem } from '../../core/store/types';
import { grantedHosts } from './registration';
import { withStore } from './store';

/** A dashboard may hand over figures of its own platforms only. */
function foreignPlatform(batch: CaptureBatch, host: Host): Platform | undefined {
  const own = [host.platform, ...(host.also ?? [])];
  const named = [...batch.readings, ...batch.accountReadings, ...batch.audienceCurves].map(({ platform }) => platform);
  return named.find((platform) => !own.includes(platform));
}

/** Keeps one batch. The answer is sent only after the transaction is durable; the same batch sent twice is kept once. */
export async function capture(batch: CaptureBatch, host: Host): Promise<CaptureAnswer> {
  const foreign = foreignPlatform(batch, host);
  if (foreign) return { ok: false, retry: false, problem: `${host.platform} pages hand over no ${foreign} figures` };
  if (!(await grantedHosts()).some(({ platform }) => platform === host.platform))
    return { ok: false, retry: false, problem: 'withdrawn' };
  try {
    const kept = await withStore((store) => store.keep(batch));
    if (kept.kept > 0) announceChange();
    return { ok: true, ...kept };
  } catch (error) {
    if (error instanceof StoreProblem) return { ok: false, retry: true, problem: error.key };
    throw error;
  }
}

/** Tells our own pages that something was stored. */
export function announceChange(): void {
  const channel = new BroadcastChannel(CHANGES_CHANNEL);
  channel.postMessage('kept');
  channel.close();
}
