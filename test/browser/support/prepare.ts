import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateWorkbook } from '../../../src/workbook/file/create-template';
import { SAMPLE_NAMES, sampleWorkbook } from '../../../samples';
import { findBrowser } from './find-browser';

const ROOT = join(__dirname, '../../..');
export const BUILT = join(ROOT, 'output/workbench-for-tests');
const DATE_OF_SAMPLES = new Date('2026-04-01T08:00:00Z');

/** Before the browser tests: finds a browser, and builds the workbench from the sources as they are. */
export default async function prepare(): Promise<void> {
  const browser = await findBrowser();
  process.env.FOUND_BROWSER = browser ?? '';
  if (!browser) {
    console.warn(
      '\nThe browser tests are skipped: no Chromium, Chrome or Edge could be started (set BROWSER_FOR_TESTS).',
    );
    return;
  }
  const script = join(ROOT, 'scripts/workbench.mjs');
  const options = ['--build', '--development', '--no-samples', '--output', BUILT];
  execFileSync(process.execPath, [script, ...options], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const samples = join(BUILT, 'samples');
  mkdirSync(samples, { recursive: true });
  writeFileSync(join(samples, 'template.xlsx'), templateWorkbook(DATE_OF_SAMPLES));
  for (const name of SAMPLE_NAMES) writeFileSync(join(samples, `${name}.xlsx`), sampleWorkbook(name, DATE_OF_SAMPLES));
}
