/**
 * The generic reader, put into the active tab when the creator asks for it and never otherwise. It waits for questions in its isolated
 * world, where the page cannot reach it, and neither changes nor sends anything.
 */
import { answerPage, type PageQuestion, type PageQuestions } from '../../core/dashboards/generic/asked';

Object.assign(globalThis, {
  // Named, since the question is asked by a function that can bring nothing along (`lib/page-tab.ts`).
  postAlmanacPage: <Q extends PageQuestion>(question: Q, ask: PageQuestions[Q]['ask'], zone: string) =>
    answerPage(question, ask, document, location.href, zone),
});
