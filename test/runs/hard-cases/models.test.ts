import { HardCase, models, parameters } from '../../support/hard-case';
import { day } from '../../support/workbooks';

/** A7 to A10: LIFO, LIFO date, averages, slips in the queue, and what nothing covers. */

const HEADER = 'Transaction | Item | Quantity | Financial date | Financial cost';

describe('A7', () => {
  test.each([
    ['Newest first', ['Y from C: 1 for 3, adjusted 6 (LIFO)', 'X from B: 1 for 2, adjusted 7 (LIFO)']],
    ['Oldest first', ['X from C: 1 for 3, adjusted 6 (LIFO)', 'Y from B: 1 for 2, adjusted 7 (LIFO)']],
  ])('LIFO, %s: the newest receipt of the whole run, though it came after the issue', async (order, expected) => {
    const book = new HardCase(
      `${HEADER}
       A | A | 1 | 2026-01-01 | 1
       X | A | -1 | 2026-01-05 | -9
       B | A | 1 | 2026-01-10 | 2
       Y | A | -1 | 2026-01-20 | -9
       C | A | 1 | 2026-01-25 | 3`,
      models('A = LIFO'),
      parameters(`LIFO issue order | ${order}`),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual(expected);
  });

  test('LIFO date: the last issue of a date first, its own date included, and each is finished before the next begins', async () => {
    // On the 10th Y is last: it takes both of B. X has A and then the nearest later one, C. For Z of the 16th, who would have
    // had C, only what comes later is left: of the 20th D stands before E.
    const book = new HardCase(
      `${HEADER}
       A | A | 1 | 2026-01-01 | 1
       X | A | -2 | 2026-01-10 | -10
       Y | A | -2 | 2026-01-10 | -10
       B | A | 2 | 2026-01-10 | 4
       C | A | 1 | 2026-01-15 | 7
       Z | A | -1 | 2026-01-16 | -5
       D | A | 1 | 2026-01-20 | 9
       E | A | 1 | 2026-01-20 | 8`,
      models('A = LIFO date'),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([
      'Y from B: 2 for 4, adjusted 6 (LIFO date)',
      'X from A: 1 for 1, adjusted 4 (LIFO date)',
      'X from C: 1 for 7, adjusted -2 (LIFO date)',
      'Z from D: 1 for 9, adjusted -4 (LIFO date)',
    ]);
  });
});

describe('A8', () => {
  test('weighted average date: date by date, with what is left of issues and legs of the dates before', async () => {
    // 2nd: P is the only receipt, 2 of S for 20.00. 5th: S is still open, so Q and R are gathered, 3 for 36.00, and S has 1.
    // 7th: the leg is the only receipt. 8th: no issue is open. 9th: the leg (1 for 12.00) and U are gathered, 2 for 42.00.
    const book = new HardCase(
      `${HEADER}
       P | A | 2 | 2026-01-01 | 20
       S | A | -3 | 2026-01-02 | -30
       Q | A | 1 | 2026-01-05 | 16
       R | A | 2 | 2026-01-05 | 20
       T | A | -1 | 2026-01-07 | -10
       U | A | 1 | 2026-01-08 | 30
       V | A | -2 | 2026-01-09 | -30`,
      models('A = Weighted average date'),
    );
    await book.close('2026-01-31');
    expect(book.settled().map((line) => line.replace(' (Weighted average date)', ''))).toEqual([
      'S from P: 2 for 20, adjusted 0',
      'IC-0001/1 out from Q: 1 for 16, adjusted 0',
      'IC-0001/1 out from R: 2 for 20, adjusted 0',
      'S from IC-0001/1 in: 1 for 12, adjusted -2',
      'T from IC-0001/1 in: 1 for 12, adjusted -2',
      'IC-0001/2 out from IC-0001/1 in: 1 for 12, adjusted 0',
      'IC-0001/2 out from U: 1 for 30, adjusted 0',
      'V from IC-0001/2 in: 2 for 42, adjusted -12',
    ]);
    const legs = book.port.records('ClosingTransfers').map((row) => [row['Quantity'], row['Financial cost']]);
    expect(legs).toEqual([
      [-3, -36],
      [3, 36],
      [-2, -42],
      [2, 42],
    ]);
    expect(book.voucher()).toEqual(['Cost of goods sold 16', 'Inventory -16']);
  });

  test('a closing transfer of weighted average date is dated that day, though the day is closed by now', async () => {
    // In January both receipts are reserved for issues of March, and S stays open. The marks go: on 20 January S is open, with P
    // and Q before it. T of February finds what is left of that transfer.
    const book = new HardCase(
      `${HEADER} | Marked to
       P | A | 1 | 2026-01-05 | 10 |
       Q | A | 1 | 2026-01-06 | 12 |
       S | A | -1 | 2026-01-20 | -20 |
       T | A | -1 | 2026-02-10 | -20 |
       K | A | -1 | 2026-03-03 | -20 | P
       L | A | -1 | 2026-03-03 | -20 | Q`,
      models('A = Weighted average date'),
    );
    await book.close('2026-01-31');
    expect(book.settled()).toEqual([]);
    expect(book.logged()).toEqual(['NOT_SETTLED S -1']);
    await book.change('K', { 'Marked to': '' }).change('L', { 'Marked to': '' }).close('2026-02-28');
    expect(book.port.records('ClosingTransfers').map((row) => row['Financial date'])).toEqual([
      day('2026-01-20'),
      day('2026-01-20'),
    ]);
    expect(book.settled(2).slice(2)).toEqual([
      'S from IC-0002/1 in: 1 for 11, adjusted 9 (Weighted average date)',
      'T from IC-0002/1 in: 1 for 11, adjusted 9 (Weighted average date)',
    ]);
  });

  test('an issue that is all reserved makes no closing transfer', async () => {
    const book = new HardCase(
      `${HEADER} | Marked to
       P | A | 1 | 2026-01-01 | 10 |
       Q | A | 1 | 2026-01-02 | 12 |
       S | A | -1 | 2026-01-03 | -20 | L
       L | A | 1 | 2026-02-03 | 20 |`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    expect(book.port.records('ClosingTransfers')).toEqual([]);
  });

  test('a leg has an id that no transaction has, in whatever case', async () => {
    const book = new HardCase(
      `${HEADER}
       ic-0001/1 IN | A | 2 | 2026-01-01 | 20
       Q | A | 1 | 2026-01-05 | 16
       S | A | -1 | 2026-01-06 | -12`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    const ids = book.port.records('ClosingTransfers').map((row) => String(row['Transaction']).toLowerCase());
    expect(new Set([...ids, 'ic-0001/1 in']).size).toBe(3);
    expect(book.cost('S')).toBe(-12);
  });

  test('a leg stands after the rows of its date: FIFO from February on takes what is left of the 31st before it', async () => {
    // January: P and 1 of Q are 3 for 17.00; S takes 1 for 5.67; 2 for 11.33 stay. The other of Q was reserved for L.
    const book = new HardCase(
      `${HEADER} | Marked to
       P | A | 2 | 2026-01-05 | 10 |
       Q | A | 2 | 2026-01-31 | 14 |
       S | A | -1 | 2026-01-20 | -6 |
       L | A | -1 | 2026-02-05 | -9 | Q
       M | A | -1 | 2026-02-06 | -5 |`,
      models('A = Weighted average'),
    );
    await book.close('2026-01-31');
    book.change('L', { 'Marked to': '' });
    book.port.table('ItemModelGroups')!.rows[0][1] = 'FIFO';
    await book.close('2026-02-28');
    expect(book.settled(2)).toEqual([
      'L from Q: 1 for 7, adjusted 2 (FIFO)',
      'M from IC-0001/1 in: 1 for 5.67, adjusted -0.67 (FIFO)',
    ]);
  });
});

test('A9: a slip in the queue takes its value in turn, so that the slices after it find what it left', async () => {
  // 10.00 / 3 = 3.33 for the slip I, 6.67 / 2 = 3.34 for S, the rest 3.33 for T. I leaves its own open: 1 for 3.33.
  const book = new HardCase(
    `${HEADER} | Physical date | Physical cost
     P | A | 3 | 2026-01-02 | 10 | |
     I | A | -1 | | | 2026-01-05 | -3
     S | A | -1 | 2026-01-06 | -3 | |
     T | A | -1 | 2026-01-07 | -3 | |`,
    models('A = FIFO, Yes'),
  );
  await book.close('2026-01-31');
  expect(book.settled()).toEqual([
    'S from P: 1 for 3.34, adjusted -0.34 (FIFO)',
    'T from P: 1 for 3.33, adjusted -0.33 (FIFO)',
  ]);
  expect(book.adjusted()).toEqual([
    'I -0.33 Physical value from P',
    'S -0.34 Settlement from P',
    'T -0.33 Settlement from P',
  ]);
  // Still a slip in February: the same comes out, and stays.
  await book.close('2026-02-28');
  expect(book.adjusted(2)).toEqual([]);
  book.change('I', { 'Financial date': '2026-03-05', 'Financial cost': '-3.10' });
  await book.close('2026-03-31');
  expect(book.adjusted(3)).toEqual(['back: I 0.33 Physical value from P', 'I -0.23 Settlement from P']);
  expect(book.value(3)).toEqual(['A: 0 for 0']);
});

test('A10: a slip is neither revalued nor logged where receipts run out', async () => {
  const book = new HardCase(
    `${HEADER} | Physical date | Physical cost
     P | A | 2 | 2026-01-02 | 20 | |
     I | A | -3 | | | 2026-01-05 | -12`,
    models('A = FIFO, Yes'),
    parameters('Uncovered quantity | Cost of covered part'),
  );
  await book.close('2026-01-31');
  // 2 of 3 find 20.00 in place of 8.00.
  expect(book.adjusted()).toEqual(['I -12 Physical value from P']);
  expect(book.logged()).toEqual([]);
});

test('A10, A12: the uncovered rest follows the covered part when that becomes dearer', async () => {
  // January: 2 of 3 for 20.00, the third goes from 4.00 to 10.00. P becomes 26.00: S 6.00 dearer, the third costs 13.00.
  const book = new HardCase(
    `${HEADER}
     P | A | 2 | 2026-01-01 | 20
     S | A | -3 | 2026-01-05 | -12`,
    parameters('Uncovered quantity | Cost of covered part'),
  );
  await book.close('2026-01-31');
  await book.revalue('2026-02-10', { transaction: 'P', value: 26 });
  await book.close('2026-02-28');
  expect(book.settled(3)).toEqual(['S from P: 0 for 6, adjusted -6 (FIFO)']);
  expect(book.adjusted(3)).toEqual([
    'back: S 6 Uncovered quantity',
    'S -6 Late cost from P',
    'S -9 Uncovered quantity',
  ]);
});
