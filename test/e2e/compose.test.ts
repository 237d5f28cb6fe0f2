/** The light beside a draft on the pages where posts are written, in real browsers. */
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../scripts/browsers/poll';
import { COMPOSERS } from '../stage/composers';
import { BROWSERS, type BrowserName, type Opened, open } from './browsers';

const LIGHT = 'post-almanac-light';
type Composed = keyof typeof COMPOSERS;

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
async function start(
  name: BrowserName,
  platforms: readonly Composed[],
  more: Partial<Parameters<typeof open>[1]> = {},
): Promise<Opened> {
  opened = await open(name, {
    accounts: platforms.map((platform) => ({ platform, name: '木屋', posts: [] })),
    locale: 'en-US',
    ...more,
  });
  return opened;
}
const light = (at: Opened) => at.browser.shadowText(at.tab.page, LIGHT);
/** Waits for the light and opens its card. */
async function appears(at: Opened): Promise<void> {
  await until('the light', async () => (await light(at)) !== null);
  await at.browser.clickInShadow(at.tab.page, LIGHT);
}
const says = (at: Opened, what: RegExp) =>
  until(`the light to say ${what}`, async () => {
    const said = await light(at);
    return said !== null && what.test(said) && said;
  });
/** The page without what we put beside it, tag by tag: a failure names the one that differs. */
const pageOf = (at: Opened) =>
  at.tab.run<string[]>(
    `const copy = document.documentElement.cloneNode(true); for (const own of copy.querySelectorAll('${LIGHT}, post-almanac')) own.remove(); return copy.outerHTML.split('<')`,
  );
const writtenIn = (at: Opened, field: string) =>
  at.tab.run<string>(
    `const { value, textContent } = document.querySelector(${JSON.stringify(field)}); return value ?? textContent`,
  );

const DRAFTS: Partial<Record<Composed, { text: string; level: RegExp; rule: RegExp }>> = {
  douyin: { text: '全网最好用的锅，点左下角链接下单', level: /To change/, rule: /absolute term/i },
  xiaohongshu: { text: '想要资料的加我微信：abc12345', level: /To change/, rule: /contact/i },
  kuaishou: { text: '三十天瘦二十斤，无效退款，点小黄车', level: /To change/, rule: /result|effect/i },
  bilibili: { text: '搬运自油管，侵删', level: /To check/, rule: /work|repost|licen/i },
  tiktok: { text: 'My affiliate link is in bio if you want the same tent', level: /To check/, rule: /disclos/i },
  x: { text: 'Sponsored by @betking, place your bets', level: /To c/, rule: /label|disclos/i },
};

describe.each(BROWSERS)('the light beside a draft, in %s', (browser) => {
  it.each(Object.entries(DRAFTS))(
    'on %s reads what is written, says what it finds, and touches nothing',
    async (name, wanted) => {
      const platform = name as Composed;
      const at = await start(browser, [platform]);
      const { page } = at.tab;
      await at.tab.goto(at.stage.composeAddress(platform));
      await appears(at);
      const fields = COMPOSERS[platform]?.fields ?? [];
      const [first = ''] = fields;
      const last = fields.at(-1) ?? first;
      const harmless = platform === 'tiktok' || platform === 'x' ? 'A quiet morning' : '安静的早晨';
      await page.focus(first);
      await page.keyboard.type(harmless);
      // Searches, places and what cannot be seen are no part of the draft.
      await says(at, /Nothing found/);
      await page.focus(last);
      await page.keyboard.press('End');
      await page.keyboard.type(` ${wanted.text}`);
      // A busy page takes its keys later than they are pressed.
      await until('all of the text to stand there', async () => (await writtenIn(at, last)).endsWith(wanted.text));
      const before = await pageOf(at);
      const said = await says(at, wanted.level);
      expect(said).toMatch(wanted.rule);
      expect(await pageOf(at)).toEqual(before);
      expect(await at.tab.run(`return document.querySelector('${LIGHT}').shadowRoot`)).toBeNull();
      const rows = JSON.stringify(await at.rows());
      expect(rows).not.toContain(wanted.text.slice(0, 8));
    },
  );

  it('reads an editor in a closed shadow root', async () => {
    const at = await start(browser, ['youtube']);
    await at.tab.goto(at.stage.composeAddress('youtube'));
    await appears(at);
    await says(at, /sponsored/);
  });

  it('lists the declarations of the platform, and keeps what is called no issue', async () => {
    const at = await start(browser, ['douyin']);
    await at.tab.goto(at.stage.composeAddress('douyin'));
    await appears(at);
    const draft = 'AI生成的未来上海，看完想住进去';
    await at.tab.page.focus('.stage-title');
    await at.tab.page.keyboard.type(draft);
    const said = await says(at, /To check/);
    for (const box of ['内容由AI生成', '虚构演绎，仅供娱乐', '无需添加自主声明']) expect(said).toContain(box);
    await at.browser.clickInShadow(at.tab.page, LIGHT, 'Not an issue');
    await says(at, /Nothing found/);
    // On the next page for writing too.
    await at.tab.reload();
    await appears(at);
    await at.tab.page.focus('.stage-title');
    await at.tab.page.keyboard.type(draft);
    await says(at, /Nothing found/);
  });

  it('comes and goes with the page for writing, without a new document', async () => {
    const at = await start(browser, ['xiaohongshu']);
    await at.tab.goto(at.stage.address('xiaohongshu'));
    await at.tab.run(`history.pushState(null, '', '/publish/publish'); dispatchEvent(new PopStateEvent('popstate'))`);
    await appears(at);
    await at.tab.run(`history.pushState(null, '', '/new/home'); dispatchEvent(new PopStateEvent('popstate'))`);
    await until('the light to go', async () => (await light(at)) === null);
  });

  it('works on a page with a strict policy, and goes when the permission goes', async () => {
    const at = await start(browser, ['xiaohongshu'], { faults: ['strict-csp'] });
    await at.tab.goto(at.stage.composeAddress('xiaohongshu'));
    await appears(at);
    await at.tab.page.focus('.stage-title');
    await at.tab.page.keyboard.type('想要资料的加我微信：abc12345');
    await says(at, /To change/);
    await at.browser.stopBackground();
    await at.tab.page.keyboard.type('，谢谢');
    await says(at, /To change/);
    await at.browser.withdraw(at.lookout, 'https://creator.xiaohongshu.com/*');
    await until('the light to go', async () => (await light(at)) === null);
  });
});
