import fc from 'fast-check';
import type { TableCells } from '../../../src/workbook/port';
import { readSound, table } from '../../support/tables';

const TABLES = [
  table('Parameters', 'Parameter | Value\nDefault inventory model | LIFO\nCurrency | EUR'),
  table('DimensionGroups', 'Dimension group | Site\nS | Yes'),
  table(
    'Items',
    'Item | Name | Item group | Dimension group | Cost price\nA | Bolt | Parts | S | 1.5\nB | Nut | | | 2',
  ),
  table('Posting', 'Item group | Type | Inventory account | Offset account\nParts | | 1400 | 5000'),
  table(
    'Transactions',
    `Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Type | Marked to | Sequence | Site
     T1          | A    | 10       | 2026-01-05     | 100.00         | 2026-01-02    |      |           | 2        | N
     T2          | a    | -3       | 2026-01-09     | -31.00         |               | Sale | t1        | 1        | n
     T3          | B    | 2        |                |                | 2026-01-03    |      |           |          | S`,
  ),
];

/** The same table with its columns in another order. */
function permuted(one: TableCells, order: readonly number[]): TableCells {
  const pick = <T>(values: readonly T[]) => order.map((place) => values[place]);
  return { ...one, headers: pick(one.headers), cells: pick(one.cells), below: pick(one.below) };
}

const orderOf = (one: TableCells) => fc.shuffledSubarray([...one.headers.keys()], { minLength: one.headers.length });

test('the order of columns and of tables says nothing', () => {
  const expected = readSound(...TABLES);
  const anyOrder = fc.tuple(
    fc.tuple(...TABLES.map(orderOf)),
    fc.shuffledSubarray([...TABLES.keys()], { minLength: TABLES.length }),
  );
  fc.assert(
    fc.property(anyOrder, ([columns, places]) => {
      const shuffled = TABLES.map((one, i) => permuted(one, columns[i]));
      const found = readSound(...places.map((place) => shuffled[place]));
      expect(found.book).toEqual(expected.book);
      expect(found.dimensionValues).toEqual(expected.dimensionValues);
    }),
    { seed: 20260131, numRuns: 100 },
  );
});
