import { readXlsx } from '../../../host/xlsx/read';
import type { Sheet } from '../../../host/model/sheet';
import type { Workbook } from '../../../host/model/workbook';
import { sampleWorkbook } from '../../../samples';
import { close } from '../../../src/runs/close';
import { cellAddress } from '../../../src/workbook/cells';
import { openXlsx } from '../../../src/workbook/file';
import { type ResultTable } from '../../../src/workbook/tables/spec';
import { CLOSINGS, RESULT_TABLES, SETTLEMENTS } from '../../../src/workbook/tables/results';
import { day, ENV } from '../../support/workbooks';
import { openExcel } from './support';

// A result sheet looks the same whether Excel was told to make it, or it was written into a file.

const SAMPLE = sampleWorkbook('trading-company', new Date(Date.UTC(2026, 0, 1)));
const JANUARY = { upTo: day('2026-01-31') };

/** What a cell looks like, in words; what is as in every new cell is left out. Lines are not kept by the stand-in's files. */
function lookOf(sheet: Sheet, row: number, column: number): string {
  const style = sheet.styles.get(row, column);
  const parts = {
    format: sheet.numberFormats.get(row, column) ?? 'General',
    bold: style?.bold ?? false,
    italic: style?.italic ?? false,
    underline: style?.underline ?? 'None',
    size: style?.size ?? 11,
    color: style?.color ?? '#000000',
    fill: style?.fill ?? '#FFFFFF',
    horizontal: style?.horizontal ?? 'General',
    vertical: style?.vertical ?? 'Bottom',
    wrap: style?.wrap ?? false,
    indent: style?.indent ?? 0,
  };
  return Object.entries(parts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

const sheetOf = (workbook: Workbook, { sheet }: ResultTable): Sheet => {
  const found = workbook.findSheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
};

describe('result sheets', () => {
  let excel: Workbook;
  let file: Workbook;

  beforeAll(async () => {
    const inExcel = openExcel(SAMPLE);
    expect((await close(inExcel.port, JANUARY, ENV)).ok).toBe(true);
    excel = inExcel.host.workbook;
    const port = openXlsx(SAMPLE, 'sample.xlsx');
    expect((await close(port, JANUARY, ENV)).ok).toBe(true);
    file = readXlsx(port.toBytes(new Date(ENV.now())), 'sample.xlsx');
  });

  test.each(RESULT_TABLES.map((table) => [table.name, table] as const))('%s looks as in a file', (name, table) => {
    const [ours, theirs] = [sheetOf(excel, table), sheetOf(file, table)];
    const area = excel.findTable(name)?.area;
    expect(area).toEqual(file.findTable(name)?.area);
    expect(ours.frozen).toEqual(theirs.frozen);
    expect([ours.gridlines, ours.tabColor]).toEqual([theirs.gridlines, theirs.tabColor]);
    const { row, rows, columns } = area ?? { row: 0, rows: 0, columns: 0 };
    const different: string[] = [];
    for (let column = 0; column < columns; column++) {
      const widths = [ours, theirs].map((sheet) => sheet.widths.get(column) ?? 0);
      if (Math.abs(widths[0] - widths[1]) > 1) different.push(`width of ${column}: ${widths.join(' and ')}`);
      for (let at = 0; at < row + rows; at++) {
        const looks = [ours, theirs].map((sheet) => lookOf(sheet, at, column));
        if (looks[0] !== looks[1])
          different.push(`${cellAddress(table.sheet, at + 1, column + 1)}: ${looks.join(' | ')}`);
      }
    }
    expect(different).toEqual([]);
  });

  test('are printed as in a file', () => {
    const { page } = sheetOf(excel, RESULT_TABLES[0]);
    // Closings is so wide that it takes two pages side by side; its links at the right are not printed.
    expect(page).toMatchObject({
      orientation: 'Landscape',
      order: 'OverThenDown',
      zoom: { horizontalFitToPages: 2 },
      titleColumns: { column: 0, columns: 1 },
      printArea: { column: 0, columns: CLOSINGS.columns.length },
      titleRows: { row: excel.findTable('Closings')?.area.row ?? 0, rows: 1 },
      margins: { leftMargin: 36, rightMargin: 36, topMargin: 54, bottomMargin: 54 },
    });
    expect(Object.fromEntries(page.texts)).toEqual({
      LeftHeader: '&9&F',
      RightHeader: '&9&A',
      LeftFooter: '&9&D',
      RightFooter: '&9Page &P of &N',
    });
  });

  test('stand on one page where they are narrow', () => {
    expect(sheetOf(excel, SETTLEMENTS).page).toMatchObject({
      order: 'DownThenOver',
      zoom: { horizontalFitToPages: 1 },
      titleColumns: null,
    });
  });
});
