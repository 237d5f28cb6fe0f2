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
