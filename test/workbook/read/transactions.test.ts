import { places, problemsOf, readSound, table } from '../../support/tables';

const HEADERS =
  'Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type | Reference | Marked to | Cost source | Sequence';

/** Rows of "id | item | quantity | type | marked to | cost source", all dated 2026-01-05 at a cost of 0. */
const rows = (grid: string) =>
  table(
    'Transactions',
    `Transaction | Item | Quantity | Type | Marked to | Cost source | Site | Financial date | Financial cost\n${grid
      .split('\n')
      .map((line) => `${line}${'|'.repeat(8 - line.split('|').length)} 2026-01-05 | 0`)
      .join('\n')}`,
  );

const BY_SITE = [
  table('DimensionGroups', 'Dimension group | Site\nS | Yes'),
  table('Items', 'Item | Dimension group\nA | S\nB | S'),
];

test('types, references and dates are read; the type is Movement by default', () => {
  const read = readSound(
    table(
      'Transactions',
      `${HEADERS}
       T1 | A | 1 | 2026-02-05 | 7 | 2026-01-30 | 6 | production | WO-1 | | |
       T2 | A | 1 |            |   | 2026-01-30 | 6 |            | wo-1 | | |
       T3 | A | 1 |            |   |            |   |            | 17   | | |
       T4 | A | 1 | 2026-01-01 | 3 | 2026-01-30 |   |            |      | | |`,
    ),
  );
  const { transactions, references } = read.book;
  expect([...transactions.type]).toEqual([3, 5, 5, 5]);
  expect([...transactions.reference]).toEqual([0, 0, 1, -1]);
  expect(references).toEqual(['WO-1', '17']);
  expect([...transactions.financialCost]).toEqual([700, 0, 0, 300]);
  expect([...transactions.physicalCost]).toEqual([600, 600, 0, 300]);
});

test('ids are matched as typed or not, and written back as typed', () => {
  const read = readSound(rows('1001 | A | 5 | | "1002"\n"1002 " | A | -5\nx | A | -1 | |'));
  expect(read.book.transactions.id).toEqual(['1001', '1002', 'x']);
  expect(read.idCells).toEqual([1001, '1002 ', 'x']);
  expect([...read.book.transactions.markedTo]).toEqual([1, -1, -1]);
  expect(read.positions.get('x')).toBe(2);
});

test('an id that stands twice is an error that names both cells', () => {
  const [problem, ...rest] = problemsOf(rows('12 | A | 5\nP1 | A | 5\n"12" | A | 5'));
  expect(rest).toEqual([]);
  expect(places([problem])).toEqual(['Transactions!A4 DUPLICATE_ID']);
  expect(problem.message).toContain('Transactions!A2');
});

test.each([
  ['Sale', 1],
  ['Purchase', -1],
  ['Vendor return', 1],
  ['Production line', 1],
])('%s with quantity %d is a warning', (type, quantity) => {
  const problems = problemsOf(rows(`T1 | A | ${quantity} | ${type}`));
  expect(places(problems)).toEqual(['Transactions!D2 TYPE_SIGN']);
  expect(problems[0].severity).toBe('Warning');
});

describe('order inside a date (A3)', () => {
  const orderOf = (sequences: readonly string[]) => {
    const grid = sequences.map((sequence, i) => `T${i} | A | 1 | 2026-01-05 | 1 | | | | | | | ${sequence}`).join('\n');
    return [...readSound(table('Transactions', `${HEADERS}\n${grid}`)).book.transactions.order];
  };

  test.each([
    [
      ['', '', ''],
      [0, 1, 2],
    ],
    [
      ['3', '2', '1'],
      [2, 1, 0],
    ],
    [
      ['1', '', '-1', '0.5', '1'],
      [3, 1, 0, 2, 4],
    ],
  ])('Sequence %j gives %j', (sequences, order) => {
    expect(orderOf(sequences)).toEqual(order);
  });
});

describe('marks (A5)', () => {
  test('either side may carry the mark, and several may name one', () => {
    const read = readSound(
      rows('R | A | 5 | |\nI1 | A | -1 | | r\nI2 | A | -1 | | R\nI3 | A | -2 | | R2\nR2 | A | 9 | | I3'),
    );
    expect([...read.book.transactions.markedTo]).toEqual([-1, 0, 0, 4, 3]);
  });

  test.each([
    ['unknown id', 'R | A | 5 | | X', ['E2 UNKNOWN_ID']],
    ['itself', 'R | A | 5 | | R', ['E2 MARK']],
    ['two receipts', 'R | A | 5 | | S\nS | A | 5', ['E2 MARK']],
    ['two issues that name each other, told once', 'I | A | -5 | | J\nJ | A | -5 | | I', ['E2 MARK']],
    ['another item', 'R | A | 5\nI | B | -5 | | R', ['E3 MARK']],
    ['another site', 'R | A | 5 | | | | N\nI | A | -5 | | R | | S', ['E3 MARK']],
    ['a contradiction', 'X | A | -1 | | Y\nY | A | 1 | | Z\nZ | A | -1', ['E2 MARK']],
  ])('%s', (_, grid, expected) => {
    expect(places(problemsOf(rows(grid), ...BY_SITE))).toEqual(expected.map((place) => `Transactions!${place}`));
  });

  test('a contradiction names the three transactions and both cells', () => {
    const [problem] = problemsOf(rows('X | A | -1 | | Y\nY | A | 1 | | Z\nZ | A | -1'));
    expect(problem.message).toBe('X is marked to Y (Transactions!A3), but that is marked to Z (Transactions!E3).');
  });
});

describe('cost sources (A11)', () => {
  test('transfer receipts and customer returns name an issue', () => {
    const read = readSound(
      rows('I | A | -5 | Sale\nR1 | A | 3 | Transfer | | I | X\nR2 | A | 2 | Customer return | | i'),
      ...BY_SITE,
    );
    expect([...read.book.transactions.costSource]).toEqual([-1, 0, 0]);
  });

  test.each([
    ['unknown id', 'R | A | 5 | Transfer | | X', ['F2 UNKNOWN_ID']],
    ['itself', 'R | A | 5 | Transfer | | R', ['F2 COST_SOURCE']],
    ['a receipt', 'R | A | 5 | Transfer | | S\nS | A | 5', ['F2 COST_SOURCE']],
    ['another item', 'R | A | 5 | Transfer | | I\nI | B | -5', ['F2 COST_SOURCE']],
    ['on an issue', 'J | A | -5 | Transfer | | I\nI | A | -5', ['F2 COST_SOURCE']],
    ['on another type', 'R | A | 5 | Purchase | | I\nI | A | -5', ['F2 COST_SOURCE']],
    [
      'receipts that exceed their issue together',
      'I | A | -5 | | | | N\nR1 | A | 3 | Transfer | | I | S\nR2 | A | 2.5 | Customer return | | I | N',
      ['F4 COST_SOURCE'],
    ],
  ])('%s', (_, grid, expected) => {
    expect(places(problemsOf(rows(grid), ...BY_SITE))).toEqual(expected.map((place) => `Transactions!${place}`));
  });

  test('a transfer inside a cost key takes no cost, and may be larger (A6)', () => {
    expect(problemsOf(rows('I | A | -5\nR | A | 8 | Transfer | | I'))).toEqual([]);
  });
});

test('a cell that is wrong does not raise further complaints', () => {
  const problems = problemsOf(rows('I | A | #N/A | Sale | R\nR | A | 5 | Transfer | | I'));
  expect(places(problems)).toEqual(['Transactions!C2 CELL_ERROR']);
});
