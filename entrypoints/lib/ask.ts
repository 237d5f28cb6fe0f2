/** The page's end of the data worker: typed questions, progress, cancelling. */
import type { Problem } from '../../components/data';
import type { FromWorker, Question, Questions, ToWorker } from './protocol';
import { SAMPLE_WORKER } from './sample-place';

/** A question that could not be answered; `problem` is what the screen shows. */
export class AskError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.key);
  }
}
export const problemOf = (error: unknown): Problem =>
  error instanceof AskError ? error.problem : { key: 'failed', detail: String(error) };

export interface AskOptions {
  signal?: AbortSignal;
  /** 0–1. */
  onProgress?: (done: number) => void;
}
export type Ask = <Q extends Question>(
  question: Q,
  ask: Questions[Q]['ask'],
  options?: AskOptions,
) => Promise<Questions[Q]['answer']>;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
  onProgress: AskOptions['onProgress'];
}

/** One worker, started with the first question and again after it failed. */
function startWorker(name: string, onStanding: (problem: Problem | null) => void): Ask {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const start = () => {
    // Built with the pages (`wxt.config.ts`), whose chunks it shares.
    const started = new Worker('/data.worker.js', { type: 'module', name });
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('standing' in data) {
        onStanding(data.standing);
        return;
      }
      const asked = waiting.get(data.id);
      if (!asked) return;
      if ('done' in data) {
        asked.onProgress?.(data.done);
        return;
      }
      waiting.delete(data.id);
      if ('problem' in data) asked.reject(new AskError(data.problem));
      else asked.resolve(data.answer as never);
    };
    // The worker itself failed: everybody waiting hears it, and the next question starts a new one.
    started.onerror = (event) => {
      event.preventDefault();
      worker = null;
      for (const { reject } of waiting.values()) reject(new AskError({ key: 'failed', detail: event.message }));
      waiting.clear();
    };
    return started;
  };

  return (question, ask, options = {}) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++last;
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress: options.onProgress });
      const post = (message: ToWorker) => worker?.postMessage(message);
      post({ id, question, ask });
      options.signal?.addEventListener('abort', () => post({ id, cancel: true }), { once: true });
    });
}

/**
 * Two workers: the engine takes seconds with a long history, and nothing else may wait for it. `sample`: they serve the sample
 * account. `onStanding` hears of what stands in the way of all questions.
 */
export function startAsking(sample = false, onStanding: (problem: Problem | null) => void = () => {}): Ask {
  const end = sample ? SAMPLE_WORKER : '';
  const data = startWorker(`data${end}`, onStanding);
  const engine = startWorker(`engine${end}`, () => {});
  return (question, ask, options) => (question === 'report' ? engine : data)(question, ask, options);
}
