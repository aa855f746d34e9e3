import { grid, workbookOf } from '../../support/workbooks';

/**
 * One workbook of small stories, an item each, that every kind of explanation is told from. Site is financial for TABLE.
 * Two months: January is closed, then February.
 */
export const STORIES = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item  | Quantity | Financial date | Financial cost | Physical date | Physical cost | Type            | Reference | Marked to | Cost source | Site
    L1          | LDATE | 5        | 2026-01-02     | 50.00          |               |               | Purchase        | PO1       |           |             | N
    L2          | LDATE | 5        | 2026-01-08     | 60.00          |               |               | Purchase        | PO2       |           |             | N
    L3          | LDATE | -6       | 2026-01-10     | -66.00         |               |               | Sale            | SO1       |           |             | N
    L4          | LDATE | -6       | 2026-01-12     | -66.00         |               |               | Sale            | SO2       |           |             | N
    L5          | LDATE | 5        | 2026-01-20     | 75.00          |               |               | Purchase        | PO3       |           |             | N
    W1          | WAVG  | 2        | 2026-01-02     | 28.00          |               |               | Purchase        | PO4       |           |             | N
    W2          | WAVG  | 2        | 2026-01-08     | 32.00          |               |               | Purchase        | PO5       |           |             | N
    W3          | WAVG  | -1       | 2026-01-12     | -15.00         |               |               | Sale            | SO3       |           |             | N
    W4          | WAVG  | 1        | 2026-02-03     | 19.00          |               |               | Purchase        | PO6       |           |             | N
    W5          | WAVG  | -2       | 2026-02-12     | -32.00         |               |               | Sale            | SO4       |           |             | N
    D1          | WDAY  | 3        | 2026-01-02     | 45.00          |               |               | Purchase        | PO7       |           |             | N
    D2          | WDAY  | -1       | 2026-01-02     | -15.00         |               |               | Sale            | SO5       |           |             | N
    D3          | WDAY  | 1        | 2026-01-04     | 17.00          |               |               | Purchase        | PO8       |           |             | N
    D4          | WDAY  | -2       | 2026-01-04     | -30.00         |               |               | Sale            | SO6       |           |             | N
    T1          | TABLE | 10       | 2026-01-02     | 100.00         |               |               | Purchase        | PO9       |           |             | N
    T2          | TABLE | -10      | 2026-01-05     | -80.00         |               |               | Transfer        | TO1       |           |             | N
    T3          | TABLE | 10       | 2026-01-05     | 80.00          |               |               | Transfer        | TO1       |           | T2          | S
    T4          | TABLE | -4       | 2026-01-10     | -32.00         |               |               | Sale            | SO7       |           |             | S
    T5          | TABLE | 1        | 2026-02-10     | 8.00           |               |               | Customer return | SO7       |           | T4          | S
    M1          | RIM   | 10       | 2026-01-02     | 40.00          |               |               | Purchase        | PO10      |           |             | N
    M2          | RIM   | -10      | 2026-01-06     | -50.00         |               |               | Production line | PR1       |           |             | N
    M3          | WHEEL | 5        | 2026-01-07     | 80.00          |               |               | Production      | PR1       |           |             | N
    M4          | WHEEL | -2       | 2026-01-09     | -32.00         |               |               | Sale            | SO8       |           |             | N
    C1          | CHAIR | -10      | 2026-01-05     | -80.00         |               |               | Transfer        | TO2       |           |             | N
    C2          | CHAIR | 10       | 2026-01-05     | 80.00          |               |               | Transfer        | TO2       |           | C1          | S
    C3          | CHAIR | -4       | 2026-01-10     | -32.00         |               |               | Sale            | SO9       |           |             | S
    C4          | CHAIR | 10       | 2026-02-02     | 100.00         |               |               | Purchase        | PO11      |           |             | N
    S1          | STD   | 4        | 2026-01-02     | 40.00          |               |               | Purchase        | PO12      |           |             | N
    S2          | STD   | -1       | 2026-01-09     | -10.00         |               |               | Sale            | SO10      |           |             | N
    V1          | MOVE  | 4        | 2026-01-02     | 44.00          |               |               | Purchase        | PO13      |           |             | N
    V2          | MOVE  | -1       | 2026-01-09     | -11.00         |               |               | Sale            | SO11      |           |             | N
    U1          | LAMP  | -3       | 2026-01-15     | -30.00         |               |               | Sale            | SO12      |           |             | N
    P1          | PHYS  | 4        |                |                | 2026-01-05    | 48.00         | Purchase        | PO14      |           |             | N
    P2          | PHYS  | -1       | 2026-01-07     | -10.00         |               |               | Sale            | SO13      |           |             | N
    K1          | MARK  | 1        | 2026-01-02     | 10.00          |               |               | Purchase        | PO15      |           |             | N
    K2          | MARK  | 1        | 2026-01-08     | 14.00          |               |               | Purchase        | PO16      | K3        |             | N
    K3          | MARK  | -1       | 2026-01-10     | -12.00         |               |               | Sale            | SO14      |           |             | N
  `,
  ),
  grid(
    'Items',
    `
    Item  | Item model group | Dimension group | Cost price
    LDATE | LDATE            |                 |
    WAVG  | WAVG             |                 |
    WDAY  | WDAY             |                 |
    TABLE | FIFO             | SITE            |
    CHAIR | FIFO             | SITE            | 8.00
    RIM   | FIFO             |                 |
    WHEEL | FIFO             |                 |
    STD   | STD              |                 | 10.00
    MOVE  | MOVE             |                 |
    LAMP  | FIFO             |                 | 10.00
    PHYS  | PHYS             |                 |
    MARK  | FIFO             |                 |
  `,
  ),
  grid(
    'ItemModelGroups',
    `
    Item model group | Inventory model       | Include physical value
    FIFO             | FIFO                  | No
    LDATE            | LIFO date             | No
    WAVG             | Weighted average      | No
    WDAY             | Weighted average date | No
    STD              | Standard cost         | No
    MOVE             | Moving average        | No
    PHYS             | FIFO                  | Yes
  `,
  ),
  grid(
    'DimensionGroups',
    `
    Dimension group | Site
    SITE            | Yes
  `,
  ),
]);
