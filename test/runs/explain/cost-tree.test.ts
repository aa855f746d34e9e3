/**
 * Trees of costs, reasoned by hand. Each line: amount, (quantity), what kind of part it is, and the transaction. The lines
 * below a line and one level further to the right add up to it.
 */
import type { Book } from '../../../src/book/book';
import { parseIsoDay } from '../../../src/book/days';
import { type Outcome, REASONS } from '../../../src/book/outcome';
import { settle } from '../../../src/settle/run';
import { afterRun, type BookRows, makeBook } from '../../support/book';
import { evidenceOf, treeOf } from '../../support/evidence';

const JANUARY = parseIsoDay('2026-01-31')!;
const FEBRUARY = parseIsoDay('2026-02-28')!;

function close(book: Book, day = JANUARY, minimum = 0): Outcome {
  return settle(book, {
    type: 'Close',
    day,
    specification: 'Total',
    maximumThroughputs: 100,
    minimumThroughputAdjustment: minimum,
  });
}

/** The book after closes at the end of January and, where it is asked for, of February. */
function closed(rows: BookRows, days: readonly number[] = [JANUARY]) {
  let book = makeBook(rows);
  const closes: Outcome[] = [];
  for (const day of days) {
    const outcome = close(book, day);
    book = afterRun(book, outcome);
    closes.push(outcome);
  }
  return evidenceOf(book, closes);
}

function previewed(rows: BookRows, minimum = 0) {
  const book = makeBook(rows);
  return evidenceOf(book, [], close(book, JANUARY, minimum));
}

/** 10 for 40.00 and 10 for 50.00 came; 12 were sold at an estimate of 54.00. FIFO: 10 of the first, 2 of the second. */
const FIFO: BookRows = {
  rows: [
    { id: 'PO1', qty: 10, date: '2026-01-02', cost: '40.00', type: 'Purchase' },
    { id: 'PO2', qty: 10, date: '2026-01-08', cost: '50.00', type: 'Purchase' },
    { id: 'SO', qty: -12, date: '2026-01-12', cost: '-54.00', type: 'Sale' },
  ],
};

describe.each([
  ['after the close', closed],
  ['as a preview', previewed],
])('%s', (_, seen) => {
  test('an issue has the receipts that it was paired with, a receipt the issues that took of it', () => {
    expect(treeOf(seen(FIFO), 'SO', 'from')).toEqual([
      '50.00 (12) SO',
      '  40.00 (10) settled PO1',
      '  10.00 (2) settled PO2',
    ]);
    expect(treeOf(seen(FIFO), 'PO2', 'to')).toEqual([
      '50.00 (10) PO2',
      '  10.00 (2) settled SO',
      '  40.00 (8) open PO2',
    ]);
    expect(treeOf(seen(FIFO), 'PO2', 'from')).toEqual(['50.00 (10) PO2', '  50.00 (10) posted PO2']);
    expect(treeOf(seen(FIFO), 'SO', 'to')).toEqual(['50.00 (12) SO', '  50.00 (12) used SO']);
  });

  test('weighted average leads through the closing transfer: 4 that cost 60.00 are 15.00 a piece', () => {
    const rows: BookRows = {
      parameters: { defaultModel: 'Weighted average' },
      rows: [
        { id: 'PO1', qty: 2, date: '2026-01-02', cost: '28.00' },
        { id: 'PO2', qty: 2, date: '2026-01-08', cost: '32.00' },
        { id: 'SO', qty: -1, date: '2026-01-12', cost: '-14.67', type: 'Sale' },
      ],
    };
    expect(treeOf(seen(rows), 'SO', 'from')).toEqual([
      '15.00 (1) SO',
      '  15.00 (1) settled transfer of 2026-01-31',
      '    7.00 (0.5) gathered PO1',
      '    8.00 (0.5) gathered PO2',
    ]);
    // PO1 gave 28.00 of the 60.00: 7.00 of the sale's 15.00, and 21.00 of the 45.00 that are in stock.
    expect(treeOf(seen(rows), 'PO1', 'to')).toEqual([
      '28.00 (2) PO1',
      '  28.00 (2) gathered transfer of 2026-01-31',
      '    7.00 (0.5) settled SO',
      '    21.00 (1.5) open transfer of 2026-01-31',
    ]);
  });

  test('a transfer carries the cost to another site', () => {
    const evidence = seen(TRANSFER);
    expect(treeOf(evidence, 'SO', 'from')).toEqual([
      '40.00 (4) SO',
      '  40.00 (4) settled T-in',
      '    40.00 (4) transferred T-out',
      '      40.00 (4) settled PO',
    ]);
    expect(treeOf(evidence, 'PO', 'to')).toEqual([
      '100.00 (10) PO',
      '  100.00 (10) settled T-out',
      '    100.00 (10) transferred T-in',
      '      40.00 (4) settled SO',
      '      60.00 (6) open T-in',
    ]);
  });

  test('a product has its components, and labour as the rest', () => {
    const evidence = seen(PRODUCTION);
    // RM-use took RM-P1 for 40.00, and so the product costs 80.00 - 10.00 = 70.00: 40.00 of rims, 30.00 as posted beyond.
    expect(treeOf(evidence, 'FG-sale', 'from')).toEqual([
      '28.00 (2) FG-sale',
      '  28.00 (2) settled FG-rec',
      '    16.00 (4) component RM-use',
      '      16.00 (4) settled RM-P1',
      '    12.00 labour FG-rec',
    ]);
    expect(treeOf(evidence, 'RM-P1', 'to')).toEqual([
      '40.00 (10) RM-P1',
      '  40.00 (10) settled RM-use',
      '    40.00 (5) product FG-rec',
      '      16.00 (2) settled FG-sale',
      '      24.00 (3) open FG-rec',
    ]);
  });

  test('a return costs what its sale costs, and gives it to who buys it next', () => {
    const rows: BookRows = {
      rows: [
        { id: 'PO1', qty: 10, date: '2026-01-01', cost: '60.00' },
        { id: 'SO', qty: -10, date: '2026-01-03', cost: '-70.00', type: 'Sale' },
        { id: 'RET', qty: 4, date: '2026-01-04', cost: '28.00', type: 'Customer return', costSource: 'SO' },
        { id: 'SO2', qty: -1, date: '2026-01-05', cost: '-7.00', type: 'Sale' },
      ],
    };
    expect(treeOf(seen(rows), 'SO2', 'from')).toEqual([
      '6.00 (1) SO2',
      '  6.00 (1) settled RET',
      '    6.00 (1) returned SO',
      '      6.00 (1) settled PO1',
    ]);
    expect(treeOf(seen(rows), 'SO', 'to')).toEqual([
      '60.00 (10) SO',
      '  24.00 (4) returned RET',
      '    6.00 (1) settled SO2',
      '    18.00 (3) open RET',
      '  36.00 (6) used SO',
    ]);
  });

  test('what no receipt covers stands at its estimate', () => {
    const rows = { rows: [{ ...FIFO.rows[0] }, { id: 'SO', qty: -12, date: '2026-01-12', cost: '-60.00' }] };
    expect(treeOf(seen(rows), 'SO', 'from')).toEqual([
      '50.00 (12) SO',
      '  40.00 (10) settled PO1',
      '  10.00 (2) estimate SO',
    ]);
  });

  test('goods sent there and back are a circle, which is named and not opened again', () => {
    const evidence = seen(CIRCLE);
    const lines = treeOf(evidence, 'SO', 'from');
    expect(lines.filter((line) => line.includes('circle'))).toEqual([
      expect.stringMatching(
        /circle transfer of 2026-01-31: transfer of 2026-01-31, back-in, back-out, .*there-in, there-out$/,
      ),
    ]);
  });
});

/** Site 1 buys 10 for 100.00, sends them to site 2 at an estimate of 80.00; site 2 sells 4 at an estimate of 32.00. */
const site = (Site: string) => ({ dims: { Site } });
const TRANSFER: BookRows = {
  items: [{ id: 'A', financialDimensions: ['Site'] }],
  rows: [
    { id: 'PO', qty: 10, date: '2026-01-02', cost: '100.00', type: 'Purchase', ...site('1') },
    { id: 'T-out', qty: -10, date: '2026-01-05', cost: '-80.00', type: 'Transfer', ...site('1') },
    { id: 'T-in', qty: 10, date: '2026-01-05', cost: '80.00', type: 'Transfer', costSource: 'T-out', ...site('2') },
    { id: 'SO', qty: -4, date: '2026-01-10', cost: '-32.00', type: 'Sale', ...site('2') },
  ],
};

/** 10 rims for 40.00 (FIFO), booked at 50.00, go into 5 wheels booked at 80.00; 2 wheels are sold. */
const PRODUCTION: BookRows = {
  rows: [
    { id: 'RM-P1', item: 'RM', qty: 10, date: '2026-01-01', cost: '40.00', type: 'Purchase' },
    { id: 'RM-P2', item: 'RM', qty: 10, date: '2026-01-02', cost: '60.00', type: 'Purchase' },
    {
      id: 'RM-use',
      item: 'RM',
      qty: -10,
      date: '2026-01-03',
      cost: '-50.00',
      type: 'Production line',
      reference: 'PR1',
    },
    { id: 'FG-rec', item: 'FG', qty: 5, date: '2026-01-03', cost: '80.00', type: 'Production', reference: 'PR1' },
    { id: 'FG-sale', item: 'FG', qty: -2, date: '2026-01-04', cost: '-32.00', type: 'Sale' },
  ],
};

/** Weighted average on two sites; goods go there and come back, so that each average depends on the other. */
const CIRCLE: BookRows = {
  parameters: { defaultModel: 'Weighted average' },
  items: [{ id: 'A', financialDimensions: ['Site'] }],
  rows: [
    { id: 'PO1', qty: 10, date: '2026-01-02', cost: '100.00', ...site('1') },
    { id: 'PO2', qty: 10, date: '2026-01-02', cost: '200.00', ...site('2') },
    { id: 'there-out', qty: -5, date: '2026-01-05', cost: '-50.00', type: 'Transfer', ...site('1') },
    {
      id: 'there-in',
      qty: 5,
      date: '2026-01-05',
      cost: '50.00',
      type: 'Transfer',
      costSource: 'there-out',
      ...site('2'),
    },
    { id: 'back-out', qty: -5, date: '2026-01-06', cost: '-75.00', type: 'Transfer', ...site('2') },
    {
      id: 'back-in',
      qty: 5,
      date: '2026-01-06',
      cost: '75.00',
      type: 'Transfer',
      costSource: 'back-out',
      ...site('1'),
    },
    { id: 'SO', qty: -4, date: '2026-01-10', cost: '-40.00', type: 'Sale', ...site('1') },
  ],
};

test('a closing transfer of a later month leads back through the one before', () => {
  const rows: BookRows = {
    parameters: { defaultModel: 'Weighted average' },
    rows: [
      { id: 'PO1', qty: 2, date: '2026-01-02', cost: '28.00' },
      { id: 'PO2', qty: 2, date: '2026-01-08', cost: '32.00' },
      { id: 'SO1', qty: -1, date: '2026-01-12', cost: '-14.67', type: 'Sale' },
      { id: 'PO3', qty: 1, date: '2026-02-03', cost: '19.00' },
      { id: 'SO2', qty: -2, date: '2026-02-12', cost: '-30.00', type: 'Sale' },
    ],
  };
  // February: 3 for 45.00 and 1 for 19.00 are 4 for 64.00, so two cost 32.00, of which 22.50 came out of January.
  expect(treeOf(closed(rows, [JANUARY, FEBRUARY]), 'SO2', 'from')).toEqual([
    '32.00 (2) SO2',
    '  32.00 (2) settled transfer of 2026-02-28',
    '    22.50 (1.5) gathered transfer of 2026-01-31',
    '      10.50 (0.75) gathered PO1',
    '      12.00 (0.75) gathered PO2',
    '    9.50 (0.5) gathered PO3',
  ]);
});

test('late cost is part of the pair that it followed: the sale of January has the invoice of February', () => {
  // T-in got 80.00 in January; the rest of PO's 100.00 came with a purchase that the issue was settled with in February.
  const rows: BookRows = {
    items: [{ id: 'A', financialDimensions: ['Site'] }],
    rows: [
      { id: 'T-out', qty: -10, date: '2026-01-05', cost: '-80.00', type: 'Transfer', ...site('1') },
      { id: 'T-in', qty: 10, date: '2026-01-05', cost: '80.00', type: 'Transfer', costSource: 'T-out', ...site('2') },
      { id: 'SO', qty: -4, date: '2026-01-10', cost: '-32.00', type: 'Sale', ...site('2') },
      { id: 'PO', qty: 10, date: '2026-02-02', cost: '100.00', type: 'Purchase', ...site('1') },
    ],
  };
  expect(treeOf(closed(rows), 'SO', 'from')).toEqual([
    '32.00 (4) SO',
    '  32.00 (4) settled T-in',
    '    32.00 (4) transferred T-out',
  ]);
  expect(treeOf(closed(rows, [JANUARY, FEBRUARY]), 'SO', 'from')).toEqual([
    '40.00 (4) SO',
    '  40.00 (4) settled T-in',
    '    40.00 (4) transferred T-out',
    '      40.00 (4) settled PO',
  ]);
});

test('what is expensed below the minimum is told apart from what came', () => {
  // T-out changes by 20.00, less than the minimum of 25.00: T-in stays at 80.00, 100.00 of its issue less 20.00 expensed.
  expect(treeOf(previewed(TRANSFER, 2500), 'T-in', 'from', 1)).toEqual([
    '80.00 (10) T-in',
    '  100.00 (10) transferred T-out',
    '  -20.00 expensed T-in',
  ]);
});

test('a slip has its part in the preview; after the close it is an adjustment, and the issue is open', () => {
  const rows: BookRows = {
    items: [{ id: 'A', includePhysicalValue: true }],
    rows: [
      { id: 'PO', qty: 10, physicalDate: '2026-01-02', physicalCost: '100.00' },
      { id: 'SO', qty: -4, date: '2026-01-10', cost: '-36.00', type: 'Sale' },
    ],
  };
  expect(treeOf(previewed(rows), 'SO', 'from')).toEqual(['40.00 (4) SO', '  40.00 (4) settled PO']);
  expect(treeOf(closed(rows), 'SO', 'from')).toEqual([
    '40.00 (4) SO',
    '  4.00 adjusted Physical value PO',
    '  36.00 (4) estimate SO',
  ]);
});

test('a pair knows nothing of an adjustment by hand that came after it; the next one has its share of what was open', () => {
  // 10 for 100.00; 5 are sold in January for 50.00; 10.00 are added to the 5 on hand; 5 are sold in February for 60.00.
  const book = makeBook({
    rows: [
      { id: 'PO', qty: 10, date: '2026-01-02', cost: '100.00' },
      { id: 'SO1', qty: -5, date: '2026-01-10', cost: '-50.00', type: 'Sale' },
      { id: 'SO2', qty: -5, date: '2026-02-10', cost: '-55.00', type: 'Sale' },
    ],
  });
  const january = close(book);
  const after = afterRun(book, january);
  const onHand: Outcome = { ...january, ...ADDED_TO_PO };
  const transactions = { ...after.transactions, adjusted: Float64Array.of(1000, 0, 0) };
  const adjusted: Book = {
    ...after,
    transactions,
    closings: [...after.closings, { ...after.closings[0], id: 'IC-0002' }],
  };
  const february = close(adjusted, FEBRUARY);
  const evidence = evidenceOf(afterRun(adjusted, february), [january, onHand, february]);
  expect(treeOf(evidence, 'SO1', 'from')).toEqual([
    '50.00 (5) SO1',
    '  50.00 (5) settled PO',
    '    50.00 (5) posted PO',
  ]);
  expect(treeOf(evidence, 'SO2', 'from')).toEqual([
    '60.00 (5) SO2',
    '  60.00 (5) settled PO',
    '    50.00 (5) posted PO',
    '    10.00 adjusted On-hand',
  ]);
});

/** One adjustment of what is on hand, +10.00 on the first row of the book. */
const ADDED_TO_PO = {
  adjustments: {
    count: 1,
    transaction: Int32Array.of(0),
    reason: Uint8Array.of(REASONS.indexOf('On-hand')),
    source: Int32Array.of(-1),
    amount: Float64Array.of(1000),
    expensed: Float64Array.of(0),
    costBefore: Float64Array.of(5000),
    takesBack: new Int32Array(0),
  },
};
