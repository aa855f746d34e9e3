import { HardCase, models, sites } from '../../support/hard-case';

/** A11: what receipts take from issues, to the cent and in the right run. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Cost source | Site';
const ORDER = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Reference';

describe('transfers', () => {
  test('three parts over three months, and a recalculation in between: each third in its month, the last takes the rest', async () => {
    // X is 1.00 dearer: 0.33, 0.33 and, for the last by date, 0.34. What a recalculation brought does not count as got.
    const book = new HardCase(
      `${HEADER}
       P | A | 3 | 2026-01-01 | 31 | Purchase | | 1
       X | A | -3 | 2026-01-05 | -30 | Transfer | | 1
       Y1 | A | 1 | 2026-01-10 | 10 | Transfer | X | 2
       Y3 | A | 1 | 2026-03-10 | 10 | Transfer | X | 2
       Y2 | A | 1 | 2026-02-10 | 10 | Transfer | X | 2`,
      sites('A'),
    );
    await book.recalculate('2026-01-31');
    expect(book.adjusted(1)).toEqual(['X -1 Settlement from P', 'Y1 0.33 Transfer from X']);
    await book.close('2026-01-31');
    expect(book.balances()).toEqual(['Cost of goods sold 0.67', 'Inventory -0.67']);
    await book.recalculate('2026-02-28');
    expect(book.adjusted(3)).toEqual(['Y2 0.33 Transfer from X']);
    await book.close('2026-03-31');
    expect(book.adjusted(4)).toEqual([
      'back: Y2 -0.33 Transfer from X',
      'Y2 0.33 Transfer from X',
      'Y3 0.34 Transfer from X',
    ]);
    expect(book.balances()).toEqual([]);
  });

  test('a receipt without any date counts, and stands last', async () => {
    // Half of 0.05 is 0.03. Were Y2, the row above, not last, Y1 would get the rest, 0.02.
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 10.05 | Purchase | | 1
       X | A | -2 | 2026-01-05 | -10 | Transfer | | 1
       Y2 | A | 1 | | | Transfer | X | 2
       Y1 | A | 1 | 2026-01-06 | 5 | Transfer | X | 2`,
      sites('A'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['X -0.05 Settlement from P', 'Y1 0.03 Transfer from X']);
    book.change('Y2', { 'Financial date': '2026-02-05', 'Financial cost': '5' });
    await book.close('2026-02-28');
    expect(book.adjusted(2)).toEqual(['Y2 0.02 Transfer from X']);
  });
});

describe('returns', () => {
  test('three single pieces of a sale of 3 for 10.00: the last, a month later, takes the rest', async () => {
    const book = new HardCase(
      `${HEADER}
       P | A | 3 | 2026-01-01 | 10 | Purchase | |
       S | A | -3 | 2026-01-05 | -12 | Sale | |
       R1 | A | 1 | 2026-01-10 | 4 | Customer return | S |
       R2 | A | 1 | 2026-01-11 | 4 | Customer return | S |
       R3 | A | 1 | 2026-02-05 | 4 | Customer return | S |`,
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['R1 -0.67 Return from S', 'R2 -0.67 Return from S', 'S 2 Settlement from P']);
    await book.close('2026-02-28');
    expect(book.adjusted(2)).toEqual(['R3 -0.66 Return from S']);
  });

  test.each([
    // X: 10.01, posted at 9.00. Half of the change is 0.51 rounded, half of the cost 5.01; the last has 0.50 or 5.00.
    ['return last', '2026-01-10', '2026-01-11', ['R 1 Return from X', 'T 0.51 Transfer from X']],
    ['transfer last', '2026-01-11', '2026-01-10', ['R 1.01 Return from X', 'T 0.5 Transfer from X']],
  ])('a transfer and a return of one issue stand in one row: the %s', async (_, moved, returned, expected) => {
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 10.01 | Purchase | | 1
       X | A | -2 | 2026-01-05 | -9 | Sale | | 1
       T | A | 1 | ${moved} | 4.50 | Transfer | X | 2
       R | A | 1 | ${returned} | 4 | Customer return | X | 2`,
      sites('A'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual([...expected, 'X -1.01 Settlement from P']);
  });
});

describe('production', () => {
  const order = (cost: string, ...receipts: string[]) =>
    new HardCase(
      [
        ORDER,
        `P | RAW | 1 | 2026-01-01 | ${cost} | Purchase | PO1`,
        'M | RAW | -1 | 2026-01-02 | -30 | Production line | W1',
        ...receipts,
      ].join('\n'),
    ).close('2026-01-31');

  test('costs that come to zero share by quantity', async () => {
    const book = await order(
      '30.30',
      'F | FIN | 1 | 2026-01-03 | 10 | Production | W1',
      'G | FIN | 2 | 2026-01-04 | -10 | Production | W1',
    );
    expect(book.adjusted()).toEqual([
      'F 0.1 Production from W1',
      'G 0.2 Production from W1',
      'M -0.3 Settlement from P',
    ]);
  });

  test('a negative cost is a negative weight', async () => {
    // 30 and -10 of 20: 0.05 x 1.5 = 0.075, rounded 0.08; the rest is -0.03.
    const book = await order(
      '30.05',
      'F | FIN | 1 | 2026-01-03 | 30 | Production | W1',
      'G | FIN | 1 | 2026-01-04 | -10 | Production | W1',
    );
    expect(book.adjusted()).toEqual([
      'F 0.08 Production from W1',
      'G -0.03 Production from W1',
      'M -0.05 Settlement from P',
    ]);
  });

  test('a receipt of February counts as a weight in January and gets its part in February', async () => {
    const book = await order(
      '30.30',
      'F | FIN | 1 | 2026-01-03 | 10 | Production | W1',
      'G | FIN | 1 | 2026-02-05 | 20 | Production | W1',
    );
    expect(book.adjusted()).toEqual(['F 0.1 Production from W1', 'M -0.3 Settlement from P']);
    await book.close('2026-02-28');
    expect(book.adjusted(2)).toEqual(['G 0.2 Production from W1']);
  });

  test('one that is not ended yet does not count: when it is, the first gives back, and its sale gets that as late cost', async () => {
    const book = new HardCase(
      `${ORDER} | Physical date | Physical cost
       P | RAW | 1 | 2026-01-01 | 30.30 | Purchase | PO1 | |
       M | RAW | -1 | 2026-01-02 | -30 | Production line | W1 | |
       F | FIN | 1 | 2026-01-03 | 10 | Production | W1 | |
       G | FIN | 1 | | | Production | W1 | 2026-01-04 | 20
       S | FIN | -1 | 2026-01-10 | -10 | Sale | | |`,
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual([
      'F 0.3 Production from W1',
      'M -0.3 Settlement from P',
      'S -0.3 Settlement from F',
    ]);
    book.change('G', { 'Financial date': '2026-02-05', 'Financial cost': '20' });
    await book.close('2026-02-28');
    expect(book.settled(2)).toEqual(['S from F: 0 for -0.2, adjusted 0.2 (FIFO)']);
    expect(book.adjusted(2)).toEqual([
      'F -0.2 Production from W1',
      'G 0.2 Production from W1',
      'S 0.2 Late cost from F',
    ]);
  });

  test('what a slip of a component brings in January is taken back when its invoice has another cost', async () => {
    // January: M at 9.00 finds 12.00, F gets 3.00. February: M at 11.00 finds 12.00; F should have 1.00, so it gives 2.00 back.
    const book = new HardCase(
      `${ORDER} | Physical date | Physical cost
       P | RAW | 1 | 2026-01-01 | 12 | Purchase | | |
       M | RAW | -1 | 2026-02-10 | -11 | Production line | W1 | 2026-01-05 | -9
       F | FIN | 1 | 2026-01-06 | 9 | Production | W1 | |`,
      models('RAW = FIFO, Yes', 'FIN = FIFO'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['F 3 Production from W1', 'M -3 Physical value from P']);
    await book.close('2026-02-28');
    expect(book.adjusted(2)).toEqual([
      'back: M 3 Physical value from P',
      'F -2 Production from W1',
      'M -1 Settlement from P',
    ]);
  });

  test('a blank reference joins nothing', async () => {
    const book = new HardCase(
      `${ORDER}
       P | RAW | 1 | 2026-01-01 | 12 | Purchase |
       M | RAW | -1 | 2026-01-02 | -9 | Production line |
       F | FIN | 1 | 2026-01-06 | 9 | Production |`,
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['M -3 Settlement from P']);
  });
});
