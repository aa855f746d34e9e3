import { recalculate } from '../../../src/runs/recalculate';
import { openXlsx } from '../../../src/workbook/file';
import { adjusted, balances, costOf, receipts } from '../../support/by-hand';
import { closed, day, ENV, grid, NOW, rowsOf, workbookOf } from '../../support/workbooks';

/** 9 of P1's 10 pieces were sold in January, at 10.00; all of Q1's. P1 is then to be worth 200.00, and Q1 50.00. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | CUP  | 10       | 2026-01-02     | 100
    S1          | CUP  | -9       | 2026-01-10     | -90
    Q1          | MUG  | 4        | 2026-01-03     | 40
    S2          | MUG  | -4       | 2026-01-11     | -40`,
  ),
]);
const values = [
  { transaction: 'P1', value: 200 },
  { transaction: 'Q1', value: 50 },
];

let before: Uint8Array;
beforeAll(async () => {
  before = (await adjusted((await closed(SHOP, '2026-01-31')).bytes, receipts({ values }))).bytes;
});

async function recalculated(bytes: Uint8Array, items?: readonly string[]): Promise<Uint8Array> {
  const port = openXlsx(bytes, 'book.xlsx');
  const found = await recalculate(port, { upTo: day('2026-02-15'), ...(items ? { items } : {}) }, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return port.toBytes(new Date(NOW));
}

test('a recalculation shows what the next close will bring to the sales, and settles nothing', async () => {
  const bytes = await recalculated(before);
  // 100.00 x 9/10, and 10.00 in full.
  expect(await Promise.all(['S1', 'S2'].map((id) => costOf(bytes, id)))).toEqual([-180, -50]);
  expect((await rowsOf(bytes, 'Settlements')).filter(({ Quantity }) => Quantity === 0)).toEqual([]);
  const again = await recalculated(bytes);
  expect(await rowsOf(again, 'Adjustments')).toEqual(await rowsOf(bytes, 'Adjustments'));
  const after = (await closed(again, '2026-02-28')).bytes;
  expect(await balances(after)).toEqual(await balances((await closed(before, '2026-02-28')).bytes));
  expect(await costOf(after, 'S1')).toBe(-180);
});

test('one of chosen items leaves the others alone', async () => {
  const bytes = await recalculated(before, ['MUG']);
  expect(await Promise.all(['S1', 'S2'].map((id) => costOf(bytes, id)))).toEqual([-90, -50]);
});
