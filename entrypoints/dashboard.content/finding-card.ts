/** One card of what was found, on somebody else's page: words, reason, way out, where it is written, and "not an issue" in one click. */
import { finding as english } from '../../assets/locales/en/finding';
import { finding as chinese } from '../../assets/locales/zh-CN/finding';
import { allOf, isPast, type Told, wordsOf } from '../../core/model/matters';
import { type NotAnIssue, notAnIssue } from '../../core/model/not-an-issue';
import { element, onPress } from './dom';

export const findingTexts = (language: 'en' | 'zh-CN') => (language === 'zh-CN' ? chinese : english);

/** Remembers what is no issue; rejects when that did not work. */
export type SetAside = (about: NotAnIssue[]) => Promise<unknown>;

interface FindingCardOptions {
  language: 'en' | 'zh-CN';
  /** What stands before the words: a lamp, or the level in words. */
  lead: (Node | string)[];
  setAside: SetAside;
}

export function findingCard(told: Told, { language, lead, setAside }: FindingCardOptions): HTMLElement {
  const text = findingTexts(language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dismiss = element('button', 'plain', text.dismiss);
  dismiss.type = 'button';
  dismiss.title = text.dismissHint;
  onPress(dismiss, () => setAside(allOf(told).map(notAnIssue)).catch(() => dismiss.replaceChildren(text.notKept)));
  const parts = [told.finding, ...told.also].flatMap(({ message, wayOut, reviewBy, source: { title, article, grade, asOf } }) => {
    const cited = [title, article].filter(Boolean).join(' ');
    const dated = [`${text.source}${cited}`, text.asOf(date.format(new Date(asOf))), ...(grade === 'B' ? [text.copy] : [])];
    return [
      element('p', '', message),
      ...(wayOut ? [element('p', '', element('strong', '', text.wayOut), wayOut)] : []),
      // What was not read is not cited.
      element('p', 'soft', grade === 'C' ? text.commonly : dated.join(' · ')),
      ...(isPast(reviewBy) ? [element('p', 'soft', text.pastReview(date.format(new Date(reviewBy))))] : []),
    ];
  });
  const quoted = wordsOf(told).flatMap((each) => [' ', element('q', '', each)]);
  return element('li', `finding ${told.finding.level}`, element('p', 'words', ...lead, ...quoted), ...parts, dismiss);
}
