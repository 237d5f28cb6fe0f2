/**
 * A page that nobody declared, as its creator declared it. Plain data: kept among the documents, carried by the backup. Types only;
 * the schema stands in `documents/own-page.ts`, out of what runs in a page.
 */
import { METRIC_NAMES, type MetricName } from './metrics';
import type { Platform } from './platforms';

export const OWN_PAGE_KINDS = ['table', 'cards', 'post'] as const;
export type OwnPageKind = (typeof OWN_PAGE_KINDS)[number];

/** Parts of a post that a column may hold. */
const POST_PARTS = ['title', 'publishedAt', 'id', 'url', 'status', 'format', 'duration', 'tags', 'account'] as const;
export type PostPart = (typeof POST_PARTS)[number];
/** What a column stands for; `ignored`: it is left alone. */
export type ColumnMeaning = MetricName | PostPart | 'ignored';
/** For the creator to choose from: nothing, parts of the post, then every metric. */
export const COLUMN_MEANINGS: readonly ColumnMeaning[] = ['ignored', ...POST_PARTS, ...METRIC_NAMES];

export interface OwnColumn {
  label: string;
  /** By the dictionary; `null` where only the creator can say. */
  meaning: ColumnMeaning | null;
  /** What stands in it, so that the creator sees what is meant. */
  samples: string[];
}

/** One way to read a page. */
export interface PageProposal {
  kind: OwnPageKind;
  columns: OwnColumn[];
  /** Posts it would give. */
  rows: number;
}

export interface OwnPage {
  /** Host and path: one definition per page. */
  id: string;
  /** `stats.example.com` */
  host: string;
  /** Path of the page; `*` stands for one part that is an id. */
  path: string;
  platform: Platform;
  /** Whose posts they are, as the creator says; null while they have not said. */
  account: string | null;
  kind: OwnPageKind;
  /** What each label means; a label that is not named here is left alone. */
  columns: Record<string, ColumnMeaning>;
}

/** Whether an address is of the page. */
export function fitsAddress({ host, path }: Pick<OwnPage, 'host' | 'path'>, url: string): boolean {
  const address = URL.parse(url);
  const [want, have] = [path.split('/'), address?.pathname.split('/') ?? []];
  return address?.hostname === host && want.length === have.length && want.every((part, at) => part === '*' || part === have[at]);
}

/** What the creator confirmed: the proposal with the meanings they gave. Columns without one are left alone. */
export function ownPageFrom(
  proposal: PageProposal,
  meanings: Readonly<Record<string, ColumnMeaning>>,
  url: string,
  { platform = 'other', account = null }: { platform?: Platform; account?: string | null } = {},
): OwnPage {
  const { hostname: host, pathname } = new URL(url);
  const path = pathname.replace(/\/(?=[^/]*\d)[\w:.-]{6,}(?=\/|$)/g, '/*').slice(0, 1000);
  const columns = Object.fromEntries(
    proposal.columns.map(({ label, meaning }) => [label, meanings[label] ?? meaning ?? 'ignored'] as const),
  );
  return { id: host + path, host, path, platform, account, kind: proposal.kind, columns };
}
