import { adjusted, balances, costOf, lines, onHand, receipts, refused, reversed } from '../../support/by-hand';
import { violationsOf } from '../../support/invariants';
import { closed, day, grid, rowsOf, workbookOf } from '../../support/workbooks';

/** One receipt of 10 for 100.00, of which 9 were sold in January. */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type
    P1          | CUP  | 10       | 2026-01-02     | 100            | Purchase
    S1          | CUP  | -4       | 2026-01-10     | -40            | Sale
    S2          | CUP  | -5       | 2026-01-20     | -50            | Sale
    P2          | CUP  | 2        | 2026-02-05     | 30             | Purchase
    S3          | CUP  | -2       | 2026-02-10     | -22            | Sale`,
  ),
]);
const to = (transaction: string, value: number) => ({ transaction, value });

let january: Uint8Array;
beforeAll(async () => {
  january = (await closed(SHOP, '2026-01-31')).bytes;
});

describe('a receipt of 10 for 100.00, of which 9 were sold, is to be worth 100,000.00', () => {
  let adjustment: Uint8Array;
  let february: Uint8Array;
  beforeAll(async () => {
    const { found, bytes } = await adjusted(january, receipts({ values: [to('P1', 100_000)] }));
    expect(lines(found)).toEqual(['P1 10 100.00 +99900.00 100000.00']);
    adjustment = bytes;
    february = (await closed(bytes, '2026-02-28')).bytes;
  });

  test('the whole change goes to inventory at first, on the day after the close, against the adjustment account', async () => {
    expect(await balances(adjustment)).toEqual({ Inventory: 99_900, 'Inventory adjustment': -99_900 });
    expect((await rowsOf(adjustment, 'Closings'))[1]).toMatchObject({
      Type: 'Transaction adjustment',
      Date: day('2026-02-01'),
      Adjustment: 99_900,
      // 1 of P1 in stock for 10.00; P2 and S3 are later.
      'Value before': 10,
      'Value after': 99_910,
    });
    expect(await costOf(adjustment, 'S1')).toBe(-40);
    expect(await violationsOf(adjustment)).toEqual([]);
  });

  test('the next close brings 9/10 of it to the two sales, by quantity, and the last tenth to what was left', async () => {
    // 99,900 x 9/10 = 89,910: 4/9 of it is 39,960, the rest 49,950. The open piece is worth 10 + 9,990 = 10,000.
    expect(await costOf(february, 'S1')).toBe(-40 - 39_960);
    expect(await costOf(february, 'S2')).toBe(-50 - 49_950);
    // S3 takes the last piece of P1 and one of the two of P2: 10,000 + 15.
    expect(await costOf(february, 'S3')).toBe(-10_015);
    const late = (await rowsOf(february, 'Settlements')).filter(({ Closing }) => Closing === 'IC-0003');
    expect(
      late.map((row) => ['Issue', 'Receipt', 'Quantity', 'Amount', 'Adjustment'].map((name) => row[name])),
    ).toEqual([
      ['S1', 'P1', 0, 39_960, -39_960],
      ['S2', 'P1', 0, 49_950, -49_950],
      ['S3', 'P1', 1, 10_000, -9_989],
      ['S3', 'P2', 1, 15, -4],
    ]);
    expect(await violationsOf(february)).toEqual([]);
  });

  test('cost of goods sold has all of it but for what is in stock', async () => {
    // 39,960 + 49,950 + 9,989 + 4 = 99,903.
    expect(await balances(february)).toEqual({
      Inventory: 99_900 - 99_903,
      'Inventory adjustment': -99_900,
      'Cost of goods sold': 99_903,
    });
  });

  test('a close after that has nothing left to pass on', async () => {
    const march = (await closed(february, '2026-03-31')).bytes;
    expect((await rowsOf(march, 'Adjustments')).filter(({ Closing }) => Closing === 'IC-0004')).toEqual([]);
  });

  test('the close can be reversed, and brings the same again; the adjustment too, and nothing is left of it', async () => {
    const open = await reversed(february);
    expect(await balances(open)).toEqual(await balances(adjustment));
    const again = (await closed(open, '2026-02-28')).bytes;
    expect(await balances(again)).toEqual(await balances(february));
    const none = await reversed(open);
    expect(await balances(none)).toEqual({});
    expect(await balances((await closed(none, '2026-02-28')).bytes)).toEqual(
      await balances((await closed(january, '2026-02-28')).bytes),
    );
  });
});

test('of a receipt that is not settled yet all belongs to what is open', async () => {
  const { found, bytes } = await adjusted(january, receipts({ values: [to('P2', 24)] }));
  expect(lines(found)).toEqual(['P2 2 30.00 -6.00 24.00']);
  expect(found.outcome.request.day).toBe(day('2026-02-05'));
  const february = (await closed(bytes, '2026-02-28')).bytes;
  // The last piece of P1 and one of P2: 10 + 12.
  expect(await costOf(february, 'S3')).toBe(-22);
});

test('before the first close a receipt can be adjusted on its own date', async () => {
  const { found, bytes } = await adjusted(SHOP, receipts({ values: [to('P1', 120)] }));
  expect(found.outcome.request.day).toBe(day('2026-01-02'));
  expect(await costOf((await closed(bytes, '2026-01-31')).bytes, 'S1')).toBe(-48);
});

test('two adjustments of one receipt are passed on together', async () => {
  const first = await adjusted(january, receipts({ values: [to('P1', 110)] }));
  const second = await adjusted(first.bytes, receipts({ values: [to('P1', 150), to('P2', 40)] }));
  expect(lines(second.found)).toEqual(['P1 10 110.00 +40.00 150.00', 'P2 2 30.00 +10.00 40.00']);
  const { bytes } = await closed(second.bytes, '2026-02-28');
  // 15.00 a piece.
  expect(await Promise.all(['S1', 'S2'].map((id) => costOf(bytes, id)))).toEqual([-60, -75]);
  expect(await violationsOf(bytes)).toEqual([]);
});

test('what is on hand at the last close knows nothing of it: it is dated later, and belongs to sales in part', async () => {
  const { bytes } = await adjusted(january, receipts({ values: [to('P1', 200)] }));
  const stock = await adjusted(
    bytes,
    onHand({ selection: { items: ['CUP'] }, fill: { method: 'Unit cost', unitCost: 15 } }),
  );
  expect(lines(stock.found)).toEqual(['P1 1 10.00 +5.00 15.00']);
  // 9/10 of the 100.00 are late cost; what is left of P1 is worth 15.00 + 10.00. S3 takes that and one of P2 at 15.00.
  const february = (await closed(stock.bytes, '2026-02-28')).bytes;
  expect(await Promise.all(['S1', 'S2', 'S3'].map((id) => costOf(february, id)))).toEqual([-80, -100, -40]);
  expect(await violationsOf(february)).toEqual([]);
});

test('an adjustment after a weighted average close goes through the legs of the closing transfer', async () => {
  const average = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost
      P1          | CUP  | 5        | 2026-01-02     | 40
      P2          | CUP  | 5        | 2026-01-03     | 60
      S1          | CUP  | -4       | 2026-01-10     | -40
      S2          | CUP  | -3       | 2026-02-10     | -30`,
    ),
    grid('Parameters', 'Parameter | Value\nDefault inventory model | Weighted average'),
  ]);
  const { bytes } = await adjusted((await closed(average, '2026-01-31')).bytes, receipts({ values: [to('P1', 70)] }));
  const february = (await closed(bytes, '2026-02-28')).bytes;
  // 10 for 130.00 now: 13.00 each; 4 of them late, and 3 from what is open.
  expect(await costOf(february, 'S1')).toBe(-52);
  expect(await costOf(february, 'S2')).toBe(-39);
  expect(await balances(february)).toEqual({ Inventory: 9, 'Inventory adjustment': -30, 'Cost of goods sold': 21 });
  expect(await violationsOf(february)).toEqual([]);
});

test('late cost goes on to what was made of the goods', async () => {
  const kit = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost | Type            | Reference
      P1          | PART | 4        | 2026-01-02     | 40             | Purchase        |
      U1          | PART | -4       | 2026-01-05     | -40            | Production line | PR1
      M1          | KIT  | 2        | 2026-01-06     | 50             | Production      | PR1
      S1          | KIT  | -1       | 2026-01-10     | -25            | Sale            |`,
    ),
  ]);
  const { bytes } = await adjusted((await closed(kit, '2026-01-31')).bytes, receipts({ values: [to('P1', 48)] }));
  const february = (await closed(bytes, '2026-02-28')).bytes;
  expect(await Promise.all(['U1', 'M1', 'S1'].map((id) => costOf(february, id)))).toEqual([-48, 58, -29]);
  expect(await balances(february)).toEqual({ Inventory: 4, 'Inventory adjustment': -8, 'Cost of goods sold': 4 });
});

describe('it is refused', () => {
  const BOOK = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item  | Quantity | Physical date | Financial date | Financial cost | Physical cost
      P1          | CUP   | 2        | 2026-01-02    | 2026-01-02     | 20             |
      P2          | CUP   | 2        | 2026-01-03    | 2026-01-03     | 24             |
      S1          | CUP   | -1       |               | 2026-01-04     | -11            |
      P3          | CUP   | 2        | 2026-01-05    |                |                | 20
      P4          | GLASS | 2        |               | 2026-01-05     | 20             |
      P5          | CUP   | 1        |               | 2026-03-05     | 11             |`,
    ),
    grid('Items', 'Item | Item model group\nCUP | AVERAGE\nGLASS | MOVING'),
    grid('ItemModelGroups', 'Item model group | Inventory model\nAVERAGE | Weighted average\nMOVING | Moving average'),
  ]);

  test('for what is no receipt that can be adjusted, each with its cell, all at once', async () => {
    const { bytes } = await closed(BOOK, '2026-01-31');
    const ids = ['P1', 'p1', 'S1', 'P3', 'P4', 'IC-0001/1 in', 'X'];
    expect(await refused(bytes, receipts({ values: ids.map((id) => to(id, 5)) }))).toEqual([
      'Transactions!A4 CHOSEN_TWICE: P1 was named twice.',
      'Transactions!A6 NOT_A_RECEIPT: S1 is an issue: only receipts of the table Transactions can be adjusted.',
      'Transactions!A7 NOT_INVOICED: P3 is not financially updated by now.',
      'Transactions!A8 NOT_ADJUSTABLE: GLASS has the inventory model Moving average, which a transaction adjustment does not adjust.',
      expect.stringMatching(
        /^'Closing transfers'!\w+ NOT_A_RECEIPT: IC-0001\/1 in is a leg of a closing transfer: only receipts/,
      ),
      'NOT_CHOSEN: There is no transaction "X" in this workbook.',
    ]);
  });

  test('for a date in a closed period, before the invoice, or in a period that is not open', async () => {
    const { bytes } = await closed(BOOK, '2026-01-31');
    const dated = (id: string, date: string) => receipts({ values: [to(id, 5)], date: day(date) });
    expect(await refused(bytes, dated('P1', '2026-01-31'))).toEqual([
      'NOT_LATER: 2026-01-31 is not later than the last close, IC-0001 up to 2026-01-31.',
    ]);
    expect(await refused(bytes, dated('P5', '2026-02-15'))).toEqual([
      'Transactions!A9 NOT_INVOICED: P5 is not financially updated by 2026-02-15.',
    ]);
  });

  test('for a value below nothing, one that is too fine, and one that it has already', async () => {
    const { bytes } = await closed(BOOK, '2026-01-31');
    expect(await refused(bytes, receipts({ values: [to('P1', -1)] }))).toEqual([
      'Transactions!A4 BELOW_ZERO: The open part of P1 is worth 20.00, and would be worth -1.00.',
    ]);
    expect(await refused(bytes, receipts({ values: [to('P1', 1.001)] }))).toEqual([
      'TOO_FINE: The value of P1, 1.001 is finer than the amounts of this workbook (Amount decimals 2).',
    ]);
    expect(await refused(bytes, receipts({ values: [to('P1', 20)] }))).toEqual([
      expect.stringMatching(/^NOTHING_CHANGES/),
    ]);
  });
});

test('a close up to a date before the adjustment is refused', async () => {
  const { bytes } = await adjusted(january, receipts({ values: [to('P2', 24)] }));
  await expect(closed(bytes, '2026-02-04')).rejects.toThrow(
    'IC-0002 adjusted receipts by hand on 2026-02-05, after 2026-02-04.',
  );
  await expect(closed(bytes, '2026-02-05')).resolves.toBeDefined();
});
