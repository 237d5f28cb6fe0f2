/** JSON lines: one Reading of the contract per line. */
import { parseReading } from '../model/schemas';
import { emptyResult, type ImportResult } from './types';

export function importJsonl(text: string): ImportResult {
  const result = emptyResult('import/jsonl');
  text.split(/\r?\n/).forEach((content, at) => {
    if (!content.trim()) return;
    const parsed = parseLine(content);
    if (parsed.ok) result.readings.push(parsed.value);
    else result.skipped.push({ line: at + 1, reason: parsed.problem });
  });
  return result;
}

function parseLine(content: string): ReturnType<typeof parseReading> {
  try {
    return parseReading(JSON.parse(content));
  } catch {
    return { ok: false, problem: 'not JSON: the line is cut off or broken' };
  }
}
