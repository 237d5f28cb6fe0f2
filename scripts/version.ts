/**
 * The version stands in `package.json`; the changelog has to tell of it: its sections are `## 1.2.3 · 2026-12-31`, newest first, the first
 * one for the version of `package.json`, and only that one may say `unreleased` where the others have the day.
 */
const SECTION = /^## (.*)$/gm;
const RELEASE = /^(\d+)\.(\d+)\.(\d+) · (unreleased|\d{4}-\d{2}-\d{2})$/;

/** What is wrong, in one sentence; null when changelog and version agree. */
export function changelogFault(changelog: string, version: string): string | null {
  const sections = [...changelog.matchAll(SECTION)].map(([, heading = '']) => heading);
  if (sections.length === 0) return 'CHANGELOG.md has no section.';
  let newer: number[] | null = null;
  for (const heading of sections) {
    const release = RELEASE.exec(heading);
    if (!release) return `CHANGELOG.md: “${heading}” is not “1.2.3 · 2026-12-31” or “1.2.3 · unreleased”.`;
    const numbers = release.slice(1, 4).map(Number);
    if (!newer && numbers.join('.') !== version)
      return `package.json says version ${version}, the newest section of CHANGELOG.md is “${heading}”: one of them has to follow.`;
    if (newer && release[4] === 'unreleased') return `CHANGELOG.md: “${heading}” is not the newest and must have its day.`;
    if (newer && !isBefore(numbers, newer)) return `CHANGELOG.md: “${heading}” stands below a version that is not newer.`;
    newer = numbers;
  }
  return null;
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
