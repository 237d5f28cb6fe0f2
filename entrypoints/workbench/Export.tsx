import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../components/data';
import { Loaded } from '../../components/kit';
import { ExportView, type ExportWish, NO_LABELS } from '../../components/workbench/ExportView';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { download } from '../lib/browser';

export function Export() {
  const { ask, locale, settings } = useApp();
  const overview = useAnswer('overview', null);
  const labels = useAnswer('labelsInUse', null);
  const [running, setRunning] = useState<number | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stop = useRef<AbortController | null>(null);
  const save = async (wish: ExportWish) => {
    stop.current = new AbortController();
    setRunning(0);
    setSaved(null);
    setProblem(null);
    try {
      const { name, blob } = await ask(
        'exportFile',
        { ...wish, locale, zone: settings.zone },
        { signal: stop.current.signal, onProgress: setRunning },
      );
      download(name, blob);
      setSaved(name);
    } catch (error) {
      if (!stop.current.signal.aborted) setProblem(problemOf(error));
    } finally {
      setRunning(null);
    }
  };
  return (
    <Loaded of={overview.state} onRetry={overview.retry}>
      {({ accounts }) => (
        <ExportView
          accounts={accounts}
          labels={labels.state.state === 'ready' ? labels.state.value : NO_LABELS}
          running={running}
          saved={saved}
          problem={problem}
          onSave={(wish) => void save(wish)}
          onCancel={() => stop.current?.abort()}
        />
      )}
    </Loaded>
  );
}
