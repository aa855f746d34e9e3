// Makes the pictures of the pane in docs/images on the workbench, with the browser of the tests: part of `npm run pictures`.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../workbench/serve.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const IMAGES = join(ROOT, 'docs', 'images');

/** BROWSER_FOR_TESTS, else the browser that npm install brought (Linux). */
async function browserPath() {
  if (process.env.BROWSER_FOR_TESTS) return process.env.BROWSER_FOR_TESTS;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

execFileSync(process.execPath, [join(ROOT, 'scripts', 'workbench.mjs'), '--build'], { stdio: 'inherit' });
const served = await serve(join(ROOT, 'dist-workbench'), 0);
const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, locale: 'en-US', timezoneId: 'UTC' });
  await page.goto(`${served.address}?width=380`);
  const pane = await (await page.waitForSelector('iframe')).contentFrame();
  const button = (name) => pane.getByRole('button', { name });
  const heading = (name) => pane.getByRole('heading', { name }).first().waitFor();
  const picture = async (name) => {
    // What opens has opened, and the sheet is drawn.
    await pane.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await page.screenshot({ path: join(IMAGES, name) });
    console.log(`docs/images/${name}`);
  };

  await button(/^Close up to Jan 31, 2026/).click();
  await heading('Up to which date?');
  await button('Preview without checking').click();
  await heading(/^Preview of the close/);
  await page.getByRole('tab', { name: 'Transactions', exact: true }).click();
  await page.locator('[data-cell=A5]').filter({ hasText: 'FIFO-1' }).waitFor();
  await picture('pane-preview.png');

  await button('Close…').click();
  await button('Close up to Jan 31, 2026').click();
  await heading('Closed up to Jan 31, 2026');
  await pane.getByRole('navigation').getByRole('button', { name: 'Explain', exact: true }).click();
  await heading('Explain a cost');
  await pane.getByRole('textbox', { name: 'Transaction' }).fill('FIFO-3');
  await pane.getByRole('main').getByRole('button', { name: 'Explain', exact: true }).click();
  await heading('Why FIFO-3 costs what it costs');
  await page.getByRole('tab', { name: 'Settlements', exact: true }).click();
  await page.locator('[data-cell=A9]').filter({ hasText: 'S-000001' }).waitFor();
  await pane.getByRole('heading', { name: 'Why FIFO-3 costs what it costs' }).scrollIntoViewIfNeeded();
  await pane.evaluate(() => window.scrollBy(0, 260));
  await picture('pane-explain.png');
} finally {
  await browser.close();
  await served.close();
}
