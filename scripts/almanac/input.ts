import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportError, type ImportResult, importFile } from '../../core/importers';
import { CommandError } from './usage';

/** Reads files in any format that `almanac import` takes. What was skipped, and why, is said on stderr. */
export async function readInputs(files: string[], context: { now: number; zone: string }): Promise<ImportResult[]> {
  if (!files.length) throw new CommandError('Name at least one file.');
  const results: ImportResult[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => {
      throw new CommandError(`Cannot read ${file}.`);
    });
    try {
      const result = await importFile(basename(file), new Uint8Array(bytes), context);
      for (const { line, reason } of result.skipped) process.stderr.write(`${basename(file)}:${line}: skipped: ${reason}\n`);
      if (result.unknownColumns.length)
        process.stderr.write(`${basename(file)}: columns not used: ${result.unknownColumns.join(', ')}\n`);
      results.push(result);
    } catch (error) {
      if (error instanceof ImportError) throw new CommandError(`${basename(file)}: ${error.message}`);
      throw error;
    }
  }
  return results;
}
