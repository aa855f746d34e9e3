import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { expectGolden } from '../../support/golden';
import { builtProgram, runHere } from '../../support/program';
import { day, withCell, withTable } from '../../support/workbooks';
import { changesBetween } from './tell-changes';
import { threeMonthsBook } from './three-months-book';

/** A file to be read: test/golden/three-months.txt. UPDATE_GOLDEN=1 npx jest test/runs/life/three-months writes it anew. */

const BOOK = 'book.xlsx';
let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => (folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-life-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** An invoice for the slip C1: 25.00 and not 20.00, dated 5 February. */
const invoiced = (bytes: Uint8Array): Promise<Uint8Array> =>
  withTable(bytes, 'Transactions', (table) =>
    withCell(withCell(table, 'C1', 'Financial date', day('2026-02-05')), 'C1', 'Financial cost', 25),
  );

const STEPS: readonly (string | readonly [string, (bytes: Uint8Array) => Promise<Uint8Array>])[] = [
  'close book.xlsx --up-to 2026-01-31',
  'recalculate book.xlsx --up-to 2026-02-15',
  ['The invoice of C1 arrives: 25.00, dated 2026-02-05', invoiced],
  'adjust on-hand book.xlsx --item OIL --percent 10',
  'close book.xlsx --up-to 2026-02-28 --pause-after 60%',
  'recalculate book.xlsx --up-to 2026-03-15',
  'resume book.xlsx',
  'adjust transaction book.xlsx --transaction B2 --value 140',
  'reverse book.xlsx IC-0004',
  'reverse book.xlsx IC-0004 --with-later',
  'close book.xlsx --up-to 2026-02-28',
  'adjust transaction book.xlsx --transaction B2 --value 140',
  'adjust revalue book.xlsx --item GLASS --unit-cost 12',
  'recalculate book.xlsx --up-to 2026-03-15',
  'close book.xlsx --up-to 2026-03-31',
  'reverse book.xlsx IC-0008 --with-later',
  'close book.xlsx --up-to 2026-03-31',
];

test('three months, with all that can happen in them', async () => {
  const file = path.join(folder, BOOK);
  let before = threeMonthsBook();
  fs.writeFileSync(file, before);
  const told: string[] = [];
  for (const [at, step] of STEPS.entries()) {
    if (typeof step === 'string') {
      const now = `2026-04-01T08:${String(at).padStart(2, '0')}:00Z`;
      const { status, output } = await runHere(folder, ...step.split(' '), '--now', now);
      told.push(`${at + 1}. ${step}`, `   exit ${status}`, '', indented(output), '');
    } else {
      const [what, change] = step;
      fs.writeFileSync(file, await change(before));
      told.push(`${at + 1}. ${what}`, '');
    }
    const after = fs.readFileSync(file);
    told.push(...(await changesBetween(before, after)), '', '');
    before = after;
  }
  expectGolden('three-months.txt', `${told.join('\n').trimEnd()}\n`);
}, 120_000);

const indented = (output: string): string =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => `   | ${line}`.trimEnd())
    .join('\n');
