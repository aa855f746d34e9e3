import { adjusted, onHand, receipts } from '../../support/by-hand';
import { type Grid, held } from '../../support/pages';
import { closed, grid, workbookOf } from '../../support/workbooks';

/** 1 of 10 is left of P1 at the end of January, for 10.00. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost
    P1          | CUP  | 10       | 2026-01-02     | 100
    S1          | CUP  | -9       | 2026-01-10     | -90
    P2          | CUP  | 2        | 2026-02-05     | 30
    S2          | CUP  | -2       | 2026-02-10     | -22`,
  ),
]);

const results = (bytes: Uint8Array): string[] => {
  const cells: Grid = held(bytes, 'Checks');
  return cells
    .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
    .filter((row) => row[6] !== 'OK')
    .map((row) => `${String(row[1])} ${String(row[2])}: ${String(row[6])}`);
};

test('the checks agree after adjustments by hand, and after the close that passes them on', async () => {
  const january = (await closed(SHOP, '2026-01-31')).bytes;
  const stock = await adjusted(
    january,
    onHand({ selection: { items: ['CUP'] }, fill: { method: 'Unit cost', unitCost: 15 } }),
  );
  expect(results(stock.bytes)).toEqual([]);
  const receipt = await adjusted(stock.bytes, receipts({ values: [{ transaction: 'P1', value: 205 }] }));
  expect(results(receipt.bytes)).toEqual([]);
  expect(results((await closed(receipt.bytes, '2026-02-28')).bytes)).toEqual([]);
});

test('an on-hand adjustment after one that is dated later counts what was adjusted up to its close', async () => {
  const january = (await closed(SHOP, '2026-01-31')).bytes;
  const receipt = await adjusted(january, receipts({ values: [{ transaction: 'P1', value: 205 }] }));
  const stock = await adjusted(
    receipt.bytes,
    onHand({ selection: { items: ['CUP'] }, fill: { method: 'Unit cost', unitCost: 15 } }),
  );
  expect(results(stock.bytes)).toEqual([]);
  expect(results((await closed(stock.bytes, '2026-02-28')).bytes)).toEqual([]);
});
