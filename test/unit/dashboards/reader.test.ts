/** What the content script relies on: rows that did not change are not read again, changed and recycled ones are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPageReader, readPage } from '../../../core/dashboards';
import { hostAt } from '../../../core/dashboards/hosts';
import { openPage } from '../../dashboards/harness';

const pages = join(import.meta.dirname, '../../dashboards');
const LIST = 'https://creator.douyin.com/creator-micro/data-center/content';
const POSTS = 'https://channels.weixin.qq.com/platform/post/list';
const open = (fixture: string, url: string) => openPage(readFileSync(join(pages, fixture, 'page.html'), 'utf8'), url);
const at = Date.parse('2026-09-01T12:00:00+08:00');
const reader = (now = () => at) => createPageReader({ now, zone: 'Asia/Shanghai' });

describe('a page reader', () => {
  test('gives the same readings as a single look', () => {
    const document = open('douyin/content-list/normal', LIST);
    expect(reader().read(document, LIST)).toEqual(readPage(document, LIST, { now: at, zone: 'Asia/Shanghai' }));
  });

  test('gives the same object for a row that did not change, and a new one for a row that did', () => {
    const document = open('douyin/content-list/normal', LIST);
    let now = at;
    const look = reader(() => now);
    const before = look.read(document, LIST).readings;
    now += 60_000;
    const views = document.querySelector('tbody tr:nth-child(2) td[aria-colindex="3"]');
    if (views) views.textContent = '2,941';
    const after = look.read(document, LIST).readings;
    expect(after.map((reading, index) => reading === before[index])).toEqual([true, false, true, true, true, true]);
    expect(after[1]?.metrics.views?.value).toBe(2941);
    expect(after[1]?.seenAt).toBe('2026-09-01T04:01:00.000Z');
  });

  test('reads a recycled row as the post it now shows', () => {
    const document = open('douyin/content-list/normal', LIST);
    const look = reader();
    look.read(document, LIST);
    const [first, second] = document.querySelectorAll('tbody tr');
    if (first && second) first.innerHTML = second.innerHTML;
    const titles = look.read(document, LIST).readings.map(({ post }) => post.title);
    expect(titles.slice(0, 2)).toEqual(['豆浆摊的第二天', '豆浆摊的第二天']);
  });

  test('reads no figure by its place where an index says that it belongs elsewhere', () => {
    const document = open('douyin/content-list/normal', LIST);
    // One column without an index, so that not all can be matched by it, and a row whose cells are in another order.
    for (const row of document.querySelectorAll('tr')) row.children[1]?.removeAttribute('aria-colindex');
    const [first] = document.querySelectorAll('tbody tr');
    const [views, likes] = [3, 9].map((index) => first?.querySelector(`[aria-colindex="${index}"]`));
    const next = likes?.nextSibling ?? null;
    if (first && views && likes) {
      views.before(likes);
      first.insertBefore(views, next);
    }
    const { readings, refused } = reader().read(document, LIST);
    expect(readings.find(({ post }) => post.title.startsWith('清晨'))?.metrics ?? {}).toEqual({});
    expect(readings.find(({ post }) => post.title === '豆浆摊的第二天')?.metrics.views?.value).toBe(2940);
    expect(refused.map(({ reason }) => reason)).toContain('cells-do-not-fit-headers');
  });

  test('reads rows again when the columns above them change', () => {
    const document = open('douyin/content-list/normal', LIST);
    const look = reader();
    const before = look.read(document, LIST).readings[0];
    const [likes, shares] = ['9', '10'].map((index) =>
      document.querySelector(`th[aria-colindex="${index}"] .douyin-creator-pc-table-row-head-title > span`),
    );
    if (likes?.firstChild && shares?.firstChild) {
      likes.firstChild.nodeValue = '分享量';
      shares.firstChild.nodeValue = '点赞量';
    }
    const after = look.read(document, LIST).readings[0];
    expect([before?.metrics.likes?.value, before?.metrics.shares?.value]).toEqual([58, 3]);
    expect([after?.metrics.likes?.value, after?.metrics.shares?.value]).toEqual([3, 58]);
  });

  test('reads a row that was still loading once its figures are there', () => {
    const document = open('douyin/content-manage/still-loading', 'https://creator.douyin.com/creator-micro/content/manage');
    const look = reader();
    const url = 'https://creator.douyin.com/creator-micro/content/manage';
    expect(look.read(document, url).readings).toHaveLength(1);
    for (const value of document.querySelectorAll('[class*="metric-value-"]')) if (!value.textContent) value.textContent = '5';
    const read = look.read(document, url);
    expect(read.readings).toHaveLength(2);
    expect(read.refused).toEqual([]);
  });

  test('leaves out a row that has been hidden', () => {
    const document = open('douyin/content-list/normal', LIST);
    const look = reader();
    look.read(document, LIST);
    document.querySelector('tbody tr')?.setAttribute('style', 'display: none');
    expect(look.read(document, LIST).readings).toHaveLength(5);
  });

  test('watches the body, and the open shadow roots a page lives in', () => {
    const plain = open('douyin/content-list/normal', LIST);
    expect(reader().roots(plain, LIST)).toEqual([plain.body]);
    const channels = open('channels/post-list/normal', POSTS);
    const roots = reader().roots(channels, POSTS);
    expect(roots).toContain(channels.body);
    expect(roots.filter((root) => root !== channels.body)).toEqual(
      [...channels.querySelectorAll('wujie-app')].map((app) => app.shadowRoot),
    );
  });

  test('watches nothing on an address of no platform', () => {
    const document = openPage('<p>hello</p>', 'https://example.com/');
    expect(reader().roots(document, 'https://example.com/')).toEqual([]);
    expect(reader().read(document, 'https://example.com/').status).toBe('not-a-dashboard');
  });
});

describe('the platform of an address', () => {
  test.each([
    [LIST, 'douyin'],
    ['https://creator.douyin.com/', 'douyin'],
    ['https://creator.xiaohongshu.com/new/home', 'xiaohongshu'],
    ['https://cp.kuaishou.com/profile', 'kuaishou'],
    ['https://channels.weixin.qq.com/platform', 'channels'],
    ['https://member.bilibili.com/platform/home', 'bilibili'],
    ['https://creator.douyin.com.evil.example/creator-micro/data-center/content', null],
    ['https://example.com/?https://creator.douyin.com/', null],
    ['not an address', null],
  ])('%s is %s', (url, platform) => {
    expect(hostAt(url)?.platform ?? null).toBe(platform);
  });
});

describe('the status of a page', () => {
  const html = '<div id="root"><div>创作者中心</div></div>';
  test.each([
    ['https://creator.douyin.com/creator-micro/home', 'not-a-dashboard'],
    [LIST, 'unsupported-layout'],
    ['https://channels.weixin.qq.com/platform', 'not-a-dashboard'],
    ['https://channels.weixin.qq.com/platform/post/list', 'unsupported-layout'],
    ['https://example.com/creator-micro/data-center/content', 'not-a-dashboard'],
  ])('%s without its list: %s', (url, status) => {
    expect(readPage(openPage(html, url), url, { now: at, zone: 'UTC' }).status).toBe(status);
  });

  test('answers without a dashboard share nothing', () => {
    const url = 'https://example.com/';
    const one = readPage(openPage('', url), url, { now: at, zone: 'UTC' });
    one.readings.push({} as never);
    expect(readPage(openPage('', url), url, { now: at, zone: 'UTC' }).readings).toEqual([]);
  });
});

test('on a page of one post, the time of a change before the title is not when it was published', () => {
  const url = 'https://creator.douyin.com/creator-micro/work-management/work-detail/7412345678901234567';
  const document = openPage(
    `<!doctype html><html lang="zh-CN"><body><div><span>更新时间</span><span>2026-05-26 12:00</span></div>
     <div><p>一碗面</p><p>2026-05-25 14:43</p></div>
     <ul><li><p>播放量</p><p>169</p></li><li><p>点赞量</p><p>4</p></li><li><p>评论量</p><p>2</p></li></ul></body></html>`,
    url,
  );
  const { readings } = readPage(document, url, { now: at, zone: 'Asia/Shanghai' });
  expect(readings.map(({ post }) => [post.title, post.publishedAt])).toEqual([['一碗面', '2026-05-25T14:43:00+08:00']]);
});

test.each([
  ['12 Mi piace. Mi piace', 'it', 12],
  ['1K+ likes', 'en', 'refused'],
  ['12 rb suka', 'en', 'refused'],
  ['12 mil Me gusta. Me gusta', 'es', 12_000],
])('the label of a button, %j in %s, gives %j', (label, lang, expected) => {
  const url = 'https://x.com/basil';
  const document = openPage(
    `<!doctype html><html lang="${lang}"><body><a data-testid="AppTabBar_Profile_Link" href="/basil">P</a><main><article>
     <div data-testid="User-Name"><a href="/basil">Basil</a></div>
     <a href="/basil/status/1900000000000000001"><time datetime="2026-08-25T14:43:00.000Z">Aug 25</time></a>
     <div data-testid="tweetText">Soup</div><button data-testid="reply" aria-label="3 x"><span>3</span></button>
     <button data-testid="like" aria-label="${label}"><span></span></button></article></main></body></html>`,
    url,
  );
  const { readings, refused } = readPage(document, url, { now: at, zone: 'UTC' });
  expect(readings[0]?.metrics.likes?.value ?? (JSON.stringify(refused).includes(label) ? 'refused' : 'absent')).toBe(expected);
});
