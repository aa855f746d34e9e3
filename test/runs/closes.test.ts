import { sampleWorkbook, type SampleName } from '../../samples';
import { PARAMETER_SPECS } from '../../src/workbook/tables/parameters';
import { tieOutsOf, violationsOf } from '../support/invariants';
import { closed, type ClosedBook, NOW, rowsOf } from '../support/workbooks';

const sample = (name: SampleName): Uint8Array => sampleWorkbook(name, new Date(NOW));

/** "issue quantity receipt amount adjustment" of the settlements of an item. */
async function pairsOf(bytes: Uint8Array, item: string): Promise<string[]> {
  const rows = await rowsOf(bytes, 'Settlements');
  return rows
    .filter((row) => row['Item'] === item)
    .map(({ Issue, Quantity, Receipt, Amount, Adjustment }) =>
      [Issue, Quantity, Receipt, Amount, Adjustment].join(' '),
    );
}

/** What is left of an item: quantity, value, and value of a unit. */
async function leftOf(bytes: Uint8Array, item: string): Promise<unknown[]> {
  const rows = await rowsOf(bytes, 'InventoryValue');
  return rows
    .filter((row) => row['Item'] === item)
    .flatMap((row) => [row['Closing quantity'], row['Closing value'], row['Unit cost']]);
}

describe('the smallest workbook', () => {
  test('is settled as samples/README.md works out', async () => {
    const { bytes, closed: result } = await closed(sample('smallest'), '2026-01-31');
    expect(await pairsOf(bytes, 'Teapot')).toEqual([
      'SO987 10 PO123 100 10',
      'SO987 5 PO456 60 -5',
      'SO988 5 PO456 60 2.5',
    ]);
    expect(await leftOf(bytes, 'Teapot')).toEqual([5, 70, 14]);
    expect(await rowsOf(bytes, 'Closings')).toMatchObject([
      {
        Closing: 'IC-0001',
        Type: 'Close',
        Status: 'Completed',
        'Value before': 62.5,
        Adjustment: 7.5,
        'Value after': 70,
      },
    ]);
    expect(result.rows).toEqual({
      Settlements: 3,
      Adjustments: 3,
      Ledger: 2,
      CloseLog: 1,
      InventoryValue: 1,
      ClosingTransfers: 0,
      LockedRows: 5 + 1 + PARAMETER_SPECS.filter(({ costs }) => costs).length,
    });
  });

  test('its tables hold together, and so do the formulas above them', async () => {
    const { bytes } = await closed(sample('smallest'), '2026-01-31');
    expect(await violationsOf(bytes)).toEqual([]);
    const { held, computed } = await tieOutsOf(bytes);
    expect(held).toEqual(computed);
    expect(computed['Adjustments: Change of inventory value']).toBe(7.5);
  });
});

describe('three months of the trading company', () => {
  let months: ClosedBook[];
  beforeAll(async () => {
    months = [];
    for (const date of ['2026-01-31', '2026-02-28', '2026-03-31']) {
      months.push(await closed(months.at(-1)?.bytes ?? sample('trading-company'), date));
    }
  }, 60_000);

  test.each([
    [
      'HAND-FIFO',
      ['FIFO-3 10 FIFO-1 40 5', 'FIFO-3 2 FIFO-2 10 -1', 'FIFO-5 6 FIFO-2 30 0.92'],
      [7, 41, 5.857142857142857],
    ],
    [
      'HAND-LIFO',
      ['LIFO-5 5 LIFO-4 50 -5.74', 'LIFO-5 3 LIFO-2 27 -0.44', 'LIFO-3 3 LIFO-2 27 -1.87', 'LIFO-3 1 LIFO-1 8 0.37'],
      [9, 72, 8],
    ],
    [
      'HAND-AVERAGE',
      [
        'IC-0001/1 out 4 AVG-1 40 0',
        'IC-0001/1 out 6 AVG-2 72 0',
        'IC-0001/1 out 10 AVG-4 134 0',
        'AVG-3 5 IC-0001/1 in 61.5 -5.5',
        'AVG-5 3 IC-0001/1 in 36.9 1.1',
      ],
      [12, 147.6, 12.3],
    ],
  ])('%s is settled in January as samples/README.md works out', async (item, pairs, left) => {
    const transfer = /IC-0001\/\d+/g;
    expect((await pairsOf(months[0].bytes, item)).map((pair) => pair.replace(transfer, 'IC-0001/1'))).toEqual(pairs);
    const [quantity, value, unit] = await leftOf(months[0].bytes, item);
    expect([quantity, value]).toEqual(left.slice(0, 2));
    expect(unit).toBeCloseTo(left[2], 6);
  });

  test.each([0, 1, 2])('the tables hold together after close %i', async (month) => {
    expect(await violationsOf(months[month].bytes)).toEqual([]);
  });

  test('the formulas above the tables are right after the third close', async () => {
    const { held, computed } = await tieOutsOf(months[2].bytes);
    expect(held).toEqual(computed);
  });

  test('each close begins where the one before it ended, with the rows of its month', async () => {
    const runs = await rowsOf(months[2].bytes, 'Closings');
    expect(runs.map(({ Closing, Status }) => [Closing, Status])).toEqual([
      ['IC-0001', 'Completed'],
      ['IC-0002', 'Completed'],
      ['IC-0003', 'Completed'],
    ]);
    const values = await rowsOf(months[2].bytes, 'InventoryValue');
    const keyOf = (row: Record<string, unknown>) =>
      ['Item', 'Site', 'Warehouse', 'Batch'].map((name) => row[name] ?? '').join('/');
    for (const row of values.filter(({ Closing }) => Closing === 'IC-0002')) {
      const before = values.find((other) => other['Closing'] === 'IC-0001' && keyOf(other) === keyOf(row));
      expect([keyOf(row), row['Opening quantity'], row['Opening value']]).toEqual([
        keyOf(row),
        before?.['Closing quantity'] ?? 0,
        before?.['Closing value'] ?? 0,
      ]);
    }
  });

  test('what rested on no settlement is taken back by the next close: in force no longer, with a counter row', async () => {
    const rows = (await rowsOf(months[2].bytes, 'Adjustments')).filter(({ Reason }) => Reason === 'Physical value');
    const states = rows
      .filter((row) => row['Transaction'] === 'GRINDER-4')
      .map((row) => [row['Closing'], row['Adjustment'], row['Status']]);
    expect(states).toEqual([
      ['IC-0001', -10, 'Reversed'],
      ['IC-0002', 10, 'Reversal'],
    ]);
  });

  test('every row up to the date is locked, and once', async () => {
    const transactions = await rowsOf(months[2].bytes, 'Transactions');
    const locks = (await rowsOf(months[2].bytes, 'LockedRows')).filter(({ Kind }) => Kind === 'Transaction');
    const dated = transactions.filter((row) => row['Financial date'] ?? row['Physical date']);
    expect(new Set(locks.map(({ Key }) => Key))).toEqual(new Set(dated.map(({ Transaction }) => Transaction)));
    expect(locks.filter(({ Key }, at) => locks.findIndex((other) => other.Key === Key) !== at)).toEqual([]);
  });
});
