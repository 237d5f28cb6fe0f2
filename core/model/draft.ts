/** A draft that is checked before it is published: what the creator says of it, and what the check answers. Never stored. */
import type { Finding, Level } from './report';

/** Of a longer text only the words are looked for; how the rest of it is put is not weighed. In characters. */
export const LONGEST_WEIGHED = 10_000;

/** The creator's answers to what a text cannot show. An absent one is unknown. */
export interface DraftAnswers {
  commercial?: boolean | undefined;
  hasLink?: boolean | undefined;
  adLabel?: boolean | undefined;
  gifted?: boolean | undefined;
  paid?: boolean | undefined;
  aiUsed?: boolean | undefined;
  staged?: boolean | undefined;
  isRepost?: boolean | undefined;
}
export type DraftQuestion = keyof DraftAnswers;

export interface DraftContext extends DraftAnswers {
  /** Declaration boxes that are set, by the platform's own labels. */
  declared?: string[] | undefined;
}

export type DeclarationKind = 'ai' | 'fiction' | 'marketing' | 'repost' | 'opinion' | 'none';
export interface DeclarationBox {
  /** As the platform prints it. */
  label: string;
  kind: DeclarationKind;
}
/** The declarations on a platform's publishing page. */
export interface Declarations {
  /** Name of the platform's setting. */
  setting: string;
  boxes: readonly DeclarationBox[];
}

export interface DraftCheck {
  level: Level;
  findings: Finding[];
  /** Facts the text cannot show and that would change the level, most decisive first. */
  questions: DraftQuestion[];
  /** Null where the platform has none that are known. */
  declarations: (Declarations & { needed: string[] }) | null;
  /** The text or the answers make it an advertisement. */
  commercial: boolean;
}
