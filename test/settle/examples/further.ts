import type { Example } from './example';

export const FURTHER_EXAMPLES: readonly Example[] = [
  {
    name: 'a receipt after the run date is not there yet',
    model: 'FIFO',
    before: `
      transaction  day  quantity    cost  update
      i1             1        -1  -10.00  invoiced
      r1             3         1   12.00  invoiced
    `,
    closes: [
      {
        upTo: 2,
        pairs: '',
        adjusted: '',
        open: `
          transaction  quantity   value
          i1                 -1  -10.00
        `,
        stock: '-1 for -10.00',
        unsettled: ['i1: -1'],
      },
    ],
  },
  {
    name: 'weighted average over two months: the transfer of the first is the opening receipt of the second',
    model: 'Weighted average',
    before: `
      transaction  day  quantity    cost  update
      r1             1         2   20.00  invoiced
      r2             2         2   28.00  invoiced
      i1             3        -1  -12.00  invoiced
      r3            40         3   54.00  invoiced
      i2            45        -2  -24.00  invoiced
    `,
    closes: [
      {
        upTo: 31,
        pairs: `
          issue   receipt  quantity  amount  principle         as
          out@31  r1              2   20.00  Weighted average  settled
          out@31  r2              2   28.00  Weighted average  settled
          i1      in@31           1   12.00  Weighted average  settled
        `,
        adjusted: '',
        open: `
          transaction  quantity  value
          in@31               3  36.00
        `,
        stock: '3 for 36.00',
        unsettled: [],
      },
      {
        upTo: 59,
        pairs: `
          issue   receipt  quantity  amount  principle         as
          out@59  in@31           3   36.00  Weighted average  settled
          out@59  r3              3   54.00  Weighted average  settled
          i2      in@59           2   30.00  Weighted average  settled
        `,
        adjusted: `
          transaction  amount  reason      source
          i2            -6.00  Settlement  in@59
        `,
        open: `
          transaction  quantity  value
          in@59               4  60.00
        `,
        stock: '4 for 60.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average after a receipt was corrected by hand',
    note: 'A receipt of 100.00 that should have been 100,000.00 was adjusted before the close.',
    model: 'Weighted average',
    before: `
      transaction  day  quantity       cost  update    adjusted
      onhand9        1         9  900000.00  invoiced         ·
      adj1           2         1     100.00  invoiced  99900.00
      SO             3        -1  -90010.00  invoiced         ·
    `,
    closes: [
      {
        upTo: 4,
        pairs: `
          issue  receipt  quantity     amount  principle         as
          out@4  onhand9         9  900000.00  Weighted average  settled
          out@4  adj1            1  100000.00  Weighted average  settled
          SO     in@4            1  100000.00  Weighted average  settled
        `,
        adjusted: `
          transaction    amount  reason      source
          SO           -9990.00  Settlement  in@4
        `,
        open: `
          transaction  quantity      value
          in@4                9  900000.00
        `,
        stock: '9 for 900000.00',
        unsettled: [],
      },
    ],
  },
  {
    name: 'weighted average, partly covered, with the rest at the cost of the covered part',
    note: 'Seen in a recalculation of AX 2012 R3: all 50 pieces of S1 went to 11,000 each, S2 was left alone. The revaluation of the rest is provisional: what is open keeps its estimate.',
    model: 'Weighted average',
    includePhysicalValue: true,
    uncoveredQuantity: 'Cost of covered part',
    before: `
      transaction  day  quantity        cost  update
      R1           139       100   900000.00  slip
      S1           140       -50  -450000.00  invoiced
      R2           141        50   500000.00  slip
      S2           143       -70  -665000.00  invoiced
      R3           145        40   440000.00  invoiced
    `,
    closes: [
      {
        upTo: 151,
        pairs: `
          issue  receipt  quantity     amount  principle         as
          S1     R3             40  440000.00  Weighted average  settled
        `,
        adjusted: `
          transaction     amount  reason              source
          S1           -80000.00  Settlement          R3
          S1           -20000.00  Uncovered quantity  ·
        `,
        open: `
          transaction  quantity       value
          S1                -10   -90000.00
          S2                -70  -665000.00
        `,
        stock: '70 for 625000.00',
        unsettled: ['S1: -10', 'S2: -70'],
      },
    ],
  },
];
