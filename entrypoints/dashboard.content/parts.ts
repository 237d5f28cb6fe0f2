/**
 * What is not needed on every page stands in scripts of its own. A content script cannot load one itself: the background puts it beside
 * this one when asked.
 */
import type { PartName } from '../../core/messages';
import { send } from './send';

/** Throws where the browser does not let it in. */
export async function put(name: PartName): Promise<void> {
  if (!(await send({ type: 'part', name })).ok) throw new Error(`no ${name}`);
}
