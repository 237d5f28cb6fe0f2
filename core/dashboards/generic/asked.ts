/** What may be asked of a page on which the generic reader was put, and what it answers. Plain data in both directions. */
import type { OwnPage, PageProposal } from '../../model/own-page';
import type { PageRead } from '../../model/reading';
import type { DayTone } from '../../model/tone';
import { type PageReport, reportOf } from '../page-report';
import { propose, readAs } from '.';
import { toneOf } from './comments';

export interface PageQuestions {
  /** Every way to read the page, the one that knows most first. */
  propose: { ask: null; answer: { url: string; title: string; proposals: PageProposal[] } };
  /** The page as its creator declared it. */
  read: { ask: OwnPage; answer: PageRead };
  /** The page's structure without a word of its creator's; `ask`: what its reader made of it, where one has read it. */
  report: { ask: PageRead | null; answer: PageReport };
  /** How the comments in view sound, in numbers by day; `page`: host and path. */
  tone: { ask: null; answer: { page: string; days: DayTone[] } };
}
export type PageQuestion = keyof PageQuestions;

/** `zone`: the creator's IANA zone. */
export function answerPage<Q extends PageQuestion>(
  question: Q,
  ask: PageQuestions[Q]['ask'],
  document: Document,
  url: string,
  zone: string,
): PageQuestions[Q]['answer'] {
  const context = { now: Date.now(), zone };
  const answers: { [One in PageQuestion]: () => PageQuestions[One]['answer'] } = {
    propose: () => ({ url, title: document.title, proposals: propose(document, url, context) }),
    read: () => readAs(document, url, ask as OwnPage, context),
    report: () => reportOf(document, url, (ask as PageRead | null) ?? UNREAD, context),
    tone: () => ({ page: pageOf(url), days: toneOf(document, url, context) }),
  };
  return answers[question]();
}

/** Without what an address asks for, which may name somebody. */
const pageOf = (url: string) => {
  const { host, pathname } = new URL(url);
  return (host + pathname).slice(0, 1000);
};

const UNREAD: PageRead = { page: null, status: 'not-a-dashboard', expectedTotal: null, readings: [], refused: [] };
