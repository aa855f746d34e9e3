import { HardCase, parameters } from '../../support/hard-case';

/** InventoryValue: what opens is what closed, whatever happened in between. */

const WITH_SLIPS = 'Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost';
const FIGURES = ['Opening', 'Receipt', 'Issue', 'Closing'].map((name) => [`${name} quantity`, `${name} value`]);

/** Opening, receipts, issues, adjustment and closing of the only cost key, as a run tells them: "quantity for value". */
function told(book: HardCase, run: number): string[] {
  const [row] = book.rows('InventoryValue', run);
  expect(row['Check']).toBe(0);
  const [opening, receipts, issues, closing] = FIGURES.map(([quantity, value]) => `${row[quantity]} for ${row[value]}`);
  return [opening, receipts, issues, String(row['Adjustment']), closing];
}

describe('Include physical value changes between two closes: the slip C, 2 for 25.00, comes or goes as a receipt', () => {
  const closedWith = async (january: string, february: string) => {
    const book = new HardCase(
      `${WITH_SLIPS}
       P | A | 3 | 2026-01-02 | 30 | |
       C | A | 2 | | | 2026-01-07 | 25
       S | A | -4 | 2026-01-10 | -40 | |`,
      parameters(`Include physical value | ${january}`),
    );
    await book.close('2026-01-31');
    book.port.table('Parameters')!.rows[0][1] = february;
    return book.close('2026-02-28');
  };

  test('from No to Yes', async () => {
    const book = await closedWith('No', 'Yes');
    expect(told(book, 1)).toEqual(['0 for 0', '3 for 30', '-4 for -40', '0', '-1 for -10']);
    // The fourth piece of S takes 1 of C: 12.50 in place of 10.00.
    expect(told(book, 2)).toEqual(['-1 for -10', '2 for 25', '0 for 0', '-2.5', '1 for 12.5']);
    await book.reverse();
    await book.close('2026-02-28');
    expect(told(book, 4)).toEqual(told(book, 2));
  });

  test('from Yes to No', async () => {
    const book = await closedWith('Yes', 'No');
    expect(told(book, 1)).toEqual(['0 for 0', '5 for 55', '-4 for -40', '-2.5', '1 for 12.5']);
    expect(told(book, 2)).toEqual(['1 for 12.5', '-2 for -25', '0 for 0', '2.5', '-1 for -10']);
  });

  test('a reversal begins at the value that the close left, whatever was set since', async () => {
    const book = await closedWith('No', 'Yes');
    await book.reverse();
    await book.reverse();
    const values = book.port.records('Closings').map((row) => [row['Value before'], row['Value after']]);
    expect(values).toEqual([
      [-10, -10],
      [15, 12.5],
      [12.5, 15],
      [-10, -10],
    ]);
  });

  test('an adjustment of stock in between is of the date and the settings of the last close', async () => {
    const book = new HardCase(
      `${WITH_SLIPS}
       P | A | 3 | 2026-01-02 | 30 | |
       C | A | 2 | | | 2026-01-07 | 25`,
      parameters('Include physical value | No'),
    );
    await book.close('2026-01-31');
    book.port.table('Parameters')!.rows[0][1] = 'Yes';
    await book.onHand({ selection: { items: ['A'] }, fill: { method: 'Amount', amount: 3 } });
    expect(told(book, 2)).toEqual(['3 for 30', '0 for 0', '0 for 0', '3', '3 for 33']);
    await book.close('2026-02-28');
    expect(told(book, 3)).toEqual(['3 for 33', '2 for 25', '0 for 0', '0', '5 for 58']);
  });
});

test('an invoice of another cost than the slip counts with the receipts of its month', async () => {
  const book = new HardCase(
    `${WITH_SLIPS}
     C | A | 2 | | | 2026-01-07 | 25
     P | A | 1 | 2026-02-02 | 10 | |`,
    parameters('Include physical value | Yes'),
  );
  await book.close('2026-01-31');
  await book.change('C', { 'Financial date': '2026-02-05', 'Financial cost': '27' }).close('2026-02-28');
  expect(told(book, 2)).toEqual(['2 for 25', '1 for 12', '0 for 0', '0', '3 for 37']);
});

test('a slip without a cost is worth nothing at the close, also when its invoice is known later', async () => {
  const book = new HardCase(
    `${WITH_SLIPS}
     C | A | 2 | | | 2026-01-07 |
     S | A | -1 | 2026-01-10 | -4 | |`,
    parameters('Include physical value | Yes'),
  );
  await book.close('2026-01-31');
  // S takes 0.00 of C in place of 4.00.
  expect(told(book, 1)).toEqual(['0 for 0', '2 for 0', '-1 for -4', '4', '1 for 0']);
  await book.change('C', { 'Financial date': '2026-02-05', 'Financial cost': '27' }).close('2026-02-28');
  expect(told(book, 2)).toEqual(['1 for 0', '0 for 27', '0 for 0', '-13.5', '1 for 13.5']);
});
