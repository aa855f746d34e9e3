import type { Day } from '../../src/book/days';
import { closedInFull, STAYS } from '../../src/settle/closed-in-full';
import { settle } from '../../src/settle/run';
import { afterRun, type BookRows, makeBook, type Row } from '../support/book';
import { day } from '../support/workbooks';

const JANUARY = '2026-01-31';
const NAMES = Object.keys(STAYS);

/** Closes a book up to some dates, and says of each row why it stays as of the last of them. */
function stays(input: BookRows, ...dates: readonly string[]): Record<string, string> {
  let book = makeBook(input);
  for (const upTo of dates) book = afterRun(book, settle(book, request(day(upTo))));
  const why = closedInFull(book, day(dates[dates.length - 1]));
  return Object.fromEntries(input.rows.map(({ id }, row) => [id, NAMES[why[row]]]));
}

const request = (upTo: Day) => ({
  type: 'Close' as const,
  day: upTo,
  specification: 'Total' as const,
  maximumThroughputs: 100,
  minimumThroughputAdjustment: 0,
});

const buy = (id: string, qty: number, date: string, more: Partial<Row> = {}): Row => ({
  ...{ id, qty, date, cost: 10 * qty, type: 'Purchase' },
  ...more,
});
const sell = (id: string, qty: number, date: string, more: Partial<Row> = {}): Row => ({
  ...{ id, qty: -qty, date, cost: -9 * qty, type: 'Sale' },
  ...more,
});

test('a purchase and its sale, settled in full, need not stay', () => {
  const rows = [buy('P1', 2, '2026-01-02'), sell('S1', 2, '2026-01-03')];
  expect(stays({ rows }, JANUARY)).toEqual({ P1: 'no', S1: 'no' });
});

test('what is open stays, and so do the sales of a receipt of which some is left', () => {
  // P1 may still be adjusted by hand: S2 would get its part. S1 is settled with P0 alone.
  const rows = [
    buy('P0', 1, '2026-01-01'),
    buy('P1', 5, '2026-01-02'),
    sell('S1', 1, '2026-01-03'),
    sell('S2', 2, '2026-01-04'),
  ];
  expect(stays({ rows }, JANUARY)).toEqual({ P0: 'no', S1: 'no', P1: 'open', S2: 'changing' });
});

test('what is not invoiced by the close stays', () => {
  const rows = [
    buy('P1', 2, '2026-02-02'),
    { id: 'P2', qty: 1, physicalDate: '2026-01-05', physicalCost: 10 },
    sell('S1', 1, '2026-02-03'),
    { id: 'L1', qty: 4 },
  ];
  expect(stays({ rows }, JANUARY)).toEqual({ P1: 'later', P2: 'later', S1: 'later', L1: 'later' });
});

test('of items whose model settles nothing all rows stay', () => {
  const rows = [buy('P1', 2, '2026-01-02'), sell('S1', 2, '2026-01-03')];
  for (const model of ['Standard cost', 'Moving average'] as const) {
    expect(stays({ rows, items: [{ id: 'A', model }] }, JANUARY)).toEqual({ P1: 'unsettled', S1: 'unsettled' });
  }
});

describe('a weighted average', () => {
  const rows = [
    buy('P1', 2, '2026-01-02'),
    buy('P2', 2, '2026-01-05'),
    sell('S1', 3, '2026-01-09'),
    buy('P3', 2, '2026-02-02'),
    sell('S2', 2, '2026-02-09'),
  ];
  const items = [{ id: 'A', model: 'Weighted average' as const }];

  test('keeps the sales of the transfer of which some is left, but not the receipts that went into it', () => {
    expect(stays({ rows, items }, JANUARY)).toMatchObject({ P1: 'no', P2: 'no', S1: 'changing', P3: 'later' });
  });

  test('lets go of them when the next close has gathered the rest', () => {
    expect(stays({ rows, items }, JANUARY, '2026-02-28')).toEqual({
      ...{ P1: 'no', P2: 'no', S1: 'no' },
      ...{ P3: 'no', S2: 'changing' },
    });
  });
});

describe('what belongs together stays or goes together', () => {
  const items = [{ id: 'A', financialDimensions: ['Site'] }, { id: 'B' }, { id: 'C' }];
  const at = (Site: string, more: Partial<Row> = {}): Partial<Row> => ({ dims: { Site }, ...more });

  test('a sale with its returns: one of them is still on hand', () => {
    const rows = [
      buy('P1', 3, '2026-01-02'),
      sell('S1', 3, '2026-01-03'),
      { ...buy('R1', 1, '2026-01-05'), type: 'Customer return' as const, costSource: 'S1' },
      sell('S2', 1, '2026-01-06'),
      { ...buy('R2', 1, '2026-01-07'), type: 'Customer return' as const, costSource: 'S1' },
    ];
    expect(stays({ rows }, JANUARY)).toEqual({ P1: 'no', S1: 'needed', R1: 'needed', S2: 'no', R2: 'open' });
  });

  test('a move with its receipt; one that did not arrive in full stays', () => {
    const move = (id: string, pieces: number): Row => ({
      ...sell(id, pieces, '2026-01-04', at('N')),
      type: 'Transfer',
    });
    const arrive = (id: string, of: string): Row => ({
      ...buy(id, 1, '2026-01-05', at('S')),
      type: 'Transfer',
      costSource: of,
    });
    const rows = [
      buy('P1', 3, '2026-01-02', at('N')),
      move('M1', 1),
      arrive('M2', 'M1'),
      sell('S1', 1, '2026-01-06', at('S')),
      move('M3', 2),
      arrive('M4', 'M3'),
      sell('S2', 1, '2026-01-07', at('S')),
    ];
    expect(stays({ rows, items }, JANUARY)).toEqual({
      ...{ P1: 'no', M1: 'no', M2: 'no', S1: 'no' },
      // One piece of M3 is on its way.
      ...{ M3: 'needed', M4: 'needed', S2: 'no' },
    });
  });

  test('a production order; one without a product stays', () => {
    const use = (id: string, order: string): Row => ({
      ...sell(id, 1, '2026-01-04', { item: 'B' }),
      type: 'Production line',
      reference: order,
    });
    const rows = [
      buy('P1', 3, '2026-01-02', { item: 'B' }),
      use('U1', 'W1'),
      { ...buy('C1', 1, '2026-01-05', { item: 'C' }), type: 'Production' as const, reference: 'W1' },
      sell('S1', 1, '2026-01-06', { item: 'C' }),
      use('U2', 'W2'),
      use('U3', 'W3'),
      { ...buy('C3', 1, '2026-01-07', { item: 'C' }), type: 'Production' as const, reference: 'W3' },
    ];
    expect(stays({ rows, items }, JANUARY)).toEqual({
      ...{ P1: 'no', U1: 'no', C1: 'no', S1: 'no', U2: 'needed' },
      // The product of W3 is on hand.
      ...{ U3: 'needed', C3: 'open' },
    });
  });

  test('both sides of a mark', () => {
    const rows = [
      buy('P1', 2, '2026-01-02'),
      sell('S1', 2, '2026-01-03', { markedTo: 'P1' }),
      buy('P2', 1, '2026-01-04'),
      sell('S2', 1, '2026-01-05'),
      sell('S3', 1, '2026-02-05', { markedTo: 'P2' }),
      buy('P3', 1, '2026-01-06'),
    ];
    // S3 has reserved P2 for February: S2 took P3.
    expect(stays({ rows }, JANUARY)).toEqual({
      ...{ P1: 'no', S1: 'no', P3: 'no', S2: 'no' },
      ...{ P2: 'open', S3: 'later' },
    });
  });
});

test('an issue that waits for cost keeps all that is made and sold of it', () => {
  // Nothing covers half of U1, so that U1, the product and its sale can still become dearer.
  const items = [{ id: 'B' }, { id: 'C' }];
  const rows = [
    buy('P1', 1, '2026-01-02', { item: 'B' }),
    { ...sell('U1', 2, '2026-01-04', { item: 'B' }), type: 'Production line' as const, reference: 'W1' },
    { ...buy('C1', 1, '2026-01-05', { item: 'C' }), type: 'Production' as const, reference: 'W1' },
    sell('S1', 1, '2026-01-06', { item: 'C' }),
  ];
  expect(stays({ rows, items }, JANUARY)).toEqual({ P1: 'no', U1: 'open', C1: 'changing', S1: 'changing' });
});
