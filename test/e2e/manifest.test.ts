/** What is asked of the user stands in the manifest: any change of it must be seen. Golden files are renewed with `vitest -u`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../core/dashboards/hosts';
import { CHROMIUM_BUILD, FIREFOX_BUILD } from './browsers';

interface Manifest {
  version: string;
  permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy: string | { extension_pages: string };
  [field: string]: unknown;
}
const hosts = HOSTS.flatMap(({ matches }) => matches);

describe.each([
  ['Chromium', CHROMIUM_BUILD, 'chrome-mv3'],
  ['Firefox', FIREFOX_BUILD, 'firefox-mv2'],
])('the manifest for %s', (_browser, folder, name) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('is the one we mean to ship', async () => {
    const { version: _, ...lasting } = manifest;
    await expect(`${JSON.stringify(lasting, null, 2)}\n`).toMatchFileSnapshot(`golden/manifest.${name}.golden`);
  });

  it('asks for no host and no page at installation', () => {
    const allowed = [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'activeTab',
      ...(name === 'chrome-mv3' ? ['sidePanel', 'offscreen'] : []),
    ];
    expect(manifest.permissions.toSorted()).toEqual(allowed.toSorted());
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('asks for the hosts of the dashboards, and no others, when they are turned on', () => {
    const optional = (manifest.optional_host_permissions ?? manifest.optional_permissions ?? []).filter((permission) =>
      permission.includes('://'),
    );
    expect(optional.toSorted()).toEqual([...new Set(hosts)].toSorted());
  });

  it('shuts every way out', () => {
    const policy = manifest.content_security_policy;
    const directives = (typeof policy === 'string' ? policy : policy.extension_pages)
      .split(';')
      .map((directive) => directive.trim())
      .filter(Boolean);
    expect(directives.toSorted()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "worker-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-src 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ].toSorted(),
    );
  });
});
