/** The stage by itself: what it plays is what it says, whatever goes wrong on it. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPlainChromium } from '../../scripts/browsers/chromium';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { stagedPosts } from '../stage/posts';
import { Stage } from '../stage/stage';
import type { Fault } from '../stage/template';
import { scrollToEnd, turnPages } from '../stage/visitor';

const FROM = '2026-01-01T00:00:00+08:00';
const TO = '2026-06-30T23:00:00+08:00';
const posts = (platform: 'douyin' | 'xiaohongshu', count: number) =>
  stagedPosts({ platform, account: '木屋', count, from: FROM, to: TO });

describe('staged posts', () => {
  const many = posts('douyin', 120);

  it('are the same on every run and others with another seed', () => {
    expect(posts('douyin', 120)).toEqual(many);
    expect(stagedPosts({ platform: 'douyin', account: '木屋', count: 120, seed: 2, from: FROM, to: TO })).not.toEqual(many);
  });

  it('hold what real accounts hold', () => {
    expect(many).toHaveLength(120);
    const minutes = many.map((post) => post.publishedAt);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
    expect(new Set(minutes).size).toBeLessThan(120);
    expect(new Set(many.map((post) => `${post.publishedAt}|${post.title}`)).size).toBe(120);
    expect(new Set(many.map((post) => post.id)).size).toBe(120);
    expect(minutes.every((minute) => minute % 60_000 === 0 && minute >= Date.parse(FROM) && minute <= Date.parse(TO))).toBe(true);
    for (const status of ['published', 'private', 'inReview'] as const)
      expect(many.some((post) => post.status === status)).toBe(true);
    expect(many.some((post) => post.figures.views === 0)).toBe(true);
    expect(many.some((post) => (post.figures.views ?? 0) >= 10_000)).toBe(true);
    expect(many.some((post) => post.figures.clickThroughRate === undefined && (post.figures.views ?? 0) > 0)).toBe(true);
    expect(many.some((post) => post.title.includes('#'))).toBe(true);
    expect(many.some((post) => /\p{Extended_Pictographic}|"|^[=+@-]/u.test(post.title))).toBe(true);
  });
});

describe('staged pages in a browser', () => {
  const stage = new Stage({
    accounts: [
      { platform: 'douyin', name: '木屋', posts: posts('douyin', 47) },
      { platform: 'xiaohongshu', name: '木屋', posts: posts('xiaohongshu', 47) },
    ],
  });
  const usual = stage.options;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await launchPlainChromium(stage);
    page = await context.newPage();
  });
  afterAll(() => context.close());

  const rowsOf: Record<string, { row: string; title: string; time: string }> = {
    'douyin/content-list': {
      row: '#semiTabPanel1 [class*="table-container-"] tbody tr',
      title: '[class*="workTitle-"] > span',
      time: '[class*="date-"]',
    },
    'douyin/content-manage': { row: '.stage-list > div', title: '[class*="info-title-text-"]', time: '[class*="info-time-"]' },
    'xiaohongshu/data-analysis': { row: '.stage-shown tbody tr', title: '.note-title', time: '.time' },
    'xiaohongshu/note-manager': { row: '.stage-list > .note-card', title: '.note-card__title', time: '.note-card__time' },
  };
  const titles = async (id: string) => {
    const selectors = rowsOf[id];
    if (!selectors) throw new Error(id);
    return page.$$eval(
      selectors.row,
      (rows, title) => rows.map((row) => row.querySelector(title)?.textContent ?? null),
      selectors.title,
    );
  };
  const wanted = (id: string) => stage.expected(id).map((reading) => reading.post.title);

  const faults: Fault[][] = [
    [],
    ['late-numbers'],
    ['half-rows'],
    ['redraw'],
    ['renamed-classes', 'hidden-leftovers', 'hidden-duplicate'],
    ['strict-csp'],
  ];
  for (const set of faults) {
    it(`show every post once, ${set.join(' and ') || 'as usual'}`, async () => {
      stage.options = { ...usual, faults: set, lateness: 100 };
      for (const id of ['douyin/content-list', 'douyin/content-manage', 'xiaohongshu/note-manager']) {
        await page.goto(stage.address(id));
        await scrollToEnd(tabOf(page));
        expect(await titles(id)).toEqual(wanted(id));
      }
      const id = 'xiaohongshu/data-analysis';
      const seen: (string | null)[] = [];
      await page.goto(stage.address(id));
      await turnPages(tabOf(page), async () => void seen.push(...(await titles(id))));
      expect(seen).toEqual(wanted(id));
    });
  }

  it('say how many posts there are where the real ones do', async () => {
    stage.options = usual;
    expect(stage.claimedTotal('douyin/content-list')).toBeNull();
    expect(stage.claimedTotal('douyin/content-manage')).toBe(47);
    await page.goto(stage.address('douyin/content-manage'));
    await until('the count', async () => (await page.locator('body').innerText()).includes('共 47 个作品'));
  });

  it('go from page to page without loading a document', async () => {
    stage.options = usual;
    await page.goto(stage.address('xiaohongshu'));
    await page.evaluate(() => Object.assign(globalThis, { stays: true }));
    await page.getByText('笔记管理').click();
    await page.locator('.note-card').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/new/note-manager');
    await page.getByText('内容分析').click();
    await page.locator('th[data-key="impCount"]').waitFor();
    await page.goBack();
    await page.locator('.note-card').first().waitFor();
    expect(await page.evaluate(() => (globalThis as { stays?: boolean }).stays)).toBe(true);
  });

  it('sign another account in', async () => {
    const other = stagedPosts({ platform: 'xiaohongshu', account: '小院', count: 5, from: FROM, to: TO });
    stage.options = { ...usual, accounts: [{ platform: 'xiaohongshu', name: '小院', posts: other }, ...usual.accounts] };
    stage.signIn('xiaohongshu', '小院');
    await page.goto(stage.address('xiaohongshu/note-manager'));
    await scrollToEnd(tabOf(page));
    expect(await page.locator('.name-box').innerText()).toBe('小院');
    expect(await titles('xiaohongshu/note-manager')).toEqual(other.map((post) => post.title));
  });
});
