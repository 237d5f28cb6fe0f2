/**
 * The registry of dashboards, and how a page is read. `readPage` looks once; a page reader remembers what it has seen, so that rows
 * that did not change cost nothing. Knows every platform and every language; what runs in a page carries its own platform only.
 */
import './parts';
import '../text/languages';
import type { PageRead } from '../model/reading';
import { type ReadContext, readDocument } from './read';
import { createReader, type PageReader, type ReaderContext } from './reader';
import * as sites from './sites';
import type { Site } from './types';

export const SITES: readonly Site[] = Object.values(sites);

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
