/**
 * The pictures of README and store, from the built extension with the sample account and a staged dashboard:
 * `npx wxt build && node scripts/run.mjs test/gallery/pictures.ts` writes them to `docs/images/`. Commit what has changed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';
import { halfAYear, PILL } from '../e2e/almanac';
import { scrollOn, settled } from '../stage/visitor';
import { openStaged } from './staged';

const OUT = join(ROOT, 'docs/images');
mkdirSync(OUT, { recursive: true });

const LANGUAGES = [
  {
    language: 'en',
    locale: 'en-US',
    claim: 'Your posts know more than you think.',
    more: 'When to post, what to post more of, what could get you punished. From your own figures. Nothing leaves your browser.',
  },
  {
    language: 'zh-CN',
    locale: 'zh-CN',
    claim: '你的作品，比你以为的更懂你。',
    more: '什么时候发、多发什么、哪里可能违规。只看你自己的数据，任何数据都不离开浏览器。',
  },
] as const;

/** The stage has no dashboard that looks better. */
const STAGED = 'douyin/content-list';

for (const { language, locale, claim, more } of LANGUAGES) {
  const staged = { accounts: [{ platform: 'douyin', name: '林间小屋', posts: halfAYear('douyin', '林间小屋', 60) }] } as const;
  const { browser, stage, tab, page } = await openStaged(staged, locale);
  const own = await browser.newPage();
  const shoot = async (name: string, path: string, wait: string, width: number, height: number) => {
    await own.setViewportSize({ width, height });
    await own.goto('about:blank');
    await own.goto(browser.url(path));
    await own.locator(wait).first().waitFor({ timeout: 60_000 });
    await own.evaluate('document.fonts.ready');
    // The bar says that it is a sample: true, and no part of the product's daily face.
    await own.evaluate('document.querySelector(".sample-bar")?.remove()');
    await own.waitForTimeout(300);
    await own.screenshot({ path: join(OUT, `${name}-${language}.png`) });
  };
  await shoot('today', 'sidepanel.html?sample', '.suggestion', 400, 800);
  await shoot('timing', 'sidepanel.html?sample#timing', '.chart', 400, 800);
  await shoot('workbench', 'workbench.html?sample#today', '.suggestion', 1280, 800);
  await shoot('posts', 'workbench.html?sample#posts', '.post-standing', 1280, 800);

  await page.setViewportSize({ width: 880, height: 800 });
  await tab.goto(stage.address(STAGED));
  await settled(tab);
  for (let step = 0; step < 8 && (await scrollOn(tab)); step++) await page.waitForTimeout(700);
  const panel = await browser.open('sidepanel.html');
  await panel.locator('#today-title').waitFor({ timeout: 60_000 });
  await page.bringToFront();
  await until('the marks', async () => (await browser.shadowParts(page, PILL, 'bar')).length > 0);
  await page.waitForTimeout(800);
  const [marker] = await browser.shadowParts(page, PILL, 'marker');
  if (marker) await page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(OUT, `overlay-${language}.png`) });

  await compose(own, `store-${language}`, 1280, 800, language, claim, more, ['workbench', 'today']);
  await compose(own, `marquee-${language}`, 1400, 560, language, claim, more, ['today', 'timing']);
  await compose(own, `promo-${language}`, 440, 280, language, claim, '', []);
  await browser.close();
}

/** A picture of words and screens, on the product's paper. */
async function compose(
  page: Page,
  name: string,
  width: number,
  height: number,
  language: string,
  claim: string,
  more: string,
  screens: readonly string[],
): Promise<void> {
  const data = (file: string, type: string) => `data:${type};base64,${readFileSync(join(ROOT, file)).toString('base64')}`;
  const pictures = screens.map((screen) => `<img src="${data(`docs/images/${screen}-${language}.png`, 'image/png')}">`).join('');
  const small = width < 600;
  await page.setViewportSize({ width, height });
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="${language}"><style>
    * { box-sizing: border-box; margin: 0; }
    body { width: ${width}px; height: ${height}px; overflow: hidden; background: #faf9f6; color: #1e1d1a; padding: ${small ? 28 : 48}px; font-family: system-ui, "Noto Sans CJK SC", sans-serif; display: flex; flex-direction: ${height > 700 || small ? 'column' : 'row'}; justify-content: ${small ? 'center' : 'flex-start'}; gap: ${small ? 12 : 36}px; }
    .words { flex: ${height > 700 || small ? 'none' : '1'}; display: flex; flex-direction: column; gap: 12px; justify-content: center; }
    .name { display: flex; align-items: center; gap: 12px; font-weight: 600; font-size: ${small ? 22 : 26}px; }
    .name img { width: ${small ? 40 : 48}px; height: auto; box-shadow: none; border: 0; border-radius: 0; }
    h1 { font-size: ${small ? 26 : 40}px; line-height: 1.25; } p { font-size: 19px; line-height: 1.5; color: #514d45; max-width: 46em; }
    .screens { flex: 1; min-height: 0; display: flex; gap: 24px; align-items: flex-start; }
    .screens img { border: 1px solid #e4e1d9; border-radius: 14px; box-shadow: 0 10px 40px rgb(0 0 0 / 12%); max-height: 780px; }
    .screens img:nth-child(1) { ${screens[0] === 'workbench' ? 'width: 790px' : 'width: 330px'} } .screens img:nth-child(2) { width: ${screens[0] === 'workbench' ? 370 : 330}px; }
  </style><div class="words"><div class="name"><img src="${data('assets/icons/icon.svg', 'image/svg+xml')}">Post Almanac</div><h1>${claim}</h1>${more ? `<p>${more}</p>` : ''}</div>${pictures ? `<div class="screens">${pictures}</div>` : ''}</html>`);
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
}
