/**
 * Pictures of what is drawn on somebody else's pages: the pill, the markers and a card on every staged dashboard, on a light and on a
 * dark screen and in the browser's zoom. `npx wxt build && node scripts/run.mjs test/gallery/overlay.ts [page …]` writes them to
 * `out/overlay/`. `--locale zh-CN` speaks Chinese.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';
import { halfAYear, PILL } from '../e2e/almanac';
import { TEMPLATES } from '../stage/platforms';
import { scrollOn, settled, turnOn } from '../stage/visitor';
import { DARK, openStaged } from './staged';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string', default: 'en-US' }, out: { type: 'string', default: 'out/overlay' } },
});
const out = join(ROOT, values.out);
mkdirSync(out, { recursive: true });

const CHINESE: ReadonlySet<string> = new Set(['douyin', 'xiaohongshu', 'kuaishou', 'channels', 'bilibili']);
const LOOKS = [
  { name: 'light', dark: false, scale: 1 },
  { name: 'zoom', dark: false, scale: 1.5 },
  { name: 'dark', dark: true, scale: 1 },
];

const pages = TEMPLATES.flatMap(({ platform, pages: all }) => all.map(({ id }) => ({ id, platform })));
for (const page of pages.filter(({ id }) => positionals.length === 0 || positionals.includes(id))) {
  const { platform } = page;
  const staged = {
    accounts: [{ platform, name: 'juniper.kiln', posts: halfAYear(platform, 'juniper.kiln', 30) }],
    language: CHINESE.has(platform) ? 'zh-CN' : 'en',
  } as const;
  const at = await openStaged(staged, values.locale);
  const { browser, tab, stage } = at;
  await at.page.setViewportSize({ width: 1280, height: 800 });
  await tab.goto(stage.address(page.id));
  await settled(tab);
  while ((await scrollOn(tab)) || (await turnOn(tab)));
  // The report that the marks come from is made where somebody looks.
  const panel = await browser.open('sidepanel.html');
  await panel.locator('#today-title').waitFor({ timeout: 60_000 });
  await at.page.bringToFront();
  await tab.goto(stage.address(page.id));
  await settled(tab);
  for (const { name, dark, scale } of LOOKS) {
    // The browser's zoom: as many dots, fewer px.
    await at.page.setViewportSize({ width: Math.round(1280 / scale), height: Math.round(800 / scale) });
    if (dark) {
      await at.page.addStyleTag({ content: DARK });
      await tab.run('document.documentElement.dataset.theme = "dark"');
    }
    await at.page.mouse.move(2, 2);
    await settled(tab);
    await until('the markers', async () => (await browser.shadowParts(at.page, PILL, 'marker')).length > 0).catch(() => {});
    const markers = (await browser.shadowParts(at.page, PILL, 'marker')).sort((a, b) => a.top - b.top);
    const marker = markers[Math.min(1, markers.length - 1)];
    if (marker) await at.page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
    if (marker)
      await until('the card', async () => (await browser.shadowParts(at.page, PILL, 'card')).length > 0).catch(() => {});
    const file = `${page.id.replace('/', '-')}-${values.locale}-${name}.png`;
    await at.page.screenshot({ path: join(out, file) });
    console.log(`${file}: ${markers.length} markers`);
  }
  await browser.close();
}
