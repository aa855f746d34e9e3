import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** A page needs no sandbox to be tested, and a browser of tests has nobody to call at home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium, Chrome and Edge are installed. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGS, headless: true });

/**
 * The first browser that starts: the one that BROWSER_FOR_TESTS names, the one that npm install brought (Linux), an installed one.
 * Null where none does.
 */
export async function findBrowser(): Promise<string | null> {
  const named = process.env.BROWSER_FOR_TESTS;
  const candidates = [
    () => Promise.resolve(named),
    broughtAlong,
    ...INSTALLED.map((path) => () => Promise.resolve(path)),
  ];
  for (const candidate of candidates) {
    const path = await candidate().catch(() => undefined);
    if (path === undefined || !existsSync(path)) continue;
    const browser = await launch(path).catch(() => null);
    await browser?.close();
    if (browser) return path;
  }
  return null;
}

/** The package unpacks its browser when it is asked for it. It has none for Windows and Mac. */
async function broughtAlong(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
