import { type Grid, grid, workbookOf } from './workbooks';

/**
 * A small book with a bit of everything, three months long: FIFO with sites and moves between them, an average with closing
 * transfers, slips that adjust while they have no invoice, marks to what comes later, a return, a product that goes into
 * its own component, and sales that nothing covers.
 */
const TABLES: readonly Grid[] = [
  grid(
    'Items',
    `Item | Item group | Item model group | Dimension group
     BOLT | Metal | FIFO | SITE
     OIL  | Fluids | AVG  |
     CORK | Wood | SLIP |
     GEAR | Metal | FIFO |
     AXLE | Metal | FIFO |
     STD  | Wood | STD  |`,
  ),
  grid(
    'ItemModelGroups',
    `Item model group | Inventory model | Include physical value
     FIFO | FIFO | No
     AVG | Weighted average | No
     SLIP | FIFO | Yes
     STD | Standard cost | No`,
  ),
  grid('DimensionGroups', 'Dimension group | Site | Shelf\nSITE | Yes | No'),
  grid('Posting', 'Item group | Type | Inventory account | Offset account\nMetal |  | 1410 Metal | 5010 Cost of metal'),
  grid('Parameters', 'Parameter | Value\nLedger specification | Item group\nMinimum throughput adjustment | 0.02'),
];

const TRANSACTIONS = `
  Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type | Reference | Marked to | Cost source | Site | Shelf
  B1  | BOLT | 10  | 2026-01-03 | 100    |            |     | Purchase        | PO1 |     |    | N | a
  B2  | BOLT | 10  | 2026-01-09 | 130    |            |     | Purchase        | PO2 |     |    | N | b
  B3  | BOLT | -12 | 2026-01-15 | -132   |            |     | Sale            | SO1 |     |    | N | a
  B4  | BOLT | -3  | 2026-01-20 | -33    |            |     | Transfer        | TO1 |     |    | N | a
  B5  | BOLT | 3   | 2026-01-21 | 33     |            |     | Transfer        | TO1 |     | B4 | S | z
  B6  | BOLT | -2  | 2026-01-25 | -22    |            |     | Sale            | SO2 |     |    | S | z
  B7  | BOLT | -4  | 2026-02-11 | -48    |            |     | Sale            | SO3 |     |    | N | a
  B8  | BOLT | 2   | 2026-02-12 | 22     |            |     | Customer return | SO1 |     | B3 | N | a
  B9  | BOLT | -5  | 2026-03-05 | -60    |            |     | Sale            | SO4 |     |    | N | a
  O1  | OIL  | 10  | 2026-01-04 | 50     |            |     | Purchase        |     |     |    |   |
  O2  | OIL  | 20  | 2026-01-14 | 120    |            |     | Purchase        |     |     |    |   |
  O3  | OIL  | -6  | 2026-01-16 | -30    |            |     | Sale            |     |     |    |   |
  O4  | OIL  | 9   | 2026-02-14 | 63     |            |     | Purchase        |     |     |    |   |
  O5  | OIL  | -11 | 2026-02-16 | -55    |            |     | Sale            |     |     |    |   |
  O6  | OIL  | -7  | 2026-03-16 | -35    |            |     | Sale            |     |     |    |   |
  C1  | CORK | 5   |            |        | 2026-01-10 | 20  | Purchase        | PO7 |     |    |   |
  C2  | CORK | -4  | 2026-01-12 | -12    |            |     | Sale            |     |     |    |   |
  C3  | CORK | -2  | 2026-01-30 | -6     |            |     | Sale            |     | C4  |    |   |
  C4  | CORK | 2   | 2026-02-20 | 9      |            |     | Purchase        |     |     |    |   |
  G1  | GEAR | 4   | 2026-01-05 | 40     |            |     | Purchase        |     |     |    |   |
  G2  | GEAR | -3  | 2026-01-06 | -33    |            |     | Production line | W1  |     |    |   |
  G3  | AXLE | 1   | 2026-01-07 | 33     |            |     | Production      | W1  |     |    |   |
  G4  | AXLE | -1  | 2026-02-06 | -36    |            |     | Production line | W2  |     |    |   |
  G5  | GEAR | 3   | 2026-02-07 | 36     |            |     | Production      | W2  |     |    |   |
  G6  | GEAR | -3  | 2026-02-08 | -31    |            |     | Production line | W3  |     |    |   |
  G7  | AXLE | 2   | 2026-02-05 | 31     |            |     | Production      | W3  |     |    |   |
  G8  | AXLE | 1   | 2026-03-07 | 11     |            |     | Production      | W1  |     |    |   |
  G9  | AXLE | -4  | 2026-03-09 | -44    |            |     | Sale            |     |     |    |   |
  S1  | STD  | 7   | 2026-01-05 | 70     |            |     | Purchase        |     |     |    |   |
  L1  | STD  | 3   |            |        |            |     | Purchase        |     |     |    |   |`;

export const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-31'] as const;

/** The workbook before its first close. */
export function lifeBook(): Uint8Array {
  return workbookOf([...TABLES, grid('Transactions', TRANSACTIONS)]);
}

/** The slip C1 gets its invoice, dated in February. */
export function invoiced(table: Grid): Grid {
  const at = (header: string) => table.headers.indexOf(header);
  const rows = table.rows.map((row) => {
    if (row[0] !== 'C1') return row;
    const cells = [...row];
    cells[at('Financial date')] = 46058; // 2026-02-05
    cells[at('Financial cost')] = 22.5;
    return cells;
  });
  return { ...table, rows };
}
