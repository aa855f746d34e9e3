// Says what the pane loads at first, and fails where that is too much: part of `npm run build:pane`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist-pane');
/** Kilobytes, gzip, of what the page itself names. Office.js comes from Microsoft and is not counted. */
const MOST = 350;

const page = readFileSync(join(FOLDER, 'taskpane.html'), 'utf8');
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
let initial = 0;
for (const name of scripts) {
  const kilobytes = gzipSync(readFileSync(join(FOLDER, name)), { level: 9 }).length / 1000;
  const first = page.includes(name);
  if (first) initial += kilobytes;
  console.log(`${name.padEnd(24)} ${kilobytes.toFixed(1).padStart(7)} kB gzip${first ? '  at first' : ''}`);
}
console.log(`At first: ${initial.toFixed(1)} kB gzip, of ${MOST} kB at most.`);
if (initial === 0 || initial > MOST) {
  console.error(initial === 0 ? 'The page names no script.' : 'That is too much.');
  process.exitCode = 1;
}
