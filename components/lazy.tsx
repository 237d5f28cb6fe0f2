import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loaded } from './kit';
import { useWords } from './words';

/**
 * A view whose code, and whose words, are fetched when it is first shown:
 *
 *     const Plan = lazy(async (language) => {
 *       const [{ Plan }, { plan }] = await Promise.all([
 *         import('./Plan'),
 *         language === 'zh-CN' ? import('…/zh-CN/plan') : import('…/en/plan'),
 *       ]);
 *       return (props: PageProps) => <Plan {...props} words={plan} />;
 *     });
 */
export function lazy<P extends object>(load: (language: string) => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  const views = new Map<string, FunctionComponent<P>>();
  return (props: P) => {
    const { t } = useWords();
    const language = t.language;
    const [, setLoaded] = useState(0);
    const [failed, setFailed] = useState<unknown>(null);
    useEffect(() => {
      if (views.has(language)) return;
      let dropped = false;
      load(language).then(
        (made) => {
          views.set(language, made);
          if (!dropped) setLoaded((count) => count + 1);
        },
        (error: unknown) => !dropped && setFailed(error),
      );
      return () => {
        dropped = true;
      };
    }, [language]);
    const View = views.get(language);
    if (View) return <View {...props} />;
    const problem = failed === null ? null : ({ key: 'failed', detail: String(failed) } as const);
    return <Loaded of={problem ? { state: 'failed', problem } : { state: 'loading' }}>{() => null}</Loaded>;
  };
}
