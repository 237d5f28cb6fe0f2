/** What every page of ours starts with: language, theme, the data worker, and news of changes. */

import { type ComponentChildren, createContext, render } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Loadable, Problem } from '../../components/data';
import { AnnouncerProvider, ProblemCard, Rescue } from '../../components/kit';
import { SampleBar } from '../../components/shell/SampleBar';
import { type TextsOf, WordsProvider } from '../../components/words';
import { CHANGES_CHANNEL, MARKS_CHANNEL } from '../../core/messages';
import { isPlatform } from '../../core/model/platforms';
import { NO_RULE_SETTINGS, ruleSettingsOf } from '../../core/model/rule-settings';
import { BACKUP_EVERY, LANGUAGES, type LanguageChoice, REMINDERS, type Settings, THEMES } from '../../core/model/settings';
import { isZone } from '../../core/model/zone';
import { type Ask, problemOf, startAsking } from './ask';
import { announce, download, leaveSample, uiLanguage } from './browser';
import type { Locale, Question, Questions } from './protocol';
import { isSample } from './sample-place';

export const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Kept beside the store as well, so that the first paint already has the right language and colours. */
const MIRROR = 'settings';
const DEFAULTS: Settings = {
  theme: 'system',
  language: 'system',
  zone: systemZone(),
  overlayOff: [],
  backupEvery: 0,
  notify: [],
  rules: NO_RULE_SETTINGS,
};

function mirrored(): Settings {
  try {
    return sane({ ...DEFAULTS, ...(JSON.parse(localStorage.getItem(MIRROR) ?? '{}') as Partial<Settings>) });
  } catch {
    return DEFAULTS;
  }
}
function sane(settings: Settings): Settings {
  return {
    theme: THEMES.includes(settings.theme) ? settings.theme : 'system',
    language: LANGUAGES.includes(settings.language) ? settings.language : 'system',
    zone: isZone(settings.zone) ? settings.zone : systemZone(),
    overlayOff: Array.isArray(settings.overlayOff) ? settings.overlayOff.filter(isPlatform) : [],
    backupEvery: BACKUP_EVERY.includes(settings.backupEvery) ? settings.backupEvery : 0,
    rules: ruleSettingsOf(settings.rules),
    notify: Array.isArray(settings.notify) ? REMINDERS.filter((kind) => settings.notify.includes(kind)) : [],
  };
}
const localeOf = (language: LanguageChoice): Locale => (language === 'system' ? uiLanguage() : language);

function dress(settings: Settings, locale: Locale): void {
  const root = document.documentElement;
  root.lang = locale;
  if (settings.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
}

export interface App {
  ask: Ask;
  locale: Locale;
  settings: Settings;
  /** Rises whenever something was stored, by anybody. */
  changes: number;
  putSetting: (change: Partial<Settings>) => Promise<void>;
}
const Context = createContext<App | null>(null);
export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('useApp outside start()');
  return app;
}

/** What a page says, and how it names the pages of dashboards if ever it does. */
export interface Sayings {
  texts: (locale: Locale) => Promise<TextsOf[keyof TextsOf]>;
  pageNames?: (locale: Locale) => Promise<Readonly<Record<string, string>>>;
}

/** Draws a page into `#app` once its words are there. */
export async function start(page: ComponentChildren, sayings: Sayings): Promise<void> {
  const root = document.querySelector('#app');
  if (!root) throw new Error('no #app');
  const sample = isSample(location.search);
  const standing: Standing = { problem: null, tell: () => {} };
  const ask = startAsking(sample, (problem) => {
    standing.problem = problem;
    standing.tell(problem);
  });
  const settings = mirrored();
  const locale = localeOf(settings.language);
  dress(settings, locale);
  const texts = await sayings.texts(locale);
  // A store that does not open is said by the page itself.
  if (sample) await ask('fillSample', { locale }).catch(() => undefined);
  render(
    <AppRoot ask={ask} sayings={sayings} standing={standing} first={{ settings, texts }}>
      {sample && <SampleBar onLeave={leaveSample} />}
      {page}
    </AppRoot>,
    root,
  );
}

/** What stands in the way of the store, before and after the page is drawn. */
interface Standing {
  problem: Problem | null;
  tell: (problem: Problem | null) => void;
}

interface AppRootProps {
  ask: Ask;
  standing: Standing;
  sayings: Sayings;
  first: { settings: Settings; texts: TextsOf[keyof TextsOf] };
  children: ComponentChildren;
}
function AppRoot({ ask, sayings, standing, first, children }: AppRootProps) {
  const [settings, setSettings] = useState(first.settings);
  const [texts, setTexts] = useState(first.texts);
  const [pages, setPages] = useState<Readonly<Record<string, string>>>({});
  const [inTheWay, setInTheWay] = useState(standing.problem);
  const changes = useChanges();
  useEffect(() => {
    const channel = new BroadcastChannel(MARKS_CHANNEL);
    channel.onmessage = () => void announce();
    return () => channel.close();
  }, []);
  const locale = localeOf(settings.language);

  const rescue = useCallback(async () => {
    const { name, blob } = await ask('rawCopy', null);
    download(name, blob);
    return name;
  }, [ask]);

  useEffect(() => {
    standing.tell = setInTheWay;
    setInTheWay(standing.problem);
  }, [standing]);
  useEffect(() => {
    void ask('settings', null).then(
      (stored) => setSettings((before) => sane({ ...before, ...stored })),
      // The mirror serves as long as the store does not answer; the page itself says what is wrong with the store.
      () => undefined,
    );
  }, [ask, changes]);
  useEffect(() => {
    localStorage.setItem(MIRROR, JSON.stringify(settings));
    dress(settings, locale);
    void sayings.texts(locale).then(setTexts);
  }, [settings, locale, sayings]);
  // Names of pages are needed in a table that is closed at first: they may come after the first paint.
  useEffect(() => {
    void sayings.pageNames?.(locale).then(setPages);
  }, [sayings, locale]);
  useEffect(() => {
    document.title = texts.name;
  }, [texts]);

  const putSetting = useCallback(
    async (change: Partial<Settings>) => {
      setSettings((before) => sane({ ...before, ...change }));
      await ask('putSetting', change);
      void announce();
    },
    [ask],
  );
  return (
    <Context.Provider value={{ ask, locale, settings, changes, putSetting }}>
      <WordsProvider texts={texts} pages={pages}>
        <Rescue.Provider value={rescue}>
          <AnnouncerProvider>
            {inTheWay && (
              <div class="standing">
                <ProblemCard problem={inTheWay} onRetry={inTheWay.key === 'outdated' ? () => location.reload() : undefined} />
              </div>
            )}
            {children}
          </AnnouncerProvider>
        </Rescue.Provider>
      </WordsProvider>
    </Context.Provider>
  );
}

/** While a list is being scrolled a batch is stored every second or so: screens follow at this pace, in milliseconds. */
const SETTLE = 600;

function useChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const channels = [CHANGES_CHANNEL, MARKS_CHANNEL].map((name) => new BroadcastChannel(name));
    let waiting: ReturnType<typeof setTimeout> | undefined;
    for (const channel of channels) {
      channel.onmessage = () => {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          setChanges((count) => count + 1);
        }, SETTLE);
      };
    }
    return () => {
      clearTimeout(waiting);
      for (const channel of channels) channel.close();
    };
  }, []);
  return changes;
}

export interface Asked<T> {
  state: Loadable<T>;
  /** An older answer is shown while the newer one is worked out. */
  stale: boolean;
  retry: () => void;
}

/** The answer to a question, asked again when the question changes or something was stored. Not asked while `enabled` is false. */
export function useAnswer<Q extends Question>(
  question: Q,
  input: Questions[Q]['ask'],
  enabled = true,
): Asked<Questions[Q]['answer']> {
  const { ask, changes } = useApp();
  const [state, setState] = useState<Loadable<Questions[Q]['answer']>>({ state: 'loading' });
  const [stale, setStale] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(input);

  // The key stands for the question's content; its object is new at every drawing.
  useEffect(() => {
    if (!enabled) return;
    let dropped = false;
    setState((before) => (before.state === 'failed' ? { state: 'loading' } : before));
    setStale(true);
    ask(question, input).then(
      (value) => {
        if (dropped) return;
        setState({ state: 'ready', value });
        setStale(false);
      },
      (error: unknown) => {
        if (!dropped) setState({ state: 'failed', problem: problemOf(error) });
      },
    );
    return () => {
      dropped = true;
    };
  }, [ask, question, key, changes, attempt, enabled]);

  return { state, stale, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
