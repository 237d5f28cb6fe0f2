/** Checks of the registry itself: a page that is declared is also documented, named, allowed and proved by fixtures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dashboards as en } from '../../../assets/locales/en/dashboards';
import { dashboards as zhCN } from '../../../assets/locales/zh-CN/dashboards';
import { REASONS, SITES } from '../../../core/dashboards';
import { HOSTS, hostAt } from '../../../core/dashboards/hosts';
import { casesUnder, type Golden, type Meta, readJson } from '../../dashboards/harness';
import { TEMPLATES } from '../../stage/platforms';

const source = join(import.meta.dirname, '../../../core/dashboards');
const fixtures = join(import.meta.dirname, '../../dashboards');
const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const pages = [...new Map(SITES.flatMap((site) => site.pages.map((page) => [page.id, page] as const))).values()];

describe.each(pages)('$id', ({ id, platform }) => {
  const cases = existsSync(join(fixtures, id)) ? casesUnder(join(fixtures, id)) : [];

  test('has fixtures: at least one that is read, at least one that is not an ordinary page', () => {
    const goldens = cases.map((folder) => readJson<Golden>(join(folder, 'expected.json')));
    expect(goldens.length).toBeGreaterThanOrEqual(2);
    const declined = SITES.some((site) =>
      site.pages.some((page) => page.id === id && page.layouts.length === 0 && !page.accountReadings),
    );
    const gives = ({ readings, accountReadings }: Golden) => readings.length > 0 || (accountReadings?.length ?? 0) > 0;
    expect(goldens.some(gives)).toBe(!declined);
    expect(goldens.some((golden) => golden.status !== 'read' || (golden.refused?.length ?? 0) > 0 || !gives(golden))).toBe(true);
  });

  test('is at home at the addresses of its fixtures', () => {
    const own = SITES.flatMap((site) => site.pages).filter((page) => page.id === id);
    for (const folder of cases) {
      const { page } = readJson<Golden>(join(folder, 'expected.json'));
      const { pathname, search, hash, href } = new URL(readJson<Meta>(join(folder, 'meta.json')).url);
      if (page === null) continue;
      expect(
        own.some(({ url }) => url.test(pathname + search + hash)),
        href,
      ).toBe(true);
      expect(hostAt(href), href).not.toBeNull();
    }
  });

  test('has a name in both languages', () => {
    expect(en.pages[id]).toBeTruthy();
    expect(zhCN.pages[id]).toBeTruthy();
  });

  test('is described in a README', () => {
    const readmes = folders.map(({ name }) => join(source, name, 'README.md')).filter((file) => existsSync(file));
    expect(readmes.some((file) => readFileSync(file, 'utf8').includes(`\`${id}\``))).toBe(true);
  });

  test('has a host', () => {
    expect(HOSTS.some((host) => host.platform === platform || host.also?.includes(platform))).toBe(true);
  });
});

test('every fixture belongs to a declared page', () => {
  const ids = new Set(pages.map(({ id }) => id));
  const strays = casesUnder(fixtures)
    .map((folder) =>
      folder
        .slice(fixtures.length + 1)
        .split('/')
        .slice(0, 2)
        .join('/'),
    )
    .filter((id) => !ids.has(id) && !id.startsWith('generic/'));
  expect([...new Set(strays)]).toEqual([]);
});

test('every host has pages', () => {
  expect(HOSTS.filter((host) => !SITES.some((site) => site.platform === host.platform && site.pages.length > 0))).toEqual([]);
});

describe('the stage', () => {
  const played = TEMPLATES.flatMap((template) => template.pages.map((page) => page.id));

  test('plays every platform that has a list of posts', () => {
    // Instagram's own pages show one post or one account each; its list is that of Meta Business Suite.
    const lists = SITES.filter(({ platform }) => platform !== 'instagram').map(({ platform }) => platform);
    expect(lists.filter((platform) => !TEMPLATES.some((template) => template.platform === platform))).toEqual([]);
  });

  test('plays no page that nobody declared', () => {
    const ids = new Set(pages.map(({ id }) => id));
    expect(played.filter((id) => !ids.has(id))).toEqual([]);
  });
});

test('every reason is worded in both languages', () => {
  expect(Object.keys(en.reasons).sort()).toEqual([...REASONS].sort());
  expect(Object.keys(zhCN.reasons).sort()).toEqual([...REASONS].sort());
});

describe('selectors', () => {
  /** A class name with a generated part: digits or capitals in a last part of five and more letters, or a CSS-in-JS prefix. */
  const HASH =
    /(?:\.|class[*^$~|]?=\\?["'])(?:[\w-]*[-_](?=[a-z0-9]*[A-Z0-9])(?=\w*[a-z])[A-Za-z0-9]{5,}(?![\w-])|css-\w+|sc-\w+|_[a-z0-9]{6,})|\[data-v-/;

  test.each(['.workTitle-X5L0ks', '[class*="info-time-iAYLF0"]', '.css-1ab2c3', '[data-v-024e2dd8]'])(
    '%s would be a hash',
    (selector) => {
      expect(HASH.test(selector)).toBe(true);
    },
  );
  test.each([
    '.note-card__title',
    '[class*="info-time-"]',
    '.video-item__detail__row__label',
    '.d-table-v2',
    '[data-tt="components_PostTable_Absolute"]',
  ])('%s would be none', (selector) => {
    expect(HASH.test(selector)).toBe(false);
  });
  test.each(folders.map(({ name }) => name))('%s uses none', (folder) => {
    for (const file of readdirSync(join(source, folder)).filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(join(source, folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(HASH.exec(text)?.[0] ?? null, file).toBeNull();
    }
  });
});
