import { contentOfTransaction } from '../../../src/workbook/locked';
import { places, problemsOf, readSound, resultTable, table } from '../../support/tables';

const TRANSACTIONS = table(
  'Transactions',
  `Transaction | Item | Quantity | Financial date | Financial cost | Site
   R1          | A    | 10       | 2026-01-05     | 100            | N
   7           | A    | -4       | 2026-01-09     | -48            | N
   R2          | A    | 5        | 2026-02-03     | 60             | N
   I2          | A    | -3       | 2026-02-04     | -30            | N`,
);
const SITES = [
  table('DimensionGroups', 'Dimension group | Site\nS | Yes'),
  table('Items', 'Item | Dimension group\nA | S'),
];

const CLOSINGS = resultTable(
  'Closings',
  `Closing | Type          | Date       | Status    | Input fingerprint | Result fingerprint
   IC-0002 | Recalculation | 2026-02-10 | Completed | c                 | d
   IC-0001 | Close         | 2026-01-31 | Completed | a                 | b`,
);
/** What the close IC-0001 locked: the two rows of January, as they are. */
const LOCKED = resultTable(
  'LockedRows',
  ['R1', '7']
    .map((key, i) => {
      const content = contentOfTransaction(readSound(TRANSACTIONS), i);
      return `K-${i} | IC-0001 | Transaction | ${key} | ${i} | ${content} | Active`;
    })
    .reduce((grid, line) => `${grid}\n${line}`, 'Lock | Closing | Kind | Key | Order | Content | Status'),
);
const settlements = (grid: string) =>
  resultTable(
    'Settlements',
    `Settlement | Closing | Issue | Receipt | Quantity | Amount | Adjustment | Principle | Status\n${grid}`,
  );
const adjustments = (grid: string) =>
  resultTable(
    'Adjustments',
    `Adjustment no. | Closing | Transaction | Adjustment | Expensed | Reason | Source | Inventory account | Offset account | Status\n${grid}`,
  );

describe('Closings', () => {
  test('stand oldest first, however the table is sorted', () => {
    const { book, existing } = readSound(TRANSACTIONS, CLOSINGS);
    expect(book.closings.map((closing) => [closing.id, closing.type, closing.resultFingerprint])).toEqual([
      ['IC-0001', 'Close', 'b'],
      ['IC-0002', 'Recalculation', 'd'],
    ]);
    expect([...existing.closingRows]).toEqual([1, 0]);
    expect(existing.rows.get('Closings')).toBe(2);
    expect(existing.highest.get('Closings')).toBe(2);
    expect(existing.highest.get('Ledger')).toBeUndefined();
  });
});

describe('Settlements', () => {
  test('active rows are summed by transaction, signed like the row', () => {
    const read = readSound(
      TRANSACTIONS,
      CLOSINGS,
      settlements(
        `S-000003 | IC-0001 | 7   | R1 | 0  | 0.50 | 0.50 | FIFO    | Active
         S-000001 | IC-0001 | "7" | r1 | 3  | 30   | 6    | FIFO    | Active
         S-000002 | IC-0001 | 7   | R1 | 1  | 10   | 2    | Marking | Active
         S-000004 | IC-0001 | 7   | R1 | 1  | 10   | 2    | FIFO    | Reversed
         S-000009 | IC-0001 | 7   | R1 | -1 | -10  | -2   | FIFO    | Reversal`,
      ),
    );
    const { transactions } = read.book;
    expect([...transactions.settledQuantity]).toEqual([4_000_000, -4_000_000, 0, 0]);
    expect([...transactions.settledValue]).toEqual([4_050, -4_050, 0, 0]);
    const { settlements: earlier } = read.book;
    expect([...earlier.row]).toEqual([1, 2, 0]);
    expect([...earlier.amount]).toEqual([3_000, 1_000, 50]);
    expect([...earlier.principle]).toEqual([0, 5, 0]);
    expect(read.existing.highest.get('Settlements')).toBe(9);
    expect(read.existing.rows.get('Settlements')).toBe(5);
  });

  test.each([
    ['an unknown transaction', 'S-1 | IC-0001 | X | R1 | 1 | 1 | 0 | FIFO | Active', 'C2'],
    ['an unknown run', 'S-1 | IC-0009 | 7 | R1 | 1 | 1 | 0 | FIFO | Active', 'B2'],
    ['a receipt in the place of the issue', 'S-1 | IC-0001 | R2 | R1 | 1 | 1 | 0 | FIFO | Active', 'C2'],
    ['more than there is', 'S-1 | IC-0001 | 7 | R1 | 4.5 | 1 | 0 | FIFO | Active', 'C2'],
    ['a negative quantity', 'S-1 | IC-0001 | 7 | R1 | -1 | 1 | 0 | FIFO | Active', 'E2'],
    ['a figure that is none', 'S-1 | IC-0001 | 7 | R1 | 1 | abc | 0 | FIFO | Active', 'F2'],
    ['a blank cell', 'S-1 | IC-0001 | 7 | R1 |  | 1 | 0 | FIFO | Active', 'E2'],
    ['an unknown status', 'S-1 | IC-0001 | 7 | R1 | 1 | 1 | 0 | FIFO | Done', 'I2'],
  ])('%s is damage', (_, grid, cell) => {
    expect(places(problemsOf(TRANSACTIONS, CLOSINGS, LOCKED, settlements(grid)))).toEqual([
      `Settlements!${cell} RESULT_DAMAGED`,
    ]);
  });

  test('reversed rows may name what is gone', () => {
    const reversed = settlements('S-1 | IC-0001 | X | R1 | 1 | 1 | 0 | FIFO | Reversed');
    expect(problemsOf(TRANSACTIONS, CLOSINGS, reversed)).toEqual([]);
  });

  test('a table of that name with other columns is not ours', () => {
    const problems = problemsOf(TRANSACTIONS, table('Settlements', 'Bank | Amount\nX | 5'));
    expect(problems.every((problem) => problem.code === 'RESULT_DAMAGED')).toBe(true);
    expect(problems[0].message).toBe('The table Settlements has no column Settlement.');
    expect(problems[0].remedy).toContain('give it another name');
  });
});

describe('Adjustments', () => {
  const read = readSound(
    TRANSACTIONS,
    CLOSINGS,
    adjustments(
      `A-000001 | IC-0001 | 7  | 8    |   | Settlement     | R1   | 1400 | 5000 | Active
       A-000002 | IC-0001 | R2 | 1.50 |   | Physical value | WO-9 | 1400 | 5000 | Active
       A-000004 | IC-0002 | I2 | -6   | 2 | Settlement     | R2   | 1401 | 5001 | Active
       A-000003 | IC-0002 | R1 | 3    |   | Production     |      | 1400 | 5000 | Active
       A-000005 | IC-0001 | I2 | 5    |   | Settlement     |      | 1400 | 5000 | Reversed
       A-000006 | IC-0002 | I2 | -5   |   | Settlement     |      | 1400 | 5000 | Reversal`,
    ),
  );

  test('those of a close count, those that rest on no settlement are provisional', () => {
    expect([...read.book.transactions.adjusted]).toEqual([0, 800, 0, 0]);
    const { provisional, accounts } = read.book;
    const rows = Array.from({ length: provisional.count }, (_, i) => [
      provisional.transaction[i],
      provisional.source[i],
      provisional.amount[i],
      provisional.expensed[i],
      accounts[provisional.inventoryAccount[i]],
      accounts[provisional.offsetAccount[i]],
      provisional.row[i],
    ]);
    expect(rows).toEqual([
      [2, -1, 150, 0, '1400', '5000', 1],
      [0, -1, 300, 0, '1400', '5000', 3],
      [3, 2, -600, 200, '1401', '5001', 2],
    ]);
  });

  test('what stood at the last close counts rows of every status', () => {
    expect([...read.book.transactions.adjustedAtLastClose]).toEqual([0, 800, 150, 500]);
  });

  test('all active rows can be told of', () => {
    expect([...read.earlier.adjustments.row]).toEqual([0, 1, 3, 2]);
    expect(read.existing.highest.get('Adjustments')).toBe(6);
  });

  test('an unknown transaction is damage', () => {
    const damaged = adjustments('A-1 | IC-0001 | X | 8 | | Settlement | R1 | 1400 | 5000 | Active');
    expect(places(problemsOf(TRANSACTIONS, CLOSINGS, LOCKED, damaged))).toEqual(['Adjustments!C2 RESULT_DAMAGED']);
  });
});

describe('ClosingTransfers', () => {
  const transfers = (grid: string) =>
    resultTable(
      'ClosingTransfers',
      `Transaction | Item | Quantity | Financial date | Financial cost | Sequence | Site | Closing | Status\n${grid}`,
    );

  test('active legs stand after the input rows, in the order in which they were made', () => {
    const read = readSound(
      TRANSACTIONS,
      CLOSINGS,
      ...SITES,
      transfers(
        `IC-0002-R1 | A | 2   | 2026-02-10 | 20   | 2 | n | IC-0002 | Active
         IC-0002-I1 | A | -2  | 2026-02-10 | -20  | 1 | n | IC-0002 | Active
         IC-0001-I1 | a | -10 | 2026-01-31 | -100 | 1 | N | IC-0001 | Active
         IC-0001-R1 | a | 10  | 2026-01-31 | 100  | 2 | N | IC-0001 | Active
         IC-0001-R2 | A | 10  | 2026-01-31 | 100  | 3 | N | IC-0001 | Reversed`,
      ),
      settlements('S-000001 | IC-0001 | IC-0001-I1 | R1 | 10 | 100 | 0 | Weighted average | Active'),
    );
    const { transactions } = read.book;
    expect(transactions.inputCount).toBe(4);
    expect(transactions.id.slice(4)).toEqual(['IC-0001-I1', 'IC-0001-R1', 'IC-0002-I1', 'IC-0002-R1']);
    expect([...transactions.leg]).toEqual([0, 0, 0, 0, 1, 2, 1, 2]);
    expect([...transactions.order]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...transactions.quantity.slice(4)]).toEqual([-10e6, 10e6, -2e6, 2e6]);
    expect([...transactions.financialCost.slice(4)]).toEqual([-10_000, 10_000, -2_000, 2_000]);
    expect([...transactions.key]).toEqual(new Array(8).fill(0));
    expect([...transactions.inventoryAccount.slice(4)]).toEqual([-1, -1, -1, -1]);
    expect([...transactions.settledQuantity]).toEqual([10e6, 0, 0, 0, -10e6, 0, 0, 0]);
    expect([...read.existing.legRows]).toEqual([2, 3, 1, 0]);
    expect(read.dimensionValues).toEqual([['N', 'N', 'N', 'N', 'N', 'N', 'N', 'N']]);
    expect(read.positions.get('ic-0001-r1')).toBe(5);
  });

  test('a transaction can not have the id of a leg', () => {
    const problems = problemsOf(
      TRANSACTIONS,
      CLOSINGS,
      transfers('i2 | A | 2 | 2026-01-31 | 20 | 1 | N | IC-0001 | Active'),
    );
    expect(places(problems)).toEqual(['Transactions!A5 DUPLICATE_ID']);
    expect(problems[0].message).toContain('ClosingTransfers!A2');
  });

  const LEGS = transfers(
    `IC-0001-I1 | A | -10 | 2026-01-31 | -100 | 1 | N | IC-0001 | Active
     IC-0001-R1 | A | 10  | 2026-01-31 | 100  | 2 | N | IC-0001 | Active`,
  );

  test('what a recalculation changed of a leg has no accounts; a row of a transaction needs them', () => {
    const ofRow = (id: string, no: string) =>
      adjustments(`${no} | IC-0002 | ${id} | 8 | | Late cost | R1 | | | Active`);
    const { provisional } = readSound(TRANSACTIONS, CLOSINGS, ...SITES, LEGS, ofRow('IC-0001-R1', 'A-1')).book;
    expect([provisional.transaction[0], provisional.amount[0]]).toEqual([5, 800]);
    expect([provisional.inventoryAccount[0], provisional.offsetAccount[0]]).toEqual([-1, -1]);
    const problems = problemsOf(TRANSACTIONS, CLOSINGS, ...SITES, LEGS, ofRow('I2', 'A-1'));
    expect(places(problems)).toEqual(['Adjustments!H2 RESULT_DAMAGED', 'Adjustments!I2 RESULT_DAMAGED']);
  });
});
