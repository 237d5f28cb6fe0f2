/** One version, told in one place and explained in another. `npm run package` asks the same question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changelogFault } from '../../../scripts/version';

const text = (name: string) => readFileSync(join(import.meta.dirname, '../../..', name), 'utf8');
const changelog = (...headings: string[]) => `# Changelog\n\n${headings.map((one) => `## ${one}\n\n- A change.\n`).join('\n')}`;

describe('the changelog', () => {
  it('tells of the version of package.json', () => {
    expect(changelogFault(text('CHANGELOG.md'), JSON.parse(text('package.json')).version)).toBeNull();
  });
  it('may have an unreleased version first, and released ones below it', () => {
    expect(changelogFault(changelog('0.10.0 · unreleased', '0.9.1 · 2026-12-31'), '0.10.0')).toBeNull();
    expect(changelogFault(changelog('0.9.1 · 2026-12-31', '0.9.0 · 2026-12-01'), '0.9.1')).toBeNull();
  });
  it.each([
    ['another version first', changelog('0.2.0 · unreleased'), /version 0\.1\.0/],
    ['no version first', changelog('Unreleased', '0.1.0 · 2026-12-31'), /“Unreleased”/],
    ['no section', '# Changelog\n', /no section/],
    ['two unreleased versions', changelog('0.1.0 · unreleased', '0.0.9 · unreleased'), /must have its day/],
    ['the same version twice', changelog('0.1.0 · unreleased', '0.1.0 · 2026-12-31'), /not newer/],
    ['an older version above', changelog('0.1.0 · unreleased', '0.2.0 · 2026-12-31'), /not newer/],
  ])('is refused with %s', (_name, written, said) => expect(changelogFault(written, '0.1.0')).toMatch(said));
});
