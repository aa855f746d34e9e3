import { adjusted, balances, lines, movingAverage, refused, reversed } from '../../support/by-hand';
import { violationsOf } from '../../support/invariants';
import { closed, day, grid, rowsOf, workbookOf } from '../../support/workbooks';

/** At the end of January: GLASS 3 for 36.00 at Site 1 (2 + 2 - 1), 1 for 10.00 at Site 2; JUG is short; CUP is FIFO. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item  | Quantity | Financial date | Financial cost | Site
    P2          | GLASS | 2        | 2026-01-08     | 26             | 1
    P1          | GLASS | 2        | 2026-01-02     | 22             | 1
    S1          | GLASS | -1       | 2026-01-20     | -12            | 1
    P3          | GLASS | 1        | 2026-01-09     | 10             | 2
    P4          | GLASS | 9        | 2026-02-01     | 90             | 1
    S2          | JUG   | -1       | 2026-01-09     | -4             | 1
    P5          | CUP   | 1        | 2026-01-09     | 4              | 1`,
  ),
  grid('Items', 'Item | Item model group | Dimension group\nGLASS | MOVING | SITE\nJUG | MOVING |\nCUP | FIFO |'),
  grid('ItemModelGroups', 'Item model group | Inventory model\nMOVING | Moving average\nFIFO | FIFO'),
  grid('DimensionGroups', 'Dimension group | Site\nSITE | Yes'),
]);
const glass = { items: ['GLASS'] };
let january: Uint8Array;
beforeAll(async () => {
  january = (await closed(SHOP, '2026-01-31')).bytes;
});

test('the difference is booked on the latest receipt of each cost key, dated at the last close', async () => {
  const { found, bytes } = await adjusted(january, movingAverage({ selection: glass, unitCost: 16 }));
  // 3 x 16.00 - 36.00 and 1 x 16.00 - 10.00.
  expect(lines(found)).toEqual(['P2 3 36.00 +12.00 48.00', 'P3 1 10.00 +6.00 16.00']);
  expect(found.receipts.map(({ unitCostBefore, unitCostAfter }) => [unitCostBefore, unitCostAfter])).toEqual([
    ['12.00', '16.00'],
    ['10.00', '16.00'],
  ]);
  expect((await rowsOf(bytes, 'Closings'))[1]).toMatchObject({
    Type: 'On-hand adjustment',
    Date: day('2026-01-31'),
    Adjustment: 18,
  });
  expect(await balances(bytes)).toEqual({ Inventory: 18, 'Inventory adjustment': -18 });
  const values = (await rowsOf(bytes, 'InventoryValue')).filter(
    (row) => row['Closing'] === 'IC-0002' && row['Item'] === 'GLASS',
  );
  const columns = ['Opening value', 'Adjustment', 'Closing value', 'Unit cost'];
  expect(values.map((row) => [String(row['Site']), ...columns.map((column) => row[column])])).toEqual([
    ['1', 36, 12, 48, 16],
    ['2', 10, 6, 16, 16],
  ]);
  expect(await violationsOf(bytes)).toEqual([]);
});

test('the next close keeps it, and a reversal takes it back', async () => {
  const { bytes } = await adjusted(
    january,
    movingAverage({ selection: { ...glass, dimensions: { Site: '1' } }, unitCost: 16 }),
  );
  const february = (await closed(bytes, '2026-02-28')).bytes;
  const rows = (await rowsOf(february, 'InventoryValue')).filter(
    (row) => row['Item'] === 'GLASS' && String(row['Site']) === '1',
  );
  expect(
    rows.map((row) => [
      row['Closing'],
      row['Opening value'],
      row['Receipt value'],
      row['Adjustment'],
      row['Closing value'],
    ]),
  ).toEqual([
    ['IC-0001', 0, 48, 0, 36],
    ['IC-0002', 36, 0, 12, 48],
    ['IC-0003', 48, 90, 0, 138],
  ]);
  expect(await balances(await reversed(bytes))).toEqual({});
});

test('a key of which less than nothing is on hand is left out, and told; other models are refused', async () => {
  const { found } = await adjusted(january, movingAverage({ selection: { items: ['GLASS', 'JUG'] }, unitCost: 16 }));
  expect(found.warnings.map(({ message }) => message)).toEqual([
    'JUG was left out: -1 is on hand at 2026-01-31, and only what is positive can be adjusted.',
  ]);
  expect(await refused(january, movingAverage({ selection: { items: ['CUP'] }, unitCost: 5 }))).toEqual([
    'NOT_ADJUSTABLE: CUP has the inventory model FIFO, which a revaluation does not adjust.',
  ]);
  expect(await refused(january, movingAverage({ selection: { items: ['JUG'] }, unitCost: 5 }))).toEqual([
    expect.stringMatching(/^NOTHING_ON_HAND/),
  ]);
  expect(await refused(SHOP, movingAverage({ selection: glass, unitCost: 5 }))).toEqual([
    expect.stringMatching(/^NO_CLOSE/),
  ]);
});
