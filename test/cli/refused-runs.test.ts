import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtProgram, runHere } from '../support/program';
import { grid, rowsOf, withCell, withTable, workbookOf } from '../support/workbooks';

/** What recalculate, resume, rollback, reverse, adjust and verify say where they can not do what they were asked for. */

const NOW = ['--now', '2026-02-02T08:00:00Z'];
let folder: string;
let closedBook: Uint8Array;
const at = (name: string): string => path.join(folder, name);
const cli = (...args: readonly string[]) => runHere(folder, ...args);

/** 1 of P1 for 10.00 and 1 of P2 for 13.00 are left of CUP at the site N; PLATE has a moving average. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item  | Quantity | Financial date | Financial cost | Site
    P1          | CUP   | 4        | 2026-01-02     | 40             | N
    P2          | CUP   | 1        | 2026-01-03     | 13             | S
    S1          | CUP   | -3       | 2026-01-20     | -30            | N
    P3          | PLATE | 2        | 2026-01-08     | 24             | N
    P4          | CUP   | 5        | 2026-02-09     | 60             | N`,
  ),
  grid(
    'Items',
    'Item | Item group | Item model group | Dimension group\nCUP | China | FIFO | SITE\nPLATE | China | MOVING |',
  ),
  grid('ItemModelGroups', 'Item model group | Inventory model\nFIFO | FIFO\nMOVING | Moving average'),
  grid('DimensionGroups', 'Dimension group | Site\nSITE | Yes'),
]);

beforeAll(async () => {
  builtProgram();
  folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-refused-'));
  fs.writeFileSync(at('book.xlsx'), SHOP);
  expect(await cli('close', 'book.xlsx', '--up-to', '2026-01-31', ...NOW)).toMatchObject({ status: 0 });
  closedBook = fs.readFileSync(at('book.xlsx'));
}, 60_000);
beforeEach(() => fs.writeFileSync(at('book.xlsx'), closedBook));
afterEach(() => fs.readdirSync(folder).forEach((name) => fs.rmSync(at(name), { force: true })));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The words of a refusal. The workbook must be as it was. */
async function refused(...args: readonly string[]): Promise<string> {
  const before = fs.readFileSync(at('book.xlsx'));
  const { status, output } = await cli(...args);
  expect([status, output.split('\n')[0]]).toEqual([
    1,
    expect.stringMatching(/^Refused because of .*The workbook was not changed\.$/),
  ]);
  expect(fs.readFileSync(at('book.xlsx')).equals(before)).toBe(true);
  expect(fs.readdirSync(folder)).not.toContain('out.xlsx');
  return output;
}

test.each<[string, RegExp]>([
  ['reverse book.xlsx IC-0009', /IC-0009 is not a run in force/],
  ['resume book.xlsx', /No run of this workbook is unfinished/],
  ['rollback book.xlsx', /No run of this workbook is unfinished/],
  ['recalculate book.xlsx --up-to 2026-01-30', /2026-01-30 .* before the last close, IC-0001 up to 2026-01-31/],
  ['recalculate book.xlsx --up-to 2026-02-28 --item-groups Wood', /No item has the item group "Wood"/],
  ['adjust on-hand book.xlsx --item JUG --percent 5', /There is no item "JUG" in this workbook/],
  ['adjust on-hand book.xlsx --where Shelf=1 --percent 5', /There is no dimension "Shelf" in this workbook/],
  ['adjust on-hand book.xlsx --item CUP --where Site=X --percent 5', /no receipt is open at 2026-01-31/],
  ['adjust on-hand book.xlsx --item PLATE --percent 5', /PLATE .*Moving average/],
  ['adjust on-hand book.xlsx --item CUP --percent 0', /there is nothing to adjust/],
  [
    'adjust on-hand book.xlsx --item CUP --percent -101',
    /Transactions!A4: The open part of P1 is worth 10\.00, and would be worth -0\.10\./,
  ],
  [
    'adjust on-hand book.xlsx --item CUP --amount 0.005',
    /The amount 0\.005 is finer than the amounts of this workbook/,
  ],
  ['adjust on-hand book.xlsx --item CUP --cost-price', /Items!.*CUP has no cost price|cost price/i],
  ['adjust transaction book.xlsx --transaction P9 --value 5', /There is no transaction "P9" in this workbook/],
  [
    'adjust transaction book.xlsx --transaction P1 --value 5 --transaction p1 --value 6',
    /Transactions!A4: .*P1.*twice/,
  ],
  ['adjust transaction book.xlsx --transaction S1 --value 5', /Transactions!A6: S1 is an issue/],
  [
    'adjust transaction book.xlsx --transaction P1 --value 44 --date 2026-01-31',
    /2026-01-31 is not later than the last close/,
  ],
  ['adjust transaction book.xlsx --transaction P4 --value 44 --date 2026-02-08', /P4 .*2026-02-08/],
  ['adjust revalue book.xlsx --item CUP --unit-cost 5', /CUP .*FIFO/],
  ['adjust revalue book.xlsx --item PLATE --unit-cost 12', /there is nothing to adjust/],
  ['explain book.xlsx P9', /There is no transaction "P9" in the tables/],
])('%s', async (line, reason) => {
  expect(await refused(...line.split(' '))).toMatch(reason);
});

test.each<[string, RegExp]>([
  ['adjust on-hand book.xlsx --item CUP --where Site=N --where site=S --percent 5', /"site" is given twice/],
  ['adjust on-hand book.xlsx --item CUP --where Site=N --where Site=S --percent 5', /"Site" is given twice/],
  ['adjust on-hand book.xlsx --item CUP --value 9999999999.123456', /has 16 digits, and only 15 are exact/],
  ['adjust on-hand book.xlsx --item CUP --percent -999999999999.9999', /has 16 digits, and only 15 are exact/],
  ['adjust on-hand book.xlsx --item CUP --percent NaN', /"NaN" is not a number/],
  ['adjust on-hand book.xlsx --item CUP --percent Infinity', /"Infinity" is not a number/],
  ['adjust on-hand book.xlsx --item CUP --amount 1e3', /"1e3" is not a number/],
  ['adjust on-hand book.xlsx --item CUP --amount 1234567890123', /"1234567890123" is not a number/],
  ['adjust on-hand book.xlsx --item CUP --value -5', /"-5" is not a number of zero or more/],
  ['recalculate book.xlsx', /required option '--up-to <date>' not specified/],
  ['recalculate book.xlsx --up-to 2026-13-01', /"2026-13-01" is not a date/],
  ['recalculate book.xlsx --up-to 2026-02-28 --items ,', /is not a list/],
  ['reverse book.xlsx IC-0001 IC-0002', /too many arguments/],
])('is not understood: %s', async (line, reason) => {
  const { status, output } = await cli(...line.split(' '));
  expect([status, output]).toEqual([2, expect.stringMatching(reason)]);
  expect(fs.readFileSync(at('book.xlsx')).equals(closedBook)).toBe(true);
});

const WRITING = [
  'close book.xlsx --up-to 2026-02-28',
  'recalculate book.xlsx --up-to 2026-02-28',
  'reverse book.xlsx',
  'resume book.xlsx',
  'rollback book.xlsx',
  'adjust on-hand book.xlsx --item CUP --percent 10',
  'adjust transaction book.xlsx --transaction P1 --value 44',
  'adjust revalue book.xlsx --item PLATE --unit-cost 13',
];

describe.each(WRITING)('%s', (line) => {
  const args = line.split(' ');

  test('writes nothing over a file that is there, is read-only, or open elsewhere', async () => {
    fs.writeFileSync(at('theirs.xlsx'), 'theirs');
    expect(await refused(...args, '--output', 'theirs.xlsx')).toMatch(/theirs\.xlsx is there already/);
    expect(fs.readFileSync(at('theirs.xlsx'), 'utf8')).toBe('theirs');
    fs.writeFileSync(at('~$book.xlsx'), '\u0003Ann');
    expect(await refused(...args)).toMatch(/open in another program, by Ann/);
    fs.rmSync(at('~$book.xlsx'));
    fs.chmodSync(at('book.xlsx'), 0o444);
    expect(await refused(...args)).toMatch(/read-only/);
  });

  test('is refused where a locked row was changed, with cell and values; only a reversal tells of it', async () => {
    const changed = await withTable(closedBook, 'Transactions', (table) => withCell(table, 'P1', 'Financial cost', 41));
    fs.writeFileSync(at('book.xlsx'), changed);
    if (['resume', 'rollback'].includes(args[0])) return;
    if (args[0] !== 'reverse') {
      expect(await refused(...args)).toMatch(/Transactions!E4: .*P1.*Financial cost.*from 40\.00 to 41\.00/);
    }
  });
});

test('what only reads works on a book that is read-only, or open elsewhere', async () => {
  fs.writeFileSync(at('~$book.xlsx'), '\u0003Ann');
  fs.chmodSync(at('book.xlsx'), 0o444);
  for (const line of [
    'verify book.xlsx',
    'preview book.xlsx --up-to 2026-02-28',
    'recalculate book.xlsx --up-to 2026-02-28 --dry-run',
    'reverse book.xlsx --dry-run',
    'adjust on-hand book.xlsx --item CUP --percent 10 --dry-run',
    'explain book.xlsx P1',
  ]) {
    expect([line, (await cli(...line.split(' '))).status]).toEqual([line, 0]);
  }
});

test('a note is kept as it was typed; one that is too long for a cell is refused', async () => {
  for (const note of [`=1+1 <&>" 'a'\t\u00e4 ${'x'.repeat(500)}`, 'a\u0001b', '_x0041_']) {
    expect(await cli('reverse', 'book.xlsx', '--note', note, ...NOW)).toMatchObject({ status: 0 });
    expect((await rowsOf(fs.readFileSync(at('book.xlsx')), 'Closings')).at(-1)).toMatchObject({ Note: note });
    fs.writeFileSync(at('book.xlsx'), closedBook);
  }
  expect(await refused('reverse', 'book.xlsx', '--note', 'x'.repeat(32_768))).toMatch(/a cell holds 32,767/);
});
