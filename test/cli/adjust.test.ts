import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { balances } from '../support/by-hand';
import { builtProgram, run } from '../support/program';
import { grid, rowsOf, workbookOf } from '../support/workbooks';

const NOW = '2026-02-02T08:00:00Z';
let folder: string;
beforeAll(() => void builtProgram(), 60_000);
beforeEach(() => (folder = fs.mkdtempSync(path.join(tmpdir(), 'inventory-close-adjust-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const cli = (...args: readonly string[]) => run(folder, ...args);

/** 1 of P1 for 10.00 and 1 of P2 for 13.00 are left of CUP, 2 of P3 for 24.00 of GLASS. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item  | Quantity | Financial date | Financial cost
    P1          | CUP   | 4        | 2026-01-02     | 40
    P2          | CUP   | 1        | 2026-01-03     | 13
    S1          | CUP   | -3       | 2026-01-20     | -30
    P3          | GLASS | 2        | 2026-01-08     | 24`,
  ),
  grid('Items', 'Item | Item model group | Cost price\nCUP | FIFO | 15\nGLASS | MOVING |'),
  grid('ItemModelGroups', 'Item model group | Inventory model\nFIFO | FIFO\nMOVING | Moving average'),
]);

function closedShop(): void {
  fs.writeFileSync(at('book.xlsx'), SHOP);
  expect(cli('close', 'book.xlsx', '--up-to', '2026-01-31', '--now', NOW)).toMatchObject({ status: 0, stderr: '' });
}

test('on hand: a dry run shows each receipt before and after, and the run writes just that', async () => {
  closedShop();
  const before = fs.readFileSync(at('book.xlsx'));
  const args = ['adjust', 'on-hand', 'book.xlsx', '--item', 'CUP', '--cost-price', '--now', NOW];
  const dry = cli(...args, '--dry-run');
  expect([dry.status, dry.stderr]).toEqual([0, '']);
  expect(dry.stdout).toBe(`On-hand adjustment of 2026-01-31: 2 receipts. Nothing was written.

  Receipt  Item  Cell             Open  Value before  Adjustment  Value after  Unit cost before  Unit cost after
  -------  ----  ---------------  ----  ------------  ----------  -----------  ----------------  ---------------
  P1       CUP   Transactions!A4     1        10.00        5.00        15.00              10.00            15.00
  P2       CUP   Transactions!A5     1        13.00        2.00        15.00              13.00            15.00

  Adjustment in all (USD): 7.00

  Account               Item group  Item  Debit  Credit
  --------------------  ----------  ----  -----  ------
  Inventory                               7.00
  Inventory adjustment                            7.00
`);
  expect(fs.readFileSync(at('book.xlsx'))).toEqual(before);

  const made = cli(...args, '--output', 'adjusted.xlsx', '--note', 'Counted');
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/^On-hand adjustment of 2026-01-31: 2 receipts, as IC-0002 with voucher V-0002\.\n/);
  expect(made.stdout).toMatch(
    /\nWritten to adjusted\.xlsx: rows of Adjustments \(2\), Ledger \(2\), CloseLog \(1\) and .*\.\nSee the sheet Checks\.\n$/,
  );
  expect(fs.readFileSync(at('book.xlsx'))).toEqual(before);
  const runs = await rowsOf(fs.readFileSync(at('adjusted.xlsx')), 'Closings');
  expect(runs.map(({ Type, Adjustment, Note }) => [Type, Adjustment, Note])).toEqual([
    ['Close', 0, null],
    ['On-hand adjustment', 7, 'Counted'],
  ]);
  const again = cli(...args, '--output', 'again.xlsx', '--note', 'Counted');
  expect(again.status).toBe(0);
  expect(fs.readFileSync(at('again.xlsx'))).toEqual(fs.readFileSync(at('adjusted.xlsx')));
});

test('transaction and revalue: --json prints nothing but JSON, and the runs can be reversed', async () => {
  closedShop();
  const transaction = cli('adjust', 'transaction', 'book.xlsx', '--transaction', 'P1', '--value', '44', '--json');
  expect(JSON.parse(transaction.stdout)).toMatchObject({
    file: 'book.xlsx',
    closing: 'IC-0002',
    type: 'Transaction adjustment',
    date: '2026-02-01',
    adjustment: '4.00',
    receipts: [
      { transaction: 'P1', cell: 'Transactions!A4', valueBefore: '40.00', valueAfter: '44.00', unitCostAfter: '11.00' },
    ],
  });
  const revalue = cli('adjust', 'revalue', 'book.xlsx', '--item', 'glass', '--unit-cost', '12.345', '--json');
  expect(JSON.parse(revalue.stdout)).toMatchObject({
    closing: 'IC-0003',
    type: 'On-hand adjustment',
    date: '2026-01-31',
    adjustment: '0.69',
    receipts: [{ transaction: 'P3', quantity: '2', valueBefore: '24.00', valueAfter: '24.69' }],
  });
  const reverse = cli('reverse', 'book.xlsx', 'IC-0002', '--with-later', '--json');
  expect(JSON.parse(reverse.stdout)).toMatchObject({ runs: [{ reversed: 'IC-0003' }, { reversed: 'IC-0002' }] });
  expect(await balances(fs.readFileSync(at('book.xlsx')))).toEqual({});
});

test('what can not be done is refused with its reasons, and the workbook is left as it was', () => {
  closedShop();
  const before = fs.readFileSync(at('book.xlsx'));
  const { status, stdout, stderr } = cli('adjust', 'transaction', 'book.xlsx', '--transaction', 'S1', '--value', '5');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Transactions!A6: S1 is an issue: only receipts of the table Transactions can be adjusted.');
  expect(fs.readFileSync(at('book.xlsx'))).toEqual(before);
});

test.each([
  [['on-hand', 'book.xlsx', '--unit-cost', '5'], 'say what is to be adjusted: --item, --item-group or --where.'],
  [
    ['on-hand', 'book.xlsx', '--item', 'CUP'],
    'say how: one of --cost-price, --unit-cost, --value, --percent and --amount.',
  ],
  [['on-hand', 'book.xlsx', '--item', 'CUP', '--percent', '5', '--amount', '5'], 'say how: one of --cost-price'],
  [['on-hand', 'book.xlsx', '--where', 'Site'], '"Site" is not a dimension with its value. Write it as Site=1.'],
  [
    ['on-hand', 'book.xlsx', '--item', 'CUP', '--percent', 'ten'],
    '"ten" is not a number. Write it with a decimal point: -1.50.',
  ],
  [
    ['transaction', 'book.xlsx', '--transaction', 'P1', '--transaction', 'P2', '--value', '5'],
    'give each --transaction its --value.',
  ],
  [['revalue', 'book.xlsx', '--item', 'GLASS'], "required option '--unit-cost <cost>' not specified"],
  [['nothing'], "unknown command 'nothing'"],
])('adjust %j is not understood, and says why', (args, message) => {
  const { status, stdout, stderr } = cli('adjust', ...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('--percent takes a minus', () => {
  closedShop();
  const { stdout } = cli('adjust', 'on-hand', 'book.xlsx', '--item', 'CUP', '--percent', '-10', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ file: null, closing: null, adjustment: '-2.30' });
});
