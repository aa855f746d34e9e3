import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleName } from '../../samples';
import type { FilePort } from '../../src/workbook/file';
import { reportRunningAverages } from '../../src/runs/running-average';
import { closeUpTo, ENVIRONMENT, openSample, rowsOf } from './closed-sample';

/** The close of January against what samples/README.md works out by hand. */
const README = readFileSync(join(__dirname, '..', '..', 'samples', 'README.md'), 'utf8');

/** The parameter Variance account of the sample. */
const VARIANCE = '5940 Inventory variances';

interface HandRow {
  readonly transaction: string;
  readonly quantity: number;
  readonly posted: number;
  readonly adjustment: number;
  readonly costAfter: number;
}

/** The rows of the tables of one section that have these columns, as they stand in the text. */
function handRows(section: string): HandRow[] {
  const text = README.split(/^## /m).find((part) => part.startsWith(section)) ?? '';
  const rows: HandRow[] = [];
  let headers: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) headers = [];
    else {
      const cells = line.split('|').map((cell) => cell.trim());
      if (headers.length === 0) headers = cells;
      else if (headers.includes('cost after') && !line.includes('---')) {
        const at = (name: string): string => cells[headers.indexOf(name)];
        rows.push({
          transaction: at('transaction'),
          quantity: Number(at('quantity')),
          posted: Number(at('posted')),
          adjustment: Number(at('adjustment')),
          costAfter: Number(at('cost after')),
        });
      }
    }
  }
  return rows;
}

/** The same figures from the workbook: what was posted, and the sum of what the close wrote. */
async function closedRows(port: FilePort): Promise<Map<string, HandRow>> {
  const adjusted = new Map<string, number>();
  for (const row of await rowsOf(port, 'Adjustments')) {
    const id = String(row['Transaction']);
    adjusted.set(id, (adjusted.get(id) ?? 0) + cents(row['Adjustment']));
  }
  const rows = (await rowsOf(port, 'Transactions')).map((row): [string, HandRow] => {
    const transaction = String(row['Transaction']);
    const posted = cents(row['Financial cost']);
    const adjustment = adjusted.get(transaction) ?? 0;
    return [
      transaction,
      {
        transaction,
        quantity: Number(row['Quantity']),
        posted: posted / 100,
        adjustment: adjustment / 100,
        costAfter: (posted + adjustment) / 100,
      },
    ];
  });
  return new Map(rows);
}

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

async function closeJanuary(name: SampleName): Promise<FilePort> {
  const port = openSample(name);
  await closeUpTo(port, '2026-01-31');
  return port;
}

test('smallest.xlsx closes as README.md says', async () => {
  const rows = handRows('smallest.xlsx');
  expect(rows).toHaveLength(5);
  const closed = await closedRows(await closeJanuary('smallest'));
  expect(rows.map(({ transaction }) => closed.get(transaction))).toEqual(rows);
});

test('spoilt-average.xlsx closes as README.md says, and the report names what it says', async () => {
  const rows = handRows('spoilt-average.xlsx');
  expect(rows).toHaveLength(6);
  const closed = await closedRows(await closeJanuary('spoilt-average'));
  expect(rows.map(({ transaction }) => closed.get(transaction))).toEqual(rows);
  const report = await reportRunningAverages(openSample('spoilt-average'), { maximumDeviation: 10 }, ENVIRONMENT);
  if (!report.ok) throw new Error('The report was refused');
  const { id } = report.loaded.read.book.transactions;
  expect(
    report.issues.map(({ transaction, excess, startedBy, coveredBy }) => [
      id[transaction],
      excess / 100,
      id[startedBy],
      id[coveredBy],
    ]),
  ).toEqual([
    ['SO402', 15, 'SO401', 'PO402'],
    ['SO403', 3.57, 'SO401', 'PO402'],
  ]);
  for (const [issue, excess] of [
    ['SO402', '15.00'],
    ['SO403', '3.57'],
  ])
    expect(README).toMatch(new RegExp(`${issue}\\s+is posted[^:;]*?${excess} too\\s+much`));
});

describe('trading-company.xlsx', () => {
  let port: FilePort;
  let closed: Map<string, HandRow>;
  beforeAll(async () => {
    port = await closeJanuary('trading-company');
    closed = await closedRows(port);
  });

  const rows = handRows('trading-company.xlsx');
  test('has items to follow by hand: the three models, production, a transfer, a variance, a return, a circle', () => {
    const names = new Set(rows.map(({ transaction }) => transaction.replace(/-\d+$/, '')));
    expect([...names]).toEqual(['FIFO', 'LIFO', 'AVG', 'MUG', 'GIFT', 'STOOL', 'SYRUP', 'BOTTLE', 'FROTHER', 'CART']);
  });

  test.each(rows)('$transaction closes as README.md says: $adjustment, then $costAfter', (row) => {
    expect(closed.get(row.transaction)).toEqual(row);
  });

  // "Left: ..." below each table of README.md.
  test.each([
    { item: 'HAND-FIFO', site: 'Northport', quantity: 7, value: 41 },
    { item: 'HAND-LIFO', site: 'Northport', quantity: 9, value: 72 },
    { item: 'HAND-AVERAGE', site: 'Northport', quantity: 12, value: 147.6 },
    { item: 'HAND-MUG', site: 'Northport', quantity: 8, value: 28 },
    { item: 'HAND-GIFT', site: 'Northport', quantity: 3, value: 13.1 },
    { item: 'HAND-STOOL', site: 'Northport', quantity: 2, value: 46 },
    { item: 'HAND-STOOL', site: 'Eastmere', quantity: 5, value: 103.75 },
    { item: 'HAND-SYRUP', site: 'Northport', quantity: 4, value: 30 },
    { item: 'HAND-BOTTLE', site: 'Northport', quantity: 12, value: 42 },
    { item: 'C-350', site: 'Northport', quantity: 7, value: 168 + 212.57 },
    { item: 'C-345', site: 'Northport', quantity: 8, value: 2551.31 },
    { item: 'C-345', site: 'Eastmere', quantity: 4, value: 1348.7 },
  ])('leaves $quantity of $item in $site, worth $value', async ({ item, site, quantity, value }) => {
    const found = (await rowsOf(port, 'InventoryValue')).filter((row) => row['Item'] === item && row['Site'] === site);
    expect(found.map((row) => [row['Closing quantity'], row['Closing value']])).toEqual([[quantity, value]]);
  });

  test.each([
    { transaction: 'MUG-3', reference: 'PR902', adjustment: -38 + 39.6 },
    { transaction: 'GREEN-3', reference: 'PR903', adjustment: 11.25 },
    { transaction: 'ROAST-1', reference: 'PR903', adjustment: -11.08 },
    { transaction: 'BROKEN-1', reference: 'PR903', adjustment: -0.17 },
  ])('$transaction of order $reference changes by $adjustment', async ({ transaction, reference, adjustment }) => {
    const found = (await rowsOf(port, 'Transactions')).filter((row) => row['Transaction'] === transaction);
    expect(found.map((row) => row['Reference'])).toEqual([reference]);
    expect(closed.get(transaction)?.adjustment).toBeCloseTo(adjustment, 8);
  });

  test('gives what the bottles do not take over to the variance account', async () => {
    const variances = (await rowsOf(port, 'Adjustments')).filter((row) => row['Reason'] === 'Variance');
    expect(
      variances.map((row) => [row['Transaction'], row['Adjustment'], row['Expensed'], row['Inventory account']]),
    ).toEqual([['BOTTLE-1', 0, -3, VARIANCE]]);
    const lines = (await rowsOf(port, 'Ledger')).filter((row) => row['Account'] === VARIANCE);
    expect(lines.map((row) => [row['Debit'], row['Credit']])).toEqual([[null, 3]]);
  });

  test('says in the log what the stories say', async () => {
    const log = (await rowsOf(port, 'CloseLog')).map((row) => [
      row['Code'],
      row['Transaction'],
      row['Quantity'] ?? row['Amount'],
    ]);
    expect(log).toEqual(
      expect.arrayContaining([
        ['NO_FIN_RECEIPT', 'RIM-3', -5],
        ['NO_FIN_RECEIPT', 'RIM-4', -16],
        ['SUBPROD_OPEN', 'RIM-4', null],
        ['CIRCULAR_ROUNDED', 'CART-3', -0.01],
      ]),
    );
  });
});
