/**
 * What reading a page cannot cost less than: the time of a reader that knows the page by heart (`in-page/by-heart.ts`), and of each of
 * its steps. Timed in the page by its own clock, as the bare walk is.
 */
import { readFile } from 'node:fs/promises';
import { bundle } from '../../scripts/run.mjs';
import { median } from './bench';
import { type Laboratory, profiled } from './extension';

/** Runs a script in a world of its own in the page, where no code is warm. With the profiler on, as it is for us. */
export async function inFreshWorld<T>({ profiler }: Laboratory, ...scripts: string[]): Promise<T[]> {
  const { frameTree } = await profiler.send('Page.getFrameTree');
  const { executionContextId: contextId } = await profiler.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const answers: T[] = [];
  await profiled(profiler, async () => {
    for (const expression of scripts) {
      const { result, exceptionDetails } = await profiler.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      answers.push(result.value as T);
    }
  });
  return answers;
}

const byHeart = async () => readFile(await bundle('test/bench/in-page/by-heart.ts', { browser: true }), 'utf8');

/** Milliseconds of reading all rows by heart, cold. `rows`: a selector. */
export async function floorOf(laboratory: Laboratory, id: string, rows: string, count: number): Promise<number> {
  const [, read] = await inFreshWorld<{ ms: number; rows: number; figures: number }>(
    laboratory,
    await byHeart(),
    `byHeart(${JSON.stringify([id, rows]).slice(1, -1)})`,
  );
  if (read?.rows !== count || read.figures < count) throw new Error(`by heart ${JSON.stringify(read)} of ${count} rows`);
  return read.ms;
}

/** A script that puts copies in the place of all rows, so that nothing is known of any element, and waits until they are drawn. */
export const renewing = (rows: string) => `
  for (const row of document.querySelectorAll(${JSON.stringify(rows)})) row.replaceWith(row.cloneNode(true));
  new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));`;

/** Prints what each step takes, cold and with warm code, on new rows both times. `show` loads the page anew. */
export async function printSteps(
  laboratory: Laboratory,
  show: () => Promise<void>,
  id: string,
  rows: string,
  rounds: number,
): Promise<void> {
  const cold: Record<string, number>[] = [];
  const warm: Record<string, number>[] = [];
  const steps = `steps(${JSON.stringify([id, rows]).slice(1, -1)})`;
  for (let round = 0; round < rounds; round++) {
    await show();
    const [, first, , again] = await inFreshWorld<Record<string, number>>(
      laboratory,
      await byHeart(),
      steps,
      renewing(rows),
      steps,
    );
    cold.push(first ?? {});
    warm.push(again ?? {});
  }
  for (const name of Object.keys(cold[0] ?? {})) {
    const [first, again] = [cold, warm].map((all) => median(all.map((each) => each[name] ?? Number.NaN)).toFixed(1));
    console.log(`    ${(first ?? '').padStart(6)} cold ${(again ?? '').padStart(6)} warm  ${name}`);
  }
}
