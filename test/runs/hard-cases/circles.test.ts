import { HardCase, parameters, sites } from '../../support/hard-case';

/** A14: costs that depend on each other. XA leaves site A and comes to B as YB; XB leaves B and comes back to A as YA. */

const MOVED = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Cost source | Site';
const ORDER = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Reference';

test('there and back with a whole solution: nothing is rounded, and the minimum does not apply inside', async () => {
  // With y for YA: XA costs 60 + y, YB as much, XB half of that, and that is y. So y = 60.
  const book = new HardCase(
    `${MOVED}
     P | A | 5 | 2026-01-01 | 60 | Purchase | | A
     YA | A | 5 | 2026-01-03 | 50 | Transfer | XB | A
     XA | A | -10 | 2026-01-04 | -100 | Transfer | | A
     YB | A | 10 | 2026-01-05 | 100 | Transfer | XA | B
     XB | A | -5 | 2026-01-06 | -50 | Transfer | | B`,
    sites('A'),
    parameters('Minimum throughput adjustment | 500'),
  );
  await book.close('2026-01-31');
  expect(book.settled()).toEqual([
    'XA from P: 5 for 60, adjusted -10 (FIFO)',
    'XA from YA: 5 for 60, adjusted -10 (FIFO)',
    'XB from YB: 5 for 60, adjusted -10 (FIFO)',
  ]);
  expect(book.adjusted()).toEqual([
    'XA -10 Settlement from P',
    'XA -10 Settlement from YA',
    'XB -10 Settlement from YB',
    'YA 10 Transfer from XB',
    'YB 20 Transfer from XA',
  ]);
  expect(book.logged()).toEqual([]);
  await book.close('2026-02-28');
  expect(book.adjusted(2)).toEqual([]);
});

describe('what rounding leaves on each receipt of the circle is expensed, with its sign, and counts as got', () => {
  // d is the change of XA, p = 0.01 that of P: d = p + YA; YB1 = YB2 = d / 2; XB takes YB1 and a fifth of YB2, or 6 of a leg
  // of 10, so YA = 0.6 d. Then d = 0.025, YA = 0.015, rounded 0.02, YB1 = YB2 = 0.0125, rounded 0.01.
  // Valued with these: XA changes by 0.01 + 0.02 = 0.03, YB1 should get 0.015 = 0.02, YB2 the rest 0.01; XB costs
  // 60.012 = 60.01, so YA should get 0.01. Left are 0.01 on YB1 and -0.01 on YA.
  const book = (cost: string, model: string) =>
    new HardCase(
      `${MOVED}
       P | A | 4 | 2026-01-01 | ${cost} | Purchase | | A
       YA | A | 6 | 2026-01-03 | 60 | Transfer | XB | A
       XA | A | -10 | 2026-01-04 | -100 | Transfer | | A
       YB1 | A | 5 | 2026-01-05 | 50 | Transfer | XA | B
       YB2 | A | 5 | 2026-01-06 | 50 | Transfer | XA | B
       XB | A | -6 | 2026-01-07 | -60 | Transfer | | B`,
      sites('A'),
      parameters(`Default inventory model | ${model}`),
    ).close('2026-01-31');
  const RECEIPTS = [
    'YA 0 Expensed from XB, expensed -0.01',
    'YA 0.02 Transfer from XB',
    'YB1 0 Expensed from XA, expensed 0.01',
    'YB1 0.01 Transfer from XA',
    'YB2 0.01 Transfer from XA',
  ];

  test('FIFO', async () => {
    const circle = await book('40.01', 'FIFO');
    expect(circle.adjusted()).toEqual([
      'XA -0.01 Settlement from P',
      'XA -0.02 Settlement from YA',
      'XB -0.01 Settlement from YB1',
      ...RECEIPTS,
    ]);
    const [entry] = circle.rows('CloseLog', 1).filter(({ Code }) => Code === 'CIRCULAR_ROUNDED');
    expect([entry['Amount'], entry['Message']]).toEqual([
      0,
      expect.stringMatching(/on 2 of its receipts .* 0\.00 in all/),
    ]);
    await circle.close('2026-02-28');
    expect(circle.adjusted(2)).toEqual([]);
  });

  test('the same with a cheaper receipt: halves go away from zero there too', async () => {
    const circle = await book('39.99', 'FIFO');
    const turned = (line: string): string =>
      line.replace(/-?0\.0\d/g, (amount) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`));
    expect(circle.adjusted()).toEqual([
      'XA 0.01 Settlement from P',
      'XA 0.02 Settlement from YA',
      'XB 0.01 Settlement from YB1',
      ...[0, 1, 2, 3, 4].map((at) => turned(RECEIPTS[at])).sort(),
    ]);
  });

  test('through closing transfers, whose legs stay equal', async () => {
    const circle = await book('40.01', 'Weighted average');
    const [[, , outA], [, , inA], [, , outB], [, , inB]] = circle.port
      .records('ClosingTransfers')
      .map((row) => [row['Site'], row['Quantity'], row['Financial cost']]);
    expect([outA, inA, outB, inB]).toEqual([-100.03, 100.03, -100.02, 100.02]);
    expect(circle.adjusted().filter((line) => line.startsWith('Y'))).toEqual(RECEIPTS);
    expect([circle.cost('XA'), circle.cost('XB')]).toEqual([-100.03, -60.01]);
  });
});

test('a sale that is paired with its own return: half of its cost is its own', async () => {
  // R = (8 + R) / 2, so R = 8.
  const book = new HardCase(
    `${MOVED}
     P | A | 1 | 2026-01-01 | 8 | Purchase | |
     S | A | -2 | 2026-01-03 | -10 | Sale | |
     R | A | 1 | 2026-01-05 | 5 | Customer return | S |`,
  );
  await book.close('2026-01-31');
  expect(book.adjusted()).toEqual(['R 3 Return from S', 'S -3 Settlement from P', 'S -3 Settlement from R']);
});

test('a sale that is paired with nothing but its own return costs what that was posted at: it gets what it has got', async () => {
  const book = new HardCase(
    `${MOVED}
     S | A | -1 | 2026-01-03 | -6 | Sale | |
     R | A | 1 | 2026-01-05 | 5 | Customer return | S |`,
  );
  await book.close('2026-01-31');
  expect(book.adjusted()).toEqual(['S 1 Settlement from R']);
  expect(book.logged()).toEqual([]);
});

describe('a circle that nothing outside enters', () => {
  const book = () =>
    new HardCase(
      `${MOVED}
       YA | A | 5 | 2026-01-03 | 50 | Transfer | XB | A
       XA | A | -5 | 2026-01-04 | -55 | Transfer | | A
       YB | A | 5 | 2026-01-05 | 50 | Transfer | XA | B
       XB | A | -5 | 2026-01-06 | -50 | Transfer | | B`,
      sites('A'),
    );

  test('has no solution where it does not fit: its receipts get nothing, the pairs stand, and it is logged each time', async () => {
    const circle = await book().close('2026-01-31');
    expect(circle.adjusted()).toEqual(['XA 5 Settlement from YA']);
    expect(circle.logged().map((line) => line.split(' ')[0])).toEqual(['CIRCULAR_LIMIT']);
    const [{ Message }] = circle.rows('CloseLog', 1).filter(({ Code }) => Code === 'CIRCULAR_LIMIT');
    expect(Message).toMatch(/YA.*YB/);
    await circle.close('2026-02-28');
    expect(circle.adjusted(2)).toEqual([]);
    expect(circle.logged(2).map((line) => line.split(' ')[0])).toEqual(['CIRCULAR_LIMIT']);
  });

  test('is at rest once it fits: YA is made 55.00 by hand, XA follows as late cost, and nobody gets more', async () => {
    const circle = await book().close('2026-01-31');
    await circle.revalue('2026-02-03', { transaction: 'YA', value: 55 });
    await circle.close('2026-02-28');
    expect(circle.adjusted(3)).toEqual(['XA -5 Late cost from YA']);
    expect(circle.logged(3)).toEqual([]);
  });
});

describe('a product that goes into itself, all of it', () => {
  const made = (own: string) =>
    new HardCase(
      `${ORDER}
       P | RAW | 1 | 2026-01-01 | 8 | Purchase |
       K | RAW | -1 | 2026-01-02 | -5 | Production line | W1
       F | FIN | 1 | 2026-01-03 | 20 | Production | W1
       N | FIN | -1 | 2026-01-04 | ${own} | Production line | W1`,
    ).close('2026-01-31');

  test('posted at 23.00 it fits: K is 3.00 dearer, N 3.00 cheaper, F gets nothing', async () => {
    const book = await made('-23');
    expect(book.adjusted()).toEqual(['K -3 Settlement from P', 'N 3 Settlement from F']);
    expect(book.logged()).toEqual([]);
  });

  test('posted at 25.00 there is no solution: F gets nothing from outside either, and nothing is expensed', async () => {
    const book = await made('-25');
    expect(book.adjusted()).toEqual(['K -3 Settlement from P', 'N 5 Settlement from F']);
    expect(book.logged().map((line) => line.split(' ')[0])).toEqual(['CIRCULAR_LIMIT']);
  });
});

test('what a circle without a solution did not get is not got: when its issue is left, a later run brings it', async () => {
  // January: N has no other receipt than F, and no solution. The close is reversed, Q comes before F, and N takes Q for 25.00.
  const book = new HardCase(
    `${ORDER}
     P | RAW | 1 | 2026-01-01 | 8 | Purchase |
     K | RAW | -1 | 2026-01-02 | -5 | Production line | W1
     Q | FIN | 1 | 2026-02-03 | 25 | Purchase |
     F | FIN | 1 | 2026-01-03 | 20 | Production | W1
     N | FIN | -1 | 2026-01-04 | -25 | Production line | W1`,
  );
  await book.recalculate('2026-01-31');
  expect(book.adjusted(1)).toEqual(['K -3 Settlement from P', 'N 5 Settlement from F']);
  book.change('Q', { 'Financial date': '2026-01-02' });
  await book.close('2026-01-31');
  expect(book.adjusted(2).filter((line) => !line.startsWith('back'))).toEqual([
    'F 3 Production from W1',
    'K -3 Settlement from P',
  ]);
});
