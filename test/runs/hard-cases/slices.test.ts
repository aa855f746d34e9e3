import { recalculate } from '../../../src/runs/recalculate';
import { HardCase, models, parameters } from '../../support/hard-case';
import { day, ENV } from '../../support/workbooks';

/** A4: slices; and how they go together with A1, A3, A5, A8 to A11, A13 and A17. Each figure is worked out beside it. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost';
const JANUARY = '2026-01-31';
const FEBRUARY = '2026-02-28';

const rows = (headers: string, ...lines: string[]): string => [`${HEADER}${headers}`, ...lines].join('\n');

/** A book closed on these days. */
async function closed(book: HardCase, ...days: string[]): Promise<HardCase> {
  for (const upTo of days) await book.close(upTo);
  return book;
}

describe('A4: a slice takes its part of what those before it left, and the last one all', () => {
  test('10.00 over three times 1 of 3', async () => {
    // 10.00 x 1/3 = 3.33; 6.67 x 1/2 = 3.335, away from zero 3.34; the rest 3.33. Each issue stands at 3.00.
    const book = new HardCase(
      rows(
        '',
        'P | A | 3 | 2026-01-01 | 10',
        'X | A | -1 | 2026-01-02 | -3',
        'Y | A | -1 | 2026-01-03 | -3',
        'Z | A | -1 | 2026-01-04 | -3',
      ),
    );
    expect((await closed(book, JANUARY)).settled()).toEqual([
      'X from P: 1 for 3.33, adjusted -0.33 (FIFO)',
      'Y from P: 1 for 3.34, adjusted -0.34 (FIFO)',
      'Z from P: 1 for 3.33, adjusted -0.33 (FIFO)',
    ]);
  });

  test('a receipt with a negative cost: halves are rounded away from zero there too', async () => {
    // -0.01 x 1/2 = -0.005, away from zero -0.01; nothing is left for the second. The issues stand at 0.
    const book = new HardCase(
      rows('', 'P | A | 2 | 2026-01-01 | -0.01', 'X | A | -1 | 2026-01-02 | 0', 'Y | A | -1 | 2026-01-03 | 0'),
    );
    expect((await closed(book, JANUARY)).settled()).toEqual([
      'X from P: 1 for -0.01, adjusted 0.01 (FIFO)',
      'Y from P: 1 for 0, adjusted 0 (FIFO)',
    ]);
  });

  test('the own share of an issue is rounded in the same way: no cent of it stays where no quantity does', async () => {
    // S stands at 10.00 for 3. Own shares: 3.33, then 6.67 / 2 = 3.34, then 3.33.
    const book = new HardCase(
      rows(
        '',
        'P | A | 1 | 2026-01-01 | 4',
        'Q | A | 1 | 2026-01-02 | 4',
        'R | A | 1 | 2026-01-03 | 4',
        'S | A | -3 | 2026-01-04 | -10',
      ),
    );
    expect((await closed(book, JANUARY)).settled()).toEqual([
      'S from P: 1 for 4, adjusted -0.67 (FIFO)',
      'S from Q: 1 for 4, adjusted -0.66 (FIFO)',
      'S from R: 1 for 4, adjusted -0.67 (FIFO)',
    ]);
  });

  test('fifteen digits: 9,999,999,999,999.99 for 3 pieces, and 0.00000001 of a piece', async () => {
    // A third is 3,333,333,333,333.33; two thirds of it are left, half of that is 3,333,333,333,333.33, and so is the rest.
    const big = new HardCase(
      rows(
        '',
        'P | A | 3 | 2026-01-01 | 9999999999999.99',
        'X | A | -1 | 2026-01-02 | 0',
        'Y | A | -2 | 2026-01-03 | 0',
      ),
    );
    expect((await closed(big, JANUARY)).settled()).toEqual([
      'X from P: 1 for 3333333333333.33, adjusted -3333333333333.33 (FIFO)',
      'Y from P: 2 for 6666666666666.66, adjusted -6666666666666.66 (FIFO)',
    ]);
    // 5.00 x 0.00000001 / 0.00000003 = 1.666…, rounded 1.67; 3.33 are left.
    const small = new HardCase(
      rows(
        '',
        'P | A | 0.00000003 | 2026-01-01 | 5',
        'X | A | -0.00000001 | 2026-01-02 | -1',
        'Y | A | -0.00000002 | 2026-01-03 | -1',
      ),
      parameters('Quantity decimals | 8'),
    );
    expect((await closed(small, JANUARY)).settled()).toEqual([
      'X from P: 1e-8 for 1.67, adjusted -0.67 (FIFO)',
      'Y from P: 2e-8 for 3.33, adjusted -2.33 (FIFO)',
    ]);
  });
});

test('A3: on one day Sequence goes before the row, and blank is 0', async () => {
  // Receipts by Sequence: R (-1), P (blank), Q (2). S takes R for 3 and P for 1.
  const book = new HardCase(
    rows(
      ' | Sequence',
      'Q | A | 1 | 2026-01-01 | 2 | 2',
      'P | A | 1 | 2026-01-01 | 1 |',
      'R | A | 1 | 2026-01-01 | 3 | -1',
      'S | A | -2 | 2026-01-01 | -4 | 9',
    ),
  );
  expect((await closed(book, JANUARY)).settled()).toEqual([
    'S from R: 1 for 3, adjusted -1 (FIFO)',
    'S from P: 1 for 1, adjusted 1 (FIFO)',
  ]);
});

test('A5: quantity that is reserved for a later counterpart stays in the fraction, and nobody else gets it', async () => {
  // P: 4 for 10.00, 1 of them for L of February. S would have 4, and gets 3: 10.00 x 3/4 = 7.50 against 4 x 2.00 x 3/4 = 6.00.
  const book = new HardCase(
    rows(
      ' | Marked to',
      'P | A | 4 | 2026-01-01 | 10 |',
      'S | A | -4 | 2026-01-05 | -8 |',
      'L | A | -1 | 2026-02-05 | -2 | P',
    ),
  );
  await closed(book, JANUARY);
  expect(book.settled()).toEqual(['S from P: 3 for 7.5, adjusted -1.5 (FIFO)']);
  // In February L takes its own for what is left, 2.50; the rest of S finds nothing.
  await closed(book, FEBRUARY);
  expect(book.settled(2)).toEqual(['L from P: 1 for 2.5, adjusted -0.5 (Marking)']);
});

test('A8: what the transfer of an average gathers, it gives back to the cent', async () => {
  // 3 for 10.00 and 4 for 10.00 are 7 for 20.00. X has 20.00/7 = 2.857 = 2.86; Y 17.14/6 = 2.8567 = 2.86; 5 for 14.28 are left.
  const book = new HardCase(
    rows(
      '',
      'P | A | 3 | 2026-01-01 | 10',
      'Q | A | 4 | 2026-01-02 | 10',
      'X | A | -1 | 2026-01-03 | -3',
      'Y | A | -1 | 2026-01-04 | -3',
    ),
    models('A = Weighted average'),
  );
  await closed(book, JANUARY);
  expect(book.settled().slice(2)).toEqual([
    'X from IC-0001/1 in: 1 for 2.86, adjusted 0.14 (Weighted average)',
    'Y from IC-0001/1 in: 1 for 2.86, adjusted 0.14 (Weighted average)',
  ]);
  expect(book.port.records('InventoryValue')[0]).toMatchObject({ 'Closing quantity': 5, 'Closing value': 14.28 });
});

test('A1, A10: the rest of a partly covered issue is valued like the rest until it is covered, and again by nobody', async () => {
  // 2 of 3 are covered at 10.00; the third goes from 4.00 to 10.00 for the time being. In February it costs 7.00.
  const book = new HardCase(
    rows('', 'P | A | 2 | 2026-01-01 | 20', 'S | A | -3 | 2026-01-05 | -12', 'Q | A | 1 | 2026-02-05 | 7'),
    parameters('Uncovered quantity | Cost of covered part'),
  );
  await closed(book, JANUARY);
  expect(book.adjusted()).toEqual(['S -12 Settlement from P', 'S -6 Uncovered quantity']);
  await closed(book, FEBRUARY);
  expect(book.adjusted(2)).toEqual(['back: S 6 Uncovered quantity', 'S -3 Settlement from Q']);
});

test('A9: a slip that was adjusted with goes back to its estimate when its invoice is dated after the next receipt', async () => {
  // January: S takes 1 of the slip C for 9.00. C is invoiced in March, so that February finds B, for 11.00.
  const book = new HardCase(
    rows(
      ' | Physical date | Physical cost',
      'C | A | 1 | 2026-03-02 | 8 | 2026-01-02 | 9',
      'S | A | -1 | 2026-01-05 | -5 | |',
      'B | A | 1 | 2026-02-03 | 11 | |',
    ),
    models('A = FIFO, Yes'),
  );
  await closed(book, JANUARY);
  expect(book.adjusted()).toEqual(['S -4 Physical value from C']);
  // In February C is still first in the queue, as a slip: nothing changes.
  await closed(book, FEBRUARY);
  expect(book.adjusted(2)).toEqual([]);
  // In March C stands at its Financial date, behind B: S takes B for good, and the estimate goes.
  await closed(book, '2026-03-31');
  expect(book.adjusted(3)).toEqual(['back: S 4 Physical value from C', 'S -6 Settlement from B']);
});

test('A11, A13: an order with two receipts: each part by itself, the last takes the rest, and what is too small is expensed', async () => {
  // M becomes dearer by 0.05. By Financial cost 10 : 20 F would get 0.0167 = 0.02 and G, the last, the rest 0.03.
  const book = (minimum: string) =>
    new HardCase(
      rows(
        ' | Type | Reference',
        'P | A | 1 | 2026-01-01 | 30.05 | Purchase |',
        'M | A | -1 | 2026-01-02 | -30 | Production line | W1',
        'F | B | 1 | 2026-01-03 | 10 | Production | W1',
        'G | B | 1 | 2026-01-04 | 20 | Production | W1',
      ),
      parameters(`Minimum throughput adjustment | ${minimum}`),
    );
  expect((await closed(book('0.02'), JANUARY)).adjusted()).toEqual([
    'F 0.02 Production from W1',
    'G 0.03 Production from W1',
    'M -0.05 Settlement from P',
  ]);
  expect((await closed(book('0.03'), JANUARY)).adjusted()).toEqual([
    'F 0 Expensed from W1, expensed 0.02',
    'G 0.03 Production from W1',
    'M -0.05 Settlement from P',
  ]);
});

test('A11: a return into an open period of a sale of a closed one follows the sale, and its later change', async () => {
  // S cost 10.00 a piece after January. R: 2 of its 4 come back at 30.00: -10.00.
  const book = new HardCase(
    rows(
      ' | Type | Cost source',
      'P | A | 4 | 2026-01-01 | 40 | Purchase |',
      'S | A | -4 | 2026-01-05 | -50 | Sale |',
      'R | A | 2 | 2026-02-10 | 30 | Customer return | S',
    ),
  );
  await closed(book, JANUARY, FEBRUARY);
  expect(book.adjusted()).toEqual(['S 10 Settlement from P']);
  expect(book.adjusted(2)).toEqual(['R -10 Return from S']);
});

test('A17: a recalculation up to the day of the last close finds nothing new', async () => {
  const book = await closed(
    new HardCase(
      rows('', 'P | A | 3 | 2026-01-01 | 10', 'S | A | -4 | 2026-01-02 | -9'),
      parameters('Uncovered quantity | Cost of covered part'),
    ),
    JANUARY,
  );
  expect(await recalculate(book.port, { upTo: day(JANUARY) }, ENV)).toMatchObject({
    ok: true,
    rows: { Adjustments: 0, Ledger: 0 },
  });
});
