// Makes the pictures in docs/images from a real close of the sample: `npm run pictures`.
// Needs LibreOffice and poppler-utils (pdftotext, pdftoppm).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(ROOT, 'bin', 'inventory-close.js');
const NOW = '2026-02-03T09:00:00Z';

/** The part of each sheet's first printed page that is shown, in inches: left, top, width, height. */
const PICTURES = [
  { sheet: 'Settlements', file: 'settlements.png', area: [0.4, 0.5, 7.82, 3.24] },
  { sheet: 'Ledger', file: 'ledger.png', area: [0.4, 0.5, 9.24, 2.8] },
];
const DOTS = 180;

const folder = mkdtempSync(join(tmpdir(), 'inventory-close-picture-'));
try {
  const book = join(folder, 'trading-company.xlsx');
  execFileSync(process.execPath, [PROGRAM, 'sample', '--output', book, '--now', NOW]);
  execFileSync(process.execPath, [PROGRAM, 'close', book, '--up-to', '2026-01-31', '--now', NOW]);
  // A profile of its own: a LibreOffice that is open elsewhere would take the work and answer too early.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, book], {
    stdio: 'ignore',
  });
  const pdf = join(folder, 'trading-company.pdf');
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f');
  for (const { sheet, file, area } of PICTURES) {
    // The header of a printed result sheet ends with the sheet's name; its first page has the title below.
    const page = 1 + pages.findIndex((text) => new RegExp(`\\s${sheet}\\n+\\s*${sheet}\\n`).test(text));
    if (page === 0) throw new Error(`The sheet ${sheet} was not printed`);
    const [x, y, width, height] = area.map((inches) => String(Math.round(inches * DOTS)));
    const crop = ['-x', x, '-y', y, '-W', width, '-H', height];
    const target = join(ROOT, 'docs', 'images', file.replace(/\.png$/, ''));
    execFileSync('pdftoppm', ['-r', String(DOTS), '-f', String(page), '-singlefile', '-png', ...crop, pdf, target]);
    console.log(`docs/images/${file}: page ${page}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
