import type { Example } from './example';

export const AVERAGE_DATE_EXAMPLES: readonly Example[] = [
  {
    name: 'weighted average date, one receipt on the day: settled directly',
    model: 'Weighted average date',
    before: `
      transaction  day  quantity    cost  update
      1b             1         5   50.00  invoiced
      2b             1        -2  -20.00  invoiced
    `,
    closes: [
      {
        upTo: 3,
        pairs: `
          issue  receipt  quantity  amount  principle              as
          2b     1b              2   20.00  Weighted average date  settled
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
    name: 'weighted average date: directly on days 1 and 2, through a transfer on day 3',
    note: 'On day 3 the issue comes before the receipt of the day, and still gets the average of the day.',
    model: 'Weighted average date',
    before: `
      transaction  day  quantity    cost  update
      1b             1         3   45.00  invoiced
      2b             1        -1  -15.00  invoiced
      3b             2        -1  -15.00  invoiced
      4b             3        -1  -15.00  invoiced
      5b             3         1   17.00  invoiced
    `,
    closes: [
      {
        upTo: 3,
        pairs: `
          issue  receipt  quantity  amount  principle              as
          2b     1b              1   15.00  Weighted average date  settled
          3b     1b              1   15.00  Weighted average date  settled
          out@3  1b              1   15.00  Weighted average date  settled
          out@3  5b              1   17.00  Weighted average date  settled
          4b     in@3            1   16.00  Weighted average date  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          4b            -1.00  Settlement  in@3
        `,
        open: `
          transaction  quantity  value
          in@3                1  16.00
        `,
        stock: '1 for 16.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average date with a marked issue',
    note: 'As for weighted average: two pieces for 43.75.',
    model: 'Weighted average date',
    includePhysicalValue: true,
    before: `
      transaction  day  quantity    cost  update    marked to
      1b             1         1   10.00  invoiced  ·
      2b             1         1   20.00  invoiced  ·
      3a             1         1   25.00  slip      ·
      4b             1         1   30.00  invoiced  ·
      5b             1        -1  -20.00  invoiced  2b
      6a             1        -1  -21.25  slip      ·
    `,
    closes: [
      {
        upTo: 1,
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
];
