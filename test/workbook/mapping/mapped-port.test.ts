/** Foreign tables and ranges read in place of Transactions, over a file and in the stand-in for Excel. */
import { dayOf } from '../../../src/book/days';
import { check } from '../../../src/runs/check';
import { close, type Closed } from '../../../src/runs/close';
import { openXlsx } from '../../../src/workbook/file/file-port';
import { mappedPort } from '../../../src/workbook/mapping/mapped-port';
import type { TableCells, WorkbookPort } from '../../../src/workbook/port';
import { WorkbookRefusal } from '../../../src/workbook/refusal';
import { DEFAULT_COST_PRICE_OPTIONS } from '../../../src/settle/reports/cost-prices';
import { tableSheet, type CellInput, type SheetInput } from '../../support/xlsx';
import { enter } from '../../host/support/excel';
import { openExcel, type OpenExcel } from '../excel/support';
import {
  bookOf,
  EXPORT_ROWS,
  exportRange,
  exportTable,
  MAPPED_COLUMNS,
  mappingSheet,
  OWN_ROWS,
  RANGE_HEADER,
} from './export-book';

const env = { now: () => Date.UTC(2026, 1, 3, 9), version: '1.2.3' };
const upTo = dayOf(2026, 1, 31)!;

const PORTS: readonly [string, (bytes: Uint8Array) => WorkbookPort][] = [
  ['a file', (bytes) => mappedPort(openXlsx(bytes, 'book.xlsx'))],
  ['Excel', (bytes) => mappedPort(openExcel(bytes).port)],
];

const closed = async (port: WorkbookPort): Promise<Closed> => {
  const found = await close(port, { upTo }, env);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return found;
};

const problemsOf = async (port: WorkbookPort) => {
  const options = { upTo, showReceipts: false, costPrices: DEFAULT_COST_PRICE_OPTIONS };
  try {
    const found = await check(port, options, env);
    return found.ok ? [] : found.problems;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.problems;
    throw error;
  }
};

const table = async (port: WorkbookPort, name: string): Promise<TableCells> => (await port.read([name])).get(name)!;
const column = async (port: WorkbookPort, name: string, header: string) => {
  const { headers, cells } = await table(port, name);
  return cells[headers.indexOf(header)];
};

/** The cells of a table by header. A formula with an empty text is as blank as an empty cell. */
async function valuesByHeader(port: WorkbookPort, name: string) {
  const { headers, cells } = await table(port, name);
  return Object.fromEntries(
    headers.map((header, at) => [header, cells[at].map((cell) => (cell === '' ? null : cell))] as const),
  );
}

describe.each(PORTS)('over %s', (_, open) => {
  describe.each<[string, SheetInput, SheetInput]>([
    ['a foreign table', exportTable(), mappingSheet('Export')],
    ['a plain range', exportRange(), mappingSheet(RANGE_HEADER)],
    ['a range with its rows', exportRange(), mappingSheet("'ERP export'!$A$4:$F$7")],
    ['a table that is named Transactions already', named('Transactions'), mappingSheet('transactions')],
  ])('%s is read as Transactions', (_, data, mapping) => {
    const book = bookOf(data, mapping);
    const headerRow = data.rows.findIndex(([cell]) => cell === 'Belegnummer') + 1;

    test('under our headers, at its own place', async () => {
      const port = open(book);
      const place = (await port.facts()).tables.filter(({ name }) => name === 'Transactions');
      expect(place).toMatchObject([{ sheet: 'ERP export', headerRow, firstColumn: 1, rows: 3 }]);
      const found = await table(port, 'Transactions');
      expect(found.headers).toEqual(['Transaction', 'Financial date', 'Item', '', 'Quantity', 'Financial cost']);
      expect(found.cells[0]).toEqual(['E1', 'E2', 'A1']);
      expect(found.cells[3]).toEqual([]);
    });

    test('with the same results as under our own headers', async () => {
      const port = open(book);
      // Over a file, whatever the port: the stand-in has one workbook at a time.
      const own = openXlsx(bookOf(tableSheet('Transactions', OWN_ROWS)), 'own.xlsx');
      const [mapped, plain] = [await closed(port), await closed(own)];
      expect(mapped.rows).toEqual(plain.rows);
      // 10 at 10.00 and 5 at 12.00 make 160.00; it was posted at 165.00.
      expect(await column(port, 'Settlements', 'Amount')).toEqual([100, 60]);
      for (const name of ['Settlements', 'Adjustments', 'Ledger', 'InventoryValue', 'LockedRows']) {
        expect(await valuesByHeader(port, name)).toEqual(await valuesByHeader(own, name));
      }
    });

    test('a later check finds nothing changed', async () => {
      const port = open(book);
      await closed(port);
      const again = await check(
        port,
        { upTo: dayOf(2026, 2, 28)!, showReceipts: false, costPrices: DEFAULT_COST_PRICE_OPTIONS },
        env,
      );
      expect(again).toMatchObject({ ok: true, obstacles: [] });
    });
  });

  test('rows that are added below a range belong to it', async () => {
    const more = [...EXPORT_ROWS, ['E3', 46040, 'BOLT', 'Schraube', 1, 13]];
    const port = open(bookOf(exportRange(more), mappingSheet(RANGE_HEADER)));
    expect((await table(port, 'Transactions')).cells[0]).toEqual(['E1', 'E2', 'A1', 'E3']);
  });

  test('rows below a range that ends before them are told, by their cell', async () => {
    const port = open(bookOf(exportRange(), mappingSheet("'ERP export'!A4:F6")));
    expect(await problemsOf(port)).toMatchObject([{ code: 'CELLS_BELOW', cell: "'ERP export'!A7" }]);
  });

  test('what stands below in a column that is not mapped does not matter', async () => {
    const rows = [...EXPORT_ROWS, [null, null, null, 'end of the list']];
    const port = open(bookOf(exportTable(EXPORT_ROWS), mappingSheet('Export')));
    expect(await problemsOf(port)).toEqual([]);
    const below = { ...exportTable(rows), tables: exportTable(EXPORT_ROWS).tables! };
    expect(await problemsOf(open(bookOf(below, mappingSheet('Export'))))).toEqual([]);
  });

  test.each<[string, CellInput, string]>([
    ['a quantity that is a text', 'zehn', 'NOT_A_NUMBER'],
    ['a blank quantity', null, 'BLANK'],
  ])('%s is told at its own cell', async (_, quantity, code) => {
    const [header, first, ...rest] = EXPORT_ROWS;
    const rows = [header, [...first.slice(0, 4), quantity, first[5]], ...rest];
    const port = open(bookOf(exportRange(rows), mappingSheet(RANGE_HEADER)));
    expect(await problemsOf(port)).toMatchObject([{ code, cell: "'ERP export'!E5" }]);
  });

  test.each<[string, SheetInput[], string]>([
    ['a table that is gone', [mappingSheet('Gone'), exportTable()], 'no table of that name'],
    ['a sheet that is gone', [mappingSheet('Gone!A1:F1'), exportTable()], 'no sheet "Gone"'],
    ['no address', [mappingSheet('Export!A1:'), exportTable()], 'no address'],
    [
      'a header that is gone',
      [
        exportTable([[...EXPORT_ROWS[0].slice(0, 4), 'Anzahl', 'Betrag (EUR)'], ...EXPORT_ROWS.slice(1)]),
        mappingSheet('Export'),
      ],
      'no column "Menge" for Quantity',
    ],
    [
      'a header that stands twice',
      [
        exportRange([[...EXPORT_ROWS[0].slice(0, 3), 'menge', 'Menge', 'Betrag (EUR)'], ...EXPORT_ROWS.slice(1)]),
        mappingSheet(RANGE_HEADER),
      ],
      'more than once',
    ],
    [
      'a table of our name beside it',
      [exportTable(), tableSheet('Transactions', OWN_ROWS), mappingSheet('Export')],
      'not clear which one counts',
    ],
    [
      'a column that we do not have',
      [exportTable(), mappingSheet('Export', [...MAPPED_COLUMNS, ['Colour', 'Bezeichnung']])],
      'has no column "Colour"',
    ],
    [
      'a column mapped twice',
      [exportTable(), mappingSheet('Export', [...MAPPED_COLUMNS, ['Item', 'Bezeichnung']])],
      'is mapped twice',
    ],
    [
      'a header used twice',
      [exportTable(), mappingSheet('Export', [...MAPPED_COLUMNS, ['Physical cost', 'Betrag (EUR)']])],
      'stands for two columns',
    ],
    [
      'a blank cell',
      [exportTable(), mappingSheet('Export', [...MAPPED_COLUMNS, ['Type', '']])],
      'no Header in this row',
    ],
  ])('%s is refused and nothing is read', async (_, sheets, words) => {
    const problems = await problemsOf(open(bookOf(...sheets)));
    expect(problems).toMatchObject([{ code: 'MAPPING', severity: 'Error' }]);
    expect(problems[0].message).toContain(words);
  });

  test('a required column that is not mapped is missing, in words that fit', async () => {
    const port = open(bookOf(exportTable(), mappingSheet('Export', MAPPED_COLUMNS.slice(1))));
    expect(await problemsOf(port)).toMatchObject([
      { code: 'MISSING_COLUMN', message: 'The table Transactions (Export) has no column Transaction.' },
    ]);
  });

  test('a table named Mapping that is somebody else’s is left alone', async () => {
    const port = open(
      bookOf(
        tableSheet('Mapping', [
          ['From', 'To'],
          ['a', 'b'],
        ]),
        tableSheet('Transactions', OWN_ROWS),
      ),
    );
    expect(await problemsOf(port)).toEqual([]);
  });
});

describe('links lead into the foreign cells', () => {
  /** Where the links of a column of Settlements lead, as the stand-in calculates them. */
  const linksOf = async (excel: OpenExcel, header: string): Promise<(string | null)[]> => {
    const settlements = (await excel.port.facts()).tables.find(({ name }) => name === 'Settlements')!;
    const sheet = excel.host.workbook.sheets.find(({ name }) => name === settlements.sheet)!;
    const at = settlements.firstColumn - 1 + settlements.headers.indexOf(header);
    const rows = Array.from({ length: settlements.rows }, (_, row) => settlements.headerRow + row);
    return rows.map((row) => {
      excel.host.workbook.calculator.value(sheet, row, at);
      return sheet.formulas.get(row, at)?.link ?? null;
    });
  };
  const move = (excel: OpenExcel, rows: CellInput[][], address: string) => enter(excel, 'ERP export', address, rows);

  describe.each<[string, SheetInput, SheetInput, number]>([
    ['a table', exportTable(), mappingSheet('Export'), 1],
    ['a range', exportRange(), mappingSheet(RANGE_HEADER), 4],
  ])('of %s', (_, data, mapping, headerRow) => {
    const at = (row: number) => `#'ERP export'!$A$${headerRow + row}`;

    test('written in Excel, and still where rows were moved', async () => {
      const excel = openExcel(bookOf(data, mapping));
      await closed(mappedPort(excel.port));
      expect(await linksOf(excel, 'Receipt link')).toEqual([at(1), at(2)]);
      expect(await linksOf(excel, 'Issue link')).toEqual([at(3), at(3)]);
      const [, first, second] = EXPORT_ROWS;
      await move(excel, [[...second], [...first]], `A${headerRow + 1}:F${headerRow + 2}`);
      expect(await linksOf(excel, 'Receipt link')).toEqual([at(2), at(1)]);
    });

    test('written into a file', async () => {
      const file = openXlsx(bookOf(data, mapping), 'book.xlsx');
      await closed(mappedPort(file));
      const excel = openExcel(file.toBytes(new Date(0)));
      expect(await linksOf(excel, 'Receipt link')).toEqual([at(1), at(2)]);
    });
  });
});

test('a locked row that was changed is told at the cell of the foreign range', async () => {
  const excel = openExcel(bookOf(exportRange(), mappingSheet(RANGE_HEADER)));
  const port = mappedPort(excel.port);
  await closed(port);
  await enter(excel, 'ERP export', 'F5', [[101]]);
  const later = { upTo: dayOf(2026, 2, 28)!, showReceipts: false, costPrices: DEFAULT_COST_PRICE_OPTIONS };
  expect(await check(port, later, env)).toMatchObject({
    obstacles: [{ code: 'LOCKED_CHANGED', cell: "'ERP export'!F5" }],
  });
});

function named(name: string): SheetInput {
  return { ...exportTable(), tables: [{ name, ref: `A1:F${EXPORT_ROWS.length}` }] };
}
