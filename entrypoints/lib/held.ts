/** What the data worker keeps at hand: its one connection, which holds the posts. */
import { CHANGES_CHANNEL, MARKS_CHANNEL } from '../../core/messages';
import type { KnownPost } from '../../core/model/post';
import { openStore } from '../../core/store';
import { DATABASE } from '../../core/store/schema';
import type { Store, StoreProblemKey } from '../../core/store/types';
import { SAMPLE_DATABASE, SAMPLE_WORKER } from './sample-place';

let listener: (problem: StoreProblemKey | null) => void = () => {};
/** Whoever is to hear of faults that no question is waiting for, and of their end (null). */
export function onStoreProblem(heard: (problem: StoreProblemKey | null) => void): void {
  listener = heard;
}

/** Workers of pages that show the sample are called so: they keep to the sample's own database. */
const SAMPLE = ((globalThis as { name?: string }).name ?? '').endsWith(SAMPLE_WORKER);

export const databaseName = SAMPLE ? SAMPLE_DATABASE : DATABASE;

let opening: Promise<Store> | null = null;
/** The one connection of this worker; one that failed to open is tried anew with the next question. */
export function store(): Promise<Store> {
  const opened = opening ?? openStore({ onProblem: (problem) => listener(problem), name: databaseName });
  opening = opened;
  opened.catch(() => {
    if (opening === opened) opening = null;
  });
  return opened;
}

const changes = new BroadcastChannel(CHANGES_CHANNEL);
/** Pages and the background listen; the page that asked hears it too. */
export const announceChange = () => changes.postMessage('changed');

const marks = new BroadcastChannel(MARKS_CHANNEL);
/** A page of ours hears it and has the background tell the dashboards: a worker has no `browser`. */
export const announceMarks = () => marks.postMessage('made');

/** All posts with their snapshots; what was read once is not read again (`core/store/held-posts.ts`). */
export const allPosts = async (): Promise<readonly KnownPost[]> => (await store()).currentPosts();

/** Under this name the report is stored, one per language; the background serves it from there. */
export const reportName = (locale: 'en' | 'zh-CN') => `report:${locale}`;

/** Posts grow old enough to be compared while nothing is stored: an evaluation holds for this long, in milliseconds. */
export const HOLDS = 6 * 3_600_000;
