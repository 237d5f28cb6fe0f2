/** Files in and out, inside the data worker: imports, exports, backup and restore. */
import type { Answerers } from './protocol';

const later = async (): Promise<never> => {
  throw new Error('not available in this version');
};
export const previewImport: Answerers['previewImport'] = later;
export const keepImport: Answerers['keepImport'] = later;
export const exportFile: Answerers['exportFile'] = later;
export const backup: Answerers['backup'] = later;
export const previewRestore: Answerers['previewRestore'] = later;
export const restore: Answerers['restore'] = later;
