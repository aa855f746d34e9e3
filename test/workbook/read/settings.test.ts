import { isoDay } from '../../../src/book/days';
import { DEFAULT_PARAMETERS } from '../../../src/book/parameters';
import { PARAMETER_SPECS } from '../../../src/workbook/tables/parameters';
import { places, problemsOf, readSound, table } from '../../support/tables';

const TRANSACTIONS = table(
  'Transactions',
  `Transaction | Item | Quantity | Financial date | Financial cost
   P1          | A    | 1        | 2026-01-05     | 1`,
);

describe('Parameters', () => {
  const parameters = (grid: string) => table('Parameters', `Parameter | Value\n${grid}`);

  test('every parameter has one row in the specification, with its default as text', () => {
    const rows = PARAMETER_SPECS.map((spec) => `${spec.name} | "${spec.defaultText}"`).join('\n');
    expect(readSound(TRANSACTIONS, parameters(rows)).book.parameters).toEqual(DEFAULT_PARAMETERS);
    expect(new Set(PARAMETER_SPECS.map((spec) => spec.field)).size).toBe(Object.keys(DEFAULT_PARAMETERS).length);
  });

  test('values of each kind are read, blank ones are the default, names ignore case', () => {
    const read = readSound(
      TRANSACTIONS,
      parameters(
        `currency                       | EUR
         AMOUNT DECIMALS                | "3"
         Minimum throughput adjustment  | "1,5"
         Include physical value         | TRUE
         Default inventory model        | weighted average
         Maximum throughputs            | 7
         Inventory account              | 1400
         Offset account                 |`,
      ),
    );
    expect(read.book.parameters).toEqual({
      ...DEFAULT_PARAMETERS,
      currency: 'EUR',
      amountDecimals: 3,
      minimumThroughputAdjustment: 1500,
      includePhysicalValue: true,
      defaultModel: 'Weighted average',
      maximumThroughputs: 7,
      inventoryAccount: '1400',
    });
    expect(read.parameterTexts.get('Minimum throughput adjustment')).toBe('1.500');
    expect(read.parameterTexts.get('LIFO issue order')).toBe('Newest first');
    expect(read.parameterCells.get('Amount decimals')).toBe('Parameters!B3');
  });

  test.each([
    ['Amount decimals | 5', 'B2 OUT_OF_BOUNDS'],
    ['Amount decimals | 1.5', 'B2 OUT_OF_BOUNDS'],
    ['Quantity decimals | -1', 'B2 OUT_OF_BOUNDS'],
    ['Quantity decimals | many', 'B2 NOT_A_NUMBER'],
    ['Maximum throughputs | 0', 'B2 OUT_OF_BOUNDS'],
    ['Minimum throughput adjustment | -1', 'B2 OUT_OF_BOUNDS'],
    ['Minimum throughput adjustment | 0.001', 'B2 TOO_FINE'],
    ['LIFO issue order | Random', 'B2 NOT_A_CHOICE'],
    ['Include physical value | Maybe', 'B2 NOT_A_CHOICE'],
    ['Currency | United States Dollar', 'B2 OUT_OF_BOUNDS'],
    ['Trace links | #NAME?', 'B2 CELL_ERROR'],
    [' | 5', 'A2 BLANK'],
    ['Currency | USD\ncurrency | EUR', 'A3 DUPLICATE_ID'],
    ['Colour | blue', 'A2 UNKNOWN_PARAMETER'],
  ])('%s', (grid, place) => {
    expect(places(problemsOf(TRANSACTIONS, parameters(grid)))).toEqual([`Parameters!${place}`]);
  });

  test('an unknown name is a warning, a wrong value names what is allowed', () => {
    expect(problemsOf(TRANSACTIONS, parameters('Colour | blue'))[0].severity).toBe('Warning');
    const [problem] = problemsOf(TRANSACTIONS, parameters('Ledger specification | Each'));
    expect(problem.remedy).toBe('Use Total, Item group or Item.');
  });
});

describe('Periods', () => {
  const periods = (grid: string) => table('Periods', `Period | From | To | Status\n${grid}`);

  test('stand in the order of time', () => {
    const read = readSound(
      TRANSACTIONS,
      periods(
        `Feb | 2026-02-01 | 2026-02-28   | open
         1   | 2026-01-01 | "2026-01-31" | On hold`,
      ),
    );
    expect(read.book.periods.map((p) => [p.name, isoDay(p.from), isoDay(p.to), p.status])).toEqual([
      ['1', '2026-01-01', '2026-01-31', 'On hold'],
      ['Feb', '2026-02-01', '2026-02-28', 'Open'],
    ]);
  });

  test.each([
    ['Jan | 2026-01-31 | 2026-01-01 | Open', 'C2 PERIOD'],
    ['Jan | 2026-01-01 | 2026-01-31 | Open\nFeb | 2026-01-31 | 2026-02-28 | Open', 'B3 PERIOD'],
    ['Year | 2026-01-01 | 2026-12-31 | Open\nFeb | 2026-02-01 | 2026-02-28 | Open', 'B3 PERIOD'],
    ['Jan | 2026-01-01 |  | Open', 'C2 BLANK'],
    ['Jan | 2026-01-01 | 2026-01-31 | Shut', 'D2 NOT_A_CHOICE'],
  ])('%s', (grid, place) => {
    expect(places(problemsOf(TRANSACTIONS, periods(grid)))).toEqual([`Periods!${place}`]);
  });
});

describe('Items and their groups', () => {
  const models = table(
    'ItemModelGroups',
    `Item model group | Inventory model  | Include physical value | Physical negative inventory | Financial negative inventory
     LIFO-P           | lifo             | Yes                    | No                          |
     AVG              | Weighted average |                        |                             | FALSE`,
  );

  test('the group says how an item is costed; the parameter serves items without one', () => {
    const read = readSound(
      TRANSACTIONS,
      models,
      table('Parameters', 'Parameter | Value\nInclude physical value | Yes\nDefault inventory model | LIFO date'),
      table(
        'Items',
        `Item | Name   | Item group | Item model group | Cost price
         a    | Widget | Parts      | lifo-p           | 12.345
         B    |        |            | AVG              |
         C    |        |            |                  |`,
      ),
    );
    expect(
      read.book.items.map((item) => [
        item.id,
        item.name,
        item.group,
        item.model,
        item.includePhysicalValue,
        item.allowsNegativePhysical,
        item.allowsNegativeFinancial,
        item.costPrice,
      ]),
    ).toEqual([
      ['a', 'Widget', 'Parts', 'LIFO', true, false, true, 12.345],
      ['B', '', '', 'Weighted average', false, true, false, undefined],
      ['C', '', '', 'LIFO date', true, true, true, undefined],
    ]);
    // The transaction says A, the table Items says a: it is one item.
    expect([...read.book.transactions.item]).toEqual([0]);
  });

  test('unknown groups, unknown models and items that stand twice are errors', () => {
    const items = table(
      'Items',
      `Item | Item model group | Dimension group
       A    | FIFO             | Site
       a    |                  |`,
    );
    expect(places(problemsOf(TRANSACTIONS, items))).toEqual([
      'Items!A3 DUPLICATE_ID',
      'Items!C2 UNKNOWN_ID',
      'Items!B2 UNKNOWN_ID',
    ]);
    const groups = table('ItemModelGroups', 'Item model group | Inventory model\nX | HIFO\nY |\nx | FIFO');
    expect(places(problemsOf(TRANSACTIONS, groups))).toEqual([
      'ItemModelGroups!A4 DUPLICATE_ID',
      'ItemModelGroups!B2 NOT_A_CHOICE',
      'ItemModelGroups!B3 BLANK',
    ]);
  });

  describe('dimensions', () => {
    const groups = table(
      'DimensionGroups',
      `Dimension group | Site | Warehouse | Batch
       S               | Yes  | No        |
       SB              | Yes  |           | Yes`,
    );
    const items = table('Items', 'Item | Dimension group\nA | s\nB | SB\nC |');
    const rows = (headers: string, body: string) =>
      table('Transactions', `Transaction | Item | Quantity | Financial date | Financial cost | ${headers}\n${body}`);

    test('an item and the values of its financial dimensions are the cost key', () => {
      const read = readSound(
        groups,
        items,
        rows(
          'Batch | Warehouse | Site',
          `T1 | A | 1 | 2026-01-05 | 1 | B1 | 10  | North
           T2 | A | 1 | 2026-01-05 | 1 | B2 | 20  | north
           T3 | A | 1 | 2026-01-05 | 1 | B1 | 10  |
           T4 | B | 1 | 2026-01-05 | 1 | B1 | 10  | North
           T5 | B | 1 | 2026-01-05 | 1 | B2 | 10  | North
           T6 | C | 1 | 2026-01-05 | 1 | B2 | 10  | South
           T7 | C | 1 | 2026-01-05 | 1 | B3 | "x" | North`,
        ),
      );
      expect([...read.book.transactions.key]).toEqual([0, 0, 1, 2, 3, 4, 4]);
      expect(read.book.keys.map((key) => [read.book.items[key.item].id, ...key.values])).toEqual([
        ['A', 'North'],
        ['A', ''],
        ['B', 'North', 'B1'],
        ['B', 'North', 'B2'],
        ['C'],
      ]);
      expect(read.book.items[1].financialDimensions).toEqual(['Site', 'Batch']);
      expect(read.dimensions).toEqual(['Site', 'Warehouse', 'Batch']);
      expect(read.dimensionValues[1]).toEqual([10, 20, 10, 10, 10, 10, 'x']);
    });

    test('a dimension that Transactions lacks matters only where an item in use tracks it', () => {
      const body = 'T1 | A | 1 | 2026-01-05 | 1 | North';
      expect(problemsOf(groups, items, rows('Site', body))).toEqual([]);
      const problems = problemsOf(groups, items, rows('Site', 'T1 | B | 1 | 2026-01-05 | 1 | North'));
      expect(places(problems)).toEqual(['DimensionGroups!D1 MISSING_COLUMN']);
    });

    test('a dimension can not have the name of another column, and is Yes or No', () => {
      const wrong = table('DimensionGroups', 'Dimension group | Closing | Site | site\nX | Yes | x | No');
      expect(places(problemsOf(wrong, TRANSACTIONS))).toEqual([
        'DimensionGroups!B1 RESERVED_HEADER',
        'DimensionGroups!D1 DUPLICATE_HEADER',
        'DimensionGroups!C2 NOT_A_CHOICE',
      ]);
    });
  });
});

describe('Posting', () => {
  const items = table('Items', 'Item | Item group\nA | Parts\nB |');
  const rows = (body: string) =>
    table(
      'Transactions',
      `Transaction | Item | Quantity | Financial date | Financial cost | Type | Inventory account | Offset account\n${body}`,
    );
  const posting = table(
    'Posting',
    `Item group | Type | Inventory account | Offset account
     parts      | Sale | 1410              |
     Parts      |      | 1420              | 5020
                | sale | 1430              | 5030
                |      |                   | 5040`,
  );

  test('each account comes from the most specific row that names it, then from the parameters', () => {
    const read = readSound(
      items,
      posting,
      rows(
        `T1 | A | -1 | 2026-01-05 | -1 | Sale       |      |
         T2 | A | 1  | 2026-01-05 | 1  | Purchase   |      |
         T3 | B | -1 | 2026-01-05 | -1 | Sale       |      |
         T4 | B | 1  | 2026-01-05 | 1  | Purchase   |      |
         T5 | B | 1  | 2026-01-05 | 1  | Purchase   | 9000 | "9001"
         T6 | B | 1  | 2026-01-05 | 1  | Production | 9000 |`,
      ),
    );
    const { accounts, transactions } = read.book;
    const shown = Array.from(transactions.inventoryAccount, (account, i) => [
      accounts[account],
      accounts[transactions.offsetAccount[i]],
      transactions.defaultAccount[i],
    ]);
    expect(shown).toEqual([
      ['1410', '5020', 0],
      ['1420', '5020', 0],
      ['1430', '5030', 0],
      ['Inventory', '5040', 1],
      ['9000', '9001', 0],
      ['9000', '5040', 0],
    ]);
  });

  test('production types have work in process as their offset', () => {
    const read = readSound(rows('T1 | A | 1 | 2026-01-05 | 1 | Production | |'));
    const { accounts, transactions } = read.book;
    expect(accounts[transactions.offsetAccount[0]]).toBe('Work in process');
    expect([...transactions.defaultAccount]).toEqual([1]);
  });

  test('two rows with the same group and type are an error', () => {
    const twice = table('Posting', 'Item group | Type | Offset account\nX | Sale | 1\n | | 2\nx | sale | 3\n | | 4');
    expect(places(problemsOf(TRANSACTIONS, twice))).toEqual(['Posting!A4 DUPLICATE_ID', 'Posting!A5 DUPLICATE_ID']);
  });
});
