// Closes the sample of a trading company, with the commands that a person would type: `npm run demo`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(ROOT, 'bin', 'inventory-close.js');
const FOLDER = 'output';
const BOOK = `${FOLDER}/trading-company.xlsx`;
const DAY = '2026-01-31';

/** Shows a command as it would be typed, runs it, and ends the demo with its exit code where it fails. */
function run(...args) {
  console.log(`\n$ npx inventory-close ${args.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(ROOT, 'dist', 'src', 'cli', 'main.js'))) {
  console.error('The program is not built yet. Run npm ci (or npm run build) first.');
  process.exit(1);
}
mkdirSync(join(ROOT, FOLDER), { recursive: true });

console.log('1. A workbook to try: three months of an invented trading company.');
run('sample', 'trading-company', '--output', BOOK, '--force');
console.log(`\n2. Before the close: is the workbook ready? What would stay open? Which costs look wrong?`);
run('check', BOOK, '--up-to', DAY);
console.log('\n3. The close of January.');
run('close', BOOK, '--up-to', DAY);
console.log('\n4. One sale: why does it cost what it costs?');
run('explain', BOOK, 'FIFO-3');

console.log(`
The result is ${resolve(ROOT, BOOK)}
Open it in Excel or LibreOffice: the sheets from "Closings" on are new. samples/README.md follows some items by hand.
Go on with: npx inventory-close close ${BOOK} --up-to 2026-02-28`);
