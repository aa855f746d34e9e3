import type { Example } from './example';

export const LIFO_EXAMPLES: readonly Example[] = [
  {
    name: 'LIFO, invoiced rows only',
    model: 'LIFO',
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
          5b     4b              1   30.00  LIFO       settled
        `,
        adjusted: `
          transaction  amount  reason      source
          5b           -10.00  Settlement  4b
        `,
        open: `
          transaction  quantity  value
          1b                  1  10.00
          2b                  1  20.00
        `,
        stock: '2 for 30.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'LIFO with physical value: every pair has a slip, so nothing is settled',
    note: 'The page turns the sign of 5b (21.25 becomes 25.00: dearer), takes 4b for the slip where 6a is it, and prints an average of 20.00; what is left is 30.00 in two pieces.',
    model: 'LIFO',
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
          6a     4b              1   30.00  LIFO       adjusted only
          5b     3a              1   25.00  LIFO       adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          5b            -3.75  Physical value  3a
          6a            -8.75  Physical value  4b
        `,
        open: `
          transaction  quantity   value
          1b                  1   10.00
          2b                  1   20.00
          4b                  1   30.00
          5b                 -1  -21.25
        `,
        stock: '2 for 30.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'LIFO with a marked issue',
    note: 'The page prints the average of the FIFO page, 27.50; two pieces for 35.00 are 17.50.',
    model: 'LIFO',
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
          6a     4b              1   30.00  LIFO       adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          6a            -8.75  Physical value  4b
        `,
        open: `
          transaction  quantity  value
          1b                  1  10.00
          4b                  1  30.00
        `,
        stock: '2 for 35.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'LIFO date: the receipt after the issue is left alone',
    note: 'The page prints the average before the close, 15.00; after it two pieces cost 40.00.',
    model: 'LIFO date',
    before: `
      transaction  day  quantity    cost  update
      1b             1         1   10.00  invoiced
      2b             2         1   20.00  invoiced
      3a             3         1   25.00  slip
      4b             4        -1  -15.00  invoiced
      5b             5         1   30.00  invoiced
    `,
    closes: [
      {
        upTo: 6,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          4b     2b              1   20.00  LIFO date  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          4b            -5.00  Settlement  2b
        `,
        open: `
          transaction  quantity  value
          1b                  1  10.00
          5b                  1  30.00
        `,
        stock: '2 for 40.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'LIFO date with physical value: the newest receipt by then is a slip',
    model: 'LIFO date',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update
      1b             1         1   10.00  invoiced
      2b             2         1   20.00  invoiced
      3a             3         1   25.00  slip
      4b             4        -1  -18.33  invoiced
      5b             5         1   30.00  invoiced
    `,
    closes: [
      {
        upTo: 6,
        pairs: `
          issue  receipt  quantity  amount  principle  as
          4b     3a              1   25.00  LIFO date  adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          4b            -6.67  Physical value  3a
        `,
        open: `
          transaction  quantity   value
          1b                  1   10.00
          2b                  1   20.00
          4b                 -1  -18.33
          5b                  1   30.00
        `,
        stock: '3 for 60.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'LIFO date with a marked issue',
    note: 'The page prints 27.50 as for FIFO; two pieces for 35.00 are 17.50.',
    model: 'LIFO date',
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
          6a     4b              1   30.00  LIFO date  adjusted only
        `,
        adjusted: `
          transaction  amount  reason          source
          6a            -8.75  Physical value  4b
        `,
        open: `
          transaction  quantity  value
          1b                  1  10.00
          4b                  1  30.00
        `,
        stock: '2 for 35.00',
        unsettled: [],
      },
    ],
  },
];
