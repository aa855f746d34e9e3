import { HardCase, models, parameters } from '../../support/hard-case';

/** A2, A3: who takes part in a run, and in which order. */

const WITH_SLIPS = 'Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost';

test('A2: a slip of 28 January with an invoice of 5 February is a slip in every close of January', async () => {
  // As a slip P is 12.00 for 2: S finds 6.00. By its invoice it is 15.00 for 2: 7.50 each.
  const book = new HardCase(
    `${WITH_SLIPS}
     P | A | 2 | 2026-02-05 | 15 | 2026-01-28 | 12
     S | A | -1 | 2026-01-29 | -10 | |
     T | A | -1 | 2026-02-10 | -7 | |`,
    models('A = FIFO, Yes'),
  );
  await book.close('2026-01-31');
  expect(book.adjusted(1)).toEqual(['S 4 Physical value from P']);
  await book.reverse();
  await book.close('2026-01-31');
  expect(book.adjusted(3)).toEqual(['S 4 Physical value from P']);
  expect(book.settled(3)).toEqual([]);
  await book.close('2026-02-28');
  expect(book.adjusted(4)).toEqual([
    'back: S -4 Physical value from P',
    'S 2.5 Settlement from P',
    'T -0.5 Settlement from P',
  ]);
});

test('A2: the model group says whether slips count, its blank is No, and the parameter is for items without a group', async () => {
  const rows = ['BLANK', 'YES', 'AVERAGE', 'ALONE', 'UNKNOWN'].flatMap((item) => [
    `P-${item} | ${item} | 1 | | | 2026-01-02 | 6`,
    `S-${item} | ${item} | -1 | 2026-01-05 | -10 | |`,
  ]);
  const groups = models('BLANK = LIFO', 'YES = LIFO date, Yes', 'AVERAGE = Weighted average, Yes');
  const book = (setting: string) =>
    new HardCase(
      [WITH_SLIPS, ...rows].join('\n'),
      groups,
      { Items: `${groups['Items']}\nALONE |` },
      parameters(`Include physical value | ${setting}`),
    ).close('2026-01-31');
  expect((await book('Yes')).adjusted()).toEqual([
    'S-ALONE 4 Physical value from P-ALONE',
    'S-UNKNOWN 4 Physical value from P-UNKNOWN',
    'S-YES 4 Physical value from P-YES',
  ]);
  expect((await book('No')).adjusted()).toEqual(['S-YES 4 Physical value from P-YES']);
});

test('A2: only financial dimensions keep costs apart; a value typed as a number is the same as text', async () => {
  const book = new HardCase(
    `Transaction | Item | Quantity | Financial date | Financial cost | Site | Shelf
     P | A | 1 | 2026-01-01 | 4 | 1 | left
     Q | A | 1 | 2026-01-02 | 5 | 2 | right
     S | A | -1 | 2026-01-05 | -9 | "2" | left
     T | A | -1 | 2026-01-06 | -9 | "1" | right
     U | A | -1 | 2026-01-07 | -9 | | left`,
    {
      Items: 'Item | Dimension group\nA | D',
      DimensionGroups: 'Dimension group | Site | Shelf\nD | Yes | No',
    },
  );
  await book.close('2026-01-31');
  expect(book.settled()).toEqual(['T from P: 1 for 4, adjusted 5 (FIFO)', 'S from Q: 1 for 5, adjusted 4 (FIFO)']);
  expect(book.logged()).toEqual(['NOT_SETTLED U -1']);
});

test('A3: open rows of a closed period stand as they stood, whatever Sequence and the rows say now', async () => {
  const book = new HardCase(
    `Transaction | Item | Quantity | Financial date | Financial cost | Sequence
     P | A | 1 | 2026-01-10 | 3 | 2
     Q | A | 1 | 2026-01-10 | 5 | 1
     S | A | -1 | 2026-02-05 | -9 |`,
  );
  await book.close('2026-01-31');
  book.change('P', { Sequence: '0' }).change('Q', { Sequence: '9' });
  await book.close('2026-02-28');
  expect(book.settled(2)).toEqual(['S from Q: 1 for 5, adjusted 4 (FIFO)']);
});

test('A3: slips that are invoiced later move to that date, and keep the number that stood for Sequence and row', async () => {
  // C came before B, but on 5 February, where their invoices put them, Sequence and the row of January count: B, then C.
  const book = new HardCase(
    `${WITH_SLIPS} | Sequence
     B | A | 1 | | | 2026-01-20 | 3 |
     C | A | 1 | | | 2026-01-10 | 5 |
     D | A | 1 | 2026-02-04 | 7 | | |
     S | A | -2 | 2026-02-10 | -20 | | |`,
  );
  await book.close('2026-01-31');
  const invoiced = { 'Financial date': '2026-02-05', 'Financial cost': '4' };
  book.change('B', { ...invoiced, Sequence: '7' }).change('C', { ...invoiced, Sequence: '-7' });
  await book.close('2026-02-28');
  expect(book.settled(2)).toEqual(['S from D: 1 for 7, adjusted 3 (FIFO)', 'S from B: 1 for 4, adjusted 6 (FIFO)']);
});
