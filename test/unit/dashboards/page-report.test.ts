/** The report of a page holds its structure and its figures' places, and nothing of its creator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPage } from '../../../core/dashboards';
import { reportOf } from '../../../core/dashboards/page-report';
import { type Meta, openPage, readJson } from '../../dashboards/harness';

const fixtures = join(import.meta.dirname, '../../dashboards');

it.each(['douyin/content-list/normal', 'xiaohongshu/note-manager/normal', 'channels/post-list/normal', 'tiktok/content/normal'])(
  '%s',
  (name) => {
    const folder = join(fixtures, name);
    const { url, now = '2026-06-30T12:00:00+08:00', zone = 'Asia/Shanghai' } = readJson<Meta>(join(folder, 'meta.json'));
    const context = { now: Date.parse(now), zone };
    const document = openPage(readFileSync(join(folder, 'page.html'), 'utf8'), url);
    const before = document.documentElement.outerHTML;
    const read = readPage(document, url, context);
    const report = reportOf(document, url, read, context);
    expect(document.documentElement.outerHTML).toBe(before);

    for (const { post, account } of read.readings) {
      for (const text of [post.title, post.id, account, post.url])
        if (text && text.length > 3) expect(report.html).not.toContain(text);
    }
    expect(report.html).not.toMatch(/<script|<style|<img[^>]+src="http/);

    // What is left is enough to declare the page from: its figures are read the same way.
    const again = readPage(openPage(report.html, url), url, context);
    const figures = ({ readings }: typeof read) =>
      readings.map(({ metrics }) => Object.entries(metrics).map(([metric, { value }]) => [metric, value]));
    expect(figures(again)).toEqual(figures(read));
  },
);
