/** Draws `public/icon/*.png` from `assets/icons/*.svg`: run after changing a drawing, commit both. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const root = new URL('../../', import.meta.url).pathname;
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  const svg = readFileSync(`${root}assets/icons/${size <= 32 ? 'icon-small' : 'icon'}.svg`, 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0">${svg.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `)}</body>`,
  );
  writeFileSync(`${root}public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
