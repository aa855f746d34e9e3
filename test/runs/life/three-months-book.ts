import { type Grid, grid, workbookOf } from '../../support/workbooks';

/**
 * Three months of a small maker of frames, with figures that can be followed in the head. BOLT is FIFO at two sites with a
 * move between them and a product made of it, OIL an average, CORK FIFO with slips, GLASS a moving average, BRICK at
 * standard cost.
 */
const TABLES: readonly Grid[] = [
  grid(
    'Items',
    `Item  | Item group | Item model group | Dimension group
     BOLT  | Metal      | FIFO             | SITE
     FRAME | Metal      | FIFO             |
     OIL   | Fluids     | AVERAGE          |
     CORK  | Wood       | SLIPS            |
     GLASS | Glass      | MOVING           |
     BRICK | Stone      | STANDARD         |`,
  ),
  grid(
    'ItemModelGroups',
    `Item model group | Inventory model  | Include physical value
     FIFO             | FIFO             | No
     AVERAGE          | Weighted average | No
     SLIPS            | FIFO             | Yes
     MOVING           | Moving average   | No
     STANDARD         | Standard cost    | No`,
  ),
  grid('DimensionGroups', 'Dimension group | Site\nSITE | Yes'),
  grid(
    'Posting',
    `Item group | Type | Inventory account | Offset account
     Metal      |      | 1410 Metal        | 5010 Cost of metal
     Metal      | Transfer | 1410 Metal    | 1490 In transit
     Metal      | Production | 1410 Metal  | 1450 Work in process
     Metal      | Production line | 1410 Metal | 1450 Work in process`,
  ),
];

const TRANSACTIONS = `
  Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type | Reference | Cost source | Site
  B1 | BOLT  | 10  | 2026-01-03 | 100 |            |    | Purchase        | PO1 |    | N
  B2 | BOLT  | 10  | 2026-01-10 | 120 |            |    | Purchase        | PO2 |    | N
  B3 | BOLT  | -6  | 2026-01-12 | -66 |            |    | Sale            | SO1 |    | N
  B4 | BOLT  | -5  | 2026-01-15 | -55 |            |    | Transfer        | TO1 |    | N
  B5 | BOLT  | 5   | 2026-01-15 | 55  |            |    | Transfer        | TO1 | B4 | S
  B6 | BOLT  | -2  | 2026-01-20 | -22 |            |    | Sale            | SO2 |    | S
  B7 | BOLT  | -4  | 2026-01-22 | -44 |            |    | Production line | W1  |    | N
  B8 | BOLT  | -4  | 2026-02-11 | -44 |            |    | Sale            | SO4 |    | N
  B9 | BOLT  | 2   | 2026-02-12 | 22  |            |    | Customer return | SO1 | B3 | N
  B10 | BOLT | -2  | 2026-03-05 | -23 |            |    | Sale            | SO7 |    | N
  F1 | FRAME | 2   | 2026-01-22 | 44  |            |    | Production      | W1  |    |
  F2 | FRAME | -1  | 2026-01-25 | -22 |            |    | Sale            | SO3 |    |
  F3 | FRAME | -1  | 2026-02-20 | -20 |            |    | Sale            | SO5 |    |
  O1 | OIL   | 10  | 2026-01-05 | 50  |            |    | Purchase        |     |    |
  O2 | OIL   | 20  | 2026-01-14 | 130 |            |    | Purchase        |     |    |
  O3 | OIL   | -6  | 2026-01-18 | -30 |            |    | Sale            |     |    |
  O4 | OIL   | 6   | 2026-02-14 | 48  |            |    | Purchase        |     |    |
  O5 | OIL   | -10 | 2026-02-16 | -55 |            |    | Sale            |     |    |
  O6 | OIL   | -5  | 2026-03-16 | -30 |            |    | Sale            |     |    |
  C1 | CORK  | 5   |            |     | 2026-01-28 | 20 | Purchase        | PO7 |    |
  C2 | CORK  | -3  | 2026-01-30 | -9  |            |    | Sale            | SO6 |    |
  G1 | GLASS | 4   | 2026-01-08 | 40  |            |    | Purchase        |     |    |
  G2 | GLASS | -1  | 2026-01-19 | -10 |            |    | Sale            |     |    |
  S1 | BRICK | 7   | 2026-01-05 | 70  |            |    | Purchase        |     |    |
  S2 | BRICK | -2  | 2026-02-15 | -20 |            |    | Sale            |     |    |`;

export function threeMonthsBook(): Uint8Array {
  return workbookOf([...TABLES, grid('Transactions', TRANSACTIONS)]);
}
