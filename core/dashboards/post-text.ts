/** The words of a post where they stand beside who wrote it and when. */
import { findDate, readDate } from '../text/dates';
import { isAbsent } from '../text/figures';
import { joined, type Piece } from './sight';
import type { Look } from './types';

export const isMark = (text: string) => /^[^\p{L}\p{N}]{1,3}$/u.test(text) && !isAbsent(text);
const HANDLE = /^@\w+$/;

/** `name · date`, then the lines of the post: its date, and the text that follows it. */
export function postText(before: readonly Piece[], look: Look): { publishedAt?: string; title?: string } {
  const read: { publishedAt?: string; title?: string } = {};
  let at = before.findIndex(({ text }) => text.length <= 40 && readDate(text, look) !== null);
  if (at >= 0) read.publishedAt = before[at]?.text ?? '';
  else {
    // `name · Sep 11, 2026` in one piece.
    at = before.findIndex(({ text }) => text.length <= 80 && findDate(text, look)?.end === text.length);
    const text = before[at]?.text ?? '';
    const date = at >= 0 ? findDate(text, look) : null;
    if (date) read.publishedAt = text.slice(date.start, date.end);
  }
  // Without a date, the author's handle ends what stands before the text.
  const handle = at < 0 ? before.findIndex(({ text }) => HANDLE.test(text)) : -1;
  const after = before.slice((at < 0 && handle <= 1 ? handle : at) + 1);
  const words = (after.length > 0 ? after : before.slice(0, Math.max(at, 0))).filter(
    ({ text }) => !isMark(text) && !HANDLE.test(text),
  );
  const title = joined(words);
  if (title) read.title = title;
  return read;
}
