/** The compliance check of 10,000 titles and of a very long draft; near-duplicates among 100,000 titles. */
import { join } from 'node:path';
import { ROOT } from '../../scripts/setup.mjs';
import { CASES_IN_PROJECT, type Kind, sentences } from '../unit/engine/compliance/sentences';
import { type Family, type Measured, ratioOf, takingTurns } from './bench';
import { openLab } from './lab';

const TITLES = 10_000;
const ROUNDS = 7;
const DRAFT = 100_000;
/** One frame at 60 a second. */
const FRAME_MS = 1000 / 60;
const MANY_TITLES = 100_000;
const DUPLICATES_MS = 5000;

/** Of the labelled sentences, one that breaks a rule and one that only looks like it, in turns. */
function labelled(): string[] {
  const chinese = sentences(join(ROOT, CASES_IN_PROJECT)).filter(({ platform, lang }) => platform === 'douyin' && lang === 'zh');
  const of = (kind: Kind) => chinese.filter((sentence) => sentence.kind === kind);
  const innocent = of('innocent');
  return of('positive').flatMap(({ text }, at) => [text, innocent[at % innocent.length]?.text ?? '']);
}

export const compliance: Family = {
  rows: [
    {
      id: 'compliance',
      what: 'checking 10,000 titles, one in fifty of which breaks a rule and one in fifty looks like it',
      baseline: 'one `@monyone/aho-corasick` scan of the same titles for the same number of phrases',
      reach: 3,
      better: 'lower',
    },
    {
      id: 'draft',
      what: 'checking a draft of 100,000 characters that breaks no rule in the worker',
      baseline: 'one frame (16.7 ms)',
      reach: 1,
      better: 'lower',
    },
    {
      id: 'duplicates',
      what: 'near-duplicates among 100,000 titles of one place',
      baseline: 'five seconds',
      reach: 1,
      better: 'lower',
    },
  ],
  async measure(wanted) {
    const lab = await openLab('compliance.ts', { inWorker: true });
    const results: Record<string, Measured> = {};
    const against = async (budget: number, rounds: number, run: () => Promise<number>) => {
      const { ours, budget: given } = await takingTurns(rounds, { ours: run, budget: async () => budget });
      return ratioOf(ours, given);
    };
    try {
      if (wanted.has('compliance')) {
        await lab.call('mixIn', labelled());
        // Both run warm: a report checks all titles in one go.
        for (const way of ['check', 'scan']) await lab.call(way, 2000);
        const times = await takingTurns(ROUNDS, {
          ours: () => lab.call<number>('check', TITLES),
          scan: () => lab.call<number>('scan', TITLES),
        });
        const phrases = await lab.call<number>('phrases');
        const found = await lab.call<{ findings: number; titles: number }>('found', TITLES);
        const measured = ratioOf(times.ours, times.scan);
        results.compliance = {
          ...measured,
          detail: `${measured.detail}, ${phrases} phrases, ${found.findings} findings in ${found.titles} titles`,
        };
      }
      if (wanted.has('draft')) {
        await lab.call('mixIn', []);
        await lab.call('draft', DRAFT);
        results.draft = await against(FRAME_MS, ROUNDS, () => lab.call<number>('draft', DRAFT));
      }
      if (wanted.has('duplicates'))
        results.duplicates = await against(DUPLICATES_MS, 3, () => lab.call<number>('duplicates', MANY_TITLES));
      return results;
    } finally {
      await lab.close();
    }
  },
};
