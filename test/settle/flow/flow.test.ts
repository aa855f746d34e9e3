import type { Book } from '../../../src/book/book';
import { parseIsoDay } from '../../../src/book/days';
import { plain } from '../../../src/book/decimals';
import { type Outcome, REASONS } from '../../../src/book/outcome';
import { settle } from '../../../src/settle/run';
import { afterRun, type BookRows, makeBook } from '../../support/book';

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

/** Adjustments as lines, "T-in Transfer +2.00" or "T-in Expensed 0.00 (0.03)", sorted. */
function adjusted(book: Book, { adjustments: a }: Outcome): string[] {
  const amount = (units: number) => (units > 0 ? '+' : '') + plain(units, 2);
  return Array.from({ length: a.count }, (_, i) => {
    const expensed = a.expensed[i] === 0 ? '' : ` (${amount(a.expensed[i])})`;
    return `${book.transactions.id[a.transaction[i]]} ${REASONS[a.reason[i]]} ${amount(a.amount[i])}${expensed}`;
  }).sort();
}

const SITES = { items: [{ id: 'A', financialDimensions: ['Site'] }] };
const site = (Site: string) => ({ dims: { Site } });

/** Site 1 buys 10 for 100.00, sends them to site 2 at an estimate of 80.00; site 2 sells 4 at an estimate of 32.00. */
const TRANSFER: BookRows = {
  ...SITES,
  rows: [
    { id: 'PO', qty: 10, date: '2026-01-02', cost: '100.00', type: 'Purchase', ...site('1') },
    { id: 'T-out', qty: -10, date: '2026-01-05', cost: '-80.00', type: 'Transfer', ...site('1') },
    { id: 'T-in', qty: 10, date: '2026-01-05', cost: '80.00', type: 'Transfer', costSource: 'T-out', ...site('2') },
    { id: 'SO', qty: -4, date: '2026-01-10', cost: '-32.00', type: 'Sale', ...site('2') },
  ],
};

describe('cost flows from issues to the receipts that took their cost from them', () => {
  test('a transfer between sites', () => {
    const book = makeBook(TRANSFER);
    expect(adjusted(book, close(book))).toEqual([
      'SO Settlement -8.00',
      'T-in Transfer +20.00',
      'T-out Settlement -20.00',
    ]);
  });

  test('a customer return takes the cost of the sale, also of a part of it', () => {
    const book = makeBook({
      rows: [
        { id: 'PO1', qty: 10, date: '2026-01-01', cost: '60.00' },
        { id: 'PO2', qty: 10, date: '2026-01-02', cost: '80.00' },
        { id: 'SO', qty: -5, date: '2026-01-03', cost: '-35.00', type: 'Sale' },
        { id: 'RET', qty: 2, date: '2026-01-04', cost: '14.00', type: 'Customer return', costSource: 'SO' },
      ],
    });
    expect(adjusted(book, close(book))).toEqual(['RET Return -2.00', 'SO Settlement +5.00']);
  });

  test('a production order passes on what its component lost, and the sale of the product follows', () => {
    const book = makeBook({
      rows: [
        { id: 'RM-P1', item: 'RM', qty: 10, date: '2026-01-01', cost: '40.00' },
        { id: 'RM-P2', item: 'RM', qty: 10, date: '2026-01-02', cost: '60.00' },
        {
          id: 'RM-use',
          item: 'RM',
          qty: -10,
          date: '2026-01-03',
          cost: '-50.00',
          type: 'Production line',
          reference: 'P1',
        },
        { id: 'FG-rec', item: 'FG', qty: 5, date: '2026-01-03', cost: '80.00', type: 'Production', reference: 'P1' },
        { id: 'FG-sale', item: 'FG', qty: -2, date: '2026-01-04', cost: '-32.00', type: 'Sale' },
      ],
    });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual([
      'FG-rec Production -10.00',
      'FG-sale Settlement +4.00',
      'RM-use Settlement +10.00',
    ]);
    expect(outcome.ledger.map(({ account, debit, credit }) => `${account} ${debit} ${credit}`)).toEqual([
      'Cost of goods sold 0 400',
      'Inventory 400 0',
    ]);
  });

  test('an amount below the minimum is expensed, and counts as got in the next close', () => {
    const rows = TRANSFER.rows.map((row) => (row.id === 'PO' ? { ...row, cost: '80.05' } : row));
    const book = makeBook({ ...TRANSFER, rows });
    const first = close(book, JANUARY, 10);
    expect(adjusted(book, first)).toEqual(['T-in Expensed 0.00 (+0.05)', 'T-out Settlement -0.05']);
    expect(first.ledger.map(({ account, debit, credit }) => `${account} ${debit} ${credit}`)).toEqual([
      'Inventory 0 5',
      'Inventory rounding 5 0',
    ]);
    expect(first.log.map(({ code }) => code)).toContain('MIN_EXPENSED');
    const next = afterRun(book, first);
    expect(adjusted(next, close(next, FEBRUARY))).toEqual([]);
  });

  test('a receipt of a standard cost item keeps its cost: the change is a variance', () => {
    const rows = [
      ...TRANSFER.rows.filter(({ id }) => id === 'PO'),
      {
        id: 'USE',
        qty: -10,
        date: '2026-01-03',
        cost: '-80.00',
        type: 'Production line' as const,
        reference: 'P1',
        ...site('1'),
      },
      { id: 'STD', item: 'S', qty: 1, date: '2026-01-04', cost: '80.00', type: 'Production' as const, reference: 'P1' },
    ];
    const book = makeBook({ items: [...SITES.items, { id: 'S', model: 'Standard cost' as const }], rows });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual(['STD Variance 0.00 (+20.00)', 'USE Settlement -20.00']);
    expect(outcome.ledger.map(({ account, debit, credit }) => `${account} ${debit} ${credit}`)).toEqual([
      'Inventory 0 2000',
      'Inventory variance 2000 0',
    ]);
  });

  test('late cost: what a close had settled follows when the source of its receipt is covered later', () => {
    const rows = TRANSFER.rows.map((row) => (row.id === 'PO' ? { ...row, date: '2026-02-03' } : row));
    const book = makeBook({ ...TRANSFER, rows });
    const first = close(book);
    expect(adjusted(book, first)).toEqual([]);
    const next = afterRun(book, first);
    const second = close(next, FEBRUARY);
    expect(adjusted(next, second)).toEqual(['SO Late cost -8.00', 'T-in Transfer +20.00', 'T-out Settlement -20.00']);
    expect([second.late.count, second.late.amount[0]]).toEqual([1, 800]);
  });
});

describe('circles', () => {
  /** 1 piece at 100.00; half of site 1 goes to site 2 and half of that back, so cost goes round with a factor. */
  const CIRCLE: BookRows = {
    items: [{ id: 'A', model: 'Weighted average', financialDimensions: ['Site'] }],
    rows: [
      { id: 'PO', qty: 10, date: '2026-01-02', cost: '100.00', ...site('1') },
      { id: 'OUT', qty: -5, date: '2026-01-05', cost: '-40.00', type: 'Transfer', ...site('1') },
      { id: 'IN', qty: 5, date: '2026-01-05', cost: '40.00', type: 'Transfer', costSource: 'OUT', ...site('2') },
      { id: 'PO2', qty: 5, date: '2026-01-06', cost: '20.00', ...site('2') },
      { id: 'BACK', qty: -4, date: '2026-01-07', cost: '-30.00', type: 'Transfer', ...site('2') },
      { id: 'HOME', qty: 4, date: '2026-01-07', cost: '30.00', type: 'Transfer', costSource: 'BACK', ...site('1') },
    ],
  };

  test('a transfer there and back is solved exactly, rounded once, and the rest is expensed', () => {
    // Site 1: (100 + h) / 14 a piece, 5 of them leave; site 2: (20 + i) / 10 a piece, 4 go back.
    // i = 5 (100 + h) / 14, h = 4 (20 + i) / 10  =>  i = 45 gives h = 26, and 5 x 126 / 14 = 45.
    const book = makeBook(CIRCLE);
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual([
      'BACK Settlement +4.00',
      'HOME Transfer -4.00',
      'IN Transfer +5.00',
      'OUT Settlement -5.00',
    ]);
    const next = afterRun(book, outcome);
    expect(adjusted(next, close(next, FEBRUARY))).toEqual([]);
  });

  test('goods that only go round, without a purchase, have no single cost: nothing is passed on, and it is logged', () => {
    const hop = (from: string, to: string, out: string, into: string) => [
      { id: `${from}-out`, qty: -1, date: '2026-01-05', cost: out, type: 'Transfer' as const, ...site(from) },
      {
        id: `${to}-in`,
        qty: 1,
        date: '2026-01-05',
        cost: into,
        type: 'Transfer' as const,
        costSource: `${from}-out`,
        ...site(to),
      },
    ];
    const book = makeBook({
      ...SITES,
      rows: [...hop('1', '2', '-10.00', '11.00'), ...hop('2', '1', '-12.00', '13.00')],
    });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual(['1-out Settlement -3.00', '2-out Settlement +1.00']);
    const entry = outcome.log.find(({ code }) => code === 'CIRCULAR_LIMIT');
    expect(entry?.words.members).toBe('1-out, 2-in, 2-out, 1-in');
  });

  test('a return at the unit cost of its own sale has no single cost either, though thirds do not cancel to the last digit', () => {
    const book = makeBook({
      parameters: { uncoveredQuantity: 'Cost of covered part' },
      rows: [
        { id: 'I', qty: -4, date: '2026-01-01', cost: '0.00' },
        { id: 'S', qty: -6, date: '2026-01-02', cost: '0.00', type: 'Sale' },
        { id: 'R', qty: 6, date: '2026-01-03', cost: '9.13', type: 'Customer return', costSource: 'S' },
      ],
    });
    const outcome = close(book);
    expect(outcome.log.map(({ code }) => code)).toContain('CIRCULAR_LIMIT');
    expect(adjusted(book, outcome).filter((line) => line.startsWith('R '))).toEqual([]);
  });

  test('a ring of two thousand cost keys is solved, and a second close changes nothing', () => {
    const keys = Array.from({ length: 2000 }, (_, key) => key);
    const rows = keys.flatMap((key) => [
      { id: `P${key}`, qty: 1, date: '2026-01-02', cost: `${10 + (key % 7)}.00`, ...site(`${key}`) },
      { id: `O${key}`, qty: -9, date: '2026-01-05', cost: '-90.00', type: 'Transfer' as const, ...site(`${key}`) },
      {
        id: `I${key}`,
        qty: 9,
        date: '2026-01-05',
        cost: '90.00',
        type: 'Transfer' as const,
        costSource: `O${key}`,
        ...site(`${(key + 1) % 2000}`),
      },
    ]);
    const book = makeBook({ items: [{ id: 'A', model: 'Weighted average', financialDimensions: ['Site'] }], rows });
    const outcome = close(book);
    expect(outcome.adjustment).toBe(-outcome.adjustments.expensed.reduce((sum, one) => sum + one, 0) || 0);
    const next = afterRun(book, outcome);
    expect(adjusted(next, close(next, FEBRUARY))).toEqual([]);
  });

  test('a sale that is covered only by its own return has no single cost: its return gets nothing', () => {
    const book = makeBook({
      rows: [
        { id: 'SO', qty: -1, date: '2026-01-03', cost: '-10.00', type: 'Sale' },
        { id: 'RET', qty: 1, date: '2026-01-04', cost: '12.00', type: 'Customer return', costSource: 'SO' },
      ],
    });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual(['SO Settlement -2.00']);
    // The return has now got what the sale costs, so nothing is missing and nothing is logged.
    expect(outcome.log.map(({ code }) => code)).not.toContain('CIRCULAR_LIMIT');
  });
});
