/** What may be asked of a page on which the generic reader was put, and what it answers. Plain data in both directions. */
import type { OwnPage, PageProposal } from '../../model/own-page';
import type { PageRead } from '../../model/reading';
import { propose, readAs } from '.';

export interface PageQuestions {
  /** Every way to read the page, the one that knows most first. */
  propose: { ask: null; answer: { url: string; title: string; proposals: PageProposal[] } };
  /** The page as its creator declared it. */
  read: { ask: OwnPage; answer: PageRead };
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
  const answer =
    question === 'propose'
      ? { url, title: document.title, proposals: propose(document, url, context) }
      : readAs(document, url, ask as OwnPage, context);
  return answer as PageQuestions[Q]['answer'];
}
