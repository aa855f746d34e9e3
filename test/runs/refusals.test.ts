import type { CellValue } from '../../src/workbook/cells';
import { closed, day, grid, type Grid, refusal, withCell, withTable, workbookOf } from '../support/workbooks';

const TRANSACTIONS = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Site
  P1          | CUP  | 10       | 2026-01-05     | 100            |               |               | North
  P2          | CUP  | 10       | 2026-01-12     | 120            | 2026-01-11    | 118           | North
  S1          | CUP  | -12      | 2026-01-20     | -130           |               |               | North
  P3          | CUP  | 5        |                |                | 2026-01-28    | 60            | North
  S2          | CUP  | -4       | 2026-02-10     | -46            |               |               | North`,
);
const GROUPS = [
  grid('Items', 'Item | Item model group | Dimension group\nCUP | FIFO | BY-SITE'),
  grid('ItemModelGroups', 'Item model group | Inventory model\nFIFO | FIFO'),
  grid('DimensionGroups', 'Dimension group | Site\nBY-SITE | Yes'),
  grid('Parameters', 'Parameter | Value\nCurrency | EUR'),
];
const book = (...grids: readonly Grid[]): Uint8Array => workbookOf(grids);
const shop = book(TRANSACTIONS, ...GROUPS);

describe('rows that an earlier close has locked', () => {
  let january: Uint8Array;
  beforeAll(async () => {
    january = (await closed(shop, '2026-01-31')).bytes;
  });
  const after = async (change: (table: Grid) => Grid, table = 'Transactions'): Promise<string[]> =>
    refusal(await withTable(january, table, change), '2026-02-28');
  const changed = (id: string, header: string, value: CellValue) => (table: Grid) => withCell(table, id, header, value);

  test.each<[string, string, CellValue, string, string, string]>([
    ['P1', 'Financial cost', 110, 'E4', '100.00', '110.00'],
    ['P1', 'Quantity', 11, 'C4', '10', '11'],
    ['S1', 'Financial date', day('2026-01-21'), 'D6', '2026-01-20', '2026-01-21'],
    ['P2', 'Physical cost', 119, 'G5', '118.00', '119.00'],
    ['P2', 'Site', 'South', 'H5', 'North', 'South'],
    ['P3', 'Physical cost', 61, 'G7', '60.00', '61.00'],
  ])('%s: another %s is told with cell and difference', async (id, header, value, cell, before, now) => {
    expect(await after(changed(id, header, value))).toEqual([
      `Transactions!${cell} LOCKED_CHANGED: Transaction ${id} was locked by IC-0001, and its ${header} was changed from ${before} to ${now}.`,
    ]);
  });

  test('several changes are all told at once', async () => {
    const lines = await after((table) =>
      changed('P1', 'Quantity', 9)(changed('P2', 'Financial cost', 121)(changed('S1', 'Quantity', -11)(table))),
    );
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['Transactions!C4', 'Transactions!E5', 'Transactions!C6']);
  });

  test('a row that was deleted, and one that was added', async () => {
    expect(await after((table) => ({ ...table, rows: table.rows.filter(([id]) => id !== 'P1') }))).toEqual([
      "'Locked rows'!D4 LOCKED_DELETED: Transaction P1 was locked by IC-0001, and is no longer in the table Transactions.",
    ]);
    const late = ['P0', 'CUP', 1, day('2026-01-31'), 10, null, null, 'North'];
    expect(await after((table) => ({ ...table, rows: [...table.rows, late] }))).toEqual([
      'Transactions!D9 LOCKED_ADDED: Transaction P0 is dated 2026-01-31, but everything up to 2026-01-31 is closed by IC-0001.',
    ]);
  });

  test('other dimensions or decimals; another model is no change, for it holds from now on', async () => {
    expect(await after((table) => withCell(table, 'BY-SITE', 'Site', 'No'), 'DimensionGroups')).toEqual([
      expect.stringMatching(/LOCKED_CHANGED: Item CUP was locked by IC-0001/),
    ]);
    expect(await after((table) => ({ ...table, rows: [...table.rows, ['Amount decimals', 3]] }), 'Parameters')).toEqual(
      [expect.stringMatching(/LOCKED_CHANGED: Parameter Amount decimals was locked by IC-0001.* 2 to 3/)],
    );
    const bytes = await withTable(january, 'ItemModelGroups', (table) =>
      withCell(table, 'FIFO', 'Inventory model', 'LIFO'),
    );
    await expect(closed(bytes, '2026-02-28')).resolves.toBeDefined();
  });

  test('an invoice that comes after the close is no change', async () => {
    const bytes = await withTable(january, 'Transactions', (table) =>
      changed('P3', 'Financial date', day('2026-02-03'))(changed('P3', 'Financial cost', 65)(table)),
    );
    await expect(closed(bytes, '2026-02-28')).resolves.toBeDefined();
  });
});

test('stock that is negative where its group forbids it', async () => {
  const flags = grid(
    'ItemModelGroups',
    'Item model group | Inventory model | Physical negative inventory | Financial negative inventory\nFIFO | FIFO | No | No',
  );
  const bytes = book(withCell(TRANSACTIONS, 'S1', 'Quantity', -30), GROUPS[0], flags, GROUPS[2]);
  expect(await refusal(bytes, '2026-01-31')).toEqual([
    expect.stringMatching(/^NEG_PHYSICAL: .*CUP \(Site North\).*-5/),
    expect.stringMatching(/^NEG_FINANCIAL: .*CUP \(Site North\).*-10/),
  ]);
  // A week earlier nothing was negative.
  await expect(closed(bytes, '2026-01-12')).resolves.toBeDefined();
});

test('a period that is not open, and a date in none', async () => {
  const periods = grid(
    'Periods',
    `
    Period  | From       | To         | Status
    2026-01 | 2026-01-01 | 2026-01-31 | Closed
    2026-02 | 2026-02-01 | 2026-02-28 | On hold
    2026-03 | 2026-03-01 | 2026-03-31 | Open`,
  );
  const bytes = book(TRANSACTIONS, periods);
  expect(await refusal(bytes, '2026-01-31')).toEqual([expect.stringMatching(/^PERIOD_CLOSED: .*2026-01.*closed/)]);
  expect(await refusal(bytes, '2026-02-15')).toEqual([expect.stringMatching(/^PERIOD_CLOSED: .*2026-02.*on hold/)]);
  expect(await refusal(bytes, '2026-04-30')).toEqual([expect.stringMatching(/^NO_PERIOD: .*2026-04-30/)]);
  await expect(closed(bytes, '2026-03-31')).resolves.toBeDefined();
});

test.each(['Running', 'Paused'])('a run with the status %s', async (status) => {
  const january = (await closed(shop, '2026-01-31')).bytes;
  const bytes = await withTable(january, 'Closings', (table) => withCell(table, 'IC-0001', 'Status', status));
  expect(await refusal(bytes, '2026-02-28')).toContainEqual(
    expect.stringMatching(new RegExp(`OTHER_RUN: .*IC-0001.*${status.toLowerCase()}`)),
  );
});

test('a minimum that is finer than the amounts', async () => {
  expect(await refusal(shop, '2026-01-31', { minimumThroughputAdjustment: 0.005 })).toEqual([
    expect.stringMatching(/^TOO_FINE: .*0\.005.*Amount decimals 2/),
  ]);
});

describe('cells that can not be read are all told at once, with their places', () => {
  const bad: [string, string, string, CellValue, string][] = [
    ['a text as a date', 'P1', 'Financial date', 'soon', 'D4'],
    ['an error value', 'P1', 'Financial cost', { fault: 'error', text: '#N/A' }, 'E4'],
    ['a formula without a result', 'P2', 'Quantity', { fault: 'not calculated', text: 'A1*2' }, 'C5'],
    ['no quantity', 'S1', 'Quantity', 0, 'C6'],
    ['a truth value', 'S1', 'Financial cost', true, 'E6'],
    ['an amount that is too fine', 'P2', 'Financial cost', 120.001, 'E5'],
    ['no item', 'S2', 'Item', null, 'B8'],
    ['an id that is there twice', 'P3', 'Transaction', 'p1', 'A7'],
  ];
  test.each(bad)('%s', async (_, id, header, value, cell) => {
    const lines = await refusal(book(withCell(TRANSACTIONS, id, header, value), ...GROUPS), '2026-01-31');
    expect(lines).toEqual([expect.stringContaining(`Transactions!${cell} `)]);
  });

  test('all of them', async () => {
    const all = bad.reduce((table, [, id, header, value]) => withCell(table, id, header, value), TRANSACTIONS);
    const lines = await refusal(book(all, ...GROUPS), '2026-01-31');
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(
      bad.map(([, , , , cell]) => `Transactions!${cell}`).sort(),
    );
  });
});
