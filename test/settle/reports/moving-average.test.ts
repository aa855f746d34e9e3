import { isoDay, parseIsoDay } from '../../../src/book/days';
import { plain, short } from '../../../src/book/decimals';
import { movingAverage } from '../../../src/settle/reports/moving-average';
import { makeBook, type Row } from '../../support/book';

/** A day of January. */
const jan = (day: number): string => `2026-01-${String(day).padStart(2, '0')}`;

interface Case {
  readonly rows: readonly Row[];
  readonly minimum?: number;
  readonly inDateOrder?: boolean;
  /** An amount by hand on a receipt, at a day. */
  readonly revaluations?: readonly { readonly id: string; readonly day: number; readonly amount: number }[];
}

/** "S1 Issue 2026-01-03: posted -12.00, at the average of 10 -10.00, off by -2.00", and the two parts of a receipt's difference. */
function report({ rows, minimum = 1, inDateOrder = false, revaluations = [] }: Case): string[] {
  const book = makeBook({
    rows,
    items: [
      { id: 'A', model: 'Moving average' },
      { id: 'F', model: 'FIFO' },
    ],
  });
  const { id } = book.transactions;
  const byHand = revaluations.map(({ id: transaction, day, amount }) => ({
    transaction: id.indexOf(transaction),
    day: parseIsoDay(jan(day))!,
    amount,
  }));
  const amount = (units: number) => plain(units, 2);
  return movingAverage(book, byHand, { minimum, inDateOrder }).map((row) =>
    [
      `${id[row.transaction]} ${row.kind}${row.backdated ? ' (backdated)' : ''} ${isoDay(row.day)}:`,
      `posted ${amount(row.posted)}, at the average of ${row.average} ${amount(row.atAverage)}, off by ${amount(row.difference)}`,
      row.kind === 'Issue' ? '' : `= ${amount(row.onHandPart)} on hand + ${amount(row.expensedPart)} expensed`,
      `(${short(row.onHandQuantity, 6)} for ${amount(row.onHandValue)} before)`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

test('issues at the average of their moment are not listed', () => {
  const rows: Row[] = [
    { id: 'P1', qty: 10, date: jan(1), cost: 100 },
    { id: 'P2', qty: 10, date: jan(2), cost: 140 },
    // 240.00 / 20 = 12.00.
    { id: 'S1', qty: -5, date: jan(3), cost: -60 },
    { id: 'P3', qty: 5, date: jan(4), cost: 80 },
    // 260.00 / 20 = 13.00.
    { id: 'S2', qty: -20, date: jan(5), cost: -260 },
    { id: 'F1', item: 'F', qty: 10, date: jan(1), cost: 100 },
    { id: 'F2', item: 'F', qty: -1, date: jan(2), cost: -77 },
  ];
  expect(report({ rows })).toEqual([]);
});

test('an issue at another cost is told once: those after it go by what is then on hand', () => {
  const rows: Row[] = [
    { id: 'P1', qty: 10, date: jan(1), cost: 100 },
    { id: 'S1', qty: -2, date: jan(2), cost: -28 },
    // 72.00 / 8 = 9.00.
    { id: 'S2', qty: -3, date: jan(3), cost: -27 },
    { id: 'S3', qty: -5, date: jan(4), cost: -44.99 },
    // Nothing is left, and no value with it: 11.00 each.
    { id: 'P2', qty: 2, date: jan(5), cost: 22 },
    { id: 'S4', qty: -1, date: jan(6), cost: -11 },
  ];
  expect(report({ rows })).toEqual([
    'S1 Issue 2026-01-02: posted -28.00, at the average of 10 -20.00, off by -8.00 (10 for 100.00 before)',
    'S3 Issue 2026-01-04: posted -44.99, at the average of 9 -45.00, off by 0.01 (5 for 45.00 before)',
  ]);
  expect(report({ rows, minimum: 2 })).toHaveLength(1);
});

test('an invoice that differs from its slip is split by what is still on hand', () => {
  // 2 received at 10.00 each, 1 sold, invoiced at 12.00 each: 2.00 belong to stock, 2.00 are to be expensed.
  const rows: Row[] = [
    { id: 'P1', qty: 2, physicalDate: jan(1), physicalCost: 20, date: jan(5), cost: 24 },
    { id: 'S1', qty: -1, date: jan(3), cost: -10 },
    { id: 'S2', qty: -1, date: jan(6), cost: -12 },
  ];
  expect(report({ rows })).toEqual([
    'P1 Invoice 2026-01-05: posted 4.00, at the average of 10 0.00, off by 4.00 = 2.00 on hand + 2.00 expensed (1 for 10.00 before)',
  ]);
});

test('an invoice of goods that are all gone is expensed; of more stock than was invoiced, all belongs to stock', () => {
  const gone: Row[] = [
    { id: 'P1', qty: 2, physicalDate: jan(1), physicalCost: 20, date: jan(5), cost: 17 },
    { id: 'S1', qty: -2, date: jan(3), cost: -20 },
  ];
  expect(report({ rows: gone })).toEqual([
    'P1 Invoice 2026-01-05: posted -3.00, at the average of 10 0.00, off by -3.00 = 0.00 on hand + -3.00 expensed (0 for 0.00 before)',
  ]);
  const more: Row[] = [
    { id: 'P1', qty: 2, physicalDate: jan(1), physicalCost: 20, date: jan(5), cost: 24 },
    { id: 'P2', qty: 8, date: jan(2), cost: 80 },
    // 104.00 / 10 = 10.40.
    { id: 'S1', qty: -5, date: jan(6), cost: -52 },
  ];
  expect(report({ rows: more })).toEqual([
    'P1 Invoice 2026-01-05: posted 4.00, at the average of 10 0.00, off by 4.00 = 4.00 on hand + 0.00 expensed (10 for 100.00 before)',
  ]);
});

test('a backdated receipt is worth the average of the moment at which it was posted', () => {
  // When P2 was posted, 1 was on hand at 16.00; it cost 20.00, and is dated before the sale.
  const rows: Row[] = [
    { id: 'P1', qty: 2, date: jan(1), cost: 32 },
    { id: 'S1', qty: -1, date: jan(5), cost: -16 },
    { id: 'P2', qty: 1, date: jan(3), cost: 20 },
    { id: 'S2', qty: -1, date: jan(4), cost: -18 },
    { id: 'S3', qty: -1, date: jan(6), cost: -14 },
  ];
  expect(report({ rows })).toEqual([
    'P2 Backdated receipt (backdated) 2026-01-03: posted 20.00, at the average of 16 16.00, off by 4.00 = 0.00 on hand + 4.00 expensed (1 for 16.00 before)',
    'S2 Issue (backdated) 2026-01-04: posted -18.00, at the average of 16 -16.00, off by -2.00 (2 for 32.00 before)',
  ]);
  // By their dates P2 came first: 52.00 / 3 = 17.33.
  expect(report({ rows, inDateOrder: true })[0]).toBe(
    'S2 Issue 2026-01-04: posted -18.00, at the average of 17.33333333 -17.33, off by -0.67 (3 for 52.00 before)',
  );
});

test('Sequence says what was posted first', () => {
  const rows: Row[] = [
    { id: 'P2', qty: 1, date: jan(3), cost: 20, sequence: 3 },
    { id: 'P1', qty: 2, date: jan(1), cost: 32, sequence: 1 },
    { id: 'S1', qty: -1, date: jan(5), cost: -16, sequence: 2 },
  ];
  expect(report({ rows }).map((line) => line.slice(0, 32))).toEqual(['P2 Backdated receipt (backdated)']);
});

test('a receipt into negative stock: what fills it is worth the last average', () => {
  const rows: Row[] = [
    { id: 'P1', qty: 2, date: jan(1), cost: 20 },
    { id: 'S1', qty: -5, date: jan(2), cost: -50 },
    // 3 of 4 fill the hole at 10.00, 1 stays at 14.00.
    { id: 'P2', qty: 4, date: jan(3), cost: 56 },
    { id: 'S2', qty: -1, date: jan(4), cost: -14 },
  ];
  expect(report({ rows })).toEqual([
    'P2 Negative stock 2026-01-03: posted 56.00, at the average of 10 44.00, off by 12.00 = 0.00 on hand + 12.00 expensed (-3 for -30.00 before)',
  ]);
});

test('before the first receipt there is no average to compare with', () => {
  expect(
    report({
      rows: [
        { id: 'S1', qty: -1, date: jan(1), cost: -9 },
        { id: 'P1', qty: 3, date: jan(2), cost: 30 },
      ],
    }),
  ).toEqual([]);
});

test('a revaluation by hand holds from the evening of its day', () => {
  const rows: Row[] = [
    { id: 'P1', qty: 4, date: jan(1), cost: 40 },
    { id: 'S1', qty: -1, date: jan(10), cost: -10 },
    { id: 'S2', qty: -1, date: jan(11), cost: -16 },
  ];
  // 3 for 30.00 become 3 for 48.00.
  const revaluations = [{ id: 'P1', day: 10, amount: 1800 }];
  expect(report({ rows, revaluations })).toEqual([]);
  expect(report({ rows })).toHaveLength(1);
});
