/**
 * The registry of dashboards, and how a page is read. `readPage` looks once; a page reader remembers what it has seen, so that rows
 * that did not change cost nothing.
 */
import type { PageRead } from '../model/reading';
import { bilibili } from './bilibili';
import { channels } from './channels';
import { douyin } from './douyin';
import { kuaishou } from './kuaishou';
import { linkedin } from './linkedin';
import { facebook, instagram } from './meta';
import { type ReadContext, readDocument } from './read';
import { createReader, type PageReader, type ReaderContext } from './reader';
import { tiktok } from './tiktok';
import type { Site } from './types';
import { x } from './x';
import { xiaohongshu } from './xiaohongshu';
import { youtube } from './youtube';

/** The pages of every platform whose dashboards are read. Each platform has its hosts in `hosts.ts`. */
export const SITES: readonly Site[] = [
  douyin,
  xiaohongshu,
  kuaishou,
  channels,
  bilibili,
  youtube,
  tiktok,
  instagram,
  facebook,
  x,
  linkedin,
];

/** Reads a page once. Never changes the document. */
export function readPage(document: Document, url: string, context: ReadContext): PageRead {
  return readDocument(SITES, document, url, context);
}

/** A reader of every platform's pages; `createReader` makes one of some. */
export function createPageReader(context: ReaderContext): PageReader {
  return createReader(SITES, context);
}

export type { ReadContext } from './read';
export type { PageReader } from './reader';
export { REASONS } from './types';
