/** Finding the parts of a row that are not figures. */
import { findDate, readDate } from '../text/dates';
import { readDuration } from '../text/durations';
import { formatOf, statusOf } from '../text/status';
import { joined, type Piece } from './sight';
import type { FieldName, Fields, Find, Look } from './types';

export function read(root: Element, find: Find, look: Look): string | null {
  if (typeof find !== 'string') return find(root, look);
  const match = look.sight.first(root, find);
  return match && look.sight.text(match);
}

/** The fields that a row shows, in its own words. */
export function readFields(row: Element, finds: Fields, look: Look): Partial<Record<FieldName, string>> {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const name in finds) {
    const find = finds[name as FieldName];
    const value = find === undefined ? null : read(row, find, look);
    // An empty title was looked for and found.
    if (value || (value === '' && name === 'title')) fields[name as FieldName] = value;
  }
  return fields;
}

/** `发布于 2026-05-28 14:05` */
const PUBLISHED = /^(?:首次)?[发發](?:布|佈|表)/;

/** The lines of an element; dates and marks that end a line of several pieces are lines of their own. */
export function linesApart(element: Element, look: Look): string[] {
  const only = look.sight.single(element);
  if (only !== null) return only ? [only] : [];
  const lines: Piece[][] = [];
  for (const piece of look.sight.pieces(element)) {
    const last = lines.at(-1);
    if (last && last[0]?.line === piece.line) last.push(piece);
    else lines.push([piece]);
  }
  const isMark = ({ text }: Piece) => text.length <= 40 && (readDate(text, look) !== null || statusOf(text) !== null);
  return lines.flatMap((pieces) => {
    let end = pieces.length;
    while (end > 1 && isMark(pieces[end - 1] as Piece)) end--;
    return [joined(pieces.slice(0, end)), ...pieces.slice(end).map(({ text }) => text)];
  });
}

/**
 * Splits the lines of a cell that holds title, date and marks at once, into the fields that are still open. The title is the
 * first line that is nothing else; the date is the last line that is one (a title may be a date too).
 */
export function fieldsOfLines(cell: Element, fields: Partial<Record<FieldName, string>>, look: Look): void {
  if (fields.title !== undefined && fields.publishedAt) return;
  const open = linesApart(cell, look).filter((line) => line !== fields.title);
  const take = (at: number) => (at < 0 ? undefined : open.splice(at, 1)[0]);
  const isDate = (line: string) => readDate(line, look) !== null;
  const isTitle = (line: string) => readDuration(line) === null && statusOf(line) === null;
  const published = open.findIndex((line) => PUBLISHED.test(line) && isDate(line));
  // A lone date may be a title, unless it says that it is none.
  if (!fields.publishedAt && (published >= 0 || fields.title !== undefined || open.length > 1)) {
    const date = take(published < 0 ? open.findLastIndex(isDate) : published);
    if (date) fields.publishedAt = date;
  }
  if (fields.title === undefined) {
    // The title stands right above `发布于 …`, whatever marks come before it.
    const title = take(published < 0 ? Math.max(0, open.findIndex(isTitle)) : open.slice(0, published).findLastIndex(isTitle));
    if (title) fields.title = title;
  }
  const tags: string[] = [];
  for (const line of open) {
    if (!fields.duration && readDuration(line) !== null) fields.duration = line;
    else if (!fields.status && statusOf(line) !== null) fields.status = line;
    else if (!fields.format && formatOf(line) !== null) fields.format = line;
    else tags.push(line);
  }
  if (tags.length > 0) fields.tags ??= tags.join('\n');
}

/** The date somewhere in an element's text, without what stands around it. */
export function dateIn(selector: string): Find {
  return (row, look) => {
    const place = look.sight.first(row, selector);
    const text = place ? look.sight.text(place) : '';
    const date = findDate(text, look);
    return date && text.slice(date.start, date.end);
  };
}

/** A part of an attribute: `attribute('a[href*="/video/"]', 'href', /\/video\/([\w-]{11})/)`. */
export function attribute(selector: string, name: string, pattern: RegExp): Find {
  return (row) => {
    for (const element of row.matches?.(selector) ? [row] : row.querySelectorAll(selector)) {
      const match = pattern.exec(element.getAttribute(name) ?? '');
      if (match) return match[1] ?? match[0];
    }
    return null;
  };
}
