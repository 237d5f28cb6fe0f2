/**
 * Every page fixture is read and every figure compared with its golden file. `PAGES=<folder>` reads another folder of the same form.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../core/dashboards';
import { casesUnder, differences, type Golden, type Meta, openPage, readJson } from './harness';

const root = process.env.PAGES ?? import.meta.dirname;

describe('page fixtures', () => {
  for (const folder of casesUnder(root)) {
    it(relative(root, folder), () => {
      expect(existsSync(join(folder, 'expected.json')), 'a golden file').toBe(true);
      const meta = readJson<Meta>(join(folder, 'meta.json'));
      const golden = readJson<Golden>(join(folder, 'expected.json'));
      const html = readFileSync(join(folder, 'page.html'), 'utf8');
      const document = openPage(html, meta.url);
      const before = document.documentElement.outerHTML;
      const got = readPage(document, meta.url, {
        now: Date.parse(meta.now ?? '2026-06-30T12:00:00+08:00'),
        zone: meta.zone ?? 'Asia/Shanghai',
      });
      expect(differences(got, golden, meta)).toEqual([]);
      expect(document.documentElement.outerHTML, 'the page stays as it was').toBe(before);
    });
  }
});
