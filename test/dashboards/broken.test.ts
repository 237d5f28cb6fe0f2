/**
 * Every part that a page definition declares is broken, one at a time: at least one fixture of that page must then fail. A fixture that
 * passes with a broken definition proves nothing of it. Where a page has several layouts, one may hide that another is broken: each is
 * tried alone, on the fixtures that it reads alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SITES } from '../../core/dashboards';
import { readDocument } from '../../core/dashboards/read';
import type { PageDefinition, Site } from '../../core/dashboards/types';
import { breaksOf } from './broken';
import { casesUnder, differences, type Golden, type Meta, openPage, readJson } from './harness';

interface Fixture {
  document: Document;
  meta: Meta;
  golden: Golden;
}

const read = (sites: readonly Site[], { document, meta }: Fixture) =>
  readDocument(sites, document, meta.url, {
    now: Date.parse(meta.now ?? '2026-06-30T12:00:00+08:00'),
    zone: meta.zone ?? 'Asia/Shanghai',
  });

/** The fixtures of each page, the smallest first. */
const fixtures = new Map<string, Fixture[]>();
for (const [folder, html] of casesUnder(import.meta.dirname)
  .map((folder) => [folder, readFileSync(join(folder, 'page.html'), 'utf8')] as const)
  .sort(([, a], [, b]) => a.length - b.length)) {
  if (/hostile/.test(folder)) continue;
  const meta = readJson<Meta>(join(folder, 'meta.json'));
  const fixture = { meta, document: openPage(html, meta.url), golden: readJson<Golden>(join(folder, 'expected.json')) };
  const page = read(SITES, fixture).page ?? '';
  fixtures.set(page, [...(fixtures.get(page) ?? []), fixture]);
}

/** The site with another definition in place of one of its pages. */
const withPage = (site: Site, page: PageDefinition, other: PageDefinition): Site[] => [
  { ...site, pages: site.pages.map((each) => (each === page ? other : each)) },
];
const passes = (sites: readonly Site[], fixture: Fixture) => {
  try {
    return differences(read(sites, fixture), fixture.golden, fixture.meta).length === 0;
  } catch {
    return false;
  }
};

/** What no fixture can show here, and what shows it instead. */
const ELSEWHERE: readonly [RegExp, string][] = [[/ frames$/, 'a fixture is one document: test/unit/dashboards/frames.test.ts']];

/** Pages that share a part are one page as far as it goes: the same words and functions, tried once. */
const triedBefore = (site: Site, page: PageDefinition, part: string) => {
  const name = part.split('.')[0] as keyof PageDefinition;
  return site.pages.slice(0, site.pages.indexOf(page)).some((other) => other[name] === page[name]);
};

function* unnoticedIn(site: Site, page: PageDefinition): Generator<string> {
  // A fixture that fails anyway proves nothing.
  const own = (fixtures.get(page.id) ?? []).filter((fixture) => passes(SITES, fixture));
  const several = page.layouts.length > 1;
  for (const { part, page: broken } of breaksOf(page)) {
    if ((several && part.startsWith('layouts.')) || triedBefore(site, page, part)) continue;
    if (own.every((fixture) => passes(withPage(site, page, broken), fixture))) yield part;
  }
  for (const [at, layout] of several ? page.layouts.entries() : []) {
    const alone = { ...page, layouts: [layout] };
    const read = own.filter((fixture) => passes(withPage(site, page, alone), fixture));
    for (const { part, page: broken } of breaksOf(alone)) {
      if (!part.startsWith('layouts.')) continue;
      if (read.every((fixture) => passes(withPage(site, page, broken), fixture)))
        yield part.replace('layouts.0', `layouts.${at}`);
    }
  }
}

describe('a broken definition is noticed', () => {
  for (const site of SITES)
    for (const page of site.pages)
      it(page.id, () => {
        const unnoticed = [...unnoticedIn(site, page)].filter(
          (part) => !ELSEWHERE.some(([known]) => known.test(`${page.id} ${part}`)),
        );
        expect(unnoticed).toEqual([]);
      });
});

describe('an address alone proves nothing', () => {
  for (const site of SITES)
    for (const page of site.pages)
      it(page.id, () => {
        const [fixture] = fixtures.get(page.id) ?? [];
        if (!fixture) return expect.fail('no fixture');
        const nothing = openPage('<html><body><main><p>Hello</p></main></body></html>', fixture.meta.url);
        const status = read([{ ...site, pages: [page] }], { ...fixture, document: nothing }).status;
        expect(status).toBe(page.shared ? 'not-a-dashboard' : 'unsupported-layout');
      });
});
