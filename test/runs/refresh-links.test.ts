import { refreshLinks } from '../../src/runs/refresh-links';
import { openXlsx } from '../../src/workbook/file';
import { sortRows } from '../../host/model/sort';
import { renameSheet } from '../../host/model/sheets';
import { readXlsx } from '../../host/xlsx/read';
import { excelPort } from '../../src/workbook/excel';
import { openExcel } from '../workbook/excel/support';
import { closed, ENV, grid, workbookOf } from '../support/workbooks';
import { partsOf, zipOf } from '../support/xlsx';

const BOOK = grid(
  'Transactions',
  `
  Transaction | Item | Quantity | Financial date | Financial cost
  P1          | A    | 10       | 2026-01-05     | 100.00
  P2          | A    | 10       | 2026-01-10     | 120.00
  S1          | A    | -15      | 2026-01-20     | -165.00
  `,
);
const MODIFIED = new Date('2026-04-01T08:00:00Z');

/** Where the links of Settlements lead to: the id in the cell that each jumps to, and the row that it remembers. */
function jumps(workbook: ReturnType<typeof readXlsx>): string[] {
  const sheet = workbook.sheets.find(({ name }) => name === 'Settlements')!;
  const table = sheet.workbook.findTable('Settlements')!;
  const at = (header: string) => table.body.column + table.columnIndex(header);
  return Array.from({ length: table.body.rows }, (_, index) => {
    const row = table.body.row + index;
    const value = (column: number) => String(workbook.calculator.value(sheet, row, column));
    const text = value(at('Receipt link'));
    const target = sheet.formulas.get(row, at('Receipt link'))?.link ?? '';
    const [, name, letter, number] = /^#'?(.*?)'?!\$([A-Z]+)\$(\d+)$/.exec(target) ?? [];
    const other = workbook.sheets.find((one) => one.name === name);
    const id = other ? String(workbook.calculator.value(other, Number(number) - 1, letter.charCodeAt(0) - 65)) : 'nowhere';
    return `${value(at('Receipt'))} ${text} ${id} (${value(at('Receipt row'))})`;
  });
}

describe('after the transactions were sorted', () => {
  async function sorted() {
    const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
    const excel = openExcel(bytes);
    const { workbook } = excel.host;
    const table = workbook.findTable('Transactions')!;
    sortRows(table.sheet, table.body, [{ key: table.columnIndex('Quantity'), ascending: true }]);
    return { excel, workbook };
  }

  test('links still lead to the right row, by a search', async () => {
    const { workbook } = await sorted();
    expect(jumps(workbook)).toEqual(['P1 → P1 (1)', 'P2 → P2 (2)']);
  });

  test('refreshed links remember where it stands now', async () => {
    const { workbook } = await sorted();
    const port = excelPort();
    const found = await refreshLinks(port, ENV);
    expect(found.find(({ table }) => table === 'Settlements')).toEqual({ table: 'Settlements', links: 6, moved: 4, lost: 0 });
    // The sale stands first now, the receipts below it.
    expect(jumps(workbook)).toEqual(['P1 → P1 (2)', 'P2 → P2 (3)']);
    expect((await refreshLinks(port, ENV)).map(({ moved }) => moved)).toEqual(found.map(() => 0));
  });
});

describe('after a sheet was renamed', () => {
  test('in Excel links lead nowhere until they are refreshed', async () => {
    const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
    const { workbook } = openExcel(bytes).host;
    renameSheet(workbook.sheets.find(({ name }) => name === 'Transactions')!, 'Stock moves');
    expect(jumps(workbook)).toEqual(['P1 → nowhere (1)', 'P2 → nowhere (2)']);
    await refreshLinks(excelPort(), ENV);
    expect(jumps(workbook)).toEqual(['P1 → P1 (1)', 'P2 → P2 (2)']);
  });

  const renamed = (bytes: Uint8Array): Uint8Array => {
    const parts = partsOf(bytes);
    parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('name="Transactions"', 'name="Stock moves"');
    return zipOf(parts);
  };

  test('in a file too', async () => {
    const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
    const port = openXlsx(renamed(bytes), 'book.xlsx');
    await refreshLinks(port, ENV);
    expect(jumps(readXlsx(port.toBytes(MODIFIED), 'book.xlsx'))).toEqual(['P1 → P1 (1)', 'P2 → P2 (2)']);
  });

  test('and the next run does it by the way', async () => {
    const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
    const next = await closed(renamed(bytes), '2026-02-28');
    expect(jumps(readXlsx(next.bytes, 'book.xlsx'))).toEqual(['P1 → P1 (1)', 'P2 → P2 (2)']);
  });
});

test('an id that is gone is told, and its link is left as it was', async () => {
  const { bytes } = await closed(workbookOf([BOOK]), '2026-01-31');
  const { workbook } = openExcel(bytes).host;
  const table = workbook.findTable('Transactions')!;
  table.sheet.values.set(table.body.row, table.body.column, 'X1');
  const found = await refreshLinks(excelPort(), ENV);
  expect(found.find(({ table: name }) => name === 'Settlements')).toMatchObject({ moved: 0, lost: 1 });
});

test('a workbook without results has nothing to refresh, and is left as it is', async () => {
  const port = openXlsx(workbookOf([BOOK]), 'book.xlsx');
  const before = port.toBytes(MODIFIED);
  expect(await refreshLinks(port, ENV)).toEqual([]);
  expect(Buffer.from(port.toBytes(MODIFIED)).equals(before)).toBe(true);
});
