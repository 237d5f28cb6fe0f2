import { useRef, useState } from 'preact/hooks';
import type { ExportPlaces } from '../../assets/locales/en/exports';
import { type ImportItem, ImportView } from '../../components/workbench/ImportView';
import type { Platform } from '../../core/model/platforms';
import { useApp } from '../lib/app';
import { problemOf } from '../lib/ask';

/** What is wrong with a file is a sentence of its own; what is wrong with the store is the same everywhere. */
function failure(error: unknown): ImportItem['state'] {
  const problem = problemOf(error);
  if (problem.key !== 'failed' || problem.detail === undefined) return { kind: 'failed', problem };
  return { kind: 'refused', reason: problem.detail, needsPlatform: problem.needs === 'platform' };
}

export function Import({ words }: { words: ExportPlaces }) {
  const { ask, settings } = useApp();
  const [items, setItems] = useState<ImportItem[]>([]);
  const files = useRef(new Map<number, { file: File; platform: Platform | null; stop: AbortController }>());
  const last = useRef(0);
  const set = (id: number, state: ImportItem['state']) =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, state } : item)));
  const drop = (id: number) => {
    files.current.get(id)?.stop.abort();
    files.current.delete(id);
    setItems((before) => before.filter((item) => item.id !== id));
  };
  const look = (file: File) => {
    const id = ++last.current;
    setItems((before) => [...before, { id, file: file.name, state: { kind: 'reading' } }]);
    void read(id, file, null);
  };
  const read = async (id: number, file: File, platform: Platform | null) => {
    const stop = new AbortController();
    files.current.set(id, { file, platform, stop });
    try {
      set(id, {
        kind: 'preview',
        preview: await ask('previewImport', { file, zone: settings.zone, platform }, { signal: stop.signal }),
      });
    } catch (error) {
      set(id, failure(error));
    }
  };
  const add = async (id: number, account: string | null) => {
    const held = files.current.get(id);
    if (!held) return;
    set(id, { kind: 'adding', done: 0 });
    try {
      const kept = await ask(
        'keepImport',
        { file: held.file, zone: settings.zone, platform: held.platform, account },
        { signal: held.stop.signal, onProgress: (done) => set(id, { kind: 'adding', done }) },
      );
      set(id, { kind: 'done', ...kept });
    } catch (error) {
      set(id, failure(error));
    }
  };
  return (
    <ImportView
      items={items}
      words={words}
      onFiles={(chosen) => {
        for (const file of chosen) look(file);
      }}
      onAdd={(id, account) => void add(id, account)}
      onPlatform={(id, platform) => {
        const held = files.current.get(id);
        if (!held) return;
        set(id, { kind: 'reading' });
        void read(id, held.file, platform);
      }}
      onCancel={drop}
    />
  );
}
