/** The main job in real browsers: what a dashboard shows is stored once, whatever happens on the way. */

import { afterEach, describe, expect, it } from 'vitest';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import type { Fault } from '../stage/template';
import { scrollOn, scrollToEnd, takesAStep, turnOn } from '../stage/visitor';
import { API, difference, halfAYear, hostsOf, messagesTo, NO_DIFFERENCE, newestIn, PILL, seeAll, untilStored } from './almanac';
import { BROWSERS, type Opened, open } from './browsers';
import { differenceOfRows, exportAndImport } from './csv';

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
async function start(...options: Parameters<typeof open>): Promise<Opened> {
  opened = await open(...options);
  return opened;
}

/** The store holds exactly what the page showed: each post once, every figure equal. */
async function expectStored(at: Opened, page: string, account?: string): Promise<void> {
  const expected = at.stage.expected(page, account);
  const stored = newestIn(await at.rows(), page).filter((reading) => account === undefined || reading.account === account);
  expect(difference(stored, expected)).toEqual(NO_DIFFERENCE);
}

const PAGES = ['douyin/content-list', 'douyin/content-manage', 'xiaohongshu/data-analysis', 'xiaohongshu/note-manager'];

describe.each(BROWSERS)('in %s', (browserName) => {
  describe('120 posts on each of two platforms', () => {
    const staged = (['douyin', 'xiaohongshu'] as const).map((platform) => ({
      platform,
      name: '木屋',
      posts: halfAYear(platform, '木屋', 120),
    }));

    it('are captured exactly once, with a reload, a route change and a stopped worker on the way, and exported as they were staged', async () => {
      const at = await start(browserName, { accounts: staged });
      const { tab, stage, browser } = at;

      await tab.goto(stage.address('douyin/content-list'));
      for (let step = 0; step < 4; step++) await scrollOn(tab);
      await browser.stopBackground();
      await scrollOn(tab);
      await untilStored(at, 'douyin/content-list', 60);
      await tab.reload();
      for (let step = 0; step < 6; step++) await scrollOn(tab);
      // To the other list and back, without a new document.
      await takesAStep(tab, () => tab.click('#douyin-creator-master-menu-nav-work_manage'));
      await scrollOn(tab);
      await browser.stopBackground();
      await seeAll(at, 'douyin/content-manage');
      await takesAStep(tab, () => tab.click('#douyin-creator-master-menu-nav-content_analysis'));
      await seeAll(at, 'douyin/content-list');

      await tab.goto(stage.address('xiaohongshu/data-analysis'));
      await seeAll(at, 'xiaohongshu/data-analysis');
      await tab.goto(stage.address('xiaohongshu/note-manager'));
      await scrollOn(tab);
      await tab.reload();
      await seeAll(at, 'xiaohongshu/note-manager');

      const posts = await at.posts();
      for (const { platform } of staged) expect(posts.filter((post) => post.platform === platform)).toHaveLength(120);
      for (const page of PAGES) {
        await expectStored(at, page);
        // Seen again after the reload, but not different and not a day later: kept once.
        expect(newestIn(await at.rows(), page).filter((reading) => reading.times !== 1)).toEqual([]);
      }

      const imported = await exportAndImport(at);
      expect(imported).toHaveLength(240);
      expect(differenceOfRows(imported, stage, PAGES)).toEqual(NO_DIFFERENCE);
    });
  });

  describe('whatever goes wrong on the page', () => {
    const both = () =>
      (['douyin', 'xiaohongshu'] as const).map((platform) => ({
        platform,
        name: '木屋',
        posts: halfAYear(platform, '木屋', 24),
      }));
    const faults: Fault[][] = [
      ['late-numbers'],
      ['half-rows'],
      ['redraw'],
      ['renamed-classes', 'hidden-leftovers', 'hidden-duplicate'],
      ['strict-csp'],
    ];
    for (const set of faults) {
      it(`the figures stored in the end are those shown: ${set.join(' and ')}`, async () => {
        const at = await start(browserName, { accounts: both(), faults: set, lateness: 1000 });
        for (const page of PAGES) {
          await at.tab.goto(at.stage.address(page));
          await seeAll(at, page);
          await expectStored(at, page);
        }
        const posts = await at.posts();
        expect(posts).toHaveLength(48);
      });
    }

    it('other layouts of the same pages are read as well', async () => {
      const layouts = {
        'douyin/content-list': 'reordered',
        'douyin/content-manage': 'new',
        'xiaohongshu/data-analysis': 'reordered',
        'xiaohongshu/note-manager': 'old',
      };
      const at = await start(browserName, { accounts: both(), layouts });
      for (const page of Object.keys(layouts)) {
        await at.tab.goto(at.stage.address(page));
        await seeAll(at, page);
        await expectStored(at, page);
      }
      expect(await at.posts()).toHaveLength(48);
    });

    it('layouts that nobody has described are refused, and the pill says so', async () => {
      const layouts = Object.fromEntries(PAGES.map((page) => [page, 'unknown']));
      const at = await start(browserName, { accounts: both(), layouts, locale: 'en-US' });
      for (const page of PAGES) {
        await at.tab.goto(at.stage.address(page));
        const said = await until('the pill', async () => {
          const text = await at.browser.shadowText(at.tab.page, PILL);
          return text !== null && !/looking/i.test(text) && text;
        });
        expect(said, page).toMatch(/layout/i);
      }
      expect(await at.posts()).toEqual([]);

      // One click saves what is needed to mend it, without a word of the creator's.
      const { page } = at.tab;
      await at.browser.clickInShadow(page, PILL, '⋯');
      const { name, content } = await at.browser.saved(page, () => at.browser.clickInShadow(page, PILL, 'Save a report'));
      expect(name).toBe('post-almanac-page-creator.xiaohongshu.com.html');
      const report = content.toString();
      expect(report).toContain('"status": "unsupported-layout"');
      for (const { title } of both().flatMap(({ posts }) => posts)) expect(report).not.toContain(title);
      await until('the pill says so', async () => /Saved/.test((await at.browser.shadowText(page, PILL)) ?? ''));
    });
  });

  describe('accounts and titles', () => {
    it('two accounts of one platform in the same tab stay apart', async () => {
      const first = { platform: 'xiaohongshu', name: '木屋', posts: halfAYear('xiaohongshu', '木屋', 15) } as const;
      // The other account has published the very same titles in the very same minutes, among others.
      const shared = first.posts
        .slice(0, 5)
        .map((post, index) => ({ ...post, id: `${index}`.padStart(24, 'f'), figures: { ...post.figures, views: 7 + index } }));
      const second = {
        platform: 'xiaohongshu',
        name: '小院',
        posts: [...shared, ...halfAYear('xiaohongshu', '小院', 10)].sort((a, b) => b.publishedAt - a.publishedAt),
      } as const;
      const at = await start(browserName, { accounts: [first, second] });
      for (const name of ['木屋', '小院', '木屋']) {
        at.stage.signIn('xiaohongshu', name);
        for (const page of ['xiaohongshu/note-manager', 'xiaohongshu/data-analysis']) {
          await at.tab.goto(at.stage.address(page));
          await seeAll(at, page);
        }
      }
      const posts = await at.posts();
      expect(posts.filter((post) => post.account === '木屋')).toHaveLength(15);
      expect(posts.filter((post) => post.account === '小院')).toHaveLength(15);
      await expectStored(at, 'xiaohongshu/note-manager', '木屋');
      await expectStored(at, 'xiaohongshu/note-manager', '小院');
    });

    it('a title that was edited or cut short stays one post, and others of its minute stay others', async () => {
      const posts = halfAYear('douyin', '木屋', 12);
      const minute = posts[3]?.publishedAt ?? 0;
      const named = (title: string, at: number) => ({ ...(posts[3] as (typeof posts)[number]), title, publishedAt: at });
      const before = [
        ...posts.filter((post) => post.publishedAt !== minute),
        named('院子里的第一场雪，下了整整一夜', minute),
        named('给猫做一个窝', minute),
      ];
      const after = before.map((post) =>
        post.title.startsWith('院子里') ? { ...post, title: '院子里的第一场雪，下了整整一宿' } : post,
      );
      const cut = before.map((post) => (post.title.startsWith('院子里') ? { ...post, title: '院子里的第一场雪，…' } : post));
      const at = await start(browserName, { accounts: [{ platform: 'douyin', name: '木屋', posts: before }] });
      await at.tab.goto(at.stage.address('douyin/content-list'));
      await seeAll(at, 'douyin/content-list');
      for (const changed of [after, cut]) {
        at.stage.options = { ...at.stage.options, accounts: [{ platform: 'douyin', name: '木屋', posts: changed }] };
        await at.tab.goto(at.stage.address('douyin/content-list'));
        const title = changed.find((post) => post.title.startsWith('院子里'))?.title;
        await scrollToEnd(at.tab);
        await until('the changed title', async () => JSON.stringify(await at.rows()).includes(String(title)));
      }
      const stored = await at.posts();
      expect(stored).toHaveLength(before.length);
      expect(stored.filter((post) => post.post.title.startsWith('院子里'))).toHaveLength(1);
      expect(stored.filter((post) => post.post.title === '给猫做一个窝')).toHaveLength(1);
    });

    it('posts of one minute whose titles begin alike stay different posts', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'douyin', name: '木屋', posts: halfAYear('douyin', '木屋', 60, { lookalikes: true }) }],
      });
      for (const page of ['douyin/content-list', 'douyin/content-manage']) {
        await at.tab.goto(at.stage.address(page));
        await seeAll(at, page);
        await expectStored(at, page);
      }
      expect(await at.posts()).toHaveLength(60);
    });
  });

  describe('a page that means harm', () => {
    /** Titles as they stand on the page, and so in the store. */
    const TITLES = [
      '<script>document.title = "owned"</script><img src=x onerror=alert(1)>',
      '=HYPERLINK("https://evil.example","x")',
      '字'.repeat(5000),
      '\u202Eesrever\u200B\u2066',
      '9'.repeat(400),
      '播放 -5 点赞 NaN',
    ];
    /** What an isolated world shares with the page is the document, and nothing of this. */
    const HARM = `
    for (const name of ['map', 'filter', 'flatMap', 'findLast', 'some', 'every', 'includes', 'toSorted', 'entries'])
      Array.prototype[name] = () => ['forged'];
    JSON.stringify = () => '{"type":"capture"}';
    globalThis.listened = [];
    const { fetch: real } = globalThis;
    globalThis.fetch = (address, ...rest) => {
      // What the site itself asks for goes on, or there would be no list.
      if (String(address).startsWith('/__stage/')) return real(address, ...rest);
      listened[listened.length] = String(address);
      return Promise.resolve(new Response('"forged"'));
    };
    Element.prototype.getAttribute = () => 'forged';
    Object.defineProperty(Node.prototype, 'textContent', { get: () => 'forged' });
    const forged = { type: 'capture', batch: { id: 'forged-batch', session: 'forged-session', page: 'douyin/content-list', readings: [] } };
    addEventListener('load', () => {
      postMessage(forged, '*');
      document.dispatchEvent(new CustomEvent('capture', { detail: forged }));
      try { chrome.runtime.sendMessage(forged); } catch { /* The page has no way to us. */ }
      document.documentElement.append(document.createElement('post-almanac'));
    });`;
    /** Clicks all that the page can get hold of of ours. Answers how many clicks that were. */
    const CLICK = `
    let clicks = 0;
    const press = (target) => {
      target.click();
      for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true, cancelable: true, view: window }));
      clicks += 1;
    };
    const hosts = document.querySelectorAll('${PILL}');
    for (let at = 0; at < hosts.length; at += 1) press(hosts[at]);
    for (let x = 4; x < innerWidth; x += 8)
      for (let y = 4; y < innerHeight; y += 8) {
        const hit = document.elementFromPoint(x, y);
        if (hit && hit.localName === '${PILL}') press(hit);
      }
    return clicks;`;

    it('changes nothing: neither what scripts stand on, nor forged messages, nor titles that are markup, formulas or endless', async () => {
      const posts = halfAYear('douyin', '木屋', 10).map((post, at) => ({ ...post, title: TITLES[at] ?? post.title }));
      const at = await start(browserName, { accounts: [{ platform: 'douyin', name: '木屋', posts }] });
      // Nothing that the staged site's own script stands on, or there would be no list.
      const page = at.stage.address('douyin/content-list');
      const answer = at.stage.answer.bind(at.stage);
      at.stage.answer = (address) => {
        const answered = answer(address);
        return answered && { ...answered, body: answered.body.replace('<head>', () => `<head><script>${HARM}</script>`) };
      };
      await at.tab.goto(page);
      await untilStored(at, 'douyin/content-list', 10);
      await expectStored(at, 'douyin/content-list');
      expect((await at.posts()).map(({ post }) => post.title).toSorted()).toEqual(posts.map(({ title }) => title).toSorted());
      expect(JSON.stringify(await at.rows())).not.toContain('forged');
      expect(await at.tab.run('return typeof chrome === "undefined" || chrome.runtime === undefined')).toBe(true);
      expect(await at.tab.run('return [...listened]')).toEqual([]);

      // No click of a script is one of a person's: of what the page can reach, and of what it could if the shadow root were open.
      const { browser, tab } = at;
      await until('the markers', async () => (await browser.shadowParts(tab.page, PILL, 'marker')).length > 0);
      const messages = await messagesTo(at);
      expect(await tab.run(CLICK)).toBeGreaterThan(10);
      const pressed = await browser.pressByScript(tab.page, PILL);
      expect(pressed).toContain('⋯');
      expect(await messages()).not.toContain('open-panel');
      expect(await browser.shadowParts(tab.page, PILL, 'card')).toEqual([]);
      // A person's is.
      await browser.clickInShadow(tab.page, PILL, '10');
      if (browserName === 'Chromium') await until('the message', async () => (await messages()).includes('open-panel'));
      else await until('where the panel is', async () => (await browser.shadowParts(tab.page, PILL, 'card')).length > 0);
    });
  });

  describe('one-page navigation', () => {
    it('a dashboard entered without a new document is captured, and so is the next one', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'xiaohongshu', name: '木屋', posts: halfAYear('xiaohongshu', '木屋', 24) }],
      });
      const { tab, stage } = at;
      await tab.goto(stage.address('xiaohongshu'));
      await tab.run('globalThis.stays = true');
      // The script has looked at the first page and found no list there.
      const ask = `${API} const [tab] = await api.tabs.query({ url: 'https://creator.xiaohongshu.com/*' });
      return (await api.tabs.sendMessage(tab.id, { type: 'tab-status' })).status;`;
      await until('the script to run', async () => (await tabOf(at.lookout).run(ask)) === 'not-a-dashboard');
      await takesAStep(tab, () => tab.click('.d-menu-item:nth-child(2)'));
      await seeAll(at, 'xiaohongshu/note-manager');
      await takesAStep(tab, () => tab.click('.d-menu-item:nth-child(3)'));
      await seeAll(at, 'xiaohongshu/data-analysis');
      expect(await tab.run('return globalThis.stays')).toBe(true);
      await expectStored(at, 'xiaohongshu/note-manager');
      await expectStored(at, 'xiaohongshu/data-analysis');
      expect(await at.posts()).toHaveLength(24);
    });
  });

  describe('permission', () => {
    it('granted while the page stands open captures at once; withdrawn it goes quiet; granted again it goes on', async () => {
      const posts = halfAYear('douyin', '木屋', 35);
      const at = await start(browserName, { accounts: [{ platform: 'douyin', name: '木屋', posts }], granted: [] });
      const { browser, tab, stage, lookout } = at;
      await tab.goto(stage.address('douyin/content-list'));
      await scrollOn(tab);
      expect(await browser.shadowText(tab.page, PILL)).toBeNull();
      expect(await at.posts()).toEqual([]);

      await browser.grant(lookout, ...hostsOf('douyin'));
      await untilStored(at, 'douyin/content-list', 20);
      await until('the pill', () => browser.shadowText(tab.page, PILL));

      await browser.withdraw(lookout, ...hostsOf('douyin'));
      await until('the pill to go', async () => (await browser.shadowText(tab.page, PILL)) === null);
      await scrollToEnd(tab);
      expect(newestIn(await at.rows(), 'douyin/content-list')).toHaveLength(20);
      await tab.reload();
      await scrollToEnd(tab);
      expect(await browser.shadowText(tab.page, PILL)).toBeNull();
      expect(newestIn(await at.rows(), 'douyin/content-list')).toHaveLength(20);

      await browser.grant(lookout, ...hostsOf('douyin'));
      await untilStored(at, 'douyin/content-list', 35);
      await expectStored(at, 'douyin/content-list');
    });

    it('nothing runs twice, however often the script is injected', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'douyin', name: '木屋', posts: halfAYear('douyin', '木屋', 20) }],
      });
      const { browser, tab, stage, lookout } = at;
      await tab.goto(stage.address('douyin/content-list'));
      await untilStored(at, 'douyin/content-list', 10);
      // As a wake of the worker does that finds the tab open.
      const again = `${API} const [tab] = await api.tabs.query({ url: 'https://creator.douyin.com/*' });
      const [registered] = await api.scripting.getRegisteredContentScripts();
      await api.scripting.executeScript({ target: { tabId: tab.id }, files: registered.js });
      return (await api.scripting.getRegisteredContentScripts()).length;`;
      for (let time = 0; time < 3; time++) expect(await tabOf(lookout).run(again)).toBe(1);
      await browser.stopBackground();
      await scrollToEnd(tab);
      await untilStored(at, 'douyin/content-list', 20);
      expect(await tab.run(`return document.querySelectorAll('${PILL}').length`)).toBe(1);
      const rows = (await at.rows()) ?? {};
      // One script, one visit: what it hands over belongs to one session.
      const sessions = (rows.accounts ?? []).flatMap((row) => (row as { sessions: string[] }).sessions);
      expect(sessions).toHaveLength(1);
      const handedOver = (rows.batches ?? []).flatMap((row) => (row as { readings: unknown[] }).readings);
      expect(handedOver).toHaveLength(20);
    });
  });

  describe('the pill', () => {
    it('says what was captured, of how many, and what is new, with no panel open', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'douyin', name: '木屋', posts: halfAYear('douyin', '木屋', 30) }],
        locale: 'en-US',
      });
      const pill = () => at.browser.shadowText(at.tab.page, PILL);
      await at.tab.goto(at.stage.address('douyin/content-manage'));
      await until('12 of 30', async () => /12\D+30/.test((await pill()) ?? ''));
      await scrollToEnd(at.tab);
      await until('30 of 30', async () => /30\D+30/.test((await pill()) ?? ''));
      await untilStored(at, 'douyin/content-manage', 30);
      await until('30 new ones', async () => /30\D+30.*30/.test((await pill()) ?? ''));
      // The page cannot look inside.
      expect(await at.tab.run(`return document.querySelector('${PILL}').shadowRoot`)).toBeNull();
      // Next time nothing is new. Firefox scrolls to where one was, so that more than the first 12 may be there.
      await at.tab.reload();
      await until(
        'what is there of 30, and nothing new',
        async () => /\d\D+30/.test((await pill()) ?? '') && !/new/i.test((await pill()) ?? ''),
      );
    });

    it('goes on counting where the address names the page of the list', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'bilibili', name: '木屋', posts: halfAYear('bilibili', '木屋', 25) }],
        locale: 'en-US',
      });
      await at.tab.goto(at.stage.address('bilibili/upload-manager'));
      for (const seen of [10, 20, 25]) {
        await until(`${seen} of 25`, async () =>
          new RegExp(`\\b${seen}\\D+25`).test((await at.browser.shadowText(at.tab.page, PILL)) ?? ''),
        );
        expect(await turnOn(at.tab)).toBe(seen < 25);
      }
    });

    it('opens the side panel', async () => {
      const at = await start(browserName, {
        accounts: [{ platform: 'douyin', name: '木屋', posts: halfAYear('douyin', '木屋', 12) }],
      });
      await at.tab.goto(at.stage.address('douyin/content-list'));
      await until('the pill', () => at.browser.shadowText(at.tab.page, PILL));
      // Firefox lets no page open it: there the pill is no button, and the panel is opened from the browser's own menu.
      if (browserName === 'Chromium') await at.browser.clickInShadow(at.tab.page, PILL);
      const panel = await at.browser.panel();
      expect(await panel.evaluate<string>('location.pathname')).toBe('/sidepanel.html');
    });
  });
});
