/**
 * The folder the creator chose for backups, where the browser lets pages write into one (File System Access). Its handle cannot be
 * written as JSON, so it lies in a small database of its own and is no part of a backup: on another computer it would mean nothing.
 */
import { deleteDB, openDB } from 'idb';

interface Handle extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (how: { id: string; mode: 'readwrite'; startIn: 'documents' }) => Promise<Handle>;

const STORE = 'handles';
const KEY = 'backup';
const DATABASE = 'post-almanac-folder';
const database = () => openDB(DATABASE, 1, { upgrade: (db) => void db.createObjectStore(STORE) });

const picker = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);
export const canChooseFolder = picker !== undefined;

async function chosen(): Promise<Handle | null> {
  if (!canChooseFolder) return null;
  const db = await database();
  try {
    return ((await db.get(STORE, KEY)) as Handle | undefined) ?? null;
  } finally {
    db.close();
  }
}

export interface Folder {
  name: string;
  /** Whether it may be written to without asking again. */
  ready: boolean;
}

export async function backupFolder(): Promise<Folder | null> {
  const handle = await chosen();
  return handle && { name: handle.name, ready: (await handle.queryPermission({ mode: 'readwrite' })) === 'granted' };
}

/** Must be called straight from the click. Null when the creator changes their mind. */
export async function chooseFolder(): Promise<Folder | null> {
  try {
    const handle = await picker?.({ id: 'backup', mode: 'readwrite', startIn: 'documents' });
    if (!handle) return null;
    const db = await database();
    await db.put(STORE, handle, KEY);
    db.close();
    return { name: handle.name, ready: true };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

export const forgetFolder = (): Promise<void> => deleteDB(DATABASE);

/** Straight from a click: asks the browser to let us write into the chosen folder again. */
export async function allowFolder(): Promise<boolean> {
  const handle = await chosen();
  return handle !== null && (await handle.requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Writes a file whole or not at all: the browser puts it in place when it is closed. False when the folder may not be written to. */
export async function writeToFolder(name: string, blob: Blob): Promise<boolean> {
  const handle = await chosen();
  if (!handle || (await handle.queryPermission({ mode: 'readwrite' })) !== 'granted') return false;
  const file = await handle.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(blob);
  await writable.close();
  return true;
}
