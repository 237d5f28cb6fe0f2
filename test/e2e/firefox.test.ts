/** The main path once in real Firefox: granted in a tab, captured through scrolling and paging, kept over a stopped background. */
import { afterEach, expect, it } from 'vitest';
import { FirefoxWithExtension } from '../../scripts/browsers/firefox';
import { until } from '../../scripts/browsers/poll';
import { serve } from '../stage/server';
import { Stage } from '../stage/stage';
import { scrollOn, takesAStep } from '../stage/visitor';
import {
  ALL_ROWS,
  difference,
  FIREFOX_BUILD,
  halfAYear,
  hostsOf,
  NO_DIFFERENCE,
  newestIn,
  PILL,
  postsIn,
  QUIET_PLACE,
  type Rows,
  seeAll,
  untilStored,
} from './almanac';

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

it('120 posts on each of two platforms are captured exactly once', async () => {
  const stage = new Stage({
    accounts: [
      { platform: 'douyin', name: '木屋', posts: halfAYear('douyin', '木屋', 120) },
      { platform: 'xiaohongshu', name: '木屋', posts: halfAYear('xiaohongshu', '木屋', 120) },
    ],
  });
  const server = await serve(stage);
  const browser = await FirefoxWithExtension.launch({ extension: FIREFOX_BUILD, proxy: server.proxyPort }).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  close = async () => {
    await browser.close();
    await server.close();
  };

  // The dashboard stands open before anything is granted.
  const dashboard = await browser.newTab(stage.address('douyin/content-list'));
  await until('the dashboard', () => browser.run('return document.documentElement.dataset.stage === "ready"'));
  expect(await browser.run(`return document.querySelector('${PILL}')`)).toBeNull();

  // In a window of its own: a tab in front of the dashboard would hide it, and a hidden dashboard is not read.
  const lookout = await browser.newTab(browser.url(QUIET_PLACE), 'window');
  await browser.run(
    `const button = document.createElement('button');
     button.id = 'grant';
     button.textContent = 'grant';
     button.onclick = () => browser.permissions.request({ origins: arguments[0] }).then((granted) => { button.title = String(granted); });
     document.body.prepend(button);`,
    hostsOf('douyin', 'xiaohongshu'),
  );
  await browser.click('#grant');
  await until('the grant', () => browser.run('return document.querySelector("#grant").title === "true"'));
  await browser.switchTo(dashboard);
  await until('the pill', () => browser.run(`return document.querySelector('${PILL}') !== null`));

  const rows = async () => {
    await browser.switchTo(lookout);
    try {
      return await browser.run<Rows | null>(ALL_ROWS);
    } finally {
      await browser.switchTo(dashboard);
    }
  };
  const at = { tab: browser, stage, rows };

  for (let step = 0; step < 4; step++) await scrollOn(browser);
  await untilStored(at, 'douyin/content-list', 50);
  await browser.stopBackground();
  await browser.reload();
  await seeAll(at, 'douyin/content-list');
  await takesAStep(browser, () => browser.click('#douyin-creator-master-menu-nav-work_manage'));
  await browser.stopBackground();
  await seeAll(at, 'douyin/content-manage');
  for (const page of ['xiaohongshu/data-analysis', 'xiaohongshu/note-manager']) {
    await browser.goto(stage.address(page));
    await seeAll(at, page);
  }

  const stored = await rows();
  const posts = await postsIn(stored);
  expect(posts.filter((post) => post.platform === 'douyin')).toHaveLength(120);
  expect(posts.filter((post) => post.platform === 'xiaohongshu')).toHaveLength(120);
  for (const page of ['douyin/content-list', 'douyin/content-manage', 'xiaohongshu/data-analysis', 'xiaohongshu/note-manager']) {
    expect(difference(newestIn(stored, page), stage.expected(page))).toEqual(NO_DIFFERENCE);
    expect(newestIn(stored, page).filter((reading) => reading.times !== 1)).toEqual([]);
  }
});
