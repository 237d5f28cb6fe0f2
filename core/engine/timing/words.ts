/** Findings of the timing evaluation as sentences. */
import type { TimingNext, TimingReport } from '../../model/report';
import { joinWindows } from '../../model/windows';
import type { TimingTexts } from '../texts';
import type { Missing } from './gate';
import type { Exploration, NextWindow } from './next';

export function missingTexts(missing: readonly Missing[], words: TimingTexts): string[] {
  return missing.map((item) => missingText(item, words));
}

function missingText(item: Missing, words: TimingTexts): string {
  switch (item.need) {
    case 'figures':
      return words.missingFigures;
    case 'posts':
      return words.missingPosts(item.have, item.of, item.waiting, item.dateOnly);
    case 'weeks':
      return words.missingWeeks(item.have, item.of);
    case 'dayParts':
      return words.missingDayParts(item.parts);
    case 'labels':
      return words.missingLabels(item.share, item.of);
  }
}

/** The next step of a unit that has a verdict. `chosen`: the window worth trying, null when nothing more can be learnt by posting. */
export function nextText(
  { state, windows, why, tests }: TimingReport,
  chosen: NextWindow | null,
  exploration: Exploration | null,
  words: TimingTexts,
): TimingNext {
  const running = tests?.find(({ verdict }) => verdict === 'running');
  if (running) return { kind: 'test', text: words.nextRunning(running.pairs) };
  if (state === 'confirmed') return { kind: 'stop', text: words.nextConfirmed };
  // What is to be proven is what is named: neighbours as one.
  const [named] = joinWindows(windows.filter(({ recommended }) => recommended));
  if (state === 'supported' && named) return { kind: 'test', window: named, text: words.nextProve(named) };
  if (state === 'no_effect_seen') return { kind: 'stop', text: words.nextNoEffect };
  if (!chosen) return { kind: 'stop', text: words.nextKnown };
  const { window, posts, effort } = chosen;
  if (effort === 'tooMany') return { kind: 'stop', text: words.nextTooMany(why?.spread ?? 1, posts) };
  return { kind: effort === 'few' ? 'post' : 'test', window, posts, text: words.nextPosts(window, posts, exploration) };
}
