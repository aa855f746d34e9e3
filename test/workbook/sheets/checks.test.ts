import { parseArea } from '../../../host/model/address';
import { writeCells } from '../../../host/model/write';
import type { Sheet } from '../../../host/model/sheet';
import { close } from '../../../src/runs/close';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import { closeUpTo, ENVIRONMENT, openSample, reopened } from '../../samples/closed-sample';
import { libreOffice } from '../../support/libreoffice';
import { openExcel } from '../excel/support';
import { cellsOf, computed, type Grid, held, inLibreOffice } from '../../support/pages';
import { closed, day, ENV, grid, workbookOf } from '../../support/workbooks';

jest.setTimeout(120_000);

const MODIFIED = new Date('2026-04-01T08:00:00Z');
const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-31'];

/** The lines of the sheet, as text: number, check, run, expected, found, difference, result. */
const lines = (cells: Grid): string[] =>
  cells
    .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
    .map((row) => Array.from({ length: 7 }, (_, at) => textOf(row[at])).join(' | '));
/** Programs add up in binary: figures are compared as they are shown. */
const textOf = (cell: unknown): string =>
  typeof cell === 'number' || /^-?\d+\.\d{3,}$/.test(String(cell))
    ? String(Number(Number(cell).toFixed(6)))
    : String(cell ?? '');
const verdict = (cells: Grid): unknown[] => [3, 4, 5, 6, 7].map((row) => cells[row][2]);
const lineOf = (cells: Grid, what: string): string[] => lines(cells).filter((line) => line.includes(what));

/** Five rows that an accountant can follow: 10 at 10.00, 10 at 12.00, and 15 sold at an estimate of 11.00. */
const FIVE = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Physical date | Financial cost
  P1          | A    | 10       | 2026-01-05     |               | 100.00
  P2          | A    | 10       | 2026-01-10     |               | 120.00
  S1          | A    | -15      | 2026-01-20     |               | -165.00
  P3          | A    | 4        |                | 2026-01-28    |
  S2          | A    | -2       | 2026-02-03     |               | -22.00
  `,
);

describe('five rows by hand', () => {
  test('each check states what is expected and what was found', async () => {
    const { bytes } = await closed(workbookOf([FIVE]), '2026-01-31');
    const checks = held(bytes, 'Checks');
    // FIFO: 10 at 10.00 and 5 at 12.00 are 160.00, posted were 165.00. On hand 5 at 12.00.
    expect(lineOf(checks, 'IC-0001').map((line) => line.slice(line.indexOf(' | ') + 3))).toEqual([
      'Receipts − issues = on hand | IC-0001 | 5 | 5 | 0 | OK',
      'Posted cost + adjustments = value after | IC-0001 | 60 | 60 | 0 | OK',
      'Rows in = rows locked | IC-0001 | 4 | 4 | 0 | OK',
      'Adjustments = change of the inventory accounts | IC-0001 | 5 | 5 | 0 | OK',
      'Value before + adjustment = value after | IC-0001 | 60 | 60 | 0 | OK',
      'Adjustments of the run | IC-0001 | 5 | 5 | 0 | OK',
      'Settlements = adjustments by settlement | IC-0001 | 5 | 5 | 0 | OK',
      'Voucher of the run balances | IC-0001 | 5 | 5 | 0 | OK',
      'Rows of Settlements | IC-0001 | 2 | 2 | 0 | OK',
      'Rows of Adjustments | IC-0001 | 2 | 2 | 0 | OK',
      // The log tells that the accounts are defaults.
      'Rows of CloseLog | IC-0001 | 1 | 1 | 0 | OK',
      'Inventory value of the run | IC-0001 | 60 | 60 | 0 | OK',
    ]);
    expect(lineOf(checks, 'Cost of goods sold')).toEqual([expect.stringContaining('| -5 | -5 | 0 | OK')]);
    expect(verdict(checks)[0]).toBe('All checks agree');
  });

  test.each<readonly [string, (sheet: (name: string) => Sheet) => void, string]>([
    [
      'an adjustment that was typed over',
      (sheet) => writeCells(sheet('Adjustments'), parseArea('G9')!, 7),
      'Adjustments of all runs',
    ],
    [
      'a settlement that was typed over',
      (sheet) => writeCells(sheet('Settlements'), parseArea('G9')!, 99),
      'settled beyond',
    ],
    [
      'a row of the ledger that was typed over',
      (sheet) => writeCells(sheet('Ledger'), parseArea('H9')!, 1),
      'Vouchers balance',
    ],
    [
      'a transaction that was typed over',
      (sheet) => writeCells(sheet('Transactions'), parseArea('C4')!, 11),
      'on hand',
    ],
    [
      'an id that is gone',
      (sheet) => writeCells(sheet('Transactions'), parseArea('A4')!, 'X'),
      'Settlements: each Receipt exists',
    ],
  ])('%s is a difference', async (_, change, what) => {
    const { bytes } = await closed(workbookOf([FIVE]), '2026-01-31');
    const checks = computed(bytes, 'Checks', change);
    expect(lineOf(checks, what).some((line) => line.endsWith('| Difference'))).toBe(true);
    expect(verdict(checks)[0]).toBe('There are differences');
  });

  test('a check that can not be computed is no agreement', async () => {
    const { bytes } = await closed(workbookOf([FIVE]), '2026-01-31');
    const checks = computed(bytes, 'Checks', (sheet) => writeCells(sheet('Ledger'), parseArea('H9')!, '=1/0'));
    expect(verdict(checks)[0]).toBe('There are differences');
  });

  test('packing slips count where the item includes physical value', async () => {
    const slips = grid('Parameters', 'Parameter | Value\nInclude physical value | Yes');
    const costed = { ...FIVE, rows: FIVE.rows.map((row) => (row[0] === 'P3' ? [...row.slice(0, 5), 48] : row)) };
    const { bytes } = await closed(workbookOf([costed, slips]), '2026-01-31');
    expect(lineOf(held(bytes, 'Checks'), 'on hand | IC').join()).toMatch(/\| 9 \| 9 \| 0 \| OK$/);
    expect(lineOf(computed(bytes, 'Checks'), 'on hand | IC').join()).toMatch(/\| 9 \| 9 \| 0 \| OK$/);
  });

  test('dates that are text are not added up by formulas, and the sheet says so', async () => {
    const texts = {
      ...FIVE,
      rows: FIVE.rows.map((row) => [...row.slice(0, 3), row[3] === null ? null : '2026-01-20', ...row.slice(4)]),
    };
    const { bytes } = await closed(workbookOf([texts]), '2026-01-31');
    expect(lineOf(held(bytes, 'Checks'), 'Posted cost')).toEqual([expect.stringMatching(/\| Not tested$/)]);
    expect(verdict(held(bytes, 'Checks'))[0]).toBe('All checks that were tested agree');
  });

  test.each([
    ['Excel', {}],
    ['Excel in German', { platform: 'OfficeOnline', locale: 'de-DE' }],
  ] as const)('by way of %s the sheet says the same, after a second close too', async (_, host) => {
    const file = openXlsx(workbookOf([FIVE]), 'book.xlsx');
    const excel = openExcel(workbookOf([FIVE]), host);
    for (const port of [file, excel.port])
      for (const upTo of ['2026-01-31', '2026-02-28'])
        expect((await close(port, { upTo: day(upTo) }, ENV)).ok).toBe(true);
    const [wanted, found] = [held(file.toBytes(MODIFIED), 'Checks'), cellsOf(excel.host.workbook, 'Checks')];
    expect(lines(found)).toEqual(lines(wanted));
    expect(verdict(found)).toEqual(verdict(wanted));
    expect(found.slice(-7)).toEqual(
      wanted.slice(-7).map((row) => Array.from({ length: 9 }, (__, at) => row[at] ?? null)),
    );
    expect([...excel.host.missing.keys()]).toEqual([]);
  });

  test.each(['Checks', 'checks'])(
    'a sheet "%s" that is not ours is refused by name, and nothing is changed',
    async (name) => {
      const other = { ...grid('Mine', 'a | b\n1 | 2'), sheet: name };
      const port = openXlsx(workbookOf([FIVE, other]), 'book.xlsx');
      await expect(close(port, { upTo: day('2026-01-31') }, ENV)).rejects.toThrow(`a sheet "${name}"`);
      expect((await port.facts()).tables.map((table) => table.name)).toEqual(['Transactions', 'Mine']);
    },
  );
});

describe('the sample, closed for three months, and the last close reversed', () => {
  let before: Uint8Array;
  let bytes: Uint8Array;
  beforeAll(async () => {
    let port = openSample('trading-company');
    for (const month of MONTHS) {
      await closeUpTo(port, month);
      port = reopened(port);
    }
    before = port.toBytes(MODIFIED);
    const reversed = await reverse(port, { withLater: false, note: '', dryRun: false }, ENVIRONMENT);
    if (!reversed.ok) throw new Error(reversed.problems.map(({ message }) => message).join());
    bytes = port.toBytes(MODIFIED);
  });

  test('agrees in everything, before and after the reversal', () => {
    for (const one of [before, bytes]) {
      const [first, all, agree, differ, untested] = verdict(held(one, 'Checks'));
      expect([first, differ, untested]).toEqual(['All checks agree', 0, 0]);
      expect(agree).toBe(all);
    }
  });

  test('the runs in force carry each other forward', () => {
    const pairs = (one: Uint8Array) =>
      lineOf(held(one, 'Checks'), 'Closing value = next').map((line) => line.split(' | ')[2]);
    expect([pairs(before), pairs(bytes)]).toEqual([['IC-0002', 'IC-0003'], ['IC-0002']]);
  });

  test('holds the results that Excel would compute', () => {
    const excel = computed(bytes, 'Checks');
    expect(lines(excel)).toEqual(lines(held(bytes, 'Checks')));
    expect(verdict(excel)).toEqual(verdict(held(bytes, 'Checks')));
  });

  (libreOffice ? test : test.skip)('holds the results that LibreOffice computes', async () => {
    expect(lines(await inLibreOffice(bytes, 'Checks'))).toEqual(lines(held(bytes, 'Checks')));
  });
});
