import type { Fill } from '../../../src/settle/by-hand/fill';
import { preview } from '../../../src/runs/preview';
import { openXlsx } from '../../../src/workbook/file';
import { adjusted, balances, costOf, lines, onHand, refused, reversed } from '../../support/by-hand';
import { violationsOf } from '../../support/invariants';
import { closed, day, ENV, grid, rowsOf, withCell, withTable, workbookOf } from '../../support/workbooks';

/**
 * What stands in stock at the end of January:
 *   CUP   1 of P1 at 10.00 (of 4, 3 were sold) and 1 of P2 at 13.00
 *   BOWL  a closing transfer of 4 for 48.00, of which 1 was sold: 3 for 36.00
 *   DISH  5 of P5 at Site 1 for 25.00, and 5 of P6 at Site 2 for 0.00
 */
const SHOP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Financial date | Financial cost | Type     | Site
    P1          | CUP  | 4        | 2026-01-02     | 40             | Purchase | 1
    P2          | CUP  | 1        | 2026-01-03     | 13             | Purchase | 1
    S1          | CUP  | -3       | 2026-01-20     | -33            | Sale     | 1
    P3          | BOWL | 2        | 2026-01-04     | 22             | Purchase | 1
    P4          | BOWL | 2        | 2026-01-05     | 26             | Purchase | 1
    S2          | BOWL | -1       | 2026-01-21     | -12            | Sale     | 1
    P5          | DISH | 5        | 2026-01-06     | 25             | Purchase | 1
    P6          | DISH | 5        | 2026-01-07     | 0              | Purchase | 2
    P7          | FORK | 2        | 2026-01-08     | 4              | Purchase | 1
    P8          | CUP  | 2        | 2026-02-03     | 30             | Purchase | 1
    S3          | CUP  | -2       | 2026-02-10     | -23            | Sale     | 1
    S4          | JAR  | -1       | 2026-01-22     | -5             | Sale     | 1
    P9          | JAR  | 1        | 2026-02-01     | 6              | Purchase | 1`,
  ),
  grid(
    'Items',
    `
    Item | Item group | Item model group | Dimension group | Cost price
    CUP  | Crockery   | FIFO             |                 | 12.5
    BOWL | Crockery   | AVERAGE          |                 |
    DISH | Crockery   | FIFO             | SITE            | 4
    FORK | Cutlery    | STANDARD         |                 | 2
    JAR  | Glass      | FIFO             |                 | 6`,
  ),
  grid(
    'ItemModelGroups',
    'Item model group | Inventory model\nFIFO | FIFO\nAVERAGE | Weighted average\nSTANDARD | Standard cost',
  ),
  grid('DimensionGroups', 'Dimension group | Site\nSITE | Yes'),
  grid(
    'Posting',
    `
    Item group | Type     | Inventory account | Offset account
    Crockery   | Transfer | 1420              | 5900
    Crockery   |          | 1410              | 5000`,
  ),
]);

const items = (...names: string[]) => ({ items: names });
let january: Uint8Array;
beforeAll(async () => {
  january = (await closed(SHOP, '2026-01-31')).bytes;
});

describe('the ways to fill', () => {
  test.each<[string, readonly string[], Fill, readonly string[]]>([
    // 15.00 for each piece.
    [
      'a unit cost',
      ['CUP'],
      { method: 'Unit cost', unitCost: 15 },
      ['P1 1 10.00 +5.00 15.00', 'P2 1 13.00 +2.00 15.00'],
    ],
    // 2 x 0.333 = 0.67 in all: the first is rounded by itself to 0.33, the last takes the rest.
    [
      'a unit cost with more decimals than an amount',
      ['CUP'],
      { method: 'Unit cost', unitCost: 0.333 },
      ['P1 1 10.00 -9.67 0.33', 'P2 1 13.00 -12.66 0.34'],
    ],
    [
      'the cost price of the item',
      ['CUP'],
      { method: 'Item cost price' },
      ['P1 1 10.00 +2.50 12.50', 'P2 1 13.00 -0.50 12.50'],
    ],
    // 46.00 - 23.00 = 23.00, by value: 10/23 and 13/23.
    [
      'a total value',
      ['CUP'],
      { method: 'Total value', value: 46 },
      ['P1 1 10.00 +10.00 20.00', 'P2 1 13.00 +13.00 26.00'],
    ],
    // 10 % of 23.00 = 2.30.
    ['a percentage', ['CUP'], { method: 'Percent', percent: 10 }, ['P1 1 10.00 +1.00 11.00', 'P2 1 13.00 +1.30 14.30']],
    // 10 x 10/23 = 4.3478 -> 4.35; the rest is 5.65.
    ['an amount more', ['CUP'], { method: 'Amount', amount: 10 }, ['P1 1 10.00 +4.35 14.35', 'P2 1 13.00 +5.65 18.65']],
    [
      'an amount less',
      ['CUP'],
      { method: 'Amount', amount: -23 },
      ['P1 1 10.00 -10.00 0.00', 'P2 1 13.00 -13.00 0.00'],
    ],
    // All chosen parts together: 10 + 13 + 36 + 25 + 0 = 84.00; each gets half of its value more.
    [
      'an amount over several items, the leg of a closing transfer among them',
      ['CUP', 'BOWL', 'DISH'],
      { method: 'Amount', amount: 42 },
      [
        'P1 1 10.00 +5.00 15.00',
        'P2 1 13.00 +6.50 19.50',
        'IC-0001/1 in 3 36.00 +18.00 54.00',
        'P5 5 25.00 +12.50 37.50',
        'P6 5 0.00 +0.00 0.00',
      ],
    ],
  ])('%s', async (_, names, fill, expected) => {
    const { found } = await adjusted(january, onHand({ selection: items(...names), fill }));
    expect(lines(found)).toEqual(expected);
  });

  test('stock that is worth nothing gets its amount by quantity', async () => {
    const selection = { ...items('DISH'), dimensions: { site: '2' } };
    const { found } = await adjusted(january, onHand({ selection, fill: { method: 'Amount', amount: 7 } }));
    expect(lines(found)).toEqual(['P6 5 0.00 +7.00 7.00']);
  });
});

describe('what is chosen', () => {
  const chosen = async (selection: Parameters<typeof onHand>[0]['selection']): Promise<string[]> => {
    const { found } = await adjusted(january, onHand({ selection, fill: { method: 'Percent', percent: 10 } }));
    return found.receipts.map(({ transaction, costKey }) => `${transaction} of ${costKey}`);
  };

  test('by item group: items whose model is not settled are left out', async () => {
    expect(await chosen({ itemGroups: ['crockery', 'Cutlery'] })).toEqual([
      'P1 of CUP',
      'P2 of CUP',
      'IC-0001/1 in of BOWL',
      'P5 of DISH (Site 1)',
      'P6 of DISH (Site 2)',
    ]);
  });

  test('by a dimension, whether costs are kept apart by it or not', async () => {
    expect(await chosen({ dimensions: { Site: '1' } })).toEqual(['P1 of CUP', 'P2 of CUP', 'P5 of DISH (Site 1)']);
  });
});

describe('what is written', () => {
  test('the run, its adjustments with their accounts, a voucher, what was asked for, and the value of the closed date', async () => {
    const { bytes, found } = await adjusted(
      january,
      onHand({ selection: items('CUP', 'BOWL'), fill: { method: 'Unit cost', unitCost: 15 }, note: 'After the audit' }),
    );
    expect(found.written).toMatchObject({
      ids: { closing: 'IC-0002', voucher: 'V-0002' },
      rows: { Adjustments: 3, Ledger: 3, CloseLog: 1, Settlements: 0 },
    });
    const [, run] = await rowsOf(bytes, 'Closings');
    // Stock at the end of January: 23.00 + 36.00 + 25.00 + 4.00, and -5.00 of the jar that was not there. +7.00 and +9.00.
    expect(run).toMatchObject({
      Closing: 'IC-0002',
      Type: 'On-hand adjustment',
      Date: day('2026-01-31'),
      Status: 'Completed',
      Transactions: 3,
      'Value before': 83,
      Adjustment: 16,
      'Value after': 99,
      Note: 'After the audit',
    });
    const rows = (await rowsOf(bytes, 'Adjustments')).filter(({ Closing }) => Closing === 'IC-0002');
    const columns = [
      'Transaction',
      'Cost before',
      'Adjustment',
      'Cost after',
      'Reason',
      'Inventory account',
      'Offset account',
    ];
    expect(rows.map((row) => columns.map((column) => row[column]).join(' | '))).toEqual([
      'P1 | 40 | 5 | 45 | On-hand | 1410 | Inventory adjustment',
      'P2 | 13 | 2 | 15 | On-hand | 1410 | Inventory adjustment',
      // A leg names no account: Posting says where transfers of its group are posted.
      'IC-0001/1 in | 48 | 9 | 57 | On-hand | 1420 | Inventory adjustment',
    ]);
    const voucher = (await rowsOf(bytes, 'Ledger')).filter(({ Voucher }) => Voucher === 'V-0002');
    expect(voucher.map((row) => [row['Account'], row['Debit'], row['Credit'], row['Text']])).toEqual([
      ['1410', 7, null, 'On-hand adjustment IC-0002 of 2026-01-31'],
      ['1420', 9, null, 'On-hand adjustment IC-0002 of 2026-01-31'],
      ['Inventory adjustment', null, 16, 'On-hand adjustment IC-0002 of 2026-01-31'],
    ]);
    const log = (await rowsOf(bytes, 'CloseLog')).filter(({ Closing }) => Closing === 'IC-0002');
    expect(log.map(({ Code, Message }) => [Code, Message])).toEqual([
      ['ADJUSTED_BY_HAND', '3 receipts were adjusted by hand, 16.00 in all: to a unit cost of 15; items CUP, BOWL.'],
    ]);
    expect(await violationsOf(bytes)).toEqual([]);
  });

  test('the next close opens with it, and sells at the new cost', async () => {
    const { bytes } = await adjusted(
      january,
      onHand({ selection: items('CUP'), fill: { method: 'Unit cost', unitCost: 15 } }),
    );
    const february = (await closed(bytes, '2026-02-28')).bytes;
    const values = (await rowsOf(february, 'InventoryValue')).filter(({ Item }) => Item === 'CUP');
    const columns = ['Closing', 'Opening value', 'Receipt value', 'Issue value', 'Adjustment', 'Closing value'];
    expect(values.map((row) => columns.map((column) => row[column]))).toEqual([
      ['IC-0001', 0, 53, -33, 3, 23],
      ['IC-0002', 23, 0, 0, 7, 30],
      ['IC-0003', 30, 30, -23, -7, 30],
    ]);
    // Two pieces at 15.00, and not at 10.00 and 13.00.
    expect(await costOf(february, 'S3')).toBe(-30);
    expect(await violationsOf(february)).toEqual([]);
  });

  test('a dry run shows the same and writes nothing', async () => {
    const options = { selection: items('CUP'), fill: { method: 'Unit cost', unitCost: 15 } as const };
    const { found, bytes } = await adjusted(january, onHand({ ...options, dryRun: true }));
    const { found: made } = await adjusted(january, onHand(options));
    expect(found.written).toBeUndefined();
    expect(found.receipts).toEqual(made.receipts);
    expect(found.outcome.ledger).toEqual(made.outcome.ledger);
    expect(Buffer.from(bytes).equals(Buffer.from(january))).toBe(true);
  });

  test('a second one begins where the first ended', async () => {
    const fill = { method: 'Percent', percent: 100 } as const;
    const first = await adjusted(january, onHand({ selection: items('CUP'), fill }));
    const second = await adjusted(first.bytes, onHand({ selection: items('CUP'), fill }));
    expect(lines(second.found)).toEqual(['P1 1 20.00 +20.00 40.00', 'P2 1 26.00 +26.00 52.00']);
    expect((await rowsOf(second.bytes, 'Closings')).map((row) => row['Value after'])).toEqual([83, 106, 152]);
  });
});

describe('a reversal', () => {
  test('brings back costs, open values and balances, and the next close is the same as without', async () => {
    const { bytes } = await adjusted(
      january,
      onHand({ selection: items('CUP', 'BOWL', 'DISH'), fill: { method: 'Percent', percent: 30 } }),
    );
    const back = await reversed(bytes);
    expect(await balances(back)).toEqual(await balances(january));
    const sums = (rows: Record<string, unknown>[]) =>
      rows.reduce((sum, row) => sum + Math.round(100 * Number(row['Closing value'])), 0);
    expect(sums(await rowsOf(back, 'InventoryValue'))).toBe(sums(await rowsOf(january, 'InventoryValue')));
    const february = async (from: Uint8Array) => {
      const found = await preview(openXlsx(from, 'book.xlsx'), { upTo: day('2026-02-28') }, ENV);
      if (!found.ok) throw new Error('refused');
      return { outcome: found.outcome, warnings: found.warnings };
    };
    expect(await february(back)).toEqual(await february(january));
  });

  test('of the close needs that of the adjustment first', async () => {
    const { bytes } = await adjusted(
      january,
      onHand({ selection: items('CUP'), fill: { method: 'Percent', percent: 30 } }),
    );
    const twice = await reversed(await reversed(bytes));
    expect((await rowsOf(twice, 'Closings')).map(({ Status }) => Status)).toEqual([
      'Reversed',
      'Reversed',
      'Completed',
      'Completed',
    ]);
    expect(await balances(twice)).toEqual({});
  });
});

describe('it is refused', () => {
  const tenth = { method: 'Percent', percent: 10 } as const;
  const fifteen = { method: 'Unit cost', unitCost: 15 } as const;

  test('without a close', async () => {
    expect(await refused(SHOP, onHand({ selection: items('CUP'), fill: fifteen }))).toEqual([
      'NO_CLOSE: No close is in force in this workbook: what is on hand is adjusted as of the last close.',
    ]);
  });

  test.each<[string, Parameters<typeof onHand>[0], string[]]>([
    [
      'for names that are not there, all at once',
      { selection: { items: ['cup', 'MUG'], itemGroups: ['Toys'], dimensions: { Colour: 'red' } }, fill: tenth },
      [
        'NOT_CHOSEN: There is no item "MUG" in this workbook.',
        'NOT_CHOSEN: There is no item group "Toys" in this workbook.',
        'NOT_CHOSEN: There is no dimension "Colour" in this workbook.',
      ],
    ],
    [
      'for an item whose model is not settled',
      { selection: items('FORK'), fill: tenth },
      ['NOT_ADJUSTABLE: FORK has the inventory model Standard cost, which an on-hand adjustment does not adjust.'],
    ],
    [
      'where nothing is on hand',
      { selection: items('JAR'), fill: tenth },
      ['NOTHING_ON_HAND: Of what was chosen no receipt is open at 2026-01-31, the date of the last close.'],
    ],
    [
      'without a cost price, with its cell',
      { selection: items('BOWL', 'CUP'), fill: { method: 'Item cost price' } },
      ['Items!E5 NO_COST_PRICE: BOWL has no cost price in the table Items.'],
    ],
    [
      'where a part would be worth less than nothing',
      { selection: items('CUP'), fill: { method: 'Amount', amount: -23.01 } },
      ['Transactions!A5 BELOW_ZERO: The open part of P2 is worth 13.00, and would be worth -0.01.'],
    ],
    [
      'where nothing changes',
      { selection: items('DISH'), fill: { method: 'Percent', percent: 0 } },
      ['NOTHING_CHANGES: Everything that was chosen is worth that already: there is nothing to adjust.'],
    ],
    [
      'for an amount that is too fine',
      { selection: items('CUP'), fill: { method: 'Amount', amount: 0.005 } },
      ['TOO_FINE: The amount 0.005 is finer than the amounts of this workbook (Amount decimals 2).'],
    ],
    [
      'for figures that would not be exact',
      { selection: items('CUP'), fill: { method: 'Unit cost', unitCost: 9e14 } },
      ['OUT_OF_RANGE: The value on hand has more than 15 digits and would no longer be exact to the minor unit.'],
    ],
  ])('%s', async (_, options, expected) => {
    expect(await refused(january, onHand(options))).toEqual(expected);
  });

  test('where a locked row was changed, a run is unfinished, or the period is not open', async () => {
    const asked = onHand({ selection: items('CUP'), fill: fifteen });
    const changed = await withTable(january, 'Transactions', (table) => withCell(table, 'P1', 'Financial cost', 41));
    expect(await refused(changed, asked)).toEqual([
      'Transactions!E4 LOCKED_CHANGED: Transaction P1 was locked by IC-0001, and its Financial cost was changed from 40.00 to 41.00.',
    ]);
    const { bytes } = await adjusted(january, asked);
    const running = await withTable(bytes, 'Closings', (table) => withCell(table, 'IC-0002', 'Status', 'Running'));
    expect(await refused(running, asked)).toEqual([
      expect.stringMatching(/^UNFINISHED_BY_HAND: Run IC-0002, an adjustment by hand, is running/),
    ]);
    const periods = workbookOf([
      grid(
        'Transactions',
        'Transaction | Item | Quantity | Financial date | Financial cost\nP1 | CUP | 2 | 2026-01-02 | 20',
      ),
      grid('Periods', 'Period | From | To | Status\n2026-01 | 2026-01-01 | 2026-01-31 | Open'),
    ]);
    const shut = await withTable((await closed(periods, '2026-01-31')).bytes, 'Periods', (table) =>
      withCell(table, '2026-01', 'Status', 'Closed'),
    );
    expect(await refused(shut, asked)).toEqual([
      expect.stringMatching(/^PERIOD_CLOSED: 2026-01-31 lies in period 2026-01/),
    ]);
  });
});

test('a cost key with open receipts of which no more than nothing is on hand is left out, and told', async () => {
  // The issue of the whole stock waits for the receipt of February that it is marked to: P1 is open, and so is S1.
  const bytes = workbookOf([
    grid(
      'Transactions',
      `
      Transaction | Item | Quantity | Financial date | Financial cost | Marked to
      P1          | CUP  | 2        | 2026-01-02     | 20             |
      S1          | CUP  | -2       | 2026-01-05     | -20            | P2
      P2          | CUP  | 2        | 2026-02-02     | 22             |
      P3          | MUG  | 1        | 2026-01-03     | 5              |`,
    ),
  ]);
  const { found } = await adjusted(
    (await closed(bytes, '2026-01-31')).bytes,
    onHand({ selection: items('CUP', 'MUG'), fill: { method: 'Percent', percent: 100 } }),
  );
  expect(lines(found)).toEqual(['P3 1 5.00 +5.00 10.00']);
  expect(found.warnings.map(({ message }) => message)).toEqual([
    'CUP was left out: 0 is on hand at 2026-01-31, and only what is positive can be adjusted.',
  ]);
});
