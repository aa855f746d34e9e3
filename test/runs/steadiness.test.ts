import { sampleWorkbook } from '../../samples';
import { preview } from '../../src/runs/preview';
import { summaryOf } from '../../src/runs/summary';
import type { CellValue } from '../../src/workbook/cells';
import { openXlsx } from '../../src/workbook/file';
import {
  closed,
  day,
  ENV,
  grid,
  type Grid,
  gridsOf,
  NOW,
  refusal,
  rowsOf,
  withCell,
  withTable,
  workbookOf,
} from '../support/workbooks';
import { partsOf } from '../support/xlsx';

/** Three months of a shop: two items, slips, a mark, prices that change. */
const SHOP = [
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Marked to
    P1          | CUP  | 10       | 2026-01-05     | 100            |               |               |
    P2          | CUP  | 10       | 2026-01-05     | 130            |               |               |
    P7          | CUP  | 3        | 2026-01-06     | 45             |               |               |
    P8          | CUP  | 3        | 2026-01-06     | 30             |               |               |
    S1          | CUP  | -12      | 2026-01-20     | -138           |               |               |
    P3          | JAR  | 6        | 2026-01-21     | 60             |               |               |
    P4          | JAR  | 6        | 2026-01-22     | 72             |               |               |
    S2          | JAR  | -3       | 2026-01-25     | -33            |               |               |
    S3          | JAR  | -2       | 2026-01-30     | -22            |               |               | P3
    P5          | CUP  | 5        | 2026-02-03     | 70             | 2026-01-29    | 65            |
    S4          | CUP  | -9       | 2026-02-10     | -110           |               |               |
    S5          | JAR  | -4       | 2026-02-11     | -44            |               |               |
    P6          | JAR  | 4        | 2026-02-12     | 52             |               |               |
    S6          | CUP  | -1       | 2026-03-02     | -12.5          |               |               |`,
  ),
  grid(
    'Items',
    `
    Item | Item model group
    CUP  | FIFO
    JAR  | AVERAGE`,
  ),
  grid(
    'ItemModelGroups',
    `
    Item model group | Inventory model   | Include physical value
    FIFO             | FIFO              | Yes
    AVERAGE          | Weighted average  | No`,
  ),
];
const shop = workbookOf(SHOP);
const [TRANSACTIONS] = SHOP;
const shopWith = (table: Grid): Uint8Array => workbookOf([table, ...SHOP.slice(1)]);

/** What a run settled and adjusted, without the numbers of rows: the same whatever order the rows of the sheets have. */
async function resultsOf(bytes: Uint8Array, run: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [table, columns] of [
    ['Settlements', ['Issue', 'Receipt', 'Quantity', 'Amount', 'Adjustment', 'Principle', 'Status']],
    ['Adjustments', ['Transaction', 'Cost before', 'Adjustment', 'Cost after', 'Reason', 'Source', 'Status']],
    ['Ledger', ['Account', 'Debit', 'Credit']],
    ['InventoryValue', ['Item', 'Opening value', 'Adjustment', 'Closing quantity', 'Closing value']],
  ] as const) {
    const rows = (await rowsOf(bytes, table)).filter(({ Closing }) => Closing === run);
    lines.push(...rows.map((row) => `${table}: ${columns.map((column) => row[column] ?? '').join(' ')}`).sort());
  }
  return lines;
}

const fingerprintsOf = async (bytes: Uint8Array): Promise<CellValue[][]> =>
  (await rowsOf(bytes, 'Closings')).map((row) => [row['Input fingerprint'], row['Result fingerprint']]);

test('a preview gives what the close gives, and writes nothing', async () => {
  const bytes = sampleWorkbook('trading-company', new Date(NOW));
  const port = openXlsx(bytes, 'book.xlsx');
  const before = port.toBytes(new Date(NOW));
  const seen = await preview(port, { upTo: day('2026-01-31') }, ENV);
  expect(port.toBytes(new Date(NOW))).toEqual(before);
  const { closed: done } = await closed(bytes, '2026-01-31');
  if (!seen.ok) throw new Error('refused');
  expect(summaryOf(seen)).toEqual(summaryOf(done));
  expect(seen.outcome).toEqual(done.outcome);
});

test('the same workbook and moment give the same bytes, another moment only another moment', async () => {
  const once = await closed(shop, '2026-01-31');
  expect((await closed(shop, '2026-01-31')).bytes).toEqual(once.bytes);
  const later = await closed(shop, '2026-01-31', {}, NOW + 3_600_000);
  const without = (rows: Record<string, CellValue>[]) => rows.map((row) => ({ ...row, Started: 0, Finished: 0 }));
  expect(later.bytes).not.toEqual(once.bytes);
  expect(without(await rowsOf(later.bytes, 'Closings'))).toEqual(without(await rowsOf(once.bytes, 'Closings')));
});

test('a second close up to the same date is refused, and one up to an earlier date', async () => {
  const { bytes } = await closed(shop, '2026-01-31');
  for (const date of ['2026-01-31', '2026-01-15']) {
    expect(await refusal(bytes, date)).toEqual([
      `NOT_LATER: ${date} is not later than the last close, IC-0001 up to 2026-01-31.`,
    ]);
  }
});

test('the sheets and tables of the input stay as they are, to the byte', async () => {
  const before = partsOf(shop);
  const after = partsOf((await closed((await closed(shop, '2026-01-31')).bytes, '2026-02-28')).bytes);
  const input = Object.keys(before).filter((name) => /^xl\/(worksheets|tables|sharedStrings)/.test(name));
  expect(input).toHaveLength(10);
  for (const name of input) expect(after[name]).toBe(before[name]);
});

describe('what a person may do between two closes', () => {
  let january: Uint8Array;
  let february: string[];
  beforeAll(async () => {
    january = (await closed(shop, '2026-01-31')).bytes;
    february = await resultsOf((await closed(january, '2026-02-28')).bytes, 'IC-0002');
  });
  const secondClose = async (bytes: Uint8Array): Promise<string[]> =>
    resultsOf((await closed(bytes, '2026-02-28')).bytes, 'IC-0002');

  test('the second close, as it is without that', () => {
    // JAR: 7 left of January for 78.40 and 4 for 52.00 are 11.8545 each. CUP: 8 of P2 at 13, 1 of P7 at 15.
    expect(february).toEqual([
      'Settlements: IC-0002/1 out IC-0001/1 in 7 78.4 0 Weighted average Active',
      'Settlements: IC-0002/1 out P6 4 52 0 Weighted average Active',
      'Settlements: S4 P2 8 104 -6.22 FIFO Active',
      'Settlements: S4 P7 1 15 -2.78 FIFO Active',
      'Settlements: S5 IC-0002/1 in 4 47.42 -3.42 Weighted average Active',
      'Adjustments: S4 -110 -6.22 -116.22 Settlement P2 Active',
      'Adjustments: S4 -116.22 -2.78 -119 Settlement P7 Active',
      'Adjustments: S5 -44 -3.42 -47.42 Settlement IC-0002/1 in Active',
      'Ledger: Cost of goods sold 12.42 ',
      'Ledger: Inventory  12.42',
      'InventoryValue: CUP 244 -9 10 130',
      'InventoryValue: JAR 78.4 -3.42 7 82.98',
    ]);
  });

  test('sort the rows that are locked: they keep their order', async () => {
    const bytes = await withTable(january, 'Transactions', (table) => ({
      ...table,
      rows: [...table.rows.slice(9), ...table.rows.slice(0, 9).reverse()],
    }));
    expect(await secondClose(bytes)).toEqual(february);
  });

  test('sort and reverse the tables of the results', async () => {
    let bytes = january;
    for (const name of ['Settlements', 'Adjustments', 'LockedRows', 'ClosingTransfers', 'InventoryValue']) {
      bytes = await withTable(bytes, name, (table) => ({ ...table, rows: [...table.rows].reverse() }));
    }
    expect(await secondClose(bytes)).toEqual(february);
  });

  test('put the columns of every table into another order', async () => {
    const turned = (await gridsOf(january)).map((table) => ({
      ...table,
      headers: [...table.headers].reverse(),
      rows: table.rows.map((row) => [...row].reverse()),
    }));
    expect(await secondClose(workbookOf(turned))).toEqual(february);
  });

  test('rename every sheet, and gather all input on one', async () => {
    const moved = (await gridsOf(january)).map((table, at) => ({
      ...table,
      sheet: SHOP.some(({ name }) => name === table.name) ? "What's in" : `Sheet ${at} (old)`,
    }));
    expect(await secondClose(workbookOf(moved))).toEqual(february);
  });

  test('add columns of their own to input and results', async () => {
    const noted = (await gridsOf(january)).map((table) => ({
      ...table,
      headers: ['My note', ...table.headers, 'Checked by'],
      rows: table.rows.map((row, at) => [`note ${at}`, ...row, 'Ann']),
    }));
    const { bytes } = await closed(workbookOf(noted), '2026-02-28');
    expect(await resultsOf(bytes, 'IC-0002')).toEqual(february);
    const settlements = await rowsOf(bytes, 'Settlements');
    expect(settlements[0]).toMatchObject({ 'My note': 'note 0', 'Checked by': 'Ann', Closing: 'IC-0001' });
    expect(settlements.at(-1)).toMatchObject({ 'My note': null, 'Checked by': null, Closing: 'IC-0002' });
  });
});

describe('fingerprints', () => {
  test.each([
    ['Quantity', 11],
    ['Financial cost', 100.01],
    ['Financial date', day('2026-01-06')],
    ['Item', 'JAR'],
  ])('of the input changes with %s', async (header, value) => {
    const [[input]] = await fingerprintsOf((await closed(shop, '2026-01-31')).bytes);
    const [[other]] = await fingerprintsOf(
      (await closed(shopWith(withCell(TRANSACTIONS, 'P1', header, value)), '2026-01-31')).bytes,
    );
    expect(input).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(input);
  });

  test('of a later run hold those of the runs before it', async () => {
    const changed = shopWith(withCell(TRANSACTIONS, 'P1', 'Financial cost', 110));
    const runs = async (bytes: Uint8Array): Promise<CellValue[][]> =>
      fingerprintsOf((await closed((await closed(bytes, '2026-02-28')).bytes, '2026-03-31')).bytes);
    const [one, other] = [await runs(shop), await runs(changed)];
    for (const run of [0, 1]) {
      for (const which of [0, 1]) expect(other[run][which]).not.toBe(one[run][which]);
    }
  });
});
