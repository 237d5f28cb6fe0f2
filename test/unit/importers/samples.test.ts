/** A sample that is refused as it is would be changed at random for nothing. */
import { describe, expect, it } from 'vitest';
import { read } from './make';
import { sampleFiles } from './samples';

describe('the samples that are changed at random', () => {
  it('are read before they are changed', async () => {
    const samples = await sampleFiles();
    const found = await Promise.all(samples.map(async ({ name, bytes }) => ({ name, result: await read(name, bytes) })));
    expect(found.map(({ name, result }) => [name, result.format])).toEqual(samples.map(({ name, format }) => [name, format]));
    for (const { name, result } of found) expect(result.readings, name).not.toHaveLength(0);
  });
});
