import { parseArea } from '../../../host/model/address';
import { writeCells } from '../../../host/model/write';
import { columnLetters } from '../../../src/workbook/cells';
import { libreOffice } from '../../support/libreoffice';
import { computed, held, inLibreOffice } from '../../support/pages';
import { reversed } from '../../support/by-hand';
import { closed, day, grid, rowsOf, withCell, withTable, workbookOf } from '../../support/workbooks';

// P1 is received in January and invoiced in February. The January close revalues S1 from its slip, from 8.00 to 10.00, as
// a provisional adjustment; the February close takes that back and settles the two. Reversed, it leaves it taken back (A19).
const SLIP = workbookOf([
  grid(
    'Transactions',
    `
    Transaction | Item | Quantity | Physical date | Physical cost | Financial date | Financial cost
    P1          | CUP  | 1        | 2026-01-05    | 10            | 2026-02-05     | 10
    S1          | CUP  | -1       |               |               | 2026-01-10     | -8`,
  ),
  grid('Parameters', 'Parameter | Value\nInclude physical value | Yes'),
]);

const results = (bytes: Uint8Array): string[] =>
  held(bytes, 'Checks')
    .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
    .filter((row) => row[6] !== 'OK')
    .map((row) => `${String(row[1])} ${String(row[2])}: ${String(row[6])}`);

test('what a reversed run had taken back is not held against the run before it', async () => {
  const january = (await closed(SLIP, '2026-01-31')).bytes;
  expect(results(january)).toEqual([]);
  const february = (await closed(january, '2026-02-28')).bytes;
  expect(results(february).filter((line) => line.includes('value after'))).toEqual([]);
  const before = await reversed(february);
  expect(results(before)).toEqual([]);
  // 10.00 of the slip, less 8.00 of the sale and the 2.00 by which January revalued it: nothing is left on hand.
  for (const cells of [held(before, 'Checks'), computed(before, 'Checks')])
    expect(cells.find((row) => row[1] === 'Posted cost + adjustments = value after')?.slice(2, 7)).toEqual([
      ...['IC-0001', 0, 0, 0, 'OK'],
    ]);
});

describe('a slip that was invoiced after the close that locked it', () => {
  const rows = (bytes: Uint8Array, cells = held(bytes, 'Checks')): string =>
    cells
      .find((row) => row[1] === 'Rows in = rows locked')!
      .slice(2, 7)
      .join(' | ');
  let february: Uint8Array;
  beforeAll(async () => {
    const open = await withTable(SLIP, 'Transactions', (table) =>
      withCell(withCell(table, 'P1', 'Financial date', null), 'P1', 'Financial cost', null),
    );
    const january = (await closed(open, '2026-01-31')).bytes;
    const invoiced = await withTable(january, 'Transactions', (table) =>
      withCell(withCell(table, 'P1', 'Financial date', day('2026-02-05')), 'P1', 'Financial cost', 11),
    );
    february = (await closed(invoiced, '2026-02-28')).bytes;
  });

  test('is locked twice and counted once', async () => {
    expect((await rowsOf(february, 'LockedRows')).filter((row) => row['Kind'] === 'Transaction')).toHaveLength(3);
    expect(rows(february)).toBe('IC-0002 | 2 | 2 | 0 | OK');
    expect(rows(february, computed(february, 'Checks'))).toBe('IC-0002 | 2 | 2 | 0 | OK');
  });

  test('is missed where it is gone, and a lock that is gone is missed too', () => {
    const without = (sheet: string, cell: string, value: string | number) =>
      rows(
        february,
        computed(february, 'Checks', (sheetOf) => writeCells(sheetOf(sheet), parseArea(cell)!, value)),
      );
    // S1 is dated March all of a sudden; the lock of S1 is turned into something else.
    expect(without('Transactions', 'F5', 46090)).toBe('IC-0002 | 1 | 2 | 1 | Difference');
    expect(without('Locked rows', lockOf('S1'), 'Reversed')).toBe('IC-0002 | 2 | 1 | -1 | Difference');
  });

  (libreOffice ? test : test.skip)(
    'is counted once by LibreOffice too',
    async () => {
      expect(rows(february, await inLibreOffice(february, 'Checks'))).toBe('IC-0002 | 2 | 2 | 0 | OK');
    },
    120_000,
  );

  /** The status of the lock of a transaction. */
  const lockOf = (key: string): string => {
    const cells = computed(february, 'Locked rows');
    const header = cells.findIndex((row) => row.includes('Status'));
    return `${columnLetters(cells[header].indexOf('Status') + 1)}${cells.findIndex((row) => row.includes(key)) + 1}`;
  };
});
