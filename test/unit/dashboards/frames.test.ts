/** A page that lives in a frame of the same origin. The frame's document is put in place by hand: nothing is loaded here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../../core/dashboards';
import { casesUnder, type Meta, openPage } from '../../dashboards/harness';

const ROOT = new URL('../../dashboards/bilibili/data-detail', import.meta.url).pathname;

function framed(inside: Document, address: string, src: string): Document {
  const document = openPage(`<!doctype html><html lang="zh-CN"><body><iframe src="${src}"></iframe></body></html>`, address);
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  Object.defineProperty(frame, 'contentDocument', { value: inside });
  return document;
}

test.each(casesUnder(ROOT).map((folder) => [folder.slice(ROOT.length + 1), folder]))(
  'Bilibili’s data centre in a frame: %s reads as it does by itself',
  (_, folder) => {
    const { url, now, zone } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
    const html = readFileSync(join(folder, 'page.html'), 'utf8');
    const options = { now: Date.parse(now ?? '2026-09-01T12:00:00+08:00'), zone: zone ?? 'Asia/Shanghai' };
    const alone = readPage(openPage(html, url), url, options);
    const inFrame = readPage(framed(openPage(html, url), url, '/york/data-center-web/video'), url, options);
    expect(inFrame.readings).toEqual(alone.readings);
    expect(inFrame.refused).toEqual(alone.refused);
    const elsewhere = readPage(framed(openPage(html, url), url, '/advertising'), url, options);
    expect(elsewhere.readings).toEqual([]);
  },
);
