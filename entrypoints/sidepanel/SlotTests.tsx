import type { SlotTestTexts } from '../../assets/locales/en/slot-test';
import { Loaded, useAnnounce } from '../../components/kit';
import { SlotTests as View } from '../../components/timing/SlotTests';
import { useWords } from '../../components/words';
import { nextArm } from '../../core/engine/timing/slot-test';
import type { DocumentOf } from '../../core/model/documents';
import { isPlatform } from '../../core/model/platforms';
import type { TimingReport } from '../../core/model/report';
import { partsOfUnit } from '../../core/model/unit-name';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';

type SlotTest = DocumentOf<'slotTest'>;

/** So many of the newest posts are offered as the one just made. */
const NEWEST = 5;
/** A post may go out a little before the coin is tossed on another screen; more than this is another post. */
const SLACK_MS = 3_600_000;

/** A fair coin that nobody can foresee: the browser's own randomness. */
const coin = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

export function SlotTests({ timing, words }: { timing: TimingReport; words: SlotTestTexts }) {
  const { t } = useWords();
  const { ask, locale, settings } = useApp();
  const announce = useAnnounce();
  const { platform, account } = partsOfUnit(timing.unit);
  const kept = useAnswer('documents', { kind: 'slotTest' });
  const newest = useAnswer('posts', {
    scope: { platform: isPlatform(platform) ? platform : 'other', account },
    search: '',
    filter: 'all',
    kind: null,
    sort: 'newest',
    stay: [],
    offset: 0,
    limit: 2 * NEWEST,
    locale,
    zone: settings.zone,
  });
  const put = async (test: SlotTest) => {
    try {
      await ask('putDocument', { kind: 'slotTest', value: test });
      announce(words.saved);
    } catch (error) {
      // Another screen may have drawn meanwhile: what is stored holds, and is shown.
      const { key, detail } = problemOf(error);
      announce(key === 'failed' ? words.notSaved : (detail ?? t.problems[key].title));
      kept.retry();
    }
  };
  return (
    <Loaded of={kept.state} onRetry={kept.retry}>
      {({ values }) => {
        const all = values as SlotTest[];
        const reported = new Set(timing.tests?.map(({ id }) => id));
        const tests = all.filter(({ unit, id }) => unit === timing.unit || reported.has(id));
        const find = (id: string) => tests.find((test) => test.id === id);
        const taken = new Set(all.flatMap(({ assignments }) => assignments.map(({ post }) => post)));
        const tossed = tests.flatMap(({ assignments }) => assignments).find(({ post }) => post === null)?.at;
        const rows = newest.state.state === 'ready' ? newest.state.value.rows : [];
        const posts = rows
          .filter(({ known }) => !taken.has(known.key))
          .filter(({ known }) => !tossed || Date.parse(known.post.publishedAt ?? '') >= Date.parse(tossed) - SLACK_MS)
          .slice(0, NEWEST)
          .map(({ known }) => ({ key: known.key, title: known.post.title, at: known.post.publishedAt }));
        return (
          <View
            words={words}
            timing={timing}
            tests={tests}
            posts={posts}
            onPlan={(windows, largestPosts) => {
              const startedAt = new Date().toISOString();
              void put({
                id: `${timing.unit}|${startedAt}`.slice(-200),
                unit: timing.unit,
                windows,
                startedAt,
                largestPosts,
                assignments: [],
              });
            }}
            onToss={(id) => {
              const test = find(id);
              if (!test) return;
              const next = { arm: nextArm(test, coin), post: null, at: new Date().toISOString() };
              void put({ ...test, assignments: [...test.assignments, next] });
            }}
            onMade={(id, post) => {
              const test = find(id);
              if (!test) return;
              void put({ ...test, assignments: test.assignments.map((one) => (one.post === null ? { ...one, post } : one)) });
            }}
            onEnd={(id) => {
              const test = find(id);
              if (test) void put({ ...test, endedAt: new Date().toISOString() });
            }}
          />
        );
      }}
    </Loaded>
  );
}
