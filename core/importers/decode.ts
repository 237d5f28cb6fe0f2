import { ImportError } from './types';

const starts = (bytes: Uint8Array, ...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);

/**
 * The text of a file: by its byte order mark, else UTF-8 where it is valid UTF-8, else GB18030 (what spreadsheet programs save in
 * China). A file with many zero bytes and no mark is UTF-16 without its mark.
 */
export function decode(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > head.length / 8) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > head.length / 8) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the next guess decides.
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('The encoding of this file is not understood: save it as UTF-8 and try again.');
  }
}
