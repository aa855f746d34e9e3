/** Checks and Summary where foreign data stand for Transactions: the formulas name the cells of the export. */
import { parseArea } from '../../../host/model/address';
import type { Sheet } from '../../../host/model/sheet';
import { writeCells } from '../../../host/model/write';
import { close } from '../../../src/runs/close';
import { openXlsx } from '../../../src/workbook/file';
import { mappedPort } from '../../../src/workbook/mapping/mapped-port';
import { libreOffice } from '../../support/libreoffice';
import { cellsOf, computed, type Grid, held, inLibreOffice } from '../../support/pages';
import { day, ENV, NOW } from '../../support/workbooks';
import type { SheetInput } from '../../support/xlsx';
import { openExcel } from '../excel/support';
import { bookOf, EXPORT_ROWS, exportRange, exportTable, mappingSheet, RANGE_HEADER } from '../mapping/export-book';

jest.setTimeout(120_000);

/** One more column, with a header that formulas must escape, and a sale in February. */
const ROWS = [
  [...EXPORT_ROWS[0].slice(0, 4), "Menge [Stk.] d'heute #1", EXPORT_ROWS[0][5]],
  ...EXPORT_ROWS.slice(1),
  ['A2', 46058, 'BOLT', 'Schraube', -2, -22],
];
const COLUMNS = [
  ['Transaction', 'Belegnummer'],
  ['Item', 'Artikelnummer'],
  ['Quantity', "Menge [Stk.] d'heute #1"],
  ['Financial date', 'Buchungsdatum'],
  ['Financial cost', 'Betrag (EUR)'],
] as const;

const SOURCES: readonly (readonly [string, SheetInput, string])[] = [
  ['a table', exportTable(ROWS), 'Export'],
  ['a range that grows', exportRange(ROWS), RANGE_HEADER],
  ['a range that is meant exactly', exportRange(ROWS), "'ERP export'!A4:F8"],
];

const book = (sheet: SheetInput, source: string): Uint8Array => bookOf(sheet, mappingSheet(source, COLUMNS));

async function closedFile(bytes: Uint8Array): Promise<Uint8Array> {
  const file = openXlsx(bytes, 'book.xlsx');
  expect((await close(mappedPort(file), { upTo: day('2026-01-31') }, ENV)).ok).toBe(true);
  return file.toBytes(new Date(NOW));
}

const lines = (cells: Grid): string[] =>
  cells
    .filter(([number]) => /^\d+\.\d\d$/.test(String(number)))
    .map((row) => Array.from({ length: 6 }, (_, at) => textOf(row[at + 1])).join(' | '));
const textOf = (cell: unknown): string =>
  typeof cell === 'number' || /^-?\d+\.\d{3,}$/.test(String(cell))
    ? String(Number(Number(cell).toFixed(6)))
    : String(cell ?? '');
const differing = (cells: Grid): string[] => lines(cells).filter((line) => !line.endsWith('| OK'));
const row = (name: string) => (name === 'Export' ? 2 : 5);

describe.each(SOURCES)('%s', (_, sheet, source) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await closedFile(book(sheet, source));
  });

  test('each check states what is expected and what was found', () => {
    // FIFO: 10 at 10.00 and 5 at 12.00 are 160.00, posted were 165.00. On hand 5 at 12.00.
    const against = lines(held(bytes, 'Checks')).filter((line) =>
      /issues = on hand \| IC|value after \| IC|rows locked/.test(line),
    );
    expect(against.slice(0, 3)).toEqual([
      'Receipts − issues = on hand | IC-0001 | 5 | 5 | 0 | OK',
      'Posted cost + adjustments = value after | IC-0001 | 60 | 60 | 0 | OK',
      'Rows in = rows locked | IC-0001 | 3 | 3 | 0 | OK',
    ]);
    expect(differing(held(bytes, 'Checks'))).toEqual([]);
    expect(held(bytes, 'Checks')[3][2]).toBe('All checks agree');
    expect(held(bytes, 'Summary IC-0001').flat()).toContain('From opening to closing value');
  });

  test('the stand-in computes the same', () => {
    expect(lines(computed(bytes, 'Checks'))).toEqual(lines(held(bytes, 'Checks')));
    expect(computed(bytes, 'Summary IC-0001')).toEqual(held(bytes, 'Summary IC-0001').map((cells) => fill(cells, 8)));
  });

  (libreOffice ? test : test.skip)('LibreOffice computes the same', async () => {
    expect(lines(await inLibreOffice(bytes, 'Checks'))).toEqual(lines(held(bytes, 'Checks')));
  });

  test.each<readonly [string, string, number | string, string]>([
    ['a quantity', 'E', 11, 'Receipts − issues = on hand | IC-0001 | 6 | 5 | -1 | Difference'],
    ['a cost', 'F', 101, 'Posted cost + adjustments = value after | IC-0001 | 61 | 60 | -1 | Difference'],
    ['a date', 'B', 46058, 'Rows in = rows locked | IC-0001 | 2 | 3 | 1 | Difference'],
    ['an id', 'A', 'X', 'Settlements: each Receipt exists'],
  ])('%s of the export that was typed over is a difference', (_one, column, value, line) => {
    const change = (sheetOf: (name: string) => Sheet): void =>
      writeCells(sheetOf('ERP export'), parseArea(`${column}${row(source)}`)!, value);
    expect(differing(computed(bytes, 'Checks', change)).join('\n')).toContain(line);
  });
});

test('rows that are added to a range that grows are seen', async () => {
  const bytes = await closedFile(book(exportRange(ROWS), RANGE_HEADER));
  const checks = computed(bytes, 'Checks', (sheetOf) =>
    ['A9', 'B9', 'C9', 'D9', 'E9', 'F9'].forEach((cell, at) =>
      writeCells(sheetOf('ERP export'), parseArea(cell)!, ['E9', 46027, 'BOLT', '', 1, 10][at]),
    ),
  );
  expect(differing(checks)).toContain('Rows in = rows locked | IC-0001 | 4 | 3 | -1 | Difference');
});

test('by way of Excel the sheets say the same', async () => {
  const bytes = book(exportRange(ROWS), RANGE_HEADER);
  const excel = openExcel(bytes);
  expect((await close(mappedPort(excel.port), { upTo: day('2026-01-31') }, ENV)).ok).toBe(true);
  const wanted = await closedFile(bytes);
  expect(lines(cellsOf(excel.host.workbook, 'Checks'))).toEqual(lines(held(wanted, 'Checks')));
  expect([...excel.host.missing.keys()]).toEqual([]);
});

const fill = (cells: readonly unknown[], width: number): unknown[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? null);
