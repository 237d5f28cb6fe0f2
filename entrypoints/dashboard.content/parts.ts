/**
 * What is not needed on every page stands in scripts of its own. A content script cannot load one itself: the background puts it beside
 * this one when asked.
 */
import type { PartName } from '../../core/messages';
import { send } from './send';
import { after, FIRST_PAUSE, longer } from './tries';

/** Longer than a background takes to start. */
const PATIENCE = 10_000;

/** Throws where the browser does not let it in, and where nobody answers. */
export async function put(name: PartName): Promise<void> {
  const answer = await Promise.race([send({ type: 'part', name }), after(PATIENCE)]);
  if (!answer?.ok) throw new Error(`no ${name}`);
}

/** Puts it, again and again: a background that is stopped in the middle of it answers nothing. False where `goesOn` ends it. */
export async function putSurely(name: PartName, goesOn: () => boolean, ask = put, wait = after): Promise<boolean> {
  for (let pause = FIRST_PAUSE; goesOn(); pause = longer(pause)) {
    const there = await ask(name).then(
      () => true,
      () => false,
    );
    if (there) return goesOn();
    await wait(pause);
  }
  return false;
}
