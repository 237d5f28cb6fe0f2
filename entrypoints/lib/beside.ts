/** What lies beside the store: the folder for backups, what was chosen on screens, and which reminders were shown. */
import { browser } from 'wxt/browser';
import { forgetFolder } from './folder';
import { isSample } from './sample-place';

/** To be called when everything is removed. The sample has nothing there of its own. */
export async function forgetBesideTheStore(search = location.search): Promise<void> {
  if (isSample(search)) return;
  localStorage.clear();
  await Promise.all([browser.storage.local.clear(), forgetFolder()]);
}
