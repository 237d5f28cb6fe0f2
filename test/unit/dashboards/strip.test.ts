import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../core/dashboards';
import { stripPage } from '../../../core/dashboards/strip';
import { type Meta, openPage, readJson } from '../../dashboards/harness';

const options = {
  replacements: new Map([['我的标题', '另一个标题']]),
  now: Date.parse('2026-09-01T00:00:00Z'),
  zone: 'Asia/Shanghai',
};
function strip(html: string) {
  const document = openPage(`<body>${html}</body>`, 'https://example.com/');
  const replaced = stripPage(document, options);
  return { html: document.body.innerHTML, replaced };
}

describe('a stripped page', () => {
  test('has no scripts, styles, comments, handlers and media', () => {
    const { html } = strip(
      '<script>x()</script><style>a{}</style><!-- name --><img src="https://cdn.example/me.jpg" onerror="x()"><a style="color: red" onclick="x()">播放</a>',
    );
    expect(html).toBe('<img src="data:,"><a>播放</a>');
  });
  test('keeps figures, dates, durations, labels and totals', () => {
    const kept =
      '<p>播放量</p><p>1.2万</p><p>2026-05-25 14:43</p><p>01:53</p><p>7.69%</p><p>--</p><p>已发布</p><p>共 26 个作品</p><p>作品名称 | 发布时间</p><p>全部 14</p>';
    expect(strip(kept).html).toBe(kept);
  });
  test('replaces titles by the given ones and blanks out every other text', () => {
    const { html, replaced } = strip('<p>我的标题</p><p>住在上海的小明 13800138000</p><b title="Call Ann Lee">x</b>');
    expect(html).toBe('<p>另一个标题</p><p>文文文文文文文 00000000000</p><b title="Xxxx Xxx Xxx">x</b>');
    expect(replaced).toContain('住在上海的小明 13800138000');
  });
  test('keeps what names a figure: drawings, icon files, telling style', () => {
    const { html } = strip(
      '<svg><path d="M7.99902 3.83398C9.66303 3.8341 11.2147 4.74362"></path></svg><img src="//cdn.example/a/icon-play.ed98a071.svg"><i style="color: red; display: none"></i>',
    );
    expect(html).toContain('d="M7.99902 3.83398C9.66303"');
    expect(html).toContain('src="icons/icon-play.svg"');
    expect(html).toContain('style="display: none;"');
  });
  test('gives every id another one of the same shape, always the same', () => {
    const { html } = strip(
      '<a href="/video/BV1xx411c7mD/"></a><a href="/video/BV1xx411c7mD/"></a><div data-impression=\'{"noteId":"5573f5cef57eabe07c3aa824"}\'></div>',
    );
    expect(html).not.toMatch(/BV1xx411c7mD|5573f5cef57eabe07c3aa824/);
    expect(new Set(html.match(/BV1[\w]{9}/g)).size).toBe(1);
    expect(html).toMatch(/[0-9a-f]{24}/);
  });
});

test.each([
  'douyin/content-list/normal',
  'douyin/content-manage/newer',
  'xiaohongshu/note-manager/normal',
  'kuaishou/manage-video/normal',
  'bilibili/upload-manager/normal',
])('%s reads the same after stripping', (fixture) => {
  const folder = join(import.meta.dirname, '../../dashboards', fixture);
  const { url, now } = readJson<Required<Meta>>(join(folder, 'meta.json'));
  const html = readFileSync(join(folder, 'page.html'), 'utf8');
  const context = { now: Date.parse(now), zone: 'Asia/Shanghai' };
  const before = readPage(openPage(html, url), url, context);
  const replacements = new Map(before.readings.map(({ post }, index) => [post.title, `标题 ${index}`]));
  const document = openPage(html, url);
  stripPage(document, { replacements, ...context });
  const after = readPage(openPage(document.documentElement.outerHTML, url), url, context);
  const facts = ({ readings }: typeof before) =>
    readings.map(({ post, metrics }) => [post.publishedAt, post.status, post.durationSeconds, metrics]);
  expect(facts(after)).toEqual(facts(before));
  expect(after.readings.map(({ post }) => post.title)).toEqual(before.readings.map(({ post }) => replacements.get(post.title)));
});
