import { check, writeReports } from '../../src/runs/check';
import { DEFAULT_COST_PRICE_OPTIONS } from '../../src/settle/reports/cost-prices';
import { HardCase, models } from '../support/hard-case';
import { day, ENV } from '../support/workbooks';

/** The report on issues that the receipts invoiced by a date do not cover: what a close of that date would leave open. */

const WITH_SLIPS = 'Transaction | Item | Quantity | Financial date | Financial cost | Physical date | Physical cost';
const JANUARY = day('2026-01-31');

/** "S Issue Financial -3 of -5": the rows of the table after the report was written. */
async function reported(book: HardCase, showReceipts: boolean, upTo = JANUARY): Promise<string[]> {
  const options = { upTo, showReceipts, costPrices: DEFAULT_COST_PRICE_OPTIONS };
  const found = await check(book.port, options, ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  await writeReports(book.port, found, upTo, ENV);
  return book.port
    .records('OpenQuantities')
    .map((row) =>
      [row['Transaction'], row['Kind'], row['Updated'], row['Open quantity'], 'of', row['Quantity']]
        .map(String)
        .join(' '),
    );
}

test('10 received and not invoiced, 3 sold: the sale is open, and the receipt is what could cover it', async () => {
  const book = new HardCase(`${WITH_SLIPS}
    R | A | 10 | | | 2026-01-01 | 100
    S | A | -3 | 2026-01-02 | -30 | |`);
  expect(await reported(book, false)).toEqual(['S Issue Financial -3 of -3']);
  // The table is replaced, not added to.
  expect(await reported(book, true)).toEqual(['S Issue Financial -3 of -3', 'R Receipt Physical 10 of 10']);
  const [{ Cause }] = book.port.records('OpenQuantities');
  expect(Cause).toMatch(/not invoiced|invoice/);
});

test.each(['No', 'Yes'])(
  'Include physical value = %s changes nothing of it: a slip covers nothing for good',
  async (physical) => {
    const book = new HardCase(
      `${WITH_SLIPS}
     R | A | 2 | | | 2026-01-01 | 20
     Q | A | 1 | 2026-01-03 | 11 | |
     S | A | -3 | 2026-01-05 | -30 | |`,
      models(`A = FIFO, ${physical}`),
    );
    expect(await reported(book, true)).toEqual(['S Issue Financial -2 of -3', 'R Receipt Physical 2 of 2']);
  },
);

test('what is settled in full is not listed; what a later close needs, is', async () => {
  const book = new HardCase(`${WITH_SLIPS}
    P | A | 2 | 2026-01-01 | 20 | |
    S | A | -1 | 2026-01-02 | -10 | |
    T | A | -4 | 2026-02-02 | -40 | |
    Q | A | 1 | 2026-02-10 | 10 | |`);
  expect(await reported(book, true)).toEqual(['P Receipt Financial 1 of 2']);
  await book.close('2026-01-31');
  expect(await reported(book, true, day('2026-02-05'))).toEqual(['T Issue Financial -3 of -4']);
  expect(await reported(book, true, day('2026-02-28'))).toEqual(['T Issue Financial -2 of -4']);
});

test('what waits for a marked counterpart is listed with its quantity, and by cost key', async () => {
  const book = new HardCase(
    `${WITH_SLIPS} | Marked to | Site
     P | A | 5 | 2026-01-01 | 50 | | | | N
     S | A | -3 | 2026-01-02 | -30 | | | L | N
     T | A | -1 | 2026-01-03 | -10 | | | | S
     L | A | 2 | 2026-02-02 | 20 | | | | N`,
    { Items: 'Item | Dimension group\nA | D', DimensionGroups: 'Dimension group | Site\nD | Yes' },
  );
  expect((await reported(book, false)).sort()).toEqual(['S Issue Financial -2 of -3', 'T Issue Financial -1 of -1']);
});
