/** The plan's stories in real browsers: each from its beginning on an empty plan to its end with captured posts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Page, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { stagedPosts } from '../stage/posts';
import { seeAll } from './almanac';
import { BROWSERS, type Opened, open } from './browsers';
import { expectAccessible, expectWalkable } from './walk';

const DAY = 86_400_000;
const NOW = Date.now();
const iso = (at: number) => new Date(at).toISOString();
const wall = (at: number) => iso(at).slice(0, 16);
/** A day of last month. */
const LAST_MONTH = (() => {
  const now = new Date(NOW);
  return iso(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 10)).slice(0, 10);
})();
/** A day of the last full quarter. */
const LAST_QUARTER = (() => {
  const now = new Date(NOW);
  return iso(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (now.getUTCMonth() % 3) - 2, 10)).slice(0, 10);
})();

const posts = stagedPosts({ platform: 'douyin', account: '木屋', count: 60, from: iso(NOW - 70 * DAY), to: iso(NOW - DAY / 12) });
const published = posts.filter(({ status, figures }) => status === 'published' && (figures.views ?? 0) > 0);
const [newest, second] = published;
if (!newest || !second) throw new Error('the stage holds too few posts');
newest.title = '给木屋换一扇新窗';
second.title = '保温杯团购开始啦，国家级配方，全网第一好用，左下角链接';

let at: Opened;
let page: Page;
const go = async (section: string) => {
  await page.goto(at.browser.url(`workbench.html#plan/${section}`));
  await page.locator(`.part-nav a[aria-current="page"][href="#plan/${section}"]`).waitFor();
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const save = async () => {
  await button('Save').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};
const chooseOption = (label: string, text: string) => page.getByLabel(label, { exact: true }).selectOption({ label: text });

describe.each(BROWSERS)('the plan, in %s', (name) => {
  beforeAll(async () => {
    at = await open(name, { accounts: [{ platform: 'douyin', name: '木屋', posts }], locale: 'en' });
    page = await at.browser.open('workbench.html#plan/calendar');
    await page.setViewportSize({ width: 1200, height: 900 });
  });
  afterAll(() => at?.close());

  it('takes planned posts, goals and money before anything is captured', async () => {
    await button('Plan a post').click();
    await page.getByLabel('Title', { exact: true }).fill(newest.title);
    await page.getByLabel('When', { exact: true }).fill(wall(newest.publishedAt));
    await save();
    await button('Plan a post').click();
    await page.getByLabel('Title', { exact: true }).fill('Tomorrow, a stove');
    await page.getByLabel('When', { exact: true }).fill(wall(NOW));
    await page.getByLabel('Commercial (paid, gifted or own offer)').check();
    await save();
    await page
      .getByText('It is commercial: the four checks before posting (quality, taste, brand, effect) are not all done.')
      .waitFor();

    await go('goals');
    await button('Set a goal').click();
    await chooseOption('Figure to watch', 'Posts in 28 days');
    await page.getByLabel('Goal', { exact: true }).fill('3');
    await save();
    await page.getByText('Where it started is not known.').waitFor();
    await page.getByText('Too early to say').waitFor();

    await go('money');
    const table = `date,type,scene,board,amount,currency\n${LAST_MONTH},revenue,Workshop,,800,EUR\n${LAST_MONTH},cost,,tools,200,EUR\nsoon,cost,,tools,5,EUR\n`;
    await page.locator('input[type=file]').setInputFiles({ name: 'books.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('2 entries added. Left out: line 4: no date that is understood').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'books.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('0 entries added, 2 were there already.').waitFor();
  });

  it('moves a planned post by keyboard and keeps the focus on it', async () => {
    await go('calendar');
    const planned = page.locator('.planned', { hasText: 'Tomorrow, a stove' });
    const day = () => planned.evaluate((element) => element.closest('li')?.querySelector('.calendar-long')?.textContent);
    const before = await day();
    await planned.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await until('the post on the next day', async () => (await day()) !== before);
    await until('the focus on it', () => planned.evaluate((element) => element === element.ownerDocument.activeElement));
    await page.keyboard.press('Shift+ArrowLeft');
    await until('the post back on its day', async () => (await day()) === before);
  });

  it('recognises the real post and the goal that is met when they are captured', async () => {
    await at.tab.goto(at.stage.address('douyin/content-list'));
    await seeAll(at, 'douyin/content-list');
    await go('calendar');
    await page.locator('.planned-published', { hasText: newest.title }).waitFor();
    await go('goals');
    await page.locator('.goal-met', { hasText: 'Reached' }).waitFor();
  });

  it('decides an experiment that was planned, drawn by coin and played', async () => {
    await go('experiments');
    await button('Plan an experiment').click();
    await page.getByLabel('Question', { exact: true }).fill('Do titles with a number reach more?');
    await page.getByLabel('A', { exact: true }).fill('with a number');
    await page.getByLabel('B', { exact: true }).fill('without');
    await save();
    await button('Toss the coin').click();
    await page.getByText(/Make the next post [AB]: with/).waitFor();
    await page.getByRole('button', { name: /Save: the next post is [AB]/ }).waitFor();
    await button('Write what was learnt').click();
    await page.getByText('The first coin was tossed').waitFor();
    await page.getByLabel('Learnt', { exact: true }).fill('Numbers help');
    await save();

    // Weeks go by: the same experiment with its pairs played, each pair won by A. The stage's own posts are those it became.
    const old = published.filter(({ publishedAt }) => publishedAt < NOW - 9 * DAY).slice(0, 28);
    const ranked = old.toSorted((a, b) => (b.figures.views ?? 0) - (a.figures.views ?? 0));
    const half = Math.floor(ranked.length / 2);
    const pairs = Array.from({ length: half }, (_, i) => [ranked[i], ranked[i + half]]);
    const assignments = pairs.flatMap((pair) =>
      pair.map((post, i) => ({ arm: i === 0 ? 'a' : 'b', at: iso((post?.publishedAt ?? 0) - 60_000), title: post?.title ?? '' })),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(10);
    await tabOf(page).run(
      `
      const [played] = arguments;
      const db = await new Promise((done) => {
        const asked = indexedDB.open('post-almanac');
        asked.onsuccess = () => done(asked.result);
      });
      const tx = db.transaction('documents', 'readwrite');
      const documents = tx.objectStore('documents');
      const all = documents.getAll();
      await new Promise((done) => {
        all.onsuccess = done;
      });
      const row = all.result.find(({ kind }) => kind === 'experiment');
      documents.put({ ...row, value: { ...row.value, assignments: played } });
      await new Promise((done) => {
        tx.oncomplete = done;
      });
      db.close();`,
      assignments,
    );
    // Something else is stored, so that everything is weighed anew.
    await go('outside');
    await button('Add a note').click();
    await page.getByLabel('What', { exact: true }).fill('Two cabins nearby began to post.');
    await save();
    await go('experiments');
    await page.getByText('A did better. If it were only chance').waitFor();
    await page.getByLabel('Search what was learnt').fill('numbers nothing');
    await page.getByText('Nothing in the library speaks of that.').waitFor();
    await page.getByLabel('Search what was learnt').fill('numbers');
    await page.getByRole('article', { name: 'Do titles with a number reach more?' }).waitFor();
  });

  it('opens an incident from a finding, closes it, and a rule follows', async () => {
    const key = (await at.posts()).find(({ post }) => post.title === second.title)?.key ?? '';
    await page.goto(at.browser.url(`workbench.html#posts/${encodeURIComponent(key)}`));
    await button('Log as a problem').first().click();
    const card = page.getByRole('article', { name: second.title });
    await card.getByText('feedback within 48 hours').waitFor();
    expect(await card.getByRole('listitem').first().innerText()).toBe(second.title);
    await card.getByRole('checkbox').first().check();
    await card.getByRole('button', { name: 'Feedback was given' }).click();
    await card.getByRole('button', { name: 'It is solved' }).click();
    await card.getByRole('button', { name: 'Look back and close' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByLabel('Cause', { exact: true }).fill('habit');
    await dialog.getByLabel('Learnt', { exact: true }).fill('Say what was compared.');
    await dialog.getByLabel('Words that mark such a post from now on').fill('全网第一好用');
    await dialog.getByRole('button', { name: 'Look back and close' }).click();
    await card.getByText('Closed', { exact: true }).waitFor();
    await until('the label on the post', async () => {
      const flagged = (await at.posts()).filter(({ labels }) => labels.sensitive);
      return flagged.some(({ post }) => post.title === second.title);
    });
  });

  it('makes the month’s page from all of it, keeps it and saves it as text', async () => {
    await go('reviews');
    await page.getByText('Month', { exact: true }).click();
    const article = page.locator('article.printed');
    await article.getByText('€800.00 in, €200.00 out.').waitFor();
    await page.getByLabel('What I do next').fill('Two workshops.');
    await button('Save review').click();
    await page.getByText('Saved reviews').waitFor();
    const { content } = await at.browser.saved(page, () => button('Save as text').click());
    const text = content.toString();
    expect(text).toMatch(/^# Monthly review\n/);
    expect(text).toContain('- €800.00 in, €200.00 out.');
    expect(text).toContain('## What I do next\n\nTwo workshops.');
  });

  it('shares work out, keeps registers that come due, and holds the drill of the quarter', async () => {
    await go('team');
    await page.getByRole('switch', { name: 'Track who does what' }).click();
    await button('Add a team member').click();
    await page.getByLabel('Name', { exact: true }).fill('Rui');
    await chooseOption('Role', 'Business');
    await page.getByLabel('Hand-off', { exact: true }).fill('The stove’s maker wants the draft two days ahead.');
    await save();
    const row = page.locator('li.card', { hasText: 'Rui' });
    await row.getByText('two days ahead').waitFor();
    await button('Add an entry').click();
    await chooseOption('Kind', 'Insurance');
    await page.getByLabel('What', { exact: true }).fill('Workshop cover');
    await page.getByLabel('Due again', { exact: true }).fill(iso(NOW + 5 * DAY).slice(0, 10));
    await save();
    // The list of what is due names it, too, folded on this section.
    await page.locator('[aria-labelledby=register-title]').getByText('Workshop cover').waitFor();

    await go('calendar');
    await page.locator('.planned', { hasText: 'Tomorrow, a stove' }).click();
    await chooseOption('Looked after by', 'Rui');
    await save();
    await go('team');
    await until('the planned post in Rui’s hands', async () => /In hand: 1\b/.test(await row.innerText()));

    await go('incidents');
    await page.getByRole('button', { name: /^Start practising: / }).click();
    const drill = page.getByRole('article', { name: /^Practice: / });
    await drill.getByText('practice: invented').waitFor();
    await drill.getByRole('checkbox').first().check();
    await drill.getByRole('button', { name: 'Feedback was given' }).click();
    await drill.getByRole('button', { name: 'It is solved' }).click();
    await drill.getByRole('button', { name: 'Look back and close' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByLabel('Cause', { exact: true }).fill('invented');
    await dialog.getByLabel('Learnt', { exact: true }).fill('The number of the partner was nowhere.');
    await dialog.getByRole('button', { name: 'Look back and close' }).click();
    await page.getByText('This quarter’s practice run is done.').waitFor();
  });

  it('keeps the outside view, compares the channels, and tells both in the quarter’s page', async () => {
    await go('outside');
    await button('Add a note').click();
    await chooseOption('Kind', 'Complaint');
    await page.getByLabel('What', { exact: true }).fill('The wood list is missing.');
    await page.getByLabel('Where', { exact: true }).fill('comments');
    await page.getByLabel('How often seen', { exact: true }).fill('3');
    await page.getByLabel('Day', { exact: true }).fill(LAST_QUARTER);
    await save();
    await page.getByText('comments · seen 3 times').waitFor();
    const counts = async (channel: string, filled: Record<string, string>) => {
      const group = page.getByRole('group', { name: channel });
      for (const [label, value] of Object.entries(filled)) await group.getByLabel(label, { exact: true }).fill(value);
      await group.getByLabel('Sales or followers gained', { exact: true }).blur();
    };
    await counts('Comments', { Received: '40', Answered: '10', 'Minutes spent': '120', 'Sales or followers gained': '6' });
    await counts('Live', { 'Minutes spent': '60', 'Sales or followers gained': '9' });
    const compared = (channel: string) => page.getByRole('row', { name: new RegExp(`^${channel}`) });
    await until('the comments compared', async () => /25\s?%\s+3$/.test((await compared('Comments').innerText()).trim()));
    await until('the live hours compared', async () => /9$/.test((await compared('Live').innerText()).trim()));

    await go('reviews');
    await page.getByText('Quarter', { exact: true }).click();
    const article = page.locator('article.printed');
    await article.getByText('The wood list is missing. (comments, seen 3 times)').waitFor();
    await article.getByText(/^Comments, by your own count.*40 received, 25% answered, 3 results per hour/).waitFor();
  });

  it('shows in the side panel only what is due today', async () => {
    const panel = await at.browser.open('sidepanel.html');
    const due = panel.getByRole('region', { name: 'Due now and soon' });
    await due.getByText(/To publish: “Tomorrow, a stove”/).waitFor();
    await due.getByText(/“Workshop cover” is due again by/).waitFor();
    expect(await due.getByRole('listitem').count()).toBeLessThanOrEqual(3);
    await panel.close();
  });

  it('is usable by everybody, in every part', async () => {
    for (const section of ['calendar', 'goals', 'experiments', 'reviews', 'money', 'incidents', 'team', 'outside']) {
      await go(section);
      await expectWalkable(page);
      await expectAccessible(at.browser, page);
    }
    await go('calendar');
    await button('Plan a post').click();
    await page.locator('dialog').waitFor();
    await expectAccessible(at.browser, page);
  });

  it('comes back whole: saved, everything removed, restored', async () => {
    const stored = () =>
      tabOf(page).run<{ kind: string; id: string; value: unknown }[]>(`
        const db = await new Promise((done) => {
          const asked = indexedDB.open('post-almanac');
          asked.onsuccess = () => done(asked.result);
        });
        const all = db.transaction('documents').objectStore('documents').getAll();
        await new Promise((done) => {
          all.onsuccess = done;
        });
        db.close();
        return all.result;`);
    const before = await stored();
    const kinds = new Set(before.map(({ kind }) => kind));
    for (const kind of ['calendar', 'goal', 'experiment', 'money', 'incident', 'review', 'team', 'register', 'note', 'channel'])
      expect(kinds).toContain(kind);
    const posts = (await at.posts()).length;

    await page.goto(at.browser.url('workbench.html#backup'));
    const saved = await at.browser.saved(page, () => button('Save a backup').click());
    const file = { name: saved.name, mimeType: 'application/gzip', buffer: saved.content };
    await page.getByText('is in your downloads').waitFor();
    await button('Remove everything').click();
    await page.locator('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await until('nothing left', async () => (await stored()).length === 0 && (await at.posts()).length === 0);

    await page.locator('input[type=file]').setInputFiles(file);
    await button('Replace everything').click();
    await page.locator('dialog').getByRole('button', { name: 'Replace everything' }).click();
    await page.getByText('Restored.').waitFor();
    expect(await stored()).toEqual(before);
    expect((await at.posts()).length).toBe(posts);
    await go('experiments');
    await page.getByText('A did better. If it were only chance').waitFor();
    await go('team');
    await page.locator('li.card', { hasText: 'Rui' }).waitFor();
  });
});
