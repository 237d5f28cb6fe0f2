import { useRef, useState } from 'preact/hooks';
import { type ImportItem, ImportView } from '../../components/workbench/ImportView';
import { useApp } from '../lib/app';
import { problemOf } from '../lib/ask';

export function Import() {
  const { ask, settings } = useApp();
  const [items, setItems] = useState<ImportItem[]>([]);
  const files = useRef(new Map<number, { file: File; stop: AbortController }>());
  const last = useRef(0);
  const set = (id: number, state: ImportItem['state']) =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, state } : item)));
  const drop = (id: number) => {
    files.current.get(id)?.stop.abort();
    files.current.delete(id);
    setItems((before) => before.filter((item) => item.id !== id));
  };
  const look = async (file: File) => {
    const id = ++last.current;
    const stop = new AbortController();
    files.current.set(id, { file, stop });
    setItems((before) => [...before, { id, file: file.name, state: { kind: 'reading' } }]);
    try {
      set(id, {
        kind: 'preview',
        preview: await ask('previewImport', { file, zone: settings.zone, platform: null }, { signal: stop.signal }),
      });
    } catch (error) {
      const { detail, key } = problemOf(error);
      set(id, { kind: 'refused', reason: detail ?? key });
    }
  };
  const add = async (id: number, account: string | null) => {
    const held = files.current.get(id);
    if (!held) return;
    set(id, { kind: 'adding', done: 0 });
    try {
      const kept = await ask(
        'keepImport',
        { file: held.file, zone: settings.zone, platform: null, account },
        { signal: held.stop.signal, onProgress: (done) => set(id, { kind: 'adding', done }) },
      );
      set(id, { kind: 'done', ...kept });
    } catch (error) {
      const { detail, key } = problemOf(error);
      set(id, { kind: 'refused', reason: detail ?? key });
    }
  };
  return (
    <ImportView
      items={items}
      onFiles={(chosen) => {
        for (const file of chosen) void look(file);
      }}
      onAdd={(id, account) => void add(id, account)}
      onCancel={drop}
    />
  );
}
