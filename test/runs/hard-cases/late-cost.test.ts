import { HardCase, models, parameters, sites } from '../../support/hard-case';

/** A12, A13, A15: late cost, what is too small to be passed on, and what goes to the variance account. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost';
const MOVED = `${HEADER} | Type | Cost source | Site`;

describe('A12', () => {
  test.each([
    // Two of three pieces are settled: 0.0667 = 0.07 of 0.10. Of that X, first settled, gets half, 0.035 = 0.04, Y the rest.
    ['dearer', 30.1, 1],
    ['cheaper', 29.9, -1],
  ])('a receipt becomes %s: settled part by quantity, over the runs in their order', async (_, value, sign) => {
    const book = new HardCase(
      `${HEADER}
       P | A | 3 | 2026-01-01 | 30
       X | A | -1 | 2026-01-05 | -10
       Y | A | -1 | 2026-02-05 | -10
       Z | A | -1 | 2026-03-10 | -10`,
    );
    await book.close('2026-01-31');
    await book.close('2026-02-28');
    await book.revalue('2026-03-05', { transaction: 'P', value });
    await book.close('2026-03-31');
    // The open piece keeps 0.03 of the change.
    expect(book.settled(4)).toEqual([
      `X from P: 0 for ${sign * 0.04}, adjusted ${-sign * 0.04} (FIFO)`,
      `Y from P: 0 for ${sign * 0.03}, adjusted ${-sign * 0.03} (FIFO)`,
      `Z from P: 1 for ${10 + sign * 0.03}, adjusted ${-sign * 0.03} (FIFO)`,
    ]);
  });

  test('through a closing transfer: from leg to leg in full, then settled part and open part', async () => {
    // P is settled in full: 0.10 reaches the leg of 4. A quarter of it, 0.025 = 0.03, is S's; T has a third of 22.50 + 0.07.
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 14
       Q | A | 2 | 2026-01-02 | 16
       S | A | -1 | 2026-01-05 | -7.50
       T | A | -1 | 2026-02-10 | -7.50`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    await book.revalue('2026-02-03', { transaction: 'P', value: 14.1 });
    await book.close('2026-02-28');
    expect(book.settled(3)).toEqual([
      'IC-0001/1 out from P: 0 for 0.1, adjusted -0.1 (Weighted average)',
      'S from IC-0001/1 in: 0 for 0.03, adjusted -0.03 (Weighted average)',
      'T from IC-0001/1 in: 1 for 7.52, adjusted -0.02 (Weighted average)',
    ]);
    expect(book.value(3)).toEqual(['A: 2 for 15.05']);
  });

  test('in one run through a move to the sale behind it', async () => {
    const book = new HardCase(
      `${MOVED}
       P | A | 1 | 2026-01-01 | 10 | Purchase | | 1
       X | A | -1 | 2026-01-05 | -10 | Transfer | | 1
       Y | A | 1 | 2026-01-06 | 10 | Transfer | X | 2
       S | A | -1 | 2026-01-07 | -10 | Sale | | 2`,
      sites('A'),
    );
    await book.close('2026-01-31');
    expect(book.adjusted(1)).toEqual([]);
    await book.revalue('2026-02-03', { transaction: 'P', value: 12 });
    await book.close('2026-02-28');
    expect(book.adjusted(3)).toEqual(['S -2 Late cost from Y', 'X -2 Late cost from P', 'Y 2 Transfer from X']);
    expect(book.balances()).toEqual(['Cost of goods sold 2', 'Inventory adjustment -2']);
  });

  test('a settlement that was reversed has no part in it', async () => {
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 20
       X | A | -1 | 2026-01-05 | -10
       Y | A | -1 | 2026-02-05 | -10`,
    );
    await book.close('2026-01-31');
    await book.close('2026-02-28');
    await book.reverse();
    await book.revalue('2026-02-03', { transaction: 'P', value: 20.05 });
    await book.close('2026-02-28');
    // Half of 0.05 is settled with X: 0.025 = 0.03. Y takes what is left, 10.02.
    expect(book.settled(5)).toEqual([
      'X from P: 0 for 0.03, adjusted -0.03 (FIFO)',
      'Y from P: 1 for 10.02, adjusted -0.02 (FIFO)',
    ]);
  });

  test('an adjustment of stock belongs to what is open only', async () => {
    const book = new HardCase(
      `${HEADER}
       P | A | 3 | 2026-01-01 | 30
       X | A | -2 | 2026-01-05 | -20
       Y | A | -1 | 2026-02-05 | -10`,
    );
    await book.close('2026-01-31');
    await book.onHand({ selection: { items: ['A'] }, fill: { method: 'Amount', amount: 1 } });
    expect(book.adjusted(2)).toEqual(['P 1 On-hand']);
    await book.close('2026-02-28');
    expect(book.settled(3)).toEqual(['Y from P: 1 for 11, adjusted -1 (FIFO)']);
  });
});

test('A13: what is below the minimum is expensed in its run, never brought again, and does not add up over the runs', async () => {
  const book = new HardCase(
    `${MOVED}
     P | A | 1 | 2026-01-01 | 10.02 | Purchase | | 1
     X | A | -1 | 2026-01-05 | -10 | Transfer | | 1
     Y | A | 1 | 2026-01-06 | 10 | Transfer | X | 2`,
    sites('A'),
    parameters('Minimum throughput adjustment | 0.05'),
  );
  await book.close('2026-01-31');
  expect(book.adjusted(1)).toEqual(['X -0.02 Settlement from P', 'Y 0 Expensed from X, expensed 0.02']);
  // X: debit its offset account, credit Inventory. What is expensed: credit that account, debit Inventory rounding.
  expect(book.voucher(1)).toEqual(['Inventory -0.02', 'Inventory rounding 0.02']);
  await book.revalue('2026-02-03', { transaction: 'P', value: 10.06 });
  await book.close('2026-02-28');
  expect(book.adjusted(3)).toEqual(['X -0.04 Late cost from P', 'Y 0 Expensed from X, expensed 0.04']);
  // 0.05 is not smaller than the minimum.
  await book.revalue('2026-03-03', { transaction: 'P', value: 10.11 });
  await book.close('2026-03-31');
  expect(book.adjusted(5)).toEqual(['X -0.05 Late cost from P', 'Y 0.05 Transfer from X']);
  // 10.00 of stock at Y were worth 0.05 more in the end; P was raised by 0.09 by hand.
  expect(book.balances()).toEqual(['Inventory 0.03', 'Inventory adjustment -0.09', 'Inventory rounding 0.06']);
});

test('A15: a product at standard cost: the change goes from its offset account to the variance account, once', async () => {
  const book = new HardCase(
    `${HEADER} | Type | Reference
     P | RAW | 1 | 2026-01-01 | 12 | Purchase |
     M | RAW | -1 | 2026-01-02 | -9 | Production line | W1
     F | STD | 1 | 2026-01-03 | 9 | Production | W1
     S | STD | -1 | 2026-01-04 | -7 | Sale |`,
    models('RAW = FIFO', 'STD = Standard cost'),
  );
  await book.recalculate('2026-01-31');
  await book.close('2026-01-31');
  expect(book.adjusted(2).filter((line) => !line.startsWith('back'))).toEqual([
    'F 0 Variance from W1, expensed 3',
    'M -3 Settlement from P',
  ]);
  expect(book.balances()).toEqual(['Inventory -3', 'Inventory variance 3']);
  expect(book.settled(2)).toEqual(['M from P: 1 for 12, adjusted -3 (FIFO)']);
  await book.close('2026-02-28');
  expect(book.adjusted(3)).toEqual([]);
});
