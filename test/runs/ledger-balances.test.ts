import { check } from '../../src/runs/check';
import { preview } from '../../src/runs/preview';
import { openXlsx } from '../../src/workbook/file';
import { computed, held } from '../support/pages';
import { closed, day, ENV, grid, type Grid, workbookOf } from '../support/workbooks';

const OPTIONS = {
  showReceipts: false,
  costPrices: { base: 'Item cost price', maximumPercent: 10, minimumDeviation: 0, ignoreProduction: false },
} as const;
const JANUARY = '2026-01-31';

/** Two accounts: 1400 with 100.00 in and 66.00 out, 1410 with 30.00 in; one sale is dated after the close. */
const BOOK = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost | Inventory account
  P1          | A    | 10       | 2026-01-05     | 100.00         | 1400
  S1          | A    | -6       | 2026-01-20     | -66.00         | 1400
  Q1          | B    | 3        | 2026-01-10     | 30.00          | 1410
  S2          | A    | -1       | 2026-02-10     | -11.00         | 1400
  `,
);
const balances = (rows: string): Grid => grid('LedgerBalances', `Account | Date | Balance\n${rows}`);

async function warnings(rows: string): Promise<string[]> {
  const port = () => openXlsx(workbookOf([BOOK, balances(rows)]), 'book.xlsx');
  const checked = await check(port(), { upTo: day(JANUARY), ...OPTIONS } as never, ENV);
  const seen = await preview(port(), { upTo: day(JANUARY) }, ENV);
  if (!checked.ok || !seen.ok) throw new Error('refused');
  const told = checked.obstacles.filter(({ code }) => code === 'LEDGER_DIFFERS');
  expect(seen.warnings.filter(({ code }) => code === 'LEDGER_DIFFERS')).toEqual(told);
  return told.map(({ cell, message }) => `${cell} ${message}`);
}

describe('the balances of the ledger', () => {
  test('that agree are not told of; other accounts are left alone', async () => {
    expect(await warnings('1400 | 2026-01-31 | 34.00\n1410 | 2026-01-31 | 30.00\n5000 | 2026-01-31 | 66.00')).toEqual(
      [],
    );
  });

  test('of other dates are not looked at', async () => {
    expect(await warnings('1400 | 2026-02-28 | 1.00')).toEqual([]);
  });

  test('that differ are told with their cell; an account without a balance is told too', async () => {
    expect(await warnings('1400 | 2026-01-31 | 35.50')).toEqual([
      'LedgerBalances!C4 Account 1400: the ledger has 35.50 on 2026-01-31, the inventory posted to it is worth 34.00 – a difference of 1.50.',
      ' Account 1410: the ledger has no balance on 2026-01-31, the inventory posted to it is worth 30.00 – a difference of -30.00.',
    ]);
  });

  test('two balances of one account and day are refused', async () => {
    const port = openXlsx(
      workbookOf([BOOK, balances('1400 | 2026-01-31 | 1.00\n1400 | 2026-01-31 | 2.00')]),
      'book.xlsx',
    );
    const checked = await check(port, { upTo: day(JANUARY), ...OPTIONS } as never, ENV);
    expect(checked).toMatchObject({ ok: false, problems: [{ code: 'DUPLICATE_ID', cell: 'LedgerBalances!A5' }] });
  });

  test('are compared in the sheet Checks, with the voucher of the run', async () => {
    // The sale of 6 costs 60.00 instead of 66.00: after its voucher account 1400 is worth 40.00.
    const { bytes } = await closed(
      workbookOf([BOOK, balances('1400 | 2026-01-31 | 34.00\n1410 | 2026-01-31 | 30.00')]),
      JANUARY,
    );
    for (const cells of [held(bytes, 'Checks'), computed(bytes, 'Checks')]) {
      const at = cells.findIndex((row) => row[1] === 'Balances of the general ledger');
      expect(cells.slice(at + 1, at + 3).map((row) => row.slice(1, 7))).toEqual([
        ['1400', 'IC-0001', 34, 40, 6, 'Difference'],
        ['1410', 'IC-0001', 30, 30, 0, 'OK'],
      ]);
    }
  });
});
