import { HardCase, models, parameters, sites } from '../../support/hard-case';

/** A5, A6: what is paired before the inventory model has a say. */

const MARKED = 'Transaction | Item | Quantity | Financial date | Financial cost | Marked to';

describe('A5: marks of which one side takes no part', () => {
  test('a receipt that is all reserved is not open: one is left, and its issues are settled directly', async () => {
    const book = new HardCase(
      `${MARKED}
       P | A | 2 | 2026-01-02 | 10 |
       Q | A | 2 | 2026-01-03 | 30 |
       S | A | -1 | 2026-01-10 | -9 |
       L | A | -2 | 2026-02-05 | -20 | Q`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual(['S from P: 1 for 5, adjusted 4 (Weighted average)']);
    expect(book.port.records('ClosingTransfers')).toEqual([]);
    await book.close('2026-02-28');
    expect(book.settled(2)).toEqual(['L from Q: 2 for 30, adjusted -10 (Marking)']);
  });

  test('a closing transfer gathers what is not reserved, at its part of the whole value', async () => {
    // P: 3 of 4 for 7.50; Q: 2 for 8.00; the leg is 5 for 15.50, 3.10 each. P keeps 1 for 2.50.
    const book = new HardCase(
      `${MARKED}
       P | A | 4 | 2026-01-02 | 10 |
       Q | A | 2 | 2026-01-03 | 8 |
       S | A | -1 | 2026-01-10 | -3 |
       L | A | -1 | 2026-02-05 | -3 | P`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([
      'IC-0001/1 out from P: 3 for 7.5, adjusted 0 (Weighted average)',
      'IC-0001/1 out from Q: 2 for 8, adjusted 0 (Weighted average)',
      'S from IC-0001/1 in: 1 for 3.1, adjusted -0.1 (Weighted average)',
    ]);
    await book.close('2026-02-28');
    expect(book.settled(2)).toEqual(['L from P: 1 for 2.5, adjusted 0.5 (Marking)']);
  });

  test.each([
    // X was delivered on 3 January and stands before Y, though it takes no part: it reserves 2 of P, 1 is left for Y.
    ['2026-01-03', ['Y from P: 1 for 10, adjusted 1 (Marking)', 'Y from Q: 1 for 9, adjusted 2 (FIFO)']],
    // Without any date by then it stands last.
    ['', ['Y from P: 2 for 20, adjusted 2 (Marking)']],
  ])('they are walked in the order of the issues: one that was delivered on "%s"', async (delivered, january) => {
    const book = new HardCase(
      `${MARKED} | Physical date
       P | A | 3 | 2026-01-02 | 30 | |
       Q | A | 2 | 2026-01-25 | 18 | |
       Y | A | -2 | 2026-01-20 | -22 | P |
       X | A | -2 | 2026-02-10 | -20 | P | ${delivered}`,
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual(january);
  });

  test('what is reserved of an issue is never revalued, and is logged by itself', async () => {
    // 1 of 4 is covered, for 13.00, 2 wait for L, 1 is uncovered: revalued from 10.00 to 13.00.
    // In February L brings 2 for 22.00. The covered part is now 3 for 35.00, so the last one costs 11.67.
    const book = new HardCase(
      `${MARKED}
       P | A | 1 | 2026-01-02 | 13 |
       S | A | -4 | 2026-01-10 | -40 |
       L | A | 2 | 2026-02-05 | 22 | S`,
      parameters('Uncovered quantity | Cost of covered part'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted()).toEqual(['S -3 Settlement from P', 'S -3 Uncovered quantity']);
    expect(book.logged().sort()).toEqual(['MARKED_LATER S -2', 'NOT_SETTLED S -1']);
    await book.close('2026-02-28');
    expect(book.adjusted(2)).toEqual([
      'back: S 3 Uncovered quantity',
      'S -1.67 Uncovered quantity',
      'S -2 Settlement from L',
    ]);
  });

  test('a slip that does not count reserves like a row of next month', async () => {
    const book = new HardCase(
      `${MARKED} | Physical date
       Q | A | 1 | 2026-01-03 | 5 | |
       P | A | 1 | | | | 2026-01-02
       S | A | -1 | 2026-01-10 | -9 | P |`,
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([]);
    expect(book.logged()).toEqual(['MARKED_LATER S -1']);
  });
});

test('A9: a marked pair with a slip adjusts, and settles when the invoice is there', async () => {
  const book = new HardCase(
    `${MARKED} | Physical date | Physical cost
     Q | A | 1 | 2026-01-02 | 5 | | |
     P | A | 1 | 2026-02-03 | 13 | | 2026-01-05 | 12
     S | A | -1 | 2026-01-10 | -10 | P | |`,
    models('A = FIFO, Yes'),
  );
  await book.close('2026-01-31');
  expect([book.settled(), book.adjusted()]).toEqual([[], ['S -2 Physical value from P']]);
  await book.close('2026-02-28');
  expect(book.settled(2)).toEqual(['S from P: 1 for 13, adjusted -3 (Marking)']);
  expect(book.adjusted(2)).toEqual(['back: S 2 Physical value from P', 'S -3 Settlement from P']);
});

describe('A6: transfers inside a cost key', () => {
  const MOVED = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Cost source';

  test('one that left in January and came in February: each follows the model, and no cost flows between them', async () => {
    const book = new HardCase(
      `${MOVED}
       P | A | 5 | 2026-01-01 | 60 | Purchase |
       X | A | -5 | 2026-01-31 | -50 | Transfer |
       Y | A | 5 | 2026-02-01 | 50 | Transfer | X
       S | A | -5 | 2026-02-10 | -55 | Sale |`,
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual(['X from P: 5 for 60, adjusted -10 (FIFO)']);
    await book.close('2026-02-28');
    expect(book.settled(2)).toEqual(['S from Y: 5 for 50, adjusted 5 (FIFO)']);
    expect(book.adjusted(2)).toEqual(['S 5 Settlement from Y']);
  });

  test('one that came in two parts: the first is paired in January, the rest of the issue follows the model', async () => {
    const book = new HardCase(
      `${MOVED}
       P | A | 5 | 2026-01-01 | 60 | Purchase |
       X | A | -5 | 2026-01-20 | -50 | Transfer |
       Y1 | A | 3 | 2026-01-21 | 33 | Transfer | X
       Y2 | A | 2 | 2026-02-03 | 20 | Transfer | X`,
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([
      'X from Y1: 3 for 33, adjusted -3 (Transfer)',
      'X from P: 2 for 24, adjusted -4 (FIFO)',
    ]);
  });

  test('a receipt of the same cost key does not count among those that share the change of the issue', async () => {
    // X pairs 1 with Y and 1 with P for 10.05. Half of 0.05 is 0.03; were Y counted, Z would get the rest of it, 0.02.
    const book = new HardCase(
      `${MOVED} | Site
       P | A | 2 | 2026-01-01 | 20.10 | Purchase | | 1
       X | A | -2 | 2026-01-05 | -20 | Transfer | | 1
       Y | A | 1 | 2026-01-06 | 10 | Transfer | X | 1
       Z | A | 1 | 2026-01-07 | 10 | Transfer | X | 2`,
      sites('A'),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([
      'X from Y: 1 for 10, adjusted 0 (Transfer)',
      'X from P: 1 for 10.05, adjusted -0.05 (FIFO)',
    ]);
    expect(book.adjusted()).toEqual(['X -0.05 Settlement from P', 'Z 0.03 Transfer from X']);
  });
});
