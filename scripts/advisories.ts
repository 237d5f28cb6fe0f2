/**
 * Known weaknesses of the libraries that are shipped, as the registry tells them (`npm audit`). Some registries refuse the question:
 * that is said, and never taken for "none".
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from './setup.mjs';

export type Advisories = { state: 'none' } | { state: 'found' | 'unanswered'; said: string };

interface Audit {
  message?: string;
  vulnerabilities?: Record<string, { severity?: string }>;
  metadata?: { vulnerabilities?: { total?: number } };
}

/** What `npm audit --json` wrote. Anything but a whole report is no answer. */
export function readAudit(written: string): Advisories {
  let audit: Audit | null = null;
  try {
    audit = JSON.parse(written) as Audit | null;
  } catch {
    // Said below.
  }
  const total = audit?.metadata?.vulnerabilities?.total;
  if (typeof total !== 'number') return { state: 'unanswered', said: audit?.message ?? 'no report' };
  if (total === 0) return { state: 'none' };
  const found = Object.entries(audit?.vulnerabilities ?? {}).map(([name, { severity }]) => `${name} (${severity ?? 'unrated'})`);
  return { state: 'found', said: found.join(', ') || `${total}` };
}

export function advisories(): Advisories {
  const asked = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const { stdout } = spawnSync('npm', asked, { cwd: ROOT, encoding: 'utf8', timeout: 60_000 });
  return readAudit(stdout ?? '');
}
