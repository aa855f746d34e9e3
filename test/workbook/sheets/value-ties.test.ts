/** Above the table InventoryValue: its newest rows against the transactions, the ledger and LedgerBalances. */
import { parseArea } from '../../../host/model/address';
import type { Sheet } from '../../../host/model/sheet';
import { writeCells } from '../../../host/model/write';
import { close } from '../../../src/runs/close';
import { recalculate } from '../../../src/runs/recalculate';
import { openXlsx } from '../../../src/workbook/file';
import { adjusted, onHand, receipts, reversed } from '../../support/by-hand';
import { cellsOf, computed, type Grid as Cells, held } from '../../support/pages';
import { closed, day, ENV, grid, type Grid, NOW, workbookOf } from '../../support/workbooks';
import { openExcel } from '../excel/support';

/** 10 at 10.00 and 10 at 12.00, and 15 sold at an estimate of 11.00: FIFO leaves 5 at 12.00. 2 more are sold in February. */
const FIVE = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost | Inventory account
  P1          | A    | 10       | 2026-01-05     | 100.00         | 1400
  P2          | A    | 10       | 2026-01-10     | 120.00         | 1400
  S1          | A    | -15      | 2026-01-20     | -165.00        | 1400
  S2          | A    | -2       | 2026-02-03     | -22.00         | 1400
  Q1          | B    | 3        | 2026-01-05     | 30.00          | 1410
  `,
);
const balances = (rows: string): Grid => grid('LedgerBalances', `Account | Date | Balance\n${rows}`);

/** Label, expected, found, difference, result, and the run, of the rows above the table. */
function ties(cells: Cells): string[] {
  const title = cells.findIndex((row) => row.includes('Compared with other tables'));
  const label = cells[title].indexOf('Compared with other tables');
  const left = cells[title].indexOf('Expected');
  return cells
    .slice(title + 1, title + 5)
    .map((row) => [row[label], ...row.slice(left, left + 5)].map((cell) => String(cell ?? '')).join(' | '));
}
const results = (bytes: Uint8Array): string[] => {
  const lines = ties(held(bytes, 'Inventory value'));
  expect(ties(computed(bytes, 'Inventory value'))).toEqual(lines);
  return lines.map((line) => line.split(' | ').slice(0, 5).join(' | '));
};
const changed = (bytes: Uint8Array, sheet: string, cell: string, value: number | string): string[] => {
  const change = (sheetOf: (name: string) => Sheet): void => writeCells(sheetOf(sheet), parseArea(cell)!, value);
  return ties(computed(bytes, 'Inventory value', change)).filter((line) => line.includes('| Difference'));
};
const NO_BALANCES = 'Closing value = LedgerBalances of the date |  |  |  | Not tested';

describe('a close', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await closed(workbookOf([FIVE]), '2026-01-31')).bytes;
  });

  test('states what is expected and what was found', () => {
    expect(results(bytes)).toEqual([
      'Closing quantity = Transactions by then | 8 | 8 | 0 | OK',
      // Posted 100 + 120 − 165 + 30, and 5.00 that the sale was too dear.
      'Closing value = Transactions and Adjustments | 90 | 90 | 0 | OK',
      'Adjustment = vouchers since the close before | 5 | 5 | 0 | OK',
      NO_BALANCES,
    ]);
    expect(ties(held(bytes, 'Inventory value'))[0]).toMatch(/IC-0001, 2026-01-31$/);
  });

  test.each<readonly [string, string, string, number | string, string]>([
    ['a quantity', 'Transactions', 'C4', 11, 'Closing quantity = Transactions by then | 9 | 8 | -1'],
    ['a cost', 'Transactions', 'E4', 101, 'Closing value = Transactions and Adjustments | 91 | 90 | -1'],
    ['a date', 'Transactions', 'D4', 46090, 'Closing quantity = Transactions by then | -2 | 8 | 10'],
    ['an adjustment', 'Adjustments', 'G9', 7, 'Closing value = Transactions and Adjustments'],
    ['a line of the ledger', 'Ledger', 'H9', 1, 'Adjustment = vouchers since the close before | 1 | 5 | 4'],
    ['a closing value', 'Inventory value', 'Q14', 1, 'Closing value = Transactions and Adjustments | 90 | 31 | -59'],
  ])('%s that was typed over is a difference', (_, sheet, cell, value, line) => {
    expect(changed(bytes, sheet, cell, value).join('\n')).toContain(line);
  });
});

test('a run that is not complete, or was rolled back, is no agreement', async () => {
  const { bytes } = await closed(workbookOf([FIVE]), '2026-01-31');
  const change = (sheetOf: (name: string) => Sheet): void =>
    writeCells(sheetOf('Closings'), parseArea('D9')!, 'Running');
  const lines = ties(computed(bytes, 'Inventory value', change)).map((line) => line.split(' | ')[4]);
  expect(lines).toEqual(['Not in force', 'Not in force', 'Not in force', 'Not tested']);
});

test('each run has them written for its own rows; a reversal for those of the run before', async () => {
  const january = (await closed(workbookOf([FIVE]), '2026-01-31')).bytes;
  const february = (await closed(january, '2026-02-28')).bytes;
  // 3 at 12.00 are left of A: the sale of 2 in February was posted at 11.00 each and costs 24.00.
  const OF_FEBRUARY = [
    'Closing quantity = Transactions by then | 6 | 6 | 0 | OK',
    'Closing value = Transactions and Adjustments | 66 | 66 | 0 | OK',
    'Adjustment = vouchers since the close before | -2 | -2 | 0 | OK',
    NO_BALANCES,
  ];
  expect(results(february)).toEqual(OF_FEBRUARY);
  expect(ties(held(february, 'Inventory value'))[3]).toMatch(/IC-0002: no balances$/);
  const back = await reversed(february);
  expect(results(back)).toEqual(results(january));
  const none = await reversed(back);
  expect(results(none).every((line) => line.endsWith('Not tested'))).toBe(true);
  expect(ties(held(none, 'Inventory value'))[0]).toContain('No run is in force');
});

test('provisional adjustments that a close takes back, and adjustments by hand before it, agree too', async () => {
  const january = (await closed(workbookOf([FIVE]), '2026-01-31')).bytes;
  const port = openXlsx(january, 'book.xlsx');
  expect((await recalculate(port, { upTo: day('2026-02-28') }, ENV)).ok).toBe(true);
  const recalculated = port.toBytes(new Date(NOW));
  expect(
    results(recalculated)
      .slice(0, 3)
      .map((line) => line.split(' | ')[4]),
  ).toEqual(['OK', 'OK', 'OK']);
  const stock = await adjusted(
    await reversed(recalculated),
    onHand({ selection: { items: ['A'] }, fill: { method: 'Unit cost', unitCost: 15 } }),
  );
  // 5 pieces from 12.00 to 15.00.
  expect(results(stock.bytes)).toEqual([
    'Closing quantity = Transactions by then | 8 | 8 | 0 | OK',
    'Closing value = Transactions and Adjustments | 105 | 105 | 0 | OK',
    'Adjustment = vouchers since the close before | 15 | 15 | 0 | OK',
    NO_BALANCES,
  ]);
  const later = await adjusted(stock.bytes, receipts({ values: [{ transaction: 'Q1', value: 33 }] }));
  expect(results(later.bytes)).toEqual(results(stock.bytes));
  // A: 3 at 15.00. B: 33.00. Adjusted since January: 3.00 of B, and 8.00 less for the sale of 2, posted at 22.00.
  expect(results((await closed(later.bytes, '2026-02-28')).bytes)).toEqual([
    'Closing quantity = Transactions by then | 6 | 6 | 0 | OK',
    'Closing value = Transactions and Adjustments | 78 | 78 | 0 | OK',
    'Adjustment = vouchers since the close before | -5 | -5 | 0 | OK',
    NO_BALANCES,
  ]);
});

describe('balances of the general ledger', () => {
  // Before the voucher of the close, which is not posted there yet: 55.00 of account 1400.
  const BEFORE = workbookOf([
    FIVE,
    balances('1400 | 2026-01-31 | 55.00\n1410 | 2026-01-31 | 30.00\n5000 | 2026-01-31 | 9'),
  ]);

  test('are compared as a whole here, and by account in the sheet Checks', async () => {
    const { bytes } = await closed(BEFORE, '2026-01-31');
    expect(results(bytes)[3]).toBe('Closing value = LedgerBalances of the date | 85 | 90 | 5 | Difference');
    expect(byAccount(held(bytes, 'Checks'))).toEqual([
      ['1400', 'IC-0001', 55, 60, 5, 'Difference'],
      ['1410', 'IC-0001', 30, 30, 0, 'OK'],
    ]);
    expect(held(bytes, 'Checks')[3][2]).toBe('There are differences');
  });

  test('agree as soon as the ledger has the voucher, and differ again with any figure', async () => {
    const { bytes } = await closed(BEFORE, '2026-01-31');
    const posted = (sheetOf: (name: string) => Sheet): void =>
      writeCells(sheetOf('LedgerBalances'), parseArea('C4')!, 60);
    expect(ties(computed(bytes, 'Inventory value', posted))[3]).toContain('| 90 | 90 | 0 | OK');
    expect(byAccount(computed(bytes, 'Checks', posted))[0]).toEqual(['1400', 'IC-0001', 60, 60, 0, 'OK']);
    const wrong = (sheetOf: (name: string) => Sheet): void => {
      posted(sheetOf);
      writeCells(sheetOf('Transactions'), parseArea('E4')!, 104);
    };
    expect(byAccount(computed(bytes, 'Checks', wrong))[0]).toEqual(['1400', 'IC-0001', 60, 64, 4, 'Difference']);
  });

  test('of another date are not tested, and the sheets say so', async () => {
    const other = workbookOf([FIVE, balances('1400 | 2026-02-28 | 60.00')]);
    const { bytes } = await closed(other, '2026-01-31');
    expect(ties(held(bytes, 'Inventory value'))[3]).toContain('IC-0001: no balances');
    expect(byAccount(held(bytes, 'Checks'))).toEqual([
      ['Balances of inventory accounts', 'IC-0001', null, null, null, 'Not tested'],
    ]);
    expect(held(bytes, 'Checks').flat()).toContain('LedgerBalances has no balances of 2026-01-31.');
  });

  test('where accounts come from Posting the value before the run is taken as the run found it', async () => {
    const blank = { ...FIVE, rows: FIVE.rows.map((row) => (row[0] === 'P1' ? [...row.slice(0, 5), null] : row)) };
    const posting = grid('Posting', 'Inventory account | Offset account\n1400 | 5000');
    const book = workbookOf([blank, posting, balances('1400 | 2026-01-31 | 60.00\n1410 | 2026-01-31 | 30.00')]);
    const { bytes } = await closed(book, '2026-01-31');
    expect(byAccount(held(bytes, 'Checks'))).toEqual([
      ['1400', 'IC-0001', 60, 60, 0, 'OK'],
      ['1410', 'IC-0001', 30, 30, 0, 'OK'],
    ]);
  });

  const byAccount = (cells: Cells): unknown[] => {
    const at = cells.findIndex((row) => row[1] === 'Balances of the general ledger');
    const end = cells.findIndex((row, index) => index > at && !/\./.test(String(row[0])));
    return cells.slice(at + 1, end).map((row) => row.slice(1, 7));
  };
});

test.each([
  ['Excel', {}],
  ['Excel in German', { platform: 'OfficeOnline', locale: 'de-DE' }],
] as const)('by way of %s they are the same, after a second close too', async (_, host) => {
  const file = openXlsx(workbookOf([FIVE]), 'book.xlsx');
  const excel = openExcel(workbookOf([FIVE]), host);
  for (const upTo of ['2026-01-31', '2026-02-28']) {
    for (const port of [file, excel.port]) expect((await close(port, { upTo: day(upTo) }, ENV)).ok).toBe(true);
    expect(ties(cellsOf(excel.host.workbook, 'Inventory value'))).toEqual(
      ties(held(file.toBytes(new Date(NOW)), 'Inventory value')),
    );
  }
  expect([...excel.host.missing.keys()]).toEqual([]);
});

test('labels that people took away stay away', async () => {
  const january = await closed(workbookOf([FIVE]), '2026-01-31');
  const excel = openExcel(january.bytes);
  const sheet = excel.host.workbook.sheets.find(({ name }) => name === 'Inventory value')!;
  writeCells(sheet, parseArea('B8')!, '');
  expect((await close(excel.port, { upTo: day('2026-02-28') }, ENV)).ok).toBe(true);
  const cells = cellsOf(excel.host.workbook, 'Inventory value');
  // Three of four comparisons, and the two rows of the run.
  expect(cells.flat().filter((cell) => String(cell).startsWith('IC-0002'))).toHaveLength(5);
});
