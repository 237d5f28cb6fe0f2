/** The data worker: two per page of ours, one of them for the engine. Answers `protocol.ts`; the heavy parts are loaded when first asked for. */

import type { Problem } from '../../components/data';
import { STORE_PROBLEMS, StoreProblem } from '../../core/store/types';
import { answerers } from './answer';
import type { Answerers, FromWorker, Question, ToWorker } from './protocol';

const say = (message: FromWorker) => postMessage(message);
const running = new Map<number, AbortController>();

function problemOf(error: unknown): Problem {
  if (error instanceof StoreProblem && STORE_PROBLEMS.includes(error.key)) {
    const keys = {
      blocked: 'blocked',
      outdated: 'closed',
      newer: 'newer',
      full: 'quota',
      closed: 'closed',
      migration: 'damaged',
      broken: 'failed',
    } as const;
    return { key: keys[error.key], detail: `${error.message}${error.cause ? `: ${String(error.cause)}` : ''}` };
  }
  return { key: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data;
  if ('cancel' in data) {
    running.get(id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const answer = answerers[data.question] as Answerers[Question];
    const onProgress = (done: number) => say({ id, done });
    say({ id, answer: await answer(data.ask as never, { signal: controller.signal, onProgress }) });
  } catch (error) {
    say({ id, problem: problemOf(error) });
  } finally {
    running.delete(id);
  }
});
