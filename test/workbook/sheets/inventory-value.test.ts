import { closed, grid, rowsOf, withTable, workbookOf } from '../../support/workbooks';

const PARTS = ['Adjustment', 'By settlement', 'By cost flow', 'Provisional', 'Other'];
const amounts = (row: Record<string, unknown>): unknown[] => PARTS.map((name) => row[name]);

/**
 * A is received at 10.00 and 14.00, and 8 go to the key B by a transfer at an estimate of 11.00 each: FIFO makes them
 * 80.00 instead of 88.00, and the transfer's receipt follows.
 */
const BOOK = grid(
  'Transactions',
  `
  Transaction | Item | Site | Quantity | Financial date | Financial cost | Type     | Cost source
  P1          | A    | N    | 8        | 2026-01-05     | 80.00          | Purchase |
  P2          | A    | N    | 4        | 2026-01-06     | 56.00          | Purchase |
  T1          | A    | N    | -8       | 2026-01-10     | -88.00         | Transfer |
  T2          | A    | S    | 8        | 2026-01-10     | 88.00          | Transfer | T1
  `,
);
const ITEMS = grid('Items', 'Item | Dimension group\nA | Sites');
const GROUPS = grid('DimensionGroups', 'Dimension group | Site\nSites | Yes');

describe('the roll-forward says by what each cost key was adjusted', () => {
  test('the issue by its settlement, the receipt of the transfer by the cost that it brought', async () => {
    const { bytes } = await closed(workbookOf([BOOK, ITEMS, GROUPS]), '2026-01-31');
    const rows = await rowsOf(bytes, 'InventoryValue');
    expect(rows.map((row) => [row['Site'], ...amounts(row)])).toEqual([
      ['N', 8, 8, 0, 0, 0],
      ['S', -8, 0, -8, 0, 0],
    ]);
  });

  test('a table of an earlier version goes on without these columns', async () => {
    const { bytes } = await closed(workbookOf([BOOK, ITEMS, GROUPS]), '2026-01-31');
    const old = await withTable(bytes, 'InventoryValue', (table) => {
      const kept = table.headers.map((_, at) => at).filter((at) => !PARTS.slice(1).includes(table.headers[at]));
      const pick = <T>(cells: readonly T[]): T[] => kept.map((at) => cells[at]);
      return { ...table, headers: pick(table.headers), rows: table.rows.map(pick) };
    });
    const next = await closed(old, '2026-02-28');
    const rows = await rowsOf(next.bytes, 'InventoryValue');
    expect(Object.keys(rows[0])).not.toContain('By settlement');
    expect(rows.filter((row) => row['Closing'] === 'IC-0002').map((row) => row['Closing value'])).toEqual([56, 80]);
  });
});
