import { places, problemsOf, readSound, table, factsOf, inOneLine } from '../../support/tables';
import { readBook } from '../../../src/workbook/read/book';
import { isoDay } from '../../../src/book/days';

const HEADERS = 'Transaction | Item | Quantity | Financial date | Financial cost';

/** The problems of one row of Transactions. */
const row = (cells: string) => problemsOf(table('Transactions', `${HEADERS}\n${cells}`));

describe('the smallest workbook', () => {
  const read = readSound(
    table(
      'Transactions',
      `${HEADERS}
       P1 | A | 10 | 2026-01-05 | 100.00
       S1 | A | -4 | 2026-01-09 | -44.5`,
    ),
  );
  const { transactions } = read.book;

  test('becomes a book with scaled figures', () => {
    expect([...transactions.quantity]).toEqual([10_000_000, -4_000_000]);
    expect([...transactions.financialCost]).toEqual([10_000, -4_450]);
    expect([...transactions.financialDay].map(isoDay)).toEqual(['2026-01-05', '2026-01-09']);
    expect([...transactions.physicalDay]).toEqual([0, 0]);
  });

  test('a blank physical cost is the financial cost', () => {
    expect([...transactions.physicalCost]).toEqual([10_000, -4_450]);
    expect([...read.typed.physicalCost]).toEqual([NaN, NaN]);
  });

  test('an item without settings is costed by the parameters', () => {
    expect(read.book.items).toEqual([
      {
        id: 'A',
        name: '',
        group: '',
        model: 'FIFO',
        includePhysicalValue: false,
        allowsNegativePhysical: true,
        allowsNegativeFinancial: true,
        financialDimensions: [],
        costPrice: undefined,
      },
    ]);
    expect(read.book.keys).toEqual([{ item: 0, values: [] }]);
  });

  test('nothing is marked, locked or settled', () => {
    expect([...transactions.markedTo, ...transactions.costSource, ...transactions.reference]).toEqual(
      new Array(6).fill(-1),
    );
    expect([...transactions.settledQuantity, ...transactions.adjusted]).toEqual([0, 0, 0, 0]);
    expect([...transactions.order]).toEqual([0, 1]);
  });
});

describe('cells that can not be used are told with address, code and content', () => {
  test.each([
    ['P1 | A | #N/A | 2026-01-05 | 100', 'Transactions!C2 CELL_ERROR', '#N/A'],
    ['P1 | A | =B2 | 2026-01-05 | 100', 'Transactions!C2 NOT_CALCULATED', '=B2 (not calculated)'],
    ['P1 | A | ten | 2026-01-05 | 100', 'Transactions!C2 NOT_A_NUMBER', '"ten"'],
    ['P1 | A | TRUE | 2026-01-05 | 100', 'Transactions!C2 NOT_A_NUMBER', 'TRUE'],
    ['P1 | A | 1 | 2026-01-05 | "1,234"', 'Transactions!E2 AMBIGUOUS_NUMBER', '"1,234"'],
    ['P1 | A | 1 | 2026-01-05 | 100.001', 'Transactions!E2 TOO_FINE', '100.001'],
    ['P1 | A | 1 | 2026-01-05 | "1234567890123456"', 'Transactions!E2 TOO_FINE', '"1234567890123456"'],
    ['P1 | A | 10000000000 | 2026-01-05 | 100', 'Transactions!C2 TOO_LARGE', '10000000000'],
    ['P1 | A | 0 | 2026-01-05 | 100', 'Transactions!C2 ZERO_QUANTITY', '0'],
    ['P1 | A |  | 2026-01-05 | 100', 'Transactions!C2 BLANK', '(blank)'],
    ['P1 |  | 1 | 2026-01-05 | 100', 'Transactions!B2 BLANK', '(blank)'],
    [' | A | 1 | 2026-01-05 | 100', 'Transactions!A2 BLANK', '(blank)'],
    ['TRUE | A | 1 | 2026-01-05 | 100', 'Transactions!A2 NOT_AN_ID', 'TRUE'],
    ['P1 | A | 1 | "05/06/2026" | 100', 'Transactions!D2 AMBIGUOUS_DATE', '"05/06/2026"'],
    ['P1 | A | 1 | 20260105 | 100', 'Transactions!D2 NOT_A_DATE', '20260105'],
    ['P1 | A | 1 | TRUE | 100', 'Transactions!D2 NOT_A_DATE', 'TRUE'],
    ['P1 | A | 1 | 2026-01-05 | ', 'Transactions!E2 NO_FINANCIAL_COST', '(blank)'],
    ['P1 | A | 1 | 2026-01-05 | -100', 'Transactions!E2 SIGN', '-100'],
  ])('%s', (cells, place, content) => {
    const problems = row(cells);
    expect(places(problems)).toEqual([place]);
    expect(problems[0].content).toBe(content);
    expect(problems[0].remedy).not.toBe('');
  });

  test('an id of more than 255 characters', () => {
    expect(places(row(`${'x'.repeat(256)} | A | 1 | 2026-01-05 | 1`))).toEqual(['Transactions!A2 NOT_AN_ID']);
    expect(row(`${'x'.repeat(255)} | A | 1 | 2026-01-05 | 1`)).toEqual([]);
  });

  test('a cost of another sign is only a warning, and 0 is a cost', () => {
    expect(row('P1 | A | 1 | 2026-01-05 | -100')[0].severity).toBe('Warning');
    expect(row('P1 | A | 1 | 2026-01-05 | 0')).toEqual([]);
  });

  test('all problems at once, and each cell once', () => {
    const grid = `${HEADERS}
      P1 | A | #REF! | "1/2/2026" | abc
      p1 | A | 0     | 2026-01-05 |`;
    expect(places(problemsOf(table('Transactions', grid, { sheet: 'My data', headerRow: 4, firstColumn: 2 })))).toEqual(
      [
        "'My data'!B6 DUPLICATE_ID",
        "'My data'!D5 CELL_ERROR",
        "'My data'!E5 AMBIGUOUS_DATE",
        "'My data'!F5 NOT_A_NUMBER",
        "'My data'!D6 ZERO_QUANTITY",
        "'My data'!F6 NO_FINANCIAL_COST",
      ],
    );
  });
});

describe('tables', () => {
  test('columns stand in any order, headers in any case, unknown ones are left alone', () => {
    const read = readSound(
      table(
        'Transactions',
        `remark | FINANCIAL COST | item | financial date | transaction | My sum | Quantity
         #N/A   | 5              | A    | 2026-01-05     | P1          | =X1    | 2`,
      ),
    );
    expect(read.book.transactions.id).toEqual(['P1']);
    expect([...read.book.transactions.financialCost]).toEqual([500]);
  });

  test('blank rows are skipped, and rows keep their place', () => {
    const read = readSound(
      table(
        'Transactions',
        `${HEADERS}
         P1 | A | 1 | 2026-01-05 | 1
            |   |   |            |
         ""  | " " |   |            |
         P2 | A | 1 | 2026-01-05 | 1`,
      ),
    );
    expect(read.book.transactions.id).toEqual(['P1', 'P2']);
    expect([...read.inputRows]).toEqual([0, 3]);
  });

  test('filled cells directly below an input table are an error', () => {
    const below = '| | 5';
    const problems = problemsOf(table('Transactions', `${HEADERS}\nP1 | A | 1 | 2026-01-05 | 1`, { below }));
    expect(places(problems)).toEqual(['Transactions!C3 CELLS_BELOW']);
    expect(problems[0].content).toBe('5');
  });

  test('a header that stands twice, and one that is missing', () => {
    const twice = table('Transactions', 'Transaction | Item | item | Quantity | Financial date | Financial cost');
    expect(places(problemsOf(twice))).toEqual(['Transactions!C1 DUPLICATE_HEADER']);
    const problems = problemsOf(table('Transactions', 'Transaction | Product | Quantity | Date'));
    expect(problems.map((problem) => problem.message)).toEqual([
      'The table Transactions has no column Item.',
      'The table Transactions has no column Financial date and no column Physical date.',
    ]);
  });

  test('one of the two dates is enough', () => {
    const read = readSound(table('Transactions', 'Transaction | Item | Quantity | Physical date\nP1|A|1|2026-01-05'));
    expect([...read.book.transactions.physicalCost]).toEqual([0]);
    const problems = problemsOf(table('Transactions', 'Transaction | Item | Quantity | Financial date'));
    expect(problems.map((problem) => problem.message)).toEqual([
      'The table Transactions has no column Financial cost, which a Financial date needs.',
    ]);
  });

  test('without Transactions there is nothing to close', () => {
    const problems = problemsOf(table('Parameters', 'Parameter | Value\nAmount decimals | 9'));
    expect(places(problems)).toEqual(['Parameters!B2 OUT_OF_BOUNDS', ' MISSING_TABLE']);
    expect(problems[1].remedy).toContain('template');
  });

  test('the 1904 date system counts from another day', () => {
    const one = table('Transactions', `${HEADERS}\nP1 | A | 1 | 44591 | 1`);
    const result = readBook(factsOf([one], true), new Map([['Transactions', one]]));
    if (!result.ok) throw new Error(result.problems.map(inOneLine).join());
    expect(isoDay(result.value.book.transactions.financialDay[0])).toBe('2026-01-31');
  });

  test('of many problems of one kind 200 are listed and the rest is counted', () => {
    const rows = Array.from({ length: 1203 }, (_, i) => `P${i} | A | 0 | 2026-01-05 | 1`).join('\n');
    const problems = problemsOf(table('Transactions', `${HEADERS}\n${rows}`));
    expect(problems).toHaveLength(201);
    expect(problems[199].cell).toBe('Transactions!C201');
    expect(problems[200]).toMatchObject({
      cell: 'Transactions!C2:C1204',
      code: 'ZERO_QUANTITY',
      message: expect.stringContaining('1003 more cells of Transactions[Quantity]'),
    });
  });
});
