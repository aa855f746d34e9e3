import { afterRun, type BookRows, makeBook } from '../../support/book';
import { adjusted, close, FEBRUARY, JANUARY, site, SITES } from '../../support/flow-books';

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
