import type { Platform } from './platforms';

/** What the creator says about a post. Kept apart from readings: no capture ever overwrites it. */
export const KINDS = ['knowledge', 'experience', 'emotion', 'interaction'] as const;
export type Kind = (typeof KINDS)[number];

/** C10. */
export const TRUST_TAGS = ['authority', 'expertise', 'affinity'] as const;
export type TrustTag = (typeof TRUST_TAGS)[number];

export interface Labels {
  /** 1 + 4 + N: the topic the post belongs to (C1). */
  pillar?: string;
  series?: string;
  /** C2. */
  kind?: Kind;
  commercial?: boolean;
  sponsor?: string;
  sensitive?: boolean;
  /** Paid promotion by the platform: its reach is not organic. */
  boosted?: boolean;
  repost?: boolean;
  trust?: TrustTag[];
  /** The creator's own rating, 1–5, per aspect (A3). */
  rating?: { topic?: number; script?: number; making?: number };
  note?: string;
  /** Free labels. */
  labels?: string[];
}

/** A rule the user wrote once; it labels every post it fits, now and later. Labels set by hand win over rules. */
export interface LabelRule {
  id: string;
  platforms?: Platform[] | undefined;
  accounts?: string[] | undefined;
  when:
    | { field: 'title'; contains: string }
    | { field: 'tag'; is: string }
    /** `{n}` stands for a number, Chinese numerals included: `第{n}期`. */
    | { field: 'title'; pattern: string };
  set: Labels;
}

/** A rule that would fit several posts. Never applied without a click. */
export interface RuleSuggestion {
  rule: LabelRule;
  posts: number;
  examples: string[];
}
