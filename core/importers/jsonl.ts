/** JSON lines: one Reading of the contract per line; also what `almanac read` prints (one object with its readings). */
import { parseReading } from '../model/schemas';
import { emptyResult, ImportError, type ImportResult } from './types';

/** The readings of one parsed line: itself, or those of a page that was read. */
function valuesOf(value: unknown): unknown[] {
  if (value !== null && typeof value === 'object' && 'readings' in value && Array.isArray(value.readings)) return value.readings;
  return Array.isArray(value) ? value : [value];
}

export function importJsonl(text: string): ImportResult {
  if (/^\{"format":"post-almanac-raw"/.test(text))
    throw new ImportError(
      'This is a raw copy of the data, for repair: it cannot be imported. Import or restore a backup instead.',
    );
  const result = read(text);
  const [first] = result.skipped;
  if (result.readings.length === 0 && first)
    throw new ImportError(`No line of this JSON file is a reading of Post Almanac (line ${first.line}: ${first.reason}).`);
  return result;
}

function read(text: string): ImportResult {
  const result = emptyResult('import/jsonl');
  const take = (line: number, value: unknown) => {
    for (const one of valuesOf(value)) {
      const parsed = parseReading(one);
      if (parsed.ok) result.readings.push(parsed.value);
      else result.skipped.push({ line, reason: parsed.problem });
    }
  };
  const whole = parse(text);
  if (whole !== undefined) {
    take(1, whole);
    return result;
  }
  text.split(/\r?\n/).forEach((content, at) => {
    if (!content.trim()) return;
    const value = parse(content);
    if (value === undefined) result.skipped.push({ line: at + 1, reason: 'not JSON: the line is cut off or broken' });
    else take(at + 1, value);
  });
  return result;
}

/** Undefined where the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
