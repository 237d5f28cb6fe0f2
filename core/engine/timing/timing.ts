/** Posting time of one unit: from comparable outcomes to a verdict, a lean and a next step. */
import { horizonName } from '../../history/horizon';
import type { TimingReport } from '../../model/report';
import { type Locale, texts } from '../texts';
import { labelCoverage, type Unit } from '../units';
import { gateOf } from './gate';
import { missingTexts } from './words';

export interface TimingContext {
  locale: Locale;
  seed: number;
}

export function timingOf(unit: Unit, context: TimingContext): TimingReport {
  const words = texts(context.locale);
  const { posts, waiting, outcome } = unit.comparable;
  const timed = posts.filter((post) => post.exactTime);
  const gate = gateOf(timed, waiting.length, posts.length - timed.length, outcome !== null, labelCoverage(posts));
  const missing = missingTexts(gate.missing, words);
  return {
    unit: unit.unit,
    state: gate.open ? 'inconclusive' : 'insufficient',
    outcome: `${outcome?.name ?? 'views'}@${horizonName(unit.horizonHours)}`,
    bayesFactor: null,
    permutationP: null,
    zone: unit.zone,
    windows: [],
    lean: null,
    missing,
    next: { kind: 'post', text: missing[0] ?? '' },
  };
}
