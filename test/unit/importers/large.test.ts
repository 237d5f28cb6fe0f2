/** A small file may unpack to a very large one. */
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { importFile } from '../../../core/importers';
import { context } from './make';

it('an archive of more files than any export has is refused with a sentence', async () => {
  const files = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.csv`, new Uint8Array()]));
  await expect(importFile('many.zip', zipSync(files), context())).rejects.toThrow('This file is too large when unpacked.');
});
