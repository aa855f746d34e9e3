// Writes the samples and the template to output/: node dist/samples/make.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateWorkbook } from '../src/workbook/file/create-template';
import { SAMPLE_NAMES, sampleWorkbook } from './index';

/** The files do not change from day to day, so they bear the date of their last transactions. */
const MODIFIED = new Date('2026-04-01T08:00:00Z');
const FOLDER = 'output';

mkdirSync(FOLDER, { recursive: true });
const files = SAMPLE_NAMES.map((name) => [name, sampleWorkbook(name, MODIFIED)] as const);
for (const [name, bytes] of [...files, ['template', templateWorkbook(MODIFIED)] as const]) {
  const path = join(FOLDER, `${name}.xlsx`);
  writeFileSync(path, bytes);
  console.log(`${path} (${bytes.length.toLocaleString('en-US')} bytes)`);
}
