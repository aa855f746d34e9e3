import type { Example } from './example';

export const FIFO_EXAMPLES: readonly Example[] = [
  {
    name: 'FIFO, invoiced rows only, as the page prints it',
    note: 'The page posts the issue at 20.00, which is the average only of the corrected example below: with two pieces of 2b it would be 15.00. The close does not mind what an estimate was made of.',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      1b             1         1   10.00  invoiced
      2b             2         2   20.00  invoiced
      3a             3         1   25.00  slip
      4b             4         1   30.00  invoiced
      5b             5        -1  -20.00  invoiced
    `,
    closes: [
      {
        upTo: 6,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          5b     1b              1   10.00  FIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          5b            10.00  Settlement  1b
        `,
        open: `
          transaction  quantity  value
          2b                  2  20.00
          4b                  1  30.00
        `,
        stock: '3 for 50.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO, invoiced rows only, with one piece of 2b',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      1b             1         1   10.00  invoiced
      2b             2         1   20.00  invoiced
      3a             3         1   25.00  slip
      4b             4         1   30.00  invoiced
      5b             5        -1  -20.00  invoiced
    `,
    closes: [
      {
        upTo: 6,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          5b     1b              1   10.00  FIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          5b            10.00  Settlement  1b
        `,
        open: `
          transaction  quantity  value
          2b                  1  20.00
          4b                  1  30.00
        `,
        stock: '2 for 50.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO with physical value: the slip is adjusted to the next receipt',
    note: 'The page speaks of 5b only; its average of 27.50 after the close needs the slip 6a at the cost of 2b, too. Neither 6a nor 2b is settled.',
    model: 'FIFO',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update
      1b             1         1   10.00  invoiced
      2b             2         1   20.00  invoiced
      3a             3         1   25.00  slip
      4b             4         1   30.00  invoiced
      5b             5        -1  -21.25  invoiced
      6a             6        -1  -21.25  slip
    `,
    closes: [
      {
        upTo: 7,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          5b     1b              1   10.00  FIFO       settled
          6a     2b              1   20.00  FIFO       adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          5b            11.25  Settlement      1b
          6a             1.25  Physical value  2b
        `,
        open: `
          transaction  quantity  value
          2b                  1  20.00
          4b                  1  30.00
        `,
        stock: '2 for 55.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO with a marked issue: the slip takes the oldest receipt left',
    note: 'No adjustment for the marked pair; the average of 27.50 needs the slip at the cost of 1b.',
    model: 'FIFO',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update    marked to
      1b             1         1   10.00  invoiced  ·
      2b             2         1   20.00  invoiced  ·
      3a             3         1   25.00  slip      ·
      4b             4         1   30.00  invoiced  ·
      5b             5        -1  -20.00  invoiced  2b
      6a             6        -1  -21.25  slip      ·
    `,
    closes: [
      {
        upTo: 7,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          5b     2b              1   20.00  Marking    settled
          6a     1b              1   10.00  FIFO       adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          6a            11.25  Physical value  1b
        `,
        open: `
          transaction  quantity  value
          1b                  1  10.00
          4b                  1  30.00
        `,
        stock: '2 for 55.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO, traced from an issue to its receipt',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      PO123          1         1   10.00  invoiced
      PO456          2         1   15.00  invoiced
      SO987          3        -1  -12.50  invoiced
    `,
    closes: [
      {
        upTo: 4,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          SO987  PO123           1   10.00  FIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          SO987          2.50  Settlement  PO123
        `,
        open: `
          transaction  quantity  value
          PO456               1  15.00
        `,
        stock: '1 for 15.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO, the close before an on-hand adjustment',
    note: 'The page quotes the adjustment without its sign: the issue becomes cheaper by 1.00.',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      feb01         32         2   20.00  invoiced
      feb05         36         1   13.00  invoiced
      feb19         50        -1  -11.00  invoiced
    `,
    closes: [
      {
        upTo: 59,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          feb19  feb01           1   10.00  FIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          feb19          1.00  Settlement  feb01
        `,
        open: `
          transaction  quantity  value
          feb01               1  10.00
          feb05               1  13.00
        `,
        stock: '2 for 23.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'FIFO over two receipts, with a rest that nothing covers',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      r1             1         3   30.00  invoiced
      r2             2         4   48.00  invoiced
      i1             3        -5  -55.70  invoiced
      i2             4        -4  -44.56  invoiced
    `,
    closes: [
      {
        upTo: 5,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          i1     r1              3   30.00  FIFO       settled
          i1     r2              2   24.00  FIFO       settled
          i2     r2              2   24.00  FIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          i1             3.42  Settlement  r1
          i1            -1.72  Settlement  r2
          i2            -1.72  Settlement  r2
        `,
        open: `
          transaction  quantity   value
          i2                 -2  -22.28
        `,
        stock: '-2 for -22.28',
        unsettled: ['i2: -2'],
      },
    ],
  },
];
