/** The data worker: two per page of ours, one of them for the engine. Answers `protocol.ts`; the heavy parts are loaded when first asked for. */

import type { Problem } from '../../components/data';
import { ImportError } from '../../core/importers/types';
import { STORE_PROBLEMS, StoreProblem } from '../../core/store/types';
import { answerers } from './answer';
import { onStoreProblem } from './held';
import { storeProblem } from './problems';
import type { Answerers, FromWorker, Question, ToWorker } from './protocol';

const say = (message: FromWorker) => postMessage(message);
const running = new Map<number, AbortController>();

function problemOf(error: unknown): Problem {
  if (error instanceof StoreProblem && STORE_PROBLEMS.includes(error.key)) {
    return { key: storeProblem(error.key), detail: `${error.message}${error.cause ? `: ${String(error.cause)}` : ''}` };
  }
  if (error instanceof ImportError && error.needs) return { key: 'failed', detail: error.message, needs: error.needs };
  return { key: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

// What a question meets is told with its answer. These happen between questions, or keep one from ever being answered.
onStoreProblem((problem) => {
  const standing = problem === 'blocked' || problem === 'outdated';
  say({ standing: standing ? { key: storeProblem(problem) } : null });
});

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
