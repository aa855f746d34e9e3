// Says what the pane loads at first, and fails where that is too much: part of `npm run build:pane`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist-pane');
/**
 * Kilobytes, gzip, of all that is fetched before a person has done anything: what the page names, and one language, of which the
 * largest counts. Office.js comes from Microsoft and is not counted.
 */
const MOST = 320;

const page = readFileSync(join(FOLDER, 'taskpane.html'), 'utf8');
const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
let named = 0;
let language = 0;
for (const name of scripts) {
  const kilobytes = gzipSync(readFileSync(join(FOLDER, name)), { level: 9 }).length / 1000;
  const first = page.includes(name);
  const isLanguage = name.startsWith('language-');
  if (first) named += kilobytes;
  if (isLanguage) language = Math.max(language, kilobytes);
  const note = first ? '  at first' : isLanguage ? '  at first, one of them' : '';
  console.log(`${name.padEnd(30)} ${kilobytes.toFixed(1).padStart(7)} kB gzip${note}`);
}
const initial = named + language;
console.log(`At first: ${initial.toFixed(1)} kB gzip, of ${MOST} kB at most.`);
if (named === 0 || language === 0 || initial > MOST) {
  console.error(
    named === 0 ? 'The page names no script.' : language === 0 ? 'There is no language.' : 'That is too much.',
  );
  process.exitCode = 1;
}
