import type { Example } from './example';

export const AVERAGE_EXAMPLES: readonly Example[] = [
  {
    name: 'weighted average of one receipt: settled directly',
    model: 'Weighted average',
    before: `
      transaction  day  quantity    cost  update
      1b             1         5   50.00  invoiced
      2b             2        -2  -20.00  invoiced
    `,
    closes: [
      {
        upTo: 3,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          2b     1b              2   20.00  Weighted average  settled
        `,
        adjusted: '',
        open: `
          transaction  quantity  value
          1b                  3  30.00
        `,
        stock: '3 for 30.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average of three receipts: through a closing transfer',
    note: 'Costs of the slips do not matter once there is an invoice.',
    model: 'Weighted average',
    before: `
      transaction  day  quantity    cost  update    slip cost
      1b             1         2   28.00  invoiced      22.00
      2b             2         1   16.00  invoiced      12.00
      3b             3        -1  -14.67  invoiced          ·
      4b             4         1   16.00  invoiced      14.00
    `,
    closes: [
      {
        upTo: 5,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          out@5  1b              2   28.00  Weighted average  settled
          out@5  2b              1   16.00  Weighted average  settled
          out@5  4b              1   16.00  Weighted average  settled
          3b     in@5            1   15.00  Weighted average  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          3b            -0.33  Settlement  in@5
        `,
        open: `
          transaction  quantity  value
          in@5                3  45.00
        `,
        stock: '3 for 45.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average leaves slips alone, so one receipt is left',
    model: 'Weighted average',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update    slip cost
      1b             1         1   10.00  invoiced      11.00
      2a             2         1   15.00  slip              ·
      3b             3        -1  -12.50  invoiced          ·
    `,
    closes: [
      {
        upTo: 4,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          3b     1b              1   10.00  Weighted average  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          3b             2.50  Settlement  1b
        `,
        open: '',
        stock: '1 for 15.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average with a slip among three receipts',
    note: 'The page says that only one receipt is invoiced; three are, and that is why there is a transfer.',
    model: 'Weighted average',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update    slip cost
      1b             1         2   28.00  invoiced      22.00
      2              2         1   10.00  slip              ·
      3b             3         1   16.00  invoiced      12.00
      4b             4        -1  -13.50  invoiced          ·
      5b             5         1   16.00  invoiced      14.00
    `,
    closes: [
      {
        upTo: 6,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          out@6  1b              2   28.00  Weighted average  settled
          out@6  3b              1   16.00  Weighted average  settled
          out@6  5b              1   16.00  Weighted average  settled
          4b     in@6            1   15.00  Weighted average  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          4b            -1.50  Settlement  in@6
        `,
        open: `
          transaction  quantity  value
          in@6                3  45.00
        `,
        stock: '4 for 55.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average with a marked issue, and a slip that waits',
    note: 'The page prints 27.50 as for FIFO; the slip keeps its estimate, and two pieces cost 43.75.',
    model: 'Weighted average',
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
        `,
        adjusted: '',
        open: `
          transaction  quantity  value
          1b                  1  10.00
          4b                  1  30.00
        `,
        stock: '2 for 43.75',
        unsettled: [],
      },
    ],
  },
  {
    name: 'ten dollars over three pieces: 3.33, 3.34, 3.33',
    note: 'Each takes its part of what is left, the last one all of it: no cent is lost.',
    model: 'Weighted average',
    before: `
      transaction  day  quantity   cost  update
      r1             1         1   3.33  invoiced
      r2             2         1   3.33  invoiced
      r3             3         1   3.34  invoiced
      i1             4        -1  -3.33  invoiced
      i2             5        -1  -3.33  invoiced
      i3             6        -1  -3.33  invoiced
    `,
    closes: [
      {
        upTo: 7,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          out@7  r1              1    3.33  Weighted average  settled
          out@7  r2              1    3.33  Weighted average  settled
          out@7  r3              1    3.34  Weighted average  settled
          i1     in@7            1    3.33  Weighted average  settled
          i2     in@7            1    3.34  Weighted average  settled
          i3     in@7            1    3.33  Weighted average  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          i2            -0.01  Settlement  in@7
        `,
        open: '',
        stock: '0 for 0.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average with more issued than received',
    model: 'Weighted average',
    before: `
      transaction  day  quantity    cost  update
      r1             1         2   20.00  invoiced
      r2             2         2   28.00  invoiced
      i1             3        -3  -36.00  invoiced
      i2             4        -3  -36.00  invoiced
    `,
    closes: [
      {
        upTo: 5,
        pairs: `
          issue  receipt  quantity  amount  principle         as
          out@5  r1              2   20.00  Weighted average  settled
          out@5  r2              2   28.00  Weighted average  settled
          i1     in@5            3   36.00  Weighted average  settled
          i2     in@5            1   12.00  Weighted average  settled
        `,
        adjusted: '',
        open: `
          transaction  quantity   value
          i2                 -2  -24.00
        `,
        stock: '-2 for -24.00',
        unsettled: ['i2: -2'],
      },
    ],
  },
];
