/** What the creator says of a finding that is none. Apart from the rest: the popup and the scripts in pages carry it. */
import type { Finding } from './report';

/** A rule, and the words (or the name of the whole title or passage) of which it is not right. */
export interface NotAnIssue {
  rule: string;
  words: string;
}
export const notAnIssue = ({ rule, text, whole, alike }: Pick<Finding, 'rule' | 'text' | 'whole' | 'alike'>): NotAnIssue => ({
  rule,
  words: whole ?? alike ?? text,
});

/** The id of the `verdict` on words set aside (or found right) under the id `about`: as long as an id of a document may be. */
export const verdictId = (about: string) => about.slice(0, 200);
